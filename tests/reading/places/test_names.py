"""Names of places, where, as in the real lists, words of English are villages."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import parsed, unparsed

from furphy.model.place import Candidate, Place, PlaceKind, PlaceName
from furphy.model.text import Span
from furphy.reading import spacy_parser
from furphy.reading.places.names import LEAST, place_names
from furphy.reading.tree import Tree

KNOWN: dict[str, tuple[PlaceKind, str, tuple[str, ...], int]] = {
    "Ukraine": (PlaceKind.COUNTRY, "UA", ("UA",), 41_000_000),
    "Russia": (PlaceKind.COUNTRY, "RU", ("RU",), 144_000_000),
    "Texas": (PlaceKind.REGION, "US", ("US", "US.TX"), 29_000_000),
    "Paris": (PlaceKind.CITY, "US", ("US", "US.TX"), 25_000),
    "Kherson": (PlaceKind.CITY, "UA", ("UA", "UA.08"), 280_000),
    "Moscow": (PlaceKind.CITY, "RU", ("RU", "RU.48"), 10_000_000),
    "Kursk": (PlaceKind.CITY, "RU", ("RU", "RU.41"), 440_000),
    "Washington": (PlaceKind.CITY, "US", ("US", "US.DC"), 600_000),
    "Lincoln": (PlaceKind.CITY, "US", ("US", "US.NE"), 280_000),
    "Orlando": (PlaceKind.CITY, "US", ("US", "US.FL"), 270_000),
    "Houston": (PlaceKind.CITY, "US", ("US", "US.TX"), 2_300_000),
    "Bush": (PlaceKind.CITY, "US", ("US", "US.LA"), 900),
    "Police": (PlaceKind.CITY, "PL", ("PL", "PL.87"), 33_000),
    "Many": (PlaceKind.CITY, "US", ("US", "US.LA"), 2_700),
    "Of": (PlaceKind.CITY, "TR", ("TR", "TR.61"), 43_000),
    "May": (PlaceKind.VILLAGE, "RU", ("RU", "RU.77"), 0),
    "Nikopol": (PlaceKind.CITY, "UA", ("UA", "UA.04"), 105_000),
    "AROS": (PlaceKind.VILLAGE, "NO", ("NO", "NO.20"), 600),
    "UAE": (PlaceKind.COUNTRY, "AE", ("AE",), 9_000_000),
    "United Arab Emirates": (PlaceKind.COUNTRY, "AE", ("AE",), 9_000_000),
}


def lookup(name: str) -> Sequence[Candidate]:
    if name not in KNOWN:
        return ()
    kind, country, divisions, people = KNOWN[name]
    place = Place("list", name, name, 50.0, 30.0, kind, 5.0, country, divisions, people)
    return (Candidate(place, name, 1.0),)


def names(text: str) -> tuple[PlaceName, ...]:
    return place_names(parsed(text), text, lookup)


def named(text: str) -> list[str]:
    return [each.name for each in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Shells fell on Kherson overnight.", ["Kherson"], id="a listed city"),
        pytest.param("Moscow denied the strike.", ["Moscow"], id="a city for its government"),
        pytest.param("They moved to Paris, Texas.", ["Paris", "Texas"], id="a pair is two names"),
        pytest.param("Fighting goes on in Kherson, Ukraine.", ["Kherson", "Ukraine"], id="country"),
        pytest.param("Troops massed near Zadishye.", ["Zadishye"], id="a village no list has"),
        pytest.param(
            "The village of Novodanilovka was shelled.", ["Novodanilovka"], id="told by its kind"
        ),
        pytest.param(
            "Two drones fell into the Konka River.", ["Konka River"], id="the kind is in the name"
        ),
        pytest.param("Russia's army left Kursk.", ["Russia", "Kursk"], id="a possessive"),
        pytest.param(
            "They flew to the United Arab Emirates (UAE) and stayed in the UAE.",
            ["United Arab Emirates", "UAE", "UAE"],
            id="the short form of a place",
        ),
        pytest.param(
            "Shells fell in AROS overnight.", ["AROS"], id="capitals that stand for nothing"
        ),
    ],
)
def test_a_place_name_is_found(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mr. Orlando said the road was open.", id="a form of address"),
        pytest.param("Gov. Washington said the road was open.", id="an office"),
        pytest.param("George Bush spoke. Later Bush left.", id="a surname"),
        pytest.param("Police closed the road. Many fled.", id="words that open sentences"),
        pytest.param("NATO and the White House were told.", id="bodies"),
        pytest.param("In May the river rose.", id="a month"),
        pytest.param("Russian troops and Ukrainians met.", id="peoples"),
        pytest.param(
            "The Alliance to Reclaim Our Schools (AROS) met. Shells fell in AROS overnight.",
            id="the short form of a body",
        ),
    ],
)
def test_what_only_looks_like_a_place_name_is_left_out(text: str) -> None:
    assert named(text) == []


def test_names_reread_and_carry_a_chance() -> None:
    text = "The village of Novodanilovka lies north of Kherson."
    for each in names(text):
        assert each.span.of(text) == each.name
        assert LEAST <= each.evidence.score <= 1


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("The village of Zelene was shelled.", {"village"}, id="of"),
        pytest.param("They shelled the village Zelene.", {"village"}, id="before"),
        pytest.param("A dam on the Konka River broke.", {"river"}, id="in the name"),
        pytest.param("Fires burn in Kherson region.", {"region", "area"}, id="behind"),
        pytest.param("Fires burn in Kherson.", set(), id="nothing said"),
    ],
)
def test_words_around_a_name_tell_its_kind(text: str, kinds: set[str]) -> None:
    assert [{*each.kinds} for each in names(text)] == [kinds]


def test_a_name_in_a_row_shares_what_stands_before_the_first() -> None:
    assert named("Fighting was reported near Zadishye and Kamyshove.") == ["Zadishye", "Kamyshove"]


def test_a_name_sure_in_one_place_is_known_in_others() -> None:
    assert named("Nikopol was silent.") == []
    assert named("Shells fell in Nikopol. Nikopol was silent.") == ["Nikopol"] * 2


def test_a_name_spelt_like_one_of_the_region_is_a_place() -> None:
    text = "Shells fell in Kherson and in Nikopol. Residents of Gulyaipole told us that they left."

    def spelled(name: str) -> Sequence[Candidate]:
        place = Place("list", "H", "Huliaipole", 47.7, 36.3, PlaceKind.CITY, 3.0, "UA", REGION, 0)
        return (Candidate(place, "Huliaipole", 0.96),) if name == "Gulyaipole" else ()

    assert "Gulyaipole" not in [each.name for each in place_names(parsed(text), text, near)]
    found = place_names(parsed(text), text, near, spelled=spelled)
    assert [each.evidence.rule for each in found if each.name == "Gulyaipole"] == [
        "place-name:alike"
    ]


REGION = ("UA", "UA.26")


def near(name: str) -> Sequence[Candidate]:
    """Return the places of a list in which all lie in one region."""
    return [
        replace(each, place=replace(each.place, divisions=REGION))
        for each in lookup(name)
        if each.place.country == "UA"
    ]


def test_a_dateline_is_read_without_a_parse() -> None:
    text = "KHERSON (Agency) — Two houses burned in Nikopol."
    cut = text.index("Two")
    tree = Tree(spacy_parser.parse(text, [Span(cut, len(text))]))
    found = place_names(tree, text, lookup, [Span(0, cut - 1)])
    assert [(each.name, each.evidence.rule) for each in found] == [
        ("KHERSON", "dateline:unlisted"),
        ("Nikopol", "place-name:listed"),
    ]


def test_without_a_parser_nothing_breaks() -> None:
    draft = unparsed("They left the village of Kherson.", "X")
    assert isinstance(place_names(draft.the(Tree), draft.text, lookup), tuple)


@given(st.lists(st.sampled_from([*KNOWN, "the", "of", ",", "-", "St.", "said", "\n", "In"])))
def test_whatever_the_words_names_reread_and_do_not_touch(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for each in names(text):
        assert each.span.start >= end
        assert " ".join(each.span.of(text).split()) == each.name
        end = each.span.end
