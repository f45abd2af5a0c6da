"""Sources across the documents of a casebook, and what people know of how they are related."""

from collections.abc import Iterator, Sequence

from furphy.casebook import relating
from furphy.casebook.casebook import Casebook
from furphy.casebook.clock import Clock, utc_now
from furphy.casebook.relation import Relation, RelationKind
from furphy.casebook.sources import NAMED, SourceAcross, sources
from furphy.model.attribution import SourceKind


def listed(where: str, kinds: Sequence[SourceKind] = NAMED) -> Iterator[SourceAcross]:
    """Yield the sources of some kinds, those of most documents first."""
    with Casebook.open(where) as book, book.reading() as connection:
        yield from sources(connection, kinds)


def relate(  # noqa: PLR0913 - an edge is just so much
    where: str,
    kind: RelationKind,
    names: tuple[str, str],
    *,
    weight: float | None,
    by: str,
    because: str,
    clock: Clock = utc_now,
) -> None:
    """State that two sources are related, or with no weight, withdraw what was stated.

    Raises :class:`furphy.errors.InputError` where there is nothing to withdraw, or a source is
    related to itself.
    """
    relation = Relation(kind, *names, weight=weight, by=by, because=because, at=clock())
    with Casebook.open(where) as book, book.writing() as connection:
        relating.relate(connection, relation)
