"""Run furphy over a set of data as a user would, and the scorers over what it printed."""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from evaluation.corpus import PEER, Command, Corpus, Score, documents, figures, filled

_TELLING = 2000
_FURPHY = (sys.executable, "-m", "furphy")


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the data and the scorers are, and where runs are put."""

    shared: Path
    """Holds ``data`` and ``eval``."""
    runs: Path
    jobs: int = 2

    @property
    def data(self) -> Path:
        """The folder of all sets of data."""
        return self.shared / "data"


class MeasuringError(Exception):
    """A scorer, or furphy itself, gave nothing to compare."""


def measure(corpus: Corpus, bench: Bench) -> dict[str, float]:
    """Read a set of data and return its figures by name.

    Raises :class:`MeasuringError` where furphy or a scorer gave no result at all.
    """
    run = bench.runs / f"{corpus.name}.jsonl"
    source = bench.data / corpus.reads
    run.unlink(missing_ok=True)
    match corpus.command:
        case Command.READ:
            _read(source, run, bench.jobs)
        case Command.FIND_PLACES:
            register = bench.data / corpus.register if corpus.register else None
            _find_places(source, run, register)
        case Command.TRACE:
            _trace(corpus, bench, run)
        case Command.MATCH:
            _match(source, run)
    found: dict[str, float] = {}
    if corpus.command is not Command.TRACE:
        found["lost"] = documents(source) - documents(run)
    for score in corpus.scores:
        found |= figures(_scored(score, corpus, bench, run), score.takes)
    if corpus.compared:
        peer = dict(figures(_scored(PEER, corpus, bench, run), PEER.takes))
        found |= {f"{name}.above-trafilatura": found[name] - peer[name] for name in peer}
    return found


def _made(corpus: Corpus, bench: Bench) -> Path:
    return bench.runs / f"{corpus.name}-made"


def _trace(corpus: Corpus, bench: Bench, run: Path) -> None:
    """Make reports, put them into a casebook, and write what they were made from."""
    made, case = _made(corpus, bench), bench.runs / f"{corpus.name}.furphy"
    shutil.rmtree(made, ignore_errors=True)
    case.unlink(missing_ok=True)
    maker = str(bench.shared / "eval" / "make_chains.py")
    _succeed([maker, "--data", str(bench.data), *corpus.made, "--out", str(made)])
    _succeed(["-m", "furphy", "add", str(case), str(made / "docs"), "--no-read"])
    for command, to in (("derivations", run), ("origins", f"{run}.origins")):
        asked = ["-m", "furphy", command, str(case), "--format", "jsonl", "--output", str(to)]
        _succeed(asked)


def _match(queries: Path, run: Path) -> None:
    against = queries.with_name("against.jsonl")
    asked = ["-m", "furphy", "match", "--queries", str(queries), "--against", str(against)]
    _succeed([*asked, "--format", "jsonl", "--output", str(run)])


def _succeed(arguments: Sequence[str]) -> None:
    told = _ran(arguments)
    if told.returncode:
        raise MeasuringError(f"{' '.join(arguments[:3])}: {told.stderr[-_TELLING:]}")


def _find_places(names: Path, run: Path, register: Path | None) -> None:
    """Look up the names of a file, one a line, in the packaged gazetteer and this register."""
    command = [*_FURPHY, "place-candidates", "--country", "UA", "--format", "jsonl"]
    with tempfile.TemporaryDirectory() as home, names.open("rb") as asked, run.open("wb") as found:
        # The user's own lists stay out of it.
        settings = os.environ | {"FURPHY_HOME": home}
        if register is not None:
            _add(register, Path(home) / "register.csv", settings)
        told = subprocess.run(
            command, stdin=asked, stdout=found, stderr=subprocess.PIPE, env=settings, check=False
        )
    if told.returncode:
        raise MeasuringError(f"furphy found no places: {told.stderr.decode()[-_TELLING:]}")


def _add(register: Path, table: Path, settings: Mapping[str, str]) -> None:
    """Add the rows of a GeoNames postal file, each name and point once, as a user would."""
    with register.open(encoding="utf-8") as lines, table.open("w", encoding="utf-8") as to:
        rows = dict.fromkeys(itemgetter(2, 9, 10)(line.split("\t")) for line in lines)
        writer = csv.writer(to)
        writer.writerow(("name", "lat", "lon", "country", "kind"))
        writer.writerows((*row, "UA", "village") for row in rows)
    subprocess.run(
        [*_FURPHY, "gazetteer", "add", "csv", str(table)],
        env=settings,
        check=True,
        capture_output=True,
    )


def _read(source: Path, run: Path, jobs: int) -> None:
    """Read into a file. A document that fails is counted as lost, so the exit code is not asked."""
    command = ["-m", "furphy", "read", str(source), "--format", "json"]
    told = _ran([*command, "--jobs", str(jobs), "--output", str(run)])
    if not run.exists():
        raise MeasuringError(f"furphy printed nothing for {source}: {told.stderr[-_TELLING:]}")


def _scored(score: Score, corpus: Corpus, bench: Bench, run: Path) -> dict[str, Any]:
    program = bench.shared / "eval" / score.program
    arguments = filled(score.arguments, bench.data / corpus.data, run, _made(corpus, bench))
    told = _ran([str(program), *arguments])
    # The scorer of spans leaves with 1 where it finds a defect; its figures stand all the same.
    try:
        (line,) = told.stdout.splitlines()
        scored: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise MeasuringError(f"{score.program}: {told.stderr[-_TELLING:]}") from error
    return scored


def _ran(arguments: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, encoding="utf-8"
    )
