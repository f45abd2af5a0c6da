import pytest
from made import made

from furphy.export.amounts import amounts, bounds
from furphy.model.quantity import Modifier

BOUNDS = [
    pytest.param(12, 12, {}, "12", id="exact"),
    pytest.param(12, None, {}, "≥ 12", id="at least"),
    pytest.param(None, 40, {}, "≤ 40", id="at most"),
    pytest.param(1000, 1200, {}, "1,000–1,200", id="range"),
    pytest.param(18, 22, {"unit": "km", "modifier": Modifier.ABOUT}, "≈ 18–22 km", id="about"),
    pytest.param(2.5, 2.5, {"unit": "USD"}, "2.5 USD", id="money"),
    pytest.param(None, None, {"unit": "km"}, "", id="unknown"),
    pytest.param(0, 0, {}, "0", id="none at all"),
]


@pytest.mark.parametrize(("low", "high", "more", "told"), BOUNDS)
def test_a_number_is_told_by_its_bounds(
    low: float | None, high: float | None, more: dict[str, object], told: str
) -> None:
    text = made("Some came.")
    text.quantity("Some", low, high, **more)  # type: ignore[arg-type]  # fields by name
    assert bounds(text.quantities[0]) == told


def test_the_harmed_come_first_and_equal_numbers_of_one_thing_are_told_once() -> None:
    text = made("Two tanks burned, 5 men died. Two Tanks burned, two trucks too.")
    text.quantity("Two", 2, 2, "tanks")
    text.quantity("5", 5, 5, "men", casualty="killed")
    text.quantity("Two|Two", 2, 2, "Tanks")
    text.quantity("two", 2, 2, "trucks")
    listed = amounts(text.reading())
    assert [(each.of, each.casualty) for each in listed] == [
        ("men", "killed"),
        ("tanks", ""),
        ("trucks", ""),
    ]
    assert listed[1].quantities == (0, 2)
