"""How well stems bring the forms of Russian and Ukrainian words together, and keep words apart.

Takes real texts, JSON Lines with a ``text``, and a dictionary of forms: the one of the package
``simplemma`` (MIT), which has to be installed for this. Someone looks for the first form of each
word that the texts hold. Recall: the share of the words of the texts that are found by their own
first form. Precision: of what that finds, the share that are forms of it. Words count by the square
root of how often they stand, so that the few most frequent do not decide. Snowball's stemmer for
Russian (package ``snowballstemmer``, BSD) is measured beside ours, where it is installed.
"""

import importlib
import importlib.util
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from benchmarks.result import tell
from furphy.textkit.search import fold
from furphy.textkit.stems import stem

LEAST = {"ru": (0.90, 0.82), "uk": (0.90, 0.90)}
"""Recall and precision."""

_WORD = re.compile(r"[а-яёєіїґ]{4,}")
_TELLS = {"uk": re.compile("[іїєґ]"), "ru": re.compile("[ыэъ]")}

Forms = dict[str, tuple[str, float]]
"""The first form of each word met, and its weight."""


def words_of(paths: Iterable[Path]) -> dict[str, Counter[str]]:
    """Return the words of texts, told by the letters that only one of the languages has."""
    found = {language: Counter[str]() for language in _TELLS}
    for text in _texts(paths):
        for language, letters in _TELLS.items():
            if letters.search(text):
                found[language].update(_WORD.findall(text))
                break
    return found


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield fold(str(json.loads(line)["text"]))


def forms(words: Counter[str], language: str) -> Forms:
    """Return those words that the dictionary knows."""
    strategies = importlib.import_module("simplemma.strategies")
    dictionary = strategies.DictionaryLookupStrategy()
    found: Forms = {}
    for word, count in words.items():
        first = dictionary.get_lemma(word, language) or dictionary.get_lemma(
            word.capitalize(), language
        )
        if first:
            found[word] = (fold(first).strip(), math.sqrt(count))
    return found


def measured(known: Forms, stemmed: Callable[[str], str]) -> tuple[float, float]:
    """Return recall and precision."""
    by_stem: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for word, (first, weight) in known.items():
        by_stem[stemmed(word)][first] += weight
    found = total = right = asked = 0.0
    for first, weight in _by_first(known).items():
        met = by_stem.get(stemmed(first), {})
        found += met.get(first, 0.0)
        total += weight
        if met:
            right += weight * met.get(first, 0.0) / sum(met.values())
            asked += weight
    return found / total, right / asked


def _by_first(known: Forms) -> dict[str, float]:
    found = defaultdict[str, float](float)
    for first, weight in known.values():
        found[first] += weight
    return found


@click.command()
@click.argument("texts", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(texts: tuple[Path, ...]) -> None:
    """Measure on TEXTS, and say whether it is enough."""
    figures: dict[str, float] = {}
    held = True
    for language, words in words_of(texts).items():
        known = forms(words, language)
        figures |= _named(f"{language}_", measured(known, stem))
        if importlib.util.find_spec("snowballstemmer"):
            snowball = importlib.import_module("snowballstemmer").stemmer("russian")
            figures |= _named(f"{language}_snowball_", measured(known, snowball.stemWord))
        least = LEAST[language]
        held &= all(found >= each for found, each in zip(measured(known, stem), least, strict=True))
    tell("stems", figures, held=held)


def _named(prefix: str, figures: tuple[float, float]) -> dict[str, float]:
    return {f"{prefix}recall": figures[0], f"{prefix}precision": figures[1]}


if __name__ == "__main__":
    main()
