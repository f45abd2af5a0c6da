"""Web archives written by hand, record by record, so that a test shows all that is in them."""


def record(kind: str, content: bytes, **headers: str) -> bytes:
    """Return a record of a WARC file; names of headers are written with ``_`` for ``-``."""
    fields = {
        "WARC-Type": kind,
        "WARC-Date": "2024-03-14T09:20:11Z",
        "WARC-Record-ID": f"<urn:uuid:0000-{len(content)}>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(content)),
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + content + b"\r\n\r\n"


def answer(
    address: str, body: bytes, media: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """Return the record of what a server answered."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    return record("response", head.encode() + body, WARC_Target_URI=address)


def info() -> bytes:
    """Return the record that begins a file."""
    fields = b"software: by hand\r\n"
    return record("warcinfo", fields, Content_Type="application/warc-fields")
