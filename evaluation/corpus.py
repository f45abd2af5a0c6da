"""The sets of data that are measured, what scores them, and what is taken from the scores."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Score:
    """One call of a scorer; paths take the place of ``{data}``, ``{run}`` and ``{made}`` in it."""

    program: str
    arguments: tuple[str, ...]
    takes: Mapping[str, str]
    """Name of a figure to the dotted path at which the scorer's JSON holds it."""


class Command(Enum):
    """What furphy is asked to do with a set of data."""

    READ = auto()
    """``furphy read``, a reading for each document."""
    FIND_PLACES = auto()
    """``furphy place-candidates``, an answer for each line."""
    TRACE = auto()
    """``furphy derivations`` and ``origins`` of reports made from the data."""
    MATCH = auto()
    """``furphy match``, an answer for each query."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of data that is read and scored."""

    name: str
    reads: str
    """What furphy is given, below the folder of data: a file of lines or a folder."""
    data: str
    """What the scorer calls its data, below the same folder; it is pinned by digest."""
    scores: tuple[Score, ...]
    compared: bool = False
    """Whether :data:`PEER` is run on the same pages, to stand beside furphy's figures."""
    command: Command = Command.READ
    made: tuple[str, ...] = ()
    """How the reports to trace are made of the data: arguments of ``make_chains.py``."""
    register: str | None = None
    """A GeoNames postal file that is added as a user's own list first."""


SPANS = Score("score_spans.py", ("--run", "{run}"), {"spans.defects": "defects"})
"""Every span re-reads, every index exists, every value is one of the contract's."""

_ATTRIBUTION = Score(
    "score_attribution.py",
    ("--data", "{data}", "--run", "{run}"),
    {
        "tokens.content.f1": "tokens.content.f1",
        "iou50.f1": "iou50.f1",
        "with_source.f1": "with_source.f1",
        "triple.exact.f1": "triple.exact.f1",
        "recall.direct.found": "recall.direct.found",
        "recall.mixed.found": "recall.mixed.found",
        "recall.indirect.found": "recall.indirect.found",
    },
)
_FACTUALITY = Score(
    "score_factuality.py",
    ("--data", "{data}", "--run", "{run}"),
    {"mae": "all.mae", "r": "all.r", "coverage": "coverage"},
)
_PLACES = Score(
    "score_places.py",
    ("--data", "{data}", "--run", "{run}"),
    {
        "recognition.exact.f1": "recognition.exact.f1",
        "recognised.a161": "resolution.recognised.a161",
        "e2e_f1_161": "resolution.e2e_f1_161.f1",
        "end_to_end.a161": "resolution.end_to_end.a161",
        "end_to_end.auc": "resolution.end_to_end.auc",
    },
)
_SPELLINGS = Score(
    "score_places.py",
    ("misspell-score", "--data", "{data}", "--run", "{run}"),
    {
        "top1": "all.top1",
        "top5": "all.top5",
        "zh-pinyin.top1": "by_kind.zh-pinyin.top1",
        "zh-pinyin-loose.top1": "by_kind.zh-pinyin-loose.top1",
    },
)
_TIMES = Score(
    "score_times.py",
    ("--data", "{data}", "--run", "{run}"),
    {"strict.f1": "strict.f1", "value.f1": "value.f1", "type.f1": "type.f1"},
)
_PHRASES = Score(
    "score_times.py", ("phrases", "--data", "{data}", "--run", "{run}"), {"right": "right"}
)
_CHAINS = Score(
    "score_chains.py",
    ("--data", "{made}", "--run", "{run}", "--origins", "{run}.origins"),
    {
        "edges.version.f1": "edges.version.f1",
        "edges.version_kind.f1": "edges.version_kind.f1",
        "edges.direction": "edges.direction",
        "origins.pairs.f1": "origins.pairs.f1",
        "origins.bcubed.f1": "origins.bcubed.f1",
        "origin_count.mae": "origin_count.mae",
        "wrongly_joined": "hard_negatives.wrongly_joined",
        "recall.translation": "by_kind.translation",
    },
)
_MATCHES = Score(
    "score_matching.py",
    ("--data", "{data}", "--run", "{run}"),
    {"map@5": "ranking.map@5", "recall@20": "ranking.recall@20"},
)
_PAGES = Score(
    "score_extraction.py",
    ("--data", "{data}", "--run", "{run}"),
    {"word.f1": "word.f1", "shingles.f1": "shingles.f1"},
)
PEER = Score("score_extraction.py", ("--data", "{data}", "--baseline", "trafilatura"), _PAGES.takes)
"""What trafilatura by itself makes of the pages."""


def _sentences(name: str) -> Corpus:
    path = f"factuality/{name}.dev.jsonl"
    return Corpus(f"{name}-dev", path, path, (SPANS, _FACTUALITY))


def _articles(name: str) -> Corpus:
    path = f"geoparsing/{name}.jsonl"
    return Corpus(name, path, path, (SPANS, _PLACES))


def _lines(name: str, path: str, score: Score) -> Corpus:
    return Corpus(name, path, path, (SPANS, score))


def _spellings(name: str, register: str | None) -> Corpus:
    folder = "misspelt-places"
    names, gold, command = f"{folder}/names.txt", f"{folder}/names.tsv", Command.FIND_PLACES
    return Corpus(name, names, gold, (_SPELLINGS,), command=command, register=register)


def _pages(name: str) -> Corpus:
    return Corpus(name, f"{name}/html", name, (SPANS, _PAGES), compared=True)


# Neither the size nor the seed is one that weights were fitted on.
_CHAINS_MADE = ("--size", "1000", "--seed", "21")
_CLAIMS = "checkthat2020-t2"

CORPORA = (
    Corpus("first-run", "first-run/articles", "first-run", (SPANS,)),
    Corpus("polnear-dev", "polnear/dev.jsonl", "polnear/dev.jsonl", (SPANS, _ATTRIBUTION)),
    *map(_sentences, ("uw", "meantime", "uds-ih2")),
    *map(_articles, ("lgl", "geovirus")),
    _spellings("misspelt", "gazetteer/geonames_postal_UA.txt"),
    _spellings("misspelt-packaged", None),
    _lines("platinum", "tempeval3/platinum.jsonl", _TIMES),
    _lines("ms-dates-en", "ms-recognizers/dates.en.jsonl", _PHRASES),
    Corpus("chains", "wmt22", "wmt22", (_CHAINS,), command=Command.TRACE, made=_CHAINS_MADE),
    Corpus("checkthat", f"{_CLAIMS}/queries.jsonl", _CLAIMS, (_MATCHES,), command=Command.MATCH),
    _pages("scrapinghub"),
    _pages("wcxb"),
)
"""All that the gate measures."""


def figures(scored: Mapping[str, Any], takes: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Yield the named figures of one scorer's JSON; raises ``KeyError`` where it lacks one."""
    for name, path in takes.items():
        value: Any = scored
        for part in path.split("."):
            value = value[part]
        yield name, float(value)


def documents(path: Path) -> int:
    """Return how many documents a JSONL file or a folder holds."""
    if path.is_dir():
        return sum(1 for each in path.rglob("*") if each.is_file())
    with path.open(encoding="utf-8") as lines:
        return sum(1 for line in lines if line.strip())


def digest(path: Path) -> str:
    """Return the SHA-256 digest of a file, or of the names and digests of all files in a folder."""
    if path.is_file():
        with path.open("rb") as file:
            return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    names = sorted(each.relative_to(path).as_posix() for each in path.rglob("*") if each.is_file())
    listed = json.dumps([(name, digest(path / name)) for name in names])
    return f"sha256:{hashlib.sha256(listed.encode()).hexdigest()}"


def filled(arguments: Sequence[str], data: Path, run: Path, made: Path) -> list[str]:
    """Return a scorer's arguments with its paths filled in."""
    return [each.format(data=data, run=run, made=made) for each in arguments]
