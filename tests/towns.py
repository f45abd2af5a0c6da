"""A casebook of invented reports from many towns, over some months."""

from dataclasses import replace

from made import made, spot
from stored import add

from furphy.casebook.casebook import Casebook
from furphy.model.document import Basis, Published
from furphy.model.reading import Reading

TOWNS = {
    "Orikhiv": (47.567, 35.786),
    "Huliaipole": (47.664, 36.263),
    "Melitopol": (46.849, 35.367),
    "Enerhodar": (47.499, 34.656),
    "Nikopol": (47.571, 34.394),
    "Dnipro": (48.465, 35.046),
    "Kryvyi Rih": (47.910, 33.391),
    "Kharkiv": (49.993, 36.230),
    "Poltava": (49.589, 34.551),
    "Odesa": (46.484, 30.732),
    "Kyiv": (50.450, 30.524),
    "Lviv": (49.839, 24.030),
}
UKRAINE = spot("Ukraine", 49.0, 32.0, "country", country="UA", radius_km=600.0)
VALUES = ("CT+", "PR+", "PS+", "CT-", "UU")
HOSTILE = '"><script>alert(1)</script>\u202e'


def towns(where: str, times: int = 4) -> Casebook:
    """Return a casebook in which the first towns are named most."""
    book = Casebook.create_or_open(where)
    add(book, *(each for turn in range(times) for each in _reports(turn)))
    return book


def _reports(turn: int) -> list[Reading]:
    return [
        _report(turn, at, name)
        for at, name in enumerate(TOWNS)
        if turn == 0 or at < len(TOWNS) // turn
    ]


def _report(turn: int, at: int, name: str) -> Reading:
    day = at + 1
    words = f"the water in {name} was {('high', 'low', 'muddy', 'clear')[turn % 4]} on {day} May"
    text = made(f"Engineer {turn} of the board said that {words}.", "All of Ukraine was wet.")
    said = text.attribution(text.source(f"Engineer {turn} of the board"), "said that", words)
    told = text.assertion(words, said, VALUES[(turn + at) % 5])
    wet = text.assertion("All of Ukraine was wet")
    place = text.toponym(name, spot(name, *TOWNS[name], country="UA", radius_km=6.0))
    date = f"2024-05-{day:02}"
    time = text.time(f"{day} May", date, date, f"2024-05-{day + 1:02}")
    text.assertions[told] = replace(text.assertions[told], toponyms=(place,), times=(time,))
    country = text.toponym("Ukraine", UKRAINE)
    text.assertions[wet] = replace(text.assertions[wet], toponyms=(country,))
    text.key = f"{name}-{turn}.txt"
    published = Published(
        f"2024-{5 + turn:02}-{day:02}T08:00:00Z",
        f"2024-{5 + turn:02}-{day:02}T08:00:01Z",
        Basis.GIVEN,
    )
    outlet = HOSTILE if (turn, at) == (1, 1) else f"Paper {at % 3}"
    return text.reading(outlet=outlet, published=published, title=f"Water in {name}")
