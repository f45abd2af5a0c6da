"""What kind of input some bytes are, told by their content and never by their name."""

import re
from enum import StrEnum

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
    GZIP = "gzip"
    BINARY = "binary"


# First bytes and what people call it; at 257 for tar.
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or office document"),
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
    (b"WARC/", "a web archive"),
    (b"<?xml", "XML that is not a web page"),
    (b"<rss", "a feed"),
    (b"<feed", "a feed"),
    (b"{", "JSON that is not JSON Lines"),
    (b"[", "JSON that is not JSON Lines"),
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
_JSON = re.compile(rb"\{\s*\n\s*\"|\[\s*[\[{\"]|[{\[]\s*[}\]]\s*$")
_MARKDOWN = re.compile(
    rb"^#{1,6} \S|^>+ \S|^(?:\*\*|__)\S.*(?:\*\*|__)|\[[^\]\n]+\]\(\S+\)|^```|^(?:=+|-{3,})[ \t]*$",
    re.MULTILINE,
)
_XML = (b"<?xml", b"<rss", b"<feed")
_WEB_XML = re.compile(rb"<html\b", re.IGNORECASE)
_STRAY = 2
"""More tags than this make a page of what does not begin as one."""


def sniffed(head: bytes) -> Format:
    """Return the format of an input that begins with these bytes."""
    if not head:
        return Format.EMPTY
    if head.startswith(b"\x1f\x8b"):
        return Format.GZIP
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if _is_binary(head):
        return Format.BINARY
    start = _narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n\f")
    if not start:
        return Format.TEXT if len(head) >= HEAD else Format.EMPTY
    return _kind_of_text(start)


def called(head: bytes) -> str:
    """Return what people call a kind of file that furphy has no reader for."""
    start = _narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[257:262] == b"ustar":
        return "a tar archive"
    return next((name for magic, name in _MAGIC if start.startswith(magic)), "binary data")


def _kind_of_text(start: bytes) -> Format:
    if _RECORD.match(start):
        return Format.RECORDS
    if start[:1] in (b"{", b"["):
        return Format.BINARY if _JSON.match(start) else Format.TEXT
    if start.startswith(_XML):
        return Format.HTML if _WEB_XML.search(start[:4096]) else Format.BINARY
    if (start[:1] == b"<" and _PAGE.search(start[:4096])) or len(_BLOCKS.findall(start)) > _STRAY:
        return Format.HTML
    return Format.MARKDOWN if _MARKDOWN.search(start) else Format.TEXT


def _is_binary(head: bytes) -> bool:
    if head.startswith(_WIDE_MARKS) or _is_wide(head):
        return False
    if any(head.startswith(magic) for magic, _ in _MAGIC if not magic.isascii()):
        return True
    if head.startswith((b"PK\x03\x04", b"{\\rtf", b"\x7fELF", b"SQLite format 3", b"WARC/")):
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
