"""The gate: ``python -m evaluation.gate``.

Reads public corpora with furphy, scores what it prints, and fails where a figure is worse than its
floor in ``floors.json``, where the data are not those the floors were measured on, or where a floor
is easier than it was in the commit before. ``--update`` raises floors to what was measured; nothing
here lowers one.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import click

from evaluation.corpus import CORPORA, Corpus, digest
from evaluation.floors import Bound, Floors, Held, dump, eased, flaws, load
from evaluation.measuring import Bench, MeasuringError, measure

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of measuring one set of data."""

    held: Held
    """What an update would hold for it."""
    rows: tuple[str, ...]
    faults: tuple[str, ...]


def judge(corpus: Corpus, held: Held, bench: Bench, *, update: bool = False) -> Verdict:
    """Measure one set of data and compare it with what is held for it."""
    faults: list[str] = []
    pinned = digest(bench.data / corpus.data)
    if held.digest not in {None, pinned} and not update:
        faults.append(f"{corpus.name}: the data changed since its floors were measured")
    try:
        found = measure(corpus, bench)
    except MeasuringError as error:
        return Verdict(held, (), (*faults, f"{corpus.name}: {error}"))
    faults += misses(corpus.name, found, held.bounds)
    after = Held(pinned, raised(found, held.bounds))
    return Verdict(after, tuple(table(corpus.name, found, held.bounds)), tuple(faults))


def misses(name: str, found: Mapping[str, float], bounds: Mapping[str, Bound]) -> Iterator[str]:
    """Yield each figure that is worse than its bound, and each bound that nothing was found for."""
    for figure, bound in bounds.items():
        if figure not in found:
            yield f"{name}: {figure} was not measured"
        elif not bound.holds(round(found[figure], 4)):
            side = "above" if bound.falling else "below"
            yield f"{name}: {figure} is {found[figure]:.4f}, {side} {bound.limit}"


def raised(found: Mapping[str, float], bounds: Mapping[str, Bound]) -> dict[str, Bound]:
    """Return the bounds moved to what was measured, where that is better."""
    return {
        figure: bound.raised(found[figure]) if figure in found else bound
        for figure, bound in bounds.items()
    }


def table(name: str, found: Mapping[str, float], bounds: Mapping[str, Bound]) -> Iterator[str]:
    """Yield a line for each figure: what was measured, its bound, what is aimed at."""
    for figure, value in found.items():
        bound = bounds.get(figure, Bound(None))
        limit = "" if bound.limit is None else f"{'<=' if bound.falling else '>='} {bound.limit:g}"
        aim = "" if bound.aim is None else f"{bound.aim:g}"
        yield f"{name:<14} {figure:<30} {value:>8.4f}  {limit:<10} {aim}"


def committed(revision: str) -> Floors | None:
    """Return the floors of an earlier commit; None where git or the commit cannot tell."""
    place = f"{revision}:{FLOORS.relative_to(ROOT).as_posix()}"
    try:
        told = subprocess.run(
            ["git", "-C", str(ROOT), "show", place], capture_output=True, text=True, check=True
        )
        return load(told.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError, KeyError):
        return None


def integrity(floors: Floors, corpora: Sequence[Corpus]) -> Iterator[str]:
    """Yield what is wrong with the floors before anything is measured."""
    yield from flaws(floors, {each.name for each in corpora})
    for revision in ("HEAD", "HEAD~1"):
        before = committed(revision)
        yield from (f"easier than in {revision}: {fault}" for fault in eased(before or {}, floors))


def judge_all(
    floors: Floors, bench: Bench, corpora: Sequence[Corpus], *, update: bool = False
) -> Iterator[tuple[str, Verdict]]:
    """Yield the name and the verdict of each set in the order given, as soon as it is known.

    So many sets are measured at a time as there are jobs, each by one process: most scorers, and
    furphy where it traces and matches, have use for no more. Those that come last begin first,
    since they take the longest.
    """
    alone = replace(bench, jobs=1)

    def judged(corpus: Corpus) -> Verdict:
        held = floors[corpus.name]
        if not (bench.data / corpus.data).exists():
            return Verdict(held, (f"{corpus.name:<14} not measured: no data",), ())
        return judge(corpus, held, alone, update=update)

    with ThreadPoolExecutor(bench.jobs) as hands:
        begun = {each.name: hands.submit(judged, each) for each in reversed(corpora)}
        for corpus in corpora:
            yield corpus.name, begun[corpus.name].result()


@click.command()
@click.option(
    "--shared",
    type=click.Path(path_type=Path),
    envvar="FURPHY_SHARED",
    default=ROOT.parent / "shared",
    help="Folder that holds the data and the scorers (data/, eval/); else $FURPHY_SHARED.",
)
@click.option("--update", is_flag=True, help="Raise the floors to what is measured.")
@click.option("--only", multiple=True, help="Measure only this set; may be repeated.")
@click.option("--runs", type=click.Path(path_type=Path), help="Keep furphy's readings here.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="Sets that are measured at a time, each by one process.",
)
def main(
    shared: Path, runs: Path | None, only: tuple[str, ...], jobs: int, *, update: bool
) -> None:
    """Measure how well furphy reads and fail where that is worse than the floors."""
    floors = load(FLOORS.read_text(encoding="utf-8"))
    wrong = list(integrity(floors, CORPORA))
    if not (shared / "eval").is_dir():
        click.echo(f"no scorers at {shared}/eval: only the floors themselves were checked")
    elif not wrong:
        corpora = [each for each in CORPORA if not only or each.name in only]
        after = dict(floors)
        with tempfile.TemporaryDirectory() as spare:
            bench = Bench(shared, runs or Path(spare), jobs)
            bench.runs.mkdir(parents=True, exist_ok=True)
            for name, verdict in judge_all(floors, bench, corpora, update=update):
                click.echo("\n".join(verdict.rows))
                wrong += verdict.faults
                after[name] = verdict.held
        if update:
            FLOORS.write_text(dump(after), encoding="utf-8")
    for fault in wrong:
        click.echo(f"gate: {fault}", err=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
