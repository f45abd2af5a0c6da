"""Measure furphy's comparison of statements on our own pairs, in four languages.

``python -m evaluation.claim_pairs`` prints, for each part of ``claim_pairs/``, how well ``joined``
tells the pairs that say the same, and how often a contradiction is given its kind. ``--part`` asks
for one part alone. ``--wrong`` lists the pairs that are decided wrongly, those of the part that is
held back never.
``--vectors`` uses the model of the extra ``multilingual``.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from furphy.gazetteer import shelf
from furphy.matching import of_readings, of_sentences
from furphy.matching.comparison import compare
from furphy.matching.proposition import Proposition
from furphy.matching.wording import Place, worded
from furphy.model.claim import Comparison, Sameness
from furphy.model.document import Document, Segment, SegmentKind
from furphy.model.text import Span
from furphy.reading.pipeline import ENGLISH, read

FOLDER = Path(__file__).parent / "claim_pairs"
HELD_BACK = "held-back"
PARTS = ("development", "constructions", HELD_BACK)


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a pair."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, whether they say the same, and in what they contradict each other."""

    id: str
    how: str
    one: Text
    other: Text
    same: bool
    contradiction: str | None

    @property
    def languages(self) -> str:
        """The two languages, in alphabetical order."""
        return "-".join(sorted((self.one.language, self.other.language)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pair and what furphy made of it."""

    pair: Pair
    found: Comparison

    @property
    def joined(self) -> bool:
        """Whether furphy takes the two for one."""
        return self.found.same is Sameness.JOINED

    @property
    def kind(self) -> str | None:
        """The kind of contradiction that furphy sees."""
        return self.found.contradiction.kind.value if self.found.contradiction else None


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted of some outcomes."""

    pairs: int
    f1: float
    """Of ``joined``, with the pairs that say the same as what is sought."""
    precision: float
    recall: float
    kinds: float | None
    """Share of the contradictions that were given their kind; None where there are none."""
    negatives: float | None
    """The same of all pairs that do not say the same, "none" being a kind too."""
    false: float | None
    """Share of the pairs that say the same in which a contradiction was seen."""


def pairs(part: str) -> Iterator[Pair]:
    """Yield the pairs of one part."""
    for line in (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        yield Pair(
            found["id"],
            found["how"],
            Text(**found["one"]),
            Text(**found["other"]),
            found["same"],
            found["contradiction"],
        )


@cache
def proposition(text: Text, parsed: bool = True) -> Proposition:
    """Return the proposition that a text puts forward, English read, the rest by its words."""
    span = Span(0, len(text.text))
    document = Document(
        "sha256:0", "pair", text.text, (Segment(SegmentKind.PARAGRAPH, span),), text.language
    )
    atlas = shelf.default()
    if parsed and text.language == ENGLISH:
        found = of_readings.propositions(read(document, atlas), 0)
    else:
        found = of_sentences.propositions(document, 0, atlas)
    if found:
        return max(found, key=lambda each: len(each.span))
    return worded(text.text, text.language, Place(0))


def outcomes(
    chosen: Iterable[Pair], nearness: Callable[[Text, Text], float | None]
) -> list[Outcome]:
    """Compare pairs."""
    return [
        Outcome(
            each,
            compare(
                proposition(each.one),
                proposition(each.other),
                cosine=nearness(each.one, each.other),
            ),
        )
        for each in chosen
    ]


def figures(found: list[Outcome]) -> Figures:
    """Count how well outcomes agree with what people say."""
    counts = Counter((each.joined, each.pair.same) for each in found)
    right, wrong, missed = counts[True, True], counts[True, False], counts[False, True]
    against = [each for each in found if each.pair.contradiction]
    negative = [each for each in found if not each.pair.same]
    same = [each for each in found if each.pair.same]
    return Figures(
        len(found),
        2 * right / (2 * right + wrong + missed) if right else 0.0,
        right / (right + wrong) if right else 0.0,
        right / (right + missed) if right else 0.0,
        _share(each.kind == each.pair.contradiction for each in against),
        _share(each.kind == each.pair.contradiction for each in negative),
        _share(each.kind is not None for each in same),
    )


def _share(what: Iterable[bool]) -> float | None:
    told = [*what]
    return sum(told) / len(told) if told else None


def _nothing(_one: Text, _other: Text) -> None:
    return None


def by_vectors() -> Callable[[Text, Text], float | None]:
    """Return what gives the cosine of two texts by the installed model, if there is one."""
    from furphy.vectors.choosing import available  # noqa: PLC0415 (an extra)

    model = available()
    if model is None:
        sys.exit("no model of vectors is installed: the extra “multilingual”")

    def nearness(one: Text, other: Text) -> float:
        rows = [model.of([each.text], each.language)[0] for each in (one, other)]
        return float(rows[0] @ rows[1])

    return nearness


def _print(name: str, found: Figures) -> None:
    def shown(value: float | None) -> str:
        return "  –  " if value is None else f"{value:.3f}"

    values = (found.f1, found.precision, found.recall, found.kinds, found.negatives, found.false)
    sys.stdout.write(f"{name:24} {found.pairs:5} " + "  ".join(map(shown, values)) + "\n")


def main() -> None:
    """Print the figures of the parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part")
    parser.add_argument("--vectors", action="store_true", help="use the model of vectors")
    asked = parser.parse_args()
    nearness = by_vectors() if asked.vectors else _nothing
    head = "pairs    F1   prec.  recall  kinds  negatives  false"
    for part in asked.part or PARTS:
        found = outcomes(pairs(part), nearness)
        sys.stdout.write(f"{part:24} {head}\n")
        _print("all", figures(found))
        for name, key in (("language", _languages), ("how", _how)):
            groups: dict[str, list[Outcome]] = defaultdict(list)
            for each in found:
                groups[key(each)].append(each)
            for value in sorted(groups):
                _print(f"  {name} {value}", figures(groups[value]))
        if asked.wrong and part != HELD_BACK:
            _list(found)


def _languages(each: Outcome) -> str:
    return each.pair.languages


def _how(each: Outcome) -> str:
    return each.pair.how


def _list(found: Iterable[Outcome]) -> None:
    for each in found:
        pair = each.pair
        if each.joined == pair.same and each.kind == pair.contradiction:
            continue
        told = f"{each.found.score:.2f} {each.found.same.value} {each.kind} {each.found.difference}"
        sys.stdout.write(
            f"{pair.id} {pair.how}: gold {pair.same} {pair.contradiction}; found {told}\n"
            f"    {pair.one.language} {pair.one.text}\n"
            f"    {pair.other.language} {pair.other.text}\n"
        )
        for feature in each.found.features:
            if feature.value is not None:
                sys.stdout.write(f"      {feature.name} {feature.value:.2f} {feature.detail}\n")
        if each.found.contradiction is not None:
            sys.stdout.write(f"      ! {each.found.contradiction.detail}\n")


if __name__ == "__main__":
    main()
