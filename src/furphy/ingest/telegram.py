"""Posts of a Telegram chat to captures: what both of Telegram Desktop's formats have in common.

A post goes by its number in the chat. What a chat tells of itself (who joined, what was pinned) is
no post: it is left out, and the next post says how much was. Channels and supergroups count their
posts, so that a missing number is a post that was deleted or not exported; other chats number
theirs together with all the others of an account, where gaps mean nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from furphy.errors import InputError
from furphy.ingest.capture import Capture
from furphy.ingest.container import Container, Part
from furphy.ingest.entry import Entry
from furphy.ingest.failure import Failure
from furphy.ingest.format import Format
from furphy.model.document import DerivationKind, Note

NAMELESS = "Deleted Account"
"""What the export puts where a name is not known."""


@dataclass(frozen=True, slots=True)
class Chat:
    """What an export tells of a chat."""

    name: str | None = None
    counts: bool | None = None
    """Whether it numbers its posts by itself; None where the export does not tell."""
    place: str = ""
    """What leads to it in the export of a whole account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, whatever the format of the export."""

    number: int
    is_service: bool = False
    sender: str | None = None
    signature: str | None = None
    text: str = ""
    links: tuple[tuple[str, str], ...] = ()
    sent: str | None = None
    """ISO 8601, as is the next."""
    edited: str | None = None
    is_forward: bool = False
    forwarded_from: str | None = None
    replies_to: int | None = None
    media: str | None = None


def captured(container: Container, chat: Chat, messages: Iterable[Message]) -> Iterator[Part]:
    """Yield the posts of a chat, each with notes on what is missing or left out before it.

    One post is held back, so that the last can tell what was left out after it.
    """
    left_out = _LeftOut()
    held: Capture | None = None
    try:
        for post in _posts(container, chat, messages, left_out):
            if held:
                yield held
            held = post
    except InputError:
        if held:
            yield _told(held, left_out)
        raise
    if held:
        yield _told(held, left_out)
    elif left_out.count:
        reason = f"a chat without posts; {left_out.count} service messages left out"
        yield Failure(container.key, reason)


@dataclass(slots=True)
class _LeftOut:
    """How many service messages were passed over since the last post."""

    count: int = 0

    def told(self, where: str) -> tuple[Note, ...]:
        """Return a note on them, and forget them."""
        count, self.count = self.count, 0
        if not count:
            return ()
        told = "1 service message" if count == 1 else f"{count} service messages"
        return (Note("service-messages", f"{told} left out {where} this one"),)


def _told(last: Capture, left_out: _LeftOut) -> Capture:
    """Let the last post tell what was left out after it."""
    return replace(last, notes=(*last.notes, *left_out.told("after")))


def _posts(
    container: Container, chat: Chat, messages: Iterable[Message], left_out: _LeftOut
) -> Iterator[Capture]:
    previous: int | None = None
    for message in messages:
        if message.is_service:
            left_out.count += 1
        else:
            notes = (*_missing(chat, message, previous), *left_out.told("before"))
            data = entry_of(chat, message).written()
            part = container.part(f"{chat.place}{message.number}", data, notes)
            yield replace(part, form=Format.ENTRY)
        previous = message.number


def entry_of(chat: Chat, message: Message) -> Entry:
    """Return what a message says as an entry; who sends in the name of the chat is not named."""
    sender = message.sender if message.sender != chat.name else None
    forward = DerivationKind.FORWARD.value
    return Entry(
        id=str(message.number),
        text=message.text.strip() or None,
        published=message.sent,
        updated=message.edited,
        author=message.signature or sender,
        outlet=chat.name,
        derived=((forward, message.forwarded_from),) if message.is_forward else (),
        links=dict(message.links),
        replies_to=None if message.replies_to is None else f"{chat.place}{message.replies_to}",
        media=message.media,
    )


def _missing(chat: Chat, message: Message, previous: int | None) -> tuple[Note, ...]:
    counts = message.sender == chat.name if chat.counts is None else chat.counts
    if not counts or previous is None or message.number <= previous + 1:
        return ()
    first, last = previous + 1, message.number - 1
    told = f"message {first} is" if first == last else f"messages {first} to {last} are"
    note = f"{told} missing before this one: deleted, or not exported"
    return (Note("missing-messages", note),)


_VIA = re.compile(r"\s+via @\w+$")
_STAMP = re.compile(
    r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?", re.IGNORECASE
)


def named(written: str | None) -> str | None:
    """Return a name without the bot that it was sent by; None where it only fills the place."""
    name = _VIA.sub("", " ".join((written or "").split()))
    return name if name and name != NAMELESS else None


def stamped(written: str) -> str | None:
    """Return the time on a page of an export as ISO 8601: in UTC where its offset is told."""
    match = _STAMP.search(written)
    if match is None:
        return None
    day, month, year, clock, offset = match.groups()
    local = f"{year}-{month}-{day}T{clock}"
    if offset is None:
        return local
    try:
        return counted(datetime.fromisoformat(local + offset).timestamp())
    except (ValueError, OverflowError):
        return local


def counted(seconds: float) -> str | None:
    """Return seconds since 1970 as ISO 8601; None where they are no moment."""
    try:
        return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError, OSError):
        return None
