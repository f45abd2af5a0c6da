"""Names of a text resolved together, in a small gazetteer of real places."""

from pathlib import Path

import pytest
from gazetteer.gazetteers import gazetteer, record, region

from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.resolve import Resolution, resolve
from furphy.model.evidence import Evidence
from furphy.model.place import Constraint, PlaceName, Relation, Toponym
from furphy.model.text import Span

PLACES = [
    record("orikhiv", "Orikhiv", (47.567, 35.786), population=14000),
    record("huliaipole", "Huliaipole | Gulyaipole", (47.667, 36.256), population=13000),
    record("lviv", "Lviv", (49.84, 24.03), population=720000),
    record("kyiv", "Kyiv", (50.45, 30.52), population=2900000),
    record("stepne-odesa", "Stepne", (47.2, 30.0), population=3000),
    record("stepne-near", "Stepne", (47.65, 35.8), population=200),
    record("twin-west", "Dvory", (49.0, 25.0), population=400),
    region(record("maryland", "Maryland", (39.05, -76.78), "US", 5_800_000), 247),
    record("maryland-city", "Maryland City | Maryland", (39.09, -76.82), "US", 16_000),
    region(record("odesa-region", "Odesa", (46.5, 30.7), "UA", 2_300_000), 190),
    record("odesa", "Odesa", (46.48, 30.73), population=1_000_000),
    record("twin-east", "Dvory", (49.0, 37.0), population=400),
]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return gazetteer(Path(tmp_path_factory.mktemp("places")), PLACES)


def named(*names: str) -> list[PlaceName]:
    """Return names that stand far enough apart to share no passage."""
    return [
        PlaceName(Span(n * 1000, n * 1000 + len(name)), name, Evidence("test", 1.0))
        for n, name in enumerate(names)
    ]


def away(subject: int | None, *objects: int, km: float) -> Constraint:
    span = Span(objects[0] * 1000, objects[0] * 1000 + 3)
    evidence = Evidence("distance", 0.95)
    return Constraint(Relation.DISTANCE, subject, objects, span, evidence, 0.9 * km, 1.1 * km)


def ids(found: Resolution) -> list[str | None]:
    return [each.place.id if each.place else None for each in found.toponyms]


def test_without_more_the_greater_namesake_is_meant(places: Gazetteer) -> None:
    assert ids(resolve(named("Stepne"), [], places)) == ["stepne-odesa"]


def test_a_stated_distance_chooses_the_smaller(places: Gazetteer) -> None:
    found = resolve(named("Stepne", "Orikhiv"), [away(0, 1, km=9)], places)
    assert ids(found) == ["stepne-near", "orikhiv"]
    first = found.toponyms[0].because[0]
    assert (first.rule, first.spans) == ("distance", (Span(1000, 1003),))


def test_a_distance_that_no_namesake_fits_leaves_the_name_open(places: Gazetteer) -> None:
    (stepne, _) = resolve(named("Stepne", "Lviv"), [away(0, 1, km=5)], places).toponyms
    assert stepne.place is None
    assert stepne.score is None
    assert {each.place.id for each in stepne.candidates} == {"stepne-odesa", "stepne-near"}
    assert stepne.because[0].rule == "distance"


def test_equal_namesakes_without_anything_to_tell_them_apart_leave_a_name_open(
    places: Gazetteer,
) -> None:
    (tied,) = resolve(named("Dvory"), [], places).toponyms
    assert (tied.place, tied.because[0].rule) == (None, "tie")


def test_an_unknown_name_has_no_place(places: Gazetteer) -> None:
    (found,) = resolve(named("Xyzzq"), [], places).toponyms
    assert found == Toponym(found.named, None, None, (), found.because)
    assert found.because[0].rule == "unknown"


def test_distances_that_cannot_both_be_true_give_a_note(places: Gazetteer) -> None:
    stated = [away(0, 1, km=5), away(0, 2, km=5)]
    found = resolve(named("Stepne", "Kyiv", "Lviv"), stated, places)
    assert [each.code for each in found.notes] == ["contradictory-distances"]
    assert ids(found)[1:] == ["kyiv", "lviv"]


def test_one_spot_cannot_be_near_two_places_far_apart(places: Gazetteer) -> None:
    found = resolve(named("Kyiv", "Lviv"), [away(None, 0, 1, km=5)], places)
    assert [each.code for each in found.notes] == ["contradictory-distances"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        pytest.param("Odesa", "odesa", id="the town is as likely meant"),
        pytest.param("Maryland", "maryland", id="a small town stands where its middle is"),
    ],
)
def test_of_a_division_and_a_town_in_its_middle(name: str, place: str, places: Gazetteer) -> None:
    assert ids(resolve(named(name), [], places)) == [place]


def test_a_name_is_one_place_throughout_a_text(places: Gazetteer) -> None:
    found = resolve(named("Stepne", "Orikhiv", "Stepne"), [away(0, 1, km=9)], places)
    assert ids(found) == ["stepne-near", "orikhiv", "stepne-near"]


def test_unless_two_places_are_told_apart(places: Gazetteer) -> None:
    names = named("Stepne", "Orikhiv", "Stepne", "Lviv")
    far = Constraint(
        Relation.DIRECTION, 2, (3,), Span(2000, 2003), Evidence("direction", 0.9), 350, 620, 120.0
    )
    assert ids(resolve(names, [away(0, 1, km=9), far], places))[0] == "stepne-near"
    assert ids(resolve(names, [away(0, 1, km=9), far], places))[2] == "stepne-odesa"


def test_scores_are_shares_of_belief(places: Gazetteer) -> None:
    for toponym in resolve(named("Stepne", "Orikhiv", "Kyiv"), [], places).toponyms:
        assert toponym.score is not None
        assert 0 <= toponym.score <= 1
        assert sum(each.score for each in toponym.candidates) <= 1 + 1e-9


def test_nothing_gives_nothing(places: Gazetteer) -> None:
    assert resolve([], [], places) == Resolution((), ())
