"""PDF to a document: text lines from a confined child process, paragraphs and pages from them."""

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from furphy.errors import TooLarge, UnreadableDocument
from furphy.ingest.blocks import blocks, composed
from furphy.ingest.capture import Capture
from furphy.ingest.characters import cleaned, oddities
from furphy.ingest.language import language_of
from furphy.ingest.limits import Limits
from furphy.ingest.provenance import derived_from
from furphy.ingest.publication import Stated, publication
from furphy.ingest.segments import labelled
from furphy.model.document import Document, Note, SegmentKind

_CHILD = Path(__file__).with_name("pdf_child.py")
_SECONDS = 30
_REASONS = {
    "encrypted": "an encrypted PDF; it needs a password",
    "damaged": "a damaged PDF",
}
_WALLS = {"network", "files"}
_HYPHEN = re.compile("[\ufffe\x02]\\s*")
_FOLIO = re.compile(r"\W*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*[/–-]\s*\d{1,4})?\W*")
_MOVED = re.compile(r"\d+")
_RUNNING_HEAD = 3
"""A first or last line that stands on so many pages, but for its numbers, belongs to the layout."""
_STAMP = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")

PagedPart = tuple[str, int]


def read_pdf(capture: Capture, limits: Limits) -> Document:
    """Read a PDF.

    Raises :class:`UnreadableDocument` where it is encrypted, damaged or holds images alone, and
    :class:`TooLarge` where reading it takes more memory or time than the child is given.
    """
    found = _lines_of(capture.data, limits)
    parts = _paragraphs(_without_running_heads(found["pages"]))
    if not parts:
        raise UnreadableDocument(f"no text on its {found['count']} pages; they hold only images")
    text, plain = composed((words, None) for words, _ in parts)
    paged = [replace(block, page=page) for block, (_, page) in zip(plain, parts, strict=True)]
    segments = labelled(text, paged)
    titles = (each.span.of(text) for each in segments if each.kind is SegmentKind.TITLE)
    metadata: dict[str, str] = found["metadata"]
    published, dating = publication(text, segments, capture.url, Stated(capture.published))
    return Document(
        id=capture.id,
        key=capture.key,
        text=text,
        segments=segments,
        language=language_of(text),
        url=capture.url,
        title=next(titles, None) or _plain(metadata.get("Title")),
        author=_plain(metadata.get("Author")),
        published=published,
        derived_from=derived_from(text, segments),
        notes=(*_notes(found, limits), *dating, *oddities(text)),
    )


def _lines_of(data: bytes, limits: Limits) -> dict[str, Any]:
    command = [sys.executable, "-I", str(_CHILD), str(limits.pages)]
    try:
        child = subprocess.run(  # noqa: S603  (our own interpreter and file)
            command, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TooLarge(f"a PDF that takes more than {_SECONDS} seconds to read") from error
    if child.returncode != 0 or not child.stdout:
        raise UnreadableDocument("a PDF that breaks its reader or exceeds its memory")
    found: dict[str, Any] = json.loads(child.stdout)
    if reason := found.get("error"):
        raise UnreadableDocument(_REASONS.get(reason, "a PDF that needs too much memory"))
    return found


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Drop page numbers, and the lines that head or foot many pages."""
    edges = Counter(
        _MOVED.sub("#", line.strip())
        for lines in pages
        for line in {index: lines[index] for index in (0, -1) if lines}.values()
    )
    layout = {line for line, count in edges.items() if count >= _RUNNING_HEAD and line}
    return [_body(lines, layout) for lines in pages]


def _body(lines: list[str], layout: set[str]) -> list[str]:
    first, last = 0, len(lines)
    while first < last and _is_layout(lines[first], layout):
        first += 1
    while last > first and _is_layout(lines[last - 1], layout):
        last -= 1
    return lines[first:last]


def _is_layout(line: str, layout: set[str]) -> bool:
    trimmed = line.strip()
    return not trimmed or _MOVED.sub("#", trimmed) in layout or bool(_FOLIO.fullmatch(trimmed))


def _paragraphs(pages: list[list[str]]) -> list[PagedPart]:
    """Join lines to paragraphs, also across a page's end where the sentence runs on."""
    parts: list[PagedPart] = []
    for number, lines in enumerate(pages, 1):
        text, _ = cleaned(_HYPHEN.sub("", "\n".join(lines)))
        for index, block in enumerate(blocks(text)):
            words = " ".join(block.span.of(text).split())
            if index == 0 and parts and words[0].islower() and _is_open(parts[-1][0]):
                parts[-1] = (f"{parts[-1][0]} {words}", parts[-1][1])
            else:
                parts.append((words, number))
    return parts


def _is_open(paragraph: str) -> bool:
    return paragraph[-1].isalnum() or paragraph[-1] in ",;–—-"


def _plain(words: str | None) -> str | None:
    """Return a metadata field unless it is empty or the name of a file."""
    trimmed = " ".join(cleaned(words or "")[0].split())
    is_file_name = re.search(r"\.\w{2,5}$", trimmed) is not None
    return trimmed if trimmed and not is_file_name else None


def _notes(found: dict[str, Any], limits: Limits) -> list[Note]:
    notes: list[Note] = []
    if found["count"] > len(found["pages"]):
        message = f"{len(found['pages'])} of {found['count']} pages read, of at most {limits.pages}"
        notes.append(Note("pages-left-out", message))
    if missing := sorted(_WALLS - set(found["walls"])):
        message = f"the PDF was read without being cut off from {' and '.join(missing)}"
        notes.append(Note("unconfined", message))
    if stamp := _STAMP.match(found["metadata"].get("CreationDate") or ""):
        # When a file was made is not when its text was published: pages are printed years later.
        day = "-".join(stamp.groups())
        notes.append(Note("file-made", f"the file says that it was made on {day}"))
    empty = [str(number) for number, lines in enumerate(found["pages"], 1) if not lines]
    if empty:
        notes.append(Note("pages-without-text", f"no text on pages {', '.join(empty[:20])}"))
    return notes
