"""Looking up by whom something was published."""

from alembic import op


def upgrade() -> None:
    """Take the step."""
    for name in ("outlet", "author"):
        op.create_index(f"edition_by_{name}", "edition", [name], postgresql_using="hash")
