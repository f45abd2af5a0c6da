"""Words that open a paragraph of a page, and what must follow them."""

from pathlib import Path

import pytest

from furphy import lexicon
from furphy.errors import LexiconError
from furphy.lexicon.page import openers


@pytest.mark.parametrize(
    ("kind", "paragraph", "words"),
    [
        pytest.param("source_lines", "Source: Dnipro Portal", "source", id="with its colon"),
        pytest.param("source_lines", "Source code was leaked", None, id="without one"),
        pytest.param("source_lines", "— [SOURCE : agency]", "source", id="in marks and capitals"),
        pytest.param(
            "source_lines", "Source of the\narticle: x", "source of the article", id="longest wins"
        ),
        pytest.param("source_lines", "The source: an official", None, id="not at the head"),
        pytest.param("disclaimers", "", None, id="nothing"),
    ],
)
def test_an_opener_is_met_at_the_head_of_a_paragraph(
    kind: str, paragraph: str, words: str | None
) -> None:
    opening = openers(kind, lexicon.ENGLISH).open(paragraph)
    assert (opening and opening.row["words"]) == words


def test_an_opening_ends_behind_its_colon() -> None:
    paragraph = "Source: Dnipro Portal"
    opening = openers("source_lines", lexicon.ENGLISH).open(paragraph)
    assert opening is not None
    assert paragraph[opening.end :].strip() == "Dnipro Portal"


def test_a_language_without_the_list_has_no_openers() -> None:
    assert openers("source_lines", "tlh").open("Source: x") is None


def test_a_follower_that_means_nothing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data" / "yy").mkdir(parents=True)
    (tmp_path / "data" / "yy" / "page_odd.tsv").write_text("words\tthen\nsource\tcomma\n")
    monkeypatch.setattr("furphy.lexicon.resources.files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=r"page_odd\.tsv: source: no such follower comma"):
        openers("odd", "yy")
