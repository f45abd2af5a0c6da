"""How fast a casebook of a million assertions is searched.

The assertions are made of invented words, as frequent as words are (Zipf's law), with real place
names and dates on them. Each query of a list is asked as ``furphy search`` asks it, for its first
twenty hits, and timed on the clock with the file in the cache; one common word, two words, a
phrase, a beginning, and words with each filter. The 95th percentile over all of them counts.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import click
from sqlalchemy import insert, select

from benchmarks.result import tell
from furphy.casebook.casebook import Casebook
from furphy.casebook.dialects import SQLITE, recreate_full_text
from furphy.casebook.distances import Circle
from furphy.casebook.engines import is_address
from furphy.casebook.filters import Filters, Stretch
from furphy.casebook.query import parse
from furphy.casebook.schema import METADATA
from furphy.casebook.search import Search, search_assertions, search_documents
from furphy.textkit.search import search_text

MOST_MILLISECONDS = 50.0
"""95th percentile of a search's time."""

SHOWN = 20
ASSERTIONS_A_DOCUMENT = 20
_ROWS_AT_ONCE = 2_000
_WORDS_A_SENTENCE = (8, 24)
_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ten",
    "var",
    "sho",
    "pel",
    "ru",
    "dan",
    "ges",
    "ti",
    "bor",
    "nu",
    "fal",
    "ke",
    "zim",
    "ora",
    "pu",
    "lin",
    "sta",
]
_VOCABULARY = 30_000
_HOLDERS = 20_000
_PLACES = 3_000
_VALUES = ("CT+", "PR+", "PS+", "CT-", "UU")
_SHARES = (0.6, 0.15, 0.1, 0.05, 0.1)


@dataclass(frozen=True, slots=True)
class World:
    """What assertions are made of."""

    words: list[str]
    holders: list[str]
    places: list[tuple[float, float]]
    weights: list[float]
    holder_weights: list[float]


def made_world(chance: random.Random) -> World:
    """Return words from frequent to rare, holders likewise, and places of a country."""
    words = dict.fromkeys(
        "".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(_VOCABULARY * 2)
    )
    kept = [*words][:_VOCABULARY]
    return World(
        words=kept,
        holders=[f"{chance.choice(kept).title()} {number}" for number in range(_HOLDERS)],
        places=[(chance.uniform(44, 52), chance.uniform(22, 40)) for _ in range(_PLACES)],
        weights=[*accumulate(1 / (rank + 2) for rank in range(len(kept)))],
        holder_weights=[*accumulate(1 / (rank + 2) for rank in range(_HOLDERS))],
    )


def fill(book: Casebook, count: int, chance: random.Random) -> World:
    """Put so many assertions into a casebook, indexing their words once at the end."""
    world = made_world(chance)
    tables = METADATA.tables
    with book.writing() as connection:
        is_lite = connection.dialect.name == SQLITE
        if is_lite:
            for name in ("passage", "assertion"):
                connection.exec_driver_sql(f"DROP TRIGGER {name}_after_insert")
        connection.execute(insert(tables["maker"]), _maker())
        for start in range(0, count, _ROWS_AT_ONCE * ASSERTIONS_A_DOCUMENT):
            end = min(start + _ROWS_AT_ONCE * ASSERTIONS_A_DOCUMENT, count)
            for name, rows in made_rows(world, range(start, end), chance).items():
                connection.execute(insert(tables[name]), rows)
        if is_lite:
            for name in ("passage", "assertion"):
                recreate_full_text(connection, name)
        else:
            connection.exec_driver_sql("ANALYZE")
    return world


def is_filled(book: Casebook) -> bool:
    """Tell whether there is anything in a casebook."""
    with book.reading() as connection:
        return connection.scalar(select(METADATA.tables["maker"].c.number).limit(1)) is not None


def made_rows(
    world: World, numbers: range, chance: random.Random
) -> dict[str, list[dict[str, object]]]:
    """Return the rows of assertions and of the documents that hold them, by table."""
    found: dict[str, list[dict[str, object]]] = {
        name: []
        for name in (
            *("document", "edition", "sighting", "passage", "reading"),
            *("assertion", "place", "moment", "source"),
        )
    }
    for first in range(numbers.start, numbers.stop, ASSERTIONS_A_DOCUMENT):
        number = first // ASSERTIONS_A_DOCUMENT
        texts = [_sentence(world, chance) for _ in range(ASSERTIONS_A_DOCUMENT)]
        day = f"20{chance.randint(20, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        for name, row in _document(number, " ".join(texts), day).items():
            found[name].append(row)
        for ordinal, text in enumerate(texts[: numbers.stop - first]):
            for name, row in _assertion(world, first + ordinal, text, day, chance):
                found[name].append(row)
    return found


def _sentence(world: World, chance: random.Random) -> str:
    length = chance.randint(*_WORDS_A_SENTENCE)
    return " ".join(chance.choices(world.words, cum_weights=world.weights, k=length))


def _maker() -> dict[str, object]:
    told = {"version": "0", "parser": "none", "gazetteers": "[]", "settings": "{}"}
    return {"number": 0, "id": "0", "part": "reading", **told}


def _document(number: int, text: str, day: str) -> dict[str, dict[str, object]]:
    own: dict[str, object] = {"number": number, "added_at": day}
    edition = {**own, "id": f"{number:064x}"}
    return {
        "document": {**own, "id": f"sha256:{number:064x}", "size": None, "packed": None},
        "edition": {
            **edition,
            "document": number,
            "maker": 0,
            "language": "en",
            "title": text[:60],
            "outlet": f"Outlet {number % 300}",
            "author": None,
            "url": None,
            "published_from": day,
            "published_to": f"{day}T24",
            "published_basis": "given",
            "packed": b"",
        },
        "sighting": {
            **edition,
            "capture": f"{number:032x}",
            "edition": number,
            "key": f"{number}.txt",
            "input": "made",
            "context": "{}",
            "current": 1,
        },
        "passage": {
            "number": number,
            "edition": number,
            "start": 0,
            "stop": len(text),
            "search": search_text(text),
        },
        "reading": {**edition, "edition": number, "maker": 0, "current": 1, "packed": b""},
    }


def _assertion(
    world: World, number: int, text: str, day: str, chance: random.Random
) -> Iterator[tuple[str, dict[str, object]]]:
    reading, ordinal = divmod(number, ASSERTIONS_A_DOCUMENT)
    holder = chance.choices(world.holders, cum_weights=world.holder_weights)[0]
    place = chance.choice(world.places) if chance.random() < 0.6 else (None, None)  # noqa: PLR2004 (made up)
    within: dict[str, object] = {"reading": reading, "assertion": number, "ordinal": ordinal}
    yield (
        "assertion",
        {
            "number": number,
            "id": f"{number:032x}",
            "reading": reading,
            "ordinal": ordinal,
            "start": 0,
            "stop": len(text),
            "text": text,
            "kind": "report",
            "language": "en",
            "holder": holder,
            "holder_kind": "person",
            "chain": f'["{holder}"]',
            "value": chance.choices(_VALUES, _SHARES)[0],
            "degree": 3.0,
            "author_value": "UU",
            "author_degree": 0.0,
            "place_lat": place[0],
            "place_lon": place[1],
            "time_from": day,
            "time_to": f"{day}T24",
            "search": search_text(text),
        },
    )
    yield "source", _source(number, reading, ordinal, holder)
    if place[0] is not None:
        told = {"text": "x", "gazetteer": "made", "place_id": str(place), "name": "x"}
        where = {"lat": place[0], "lon": place[1], "radius_km": 1.0, "score": 1.0}
        yield "place", {"number": number, **within, **told, "kind": "city", "country": "UA"} | where
    if ordinal % 2:
        told = {"text": "x", "type": "DATE", "value": day}
        yield (
            "moment",
            {"number": number, **within, **told, "time_from": day, "time_to": f"{day}T24"},
        )


def _source(number: int, reading: int, ordinal: int, name: str) -> dict[str, object]:
    told = {"name": name, "kind": "person", "description": None, "identity": None, "said": 1}
    return {"number": number, "reading": reading, "ordinal": ordinal, **told}


def made_searches(world: World, chance: random.Random, count: int) -> dict[str, list[Search]]:
    """Return searches of each sort, with the words of all ranks but the most frequent few."""

    def word() -> str:
        # As people search: seldom for the most frequent words, seldom for the rarest.
        return world.words[int(30 * (3_000 / 30) ** chance.random())]

    def common() -> str:
        return world.words[chance.randrange(5)]

    def long_word() -> str:
        # Nobody looks for all that begins with one of the twenty syllables of this language.
        return chance.choice([each for each in world.words[30:3_000] if len(each) > 5])[:6]  # noqa: PLR2004 (made up)

    def circle() -> Circle:
        return Circle(*chance.choice(world.places), km=chance.choice((5, 15, 50)))

    def stretch() -> Stretch:
        month = chance.randint(1, 11)
        return Stretch(f"2023-{month:02}-01", f"2023-{month + 1:02}-01")

    def holder() -> tuple[str, ...]:
        return (world.holders[int(_HOLDERS ** chance.random()) - 1],)

    made: dict[str, Callable[[], Search]] = {
        "one word": lambda: Search(parse(word()), limit=SHOWN),
        "a common word": lambda: Search(parse(common()), limit=SHOWN),
        "two words": lambda: Search(parse(f"{word()} {word()}"), limit=SHOWN),
        "a phrase": lambda: Search(parse(f'"{word()} {common()}"'), limit=SHOWN),
        "a beginning": lambda: Search(parse(f"{long_word()}*"), limit=SHOWN),
        "a word but not another": lambda: Search(parse(f"{word()} -{word()}"), limit=SHOWN),
        "word and place": lambda: Search(parse(word()), Filters(near=circle()), SHOWN),
        "common word and place": lambda: Search(parse(common()), Filters(near=circle()), SHOWN),
        "word and time": lambda: Search(parse(word()), Filters(time=stretch()), SHOWN),
        "word and published": lambda: Search(parse(word()), Filters(published=stretch()), SHOWN),
        "word and holder": lambda: Search(parse(word()), Filters(holders=holder()), SHOWN),
        "word and firmness": lambda: Search(parse(word()), Filters(values=("PS+",)), SHOWN),
        "holder alone": lambda: Search(parse(""), Filters(holders=holder()), SHOWN),
        "place alone": lambda: Search(parse(""), Filters(near=circle()), SHOWN),
    }
    return {name: [make() for _ in range(count)] for name, make in made.items()}


def milliseconds(book: Casebook, search: Search, *, documents: bool = False) -> float:
    """Return the CPU time of a search to its last hit; of a server's, the time on the clock."""
    clock = time.perf_counter if is_address(book.where) else time.process_time
    begun = clock()
    with book.reading() as connection:
        for _hit in (search_documents if documents else search_assertions)(connection, search):
            pass
    return (clock() - begun) * 1000


@click.command()
@click.option("--assertions", default=1_000_000, show_default=True)
@click.option("--queries", default=40, show_default=True, help="Of each sort.")
@click.option("--casebook", help="Keep it here, or use the one there.", default=None)
def main(assertions: int, queries: int, casebook: str | None) -> None:
    """Measure, and say whether the searches were quick enough."""
    with tempfile.TemporaryDirectory() as folder:
        where = casebook or str(Path(folder) / "made.furphy")
        chance = random.Random(20240314)  # noqa: S311 (no secret)
        with Casebook.create_or_open(where) as book:
            world = made_world(chance) if is_filled(book) else fill(book, assertions, chance)
            asked = made_searches(world, random.Random(7), queries)  # noqa: S311 (no secret)
            report(book, asked)


def report(book: Casebook, asked: dict[str, list[Search]]) -> None:
    """Tell how long each sort of search took, and the 95th percentile over all."""
    all_of_them: list[float] = []
    for name, searches in asked.items():
        taken = [milliseconds(book, each) for each in searches]
        all_of_them += taken
        click.echo(
            f"{name:24} median {statistics.median(taken):7.1f} ms   "
            f"95th percentile {_percentile(taken):7.1f} ms   longest {max(taken):7.1f} ms"
        )
    found = _percentile(all_of_them)
    tell(
        "search",
        {"searches": len(all_of_them), "percentile_95_ms": found, "most_ms": MOST_MILLISECONDS},
        held=found < MOST_MILLISECONDS,
    )


def _percentile(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main()
