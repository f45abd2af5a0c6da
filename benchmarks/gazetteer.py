"""How fast the gazetteer finds names, against scanning them all and against a trigram index.

Names are made of the syllables of real ones, as many as asked for, so that a gazetteer of the size
of all of GeoNames can be tried. Each query is such a name with a letter exchanged, dropped or
doubled. All three programs look the same queries up among the same names, taking turns; CPU time
counts. The trigram index is the usual baseline: the names that share most trigrams with the query.
"""

import random
import re
import resource
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import click
from rapidfuzz import process
from rapidfuzz.distance.Levenshtein import normalized_similarity

from benchmarks.result import tell
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.writer import write
from furphy.model.place import Place, PlaceKind

MOST_MILLISECONDS = 5.0
"""CPU time of one name by spelling."""

LEAST_RATIO = 5.0
"""How many times as long a scan of all names takes, at the least, with 100,000 names or more."""

SCANNED = 1_000_000
"""Beyond so many names the two baselines are left out: they would not fit into memory."""

SHORTEST = 4

_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+(?:[^aeiouy]+$)?")
_SEED = (
    "kremenchuk huliaipole novodanylivka zaporizhzhia chernihiv berdychiv oleksandrivka ternopil "
    "vinnytsia yuzhnoukrainsk lysychansk mykolaiv bohodukhiv krasnodon pavlohrad shepetivka "
    "london birmingham valladolid guadalajara montpellier strasbourg wolfsburg regensburg "
    "rzeszow bydgoszcz timisoara craiova shkodra podgorica izmir gaziantep samarkand tashkent "
    "chandigarh visakhapatnam yokohama kagoshima shijiazhuang guangzhou antananarivo ouagadougou"
)


def names(count: int, seed: int = 1) -> Iterator[str]:
    """Yield different names made of syllables of real ones."""
    pick = random.Random(seed)  # noqa: S311 (no secret)
    syllables = sorted({each for name in _SEED.split() for each in _SYLLABLE.findall(name)})
    seen: set[int] = set()
    while len(seen) < count:
        name = "".join(pick.choices(syllables, k=pick.randint(2, 5)))
        if hash(name) not in seen and len(name) >= SHORTEST:
            seen.add(hash(name))
            yield name


def records(count: int) -> Iterator[Record]:
    """Yield a place for each name."""
    for number, name in enumerate(names(count)):
        place = Place(
            *("made", str(number), name, number % 170 - 85, number % 358 - 179),
            PlaceKind.VILLAGE,
            1.0,
        )
        yield Record(place, (Name(name.title()),))


def garbled(name: str, pick: random.Random) -> str:
    """Exchange, drop or double a letter."""
    at = pick.randrange(1, len(name))
    middle = pick.choice(["", name[at] * 2, pick.choice("aeioklmnrst")])
    return name[:at] + middle + name[at + 1 :]


def trigrams(name: str) -> set[str]:
    """Return the runs of three letters, edges marked."""
    marked = f"^{name}$"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}


class Trigrams:
    """Names by their trigrams, in memory."""

    def __init__(self, known: list[str]) -> None:
        self._known = known
        self._sizes = [len(trigrams(name)) for name in known]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(known):
            for gram in trigrams(name):
                self._holders[gram].append(number)

    def find(self, name: str) -> str:
        """Return the name that shares the greatest part of its trigrams."""
        wanted = trigrams(name)
        shared = Counter(number for gram in wanted for number in self._holders.get(gram, ()))
        best = max(
            shared, key=lambda each: shared[each] / (len(wanted) + self._sizes[each] - shared[each])
        )
        return self._known[best]


def milliseconds(find: Callable[[str], object], queries: list[str]) -> float:
    """Return the mean CPU time of a query."""
    taken = []
    for query in queries:
        start = time.process_time()
        find(query)
        taken.append((time.process_time() - start) * 1e3)
    return statistics.fmean(taken)


def resident() -> float:
    """Return the most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def first_name(gazetteer: Gazetteer, query: str) -> str:
    """Return the best candidate's name."""
    return next((each.name.casefold() for each in gazetteer.spelled(query, 5)), "")


def baselines(known: list[str], queries: list[str]) -> dict[str, float]:
    """Measure a scan of all names, and a trigram index."""
    index = Trigrams(known)
    return {
        "scan ms": milliseconds(
            lambda query: process.extract(query, known, scorer=normalized_similarity, limit=5),
            queries[:20],
        ),
        "trigram ms": milliseconds(index.find, queries[:100]),
    }


def measured(gazetteer: Gazetteer, pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Measure look-ups by name and by spelling, and how often the latter finds the name."""
    right = sum(first_name(gazetteer, query) == name for name, query in pairs)
    return {
        "named ms": milliseconds(gazetteer.named, [name for name, _ in pairs]),
        "spelled ms": milliseconds(gazetteer.spelled, [query for _, query in pairs]),
        "right first": right / len(pairs),
    }


@click.command()
@click.option("--count", type=click.IntRange(min=1000), default=200_000, show_default=True)
@click.option("--queries", type=click.IntRange(min=20), default=500, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="Keep the index; use it if there.")
def main(count: int, queries: int, keep: Path | None) -> None:
    """Compare the gazetteer with two baselines on made-up names."""
    with tempfile.TemporaryDirectory() as folder:
        path = keep or Path(folder) / "made.sqlite"
        figures: dict[str, float] = {"names": count}
        if not path.exists():
            start = time.process_time()
            write(path, "made", "1", records(count))
            figures["build s"] = time.process_time() - start
        figures["index MB"] = path.stat().st_size / 1e6
        before, start = resident(), time.perf_counter()
        gazetteer = Gazetteer([path])
        figures["open ms"] = (time.perf_counter() - start) * 1e3
        pick = random.Random(2)  # noqa: S311 (no secret)
        chosen = random.Random(3).sample([*islice(names(count), 50_000)], queries)  # noqa: S311 (no secret)
        pairs = [(name, garbled(name, pick)) for name in chosen]
        figures |= measured(gazetteer, pairs)
        figures["memory MB"] = resident() - before
        if count <= SCANNED:
            figures |= baselines([*names(count)], [query for _, query in pairs])
    held = figures["spelled ms"] <= MOST_MILLISECONDS
    if "scan ms" in figures:
        figures["ratio"] = figures["scan ms"] / figures["spelled ms"]
        held = held and (count < SCANNED / 10 or figures["ratio"] >= LEAST_RATIO)
    tell("gazetteer", figures, held=held)


if __name__ == "__main__":
    main()
