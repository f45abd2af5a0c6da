"""Show the sample reports."""

import sys
from pathlib import Path

from rich.console import Console

from furphy.cli.batch import hand_on, tell_written
from furphy.cli.exit import Exit
from furphy.cli.output import Pages, Take, taker
from furphy.desk.demonstration import CHAIN, sample_readings
from furphy.export.comparison import compare
from furphy.model.reading import Reading


def demonstrate(folder: Path | None) -> Exit:
    """Print the report of each sample, then compare the four that tell of one event."""
    met: list[Reading] = []
    takes: list[Take] = [met.append, taker("report", sys.stdout)]
    pages = Pages(folder) if folder else None
    if pages:
        takes.append(pages.add)
    outcome = hand_on(sample_readings(), takes)
    console = Console(file=sys.stdout)
    console.print("One event, four texts: what each of them rests on", style="bold")
    console.print("(The events in all samples are invented.)\n")
    compare(met[: len(CHAIN)], console)
    if pages:
        tell_written(pages.written)
    return outcome
