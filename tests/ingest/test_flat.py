from hypothesis import given
from hypothesis import strategies as st

from furphy.ingest.flat import flat


def test_words_come_line_by_line_without_scripts() -> None:
    markup = "<head><title>x</title></head><p>One <b>two</b><br>three<script>a<b</script><style>"
    assert [words for words, _ in flat(markup)] == ["One two", "three"]


@given(st.text('<>/abp!-&;"= \n', max_size=60))
def test_any_markup_gives_lines(markup: str) -> None:
    assert all(words.strip() for words, _ in flat(markup))
