"""What a trace costs: the whole of it, once more, and after one more document.

The documents are of ``FOLDER`` (JSONL files of documents, as ``furphy add`` reads them), shuffled
always the same way and only kept, not read. Of what further processes do, only the time by the
clock is known, so with several of them shares are of that, and of CPU time with one. Held is the
share of a trace after one more document, and that it finds what a trace from nothing finds. Staying
is a tracer that goes on in one process (:class:`furphy.desk.tracing.Tracer`), after it has traced.
"""

import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click
from click.testing import CliRunner

from benchmarks.result import tell
from furphy.cli.add import command as add_command
from furphy.desk.kept_traces import place
from furphy.desk.tracing import Trace, Tracer, trace
from furphy.export.tracing import derivation_record, origin_records

MOST_SHARE = 0.15
"""Of a whole trace; at 3,000 documents."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one trace took, in seconds, and what it found."""

    wall: float
    cpu: float
    lines: tuple[str, ...]

    def spent(self, jobs: int) -> float:
        """Return CPU time where one process traces, time by the clock where several do."""
        return self.cpu if jobs == 1 else self.wall


def traced(case: str, jobs: int) -> Cost:
    """Trace a casebook."""
    return _cost(partial(trace, case, jobs))


def _cost(asked: Callable[[], Trace]) -> Cost:
    wall, cpu = time.perf_counter(), _cpu()
    found = asked()
    wall, cpu = time.perf_counter() - wall, _cpu() - cpu
    records = [*(derivation_record(each, found.heads) for each in found.taken())]
    records += origin_records(found.heads, found.stemma.likely)
    return Cost(wall, cpu, tuple(map(json.dumps, records)))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def add(case: str, lines: list[str], name: str) -> None:
    """Add documents without reading them."""
    path = Path(case).parent / f"{name}.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    outcome = CliRunner().invoke(add_command, [case, str(path), "--no-read"])
    if outcome.exit_code:
        raise click.ClickException(outcome.output)


def _staying(case: str, lines: list[str], jobs: int) -> list[Cost]:
    """Return what each document more costs a tracer that stays, but for the first.

    With the first it reads what was kept.
    """
    found = []
    with Tracer(case, jobs) as tracer:
        for number, line in enumerate(lines):
            add(case, [line], f"staying-{number}")
            found.append(_cost(tracer.trace))
    return found[1:]


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
    documents = min(documents, len(lines) - 2 * more - 1)
    with tempfile.TemporaryDirectory() as name:
        case = str(Path(name) / "case.furphy")
        add(case, lines[:documents], "first")
        whole = traced(case, jobs)
        again = traced(case, jobs)
        after = []
        for number in range(documents, documents + more):
            add(case, [lines[number]], str(number))
            after.append(traced(case, jobs))
        staying = _staying(case, lines[documents + more : documents + 2 * more + 1], jobs)
        kept = place(case).stat().st_size / 1e6
        same = True
        if check:
            place(case).unlink()
            same = traced(case, jobs).lines == staying[-1].lines
    one_more = statistics.median(each.spent(jobs) for each in after)
    share = one_more / whole.spent(jobs)
    figures: dict[str, float] = {
        "documents": documents,
        "whole, seconds": whole.wall,
        "again, seconds": again.wall,
        "one more, seconds": statistics.median(each.wall for each in after),
        "one more, staying, seconds": statistics.median(each.wall for each in staying),
        "one more, staying, at most": max(each.wall for each in staying),
        "again, of the whole": again.spent(jobs) / whole.spent(jobs),
        "one more, of the whole": share,
        "one more at most": MOST_SHARE,
        "kept, MB": kept,
    }
    if jobs == 1:
        figures |= {"whole, CPU": whole.cpu, "again, CPU": again.cpu, "one more, CPU": one_more}
        figures["one more, staying, CPU"] = statistics.median(each.cpu for each in staying)
    if check:
        figures["same as from nothing"] = float(same)
    tell("tracing", figures, held=same and share <= MOST_SHARE)


if __name__ == "__main__":
    main()
