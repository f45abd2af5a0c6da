"""The first tables: documents, readings, what is looked up in them, and the ledger."""

from typing import Any

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index

from furphy.casebook.dialects import BYTES, NUMBER, WHOLE, WORDS, create_full_text


def upgrade() -> None:
    """Take the step."""
    _captured()
    _met()
    _read()
    _asserted()
    _grounded()
    _ledger()
    for name in ("passage", "assertion"):
        create_full_text(op.get_bind(), name)


def _captured() -> None:
    _table("about", Column("key", WORDS, primary_key=True), _words("value"))
    _table(
        "maker",
        _number(),
        _words("id", unique=True),
        _words("part"),
        _words("version"),
        _words("parser"),
        _words("gazetteers"),
        _words("settings"),
    )
    _table(
        "document",
        _number(),
        _words("id", unique=True),
        Column("size", WHOLE),
        _words("added_at"),
        Column("packed", BYTES),
    )
    _table(
        "edition",
        _number(),
        _words("id", unique=True),
        _of("document", within="document"),
        _of("maker", within="maker"),
        Column("language", WORDS),
        Column("title", WORDS),
        Column("outlet", WORDS),
        Column("author", WORDS),
        Column("url", WORDS),
        Column("published_from", WORDS, index=True),
        Column("published_to", WORDS),
        Column("published_basis", WORDS),
        _words("added_at"),
        Column("packed", BYTES, nullable=False),
    )


def _met() -> None:
    _table(
        "sighting",
        _number(),
        _words("id", unique=True),
        _words("capture"),
        _of("edition", within="edition"),
        _words("key"),
        _words("input"),
        _words("context"),
        Column("current", WHOLE, nullable=False),
        _words("added_at"),
        CheckConstraint("current IN (0, 1)", "current"),
        _looked_up("key"),
        _looked_up("input"),
        Index(None, "capture"),
    )
    _table(
        "passage",
        _number(),
        _of("edition", within="edition"),
        Column("start", WHOLE, nullable=False),
        Column("stop", WHOLE, nullable=False),
        _words("search"),
    )


def _read() -> None:
    _table(
        "reading",
        _number(),
        _words("id", unique=True),
        _of("edition", within="edition"),
        _of("maker", within="maker"),
        Column("current", WHOLE, nullable=False),
        _words("added_at"),
        Column("packed", BYTES, nullable=False),
        CheckConstraint("current IN (0, 1)", "current"),
    )
    _table(
        "source",
        _number(),
        _of("reading", within="reading"),
        Column("ordinal", WHOLE, nullable=False),
        _words("name"),
        _words("kind"),
        Column("description", WORDS),
        Column("identity", WORDS),
        Column("said", WHOLE, nullable=False),
        _looked_up("name"),
    )


def _asserted() -> None:
    _table(
        "assertion",
        _number(),
        _words("id"),
        _of("reading", within="reading"),
        Column("ordinal", WHOLE, nullable=False),
        Column("start", WHOLE, nullable=False),
        Column("stop", WHOLE, nullable=False),
        _words("text"),
        _words("kind"),
        Column("language", WORDS),
        Column("holder", WORDS),
        Column("holder_kind", WORDS),
        _words("chain"),
        _words("value"),
        Column("degree", NUMBER, nullable=False),
        _words("author_value"),
        Column("author_degree", NUMBER, nullable=False),
        Column("place_lat", NUMBER),
        Column("place_lon", NUMBER),
        Column("time_from", WORDS),
        Column("time_to", WORDS),
        _words("search"),
        Index(None, "id"),
        _looked_up("holder"),
        Index(None, "time_from"),
    )


def _grounded() -> None:
    _table(
        "place",
        _number(),
        _of("reading", within="reading"),
        _of("assertion", within="assertion", optional=True),
        Column("ordinal", WHOLE, nullable=False),
        _words("text"),
        Column("gazetteer", WORDS),
        Column("place_id", WORDS),
        Column("name", WORDS),
        Column("kind", WORDS),
        Column("country", WORDS),
        Column("lat", NUMBER),
        Column("lon", NUMBER),
        Column("radius_km", NUMBER),
        Column("score", NUMBER),
        Index(None, "lat", "lon"),
        Index(None, "gazetteer", "place_id"),
    )
    _table(
        "moment",
        _number(),
        _of("reading", within="reading"),
        _of("assertion", within="assertion", optional=True),
        Column("ordinal", WHOLE, nullable=False),
        _words("text"),
        _words("type"),
        Column("value", WORDS),
        Column("time_from", WORDS),
        Column("time_to", WORDS),
        Index(None, "time_from", "time_to"),
    )
    _table(
        "quantity",
        _number(),
        _of("reading", within="reading"),
        _of("assertion", within="assertion", optional=True),
        Column("ordinal", WHOLE, nullable=False),
        _words("text"),
        Column("low", NUMBER),
        Column("high", NUMBER),
        Column("unit", WORDS),
        Column("counted", WORDS),
        _words("modifier"),
        Column("casualty", WORDS),
    )


def _ledger() -> None:
    _table(
        "item",
        _number(),
        _words("id", unique=True),
        _words("input"),
        _words("state"),
        Column("run", WORDS),
        Column("attempts", WHOLE, nullable=False),
        Column("digest", WORDS),
        Column("documents", WHOLE, nullable=False),
        Column("failures", WHOLE, nullable=False),
        Column("reason", WORDS),
        Column("maker", WHOLE, ForeignKey("maker.number")),
        _words("added_at"),
        Column("ended_at", WORDS),
        CheckConstraint("state IN ('queued', 'done', 'partial', 'failed', 'skipped')", "state"),
        Index(None, "state"),
    )
    _table(
        "failure",
        _number(),
        _of("item", within="item"),
        _words("key"),
        _words("reason"),
        _words("added_at"),
    )


def _table(name: str, *parts: "Column[Any] | CheckConstraint | Index") -> None:
    indexes = [each for each in parts if isinstance(each, Index)]
    columns = [each for each in parts if not isinstance(each, Index)]
    op.create_table(name, *columns, *indexes, sqlite_strict=True)


def _number() -> "Column[int]":
    return Column("number", WHOLE, primary_key=True, autoincrement=False)


def _of(name: str, *, within: str, optional: bool = False) -> "Column[int]":
    return Column(name, WHOLE, ForeignKey(f"{within}.number"), nullable=optional, index=True)


def _looked_up(*names: str) -> Index:
    return Index(None, *names, postgresql_using="hash")


def _words(name: str, *, unique: bool = False) -> "Column[str]":
    return Column(name, WORDS, nullable=False, unique=unique)
