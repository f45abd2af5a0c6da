"""What was recalled from a memory, at hand as what it stands for: a value is read once."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from furphy.tracing.memory import Memory

Value = TypeVar("Value")


class Held:
    """A memory with what was read from it, as long as the process lasts."""

    def __init__(self, under: Memory) -> None:
        self._under = under
        self._known: dict[str, dict[bytes, Any]] = defaultdict(dict)
        self._later: dict[tuple[str, bytes], Callable[[], bytes]] = {}
        self._aside: dict[str, dict[Any, Any]] = defaultdict(dict)

    def recall(self, kind: str, keys: Sequence[bytes]) -> list[bytes | None]:
        """Return the value kept under each key; None where there is none."""
        return self._under.recall(kind, keys)

    def keep(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys, in place of those that are there."""
        self._under.keep(kind, values)
        known = self._known[kind]
        for key in values:
            known.pop(key, None)

    def told(
        self, kind: str, keys: Sequence[bytes], decode: Callable[[bytes], Value]
    ) -> list[Value | None]:
        """Return what the values kept under some keys stand for."""
        known = self._known[kind]
        wanting = [key for key in keys if key not in known]
        for key, data in zip(wanting, self._under.recall(kind, wanting), strict=True):
            if data is not None:
                known[key] = decode(data)
        return [*map(known.get, keys)]

    def hold(self, kind: str, values: Mapping[bytes, Any]) -> None:
        """Have at hand what some values stand for that were just kept."""
        self._known[kind].update(values)

    def keep_later(self, kind: str, key: bytes, made: Callable[[], bytes]) -> None:
        """Keep a value in place of the one that is there, when all is done."""
        self._later[kind, key] = made

    def settle(self) -> None:
        """Keep what was to be kept when all is done."""
        for (kind, key), made in self._later.items():
            self.keep(kind, {key: made()})
        self._later.clear()

    def at_hand(self, kind: str) -> dict[Any, Any]:
        """Return what whoever asks for a kind has put there, by whatever it goes by."""
        return self._aside[kind]

    def forget(self, kind: str) -> None:
        """Let go of what was read of a kind, since it would be read otherwise now."""
        self._known[kind].clear()

    def __reduce__(self) -> tuple[type["Held"], tuple[Memory]]:
        """Return what another process makes its own of: it reads for itself."""
        return Held, (self._under,)


def told(
    memory: Memory, kind: str, keys: Sequence[bytes], decode: Callable[[bytes], Value]
) -> list[Value | None]:
    """Return what the values kept under some keys stand for, read once where that is held."""
    if isinstance(memory, Held):
        return memory.told(kind, keys, decode)
    return [None if each is None else decode(each) for each in memory.recall(kind, keys)]


def hold(memory: Memory, kind: str, values: Mapping[bytes, Any]) -> None:
    """Have at hand what values stand for that were just kept, where that is held."""
    if isinstance(memory, Held):
        memory.hold(kind, values)


def keep_later(memory: Memory, kind: str, key: bytes, made: Callable[[], bytes]) -> None:
    """Keep a large value when all is done, where what was made is held; else at once."""
    if isinstance(memory, Held):
        memory.keep_later(kind, key, made)
    else:
        memory.keep(kind, {key: made()})


def at_hand(memory: Memory, kind: str) -> dict[Any, Any]:
    """Return where to put what is made of a kind of values; it stays where that is held."""
    return memory.at_hand(kind) if isinstance(memory, Held) else {}
