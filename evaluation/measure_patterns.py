"""How often each pattern of attribution is right: ``python -m evaluation.measure_patterns``.

Reads the training part of PolNeAR and, for each pattern, counts how many of its attributions have a
content that shares at least half of its words (intersection over union) with an annotated one. The
shares are written to ``pattern_scores.tsv``, where a reading takes the ``score`` of its evidence
from. Only attributions in the document's own voice count, since PolNeAR is annotated flat. Nothing
of its texts is kept, and the gate measures on its development part.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

import furphy
from evaluation.gate import ROOT
from evaluation.words import Words
from furphy.ingest import Failure, open_path
from furphy.model.attribution import Attribution
from furphy.model.document import Document
from furphy.model.text import Span
from furphy.reading.pipeline import read

TABLE = ROOT / "src" / "furphy" / "lexicon" / "data" / "any" / "pattern_scores.tsv"

LEAST = 10
"""Attributions a pattern must have; of fewer a share says little."""

HALF = 0.5

Contents = list[list[tuple[int, int]]]
"""The spans of each annotated content."""


def gold(path: Path) -> dict[str, tuple[str, Contents]]:
    """Return the text and the annotated contents of each record, by its id."""
    found: dict[str, tuple[str, Contents]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        contents = [each["content"] for each in record["gold"]["attributions"]]
        found[record["id"]] = record["text"], contents
    return found


def judged(document: Document, text: str, contents: Contents) -> Iterator[tuple[str, bool]]:
    """Yield the pattern of each outermost attribution, and whether its content is annotated.

    A document is passed over where its text does not hold the record's as it stands.
    """
    offset = document.text.find(text)
    if offset < 0:
        return
    words = Words(document.text)
    annotated = [
        words.inside(Span(start + offset, end + offset) for start, end in parts)
        for parts in contents
    ]
    for each in read(document).attributions:
        if each.parent is None and each.content_spans:
            yield pattern(each), is_among(words.inside(each.content_spans), annotated)


def pattern(attribution: Attribution) -> str:
    """Return the pattern of a rule, without the cue."""
    return attribution.evidence.rule.split(":")[0]


def is_among(content: frozenset[int], annotated: Iterable[frozenset[int]]) -> bool:
    """Tell whether a content shares at least half of its words with one of the annotated."""
    return any(len(content & each) >= HALF * len(content | each) for each in annotated if each)


def table(found: Counter[str], right: Counter[str], name: str) -> str:
    """Return the shares as the text of a word list."""
    rows = [
        f"{pattern}\t{right[pattern] / times:.2f}"
        for pattern, times in sorted(found.items())
        if times >= LEAST
    ]
    head = (
        f"# Made by python -m evaluation.measure_patterns, furphy {furphy.__version__}, on {name}:",
        "# the share of a pattern's contents that have IoU >= .5 with an annotated one,",
        f"# of {found.total()} attributions; patterns with fewer than {LEAST} are left out.",
        "pattern\tscore",
    )
    return "\n".join([*head, *rows]) + "\n"


@click.command()
@click.option(
    "--data",
    type=click.Path(exists=True, path_type=Path),
    envvar="FURPHY_POLNEAR",
    default=ROOT.parent / "shared" / "data" / "polnear" / "train.jsonl",
    help="PolNeAR's training part as JSON Lines.",
)
@click.option("--output", type=click.Path(path_type=Path), default=TABLE)
def main(data: Path, output: Path) -> None:
    """Measure each pattern and write the table of scores."""
    records = gold(data)
    found, right = Counter[str](), Counter[str]()
    for document in open_path(data, data.name):
        if isinstance(document, Failure):
            raise click.ClickException(str(document))
        for name, is_right in judged(document, *records[document.key]):
            found[name] += 1
            right[name] += is_right
    output.write_text(table(found, right, "PolNeAR train"), encoding="utf-8")
    for name, times in found.most_common():
        click.echo(f"{name:<20} {times:>6} {right[name] / times:.3f}")


if __name__ == "__main__":
    main()
