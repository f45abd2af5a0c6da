"""What a process that reads may take of the machine."""

import os
import resource

MEMORY = 6 << 30
"""Address space of a worker, in bytes; a parse of the largest document allowed fits."""


def keep_to_share() -> None:
    """Keep this process to its own share of the machine."""
    os.environ["OMP_NUM_THREADS"] = "1"
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
