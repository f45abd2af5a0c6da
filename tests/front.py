"""Readings made by hand of invented reports from real places."""

from made import Made, made, spot

from furphy.model.place import Candidate, Ground
from furphy.model.quantity import Modifier
from furphy.model.time import TimeMod

ORIKHIV = spot("Orikhiv", 47.567, 35.786, country="UA", radius_km=4.0, population=14_000)
ROBOTYNE = spot("Robotyne", 47.445, 35.837, "village", country="UA", divisions=("UA", "UA.26"))
VERBOVE = spot(
    "Verbove", 47.431, 35.976, "village", country="UA", divisions=("UA", "UA.26"), radius_km=3.0
)
NAMESAKE = spot("Verbove", 48.9, 24.3, "village", country="UA", id="other", radius_km=3.0)
OBLAST = spot("Zaporizhzhia Oblast", 47.25, 35.75, "region", country="UA", radius_km=150.0)


def front() -> Made:
    """Return a report with a stated distance, a namesake turned down and a name not found."""
    text = made(
        "At least 12 soldiers were killed near Robotyne in early November, Maria Koval said on"
        " Tuesday.",
        "She added that about 20 km from Orikhiv, in the village of Verbowe in Zaporizhzhia"
        " Oblast, two tanks burned. Koval named no one in Nowhereske.",
        title="Fighting near Orikhiv",
    )
    koval = text.source("Maria Koval", description="a spokeswoman of the brigade")
    killed = "At least 12 soldiers were killed near Robotyne in early November"
    said = text.attribution(koval, "said on", killed)
    _places(text)
    text.time("early November", "2024-11", "2024-11-01", "2024-11-11", mod=TimeMod.START)
    text.time("Tuesday", "2024-11-12", "2024-11-12", "2024-11-13", anchor=text.at("November")[0])
    at_least = Modifier.AT_LEAST
    text.quantity("At least 12", 12, None, "soldiers", modifier=at_least, casualty="killed")
    text.quantity("about 20 km", 18, 22, unit="km", modifier=Modifier.ABOUT)
    text.quantity("two", 2, 2, "tanks")
    who = {"name": "Maria Koval", "pronoun": "She", "short": "Maria Koval|Koval"}
    text.identity("Maria Koval", "person", ("spokeswoman",), **who)
    text.assertion(killed, said, toponyms=(1,), times=(0,), quantities=(0,))
    text.assertion("two tanks burned", said, toponyms=(2, 3, 4), quantities=(1, 2))
    return text


def _places(text: Made) -> None:
    text.toponym("Orikhiv", ORIKHIV, because=(Ground("spelling", "as the gazetteer has it"),))
    text.toponym("Robotyne", ROBOTYNE)
    orikhiv = text.toponym("Orikhiv|Orikhiv", ORIKHIV)
    verbove = text.toponym(
        "Verbowe",
        VERBOVE,
        kinds=("village",),
        score=0.93,
        candidates=(Candidate(VERBOVE, "Verbove", 0.93), Candidate(NAMESAKE, "Verbove", 0.05)),
        because=(
            Ground("distance", "20.8 km from Orikhiv, stated: about 20 km", text.at("about 20 km")),
            Ground("spelling", "German spelling of Verbove"),
        ),
    )
    oblast = text.toponym("Zaporizhzhia Oblast", OBLAST)
    text.toponym("Nowhereske", candidates=(Candidate(NAMESAKE, "Verbove", 0.2),))
    text.constraint("distance", verbove, (orikhiv,), "about 20 km from", low_km=18, high_km=22)
    text.constraint("within", verbove, (oblast,), "in Zaporizhzhia Oblast")
