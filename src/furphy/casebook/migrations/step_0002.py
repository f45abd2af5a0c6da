"""The journal and the judgements."""


def upgrade() -> None:
    """Take the step."""
