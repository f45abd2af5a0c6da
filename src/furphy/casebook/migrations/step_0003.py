"""Sources across documents."""


def upgrade() -> None:
    """Take the step."""
