from front import ORIKHIV, ROBOTYNE, front
from made import made

from furphy.export.maps.stated import stated
from furphy.export.whereabouts import located


def test_only_what_states_a_distance_from_a_found_place_is_drawn() -> None:
    reading = front().reading()
    [found] = stated(reading, located(reading))
    assert (found.base.name, found.text, found.radii) == ("Orikhiv", "18–22 km", (18, 22))
    assert found.subject is not None
    assert found.subject.name == "Verbove"


def test_each_object_of_a_distance_has_its_own_ring() -> None:
    text = made("It fell 9 km from Robotyne and from Orikhiv.")
    both = text.toponym("Robotyne", ROBOTYNE), text.toponym("Orikhiv", ORIKHIV)
    text.constraint("distance", None, both, "9 km", low_km=9, high_km=9)
    reading = text.reading()
    found = stated(reading, located(reading))
    assert [each.base.name for each in found] == ["Robotyne", "Orikhiv"]
    assert {each.radii for each in found} == {(9,)}


def test_nothing_is_measured_from_itself() -> None:
    text = made("Robotyne is 9 km from Robotyne.")
    one = text.toponym("Robotyne", ROBOTYNE)
    other = text.toponym("Robotyne|Robotyne", ROBOTYNE)
    text.constraint("distance", one, (other,), "9 km", high_km=9)
    reading = text.reading()
    assert stated(reading, located(reading)) == ()
