"""Which stretches of a text name places.

A tagger alone misses most small and foreign places, a list alone takes every "Bush" and "Police"
for a village. So every run of capitalised words that a list knows, a tagger marks, or its company
suggests is weighed by its features (:mod:`names_features`), first alone, then together with the
other mentions of the name and the names beside it (:mod:`names_together`).

What counts as a place name follows both corpora the weights are from: names of places that stand
in for their governments or inside names of bodies count ("Moscow denied", "the *Texas* Department
of Health"); words for peoples ("Russian troops") do not, as in GeoVirus.
"""

from collections.abc import Iterable, Iterator, Sequence

from furphy.model.evidence import Evidence
from furphy.model.place import PlaceKind, PlaceName
from furphy.model.text import Span
from furphy.reading.places.names_datelines import dateline_names
from furphy.reading.places.names_features import features
from furphy.reading.places.names_renown import Lookup, Register
from furphy.reading.places.names_runs import Run, runs
from furphy.reading.places.names_together import together
from furphy.reading.places.names_weights import chance, weights
from furphy.reading.places.names_words import Words, cues, place_words
from furphy.reading.tree import Tree

LEAST = 0.45
"""A run less likely a place name than this is not called one."""


def place_names(
    tree: Tree, text: str, lookup: Lookup, datelines: Iterable[Span] = ()
) -> tuple[PlaceName, ...]:
    """Return the names of places in a text, in reading order, none touching another.

    ``lookup`` is ``Gazetteer.named``; ``datelines`` are segments that the parse leaves out. The
    score of each name's evidence is the chance that it is
    one: over names of equal score, the share that a reader of the text would call place names.
    """
    words = Words(tree)
    register = Register(lookup)
    dated = [name for span in datelines for name in dateline_names(text, span, register)]
    found = [*runs(tree, words, text, register)]
    marks = [features(run, words, text, register) for run in found]
    alone = [chance(each, weights("alone")) for each in marks]
    joined = weights("together")
    sure = [
        chance([*own, *more], joined)
        for own, more in zip(marks, together(found, alone, words, dated), strict=True)
    ]
    read = (_named(found[number], sure[number], words) for number in _best(found, sure))
    return tuple(sorted([*dated, *read], key=lambda name: name.span))


def _best(found: Sequence[Run], sure: Sequence[float]) -> Iterator[int]:
    """Yield the likeliest runs that share no word, longer ones first among equals."""
    taken: set[int] = set()
    order = sorted(
        range(len(found)), key=lambda each: (-sure[each], found[each].first - found[each].last)
    )
    for number in order:
        if sure[number] < LEAST:
            return
        run = found[number]
        indexes = range(run.first, run.last)
        if taken.isdisjoint(indexes):
            taken.update(indexes)
            yield number


def _named(run: Run, score: float, words: Words) -> PlaceName:
    span = Span(words.tokens[run.first].start, words.tokens[run.last - 1].end)
    rule = "place-name:listed" if run.renown.known else "place-name:unlisted"
    return PlaceName(span, run.name, Evidence(rule, round(score, 3)), _kinds(run, words))


def _kinds(run: Run, words: Words) -> frozenset[PlaceKind]:
    """Return what the words in the name, or beside it, say that the place is."""
    row = words.named_after_kind(run.first, run.last) if run.last - run.first > 1 else None
    before, after = words.before(run.first), words.after(run.last)
    if row is None and before is not None:
        row = place_words("before").get(words.low[before])
        above = words.before(before)
        if above is not None and cues("before").get(words.low[before]) == "of":
            row = place_words("of").get(words.low[above])
    if row is None and after is not None:
        row = place_words("after").get(words.low[after])
    return frozenset(PlaceKind(kind) for kind in row["kinds"].split()) if row else frozenset()
