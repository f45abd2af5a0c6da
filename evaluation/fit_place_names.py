"""What each feature of a name of a place weighs: ``python -m evaluation.fit_place_names``.

Fits the two logistic regressions of :mod:`furphy.reading.places.names` on LGL and GeoVirus, prints
how well names are recognised in documents held out in turn (five folds, no document on both sides),
and writes the weights fitted on all to ``place_weights.tsv``. Nothing of the texts is kept but
counts. Words for peoples are no places here, though LGL marks them: they are never weighed, and
count as missed.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from evaluation.gate import ROOT
from furphy.gazetteer.shelf import packaged
from furphy.ingest import Failure, open_path
from furphy.ingest.characters import cleaned
from furphy.model.document import Document, SegmentKind
from furphy.model.place import PlaceName
from furphy.reading import spacy_parser
from furphy.reading.parsing import UNREAD
from furphy.reading.places.names import LEAST, likeliest
from furphy.reading.places.names_datelines import dateline_names
from furphy.reading.places.names_features import features
from furphy.reading.places.names_renown import Register
from furphy.reading.places.names_runs import Run, runs
from furphy.reading.places.names_together import together
from furphy.reading.places.names_words import Words
from furphy.reading.tree import Tree

TABLE = ROOT / "src" / "furphy" / "lexicon" / "data" / "en" / "place_weights.tsv"
CORPORA = ("geovirus.jsonl", "lgl.jsonl")
FOLDS = 5
INNER_FOLDS = 4
RARE = 15
"""A feature that fewer runs have is not fitted."""
RIDGE = 3.0
STEPS = 25
CLOSE = 1e-3
BIAS = "bias:all"

# What the weights are drawn towards: 0, but for words that say outright what a name names. Local
# news and reports on outbreaks have few of them; reports of war, and translations, have many.
EXPECTED = {
    "told:before": 3.0,
    "told:of": 1.5,
    "told:after-name": 1.5,
    "told:after-class": 0.5,
    "before:going": 1.0,
    "before:near": 1.0,
    "before:nearby": 0.5,
    "of:going": 1.0,
    "of:land": 0.7,
    "of:compass": 0.7,
    "after:land": 0.7,
    "list:place": 1.0,
    "body:known": -2.0,
    "elsewhere:best-fair": 1.0,
    "before:of+fame:country": 1.0,
    "before:of+fame:region": 0.5,
    "unlisted:tagged+near": 1.5,
    "unlisted:tagged+going": 1.5,
    "unlisted:tagged+between": 1.0,
    "unlisted:tagged+inside": 0.5,
    "unlisted:tagged+towards": 0.5,
    "unlisted:tagged+from": 0.5,
    "tagged:organization-first+wide": 1.0,
    "tagged:organization-middle+wide": 1.0,
    "tagged:organization-last+wide": 1.0,
    "head:free-name-lake": 2.0,
    "head:free-name-mountain": 2.0,
    "tail:free-name-mountain": 2.0,
    "tail:free-name-island": 2.0,
    **{
        f"tail:{how}-name-{sort}": weight
        for sort in ("river", "lake", "sea", "district", "region")
        for how, weight in (("free", 2.0), ("untagged", 2.5))
    },
}

Vector = NDArray[np.float64]
Weights = dict[str, float]


@dataclass(frozen=True)
class Text:
    """A document with its runs, their features, and which of them are annotated."""

    key: str
    corpus: str
    words: Words
    dated: tuple[PlaceName, ...]
    runs: tuple[Run, ...]
    features: tuple[list[str], ...]
    right: tuple[bool, ...]
    gold: frozenset[tuple[int, int]]

    def later(self, chances: Sequence[float]) -> list[list[str]]:
        """Return the features that the second regression sees."""
        more = together(self.runs, chances, self.words, self.dated)
        return [[*own, *added] for own, added in zip(self.features, more, strict=True)]

    def span(self, run: Run) -> tuple[int, int]:
        """Return where a run stands."""
        return self.words.tokens[run.first].start, self.words.tokens[run.last - 1].end


def text_of(document: Document, corpus: str, record: str, gold: Iterable[list[int]]) -> Text:
    """Return a document ready to be weighed; the record's text must stand in the document's."""
    offset = document.text.find(cleaned(record)[0])
    marked = frozenset((start + offset, end + offset) for start, end in gold if offset >= 0)
    read = [each.span for each in document.segments if each.kind not in UNREAD]
    words = Words(Tree(spacy_parser.parse(document.text, read)))
    register = Register(packaged().named)
    dated = (
        name
        for each in document.segments
        if each.kind is SegmentKind.DATELINE
        for name in dateline_names(document.text, each.span, register)
    )
    found = tuple(runs(words.tree, words, document.text, register))
    tokens = words.tokens
    return Text(
        document.key,
        corpus,
        words,
        tuple(dated),
        found,
        tuple(features(each, words, document.text, register) for each in found),
        tuple((tokens[each.first].start, tokens[each.last - 1].end) in marked for each in found),
        marked,
    )


def texts_of(path: Path) -> list[Text]:
    """Return the documents of a corpus."""
    with path.open(encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    found: list[Text] = []
    for document in open_path(path, path.name):
        if isinstance(document, Failure):
            raise click.ClickException(str(document))
        record = records[document.key]
        spans = [each["span"] for each in record["gold"]["toponyms"]]
        found.append(text_of(document, path.stem, record["text"], spans))
    return found


def fitted(rows: Sequence[Sequence[str]], right: Vector, counts: Vector) -> Weights:
    """Return the weights of a logistic regression by Newton's method, each row counted so often."""
    seen = Counter(name for row in rows for name in set(row))
    names = sorted({name for name, times in seen.items() if times >= RARE} | set(EXPECTED))
    table = matrix(rows, {name: column for column, name in enumerate(names)})
    towards = np.array([EXPECTED.get(name, 0.0) for name in names])
    ridge = np.array([CLOSE if name == BIAS else RIDGE for name in names])
    worth = towards.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ worth))
        slope = table.T @ (counts * (chance - right)) + ridge * (worth - towards)
        curve = (table * (counts * chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        worth -= step
        if np.abs(step).max() < CLOSE:
            break
    return dict(zip(names, worth.tolist(), strict=True))


def matrix(rows: Sequence[Sequence[str]], columns: dict[str, int]) -> Vector:
    """Return a row for each run, 1 in the columns of its features."""
    table = np.zeros((len(rows), len(columns)))
    for number, row in enumerate(rows):
        table[number, [columns[name] for name in row if name in columns]] = 1
    return table


def chances(rows: Iterable[Sequence[str]], weights: Weights) -> list[float]:
    """Return how probable the weights make each row."""
    sums = (sum(weights.get(name, 0.0) for name in set(row)) for row in rows)
    return [float(1 / (1 + np.exp(-each))) for each in sums]


def both(texts: Sequence[Text]) -> tuple[Weights, Weights]:
    """Return the weights of the first judgement and of the second.

    The second is fitted on first judgements of documents that these were not fitted on. Each corpus
    counts as the square root of its size.
    """
    alone = weighed(texts, [text.features for text in texts])
    parts = [
        (texts[part::INNER_FOLDS], [t for n, t in enumerate(texts) if n % INNER_FOLDS != part])
        for part in range(INNER_FOLDS)
    ]
    held: list[Text] = []
    later: list[list[list[str]]] = []
    for part, rest in parts:
        first = weighed(rest, [text.features for text in rest])
        held += part
        later += [text.later(chances(text.features, first)) for text in part]
    return alone, weighed(held, later)


def weighed(texts: Sequence[Text], rows: Sequence[Sequence[list[str]]]) -> Weights:
    """Fit one regression on these documents' runs."""
    sizes = Counter[str]()
    for text in texts:
        sizes[text.corpus] += len(text.runs)
    counts = [
        (sizes.total() / len(sizes) / sizes[text.corpus]) ** 0.5
        for text in texts
        for _ in text.runs
    ]
    right = [each for text in texts for each in text.right]
    flat = [row for each in rows for row in each]
    return fitted(flat, np.array(right, dtype=np.float64), np.array(counts))


def found_in(text: Text, alone: Weights, later: Weights) -> set[tuple[int, int]]:
    """Return the spans of the names of places that the weights find."""
    sure = chances(text.later(chances(text.features, alone)), later)
    chosen = {text.span(text.runs[number]) for number in likeliest(text.runs, sure, LEAST)}
    return chosen | {(each.span.start, each.span.end) for each in text.dated}


def held_out(texts: Sequence[Text]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 of exact spans by corpus, each document held out once."""
    fold = [int(sha256(text.key.encode()).hexdigest(), 16) % FOLDS for text in texts]
    counts: dict[str, Counter[str]] = {text.corpus: Counter() for text in texts}
    for part in range(FOLDS):
        weights = both([text for text, each in zip(texts, fold, strict=True) if each != part])
        for text, each in zip(texts, fold, strict=True):
            if each == part:
                found = found_in(text, *weights)
                marked = {"right": len(found & text.gold), "found": len(found)}
                counts[text.corpus].update(marked, gold=len(text.gold))
    return {
        name: (
            each["right"] / each["found"],
            each["right"] / each["gold"],
            2 * each["right"] / (each["found"] + each["gold"]),
        )
        for name, each in counts.items()
    }


def table(texts: Sequence[Text]) -> str:
    """Return the weights fitted on all documents as the text of a word list."""
    alone, later = both(texts)
    runs_of, places_of = Counter[str](), Counter[str]()
    for text in texts:
        for row, right in zip(text.later(chances(text.features, alone)), text.right, strict=True):
            runs_of.update(set(row))
            places_of.update(set(row) if right else ())
    head = (
        "# What each feature of a run of words adds to the log-odds that it names a place. alone:",
        "# judged by itself; together: with the other names of the document. runs: how many had it",
        "# where it was measured; places: how many of those were place names. Written by python -m",
        "# evaluation.fit_place_names, not by hand.",
        "feature\talone\ttogether\truns\tplaces",
    )
    rows = (
        f"{name}\t{alone.get(name, 0.0):.3f}\t{later[name]:.3f}\t{runs_of[name]}\t{places_of[name]}"
        for name in sorted(later)
    )
    return "\n".join([*head, *rows]) + "\n"


@click.command()
@click.option(
    "--data",
    type=click.Path(exists=True, path_type=Path),
    default=ROOT.parent / "shared" / "data" / "geoparsing",
    help="Folder that holds lgl.jsonl and geovirus.jsonl.",
)
@click.option("--output", type=click.Path(path_type=Path), default=TABLE)
def main(data: Path, output: Path) -> None:
    """Fit the weights, print what they reach on documents held out, and write them."""
    texts = [text for name in CORPORA for text in texts_of(data / name)]
    for name, (precision, recall, f1) in held_out(texts).items():
        click.echo(f"{name:<10} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    output.write_text(table(texts), encoding="utf-8")


if __name__ == "__main__":
    main()
