"""What people know of two sources: that they are one under two names, or that one owns the other.

Such an edge has a weight, and merges nothing: who counts sources decides what weight is enough. It
is never changed and never deleted; whoever thinks better of it states it anew or withdraws it, and
what was done last holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import CheckConstraint, Column, Connection, insert, select

from furphy.casebook.canonical import value_digest
from furphy.casebook.dialects import NUMBER
from furphy.casebook.schema import number, table, words
from furphy.textkit.search import fold


class RelationKind(StrEnum):
    """How two sources are related."""

    ALIAS = "alias"
    """They are one and the same; of the two, neither comes first."""
    OWNER = "owner"
    """The first owns or directs the second."""


RELATION = table(
    "relation",
    number(),
    words("id", unique=True),  # Digest of the other columns but number, 64 hex digits.
    words("kind"),  # RelationKind.
    words("one"),  # Name of a source, as whoever related them wrote it.
    words("other"),
    Column("weight", NUMBER),  # 0 to 1, how sure they are; NULL withdraws the edge.
    words("by"),
    words("because"),
    words("at"),  # ISO 8601, UTC.
    CheckConstraint("weight BETWEEN 0 AND 1", "weight"),
)
"""An edge between two sources, stated or withdrawn."""


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge between two sources, as somebody stated it, or withdrew it."""

    kind: RelationKind
    one: str
    other: str
    weight: float | None
    """0 to 1; None withdraws it."""
    by: str
    because: str
    at: str
    """ISO 8601, UTC."""

    @property
    def edge(self) -> tuple[str, str, str]:
        """What it is about, whatever the spelling; an alias is the same both ways."""
        names = [folded_name(self.one), folded_name(self.other)]
        if self.kind is RelationKind.ALIAS:
            names.sort()
        return (self.kind.value, names[0], names[1])


@lru_cache(maxsize=20_000)
def folded_name(name: str) -> str:
    """Return what all spellings of a name share that differ in case, marks or punctuation alone."""
    return " ".join(fold(name).split())


def relations(connection: Connection) -> Iterator[Relation]:
    """Yield everything that was ever stated or withdrawn, in that order."""
    names = ("kind", "one", "other", "weight", "by", "because", "at")
    rows = connection.execute(select(RELATION).order_by(RELATION.c.number))
    for row in rows.mappings():
        told = {name: row[name] for name in names}
        yield Relation(**{**told, "kind": RelationKind(row["kind"])})


def in_force(relations: Iterable[Relation]) -> list[Relation]:
    """Return the edges that hold: those last stated, and not withdrawn since."""
    last = {each.edge: each for each in relations}
    return [each for each in last.values() if each.weight is not None]


def keep(connection: Connection, relation: Relation) -> tuple[int, str]:
    """Store a relation; return the number and id of its row.

    The connection has to be one that writes (:meth:`.Casebook.writing`).
    """
    told = {
        "kind": relation.kind.value,
        "one": relation.one,
        "other": relation.other,
        "weight": relation.weight,
        "by": relation.by,
        "because": relation.because,
        "at": relation.at,
    }
    mine = value_digest(told)
    known = connection.scalar(select(RELATION.c.number).where(RELATION.c.id == mine))
    if known is not None:
        return known, mine
    last = select(RELATION.c.number).order_by(RELATION.c.number.desc()).limit(1)
    fresh = (connection.scalar(last) or 0) + 1
    connection.execute(insert(RELATION).values({"number": fresh, "id": mine, **told}))
    return fresh, mine
