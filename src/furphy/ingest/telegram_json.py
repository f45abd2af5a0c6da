"""Telegram Desktop's export of a chat, or of a whole account, as JSON (``result.json``)."""

from collections.abc import Iterator
from itertools import groupby

from furphy.ingest.container import Container, Part
from furphy.ingest.json_stream import Found, Json, found_in
from furphy.ingest.telegram import Chat, Message, captured, counted, named

_CHATS = ("", "chats.list.item.", "left_chats.list.item.")
_RECORDS = frozenset(f"{chat}messages.item" for chat in _CHATS)
_LABELS = frozenset(f"{chat}{label}" for chat in _CHATS for label in ("name", "type", "id"))
_COUNTING = ("channel", "supergroup")
_MEDIA = ("photo", "file", "contact_information", "location_information", "game_title")
_Fields = dict[str, Json]


def unpack(container: Container) -> Iterator[Part]:
    """Yield the posts of all chats in an export.

    A post goes by its number, in the export of an account with that of its chat before it. Raises
    :class:`UnreadableDocument` where the export breaks off; what stands before that is read.
    """
    found = found_in(container.stream, container.limits.line, _RECORDS, _LABELS)
    for chat, messages in groupby(_of_chats(found), key=lambda pair: pair[0]):
        yield from captured(container, chat, (message for _, message in messages))


def _of_chats(found: Iterator[Found]) -> Iterator[tuple[Chat, Message]]:
    """Yield each message with its chat, whose labels stand before its messages."""
    labels: _Fields = {}
    for each in found:
        label = each.path.rpartition(".")[2]
        if isinstance(each.value, dict) and label == "item":
            message = _message(each.value)
            if message:
                yield _chat(labels, is_alone=each.path == "messages.item"), message
        else:
            labels = labels if label not in labels else {}
            labels[label] = each.value


def _chat(labels: _Fields, is_alone: bool) -> Chat:
    kind = labels.get("type")
    counts = kind.endswith(_COUNTING) if isinstance(kind, str) else None
    place = "" if is_alone else f"{labels.get('id')}/"
    return Chat(_name(labels.get("name")), counts, place)


def _message(fields: _Fields) -> Message | None:
    """Return a message; None for what has no number."""
    number = fields.get("id")
    if not isinstance(number, int):
        return None
    text, links = _flattened(fields.get("text") or fields.get("text_entities"))
    answered = fields.get("reply_to_message_id")
    return Message(
        number=number,
        is_service=fields.get("type") == "service",
        sender=_name(fields.get("from")),
        signature=_name(fields.get("author")),
        text="\n\n".join(filter(None, (text.strip(), _poll(fields.get("poll"))))),
        links=links,
        sent=_moment(fields, "date"),
        edited=_moment(fields, "edited"),
        is_forward="forwarded_from" in fields,
        forwarded_from=_name(fields.get("forwarded_from")),
        replies_to=answered if isinstance(answered, int) else None,
        media=_media(fields),
    )


def _name(value: Json) -> str | None:
    return named(value) if isinstance(value, str) else None


def _moment(fields: _Fields, name: str) -> str | None:
    """Return a time in UTC where the export tells it, else by the exporter's own clock."""
    counts = fields.get(f"{name}_unixtime")
    if isinstance(counts, str) and counts.isdecimal() and (moment := counted(int(counts))):
        return moment
    written = fields.get(name)
    return written if isinstance(written, str) and written else None


def _flattened(text: Json) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the words of a text with its entities, and where its links lead."""
    if isinstance(text, str):
        return text, ()
    words: list[str] = []
    links: list[tuple[str, str]] = []
    for piece in text if isinstance(text, list) else ():
        if isinstance(piece, str):
            words.append(piece)
        elif isinstance(piece, dict) and isinstance(shown := piece.get("text"), str):
            words.append(shown)
            if isinstance(target := piece.get("href"), str):
                links.append((shown, target))
    return "".join(words), tuple(links)


def _poll(poll: Json) -> str:
    """Return the question of a poll and its answers, a line each."""
    if not isinstance(poll, dict):
        return ""
    answers = poll.get("answers")
    lines = (
        [each.get("text") for each in answers or () if isinstance(each, dict)]
        if isinstance(answers, list)
        else []
    )
    question = _flattened(poll.get("question"))[0]
    return "\n".join([question, *(f"- {_flattened(line)[0]}" for line in lines)])


def _media(fields: _Fields) -> str | None:
    """Return what a message shows besides words, by the export's name for it."""
    kind = fields.get("media_type")
    if isinstance(kind, str):
        return kind
    return next((name.partition("_")[0] for name in _MEDIA if fields.get(name)), None)
