import pytest
from matching.worded import held, kind, put

from furphy.matching.comparison import compare
from furphy.model.claim import ContradictionKind, DifferenceKind, Sameness

BASE = "A missile struck the railway station in Kramatorsk on Monday, killing 12 people."

Side = str | tuple[str, str]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(BASE, BASE, id="the same words"),
        pytest.param(
            BASE,
            "Twelve people died on Monday when a missile hit Kramatorsk railway station.",
            id="other words",
        ),
        pytest.param(BASE, f"{BASE[:-1]}, the governor said.", id="passed on"),
        pytest.param(
            BASE,
            ("ru", "В понедельник ракета попала в вокзал в Краматорске, погибли 12 человек."),
            id="in Russian",
        ),
        pytest.param(
            BASE,
            ("uk", "У понеділок ракета влучила у вокзал у Краматорську, загинули 12 людей."),
            id="in Ukrainian",
        ),
        pytest.param(
            BASE,
            ("zh", "周一，一枚导弹击中克拉马托尔斯克火车站，造成12人死亡。"),
            id="in Chinese",
        ),
        pytest.param(
            "The explosion was heard about 3 km from Orikhiv.",
            "The explosion was heard 3.2 km from Orikhiv.",
            id="rounded",
        ),
        pytest.param(
            "More than 1,200 houses were flooded in Kherson.",
            "In Kherson, 1,243 houses were flooded.",
            id="a bound that holds",
        ),
        pytest.param(
            "Police arrested the mayor of Oruro.",
            "The mayor of Oruro was arrested by police.",
            id="passive",
        ),
    ],
)
def test_what_says_the_same_is_joined(one: Side, other: Side) -> None:
    found = held(one, other)
    assert found.same is Sameness.JOINED, found
    assert found.contradiction is None


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(BASE.replace("12", "40"), ContradictionKind.NUMBER, id="another number"),
        pytest.param(
            BASE.replace("Kramatorsk", "Sloviansk"), ContradictionKind.PLACE, id="another place"
        ),
        pytest.param(
            f"The ministry denied that {BASE[0].lower()}{BASE[1:]}",
            ContradictionKind.POLARITY,
            id="a denial",
        ),
        pytest.param(
            "A missile struck the railway station in Kramatorsk on Monday, but no one was killed.",
            ContradictionKind.POLARITY,
            id="nobody",
        ),
        pytest.param(
            BASE.replace("railway station", "hospital"),
            ContradictionKind.IDENTITY,
            id="another thing",
        ),
        pytest.param(
            ("ru", "В понедельник ракета попала в вокзал в Краматорске, погибли 35 человек."),
            ContradictionKind.NUMBER,
            id="another number in Russian",
        ),
        pytest.param(
            ("zh", "周一，一枚导弹击中斯洛维扬斯克火车站，造成12人死亡。"),
            ContradictionKind.PLACE,
            id="another place in Chinese",
        ),
    ],
)
def test_what_cannot_both_hold_is_typed_and_not_joined(
    other: Side, expected: ContradictionKind
) -> None:
    found = held(BASE, other)
    assert found.same is not Sameness.JOINED
    assert kind(found) is expected, found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Rebels attacked the army near Goma.",
            "The army attacked rebels near Goma.",
            id="active",
        ),
        pytest.param(
            "Rebels attacked the army near Goma.",
            "Rebels were attacked by the army near Goma.",
            id="passive",
        ),
        pytest.param(
            ("ru", "Протестующие напали на полицию в Дакке."),
            ("ru", "Полиция напала на протестующих в Дакке."),
            id="Russian",
        ),
        pytest.param(
            ("zh", "警方袭击了抗议者。"), ("zh", "警方被抗议者袭击。"), id="Chinese passive"
        ),
    ],
)
def test_doers_and_undergoers_do_not_change_parts(one: Side, other: Side) -> None:
    found = held(one, other)
    assert found.same is Sameness.NO
    assert kind(found) is ContradictionKind.IDENTITY


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "On Tuesday 12 people were killed in Quetta.",
            "By Friday, 19 people were killed in Quetta.",
            DifferenceKind.DATE,
            id="a toll of another day",
        ),
        pytest.param(
            "The blast in Quetta killed 12 people.",
            "The number of people killed by the blast in Quetta rose to 19.",
            DifferenceKind.DATE,
            id="a toll that grew",
        ),
        pytest.param(
            "The blast in Quetta killed 12 people.",
            "The blast in Quetta killed 3 children.",
            DifferenceKind.SCOPE,
            id="children among the dead",
        ),
        pytest.param(
            "Russian forces shelled Nikopol on Monday.",
            "Russian forces shelled Nikopol on Saturday.",
            DifferenceKind.EVENT,
            id="what happens again and again",
        ),
    ],
)
def test_differences_are_no_contradictions(one: str, other: str, expected: DifferenceKind) -> None:
    found = held(one, other)
    assert found.same is Sameness.NO
    assert found.contradiction is None
    assert found.difference is not None
    assert found.difference.kind is expected


def test_the_spans_of_a_contradiction_reread() -> None:
    one, other = put(BASE), put(BASE.replace("12", "40"))
    found = compare(one, other).contradiction
    assert found is not None
    assert (found.one.of(one.text), found.other.of(other.text)) == ("12", "40")


def test_what_comes_first_makes_no_difference() -> None:
    one, other = put(BASE), put("Ракета попала в вокзал в Краматорске.", "ru")
    assert compare(one, other).score == pytest.approx(compare(other, one).score)


def test_texts_about_nothing_in_common_contradict_in_nothing() -> None:
    found = held(BASE, "The harvest of wheat in Kansas fell by 4 percent.")
    assert (found.same, found.contradiction) == (Sameness.NO, None)


@pytest.mark.parametrize("text", ["", "?", "…", "1", "а", "人"])
def test_next_to_nothing_compares(text: str) -> None:
    assert held(text, BASE).same is Sameness.NO
    assert held(text, text).contradiction is None
