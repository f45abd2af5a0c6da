"""Write Ukrainian as Russian, for a model that reads only Russian.

Frequent words by a list; others letter by letter in all ways that comparative grammar allows, of
which the one is taken that the model's own tokenizer finds the most usual: that with the fewest and
most frequent pieces. For comparing what sentences are about, never for reading them.
"""

import math
import re
from collections.abc import Callable
from functools import cache

from furphy import lexicon

Pieces = Callable[[str], list[int]]
"""The numbers of a word's pieces, the more frequent with the lower numbers."""

UKRAINIAN = "uk"
BEGINNING, END, NOTHING = "^", "$", "-"
WAYS = 48
"""So many ways of writing a word are compared."""
LATER = 0.7
"""What a way costs for each place that it takes in a row of the table."""

_WORD = re.compile(r"[а-яіїєґё'’ʼ-]+", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’ʼ`", "'''")


class InRussian:
    """Writes Ukrainian as Russian; words once seen are remembered."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._seen: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Return a text with its Ukrainian words as Russian ones."""
        return _WORD.sub(lambda found: self._word(found.group()), text)

    def _word(self, written: str) -> str:
        word = written.lower().translate(_APOSTROPHES)
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = _listed().get(word) or min(ways(word), key=self._cost)[0]
        return known.capitalize() if written[:1].isupper() else known

    def _cost(self, way: tuple[str, float]) -> float:
        return way[1] + sum(math.log(each + 2) for each in self._pieces(way[0]))


def ways(word: str) -> list[tuple[str, float]]:
    """Return ways of writing a Ukrainian word, in lower case, as a Russian one, with their costs.

    Not more than :data:`WAYS`, the cheapest; the costs are of the order of the options taken.
    """
    table, longest = _letters()
    text = f"{BEGINNING}{word}{END}"
    found = [("", 0.0)]
    place = 0
    while place < len(text):
        part = next(
            (
                text[place : place + size]
                for size in range(longest, 0, -1)
                if text[place : place + size] in table
            ),
            text[place],
        )
        place += len(part)
        options = table.get(part) or [part.strip(BEGINNING + END)]
        found = [
            (head + tail, cost + LATER * order)
            for head, cost in found
            for order, tail in enumerate(options)
        ]
        found = sorted(found, key=lambda way: way[1])[:WAYS]
    return found


@cache
def _letters() -> tuple[dict[str, list[str]], int]:
    table = {
        row["uk"]: [each.replace(NOTHING, "") for each in row["ru"].split()]
        for row in lexicon.rows("russian_letters", UKRAINIAN)
    }
    return table, max(map(len, table))


@cache
def _listed() -> dict[str, str]:
    return {row["uk"]: row["ru"] for row in lexicon.rows("russian_words", UKRAINIAN)}
