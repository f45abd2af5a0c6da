"""Finding pairs of texts that share text: how many, how quick, in how much memory, beside rensa.

Reads corpora that ``make_edits.py`` writes: texts, edited copies of them, and which is a copy of
which. The usual tool for this is MinHash with bands; rensa is the quickest of those measured, and
has to be installed for this. Each runs in a process of its own, after the other, on the same
texts; recall is the share of the known pairs that are among those it gives. Ours are the pairs that
share three of a sample of shingles and a share of the shorter text.

With a small corpus and a large one it also tells how much more a document of the large one costs.
"""

import importlib
import json
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from benchmarks.result import tell
from furphy.tracing.overlaps import WIDE, indexed, paired, sharing
from furphy.tracing.words import batches

RECALL = 0.99
"""Of all pairs, and of the kinds that MinHash misses."""
HARD = ("excerpt", "embed")
TIMES_RENSA = 1.3
GROWTH = 1.3

SAMPLE, SHARE, LEAST = 4, 0.06, 3
"""One shingle in so many; of the shorter text's so great a share, and so many, are in both."""

_WORD = re.compile(r"\w+")
_WIDTH = 3
_BANDS, _HASHES = 42, 126
"""For a resemblance of a quarter."""

Pairs = NDArray[np.int64]
"""A row for two texts, the lower place first."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts, and which pairs of them share text by the way they were made."""

    texts: Sequence[str]
    kinds: Mapping[tuple[int, int], str]
    """How one of two was made from the other."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one finder did on a corpus."""

    documents_per_second: float
    megabytes: float
    pairs: int
    recall: Mapping[str, float]
    """By kind; all under the empty name."""


def read(folder: Path) -> Corpus:
    """Read a corpus."""
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(each) for each in lines]
    places = {row["id"]: place for place, row in enumerate(rows)}
    kinds = {}
    for line in (folder / "pairs.tsv").read_text(encoding="utf-8").splitlines():
        one, other, kind = line.split("\t")
        kinds[_ordered(places[one], places[other])] = kind
    return Corpus([row["text"] for row in rows], kinds)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def by_furphy(texts: Sequence[str]) -> Pairs:
    """Return the pairs that furphy finds."""
    index = indexed(batches(texts), SAMPLE)
    found = sharing(index, paired(index, WIDE, LEAST), SHARE)
    return np.stack([found.ones, found.others], axis=1)


def by_rensa(texts: Sequence[str]) -> Pairs:
    """Return the pairs that rensa finds among shingles made the usual way, by a loop."""
    rensa = importlib.import_module("rensa")
    sets = [list(_shingles(each)) for each in texts]
    sketches = rensa.RMinHash.from_token_sets(sets, _HASHES, 42)
    index = rensa.RMinHashLSH(threshold=0.25, num_perm=_HASHES, num_bands=_BANDS)
    index.insert_pairs(list(enumerate(sketches)))
    found = enumerate(index.query_all(sketches))
    pairs = [(one, other) for one, others in found for other in others if one < other]
    return np.array(pairs, np.int64).reshape(-1, 2)


def _shingles(text: str) -> set[str]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[at : at + _WIDTH]) for at in range(max(1, len(words) - _WIDTH + 1))}


FINDERS = {"furphy": by_furphy, "rensa": by_rensa}


def recalls(kinds: Mapping[tuple[int, int], str], found: Pairs) -> dict[str, float]:
    """Return the share of the known pairs that were found, by kind; of all under the empty name."""
    of = defaultdict[str, list[bool]](list)
    known = np.array([*kinds], np.int64).reshape(-1, 2)
    hits = np.isin(_keys(known), _keys(found)).tolist()
    for kind, hit in zip(kinds.values(), hits, strict=True):
        for name in ("", kind):
            of[name].append(hit)
    return {name: sum(rows) / len(rows) for name, rows in sorted(of.items())}


def _keys(pairs: Pairs) -> NDArray[np.int64]:
    keys: NDArray[np.int64] = (pairs[:, 0] << 31) | pairs[:, 1]
    return keys


def run(finder: str, folder: Path) -> Run:
    """Run a finder in this process."""
    corpus = read(folder)
    start = time.process_time()
    found = FINDERS[finder](corpus.texts)
    seconds = time.process_time() - start
    # Counted before the scoring, of which the memory is no finder's.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    recall = recalls(corpus.kinds, found)
    return Run(len(corpus.texts) / max(seconds, 1e-6), peak, len(found), recall)


def run_apart(finder: str, folder: Path) -> Run:
    """Run a finder in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.copies", str(folder), "--finder", finder]
    told: dict[str, Any] = json.loads(subprocess.check_output(command))
    return Run(**told)


def compared(ours: Run, theirs: Run) -> tuple[dict[str, float], bool]:
    """Return the figures of two runs beside each other, and whether they are within bounds."""
    times = ours.documents_per_second / theirs.documents_per_second
    memory = ours.megabytes / theirs.megabytes
    figures = {
        "furphy documents per CPU-second": ours.documents_per_second,
        "rensa documents per CPU-second": theirs.documents_per_second,
        "times rensa": times,
        "furphy MB": ours.megabytes,
        "rensa MB": theirs.megabytes,
        "memory, times rensa": memory,
        "furphy pairs": ours.pairs,
        "rensa pairs": theirs.pairs,
        **_named("furphy recall", ours.recall),
        **_named("rensa recall", theirs.recall),
    }
    found = min(ours.recall.get(kind, 1.0) for kind in ("", *HARD))
    return figures, found >= RECALL and times >= TIMES_RENSA and memory <= 1


def _named(prefix: str, recall: Mapping[str, float]) -> dict[str, float]:
    return {f"{prefix} {kind}".strip(): each for kind, each in recall.items()}


def growth(small: Run, large: Run) -> float:
    """Return how many times as much a document costs in a large corpus as in a small one."""
    return small.documents_per_second / large.documents_per_second


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--grown",
    nargs=2,
    type=click.Path(exists=True, path_type=Path),
    help="A small corpus and a large one, to compare what a document costs.",
)
@click.option("--finder", type=click.Choice(sorted(FINDERS)), hidden=True)
def main(folder: Path, grown: Iterable[Path], finder: str | None) -> None:
    """Compare furphy with rensa on the corpus in FOLDER."""
    if finder:
        found = run(finder, folder)
        row = {name: getattr(found, name) for name in Run.__dataclass_fields__}
        click.echo(json.dumps(row))
        return
    figures, held = compared(run_apart("furphy", folder), run_apart("rensa", folder))
    if pair := [*grown]:
        times = growth(*(run_apart("furphy", each) for each in pair))
        figures["cost of a document, large to small"] = times
        held &= times <= GROWTH
    tell("copies", figures, held=held)


if __name__ == "__main__":
    main()
