import hashlib
import re
from base64 import b64encode
from dataclasses import replace

import pytest
from front import front
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from made import Made, flood, made, spot

from furphy.export.page import render
from furphy.export.speakers import HUES
from furphy.model.attribution import Attribution
from furphy.model.check import Check, Reason
from furphy.model.document import DerivationKind, DerivedFrom, Note, Segment, SegmentKind
from furphy.model.place import Candidate, Ground
from furphy.model.text import Span


def page(document: Made, *checks: Check, **more: object) -> html.HtmlElement:
    return html.document_fromstring(render(document.reading(**more), checks))


def shown_text(tree: html.HtmlElement) -> str:
    """Return what stands in the article, the notes left out."""
    [article] = tree.xpath("//article")
    for note in article.xpath(".//*[@role='tooltip' or @class='flag']"):
        note.drop_tree()
    return " ".join(article.text_content().split())


def marks(tree: html.HtmlElement, words: str) -> list[html.HtmlElement]:
    return [each for each in tree.xpath("//mark") if each.text_content() == words]


def note_of(tree: html.HtmlElement, mark: html.HtmlElement) -> str:
    [note] = tree.xpath(f"//*[@id='{mark.get('aria-describedby')}']")
    return " ".join(note.text_content().split())


def test_the_whole_text_is_shown_in_its_order() -> None:
    text = made("One, two.", "Three said four.")
    text.assertion("four", text.attribution(text.source("Three"), "said", "four"))
    assert shown_text(page(text)) == "One, two. Three said four."


def test_a_passage_carries_its_holder_and_its_firmness() -> None:
    tree = page(flood())
    [mark] = marks(tree, "up to 40 people may be missing")
    assert {"firm-possible", "nameless", "source-3", "kind-report"} <= set(mark.classes)
    assert mark.get("tabindex") == "0"


def test_a_note_tells_the_chain_from_the_outermost_speaker_inwards() -> None:
    tree = page(flood())
    [mark] = marks(tree, "looters were seen downstream")
    told = note_of(tree, mark)
    assert told.startswith("B The mayor's office says → C residents told it that.")
    assert "● certain" in told
    assert "The document’s own voice: uncommitted" in told


def test_words_that_weaken_are_named_and_marked() -> None:
    tree = page(flood())
    [mark] = marks(tree, "up to 40 people may be missing")
    assert "because of “may”" in note_of(tree, mark)
    assert [each.text for each in mark.find_class("hedge")] == ["may"]


def test_the_saying_itself_is_no_passage() -> None:
    assert marks(page(flood()), "residents told it") == []


def test_the_innermost_of_nested_passages_shows() -> None:
    text = made("They fear that the dam, which leaks, will burst.")
    outer = text.attribution(text.source("They"), "fear", "the dam, which leaks, will burst")
    text.assertion("the dam, which leaks, will burst", outer, "PS+")
    text.assertion("which leaks")
    tree = page(text)
    assert [each.text_content() for each in tree.xpath("//mark")] == [
        "the dam, ",
        "which leaks",
        ", will burst",
    ]
    assert len(tree.xpath("//mark[@tabindex]")) == 2
    assert "firm-possible" in marks(tree, ", will burst")[0].classes


def test_crossing_passages_still_give_sound_markup() -> None:
    text = made("a b c d")
    text.assertion("a b c")
    text.assertion("b c d")
    tree = page(text)
    assert shown_text(tree) == "a b c d"
    assert not tree.xpath("//mark//mark")


def test_a_passage_in_parts_is_reached_once_and_explained_at_each() -> None:
    text = made("“It fell,” the board said, “at dawn.”")
    text.assertion("It fell|at dawn", text.attribution(text.source("the board"), "said", "It fell"))
    tree = page(text)
    first, second = marks(tree, "It fell")[0], marks(tree, "at dawn")[0]
    assert (first.get("tabindex"), second.get("tabindex")) == ("0", None)
    assert note_of(tree, first) == note_of(tree, second)


def test_what_to_check_links_to_its_passage_and_back() -> None:
    check = Check(5, (Reason("made-by-hand", "look here", 1),))
    tree = page(flood(), check)
    [entry] = tree.xpath("//li[@id='check-1']")
    [mark] = tree.xpath(f"//*[@id='{entry.find('a').get('href')[1:]}']")
    assert mark.text_content() == "up to 40 people may be missing"
    assert [each.text for each in tree.find_class("flag")] == ["1"]
    assert "look here" in note_of(tree, mark)


CHECKS = [Check(n, (Reason("r", "look", 1),)) for n in (1, 5, 6, 0, 4, None)] * 2


@pytest.mark.parametrize(
    "tree", [page(flood(), *CHECKS), page(front())], ids=["what is said", "where and when"]
)
def test_every_link_within_the_page_leads_somewhere(tree: html.HtmlElement) -> None:
    ids = set(tree.xpath("//@id"))
    for kind in ("href", "aria-describedby", "aria-labelledby"):
        targets = {name for each in tree.xpath(f"//@{kind}") for name in each.split()}
        targets = {each.removeprefix("#") for each in targets}
        assert targets <= ids


def test_ids_are_unique() -> None:
    for tree in (page(flood(), *[Check(1, (Reason("r", "look", 1),))] * 9), page(front())):
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))


def things(tree: html.HtmlElement, kind: str) -> list[tuple[str, str]]:
    """Return what is marked in the text, with the entry that it points to."""
    found = tree.xpath(f"//h1//a[@id] | //article//a[contains(@class, 'thing {kind}') and @id]")
    return [(each.text_content(), each.get("href")) for each in found if kind in each.get("class")]


def entry(tree: html.HtmlElement, name: str) -> str:
    [row] = tree.xpath(f"//tr[@id='{name}']")
    return " ".join(row.text_content().split())


def test_places_times_and_quantities_are_marked_in_the_text_and_lead_to_their_entries() -> None:
    tree = page(front())
    assert things(tree, "place") == [
        ("Orikhiv", "#place-1"),
        ("Robotyne", "#place-2"),
        ("Orikhiv", "#place-1"),
        ("Verbowe", "#place-3"),
        ("Zaporizhzhia Oblast", "#place-4"),
        ("Nowhereske", "#nowhere-1"),
    ]
    assert things(tree, "time") == [("early November", "#time-1"), ("Tuesday", "#time-2")]
    assert things(tree, "quantity") == [
        ("At least 12", "#quantity-1"),
        ("about 20 km", "#quantity-2"),
        ("two", "#quantity-3"),
    ]


def test_an_entry_tells_where_a_place_is_and_why_there_and_what_else_it_may_be() -> None:
    told = entry(page(front()), "place-3")
    assert told.startswith("3 Verbove village, Ukraine 47.431° N, 35.976° E ± 3 km · sure (0.93)")
    assert "distance 20.8 km from Orikhiv, stated: about 20 km" in told
    assert "or Verbove (village, Ukraine; 48.900° N, 24.300° E)" in told
    assert told.endswith("“Verbowe”")


def test_an_entry_leads_back_to_every_mention() -> None:
    [row] = page(front()).xpath("//tr[@id='place-1']")
    assert row.xpath(".//a/@href") == ["#named-0", "#named-2"]


def test_times_quantities_and_names_are_listed() -> None:
    tree = page(front())
    assert entry(tree, "time-1") == "2024-11-01 … 2024-11-10 “early November”"
    assert entry(tree, "time-2") == "2024-11-12 “Tuesday” counted from “November”"
    assert entry(tree, "quantity-1") == "≥ 12 killed “At least 12” soldiers"
    [known] = tree.xpath("//section[@aria-labelledby='known']//li")
    told = " ".join(known.text_content().split())
    assert told == "Maria Koval person, spokeswoman “She”, “Koval”"


def test_a_map_names_its_places_for_those_who_do_not_see_it() -> None:
    overview, detail = page(front()).xpath("//figure//*[local-name()='desc']")
    assert "1 Orikhiv, 2 Robotyne, 3 Verbove" in " ".join(detail.text_content().split())
    assert "900 km from side to side" in overview.text_content()


def test_the_dots_of_a_map_lead_to_the_entries() -> None:
    figure = page(front()).xpath("//figure[@id='map-A']")[0]
    assert figure.xpath(".//a[*[local-name()='circle']]/@href") == [
        "#place-1",
        "#place-2",
        "#place-3",
    ]


def test_a_map_credits_its_outlines_and_takes_no_position() -> None:
    [credit] = page(front()).xpath("//p[@class='credit']")
    assert "Natural Earth" in credit.text_content()
    assert "no position" in credit.text_content()


def test_a_reading_without_grounds_has_no_list_and_no_map() -> None:
    tree = page(flood())
    assert tree.xpath("//figure | //table | //nav") == []


def test_a_name_within_a_time_still_leaves_both_reachable_or_untold() -> None:
    text = made("the Kyiv summer of 2023")
    text.time("Kyiv", "2023")
    text.toponym("Kyiv", spot("Kyiv", 50, 30))
    text.quantity("Kyiv summer", 1, 1)
    tree = page(text)
    assert shown_text(tree) == "the Kyiv summer of 2023"
    ids = {f"#{each}" for each in tree.xpath("//@id")}
    assert {*tree.xpath("//@href")} <= ids


def test_a_group_of_one_choice_is_no_filter() -> None:
    text = made("It rained.")
    text.assertion("It rained")
    assert page(text).xpath("//form") == []


def test_filters_name_speakers_and_firmness_with_their_numbers() -> None:
    labels = [" ".join(each.text_content().split()) for each in page(flood()).xpath("//label")]
    assert "C residents 1" in labels
    assert "● certain 4" in labels
    assert "no name behind it 1" in labels


def test_segments_become_what_they_are() -> None:
    kinds = {"Head": "heading", "One": "list-item", "Two": "list-item", "Cap": "caption"}
    text = made(*kinds)
    segments = tuple(
        Segment(SegmentKind(kind), each.span)
        for kind, each in zip(kinds.values(), text.segments, strict=True)
    )
    tree = page(text, segments=segments)
    assert tree.xpath("//article/h2")[0].text == "Head"
    assert [each.text for each in tree.xpath("//article/ul/li")] == ["One", "Two"]
    assert tree.xpath("//article/p[@class='caption']")[0].text == "Cap"


def test_more_speakers_than_letters_are_still_told_apart() -> None:
    text = made("\n".join(f"S{n}x said it{n}y." for n in range(30)))
    for n in range(30):
        said = text.attribution(text.source(f"S{n}x"), "said", f"it{n}y")
        text.assertion(f"it{n}y", said)
    letters = [each.text_content() for each in page(text).xpath("//h3/b")]
    assert (letters[0], letters[25], letters[26]) == ("A", "Z", "A2")
    assert len(letters) == len(set(letters)) == 30 > HUES


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>'\"&{{7*7}}"


def hostile() -> Made:
    text = made(f"{HOSTILE} said {HOSTILE}.", title=HOSTILE)
    text.attributions.append(
        Attribution(
            text.source(HOSTILE, description=HOSTILE),
            text.at(HOSTILE),
            text.at(" said "),
            (),
            flood().attributions[0].mode,
            None,
            flood().attributions[0].evidence,
        )
    )
    text.assertion(HOSTILE, 0, status=text.status("denied", HOSTILE))
    place = spot(HOSTILE, 50, 30, country=HOSTILE)
    ground = Ground(HOSTILE, HOSTILE)
    candidate = Candidate(replace(place, id="other"), HOSTILE, 0.1)
    text.toponym(HOSTILE, place, candidates=(candidate,), because=(ground,))
    text.toponym(HOSTILE, candidates=(candidate,), because=(ground,))
    text.time(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    text.quantity(HOSTILE, 1, 1, HOSTILE, unit=HOSTILE, casualty=HOSTILE)
    text.identity(HOSTILE, "person", (HOSTILE,), name=HOSTILE, short=f"{HOSTILE} said")
    return text


def test_nothing_of_a_hostile_document_becomes_markup() -> None:
    check = Check(0, (Reason(HOSTILE, HOSTILE, 1),))
    tree = page(
        hostile(),
        check,
        title=HOSTILE,
        outlet=HOSTILE,
        author=HOSTILE,
        url=f"javascript:alert(1)//{HOSTILE}",
        language=HOSTILE,
        notes=(Note("n", HOSTILE),),
        derived_from=(
            DerivedFrom(DerivationKind.ORIGINAL, "javascript:alert(1)"),
            DerivedFrom(DerivationKind.ORIGINAL, f"https://x/{HOSTILE}", Span(0, 3)),
        ),
    )
    assert tree.xpath("//script | //img | //@onerror | //iframe | //@style") == []
    assert not [each for each in tree.xpath("//@href") if each.startswith("javascript")]
    assert HOSTILE in tree.text_content()


def test_the_policy_allows_the_pages_own_style_and_nothing_else() -> None:
    tree = page(flood())
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    [style] = tree.xpath("//style/text()")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert not re.search(r"url\(|@import|https?:", style)


def test_direction_overrides_are_shown_not_obeyed() -> None:
    text = made("\u202egnp.exe")
    assert shown_text(page(text)) == "‹U+202E›gnp.exe"


def test_equal_readings_give_equal_pages() -> None:
    assert render(flood().reading()) == render(flood().reading())


@settings(max_examples=50)
@given(st.data())
def test_any_spans_leave_the_text_whole(data: st.DataObject) -> None:
    words = "abcdefghijklmnop"
    text = made(words)
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.integers(0, 14))
        text.assertion(words[start : data.draw(st.integers(start + 1, 16))])
    for is_place in data.draw(st.lists(st.booleans(), max_size=5)):
        start = data.draw(st.integers(0, 14))
        named = words[start : data.draw(st.integers(start + 1, 16))]
        text.toponym(named) if is_place else text.time(named)
    tree = page(text)
    assert shown_text(tree) == words
    assert {*tree.xpath("//@href")} <= {f"#{each}" for each in tree.xpath("//@id")}


@pytest.mark.parametrize("text", ["", "…"], ids=["nothing", "no word"])
def test_a_document_that_says_nothing_is_still_a_page(text: str) -> None:
    empty = made(text).reading(segments=()) if not text else made(text).reading()
    assert "<h1" in render(empty)
