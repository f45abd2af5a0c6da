"""What time it is, from a clock that tests can set."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], str]
"""Tells the time as ISO 8601 in UTC, to the second."""


def utc_now() -> str:
    """Return the time of the system's clock."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
