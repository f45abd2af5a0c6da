from collections.abc import Iterator
from dataclasses import replace

import pytest
from looked_up import BESIDE_IT, DATELINE, HULIAIPOLE, ORIKHIV, depot, looked_up, unread
from sqlalchemy import inspect
from stored import add

from furphy.casebook import search as searching
from furphy.casebook.casebook import Casebook
from furphy.casebook.distances import Circle
from furphy.casebook.filters import Filters, Stretch
from furphy.casebook.query import parse
from furphy.casebook.search import Search, search_assertions, search_documents
from furphy.errors import InputError
from furphy.model.reading import Maker


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with looked_up(where) as book:
        yield book


def texts(book: Casebook, words: str, filters: Filters | None = None) -> list[str]:
    with book.reading() as connection:
        wanted = Search(parse(words), filters or Filters())
        return [each.text for each in search_assertions(connection, wanted)]


def keys(book: Casebook, words: str, filters: Filters | None = None) -> list[str | None]:
    with book.reading() as connection:
        wanted = Search(parse(words), filters or Filters())
        return [each.key for each in search_documents(connection, wanted)]


STRUCK = "a drone may have struck the fuel depot near Huliaipole on 12 March"
RAID, FIELD = "An air raid was announced", "later the raid on the air field was over"

ASSERTIONS = {
    "any form of a word": ("drone", [STRUCK, "drones were seen"]),
    "all words": ("drone depot", [STRUCK]),
    "in any order": ("raid air", [RAID, FIELD]),
    "a phrase": ('"air raid"', [RAID]),
    "a phrase that is not closed": ('"air raid', [RAID]),
    "a beginning": ("announ*", [RAID]),
    "a beginning longer than the stem": ("drones*", [STRUCK, "drones were seen"]),
    "but not another": ("depot -drone", ["a depot burns"]),
    "but not a phrase": ('raid -"air raid"', [FIELD]),
    "nothing but what must not be there": ("-air -depot -drone", ["A ferry reached Taveuni"]),
    "no such word": ("submarine", []),
    "what a query language would take for its own": ("depot AND", []),
}


@pytest.mark.parametrize(
    ("few", "gathered"), [(0, 0), (0, 30_000), (2_000, 0)], ids=["in order", "gathered", "ranked"]
)
def test_assertions_are_found_by_their_words(
    book: Casebook, few: int, gathered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FEW", dict.fromkeys(searching.FEW, few))
    monkeypatch.setattr(searching, "GATHERED", dict.fromkeys(searching.FEW, gathered))
    for name, (words, found) in ASSERTIONS.items():
        assert sorted(texts(book, words)) == sorted(found), name


DOCUMENTS = {
    "a Russian word in another case": ("аэродром", ["ru.txt"]),
    "in another number": ("ракета", ["ru.txt"]),
    "a Ukrainian name in another case": ("Харків", ["uk.txt"]),
    "a Ukrainian word in another number": ("літак", ["uk.txt"]),
    "two Chinese characters": ("朝鲜", ["zh.txt"]),
    "four": ("扎波罗热", ["zh.txt"]),
    "one": ("鲜", ["zh.txt"]),
    "two that are not together": ("朝导", []),
    "two words of Chinese": ("残骸 导弹", ["zh.txt"]),
    "what only the outlet holds": ("harbour", ["ferry.html"]),
    "nothing": ("", ["depot.html", "ferry.html", "ru.txt", "uk.txt", "zh.txt"]),
}


@pytest.mark.parametrize(
    ("few", "gathered"), [(0, 0), (0, 30_000), (500, 0)], ids=["in order", "gathered", "ranked"]
)
def test_documents_are_found_by_their_words(
    book: Casebook, few: int, gathered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FEW", dict.fromkeys(searching.FEW, few))
    monkeypatch.setattr(searching, "GATHERED", dict.fromkeys(searching.FEW, gathered))
    for name, (words, found) in DOCUMENTS.items():
        assert keys(book, words) == found, name


def around(place: tuple[float, float], km: float) -> Filters:
    return Filters(near=Circle(*place, km))


FILTERS = {
    "a holder": (Filters(holders=("Maria Koval",)), [STRUCK]),
    "a holder in two spellings": (
        Filters(holders=("Maria Koval", "MARIA KOVAL")),
        [STRUCK, "drones were seen"],
    ),
    "a source in the chain": (Filters(sources=("The air defence force",)), ["a depot burns"]),
    "an outlet": (
        Filters(sources=("Harbour News",)),
        ["A ferry reached Taveuni", "drones were seen"],
    ),
    "a firmness": (Filters(values=("PS+", "CT-")), [STRUCK, "a depot burns"]),
    "a kind": (Filters(kinds=("question",)), []),
    "a place": (Filters(places=(("geonames", "huliaipole"),)), [STRUCK]),
    "near it": (around((HULIAIPOLE.lat, HULIAIPOLE.lon), 1), [STRUCK]),
    "near enough": (around((ORIKHIV.lat, ORIKHIV.lon), 38), [STRUCK]),
    "not near enough": (around((ORIKHIV.lat, ORIKHIV.lon), 36), []),
    "over the line of dates": (around(BESIDE_IT, 5), ["A ferry reached Taveuni"]),
    "over the pole": (around((89.0, 0.0), 20_100), [STRUCK, "A ferry reached Taveuni"]),
    "a time": (Filters(time=Stretch("2024-03-01", "2024-04-01")), [STRUCK]),
    "a time that ends before": (Filters(time=Stretch(None, "2024-03-12")), []),
    "a time that begins after": (Filters(time=Stretch("2024-03-13", None)), []),
    "a date": (
        Filters(published=Stretch("2024-05-01", None)),
        ["A ferry reached Taveuni", "drones were seen"],
    ),
    "a language": (Filters(languages=("uk",)), []),
    "two of them": (Filters(holders=("Maria Koval",), time=Stretch("2025-01-01")), []),
}


@pytest.mark.parametrize(
    ("few", "gathered"), [(0, 0), (0, 30_000), (2_000, 0)], ids=["many", "gathered", "few"]
)
def test_filters_narrow_down_what_is_found(
    book: Casebook, few: int, gathered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FEW", dict.fromkeys(searching.FEW, few))
    monkeypatch.setattr(searching, "GATHERED", dict.fromkeys(searching.FEW, gathered))
    for name, (filters, found) in FILTERS.items():
        assert sorted(texts(book, "", filters)) == sorted(found), name
        with_words = [each for each in found if "depot" in each]
        assert sorted(texts(book, "depot", filters)) == sorted(with_words), name


def test_filters_on_assertions_leave_the_documents_that_hold_one(book: Casebook) -> None:
    assert keys(book, "depot", Filters(values=("PS+",))) == ["depot.html"]
    assert keys(book, "ferry", Filters(values=("PS+",))) == []
    assert keys(book, "", Filters(languages=("zh",))) == ["zh.txt"]
    assert keys(book, "", Filters(sources=("Daily Bulletin",))) == ["depot.html"]
    assert keys(book, "", Filters(published=Stretch("2024-04-01"))) == ["ferry.html"]


def test_a_phrase_is_found_at_the_end_of_a_long_text_of_few_words(book: Casebook) -> None:
    words = " ".join(f"word{each}" for each in range(17_000))
    text = f"{'the report ' * 300} of the northern bridge {words} southern ferry landing"
    add(book, unread(text, "long.txt", "en"))
    assert keys(book, '"southern ferry"') == ["long.txt"]
    assert keys(book, '"of the northern"') == ["long.txt"]
    assert keys(book, '"southern bridge"') == []
    assert keys(book, 'landing -"southern bridge"') == ["long.txt"]
    assert keys(book, 'landing -"southern ferry"') == []


def test_the_point_is_west_of_the_line_and_the_place_east_of_it() -> None:
    assert DATELINE.lon < 0 < BESIDE_IT[1]


@pytest.mark.parametrize("name", ["outlet", "author"])
def test_who_published_it_is_looked_up(book: Casebook, name: str) -> None:
    wanted = Filters(outlets=("Bulletin",)) if name == "outlet" else Filters(sources=("Bulletin",))
    with book.reading() as connection:
        known = {each["name"] for each in inspect(connection).get_indexes("edition")}
        assert f"edition_by_{name}" in known
        if connection.dialect.name != "sqlite":
            return  # It goes through what is so little as this, whatever indexes there are.
        chosen = searching.found_assertions(connection, Search(filters=wanted), 5)
        written = chosen.compile(connection, compile_kwargs={"literal_binds": True})
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {written}")]
    assert any(f"edition_by_{name}" in each for each in steps), steps


def test_no_more_is_given_than_wanted(book: Casebook) -> None:
    with book.reading() as connection:
        assert len([*search_assertions(connection, Search(limit=2))]) == 2
        assert len([*search_documents(connection, Search(limit=3))]) == 3
        assert len([*search_documents(connection, Search(parse("зруйнов* -x"), limit=1))]) == 0


def test_few_hits_come_best_first_with_their_score(book: Casebook) -> None:
    with book.reading() as connection:
        found = [*search_assertions(connection, Search(parse("raid")))]
    scores = [each.score for each in found]
    assert all(score is not None for score in scores)
    assert scores == sorted(scores, key=lambda score: -(score or 0))


def test_a_hit_tells_who_says_it_where_and_when(book: Casebook) -> None:
    with book.reading() as connection:
        (hit,) = search_assertions(connection, Search(parse("struck")))
    assert (hit.holder, hit.chain, hit.value, hit.author_value) == (
        "Maria Koval",
        ("Maria Koval",),
        "PS+",
        "UU",
    )
    assert (hit.key, hit.outlet, hit.published_from) == (
        "depot.html",
        "Daily Bulletin",
        "2024-03-14",
    )
    assert (hit.place_lat, hit.place_lon, hit.time_from) == (47.66, 36.26, "2024-03-12")
    assert depot().document.text[hit.start : hit.stop] == hit.text


def test_what_a_later_reading_replaced_is_not_found_twice(book: Casebook) -> None:
    add(book, replace(depot(), made_by=Maker("9.9.9", "none")))
    assert texts(book, "struck") == [STRUCK]
    assert keys(book, "struck") == ["depot.html"]


def test_words_that_hold_nothing_to_look_for_are_refused() -> None:
    with pytest.raises(InputError, match="no word to look for"):
        parse('"…" -')
