"""A program of its own: a PDF on standard input, its lines of text as JSON on standard output.

PDF parsers are large and are fed by strangers, so this one runs where it can reach nothing: no
network, no files, bounded memory and time. It imports nothing of furphy, since it is started by
its path under ``python -I``. Every import stands before the walls go up.
"""

import codecs
import ctypes
import json
import os
import resource
import sys
from itertools import pairwise
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it ships no types

_MEMORY = 1 << 30
_CPU_SECONDS = 20
_MOST_CHARACTERS = 50_000_000
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES = 38
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446
_LANDLOCK_ALL_FILES = (1 << 13) - 1
"""Every kind of access to files that the first version of Landlock knows."""
_PARAGRAPH_GAP = 1.35
"""A line this much further down than its neighbours usually are begins a paragraph."""
_DROPS_NEEDED = 3
_LEADING = 1.2
"""Usual distance of lines, in sizes of the font, where a page has too few lines to tell."""


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    if hasattr(resource, "RLIMIT_NPROC"):
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _walled() -> list[str]:
    """Cut off network and files where the system can; return what is cut off."""
    if sys.platform != "linux":
        return []
    libc = ctypes.CDLL(None, use_errno=True)
    walls = ["network"] if libc.unshare(_NEW_USER | _NEW_NETWORK) == 0 else []
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    rules = ctypes.c_uint64(_LANDLOCK_ALL_FILES)
    handle = libc.syscall(_LANDLOCK_CREATE, ctypes.byref(rules), ctypes.sizeof(rules), 0)
    if handle >= 0 and libc.syscall(_LANDLOCK_RESTRICT, handle, 0) == 0:
        walls.append("files")
    return walls


def _lines(page: Any) -> list[str]:  # noqa: ANN401  (pypdfium2 is not typed)
    """Return a page's lines from top to bottom, an empty one where a paragraph begins."""
    text = page.get_textpage()
    found: list[tuple[str, float, float]] = []
    at = 0
    for line in text.get_text_range().split("\n"):
        if line.strip():
            first = at + len(line) - len(line.lstrip())
            found.append((line.rstrip("\r"), *_stands(text, first)))
        at += len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1
    drops = [above[1] - below[1] for above, below in pairwise(found)]
    usual = sorted(drops)[(len(drops) - 1) // 4] if len(drops) >= _DROPS_NEEDED else 0.0
    lines: list[str] = []
    for index, (line, _, size) in enumerate(found):
        if index and drops[index - 1] > _PARAGRAPH_GAP * (usual or _LEADING * size):
            lines.append("")
        lines.append(line)
    return lines


def _stands(text: Any, index: int) -> tuple[float, float]:  # noqa: ANN401  (pypdfium2 is not typed)
    """Return the bottom and the height of a character's line; zeros where it has no place."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
        return 0.0, 0.0
    return float(box.bottom), float(box.top - box.bottom)


def _read(data: bytes, most_pages: int) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        return {"error": "encrypted" if locked else "damaged"}
    pages: list[list[str]] = []
    size = 0
    for number in range(min(len(document), most_pages)):
        try:
            lines = _lines(document[number])
        except pypdfium2.PdfiumError:
            lines = []
        size += sum(map(len, lines))
        pages.append(lines)
        if size > _MOST_CHARACTERS:
            break
    return {"pages": pages, "count": len(document), "metadata": document.get_metadata_dict()}


def main() -> None:
    """Read standard input behind walls; write what was found."""
    most_pages = int(sys.argv[1])
    for name in ("utf-8", "utf-16-le", "utf-16", "latin-1", "ascii"):
        codecs.lookup(name)
    _limit()
    walls = _walled()
    try:
        result = _read(sys.stdin.buffer.read(), most_pages)
    except MemoryError:
        result = {"error": "too large"}
    sys.stdout.write(json.dumps({**result, "walls": walls}))
    sys.stdout.flush()
    # Leaving at once spares the parser's own tidying up, which a bad file can crash.
    os._exit(0)


if __name__ == "__main__":
    main()
