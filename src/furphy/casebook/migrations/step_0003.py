"""Sources across documents."""

from alembic import op
from sqlalchemy import CheckConstraint, Column

from furphy.casebook.append_only import keep_append_only
from furphy.casebook.dialects import NUMBER, WHOLE, WORDS


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "relation",
        Column("number", WHOLE, primary_key=True, autoincrement=False),
        Column("id", WORDS, nullable=False, unique=True),
        *(Column(each, WORDS, nullable=False) for each in ("kind", "one", "other")),
        Column("weight", NUMBER),
        *(Column(each, WORDS, nullable=False) for each in ("by", "because", "at")),
        CheckConstraint("weight BETWEEN 0 AND 1", "weight"),
        sqlite_strict=True,
    )
    keep_append_only(op.get_bind(), "relation")
