"""Words in a row, as numbers: what texts are compared by."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from furphy.tracing.words import Batch, Hashes, Numbers, Words

WIDTH = 3
"""Words in a shingle."""

WIDTH_UNSPACED = 6
"""Characters in a shingle of a script without blanks between words."""

_STEPS = np.array(
    [
        0x9E3779B97F4A7C15,
        0x100000001B3,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0x27D4EB2F165667C5,
        0x85EBCA77C2B2AE63,
    ],
    np.uint64,
)
_MIX = np.uint64(0x94D049BB133111EB)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingles of a text: one for each word that enough others follow."""

    hashes: Hashes
    """In the order of the text; 0 where there is none after all."""
    widths: NDArray[np.int8]
    """How many words each holds."""

    def __len__(self) -> int:
        return len(self.hashes)


def shingles_of(words: Words) -> Shingles:
    """Return the shingles of a text; a text of fewer words than a shingle has none."""
    narrow = _rows(words.hashes, WIDTH)
    if not words.single.any():
        return Shingles(narrow, np.full(len(narrow), WIDTH, np.int8))
    wide = _rows(words.hashes, WIDTH_UNSPACED)
    unspaced = words.single[: len(narrow)].copy()
    unspaced[len(wide) :] = False
    narrow[unspaced] = wide[unspaced[: len(wide)]]
    # The last characters of an unspaced text begin no whole shingle, and three tell too little.
    none = words.single[: len(narrow)] & ~unspaced
    narrow[none] = 0
    widths = np.where(unspaced, WIDTH_UNSPACED, np.where(none, 0, WIDTH))
    return Shingles(narrow, widths.astype(np.int8))


def sampled(batch: Batch, sample: int) -> tuple[Hashes, Numbers]:
    """Return the shingles of several texts, one in so many, and the place of the text of each.

    The same ones are kept in every text, so that shared ones stay shared.
    """
    found = shingles_of(batch.words)
    kept = found.hashes > 0
    if sample > 1:
        kept &= found.hashes % np.uint64(sample) == 0
    at = np.flatnonzero(kept)
    owners = np.searchsorted(batch.bounds, at, side="right") - 1
    # None runs on into the next text.
    within = at + found.widths[at] <= batch.bounds[owners + 1]
    return found.hashes[at[within]], owners[within]


def _rows(words: Hashes, width: int) -> Hashes:
    """Return one number for each run of so many words; their order counts."""
    count = max(len(words) - width + 1, 0)
    mixed = np.zeros(count, np.uint64)
    for step in range(width if count else 0):
        mixed += words[step : step + count] * _STEPS[step]
    mixed ^= mixed >> np.uint64(31)
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(30)
    return mixed
