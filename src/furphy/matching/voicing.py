"""Part what a sentence passes on from the words that say who passes it on, by the marks alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from furphy.matching.vocabulary import CONCEPT, Mark, kinds

_HEAVY = frozenset({"action", "harm", "thing"})
_PARTING = frozenset(",;:，；：—")


@dataclass(frozen=True, slots=True)
class Voiced:
    """The marks of what is said, whether that is denied, and the marks of who says it."""

    content: tuple[Mark, ...]
    denied: bool
    sayer: tuple[Mark, ...]


def voiced(marks: Sequence[Mark]) -> Voiced:
    """Take out of a sentence the words that only pass on.

    Where nothing would be left, all of it stays: then the saying is what is reported.
    """
    content: list[Mark] = []
    sayer: list[Mark] = []
    denied = apart = False
    for clause in _clauses(marks):
        kept, dropped = _parted(clause)
        content += kept
        sayer += dropped
        if any(mark.has("denial", "untrue") for mark in dropped):
            denied, apart = True, not kept
    if apart and any(mark.has("not", "nobody", "absent") for mark in content):
        denied = False  # "It refuted the rumour: it had not …"
    if not any(_is_heavy(mark) or mark.kind == "figure" for mark in content):
        return Voiced(tuple(marks), any(mark.has("denial") for mark in marks), ())
    return Voiced(tuple(content), denied, tuple(sayer))


def _clauses(marks: Sequence[Mark]) -> list[list[Mark]]:
    found: list[list[Mark]] = [[]]
    for mark in marks:
        found[-1].append(mark)
        if mark.kind == "stop" and mark.pieces[0].text in _PARTING:
            found.append([])
    return [each for each in found if each]


def _parted(clause: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return the marks of a clause that are content, and those that pass on."""
    says = [at for at, mark in enumerate(clause) if _says(mark) or _is_untrue(clause, at)]
    if not says:
        return [*clause], []
    first, last = says[0], says[-1]
    before, after = clause[:first], clause[last + 1 :]
    if not any(map(_tells, before)):
        opens = [at for at, mark in enumerate(after) if mark.has("clause")]
        start = opens[0] + 1 if opens and not any(map(_tells, after[: opens[0]])) else 0
        rest = after[start:]
        if any(map(_tells, rest)):
            return [*rest], [*clause[: last + 1 + start]]
        return [], [*clause]
    if not any(map(_tells, after)):
        return [*before], [*clause[first:]]
    return [mark for at, mark in enumerate(clause) if at not in says], [clause[at] for at in says]


def _is_untrue(clause: Sequence[Mark], at: int) -> bool:
    """Tell whether a word says of a saying that it is untrue: no false passports."""
    near = [*clause[max(at - 1, 0) : at], *clause[at + 1 : at + 2]]
    return clause[at].has("untrue") and any(mark.has("saying", "being") for mark in near)


def _says(mark: Mark) -> bool:
    """Tell whether a mark is a word of saying, and none that may as well be a deed."""
    return mark.has("saying", "denial") and not _is_heavy(mark)


def _tells(mark: Mark) -> bool:
    return _is_heavy(mark) or (mark.kind == "figure") or mark.has("nobody")


def _is_heavy(mark: Mark) -> bool:
    concept = mark.value(CONCEPT)
    return concept is not None and kinds().get(concept) in _HEAVY
