"""What comes of inputs and documents, gathered and stored with what the ledger says of it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from furphy.casebook import ledger
from furphy.casebook.ledger import Ending, Item, State
from furphy.casebook.writer import Batch, Miss, Writer
from furphy.desk.intake import Outcome
from furphy.desk.opener import Broken, Ended
from furphy.desk.taking import Begun, Known, Result, Turn
from furphy.ingest import Failure
from furphy.ingest.capture import Address

_MOST, _LARGEST, _LONGEST = 200, 8 << 20, 2.0
"""Documents, bytes and seconds after which what has come is stored."""

_SECOND_TRIES = 50
"""Documents held at most to be tried once more, after a worker died or came to a standstill."""


@dataclass(slots=True)
class Progress:
    """How far a run has come."""

    inputs: int = 0
    """Named."""
    ended: int = 0
    """Of them, brought to an end."""
    known: int = 0
    """Of those, known already and unchanged."""
    failed: int = 0
    """Of those, not stored at all."""
    documents: int = 0
    """Met in those that were opened, known ones too."""
    added: int = 0
    """New in the casebook."""
    read: int = 0
    """New readings."""
    misses: int = 0
    """Documents that gave none, or no reading."""


Misses = Sequence[Miss]

Watch = Callable[[Progress, Misses], None]
"""Told after each transaction how far it is, and which documents gave none."""


@dataclass(slots=True)
class _Tally:
    """An input under way."""

    documents: int = 0
    failures: int = 0
    waiting: int = 0
    """Documents of it that are still to be tried a second time."""
    end: Ended | Broken | None = None


class Storing:
    """Takes results in their turns and stores them, some at a time."""

    def __init__(self, writer: Writer, progress: Progress, watch: Watch) -> None:
        self._writer = writer
        self._progress = progress
        self._watch = watch
        self._batch = Batch()
        self._flushed = time.monotonic()
        self._tallies: dict[int, _Tally] = {}
        self._broken_off: list[Turn] = []

    def take(self, turn: Turn, result: Result) -> None:
        """Take what came of a turn; a document broken off is put aside for a second try."""
        if (
            isinstance(result, Failure)
            and turn.task is not None
            and len(self._broken_off) < _SECOND_TRIES
        ):
            self._tally(turn).waiting += 1
            self._broken_off.append(turn)
        else:
            self._sort(turn, result)

    def take_at_last(self, turn: Turn, result: Result) -> None:
        """Take what came of a second try."""
        self._tally(turn).waiting -= 1
        self._sort(turn, result)
        self._settle(turn)

    def broken_off(self) -> list[Turn]:
        """Return the turns to be tried a second time, once."""
        turns, self._broken_off = self._broken_off, []
        return turns

    def flush(self) -> None:
        """Store what has come so far."""
        batch, self._batch = self._batch, Batch()
        if batch:
            stored = self._writer.flush(batch)
            self._progress.added += len(stored.numbers["document"])
            self._progress.read += len(stored.numbers["reading"])
        self._flushed = time.monotonic()
        self._watch(self._progress, batch.misses)

    def _sort(self, turn: Turn, result: Result) -> None:
        match result:
            case Begun():
                self._batch.begun.append(turn.item.number)
            case Known():
                self._count(turn)
            case Outcome():
                self._file(turn, result)
            case Failure():
                self._retry(turn)
                key = turn.task.capture.key if turn.task else result.key
                self._miss(turn, key, result.reason)
            case Ended() | Broken():
                self._tally(turn).end = result
                self._settle(turn)
            case Address():
                self._batch.found.append(result.url)
                self._progress.inputs += 1
        if self._is_due():
            self.flush()

    def _file(self, turn: Turn, outcome: Outcome) -> None:
        self._retry(turn)
        if outcome.filed is not None:
            self._batch.file(outcome.filed)
            self._count(turn)
        if outcome.trouble is not None and turn.task is not None:
            self._miss(turn, turn.task.capture.key, outcome.trouble)

    def _retry(self, turn: Turn) -> None:
        if turn.late and turn.task is not None:
            self._batch.retried.append((turn.item.number, turn.task.capture.key))

    def _count(self, turn: Turn) -> None:
        self._tally(turn).documents += 1
        self._progress.documents += 1

    def _miss(self, turn: Turn, key: str, reason: str) -> None:
        self._batch.misses.append(Miss(turn.item.number, key, reason))
        self._tally(turn).failures += 1
        self._progress.misses += 1

    def _tally(self, turn: Turn) -> _Tally:
        if turn.late:
            # Its input's account was closed long since; the ledger counts the failures itself.
            return _Tally()
        return self._tallies.setdefault(turn.item.number, _Tally())

    def _settle(self, turn: Turn) -> None:
        """Bring an input to its end once all of it has come back."""
        tally = self._tally(turn)
        if tally.end is None or tally.waiting:
            return
        del self._tallies[turn.item.number]
        if isinstance(tally.end, Ended) and tally.end.known:
            self._progress.known += 1
            self._progress.ended += 1
            return
        ending = _ending(turn.item, tally)
        self._batch.endings.append(ending)
        if ending.state is not State.QUEUED:
            self._progress.ended += 1
            self._progress.failed += ending.state is State.FAILED

    def _is_due(self) -> bool:
        batch = self._batch
        return (
            len(batch.filed) + len(batch.misses) + len(batch.found) + len(batch.endings) >= _MOST
            or batch.size >= _LARGEST
            or (bool(batch) and time.monotonic() - self._flushed > _LONGEST)
        )


def _ending(item: Item, tally: _Tally) -> Ending:
    """Return what the ledger is to say of an input."""
    some = State.PARTIAL if tally.documents else State.FAILED
    may_retry = item.attempts + 1 < ledger.TRIES
    found = Ending(item.number, some, None, tally.documents, tally.failures)
    end = tally.end
    if end is None:
        return found
    if isinstance(end, Broken):
        state = State.QUEUED if end.died and may_retry else some
        return replace(found, state=state, reason=end.reason)
    if end.changed:
        state = State.QUEUED if may_retry else some
        return replace(found, state=state, reason="it changed while it was being read")
    state = some if tally.failures else State.DONE
    return replace(found, state=state, digest=end.digest)
