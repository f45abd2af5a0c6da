"""What a document says of its source holds across languages, unless it was said before."""

from collections.abc import Iterator

import pytest
from translated import ENGLISH, TRANSLATED, translations

from furphy.tracing.traced import Traced, Window

HOUR = 3600.0
FIRST = Traced(
    "first",
    ENGLISH,
    "en",
    published=Window(6 * HOUR, 6 * HOUR + 60),
    outlet="Steppe Courier",
    url="https://courier.example/1",
)
SECOND = Traced(
    "second",
    TRANSLATED["ru"],
    "ru",
    published=Window(7 * HOUR, 7 * HOUR + 60),
    outlet="Канал Схід",
    url="https://skhid.example/2",
)


def third(text: str, **told: tuple[str, ...]) -> Traced:
    return Traced("third", text, "uk", published=Window(8 * HOUR, 8 * HOUR + 60), **told)  # type: ignore[arg-type]  # fields by name


def told_of_third(*documents: Traced) -> Iterator[tuple[str, set[str]]]:
    """Yield the source of the third and the rules that speak for it."""
    ordered, found = translations(documents, None)
    for each in found:
        if ordered[each.target].key == "third":
            yield ordered[each.source].key, {one.rule for one in each.because}


@pytest.mark.parametrize(
    ("made", "source", "rule"),
    [
        pytest.param(third(TRANSLATED["uk"]), "first", None, id="it says nothing"),
        pytest.param(
            third(f"{TRANSLATED['uk']} Джерело: https://skhid.example/2"),
            "second",
            "address-given",
            id="it gives an address",
        ),
        pytest.param(
            third(TRANSLATED["uk"], forwarded=("https://skhid.example/2",)),
            "second",
            "forwarded",
            id="it passes it on",
        ),
        pytest.param(
            third(f"Як пише Канал Схід: {TRANSLATED['uk']}"),
            "second",
            "outlet-named",
            id="it names the outlet",
        ),
    ],
)
def test_what_is_said_outright_beats_likeness(made: Traced, source: str, rule: str | None) -> None:
    ((found, because),) = told_of_third(FIRST, SECOND, made)
    assert found == source
    assert because & {"address-given", "forwarded", "outlet-named"} == ({rule} if rule else set())


def test_what_the_source_says_too_tells_nothing() -> None:
    link = "https://skhid.example/2"
    first = Traced(
        "first", f"{ENGLISH} From {link}", "en", published=FIRST.published, url=FIRST.url
    )
    second = Traced("second", TRANSLATED["ru"], "ru", published=SECOND.published, url=link)
    ((_, because),) = told_of_third(first, second, third(f"{TRANSLATED['uk']} Джерело: {link}"))
    assert "address-given" not in because


def test_who_is_said_to_be_the_source_is_not_made_from_it() -> None:
    undated = Traced("third", TRANSLATED["uk"], "uk", url="https://third.example/3")
    tells = Traced("tells", f"{ENGLISH} Source: https://third.example/3", "en")
    ordered, (found,) = translations((tells, undated), None)
    assert (ordered[found.source].key, ordered[found.target].key) == ("third", "tells")
