"""What a run tells the shell."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes."""

    ALL_READ = 0
    SOME_FAILED = 1
    MISUSED = 2
    NOTHING_READ = 3
    INTERRUPTED = 130
