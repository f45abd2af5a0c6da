"""The ledger: every input ever named, what became of it, and who is at work on it.

A run of furphy takes inputs on by writing its own name beside them; where two runs name the same
input, the later one does it, and the earlier one passes it over if it has not begun it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, and_, bindparam, case, delete, func, select, update

from furphy.casebook.dialects import insert_new
from furphy.casebook.packing import content_id
from furphy.casebook.schema import FAILURE, ITEM

TRIES = 3
"""How often an input that would not come to an end is taken up before it is given up."""

_AT_ONCE = 500

Thing = TypeVar("Thing")


class State(StrEnum):
    """What became of an input."""

    QUEUED = "queued"
    DONE = "done"
    PARTIAL = "partial"
    FAILED = "failed"
    SKIPPED = "skipped"


ENDED = (State.DONE, State.PARTIAL, State.FAILED, State.SKIPPED)


@dataclass(frozen=True, slots=True)
class Item:
    """An input to be taken up."""

    number: int
    input: str
    digest: str | None
    """Of its bytes when it was last brought to an end; None where it never was, or is no file."""
    attempts: int
    ended: bool = False
    """Whether the ledger held it for done before this run took it up again."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of an input."""

    item: int
    state: State
    digest: str | None = None
    documents: int = 0
    failures: int = 0
    reason: str | None = None


def item_id(name: str) -> str:
    """Return the id of an input."""
    return content_id(name)


def enlist(connection: Connection, names: Sequence[str], run: str, now: str) -> int:
    """Put down inputs that are to be taken up by a run; return how many there are.

    Known ones keep what is known of them.
    """
    known = _numbers(connection, names)
    last = connection.scalar(select(func.max(ITEM.c.number))) or 0
    fresh = [name for name in dict.fromkeys(names) if name not in known]
    rows = [
        {
            "number": number,
            "id": item_id(name),
            "input": name,
            "state": State.QUEUED.value,
            "run": run,
            "attempts": 0,
            "documents": 0,
            "failures": 0,
            "added_at": now,
        }
        for number, name in enumerate(fresh, last + 1)
    ]
    insert_new(connection, ITEM, rows)
    for batch in _batches(known.values()):
        connection.execute(update(ITEM).where(ITEM.c.number.in_(batch)).values(run=run))
    return len(fresh) + len(known)


def requeue(connection: Connection, run: str) -> None:
    """Have all inputs that a run named taken up anew, whatever came of them before."""
    mine = ITEM.c.run == run
    connection.execute(update(ITEM).where(mine).values(state=State.QUEUED.value, digest=None))


def take_over(connection: Connection, run: str) -> int:
    """Have a run take on all that is still queued, whoever put it down; return how many."""
    queued = ITEM.c.state == State.QUEUED.value
    return connection.execute(update(ITEM).where(queued).values(run=run)).rowcount


def page(connection: Connection, run: str, after: int = 0, *, ended: bool) -> list[Item]:
    """Return the next inputs of a run: those queued, or else those brought to an end before."""
    state = ITEM.c.state.in_(ENDED) if ended else ITEM.c.state == State.QUEUED.value
    mine = and_(ITEM.c.run == run, ITEM.c.number > after, state)
    columns = (ITEM.c.number, ITEM.c.input, ITEM.c.digest, ITEM.c.attempts)
    rows = connection.execute(select(*columns).where(mine).order_by(ITEM.c.number).limit(_AT_ONCE))
    return [Item(*row, ended=ended) for row in rows]


def has_queued(connection: Connection, run: str) -> bool:
    """Tell whether an input that a run has taken on is still to be taken up."""
    queued = select(1).where(ITEM.c.run == run, ITEM.c.state == State.QUEUED.value)
    return connection.scalar(queued.limit(1)) is not None


def begin(connection: Connection, items: Sequence[int]) -> None:
    """Forget what could not be read of inputs the last time: they are read anew."""
    for batch in _batches(items):
        connection.execute(delete(FAILURE).where(FAILURE.c.item.in_(batch)))


def settle(connection: Connection, endings: Sequence[Ending], maker: int, now: str) -> None:
    """Put down what became of inputs."""
    if not endings:
        return
    rows = [
        {
            "of_item": each.item,
            "new_state": each.state.value,
            "new_digest": each.digest,
            "new_documents": each.documents,
            "new_failures": each.failures,
            "new_reason": each.reason,
        }
        for each in endings
    ]
    names = ("state", "digest", "documents", "failures", "reason")
    change = update(ITEM).where(ITEM.c.number == bindparam("of_item"))
    values: dict[str, object] = {name: bindparam(f"new_{name}") for name in names}
    values |= {"attempts": ITEM.c.attempts + 1, "maker": maker, "ended_at": now}
    connection.execute(change.values(values), rows)


def forget(connection: Connection, documents: Sequence[tuple[int, str]]) -> None:
    """Forget why documents, given by the number of their input and their key, were not read."""
    if documents:
        rows = [{"of_item": item, "of_key": key} for item, key in documents]
        named = and_(FAILURE.c.item == bindparam("of_item"), FAILURE.c.key == bindparam("of_key"))
        connection.execute(delete(FAILURE).where(named), rows)


def recount(connection: Connection, items: Iterable[int]) -> None:
    """Bring what is said of inputs in step with the documents of theirs that were not read.

    A document that was kept may turn out not to be readable long after its input was done, and
    one that was not may be read by a later furphy.
    """
    count = select(func.count()).select_from(FAILURE).where(FAILURE.c.item == ITEM.c.number)
    failures = count.scalar_subquery()
    state = case((failures > 0, State.PARTIAL.value), else_=State.DONE.value)
    whole = and_(ITEM.c.state.in_((State.DONE.value, State.PARTIAL.value)), ITEM.c.reason.is_(None))
    for batch in _batches(items):
        change = update(ITEM).where(ITEM.c.number.in_(batch), whole)
        connection.execute(change.values(failures=failures, state=state))


def _numbers(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for batch in _batches(names):
        ids = [item_id(name) for name in batch]
        rows = connection.execute(select(ITEM.c.input, ITEM.c.number).where(ITEM.c.id.in_(ids)))
        found.update((row.input, row.number) for row in rows)
    return found


def _batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    rest = iter(things)
    while batch := list(islice(rest, _AT_ONCE)):
        yield batch
