"""The journal and the judgements."""

from alembic import op
from sqlalchemy import Column, ForeignKey

from furphy.casebook.append_only import keep_append_only
from furphy.casebook.dialects import WHOLE, WORDS


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "journal",
        _number(),
        _words("id", unique=True),
        *map(_words, ("previous", "kind", "at", "by", "version", "settings", "covers")),
        sqlite_strict=True,
    )
    op.create_table(
        "judgement",
        _number(),
        _words("id", unique=True),
        *map(_words, ("kind", "subjects")),
        Column("field", WORDS),
        Column("words", WORDS),
        *map(_words, ("value", "by", "because", "at")),
        sqlite_strict=True,
    )
    op.create_table(
        "judgement_subject",
        _number(),
        Column("judgement", WHOLE, ForeignKey("judgement.number"), nullable=False, index=True),
        Column("id", WORDS, nullable=False, index=True),
        sqlite_strict=True,
    )
    for name in ("journal", "judgement", "judgement_subject"):
        keep_append_only(op.get_bind(), name)


def _number() -> "Column[int]":
    return Column("number", WHOLE, primary_key=True, autoincrement=False)


def _words(name: str, *, unique: bool = False) -> "Column[str]":
    return Column(name, WORDS, nullable=False, unique=unique)
