"""Telegram Desktop's export of a chat as pages (``messages.html``, ``messages2.html`` …)."""

import re
from collections.abc import Iterator

from lxml.etree import LxmlError, _Element
from lxml.html import HTMLParser, document_fromstring

from furphy.errors import TooLarge, UnreadableDocument
from furphy.ingest.container import Container, Part
from furphy.ingest.telegram import Chat, Message, captured, named, stamped

_NUMBER = re.compile(r"message(\d+)$")
_ANSWERED = re.compile(r"go_to_message(\d+)$")
_WRAPPED = {"photo_wrap": "photo", "video_file_wrap": "video_file", "animated_wrap": "animation"}
_TITLED = {
    "Photo": "photo",
    "Sticker": "sticker",
    "Animation": "animation",
    "Video file": "video_file",
    "Voice message": "voice_message",
    "Video message": "video_message",
    "Audio file": "audio_file",
}
"""What the pages call media, and what the same export calls them in JSON."""


def unpack(container: Container) -> Iterator[Part]:
    """Yield the posts of a page; raises :class:`TooLarge` and :class:`UnreadableDocument`."""
    limit = container.limits.page
    data = container.stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"a page of more than {limit} bytes")
    try:
        tree = document_fromstring(data, parser=HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError) as error:
        raise UnreadableDocument("no markup that can be read") from error
    header = _first(tree, "page_header")
    title = _first(header, "text") if header is not None else None
    chat = Chat(named(_words(title)) if title is not None else None)
    yield from captured(container, chat, _messages(tree))


def _messages(tree: _Element) -> Iterator[Message]:
    """Yield the messages of a page; one that is joined to the last has the same sender."""
    last: Message | None = None
    for block in _all(tree, "message"):
        number = _NUMBER.match(block.get("id") or "")
        # Dates between messages are blocks with a number below zero.
        if number is None:
            continue
        if "service" in _classes(block):
            yield Message(number=int(number[1]), is_service=True)
            continue
        last = _message(block, int(number[1]), last if "joined" in _classes(block) else None)
        yield last


def _message(block: _Element, number: int, before: Message | None) -> Message:
    body = _first(block, "body")
    own = body if body is not None else block
    forward = _first(own, "forwarded", "body")
    inner = forward if forward is not None else own
    text = _first(inner, "text", child=True)
    answered = _first(own, "reply_to")
    return Message(
        number=number,
        sender=_name(own) or (before.sender if before else None),
        signature=named(_words(_first(own, "signature", child=True))),
        text="\n\n".join(filter(None, (_words(text), _poll(inner)))),
        links=_links(text),
        sent=_sent(own),
        is_forward=forward is not None,
        forwarded_from=_origin(forward, before) if forward is not None else None,
        replies_to=_answered(answered) if answered is not None else None,
        media=_media(inner),
    )


def _name(element: _Element) -> str | None:
    return named(_words(_first(element, "from_name", child=True), without_spans=True))


def _origin(forward: _Element, before: Message | None) -> str | None:
    """Return who a forward is from; one below another from the same place repeats no name."""
    if _first(forward, "from_name", child=True) is None and before is not None:
        return before.forwarded_from
    return _name(forward)


def _sent(body: _Element) -> str | None:
    date = _first(body, "date", child=True)
    return stamped(date.get("title") or "") if date is not None else None


def _answered(reply: _Element) -> int | None:
    for link in reply.iter("a"):
        if match := _ANSWERED.search(link.get("href") or ""):
            return int(match[1])
    return None


def _links(text: _Element | None) -> tuple[tuple[str, str], ...]:
    if text is None:
        return ()
    found = ((_words(link), link.get("href") or "") for link in text.iter("a"))
    return tuple((words, target) for words, target in found if words and words != target)


def _poll(body: _Element) -> str:
    poll = _first(body, "media_poll")
    if poll is None:
        return ""
    question = _words(_first(poll, "question"))
    answers = (_words(each, without_spans=True) for each in _all(poll, "answer"))
    return "\n".join([question, *(f"- {each.removeprefix('-').strip()}" for each in answers)])


def _media(body: _Element) -> str | None:
    """Return what a message shows besides words, by the name it has in JSON."""
    wrap = _first(body, "media_wrap", child=True)
    if wrap is None:
        return None
    for mark, kind in _WRAPPED.items():
        if _first(wrap, mark) is not None:
            return kind
    if _first(wrap, "media_poll") is not None:
        return None
    return _TITLED.get(_words(_first(wrap, "title")), "file")


def _words(element: _Element | None, without_spans: bool = False) -> str:
    """Return the words of an element, its line breaks kept, blanks at its edges not."""
    return "".join(_pieces(element, without_spans)).strip() if element is not None else ""


def _pieces(element: _Element, without_spans: bool) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif isinstance(child.tag, str) and not (without_spans and child.tag == "span"):
            yield from _pieces(child, without_spans)
        yield child.tail or ""


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").split()


def _all(element: _Element, *classes: str) -> Iterator[_Element]:
    for each in element.iter("div", "a"):
        if each is not element and set(classes) <= set(_classes(each)):
            yield each


def _first(element: _Element, *classes: str, child: bool = False) -> _Element | None:
    """Return the first element below this one, or directly below it, that has these classes."""
    inner = iter(element) if child else _all(element, *classes)
    return next((each for each in inner if set(classes) <= set(_classes(each))), None)
