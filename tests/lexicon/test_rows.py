"""How word lists are read, and what every one of those shipped must keep."""

import re
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from furphy import lexicon
from furphy.errors import LexiconError

DATA = Path(str(resources.files("furphy.lexicon"))) / "data"
LISTS = sorted(path.relative_to(DATA) for path in DATA.rglob("*.tsv"))


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands in for the shipped word lists of a made-up language."""
    folder = tmp_path / "data" / "xx"
    folder.mkdir(parents=True)
    monkeypatch.setattr("furphy.lexicon.resources.files", lambda _: tmp_path)
    return folder


def test_a_line_is_read_by_the_names_of_its_columns(shelf: Path) -> None:
    (shelf / "cues.tsv").write_text("# why\nword\tkind\n# odd one\nsaid \t neutral\n\n“x”\t\n")
    assert [dict(row) for row in lexicon.rows("cues", "xx")] == [
        {"word": "said", "kind": "neutral"},
        {"word": "“x”", "kind": ""},
    ]
    assert lexicon.words("cues", "xx") == {"said", "“x”"}


@pytest.mark.parametrize("line", ["said", "said\tneutral\tmore"], ids=["too few", "too many"])
def test_a_line_of_another_width_is_named(shelf: Path, line: str) -> None:
    (shelf / "uneven.tsv").write_text(f"word\tkind\nsays\tneutral\n{line}\n")
    with pytest.raises(LexiconError, match=r"xx/uneven\.tsv:3: \d cells, not 2"):
        lexicon.rows("uneven", "xx")


def test_a_language_may_lack_a_list() -> None:
    assert lexicon.rows("cue_verbs", "tlh") == ()
    assert lexicon.words("no such list", lexicon.ENGLISH) == frozenset()


def test_a_row_cannot_be_changed_by_who_reads_it() -> None:
    row = lexicon.rows("cue_verbs", lexicon.ENGLISH)[0]
    with pytest.raises(TypeError):
        row["lemma"] = "other"  # type: ignore[index]  # that it cannot be is tested


@pytest.mark.parametrize("path", LISTS, ids=str)
def test_a_shipped_list_reads_and_repeats_nothing(path: Path) -> None:
    rows = lexicon.rows(path.stem, path.parent.name)
    repeated = Counter(tuple(row.values()) for row in rows)
    assert [row for row, times in repeated.items() if times > 1] == []


@pytest.mark.parametrize("path", LISTS, ids=str)
def test_a_shipped_list_is_kept_tidy(path: Path) -> None:
    text = (DATA / path).read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert not re.search(r"^ | $", text, re.MULTILINE)
