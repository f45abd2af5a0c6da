"""What became of a claim: who called it unconfirmed, denied, confirmed or withdrawn, and when.

The status follows from what is told, in the order of time. Whoever denies what another confirmed,
or the other way round, makes it disputed; whoever denies what they had put forward themselves
withdraws it; only who denied it can turn it to confirmed again. What one document has from another
is told once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from furphy.model.account import Recycling, StatusEvent, Timeline
from furphy.model.assertion import StatusValue
from furphy.tracing.traced import Traced

DAY = 86_400.0
SILENCES = 30.0
"""A claim is recycled when it comes back after so many times the usual stretch between documents.

Usual is the median of the gaps up to then, and no less than a day: that is how often there is news.
So nothing is recycled within a month, and what is told once a week not within half a year.
"""


def timeline(
    events: Iterable[StatusEvent], documents: Sequence[Traced], tellers: Sequence[int]
) -> Timeline:
    """Return what became of a claim.

    ``tellers`` are the documents that put the claim forward, by their places among the documents.
    """
    told = [*_once(events)]
    return Timeline(tuple(told), _status(told), tuple(recyclings(documents, tellers)))


def _once(events: Iterable[StatusEvent]) -> Iterable[StatusEvent]:
    """Yield events in order, such as say the same by the same in the same words once."""
    seen = set[tuple[object, ...]]()
    for each in sorted(events, key=lambda one: (one.at is None, one.at or "", one.document)):
        same = (each.value, (each.by or "").casefold(), " ".join(each.text.casefold().split()))
        if same not in seen:
            seen.add(same)
            yield each


def _status(events: Sequence[StatusEvent]) -> StatusValue | None:
    status: StatusValue | None = None
    by: str | None = None
    for each in events:
        now = _after(status, each.value, same_voice=by is not None and by == each.by)
        if now is not status:
            status, by = now, each.by
    return status


def _after(
    status: StatusValue | None, told: StatusValue, *, same_voice: bool
) -> StatusValue | None:
    """Return the status once something is told."""
    if status is StatusValue.WITHDRAWN or told is StatusValue.WITHDRAWN:
        return StatusValue.WITHDRAWN
    if status is None or told is StatusValue.DISPUTED:
        return told
    if told is StatusValue.UNCONFIRMED or status is StatusValue.DISPUTED:
        return status
    opposed = {status, told} == {StatusValue.DENIED, StatusValue.CONFIRMED}
    return StatusValue.DISPUTED if opposed and not same_voice else told


def withdrawn(events: Iterable[StatusEvent], claimants: Iterable[str]) -> list[StatusEvent]:
    """Return the events, denials by those who had put the claim forward told as withdrawals."""
    own = {each.casefold() for each in claimants}
    return [
        replace(each, value=StatusValue.WITHDRAWN)
        if each.value is StatusValue.DENIED and each.by is not None and each.by.casefold() in own
        else each
        for each in events
    ]


def recyclings(documents: Sequence[Traced], tellers: Iterable[int]) -> Iterable[Recycling]:
    """Yield where a claim came back after a silence, by the rule of :data:`SILENCES`."""
    dated = sorted(
        (window.start, window.end, each)
        for each in set(tellers)
        if (window := documents[each].published) is not None
    )
    gaps: list[float] = []
    end = 0.0
    for (_, before_end, before), (start, _, after) in pairwise(dated):
        end = max(end, before_end)
        silence = max(0.0, start - end)
        usual = max(median(gaps), DAY) if gaps else DAY
        if silence >= SILENCES * usual:
            yield Recycling(after, before, silence, usual)
        else:
            gaps.append(silence)
