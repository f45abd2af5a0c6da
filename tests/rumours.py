"""A casebook of invented reports on one rumour: copies, a denial, a confirmation, a late return."""

from dataclasses import replace

from made import Made, made, spot
from stored import add

from furphy.casebook.casebook import Casebook
from furphy.model.assertion import Status, StatusValue
from furphy.model.attribution import Stance
from furphy.model.document import Basis, Published
from furphy.model.reading import Reading

ORIKHIV = spot("Orikhiv", 47.567, 35.786, country="UA", radius_km=4.0, divisions=("UA", "UA.26"))
WORDS = "the bridge over the Konka near Orikhiv was destroyed on 12 March and seven people drowned"
OTHER_WORDS = "seven people drowned when the bridge near Orikhiv was destroyed on 12 March"
THIRD_WORDS = "a bridge near Orikhiv had been destroyed on 12 March; seven people drowned"
DENIED = "the bridge near Orikhiv was destroyed on 12 March"
HOSTILE = '<script>alert("x")</script> <svg onload=alert(1)>\u202edesrever'


def bulletin() -> Reading:
    """The first: an informant by name."""
    text = made(
        f"Maria Koval, who speaks for the district, said that {WORDS}.",
        "She told the Bulletin that the current carried two lorries away with the planks of the"
        " deck, and that the ferry at the old mill would run twice a day from now on.",
        title="Bridge over the Konka destroyed",
    )
    koval = text.source("Maria Koval")
    return _dated(_told(text, koval, "said that"), "bulletin", "Daily Bulletin", "2024-03-12T08:00")


def copy(key: str, outlet: str, at: str) -> Reading:
    """The same, word for word, elsewhere."""
    first = bulletin()
    document = replace(
        first.document,
        key=key,
        outlet=outlet,
        id=f"sha256:{key.encode().hex():0>64}",
        published=_published(at),
    )
    return replace(first, document=document)


def harbour() -> Reading:
    """Another informant, in words of its own."""
    text = made(
        "Fishermen saw planks drift by at noon. According to Pavlo Hnat, a ferryman,"
        f" {OTHER_WORDS}.",
        title="Seven drown in the Konka",
    )
    hnat = text.source("Pavlo Hnat")
    told = _told(text, hnat, "According to", OTHER_WORDS)
    return _dated(told, "harbour", "Harbour News", "2024-03-12T11:30")


def denial() -> Reading:
    """Who denies it."""
    text = made(
        f"In the evening the regional office denied that {DENIED}.",
        title="Office denies that bridge fell",
    )
    office = text.source("the regional office", "organization")
    made_of = _told(text, office, "denied that", DENIED, "CT-")
    text.attributions[0] = replace(text.attributions[0], stance=Stance.DENY)
    return _dated(made_of, "denial", "Wire", "2024-03-13T09:00")


def confirmation() -> Reading:
    """Who confirms it, and that it is a copy of nothing."""
    text = made(
        f"Pictures taken from the air show that {THIRD_WORDS}. Now the ministry confirmed it.",
        title="Ministry confirms loss of bridge",
    )
    ministry = text.source("the ministry", "organization")
    known = Status(StatusValue.CONFIRMED, text.at("the ministry confirmed it")[0], by=ministry)
    _told(text, None, "show that", THIRD_WORDS, status=(known,))
    return _dated(text, "confirmation", "Open Frontier", "2024-03-14T18:00")


def other_number() -> Reading:
    """One that tells another number."""
    words = OTHER_WORDS.replace("seven", "eleven")
    text = made(
        f"Olena Drahan, a nurse at the hospital, said that {words}.",
        title="Eleven drown at Orikhiv",
    )
    nurse = text.source("Olena Drahan")
    said = text.attribution(nurse, "said that", words)
    _grounded(text, text.assertion(words, said), words, 11)
    return _dated(text, "eleven", "River Post", "2024-03-12T12:00")


def late() -> Reading:
    """The old words, back after half a year, with a hostile title and no outlet."""
    text = made(f"Terrible: {WORDS}!", title=HOSTILE)
    _told(text, None, "Terrible")
    return _dated(text, "late", None, "2024-10-02T07:00")


def undated() -> Reading:
    """A copy without a time."""
    found = copy("undated", "Mirror", "2024-03-12")
    return replace(found, document=replace(found.document, published=None))


def rumours(where: str) -> Casebook:
    """Return a casebook with all of them."""
    book = Casebook.create_or_open(where)
    add(book, *everything())
    return book


def everything() -> list[Reading]:
    return [
        bulletin(),
        copy("copy-1", "Courier", "2024-03-12T09:00"),
        copy("copy-2", "Evening Sheet", "2024-03-12T09:00"),
        undated(),
        harbour(),
        denial(),
        confirmation(),
        other_number(),
        late(),
    ]


def _told(  # noqa: PLR0913, PLR0917 - all that differs
    text: Made,
    source: int | None,
    cue: str,
    words: str = WORDS,
    value: str = "CT+",
    status: tuple[Status, ...] = (),
) -> Made:
    said = None if source is None else text.attribution(source, cue, words)
    assertion = text.assertion(words, said, value, status=status)
    _grounded(text, assertion, words, 7)
    return text


def _grounded(text: Made, assertion: int, words: str, number: int) -> None:
    place = text.toponym(f"{words[:5]}|Orikhiv", ORIKHIV)
    day = text.time("12 March", "2024-03-12", "2024-03-12", "2024-03-13")
    counted = "eleven people" if number > 7 else "seven people"
    amounts: tuple[int, ...] = ()
    if counted in words:
        amounts = (text.quantity(counted, number, number, "people", casualty="killed"),)
    found = text.assertions[assertion]
    text.assertions[assertion] = replace(found, toponyms=(place,), times=(day,), quantities=amounts)


def _dated(text: Made, key: str, outlet: str | None, at: str) -> Reading:
    text.key = key
    return text.reading(
        title=_title(text), outlet=outlet, published=_published(at), url=f"https://x.test/{key}"
    )


def _title(text: Made) -> str:
    return text.segments[0].span.of(text.text)


def _published(at: str) -> Published:
    if "T" not in at:
        return Published(at, f"{at}T24:00", Basis.GIVEN)
    return Published(f"{at}:00Z", f"{at}:01Z", Basis.GIVEN)
