"""Search: counts beside what is found, links that narrow it, and the address that holds it all."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from desked import Browser, browser, desk_of
from towns import HOSTILE, towns

from furphy.casebook import facets as counting
from furphy.web.desk import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    where = str(tmp_path_factory.mktemp("desk") / "case.furphy")
    towns(where).close()
    with desk_of(where) as found:
        yield found


def links(page: str, part: str) -> dict[str, tuple[str, int]]:
    """Return the links of a list of counts by their labels, each with its address and count."""
    section = re.search(rf'aria-labelledby="by-{part}".*?</section>', page, re.DOTALL)
    assert section, part
    found = re.findall(
        r'<a href="([^"]+)".*?<span class="label"[^>]*>(.*?)</span>.*?</a>'
        r'.*?class="figure">.*?</span>([\d,]+)</span>',
        section[0],
        re.DOTALL,
    )
    return {
        unescape(label): (unescape(address), int(count.replace(",", "")))
        for address, label, count in found
    }


def bars(page: str, figure: str) -> list[tuple[str, int]]:
    part = re.search(rf'<figure class="time" id="{figure}".*?</figure>', page, re.DOTALL)
    assert part
    return [
        (unescape(address), int(count))
        for address, count in re.findall(r'<a href="([^"]+)" aria-label="[^"]*: (\d+) ', part[0])
    ]


def asserted(who: Browser) -> int:
    """Return how many assertions the page says are found, and see that it lists as many."""
    found = re.search(r"([\d,]+) assertions? (?:found|in this case)", who.words())
    assert found
    listed = who.page.count('<span class="under"><span>') - who.page.count("<span>document</span>")
    if "after=" not in who.page:
        assert listed == int(found[1])
    return int(found[1])


@pytest.mark.parametrize("start", ["/search", "/search?q=water", "/search?q=water&value=PR%2B"])
def test_each_link_leads_to_as_many_as_it_says(desk: Desk, start: str) -> None:
    who = browser(desk)
    page = who.get(start)
    asked = [
        *(each for part in ("holder", "outlet", "value", "kind", "language", "at")
          for each in links(page, part).values()),
        *bars(page, "published"),
        *bars(page, "tells-of"),
    ]  # fmt: skip
    assert len(asked) > 20
    for address, count in asked:
        who.get(address)
        if "value=PR%2B" in start and "value" not in address:
            continue  # The link that takes the filter away again.
        assert asserted(who) == count, address


def test_what_narrows_is_a_chip_that_takes_it_away(desk: Desk) -> None:
    who = browser(desk)
    page = who.get("/search?q=water&value=PR%2B&at=geonames%3Aorikhiv&published_from=2024-01-01")
    chips = re.search(r'<ul class="chips".*?</ul>', page, re.DOTALL)
    assert chips
    without = [unescape(each) for each in re.findall(r'href="([^"]+)"', chips[0])]
    assert without == [
        "/search?q=water&at=geonames%3Aorikhiv&published_from=2024-01-01",
        "/search?q=water&value=PR%2B&published_from=2024-01-01",
        "/search?q=water&value=PR%2B&at=geonames%3Aorikhiv",
    ]
    assert "place Orikhiv" in who.words()


def test_a_chosen_value_stays_in_its_list_with_those_to_have_instead(desk: Desk) -> None:
    who = browser(desk)
    values = links(who.get("/search?q=water&value=PR%2B"), "value")
    assert {*values} == {"certain", "probable", "possible", "denied", "uncommitted"}
    assert values["probable"][0] == "/search?q=water"
    assert values["denied"][0] == "/search?q=water&value=CT-"


def test_another_place_takes_the_place_of_the_chosen_one(desk: Desk) -> None:
    who = browser(desk)
    places = links(who.get("/search?q=water&at=geonames%3Aorikhiv"), "at")
    assert places["Kyiv"][0] == "/search?q=water&at=geonames%3Akyiv"
    assert places["Orikhiv"][0] == "/search?q=water"
    around = links(who.get("/search?q=water&lat=47.5&lon=35.8&within=60"), "at")
    assert {*around} == {"Orikhiv", "Huliaipole"}
    assert around["Orikhiv"][0].endswith("lat=47.5&lon=35.8&within=60&at=geonames%3Aorikhiv")


def test_around_a_chosen_place_one_can_look_without_dragging(desk: Desk) -> None:
    who = browser(desk)
    page = who.get("/search?q=water&at=geonames%3Aorikhiv")
    found = re.search(r'href="([^"]+)">Within 25 km of', page)
    assert found
    assert unescape(found[1]) == "/search?q=water&lat=47.5670&lon=35.7860&within=25"
    who.get(unescape(found[1]))
    assert asserted(who) == 4
    assert "25 km around 47.567° N" in who.words()


def test_within_a_stretch_bars_are_finer_and_one_can_go_on(desk: Desk) -> None:
    who = browser(desk)
    page = who.get("/search?published_from=2024-05-06&published_until=2024-05-13")
    assert "by day" in who.words()
    assert asserted(who) == sum(count for _, count in bars(page, "published"))
    ways = dict(re.findall(r'<a href="([^"]+)">(earlier|wider|later|all times)</a>', page))
    assert {each: unescape(address) for address, each in ways.items()} == {
        "earlier": "/search?published_from=2024-04-29&published_until=2024-05-06",
        "wider": "/search?published_from=2024-04-29&published_until=2024-05-20",
        "later": "/search?published_from=2024-05-13&published_until=2024-05-20",
        "all times": "/search",
    }


def test_typing_another_word_keeps_what_narrows(desk: Desk) -> None:
    who = browser(desk)
    who.get("/search?q=water&at=geonames%3Aorikhiv&outlet=Paper+0&holder=a&holder=b&lat=1&lon=2")
    form = who.form("Narrow down")
    assert form["at"] == ["geonames:orikhiv"]
    assert form["outlet"] == ["Paper 0"]
    assert form["holder"] == ["a", "b"]
    assert (form["lat"], form["lon"]) == (["1"], ["2"])


SAID = {
    "/search?q=submarine": "There is nothing to be counted.",
    "/search?q=water&over=documents": "which are not looked for now",
    "/search?lat=47&lon=35": "a point needs a distance",
    "/search?at=orikhiv": "is not a gazetteer and an id",
    "/search?q=wet&kind=opinion": "Perhaps there is something without one of what narrows",
    "/search?q=wet&outlet=Paper+0": "It names no time on the calendar.",
}


@pytest.mark.parametrize("address", SAID)
def test_where_there_is_little_to_show_a_sentence_says_so(desk: Desk, address: str) -> None:
    who = browser(desk)
    who.get(address)
    assert who.status == 200
    assert SAID[address] in who.words()


def test_a_hostile_name_is_shown_inert(desk: Desk) -> None:
    who = browser(desk)
    page = who.get("/search?q=water")
    assert "<script>alert" not in page
    label = next(each for each in links(page, "outlet") if "script" in each)
    assert "\u202e" not in label
    address, count = links(page, "outlet")[label]
    who.get(address)
    assert asserted(who) == count == 1
    assert HOSTILE not in who.page


def test_counts_of_the_first_many_say_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST", 10)
    who = browser(desk)
    who.get("/search?q=water+-nothing")
    assert "The first 10 assertions found" in who.words()
    assert "There are more: counts are of the first" in who.words()


def test_counts_follow_when_somebody_judges(tmp_path: Path) -> None:
    where = str(tmp_path / "case.furphy")
    towns(where, times=1).close()
    with desk_of(where) as desk:
        who = browser(desk)
        before = links(who.get("/search?q=Orikhiv"), "value")
        assert {*before} == {"certain"}
        subject = who.client.get("/api/v1/search?q=Orikhiv&over=assertions").json()["items"][0][
            "id"
        ]
        body = {
            "kind": "correct",
            "subjects": [subject],
            "field": "value",
            "value": "PS+",
            "because": "the letter",
            "by": "Ada",
        }
        assert who.client.post("/api/v1/judgements", json=body).status_code == 201
        assert {*links(who.get("/search?q=Orikhiv"), "value")} == {"possible"}
