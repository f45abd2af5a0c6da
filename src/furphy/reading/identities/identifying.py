"""Join the persons, organisations, units, outlets, channels and groups of one document."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from furphy.model.attribution import Attribution, Mode, Source
from furphy.model.document import SegmentKind
from furphy.model.evidence import Evidence
from furphy.model.identity import Identity, Mention, MentionForm
from furphy.model.place import Toponym
from furphy.model.quotation import Quotation
from furphy.model.text import Span, hull
from furphy.reading.identities import organisations, persons
from furphy.reading.identities.bearers import Bearer
from furphy.reading.identities.descriptions import by_call, describe, descriptions
from furphy.reading.identities.finding import find_namings
from furphy.reading.identities.linking import bearer_of
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.pronouns import Scene, pronouns, set_scene
from furphy.reading.identities.scores import score_of
from furphy.reading.identities.sorting import settle
from furphy.reading.stage import Draft, stage
from furphy.reading.tree import Tree
from furphy.textkit.overlaps import Overlaps

# Code points between two quotations of one speaker: room for who said it.
_BETWEEN = 40
_CAPITALISED = (SegmentKind.TITLE, SegmentKind.HEADING)


@stage(needs=[Tree, Quotation, Attribution, Source], gives=[Identity])
def identities(draft: Draft) -> Iterator[Identity]:
    """Yield who and what bodies a document names, in the order in which they are first named.

    Where the places of the document are known, no person or body is made of a place's name.
    """
    tree = draft.the(Tree)
    bearers = named(draft, tree)
    _describe(draft.text, tree, bearers)
    _stand_for(draft, tree, bearers)
    for bearer in sorted(bearers, key=_first):
        yield _identity(draft.text, bearer)


def named(draft: Draft, tree: Tree) -> list[Bearer]:
    """Return the bearers of all names in a document."""
    text = draft.text
    headings = [each.span for each in draft.document.segments if each.kind in _CAPITALISED]
    namings = find_namings(tree, text, headings)
    settle(namings, text, {each.named.span for each in draft.every(Toponym) if each.place})
    people = persons.in_full(tree, text, namings)
    groups = organisations.bodies(tree, text, namings)
    words = {word for each in people.bearers if each.personal for word in each.personal.words}
    unsure = [each for each in namings if _is_unsure(each) and _word(each, text) not in words]
    organisations.join_unsure(text, unsure, groups)
    taken = {join.span for bearer in groups.bearers for join in bearer.joins}
    persons.by_one_word(tree, text, [each for each in namings if each.span not in taken], people)
    return _apart([*people.bearers, *groups.bearers])


def _apart(bearers: Sequence[Bearer]) -> list[Bearer]:
    """Return bearers of names that share no words: of two that do, the first keeps them."""
    taken = Overlaps()
    for bearer in bearers:
        kept = [join for join in bearer.joins if not taken.meeting(join.span)]
        for join in kept:
            taken.add(join.span, 0)
        bearer.joins = kept
    return [bearer for bearer in bearers if bearer.joins]


def _describe(text: str, tree: Tree, bearers: list[Bearer]) -> None:
    """Join the descriptions that stand for a bearer."""
    taken = [join.span for bearer in bearers for join in bearer.joins]
    taken += [span for bearer in bearers for span in bearer.titles]
    called = by_call(text, bearers)
    for found in descriptions(tree, text, taken):
        describe(text, called, found)


def _stand_for(draft: Draft, tree: Tree, bearers: list[Bearer]) -> None:
    """Join the pronouns that stand for a bearer."""
    quotations = _outermost(draft.every(Quotation))
    scene = Scene(tree, quoted=Overlaps(each.inner for each in quotations))
    set_scene(tree, bearers, scene)
    scene.voices = _voices(draft, tree, scene, [each.span for each in quotations])
    for token, bearer, rule in pronouns(scene, draft.language):
        bearer.join(token.span, MentionForm.PRONOUN, rule)


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations that stand in no other; one that never ends holds nothing for sure."""
    inside = Overlaps(each.inner for each in quotations if each.depth == 1)
    broken = [each for each in quotations if not each.closed and inside.meeting(each.inner)]
    holding = Overlaps(each.span for each in broken)
    return [
        each
        for each in quotations
        if (each.depth == 0 and each not in broken)
        or (each.depth == 1 and holding.holding(each.span))
    ]


def _voices(draft: Draft, tree: Tree, scene: Scene, spans: Sequence[Span]) -> dict[int, Bearer]:
    """Return who speaks in each quotation, by its number."""
    speaking = [bearer_of(tree, each, scene.who) for each in draft.every(Source)]
    voices: dict[int, Bearer] = {}
    for said in draft.every(Attribution):
        speaker = None if said.source is None else speaking[said.source]
        if speaker is not None and said.mode is not Mode.INDIRECT:
            for number in scene.quoted.meeting(hull(said.content_spans)):
                voices.setdefault(number, speaker)
    for number, (left, right) in enumerate(pairwise(spans)):
        # “It rained,” Ann said. “It was late.”
        if number in voices and right.start - left.end <= _BETWEEN:
            voices.setdefault(number + 1, voices[number])
    return voices


def _is_unsure(naming: Naming) -> bool:
    return not naming.sure and naming.sort in (Sort.PERSON, Sort.UNKNOWN)


def _word(naming: Naming, text: str) -> str:
    return naming.span.of(text).lower()


def _first(bearer: Bearer) -> int:
    return min(join.span.start for join in bearer.joins)


def _identity(text: str, bearer: Bearer) -> Identity:
    mentions = {
        join.span: Mention(join.span, join.form, Evidence(join.rule, score_of(join.rule)))
        for join in bearer.joins
    }
    told = dict.fromkeys(" ".join(span.of(text).split()) for span in sorted(bearer.titles))
    return Identity(
        bearer.name, bearer.kind, tuple(mentions[span] for span in sorted(mentions)), tuple(told)
    )
