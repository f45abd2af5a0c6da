"""Cut a text into words, figures and single Chinese characters, and words to their stems."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from furphy import lexicon
from furphy.textkit.search import fold
from furphy.textkit.stems import stem

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)"
    r"|(?P<clock>\d{1,2}:\d\d)(?!\d)"
    r"|(?P<figure>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
    rf"|(?P<han>[{_HAN}])"
    r"|(?P<initials>(?:[A-Z]\.){2,}|[A-Z]{2}(?![\w]))"
    rf"|(?P<word>[^\W\d_{_HAN}]+(?:(?:['’ʼ`]|-(?=[A-ZА-ЯІЇЄҐЁ]))[^\W\d_{_HAN}]+)*)"
    r"|(?P<sign>[%％$€–-])"
    r"|(?P<stop>[.,;:!?()«»“”\"、，。；：！？（）\n—])"
)
_VOWEL = re.compile("[aeiouy]")
_LEAST = 3
"""Letters that a suffix leaves at least."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One word, figure, Chinese character or mark of punctuation."""

    start: int
    end: int
    kind: str
    """``day clock figure han initials word sign stop``."""
    text: str
    form: str
    """Folded, without apostrophes."""
    stem: str

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[:1].isupper()


def pieces(text: str, language: str) -> list[Piece]:
    """Return the pieces of a text, in order; blanks and other signs are left out."""
    found: list[Piece] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        written = match.group()
        form, root = _forms(written, kind, language)
        found.append(Piece(match.start(), match.end(), kind, written, form, root))
    return found


@lru_cache(maxsize=200_000)
def _forms(written: str, kind: str, language: str) -> tuple[str, str]:
    """Return what a piece is looked up by: its form and its stem."""
    if kind == "initials":
        letters = written.replace(".", "").lower()
        # So that "US" is not taken for "us".
        return ".".join(letters), ".".join(letters)
    if kind != "word":
        return written, written
    form = fold(written).replace(" ", "")
    return form, root_of(form, language)


@lru_cache(maxsize=200_000)
def root_of(form: str, language: str) -> str:
    """Return the stem of a folded word: that of :mod:`furphy.textkit.stems`, and suffixes cut.

    What suffixes a language cuts from words is in its word list; a consonant doubled before one
    becomes single, and an *e* at the end goes, so that all forms of a verb are one.
    """
    root = stem(form)
    if not root.isascii():
        return root
    for suffix in _suffixes(language):
        rest = root.removesuffix(suffix)
        if rest != root and len(rest) >= _LEAST and _VOWEL.search(rest):
            root = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    root = root.removesuffix("e") if len(root) > _LEAST else root
    return f"{root[:-1]}i" if len(root) > _LEAST and root[-1] == "y" else root


@cache
def _suffixes(language: str) -> tuple[str, ...]:
    rows = lexicon.rows("matching_words", language)
    found = (row["word"] for row in rows if row["part"] == "suffix")
    return tuple(sorted(found, key=lambda each: (-len(each), each)))
