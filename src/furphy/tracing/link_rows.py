"""Links as JSON has them, and back: every number comes out as it went in."""

from collections.abc import Sequence
from typing import Any

from furphy.model.derivation import Bond, Derivation, Kinship, Passage, Relation
from furphy.model.evidence import Evidence
from furphy.model.text import Span
from furphy.tracing.origins import Link

Row = list[Any]

_DIRECTED = 5
"""Columns of a derivation; a kinship has no direction, and one less."""


def link_row(link: Link) -> Row:
    """Return a link with the places of both documents."""
    if isinstance(link, Derivation):
        return [link.source, link.target, *derivation_row(link)]
    return [link.one, link.other, *kinship_row(link)]


def link_of(row: Row) -> Link:
    """Return the link that a row tells of."""
    one, other, *rest = row
    # A bond has no direction.
    return (
        derivation(one, other, rest) if len(rest) == _DIRECTED else kinship_of((one, other), rest)
    )


def derivation_row(made: Derivation) -> Row:
    """Return all of a derivation but the documents."""
    return [
        made.relation.value,
        made.score,
        made.direction,
        [*map(passage_row, made.passages)],
        [[each.rule, each.score] for each in made.because],
    ]


def derivation(source: int, target: int, row: Row) -> Derivation:
    """Return the derivation that a row tells of."""
    relation, score, direction, passages, because = row
    return Derivation(
        source,
        target,
        Relation(relation),
        score,
        direction,
        tuple(map(passage_of, passages)),
        tuple(Evidence(*each) for each in because),
    )


def kinship_row(made: Kinship) -> Row:
    """Return all of a kinship but the documents."""
    because = [[each.rule, each.score] for each in made.because]
    return [made.bond.value, made.score, [*map(passage_row, made.passages)], because]


def kinship_of(ends: tuple[int, int], row: Row) -> Kinship:
    """Return the kinship that a row tells of."""
    bond, score, passages, because = row
    return Kinship(
        *ends,
        Bond(bond),
        score,
        tuple(map(passage_of, passages)),
        tuple(Evidence(*each) for each in because),
    )


def passage_row(passage: Passage) -> list[int]:
    """Return where a passage stands in the source, then in the target."""
    return [passage.source.start, passage.source.end, passage.target.start, passage.target.end]


def passage_of(row: Sequence[int]) -> Passage:
    """Return the passage that a row tells of."""
    return Passage(Span(*row[:2]), Span(*row[2:]))
