"""CPU time of a reading with its places, times, quantities and identities, against one without.

The two take turns over all texts; of the rounds the median ratio counts. The gazetteer is the
packaged one, its pages warm after the first texts, as in any batch.
"""

import statistics

import click

from benchmarks.result import tell
from benchmarks.speed import GROUNDING, cpu_seconds, read_all
from benchmarks.texts import documents
from furphy.reading.pipeline import STAGES

MOST = 0.4
"""Of the CPU time of reading who says what and how firmly."""


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True)
def main(rounds: int) -> None:
    """Compare readings with and without what puts them on a map and a calendar."""
    texts = list(documents())
    bare = [each for each in STAGES if each.name not in GROUNDING]
    read_all(texts[:3], STAGES)
    pairs = [
        (cpu_seconds(lambda: read_all(texts, bare)), cpu_seconds(lambda: read_all(texts, STAGES)))
        for _ in range(rounds)
    ]
    added = statistics.median(whole / alone - 1 for alone, whole in pairs)
    words = sum(len(each.text.split()) for each in texts)
    figures = {
        "texts": len(texts),
        "words": words,
        "words per CPU-second": words / statistics.median(whole for _, whole in pairs),
        "added share of CPU time": added,
        "added at most": MOST,
    }
    tell("grounding", figures, held=added <= MOST)


if __name__ == "__main__":
    main()
