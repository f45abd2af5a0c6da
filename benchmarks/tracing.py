"""What a trace costs: the whole of it, then once more, then after one more document.

The documents are of ``FOLDER`` (JSONL files of documents, as ``furphy add`` reads them), shuffled
always the same way and only kept, not read. CPU time is that of this process and those it started.
Held is the share of a trace after one more document, and that it finds what a trace from nothing
finds.
"""

import json
import random
import resource
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import click
from click.testing import CliRunner

from benchmarks.result import tell
from furphy.cli.add import command as add_command
from furphy.desk.kept_traces import place
from furphy.desk.tracing import trace
from furphy.export.tracing import derivation_record, origin_records

MOST_SHARE = 0.15
"""Of a whole trace; at 3,000 documents."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one trace took, in seconds, and what it found."""

    wall: float
    cpu: float
    lines: tuple[str, ...]


def traced(case: str, jobs: int) -> Cost:
    """Trace a casebook."""
    wall, cpu = time.perf_counter(), _cpu()
    found = trace(case, jobs)
    wall, cpu = time.perf_counter() - wall, _cpu() - cpu
    records = [*(derivation_record(each, found.heads) for each in found.taken())]
    records += origin_records(found.heads, found.stemma.likely)
    return Cost(wall, cpu, tuple(map(json.dumps, records)))


def _cpu() -> float:
    used = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def add(case: str, lines: list[str], name: str) -> None:
    """Add documents without reading them."""
    path = Path(case).parent / f"{name}.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    outcome = CliRunner().invoke(add_command, [case, str(path), "--no-read"])
    if outcome.exit_code:
        raise click.ClickException(outcome.output)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--documents", type=click.IntRange(min=10), default=3000, show_default=True)
@click.option("--more", type=click.IntRange(min=1), default=5, show_default=True)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--check/--no-check", default=True, help="Trace from nothing at the end as well.")
def main(folder: Path, documents: int, more: int, jobs: int, *, check: bool) -> None:
    """Measure what tracing costs; the documents are in FOLDER."""
    lines = [
        line for path in sorted(folder.glob("*.jsonl")) for line in path.open() if line.strip()
    ]
    random.Random(1).shuffle(lines)  # noqa: S311 (no secret)
    if len(lines) < documents + more:
        documents = len(lines) - more
    with tempfile.TemporaryDirectory() as name:
        case = str(Path(name) / "case.furphy")
        add(case, lines[:documents], "first")
        whole = traced(case, jobs)
        again = traced(case, jobs)
        after = []
        for number in range(documents, documents + more):
            add(case, [lines[number]], str(number))
            after.append(traced(case, jobs))
        kept = place(case).stat().st_size / 1e6
        same = True
        if check:
            place(case).unlink()
            same = traced(case, jobs).lines == after[-1].lines
    share = statistics.median(each.cpu for each in after) / whole.cpu
    figures = {
        "documents": documents,
        "whole, seconds": whole.wall,
        "whole, CPU": whole.cpu,
        "again, seconds": again.wall,
        "again, CPU": again.cpu,
        "one more, seconds": statistics.median(each.wall for each in after),
        "one more, CPU": statistics.median(each.cpu for each in after),
        "again, of the whole": again.cpu / whole.cpu,
        "one more, of the whole": share,
        "one more at most": MOST_SHARE,
        "kept, MB": kept,
    }
    if check:
        figures["same as from nothing"] = float(same)
    tell("tracing", figures, held=same and share <= MOST_SHARE)


if __name__ == "__main__":
    main()
