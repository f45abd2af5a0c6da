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

LETTERS, SHAPES, SOUNDS, CLASSES = 0.3, 0.1, 0.4, 0.2
"""What each level weighs; together 1."""

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


@dataclass(frozen=True, slots=True)
class Written:
    """A name in the ways in which it may be written."""

    script: Script
    """Of the name as it stands."""
    cyrillic: tuple[Spelling, ...]
    """Of Cyrillic names alone: as it stands and in Russian."""
    latin: tuple[Spelling, ...]


@lru_cache(maxsize=10_000)
def written(form: str) -> Written:
    """Return the ways to write a name, given folded."""
    script = script_of(form)
    if script is not Script.CYRILLIC:
        return Written(script, (), (spelling(in_latin(form)),))
    russian = in_russian(form)
    latin = dict.fromkeys((romanized(form, UKRAINIAN), romanized(russian, RUSSIAN)))
    return Written(
        script,
        tuple(map(spelling, dict.fromkeys((form, russian)))),
        (
            *map(spelling, latin),
            *(spelling(pinyin, CHINESE) for pinyin in map(in_chinese, {form: 0, russian: 0})),
        ),
    )
