"""Filters ask what people say, on both kinds of store."""

from collections.abc import Iterator

import pytest
from judging import corrected, give, relabelled, withdrawn
from looked_up import HULIAIPOLE, ORIKHIV, looked_up
from stored import assertion_id

from furphy.casebook import search as searching
from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.distances import Circle
from furphy.casebook.filters import Filters, Stretch
from furphy.casebook.judgements import Judgement
from furphy.casebook.query import parse
from furphy.casebook.search import Search, search_assertions, search_documents

STRUCK = "a drone may have struck the fuel depot near Huliaipole on 12 March"
BURNS, SEEN = "a depot burns", "drones were seen"
AT_ORIKHIV: dict[str, Json] = {
    "lat": ORIKHIV.lat,
    "lon": ORIKHIV.lon,
    "gazetteer": "geonames",
    "id": "orikhiv",
}
IN_APRIL = {"interval": ["2024-04-01", "2024-04-02"]}


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with looked_up(where) as book:
        yield book


def found(book: Casebook, filters: Filters, words: str = "") -> set[str]:
    with book.reading() as connection:
        hits = [*search_assertions(connection, Search(parse(words), filters))]
        held = {each.id for each in search_documents(connection, Search(parse(words), filters))}
        # A document holds what is wanted if one of its assertions does.
        assert {each.document for each in hits} <= held
    return {each.text for each in hits}


def near(lat: float, lon: float) -> Filters:
    return Filters(near=Circle(lat, lon, 3))


OVERRULED: dict[str, tuple[str, str, object, str | None, Filters, Filters]] = {
    # of which assertion, field, value, words; found by this before it, and by that after it
    "value": (STRUCK, "value", "CT+", None, Filters(values=("PS+",)), Filters(values=("CT+",))),
    "holder": (
        SEEN,
        "holder",
        "The harbour master",
        None,
        Filters(holders=("MARIA KOVAL",)),
        Filters(holders=("the harbour-master",)),
    ),
    "source": (
        BURNS,
        "holder",
        {"name": "A fisherman"},
        None,
        Filters(sources=("The air defence force",)),
        Filters(sources=("A fisherman",)),
    ),
    "near": (
        STRUCK,
        "place",
        AT_ORIKHIV,
        "Huliaipole",
        near(HULIAIPOLE.lat, HULIAIPOLE.lon),
        near(ORIKHIV.lat, ORIKHIV.lon),
    ),
    "place": (
        STRUCK,
        "place",
        AT_ORIKHIV,
        "Huliaipole",
        Filters(places=(("geonames", "huliaipole"),)),
        Filters(places=(("geonames", "orikhiv"),)),
    ),
    "time": (
        STRUCK,
        "time",
        IN_APRIL,
        "12 March",
        Filters(time=Stretch("2024-03-12", "2024-03-13")),
        Filters(time=Stretch("2024-04-01", "2024-05-01")),
    ),
}


@pytest.mark.parametrize("few", [0, 2_000], ids=["in order", "from the filters"])
@pytest.mark.parametrize("name", OVERRULED)
def test_a_correction_is_sought_as_people_have_it(
    book: Casebook, name: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FEW", dict.fromkeys(searching.FEW, few))
    text, field, value, words, machine_s, theirs = OVERRULED[name]
    assert text in found(book, machine_s)
    assert text not in found(book, theirs)
    judgement = corrected(assertion_id(book, text), field, value, words)  # type: ignore[arg-type]  # values of all fields in one table
    give(book, judgement)
    assert text not in found(book, machine_s)
    assert text in found(book, theirs)
    assert text in found(book, theirs, f'"{text}"')
    give(book, withdrawn(judgement))
    assert text in found(book, machine_s)
    assert text not in found(book, theirs)


def test_a_label_is_sought_as_people_have_it(book: Casebook) -> None:
    give(book, relabelled(assertion_id(book, BURNS), "opinion"))
    assert found(book, Filters(kinds=("opinion",))) == {BURNS}
    assert BURNS not in found(book, Filters(kinds=("report",)))


def disputed(subject: str, *values: str) -> list[Judgement]:
    return [corrected(subject, "value", each, by=f"by {each}") for each in values]


def test_what_is_disputed_is_nothing_that_could_be_sought(book: Casebook) -> None:
    give(book, *disputed(assertion_id(book, BURNS), "CT+", "UU"))
    for value in ("CT-", "CT+", "UU"):
        assert BURNS not in found(book, Filters(values=(value,)))
    assert BURNS in found(book, Filters())


def test_other_places_of_an_assertion_still_count(book: Casebook) -> None:
    give(book, corrected(assertion_id(book, STRUCK), "place", AT_ORIKHIV, "depot"))
    assert STRUCK in found(book, near(HULIAIPOLE.lat, HULIAIPOLE.lon))
    assert STRUCK in found(book, near(ORIKHIV.lat, ORIKHIV.lon))


def test_an_assertion_given_back_to_its_document_is_still_its_outlet_s(book: Casebook) -> None:
    give(book, corrected(assertion_id(book, SEEN), "holder", None))
    assert SEEN in found(book, Filters(sources=("Harbour News",)))
    assert SEEN not in found(book, Filters(sources=("MARIA KOVAL",)))
