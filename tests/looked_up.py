"""A casebook to look things up in: a few reports in four languages, of invented events."""

from dataclasses import replace

from made import Made, made, spot
from stored import add

from furphy.casebook.casebook import Casebook
from furphy.model.document import Basis, Published
from furphy.model.reading import Reading

HULIAIPOLE = spot("Huliaipole", 47.66, 36.26)
ORIKHIV = spot("Orikhiv", 47.57, 35.78)
DATELINE = spot("Taveuni", -16.8, -179.99)
BESIDE_IT = (-16.8, 179.99)


def depot() -> Reading:
    report = made(
        "Maria Koval said a drone may have struck the fuel depot near Huliaipole on 12 March.",
        "The air defence force denied that a depot burns.",
        "An air raid was announced; later the raid on the air field was over.",
    )
    koval = report.source("Maria Koval")
    force = report.source("The air defence force", "organization")
    said = report.attribution(koval, "said", "a drone may have struck the fuel depot")
    denied = report.attribution(force, "denied that", "a depot burns")
    struck = report.assertion(
        "a drone may have struck the fuel depot near Huliaipole on 12 March", said, "PS+"
    )
    report.assertion("a depot burns", denied, "CT-")
    report.assertion("An air raid was announced")
    report.assertion("later the raid on the air field was over")
    place = report.toponym("Huliaipole", HULIAIPOLE)
    day = report.time("12 March", "2024-03-12", "2024-03-12", "2024-03-13")
    named = replace(report.assertions[struck], toponyms=(place,), times=(day,))
    report.assertions[struck] = named
    return _published(report, "depot.html", "2024-03-14", outlet="Daily Bulletin")


def ferry() -> Reading:
    report = made("A ferry reached Taveuni. MARIA KOVAL said drones were seen.")
    koval = report.source("MARIA KOVAL")
    said = report.attribution(koval, "said", "drones were seen")
    reached = report.assertion("A ferry reached Taveuni")
    report.assertion("drones were seen", said)
    place = report.toponym("Taveuni", DATELINE)
    report.assertions[reached] = replace(report.assertions[reached], toponyms=(place,))
    return _published(report, "ferry.html", "2024-05-01", outlet="Harbour News")


def unread(text: str, key: str, language: str) -> Reading:
    report = made(text)
    report.key = key
    return report.reading(language=language)


def _published(report: Made, key: str, day: str, *, outlet: str) -> Reading:
    report.key = key
    date = Published(day, f"{day}T24:00", Basis.GIVEN)
    return report.reading(published=date, outlet=outlet)


def looked_up(where: str) -> Casebook:
    """Return a casebook with all of them."""
    book = Casebook.create_or_open(where)
    add(
        book,
        depot(),
        ferry(),
        unread("По аэродромам у Миргорода нанесли удар, сбито семь ракет.", "ru.txt", "ru"),
        unread("Вибухи в Харкові: пошкоджено чотири літаки.", "uk.txt", "uk"),
        unread("朝鲜导弹残骸在扎波罗热州被发现", "zh.txt", "zh-Hans"),
    )
    return book
