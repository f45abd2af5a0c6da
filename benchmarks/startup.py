"""What ``furphy --help`` costs, against importing the parser that ``furphy read`` will need.

Both are fresh processes, taking turns. CPU time counts, since wall time on a busy machine measures
the machine; both are told.
"""

import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

import click

from benchmarks.result import tell

MOST = 0.3

HELP = ("-m", "furphy", "--help")
PARSER = ("-c", "import spacy")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took, in seconds."""

    cpu: float
    wall: float


def cost(*arguments: str) -> Cost:
    """Run Python once and return what it took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall)


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=9, show_default=True)
def main(rounds: int) -> None:
    """Compare the start of furphy with the import of its parser."""
    # The first run of each writes byte code and warms the disk's cache; it counts for neither.
    cost(*HELP), cost(*PARSER)
    pairs = [(cost(*HELP), cost(*PARSER)) for _ in range(rounds)]
    ratio = statistics.median(mine.cpu / parser.cpu for mine, parser in pairs)
    figures = {
        "help CPU seconds": statistics.median(mine.cpu for mine, _ in pairs),
        "help wall seconds": statistics.median(mine.wall for mine, _ in pairs),
        "parser CPU seconds": statistics.median(parser.cpu for _, parser in pairs),
        "parser wall seconds": statistics.median(parser.wall for _, parser in pairs),
        "wall ratio": statistics.median(mine.wall / parser.wall for mine, parser in pairs),
        "ratio": ratio,
        "ratio at most": MOST,
    }
    tell("startup", figures, held=ratio <= MOST)


if __name__ == "__main__":
    main()
