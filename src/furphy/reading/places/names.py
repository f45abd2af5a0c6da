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
from furphy.reading.places.names_company import Company
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
_DOUBTFUL, _SURE = 0.08, 0.8
"""A name that no list has is compared with like ones where its chance lies between these."""
_LIKENESS = 12.0
"""By how much being spelt like a place nearby multiplies the odds. Estimated, not measured: the
corpora that the weights are from hold hardly a misspelt name."""
_SHORTEST = 5
_MOST_SPELLED = 12
"""So many names of a document are compared, since each takes milliseconds."""


def place_names(
    tree: Tree,
    text: str,
    lookup: Lookup,
    datelines: Iterable[Span] = (),
    spelled: Lookup | None = None,
) -> tuple[PlaceName, ...]:
    """Return the names of places in a text, in reading order, none touching another.

    ``lookup`` is ``Gazetteer.named`` and ``spelled`` is ``Gazetteer.spelled``, without which no
    misspelt name is known by its likeness; ``datelines`` are segments that the parse leaves out.
    The score of each name's evidence is the chance that it is one: over names of equal score, the
    share that a reader of the text would call place names.
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
    alike = _alike(found, sure, spelled) if spelled else {}
    sure = [alike.get(number, each) for number, each in enumerate(sure)]
    read = (
        _named(found[number], sure[number], words, _rule(found[number], number in alike))
        for number in likeliest(found, sure, LEAST)
    )
    return tuple(sorted([*dated, *read], key=lambda name: name.span))


def _alike(found: Sequence[Run], sure: Sequence[float], spelled: Lookup) -> dict[int, float]:
    """Return the chance of each doubtful name that is spelt much like one to be expected."""
    company = Company(found, sure)
    heard: dict[str, bool] = {}
    raised: dict[int, float] = {}
    for number, (run, each) in enumerate(zip(found, sure, strict=True)):
        name = run.name
        if run.renown.known or not _DOUBTFUL <= each < _SURE or len(name) < _SHORTEST:
            continue
        if name not in heard:
            heard[name] = len(heard) < _MOST_SPELLED and company.knows_like(name, spelled)
        if heard[name]:
            raised[number] = 1 / (1 + (1 / each - 1) / _LIKENESS)
    return raised


def likeliest(found: Sequence[Run], sure: Sequence[float], least: float) -> Iterator[int]:
    """Yield the numbers of the likeliest runs that share no word, of equals the longer first."""
    taken: set[int] = set()
    order = sorted(
        range(len(found)), key=lambda each: (-sure[each], found[each].first - found[each].last)
    )
    for number in order:
        if sure[number] < least:
            return
        indexes = range(found[number].first, found[number].last)
        if taken.isdisjoint(indexes):
            taken.update(indexes)
            yield number


def _rule(run: Run, alike: bool) -> str:
    if run.renown.known:
        return "place-name:listed"
    return "place-name:alike" if alike else "place-name:unlisted"


def _named(run: Run, score: float, words: Words, rule: str) -> PlaceName:
    span = Span(words.tokens[run.first].start, words.tokens[run.last - 1].end)
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
