"""What kind of input some bytes are, told by their content and never by their name."""

import re
from collections.abc import Mapping
from enum import StrEnum

from furphy.ingest.dialect import is_table

HEAD = 65_536
"""Bytes that are looked at."""


class Format(StrEnum):
    """What furphy has a reader for, and what it knows it has none for."""

    EMPTY = "empty"
    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"
    PDF = "pdf"
    RECORDS = "records"
    RECORD_LIST = "record-list"
    TABLE = "table"
    FEED = "feed"
    TELEGRAM_JSON = "telegram-json"
    TELEGRAM_HTML = "telegram-html"
    WEB_ARCHIVE = "web-archive"
    ADDRESSES = "addresses"
    ZIP = "zip"
    GZIP = "gzip"
    BINARY = "binary"
    RECORD = "record"
    """One line of JSON Lines."""
    ENTRY = "entry"
    """One entry of a feed, chat or table, see :mod:`furphy.ingest.entry`."""


# First bytes and what people call it; at 257 for tar.
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"RIFF", "a media file (RIFF)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"ID3", "a sound file"),
    (b"OggS", "a media file (Ogg)"),
    (b"<?xml", "XML that is no web page and no feed"),
    (b"{", "JSON that holds no records"),
    (b"[", "JSON that holds no records"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|article|main|section|script|p|h1|table|span)\b",
    re.IGNORECASE,
)
_BLOCKS = re.compile(
    rb"</?(?:p|div|br|h[1-6]|li|ul|ol|td|blockquote|figure)\b[^<>]{0,200}>", re.IGNORECASE
)
_RECORD = re.compile(rb"\{[ \t]*\"")
_RECORD_LIST = re.compile(rb"\[\s*\{\s*\"")
_JSON = re.compile(rb"\{\s*\n\s*\"|\[\s*[\[{\"]|[{\[]\s*[}\]]\s*$")
# One chat, or all that Telegram Desktop exports of an account.
_CHAT = re.compile(
    rb"\{\s*(?:\"(?:name|type|id)\"\s*:\s*(?:\"(?:[^\"\\]|\\.)*\"|-?\d+|null)\s*,\s*){1,3}\"messages\"\s*:\s*\["
)
_ACCOUNT = re.compile(rb"\"(?:chats|left_chats)\"\s*:\s*\{\s*\"about\"")
_CHAT_PAGE = re.compile(rb"<div class=\"page_body chat_page\">\s*<div class=\"history\">")
_MARKED = (
    (re.compile(rb"\x1f\x8b"), Format.GZIP),
    (re.compile(rb"PK(?:\x03\x04|\x05\x06)"), Format.ZIP),
    (re.compile(rb"WARC/\d\.\d+\r?\n|filedesc://\S+ "), Format.WEB_ARCHIVE),
    (re.compile(rb"(?s:.{0,1019})%PDF-"), Format.PDF),
)
_PROLOG = re.compile(
    rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>)", re.DOTALL | re.IGNORECASE
)
_FEED = re.compile(rb"\s*<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
_ADDRESSES = re.compile(rb"(?:\s*https?://[^\s<>\"]+[ \t]*(?:\r?\n|\r|$))+\s*", re.IGNORECASE)
_MARKDOWN = re.compile(
    rb"^#{1,6} \S|^>+ \S|^(?:\*\*|__)\S.*(?:\*\*|__)|\[[^\]\n]+\]\(\S+\)|^```|^(?:=+|-{3,})[ \t]*$",
    re.MULTILINE,
)
_XML = (b"<?xml",)
_WEB_XML = re.compile(rb"<html\b", re.IGNORECASE)
_STRAY = 2
"""More tags than this make a page of what does not begin as one."""


def sniffed(head: bytes, fields: Mapping[str, str] | None = None) -> Format:
    """Return the format of an input that begins with these bytes.

    ``fields`` are those columns of a table that the user named, see :mod:`furphy.ingest.fields`.
    """
    if not head:
        return Format.EMPTY
    for marks, form in _MARKED:
        if marks.match(head):
            return form
    if _is_binary(head):
        return Format.BINARY
    start = _narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n\f")
    if not start:
        return Format.TEXT if len(head) >= HEAD else Format.EMPTY
    return _kind_of_text(start, fields or {})


def called(head: bytes) -> str:
    """Return what people call a kind of file that furphy has no reader for."""
    start = _narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[257:262] == b"ustar":
        return "a tar archive"
    return next((name for magic, name in _MAGIC if start.startswith(magic)), "binary data")


def _kind_of_text(start: bytes, fields: Mapping[str, str]) -> Format:
    if start[:1] in (b"{", b"["):
        return _kind_of_json(start)
    if start[:1] == b"<" and _is_feed(start):
        return Format.FEED
    if start.startswith(_XML):
        return Format.HTML if _WEB_XML.search(start[:4096]) else Format.BINARY
    if (start[:1] == b"<" and _PAGE.search(start[:4096])) or len(_BLOCKS.findall(start)) > _STRAY:
        return Format.TELEGRAM_HTML if _CHAT_PAGE.search(start) else Format.HTML
    return _kind_of_words(start, fields)


def _kind_of_json(start: bytes) -> Format:
    if _CHAT.match(start) or _ACCOUNT.search(start):
        return Format.TELEGRAM_JSON
    if _RECORD.match(start):
        return Format.RECORDS
    if _RECORD_LIST.match(start):
        return Format.RECORD_LIST
    return Format.BINARY if _JSON.match(start) else Format.TEXT


def _kind_of_words(start: bytes, fields: Mapping[str, str]) -> Format:
    if _lists_addresses(start):
        return Format.ADDRESSES
    if is_table(start, fields):
        return Format.TABLE
    return Format.MARKDOWN if _MARKDOWN.search(start) else Format.TEXT


def _is_feed(start: bytes) -> bool:
    """Tell a feed by its first element, whatever stands before that."""
    at = 0
    while prolog := _PROLOG.match(start, at):
        at = prolog.end()
    return _FEED.match(start, at) is not None


def _lists_addresses(start: bytes) -> bool:
    """Tell a list of addresses: nothing but one on each whole line."""
    whole = start[: start.rfind(b"\n") + 1] if len(start) > HEAD // 2 else start
    return _ADDRESSES.fullmatch(whole) is not None


def _is_binary(head: bytes) -> bool:
    if head.startswith(_WIDE_MARKS) or _is_wide(head):
        return False
    if any(head.startswith(magic) for magic, _ in _MAGIC if not magic.isascii()):
        return True
    if head.startswith((b"{\\rtf", b"\x7fELF", b"SQLite format 3")):
        return True
    odd = len(head) - len(head.translate(None, _CONTROLS))
    # A stray NUL or two is damage in a text; more than one control byte in a hundred is no text.
    return odd > max(2, len(head) // 100)


def _is_wide(head: bytes) -> bool:
    """Tell UTF-16 without a mark: nearly every other byte of western text is NUL."""
    sample = head[: len(head) // 2 * 2]
    pairs = len(sample) // 2
    zeros = sample[::2].count(0), sample[1::2].count(0)
    return pairs > 1 and max(zeros) > 0.6 * pairs and min(zeros) < 0.05 * pairs


def _narrow(head: bytes) -> bytes:
    """Drop the NUL bytes of UTF-16, so that the same patterns fit."""
    return head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
