"""CPU time of a reading with its places, times, quantities and identities, against one without.

The two take turns over all texts; of the rounds the median ratio counts. The gazetteer is the
packaged one, its pages warm after the first texts, as in any batch.
"""

import statistics
from collections.abc import Sequence

import click

from benchmarks.result import tell
from benchmarks.speed import cpu_seconds
from benchmarks.texts import documents
from furphy.gazetteer import shelf
from furphy.gazetteer.index import Gazetteer
from furphy.model.document import Document
from furphy.reading.pipeline import ENGLISH, STAGES
from furphy.reading.stage import Draft, Stage, run

MOST = 0.4
"""Of the CPU time of reading who says what and how firmly."""

GROUNDING = frozenset({"places", "times", "quantities", "identities"})


def read_with(stages: Sequence[Stage], texts: Sequence[Document]) -> None:
    """Run these stages over every text."""
    for text in texts:
        run(Draft(text, ENGLISH, {Gazetteer: (shelf.default(),)}), stages)


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True)
def main(rounds: int) -> None:
    """Compare readings with and without what puts them on a map and a calendar."""
    texts = list(documents())
    bare = [each for each in STAGES if each.name not in GROUNDING]
    read_with(STAGES, texts[:3])
    pairs = [
        (cpu_seconds(lambda: read_with(bare, texts)), cpu_seconds(lambda: read_with(STAGES, texts)))
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
