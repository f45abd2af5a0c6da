"""How often somebody may try: log-ins by name and by address."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

TRIES, WITHIN = 8, 300.0
"""Failed log-ins that one name or address may have within so many seconds."""

_REMEMBERED = 10_000


class Limits:
    """Remembers failed log-ins, the latest of so many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, *keys: str) -> float:
        """Return for how many seconds none of these may try again; 0 where they may now."""
        moment = self._clock()
        with self._lock:
            longest = 0.0
            for key in keys:
                failed = [each for each in self._failed.get(key, ()) if moment - each < WITHIN]
                if len(failed) >= TRIES:
                    longest = max(longest, WITHIN - (moment - failed[-TRIES]))
            return longest

    def failed(self, *keys: str) -> None:
        """Remember that a log-in failed."""
        with self._lock:
            for key in keys:
                some = self._failed.pop(key, [])
                self._failed[key] = [*some[-(TRIES - 1) :], self._clock()]
            while len(self._failed) > _REMEMBERED:
                self._failed.popitem(last=False)

    def succeeded(self, key: str) -> None:
        """Forget the failures of one who got in."""
        with self._lock:
            self._failed.pop(key, None)
