"""What texts state of where places are; names are in brackets."""

import re

import pytest
from papers import parsed, unparsed

from furphy.model.evidence import Evidence
from furphy.model.place import Constraint, PlaceKind, PlaceName
from furphy.model.text import Span
from furphy.reading.places.located import with_located
from furphy.reading.places.relations import relations
from furphy.reading.tree import Tree

KINDS = {"Oblast": PlaceKind.REGION, "district": PlaceKind.DISTRICT, "River": PlaceKind.RIVER}


def painted(text: str) -> tuple[str, list[PlaceName]]:
    plain, names = "", list[PlaceName]()
    for piece in re.split(r"(\[.*?\])", text):
        if piece.startswith("["):
            name = piece[1:-1]
            kinds = frozenset(kind for word, kind in KINDS.items() if name.endswith(word))
            span = Span(len(plain), len(plain) + len(name))
            names.append(PlaceName(span, name, Evidence("test", 1.0), kinds))
            plain += name
        else:
            plain += piece
    return plain, names


def stated(text: str) -> list[Constraint]:
    plain, names = painted(text)
    return list(relations(parsed(plain), names, "en"))


def short(text: str) -> list[str]:
    """Return constraints as "subject relation objects low-high bearing"."""
    _, names = painted(text)
    found = []
    for each in stated(text):
        subject = "-" if each.subject is None else names[each.subject].name
        parts = [subject, each.relation.value, *(names[one].name for one in each.objects)]
        if each.relation.value == "distance" and each.high_km is not None:
            parts.append(f"{each.low_km or 0:.0f}-{each.high_km:.0f}")
        if each.bearing is not None:
            parts.append(f"{each.bearing:.0f}°")
        found.append(" ".join(parts))
    return found


STATED = {
    "of an event": (
        "Fighting goes on about 3 km from [Zatyshshia] and from [Huliaipole].",
        ["- distance Zatyshshia Huliaipole 2-4"],
    ),
    "behind a comma": (
        "[Stepne], a small village 12 miles north-west of [Orikhiv], was shelled.",
        ["Stepne distance Orikhiv 17-21 315°"],
    ),
    "in brackets": (
        "[Stepne] (5km east of [Orikhiv]) was hit.",
        ["Stepne distance Orikhiv 4-6 90°"],
    ),
    "with a verb of lying": (
        "[Sarmin], shelled for weeks, lies 30 km to the south-east of [Idlib].",
        ["Sarmin distance Idlib 27-33 135°"],
    ),
    "two of them": (
        "[Sarmin] lies a few kilometres from [Binnish] and 9 km from [Idlib].",
        ["Sarmin distance Binnish 1-9", "Sarmin distance Idlib 8-10"],
    ),
    "two of one spot": (
        "Blasts were heard 5 km from [Binnish] and 8 km from [Idlib].",
        [
            "- distance Binnish 4-6",
            "Binnish distance Idlib 2-14",
            "- distance Idlib 7-9",
        ],
    ),
    "at most": ("A depot within 10 km of [Tokmak] burned.", ["- distance Tokmak 0-11"]),
    "in two units": (
        "[Stepne], 10 km (6 miles) from [Orikhiv], was hit.",
        ["Stepne distance Orikhiv 9-11"],
    ),
    "a range": ("Some 20-25 km south of [Mosul] they stopped.", ["- distance Mosul 16-31 180°"]),
    "with what the place is": (
        "A mine lay 3 km from the front-line town of [Orikhiv].",
        ["- distance Orikhiv 3-3"],
    ),
    "a direction": (
        "[Franklin], south of [Nashville], flooded.",
        ["Franklin direction Nashville 180°"],
    ),
    "a comma": ("A silo burned in [Paris], [Texas].", ["Paris within Texas"]),
    "of and a name": ("The [Texas] town of [Paris] burned.", ["Paris within Texas"]),
    "an owner": ("[Ukraine]'s second city [Kharkiv] was hit.", ["Kharkiv within Ukraine"]),
    "a part of a land": (
        "[Malakal] in northern [South Sudan] flooded.",
        ["Malakal within South Sudan 0°"],
    ),
    "both": (
        "[Stepne] and [Vesele], both in [Sumy Oblast], were hit.",
        ["Vesele within Sumy Oblast", "Stepne within Sumy Oblast"],
    ),
    "a chain": (
        "The village of [Stepne] in [Polohy district], [Zaporizhzhia Oblast], fell.",
        ["Stepne within Polohy district", "Polohy district within Zaporizhzhia Oblast"],
    ),
    "a bank": ("[Kherson] on the [Dnipro] was hit.", ["Kherson beside Dnipro"]),
    "between": (
        "[Nizhyn], between [Kyiv] and [Sumy], was hit.",
        ["Nizhyn between Kyiv Sumy"],
    ),
    "a road": (
        "A convoy was hit on the road from [Kyiv] to [Sumy].",
        ["- towards Kyiv Sumy"],
    ),
    "near": ("[Bucha], just outside [Kyiv], is calm.", ["Bucha near Kyiv"]),
}


@pytest.mark.parametrize(("text", "expected"), STATED.values(), ids=STATED)
def test_what_is_stated(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Drones struck near [Belgorod] and [Kursk].",
        "Troops left [Kyiv] on Monday.",
        "A 3-km stretch was mined, [Orikhiv] said.",
        "[Kyiv] said that shells fell in [Sumy].",
    ],
)
def test_what_states_nothing_of_a_place(text: str) -> None:
    assert short(text) == []


def test_a_list_is_hardly_ever_a_chain() -> None:
    assert all(
        each.evidence.score < 0.5 for each in stated("[Kyiv], [Kharkiv], [Lviv] and [Odesa] slept.")
    )


@pytest.mark.parametrize(("text", "_"), STATED.values(), ids=STATED)
def test_the_words_that_state_it_re_read(text: str, _: list[str]) -> None:
    plain, names = painted(text)
    for each in stated(text):
        words = each.span.of(plain)
        assert words
        assert any(names[one].name in words for one in each.objects)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Guns stood 3 km from Qwerhivka and from [Orikhiv].", ["Qwerhivka"]),
        ("Qwerhivka, 31 km west of [Orikhiv], was hit.", ["Qwerhivka"]),
        ("He left [Vidin] on the Zanube.", ["Zanube"]),
        ("Smoke rose west of [Orikhiv].", []),
        ("General Smith left [Orikhiv].", []),
    ],
)
def test_what_distances_are_measured_between_is_a_place(text: str, found: list[str]) -> None:
    plain, names = painted(text)
    more = with_located(parsed(plain), plain, names, "en")
    assert [each.name for each in more if each not in names] == found


def test_a_reader_without_a_parser_finds_what_the_words_show() -> None:
    plain, names = painted("[Stepne], 10 km north of [Orikhiv], was hit.")

    tree = unparsed(plain, "X").the(Tree)
    assert [each.relation.value for each in relations(tree, names, "en")] == ["distance"]
