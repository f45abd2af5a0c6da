"""Ids of sources, made of their kinds and names, the same in every reading."""

from sqlalchemy import Connection, select

from furphy.casebook.packing import content_id
from furphy.casebook.relation import folded_name
from furphy.casebook.schema import EDITION, SOURCE
from furphy.model.attribution import SourceKind

NAMED = (
    SourceKind.PERSON,
    SourceKind.ORGANIZATION,
    SourceKind.OUTLET,
    SourceKind.CHANNEL,
    SourceKind.DOCUMENT,
)
"""Kinds of which a name is one's own."""


def source_id(kind: str, name: str) -> str:
    """Return the id of a source; spellings that differ in case, marks or punctuation share it."""
    return content_id("source", kind, folded_name(name) or name)


def named_sources(connection: Connection) -> dict[str, tuple[str, str]]:
    """Return kind and name of all sources with names of their own that were ever read, by ids."""
    found: dict[str, tuple[str, str]] = {}
    kinds = [each.value for each in NAMED]
    quoted = select(SOURCE.c.kind, SOURCE.c.name).where(SOURCE.c.kind.in_(kinds)).distinct()
    for row in connection.execute(quoted.order_by(SOURCE.c.kind, SOURCE.c.name)):
        found.setdefault(source_id(row.kind, row.name), (row.kind, row.name))
    outlets = select(EDITION.c.outlet).where(EDITION.c.outlet.is_not(None)).distinct()
    for name in connection.scalars(outlets.order_by(EDITION.c.outlet)):
        kind = SourceKind.OUTLET.value
        found.setdefault(source_id(kind, name), (kind, name))
    return found
