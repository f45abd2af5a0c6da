"""Names of places in a text without blanks, found in an atlas before it is cut into words.

In Chinese nothing tells where a name begins: 河内 would be cut at 内, "in". So what the vocabulary
has no word for is looked up, the longest stretch first.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from furphy.matching.vocabulary import Mark, transcribing, vocabulary
from furphy.model.place import Candidate, PlaceKind
from furphy.model.text import Span

_LONGEST, _LEAST = 8, 2
"""Signs of a name."""
_WELL_KNOWN = 1_000_000
"""People of a place whose name of two signs is taken for its own: others are words as often."""
_SURE_FORM = 0.5
"""The weight of a form of a name, from 0 to 1, at which it is looked up here."""
_LANDS = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT})
_HAN = "han"


class Atlas(Protocol):
    """Places by name; :class:`furphy.gazetteer.index.Gazetteer` is one."""

    def named(self, name: str) -> Sequence[Candidate]:
        """Return the places that bear a name, the most populous first."""
        ...


def toponyms(text: str, language: str, atlas: Atlas) -> dict[Span, str]:
    """Return where names of the atlas stand in a text, with their Latin names."""
    found: dict[Span, str] = {}
    for row in _open(vocabulary(language).marks(text)):
        at = 0
        while at < len(row):
            span, latin = _longest(text, row, at, atlas)
            if span is None:
                at += 1
                continue
            found[span] = latin
            at = next((i for i in range(at, len(row)) if row[i].start >= span.end), len(row))
    return found


def _open(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield the stretches of marks in which a name may stand: single signs, and signs of names."""
    row: list[Mark] = []
    for mark in marks:
        single = len(mark.pieces) == 1 or all(each.text in transcribing() for each in mark.pieces)
        if mark.kind == _HAN and single and (not row or row[-1].end == mark.start):
            row.append(mark)
            continue
        yield row
        row = [mark] if mark.kind == _HAN and single else []
    yield row


def _longest(text: str, row: Sequence[Mark], at: int, atlas: Atlas) -> tuple[Span | None, str]:
    """Return the longest name that begins at a mark, and its Latin name."""
    for last in range(len(row) - 1, at - 1, -1):
        span = Span(row[at].start, row[last].end)
        if not _LEAST <= len(span) <= _LONGEST or all(mark.meanings for mark in row[at : last + 1]):
            continue
        if _is_cut_out(row, at, last):
            continue
        latin = _bearer(span.of(text), atlas)
        if latin is not None:
            return span, latin
    return None, ""


def _is_cut_out(row: Sequence[Mark], at: int, last: int) -> bool:
    """Tell whether signs of a name stand beside a stretch: it would be part of a longer one."""
    beside = [*row[max(at - 1, 0) : at], *row[last + 1 : last + 2]]
    return any(not mark.meanings and mark.pieces[0].text in transcribing() for mark in beside)


def _bearer(name: str, atlas: Atlas) -> str | None:
    """Return the Latin name of the most populous place that bears a name, if it is one."""
    best = next(iter(atlas.named(name)), None)
    if best is None or best.score < _SURE_FORM or best.place.kind in _LANDS:
        return None
    people = best.place.population or 0
    return best.place.name if len(name) > _LEAST or people >= _WELL_KNOWN else None
