"""Join the persons, organisations, units, outlets, channels and groups of one document."""

from collections.abc import Iterator

from furphy.model.attribution import Attribution, Source
from furphy.model.document import SegmentKind
from furphy.model.evidence import Evidence
from furphy.model.identity import Identity, Mention
from furphy.model.quotation import Quotation
from furphy.reading.identities import organisations, persons
from furphy.reading.identities.bearers import Bearer
from furphy.reading.identities.finding import find_namings
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.scores import score_of
from furphy.reading.identities.sorting import settle
from furphy.reading.stage import Draft, stage
from furphy.reading.tree import Tree

_CAPITALISED = (SegmentKind.TITLE, SegmentKind.HEADING)


@stage(needs=[Tree, Quotation, Attribution, Source], gives=[Identity])
def identities(draft: Draft) -> Iterator[Identity]:
    """Yield who and what bodies a document names, in the order in which they are first named."""
    tree = draft.the(Tree)
    bearers = named(draft, tree)
    for bearer in sorted(bearers, key=_first):
        yield _identity(draft.text, bearer)


def named(draft: Draft, tree: Tree) -> list[Bearer]:
    """Return the bearers of all names in a document."""
    text = draft.text
    headings = [each.span for each in draft.document.segments if each.kind in _CAPITALISED]
    namings = find_namings(tree, text, headings)
    settle(namings, text)
    people = persons.in_full(tree, text, namings)
    groups = organisations.bodies(tree, text, namings)
    unsure = [each for each in namings if _is_unsure(each, people, text)]
    organisations.join_unsure(text, unsure, groups)
    taken = {join.span for bearer in groups for join in bearer.joins}
    persons.by_one_word(tree, text, [each for each in namings if each.span not in taken], people)
    return [*people, *groups]


def _is_unsure(naming: Naming, people: list[Bearer], text: str) -> bool:
    if naming.sure or naming.sort not in (Sort.PERSON, Sort.UNKNOWN):
        return False
    word = naming.span.of(text).lower()
    return not any(word in bearer.personal.words for bearer in people if bearer.personal)


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
