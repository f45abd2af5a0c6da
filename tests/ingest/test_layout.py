import pytest
from lxml.html import document_fromstring

from furphy.ingest.layout import shown


def words(markup: str, without_scripts: bool = False) -> list[str]:
    tree = document_fromstring(f"<html><body>{markup}</body></html>")
    return [f"{block.kind or '-'}: {block.words}" for block in shown(tree, without_scripts)]


def test_blocks_come_in_order_with_the_kind_of_their_tags() -> None:
    markup = (
        "<h2>One</h2><p>two <b>bold</b> three</p>four<ul><li>five<ul><li>six</li></ul></li></ul>"
        "<blockquote><p>seven</p></blockquote><figure><figcaption>eight</figcaption></figure>"
    )
    assert words(markup) == [
        "heading: One",
        "-: two bold three",
        "-: four",
        "list-item: five",
        "list-item: six",
        "quotation: seven",
        "caption: eight",
    ]


UNSEEN = {
    "script": "<script>x</script>",
    "menu": "<nav>x</nav>",
    "menu by role": '<div role="navigation">x</div>',
    "footer": "<footer>x</footer>",
    "hidden": "<p hidden>x</p>",
    "hidden from readers": '<p aria-hidden="true">x</p>',
    "hidden by style": '<p style="display: none">x</p>',
    "page head": "<header>x</header>",
    "small form": "<form>x</form>",
    "comment": "<!-- x -->",
}


@pytest.mark.parametrize("markup", UNSEEN.values(), ids=UNSEEN)
def test_what_belongs_to_the_site_is_not_shown(markup: str) -> None:
    assert words(f"<p>before</p>{markup}<p>after</p>") == ["-: before", "-: after"]


def test_a_form_around_a_whole_page_is_no_form() -> None:
    assert len(words("<form>" + "<p>some words of a page here</p>" * 20 + "</form>")) == 20


def test_a_head_that_holds_the_headline_is_shown() -> None:
    assert words("<header><h1>Fire</h1></header>") == ["heading: Fire"]


def test_the_main_region_is_enough() -> None:
    text = "Three drones fell on the town. " * 10
    assert words(f"<p>aside</p><main><p>{text}</p></main>") == [f"-: {text.strip()}"]


def test_what_is_for_readers_without_scripts_is_shown_on_request() -> None:
    assert words("<noscript><p>plain</p></noscript>") == []
    assert words("<noscript><p>plain</p></noscript>", without_scripts=True) == ["-: plain"]
