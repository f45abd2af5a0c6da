"""Few values put into long arrays, and taken out of them: what lies between is copied as it is."""

import numpy as np

from furphy.tracing.memory import Array
from furphy.tracing.words import Numbers

_FEW = 4000
"""Places up to which it is quicker to go from one to the next."""


def inserted(values: Array, at: Numbers, more: Array) -> Array:
    """Return an array with more values, each before the place given, which rise."""
    if not len(at):
        return values
    if len(at) > _FEW:
        return np.insert(values, at, more)
    found = np.empty(len(values) + len(more), values.dtype)
    start = 0
    for number, place in enumerate(at.tolist()):
        found[start + number : place + number] = values[start:place]
        start = place
    found[start + len(more) :] = values[start:]
    found[at + np.arange(len(at))] = more
    return found


def deleted(values: Array, at: Numbers) -> Array:
    """Return an array without the values at some places, which rise."""
    if not len(at):
        return values
    if len(at) > _FEW:
        return np.delete(values, at)
    found = np.empty(len(values) - len(at), values.dtype)
    start = 0
    for number, place in enumerate(at.tolist()):
        found[start - number : place - number] = values[start:place]
        start = place + 1
    found[start - len(at) :] = values[start:]
    return found
