"""How well a name in Chinese signs fits the sounds of a name in an alphabet.

A sign stands for more than one foreign syllable: 加 for *ga* in Gaza, for *ka* in Jakarta. So what
is compared is not what pinyin says, but whichever of its readings fits best: the edit distance
(Levenshtein 1966) from the nearest of all ways to read the signs, found sign by sign.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from furphy import lexicon
from furphy.gazetteer.sounds import classes, skeleton, sounds

_NO_SIGN = frozenset("·・‧-— ")


@lru_cache(maxsize=200_000)
def fits(signs: str, heard: str) -> tuple[float, float]:
    """Return how well signs fit sounds, from 0 to 1: by the consonants' classes, and by sound."""
    read = tuple(_readings(sign) for sign in signs if sign not in _NO_SIGN)
    return _fit(read, heard, _bones), _fit(read, heard, _same)


def _bones(heard: str) -> str:
    return skeleton(classes(heard))


def _same(heard: str) -> str:
    return heard


def _fit(read: Sequence[tuple[str, ...]], heard: str, seen: Callable[[str], str]) -> float:
    target = seen(heard)
    if not target:
        return 0.0
    costs = [float(at) for at in range(len(target) + 1)]
    for readings in read:
        ends = [_extended(costs, seen(reading), target) for reading in readings]
        costs = [min(column) for column in zip(*ends, strict=True)]
    return max(0.0, 1.0 - costs[-1] / len(target))


def _extended(costs: Sequence[float], reading: str, target: str) -> list[float]:
    """Return the costs of getting to each point of the target with one more reading."""
    row = [*costs]
    for sound in reading:
        following = [row[0] + 1.0]
        for at, wanted in enumerate(target, 1):
            change = row[at - 1] + (sound != wanted)
            following.append(min(change, row[at] + 1.0, following[-1] + 1.0))
        row = following
    return row


@cache
def _readings(sign: str) -> tuple[str, ...]:
    """Return the sounds that a sign may stand for: those listed, or what pinyin says."""
    listed = _listed().get(sign)
    return tuple(map(sounds, listed)) if listed else (sounds(sign),)


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    return {
        row["sign"]: tuple(each.strip() for each in row["readings"].split(";"))
        for row in lexicon.rows("sign_readings", "zh")
    }
