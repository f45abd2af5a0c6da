"""PDF files written by hand, line by line, so that a test shows all that is in them."""

_LINE_HEIGHT = 14
_LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00><00>]" % (
    b"28" * 32,
    b"29" * 32,
)


def pdf(pages: list[list[str]], info: str = "", locked: bool = False) -> bytes:
    """Return a PDF with these lines on its pages; an empty line leaves a gap."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [font]
    root = 2 * len(pages) + 2
    for lines in pages:
        content = _content(lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 1 0 R >> >> >>" % (root, len(objects))
        )
    kids = b" ".join(b"%d 0 R" % (2 * number + 3) for number in range(len(pages)))
    objects.append(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % root)
    objects.append(b"<< %s >>" % info.encode("latin-1"))
    return _written(objects, root + 1, _LOCKED if locked else b"")


def _content(lines: list[str]) -> bytes:
    shown = [b"BT /F1 11 Tf"]
    for number, line in enumerate(lines):
        words = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        height = 780 - _LINE_HEIGHT * number
        if line:
            shown.append(b"1 0 0 1 72 %d Tm (%s) Tj" % (height, words.encode("latin-1")))
    return b"\n".join([*shown, b"ET"])


def _written(objects: list[bytes], catalog: int, extra: bytes) -> bytes:
    file = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return file + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root %d 0 R /Info %d 0 R %s >>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, catalog, catalog + 1, extra, len(file))
    )
