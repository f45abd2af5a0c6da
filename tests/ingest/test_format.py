import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.ingest.format import HEAD, Format, called, sniffed

CASES = {
    "nothing": (b"", Format.EMPTY),
    "blanks": (b" \n\t\n", Format.EMPTY),
    "blanks for long": (b"\n" * HEAD, Format.TEXT),
    "words": (b"Three drones fell.", Format.TEXT),
    "page": (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", Format.HTML),
    "page in capitals": (b"<HTML><BODY>", Format.HTML),
    "page after a comment": (b"<!-- saved --><html>", Format.HTML),
    "XHTML": (b'<?xml version="1.0"?>\n<html xmlns="x">', Format.HTML),
    "fragment": (b"Fire<br>at the <p>port</p>", Format.HTML),
    "one stray tag": (b"a < b and <p>", Format.TEXT),
    "wide page": ("\ufeff<html>".encode("utf-16-le"), Format.HTML),
    "wide words": ("Three drones fell.".encode("utf-16-le"), Format.TEXT),
    "PDF": (b"%PDF-1.7", Format.PDF),
    "PDF after rubbish": (b"\n\n%PDF-1.7", Format.PDF),
    "records": (b'{"id": "1", "text": "x"}\n', Format.RECORDS),
    "record cut short": (b'{"id": "1", "te', Format.RECORDS),
    "JSON over lines": (b'{\n  "id": 1\n}', Format.BINARY),
    "JSON list": (b'[{"id": 1}]', Format.RECORD_LIST),
    "JSON list over lines": (b'[\n {\n  "id": 1', Format.RECORD_LIST),
    "JSON list of numbers": (b"[[1, 2]]", Format.BINARY),
    "Telegram chat": (b'{\n "name": "Port",\n "id": 7,\n "messages": [', Format.TELEGRAM_JSON),
    "Telegram account": (
        b'{"about": "x", "contacts": {}, "chats": {"about": "y", "list": []}}',
        Format.TELEGRAM_JSON,
    ),
    "Telegram page": (
        b'<!DOCTYPE html><body><div class="page_body chat_page">\n\n <div class="history">',
        Format.TELEGRAM_HTML,
    ),
    "web archive": (b"WARC/1.0\r\nWARC-Type: warcinfo", Format.WEB_ARCHIVE),
    "old web archive": (b"filedesc://a.arc 127.0.0.1 2024", Format.WEB_ARCHIVE),
    "words about web archives": (b"WARC/1.0 is a format", Format.TEXT),
    "table": (b"id,text,date\n1,Fell.,2024\n", Format.TABLE),
    "table with semicolons": (b"Nr;Body\n1;Fell, again.\n", Format.TABLE),
    "words with commas": (b"Text, date, place:\nwe know none.\n", Format.TEXT),
    "addresses": (b"https://a.example/1\r\n\r\nHTTP://b.example/2", Format.ADDRESSES),
    "an address and words": (b"https://a.example/1\nsays so", Format.TEXT),
    "two addresses on a line": (b"https://a.example/1 https://a.example/2", Format.TEXT),
    "bracketed words": (b"[Video] The dam", Format.TEXT),
    "braced words": (b"{ sic } he wrote", Format.TEXT),
    "gzip": (b"\x1f\x8b\x08", Format.GZIP),
    "picture": (b"\x89PNG\r\n\x1a\n", Format.BINARY),
    "ZIP": (b"PK\x03\x04word", Format.ZIP),
    "rich text": (b"{\\rtf1 x}", Format.BINARY),
    "feed": (b'<?xml version="1.0"?><rss><item><p>a<p>b<p>c', Format.FEED),
    "feed after a comment": (b'<?xml version="1.0"?>\n<!-- <html> -->\n<feed>', Format.FEED),
    "feed with a prefix": (b'<r:RDF xmlns="x">', Format.FEED),
    "other XML": (b'<?xml version="1.0"?><map>', Format.BINARY),
    "all bytes": (bytes(range(256)) * 9, Format.BINARY),
    "a stray NUL": (b"Three drones\x00 fell.", Format.TEXT),
    "Cyrillic in one byte": ("Дамба прорвана".encode("cp1251"), Format.TEXT),
    "heading": (b"# Fire\n\nwords", Format.MARKDOWN),
    "linked": (b"see [here](https://a.example)", Format.MARKDOWN),
    "hashtag": (b"#Kyiv three drones", Format.TEXT),
}


@pytest.mark.parametrize(("head", "form"), CASES.values(), ids=CASES)
def test_content_tells_the_format(head: bytes, form: Format) -> None:
    assert sniffed(head) is form


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<?xml version='1.0'?><map>", "XML that is no web page and no feed"),
        (b"[1]", "JSON that holds no records"),
        (b"x" * 257 + b"ustar", "a tar archive"),
        (b"\x00\x01", "binary data"),
    ],
)
def test_what_has_no_reader_is_called_by_its_name(head: bytes, name: str) -> None:
    assert called(head) == name


@given(st.binary(max_size=400))
def test_any_bytes_have_a_format(head: bytes) -> None:
    assert sniffed(head) in Format
