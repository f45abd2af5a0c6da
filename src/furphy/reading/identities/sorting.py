"""Settle of what sort each name is from all of its places in the document.

The tagger judges each place alone and is often wrong on names it has not seen. The same words in
one document are nearly always the name of one thing ("one sense per discourse", Gale, Church &
Yarowsky 1992), so that its places vote.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from furphy.model.text import Span
from furphy.reading.identities.naming import Naming, Sort

# A name or title that shows the sort itself counts more than what the tagger thinks of one place.
_SURE = 3
# So does a place that a map has where the text would have it, unless the words show another sort.
_MAPPED = 2


def settle(namings: Sequence[Naming], text: str, toponyms: Container[Span] = ()) -> None:
    """Give all places of the same words the sort that most of them show.

    ``toponyms`` are the stretches that were found on a map.
    """
    forms: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        forms[_form(naming, text)].append(naming)
    surnames = _surnames(namings, text)
    for form, places in forms.items():
        sort = _voted(places, form in surnames, toponyms)
        for naming in places:
            naming.sort = naming.sort if naming.sure and naming.sort is Sort.PERSON else sort


def _form(naming: Naming, text: str) -> str:
    return " ".join(naming.span.of(text).lower().split())


def _surnames(namings: Sequence[Naming], text: str) -> dict[str, int]:
    """Count the last words of the persons named in full."""
    found: Counter[str] = Counter()
    for naming in namings:
        words = _form(naming, text).split()
        if naming.sort is Sort.PERSON and len(words) > 1 and (naming.sure or not naming.heading):
            found[words[-1]] += 1
    return found


def _voted(places: Sequence[Naming], is_surname: bool, toponyms: Container[Span]) -> Sort:
    votes: Counter[Sort] = Counter()
    for naming in places:
        votes[naming.sort] += _SURE if naming.sure else 1
        if naming.located and naming.sort is not Sort.PERSON:
            votes[Sort.PLACE] += 1
        votes[Sort.PLACE] += _MAPPED * (naming.span in toponyms)
    if is_surname and sum(naming.located for naming in places) * 2 < len(places):
        votes[Sort.PERSON] += _SURE * len(places)
    del votes[Sort.UNKNOWN]
    if not votes:
        return Sort.UNKNOWN
    # Where votes are even, the reading that claims least comes first.
    cautious = [Sort.PLACE, Sort.GROUP, Sort.BODY, Sort.PERSON]
    return max(votes, key=lambda sort: (votes[sort], -cautious.index(sort)))
