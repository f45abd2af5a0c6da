"""What a name looks and sounds like in each of the ways to write it, and how alike two such are.

Two spellings are compared on four levels by the normalised edit distance of Levenshtein: letters;
shapes of letters, where those that scanners confuse are one; sounds; classes of sounds. Since the
levels nest, a slip costs the more the more levels see it: ``k`` for ``g`` one, ``k`` for ``m``
three. That is an edit distance weighted by phonetic likeness, made of plain ones, which are fast.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance.Levenshtein import normalized_similarity as alike

from furphy import lexicon
from furphy.gazetteer.chinese import in_chinese
from furphy.gazetteer.renderings import RUSSIAN, UKRAINIAN, in_russian, romanized
from furphy.gazetteer.sounds import Script, classes, in_latin, script_of, sounds

LETTERS, SHAPES, SOUNDS, CLASSES = 0.4, 0.2, 0.3, 0.1
"""What each level weighs; together 1. Of ten settings tried on made-up misspellings, none differed
from the best by more than 0.4 points of places found first."""

_REMEMBERED = 5_000
"""Names whose ways to be written are kept, some kilobytes each at most."""

CHINESE = 0.97
"""What a rendering through Chinese counts, since few texts are: it must fit better than others."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name."""

    letters: str
    shapes: str
    sounds: str
    classes: str
    weight: float = 1.0
    """How likely the name is written, or meant, like that, relative to others: above 0, to 1."""

    def likeness(self, other: "Spelling") -> float:
        """Return how alike two spellings are, from 0 to 1."""
        return (self.weight * other.weight) * (
            LETTERS * alike(self.letters, other.letters)
            + SHAPES * alike(self.shapes, other.shapes)
            + SOUNDS * alike(self.sounds, other.sounds)
            + CLASSES * alike(self.classes, other.classes)
        )


@cache
def _shapes() -> dict[int, str]:
    rows = [row["letters"].split() for row in lexicon.rows("lookalikes", "any")]
    return {ord(letter): letters[0] for letters in rows for letter in letters}


def spelling(letters: str, weight: float = 1.0, heard: str | None = None) -> Spelling:
    """Describe folded letters; their sounds may be given where they are not the usual ones."""
    heard = sounds(letters) if heard is None else heard
    return Spelling(letters, letters.translate(_shapes()), heard, classes(heard), weight)


@lru_cache(maxsize=_REMEMBERED)
def cyrillic(form: str) -> tuple[Spelling, ...]:
    """Return the ways to write a Cyrillic name, given folded, in Cyrillic: as it is, in Russian."""
    return tuple(map(spelling, dict.fromkeys((form, in_russian(form)))))


@lru_cache(maxsize=_REMEMBERED)
def latin(form: str) -> tuple[Spelling, ...]:
    """Return the ways to write a name of any script, given folded, in Latin."""
    if script_of(form) is not Script.CYRILLIC:
        return (spelling(in_latin(form)),)
    ways = (romanized(form, UKRAINIAN), romanized(in_russian(form), RUSSIAN))
    return tuple(map(spelling, dict.fromkeys(ways)))


@lru_cache(maxsize=_REMEMBERED)
def pinyin(form: str) -> tuple[Spelling, ...]:
    """Return the ways in which pinyin may have a Cyrillic name, given folded."""
    ways = dict.fromkeys(map(in_chinese, (form, in_russian(form))))
    return tuple(spelling(each, CHINESE) for each in ways)
