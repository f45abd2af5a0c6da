"""State what is known of how two sources are related."""

from furphy.casebook import relating
from furphy.casebook.casebook import Casebook
from furphy.casebook.clock import Clock, utc_now
from furphy.casebook.relation import Relation, RelationKind


def relate(relation: Relation, where: str) -> None:
    """State that two sources are related; with no weight, withdraw what was stated.

    Raises :class:`furphy.errors.InputError` where there is nothing to withdraw or a source is
    related to itself, :class:`furphy.errors.CasebookError` where the casebook cannot be written.
    """
    with Casebook.open(where) as book, book.writing() as connection:
        relating.relate(connection, relation)


def related(  # noqa: PLR0913 - an edge is just so much
    kind: str,
    names: tuple[str, str],
    weight: float | None,
    *,
    by: str,
    because: str,
    clock: Clock = utc_now,
) -> Relation:
    """Return a relation of now: ``kind`` is ``alias``, or ``owner`` of the first over the second.

    A weight of None withdraws it.
    """
    return Relation(RelationKind(kind), *names, weight=weight, by=by, because=because, at=clock())
