"""Collections of reports made by chance: copies, excerpts, translations, routine frames."""

import random
from collections.abc import Iterator, Sequence

import numpy as np

from furphy.tracing.memory import digest, number_of
from furphy.tracing.traced import Traced, Window
from furphy.vectors.protocol import Matrix

HOUR = 3600.0
OUTLETS = ("Courier", "Steppe Daily", "River Post", "Канал Восток", None)
PLACES = {
    "en": ("Rozhniv", "Kosiv", "Tokmak", "Poltava", "Sumy"),
    "uk": ("Рожнів", "Косів", "Токмак", "Полтава", "Суми"),
    "ru": ("Рожнов", "Косов", "Токмак", "Полтава", "Сумы"),
}
FRAMES = {
    "en": (
        "Residents of {place} heard a loud blast at dawn on {day} November.",
        "Officials said that {one} families were moved to a school and {two} people were hurt.",
        "A drone had hit an oil depot {two} kilometres from {other}, Ivan Demko said on Monday.",
        "Repairs will take {one} days, and the road to {other} stays closed until {day} November.",
        "Nobody could say when the {one} houses near the depot would have light again.",
    ),
    "uk": (
        "Мешканці міста {place} почули гучний вибух на світанку {day} листопада.",
        "Влада повідомила, що {one} родини розмістили у школі, постраждали {two} людей.",
        "Безпілотник влучив у нафтобазу за {two} кілометрів від міста {other}, сказав Іван Демко.",
        "Ремонт триватиме {one} днів, дорогу до {other} закрито до {day} листопада.",
        "Ніхто не міг сказати, коли в {one} будинках біля бази знову буде світло.",
    ),
    "ru": (
        "Жители города {place} услышали громкий взрыв на рассвете {day} ноября.",
        "Власти сообщили, что {one} семьи разместили в школе, пострадали {two} человек.",
        "Беспилотник попал в нефтебазу в {two} километрах от города {other}, сказал Иван Демко.",
        "Ремонт займёт {one} дней, дорога в {other} закрыта до {day} ноября.",
        "Никто не мог сказать, когда в {one} домах у базы снова будет свет.",
    ),
}
FOOT = "Subscribe to our channel and send us your photos and videos from the scene."


def by_chance(seed: int) -> random.Random:
    """Return chance that is the same each time."""
    return random.Random(seed)  # noqa: S311 (no secret)


def collection(count: int, chance: random.Random) -> list[Traced]:
    """Return so many documents; later ones are often made from earlier ones."""
    made: list[Traced] = []
    while len(made) < count:
        made += _some(made, chance)
    return made[:count]


def _some(made: Sequence[Traced], chance: random.Random) -> Iterator[Traced]:
    kind = chance.choice(("event", "event", "copy", "copy", "excerpt", "foot", "named", "linked"))
    if kind == "event" or not made:
        told = _told(chance)
        for language in chance.sample([*FRAMES], chance.choice((1, 1, 2, 3))):
            yield _document(len(made), language, _report(language, told), chance)
        return
    source = chance.choice(made)
    sentences = source.text.split(". ")
    text = source.text
    if kind == "excerpt":
        text = ". ".join(sentences[chance.randrange(len(sentences)) :])
    elif kind == "foot":
        text = f"{text} {FOOT}"
    elif kind == "named":
        text = f"{source.outlet} reports: {text}"
    elif kind == "linked":
        text = f"{sentences[0]}. See {source.url}"
    yield _document(len(made), source.language or "en", text, chance)


def _told(chance: random.Random) -> dict[str, int]:
    return {
        "place": chance.randrange(5),
        "other": chance.randrange(5),
        "day": chance.randrange(1, 28),
        "one": chance.randrange(2, 90),
        "two": chance.randrange(2, 90),
    }


def _report(language: str, told: dict[str, int]) -> str:
    names = PLACES[language]
    words = told | {"place": names[told["place"]], "other": names[told["other"]]}
    return " ".join(each.format(**words) for each in FRAMES[language])


def _document(number: int, language: str, text: str, chance: random.Random) -> Traced:
    hour = chance.choice((None, *range(40), *range(40)))
    key = f"{number}-{chance.randrange(1 << 30):x}"
    return Traced(
        key,
        text,
        language,
        title=chance.choice((None, key)),
        outlet=chance.choice(OUTLETS),
        url=f"https://example.org/{key}",
        published=None if hour is None else Window(hour * HOUR, (hour + 1) * HOUR),
    )


class MadeUpVectors:
    """Vectors of what sentences have in any language: figures, and a little of their words."""

    name = "made-up"

    def of(self, texts: Sequence[str], language: str) -> Matrix:
        """Return a row of length 1 for each text."""
        del language
        rows = [self._row(each) for each in texts]
        return np.array(rows, np.float32).reshape(-1, 32)

    def _row(self, text: str) -> Matrix:
        row = np.zeros(32)
        for word in text.split():
            kept = word.strip(".,")
            row += self._of_word(kept) * (3.0 if kept.isdigit() else 0.3)
        return np.asarray(row / (np.linalg.norm(row) or 1.0), np.float32)

    def _of_word(self, word: str) -> Matrix:
        chance = np.random.default_rng(number_of(digest(word)))
        return np.asarray(chance.normal(size=32), np.float32)
