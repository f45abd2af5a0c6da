from hypothesis import given
from hypothesis import strategies as st

from furphy.ingest.characters import cleaned, oddities


def test_what_no_text_needs_becomes_a_blank_and_a_note() -> None:
    text, notes = cleaned("a\x00b\x9fc")
    assert text == "a b c"
    assert [(note.code, note.span and note.span.start) for note in notes] == [
        ("control-character", 1)
    ]


def test_half_a_pair_becomes_a_mark() -> None:
    text, notes = cleaned("a\ud800b")
    assert (text, [note.code for note in notes]) == ("a�b", ["lone-surrogate"])


def test_every_line_end_becomes_one() -> None:
    assert cleaned("a\r\nb\rc\u2028d\fe\n")[0] == "a\nb\nc\nd\ne\n"


def test_invisible_characters_stay_and_are_noted() -> None:
    text = "\u202ethree\u202c dro\u200bnes"
    assert cleaned(text) == (text, ())
    assert [(note.code, note.message.split()[0]) for note in oddities(text)] == [
        ("bidi-control", "2"),
        ("zero-width", "1"),
    ]


def test_plain_text_is_not_odd() -> None:
    assert oddities("Three drones fell.\n\tنعم می‌خواهم 👨‍👩‍👧") == ()


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_can_be_written_and_keeps_its_places(text: str) -> None:
    clean, _ = cleaned(text)
    clean.encode("utf-8")
    assert len(clean) == len(text.replace("\r\n", "\n"))
    assert cleaned(clean) == (clean, ())
