"""A count is what a search finds that is narrowed by it, on both kinds of store."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from judging import corrected, give, relabelled
from looked_up import HULIAIPOLE, ORIKHIV, looked_up
from made import made
from stored import add, assertion_id

from furphy.casebook import facets as counting
from furphy.casebook import search as searching
from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.distances import Circle
from furphy.casebook.facets import Facets, count_facets
from furphy.casebook.filters import Filters, Stretch
from furphy.casebook.query import parse
from furphy.casebook.search import Search, search_assertions
from furphy.casebook.tallied import Facet
from furphy.model.assertion import AssertionKind
from furphy.model.document import Basis, Published
from furphy.model.reading import Reading

STRUCK = "a drone may have struck the fuel depot near Huliaipole on 12 March"
BURNS, SEEN = "a depot burns", "drones were seen"
FIELDS = {
    "holder": "holders",
    "outlet": "outlets",
    "value": "values",
    "kind": "kinds",
    "language": "languages",
}
WISHES = {
    "everything": ("", Filters()),
    "a word": ("depot", Filters()),
    "a word that many have": ("drone", Filters()),
    "but not a word": ("-drone", Filters()),
    "a firmness": ("", Filters(values=("CT+",))),
    "an outlet": ("", Filters(outlets=("Harbour News", "Old Gazette"))),
    "an outlet and a firmness": ("", Filters(outlets=("Daily Bulletin",), values=("PS+",))),
    "a language": ("", Filters(languages=("zh",))),
    "a place": ("", Filters(places=(("geonames", "huliaipole"),))),
    "a circle": ("", Filters(near=Circle(HULIAIPOLE.lat, HULIAIPOLE.lon, 80))),
    "a month": ("", Filters(published=Stretch("2024-03-01", "2024-04-01"))),
    "from within a day": ("", Filters(published=Stretch("2024-03-14T06:00", None))),
    "a time": ("", Filters(time=Stretch("2024-03-12", "2024-03-14"))),
    "nothing there": ("submarine", Filters()),
}


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with looked_up(where) as book:
        add(book, *others())
        yield book


def others() -> Iterator[Reading]:
    """Yield reports that share days, name several places, and are dated loosely or not at all."""
    both = made(
        "A ferry left Orikhiv for Huliaipole on 12 March and 13 March.", "The depot is dry."
    )
    ferry = both.assertion("A ferry left Orikhiv for Huliaipole on 12 March and 13 March")
    both.assertion("The depot is dry")
    places = (both.toponym("Orikhiv", ORIKHIV), both.toponym("Huliaipole", HULIAIPOLE))
    days = (
        both.time("12 March", "2024-03-12", "2024-03-12", "2024-03-13"),
        both.time("13 March", "2024-03-13", "2024-03-13T06:00", "2024-03-13T18:00"),
    )
    both.assertions[ferry] = replace(both.assertions[ferry], toponyms=places, times=days)
    both.key = "both.html"
    loose = Published("2024-02-28", "2024-03-02", Basis.TEXT)
    yield both.reading(published=loose, outlet="Old Gazette", language="zh-Hans")
    undated = made("A depot burns near the ferry, some say.")
    undated.assertion("A depot burns near the ferry", value="PR+")
    undated.key = "undated.html"
    yield undated.reading(language="zh")
    timed = made("A drone fell at noon.")
    timed.assertion("A drone fell at noon", kind=AssertionKind.OPINION)
    timed.key = "timed.html"
    moment = Published("2024-03-14T05:00:00Z", "2024-03-14T05:00:01Z", Basis.METADATA)
    yield timed.reading(published=moment, outlet="Daily Bulletin")


def counted(book: Casebook, words: str, filters: Filters, most: int = 40) -> Facets:
    with book.reading() as connection:
        return count_facets(connection, Search(parse(words), filters), most)


def hits(book: Casebook, words: str, filters: Filters) -> int:
    with book.reading() as connection:
        return len([*search_assertions(connection, Search(parse(words), filters))])


def check(book: Casebook, words: str, filters: Filters) -> None:
    """Compare every count with what is found."""
    found = counted(book, words, filters)
    assert found.is_all
    assert found.counted == hits(book, words, filters)
    for name, own in FIELDS.items():
        facet: Facet = getattr(found, name)
        wider = replace(filters, **{own: ()})  # type: ignore[arg-type]  # fields by name
        for each in facet.tallies:
            narrower = replace(filters, **{own: (each.value,)})  # type: ignore[arg-type]  # fields by name
            assert each.count == hits(book, words, narrower) > 0, (name, each)
            assert each.is_chosen is (each.value in getattr(filters, own))
        if name != "language":  # A variety counts for its language too.
            total = sum(each.count for each in facet.tallies)
            assert total + facet.without == hits(book, words, wider), name
    for place in found.place.tallies:
        key = (place.spot.gazetteer, place.spot.id)
        assert place.count == hits(book, words, replace(filters, places=(key,))) > 0, key
    for field, bars in (("published", found.published), ("time", found.time)):
        for bar in bars.bars:
            stretch = Stretch(bar.start, bar.end)
            narrower = replace(filters, **{field: stretch})  # type: ignore[arg-type]  # fields by name
            assert bar.count == hits(book, words, narrower), (field, bar)
        assert all(
            one.end == other.start for one, other in zip(bars.bars, bars.bars[1:], strict=False)
        )


@pytest.mark.parametrize(
    ("few", "gathered"), [(0, 0), (0, 30_000), (2_000, 0)], ids=["in order", "gathered", "ranked"]
)
def test_every_count_is_what_the_narrower_search_finds(
    book: Casebook, few: int, gathered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FEW", dict.fromkeys(searching.FEW, few))
    monkeypatch.setattr(searching, "GATHERED", dict.fromkeys(searching.FEW, gathered))
    for words, filters in WISHES.values():
        check(book, words, filters)


def test_counts_are_as_people_have_it(book: Casebook) -> None:
    at_orikhiv: dict[str, Json] = {
        "lat": ORIKHIV.lat,
        "lon": ORIKHIV.lon,
        "gazetteer": "own list",
        "id": "o-1",
    }
    struck, burns, seen = (assertion_id(book, each) for each in (STRUCK, BURNS, SEEN))
    give(
        book,
        corrected(struck, "value", "CT+"),
        corrected(struck, "place", {**at_orikhiv, "name": "Orikhiv"}, "Huliaipole"),
        corrected(struck, "time", {"interval": ["2024-04-01", "2024-04-02"]}, "12 March"),
        corrected(burns, "value", "CT+"),
        corrected(burns, "value", "UU", by="Bo"),
        corrected(burns, "holder", {"name": "A fisherman"}),
        corrected(seen, "holder", None),
        relabelled(seen, "opinion"),
    )
    for words, filters in WISHES.values():
        check(book, words, filters)
    found = counted(book, "", Filters())
    assert "A fisherman" in [each.value for each in found.holder.tallies]
    assert "MARIA KOVAL" not in [each.value for each in found.holder.tallies]
    assert "CT-" not in [each.value for each in found.value.tallies]
    assert found.value.without == 1
    spots = [each.spot for each in found.place.tallies]
    assert [each.name for each in spots if each.gazetteer == "own list"] == ["Orikhiv"]
    assert "2024-04-01" in [each.start for each in found.time.bars if each.count]


def test_a_place_of_people_s_own_that_is_in_no_gazetteer_is_not_counted(book: Casebook) -> None:
    before = counted(book, "", Filters()).place
    point: dict[str, Json] = {"lat": 47.0, "lon": 36.0, "id": 7, "gazetteer": "own list"}
    give(book, corrected(assertion_id(book, STRUCK), "place", point, "Huliaipole"))
    after = counted(book, "", Filters()).place
    assert after.without == before.without + 1
    assert {each.spot.gazetteer for each in after.tallies} == {"geonames"}


def test_where_there_are_more_than_are_counted_that_is_told(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = counted(book, "", Filters()).counted
    for most, is_all in ((everything, True), (everything + 1, True), (everything - 1, False)):
        monkeypatch.setattr(counting, "MOST", most)
        found = counted(book, "", Filters())
        assert found.counted == min(most, everything)
        assert found.is_all is is_all
        assert sum(each.count for each in found.value.tallies) == found.counted


def test_values_of_most_come_first_and_what_is_chosen_is_always_told(book: Casebook) -> None:
    found = counted(book, "", Filters(values=("PS+",)), most=1).value
    assert [each.value for each in found.tallies] == ["CT+", "PS+"]
    assert [each.is_chosen for each in found.tallies] == [False, True]
    assert found.more == 2
    assert [each.count for each in found.tallies] == sorted(
        (each.count for each in found.tallies), reverse=True
    )
