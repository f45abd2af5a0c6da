from made import made as written

from furphy.reading.grounding import grounded

TEXT = "Mines killed 12 people near Lviv on Monday, the mayor of Odesa said."


def test_an_assertion_holds_what_stands_in_its_words() -> None:
    made = written(TEXT)
    made.assertion("Mines killed 12 people near Lviv on Monday")
    made.assertion("the mayor of Odesa said")
    made.toponym("Lviv")
    made.toponym("Odesa")
    made.time("Monday")
    made.quantity("12", 12, 12, "people")
    reading = made.reading()
    mines, said = grounded(reading.assertions, reading.toponyms, reading.times, reading.quantities)
    assert (mines.toponyms, mines.times, mines.quantities) == ((0,), (0,), (0,))
    assert (said.toponyms, said.times, said.quantities) == ((1,), (), ())


def test_what_stands_in_a_gap_of_an_assertion_is_not_held() -> None:
    text = "The bridge, Odesa said, collapsed."
    made = written(text)
    made.assertion("The bridge|collapsed")
    made.toponym("Odesa")
    reading = made.reading()
    (bridge,) = grounded(reading.assertions, reading.toponyms, (), ())
    assert bridge.toponyms == ()
