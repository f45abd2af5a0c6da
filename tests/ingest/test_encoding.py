import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.ingest.encoding import declared_in, decoded

RUSSIAN = "Над городом сбили три беспилотника, сообщил губернатор области."

CASES = {
    "UTF-8": (RUSSIAN.encode(), [], "utf-8", []),
    "UTF-8 with a mark": (RUSSIAN.encode("utf-8-sig"), [], "utf-8", []),
    "UTF-16": (RUSSIAN.encode("utf-16"), [], "utf-16", []),
    "UTF-16 without a mark": ("Three drones.".encode("utf-16-le"), [], "utf-16-le", []),
    "UTF-16 the other way": ("Three drones.".encode("utf-16-be"), [], "utf-16-be", []),
    "declared": (RUSSIAN.encode("koi8-r"), ["koi8-r"], "koi8-r", []),
    "declared something else": (RUSSIAN.encode(), ["windows-1251"], "utf-8", []),
    "declared nonsense": (RUSSIAN.encode(), ["x-nothing", "base64", "utf-7"], "utf-8", []),
    "guessed": (RUSSIAN.encode("cp1251"), [], "cp1251", ["encoding-guessed"]),
    "a fault or two": (RUSSIAN.encode() + b"\xff", [], "utf-8", ["encoding-damaged"]),
    "Japanese escapes": ("ダム".encode("iso2022_jp"), ["iso-2022-jp"], "iso2022_jp", []),
}


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "notes"),
    CASES.values(),
    ids=CASES,
)
def test_the_encoding_is_told(
    data: bytes, declared: list[str], encoding: str, notes: list[str]
) -> None:
    found = decoded(data, declared)
    assert (found.encoding, [note.code for note in found.notes]) == (encoding, notes)


def test_what_is_not_as_declared_is_noted() -> None:
    found = decoded("“Fire” at the port".encode("cp1252"), ["shift_jis", "cp1252"])
    assert found.text == "“Fire” at the port"
    assert [note.code for note in found.notes] == ["encoding-misdeclared"]


def test_latin_1_means_what_it_means_on_the_web() -> None:
    assert decoded(b"\x93Fire\x94", ["iso-8859-1"]).text == "“Fire”"


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b'<meta http-equiv=x content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"),
        (b"<p>charset=utf-8", None),
    ],
)
def test_a_page_declares_its_encoding(page: bytes, label: str | None) -> None:
    assert declared_in(page) == label


@given(st.binary(max_size=300), st.lists(st.text(max_size=12), max_size=2))
def test_any_bytes_become_text(data: bytes, declared: list[str]) -> None:
    assert isinstance(decoded(data, declared).text, str)
