"""Words made comparable for search: what is indexed of a text, and what is looked up in it.

Both stores index blank-separated words and know no language, so all that makes two writings of a
word one is done here, the same for texts and for what is sought in them:

- width, case, the marks of Latin and Greek letters, stress marks, vowel points of Arabic and
  Hebrew, apostrophes and invisible characters go (Unicode NFKC and full case folding);
- writing without blanks (Chinese, Japanese) or with particles joined to words (Korean) becomes
  overlapping pairs of characters: 扎波罗热 is indexed as 扎波 波罗 罗热 热, so that any two
  characters in a row are found, and any one as the beginning of a word;
- other words are cut to a stem by :mod:`.stems`, and to pieces where longer than any word is.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from furphy.textkit.stems import stem

_APOSTROPHES = "'’‘ʼʹʻ´`′＇"
_MARKED = ("LATIN", "GREEK")
"""Scripts whose marks are left out so often that they tell words apart too seldom."""

_WORDS = "LNM"
"""First letters of the Unicode categories of what words are made of."""

_LONGEST = 64
"""Characters of the longest word indexed as one; PostgreSQL refuses words of 2,047 bytes."""

# Han with its marks for repetition and nought, kana, Bopomofo, Hangul; the compatibility forms of
# all of them are gone after NFKC.
_PAIRED = (
    "\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003fffd"
)
_RUN = re.compile(f"[{_PAIRED}]+")
_INITIALS = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.){2,}")
_ELISION = re.compile(rf"(?<!\w)([a-zà-öø-ÿ]|qu)[{_APOSTROPHES}](?=\w)")
_POSSESSIVE = re.compile(rf"(?<=\w)[{_APOSTROPHES}]s(?!\w)")


def search_text(text: str) -> str:
    """Return the words of a text as they are indexed, with one blank between two."""
    return " ".join(_RUN.sub(_indexed, " ".join(map(_stem, fold(text).split()))).split())


def sought_text(text: str) -> str:
    """Return words that stand in :func:`search_text` of each text that holds this one.

    They stand there in this order with nothing between them; a single character of a writing in
    pairs is found as the beginning of a word only.
    """
    words = search_text(text).split()
    # In a text, more may follow the last character, which then makes another pair.
    if len(words) > 1 and is_paired(words[-1]) and is_pair(words[-2]):
        words.pop()
    return " ".join(words)


def fold(text: str) -> str:
    """Return a text as words in lower case, as they were but for their marks and apostrophes."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = _INITIALS.sub(_joined, folded)
    folded = _POSSESSIVE.sub("", _ELISION.sub(r"\1 ", folded))
    return unicodedata.normalize("NFC", folded.translate(_LETTERS))


def is_paired(character: str) -> bool:
    """Tell whether a character is of a writing that is indexed in pairs."""
    return len(character) == 1 and _RUN.match(character) is not None


def is_pair(word: str) -> bool:
    """Tell whether an indexed word is a pair of characters."""
    return len(word[1:]) == 1 and _RUN.fullmatch(word) is not None


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    if len(word) <= _LONGEST or _RUN.search(word):
        return stem(word)
    return " ".join(word[at : at + _LONGEST] for at in range(0, len(word), _LONGEST))


def _indexed(run: re.Match[str]) -> str:
    # The last character by itself lets each be found as the beginning of something.
    return f" {' '.join(run[0][at : at + 2] for at in range(len(run[0])))} "


def _joined(initials: re.Match[str]) -> str:
    return f"{initials[0].replace('.', '')} "


class _Letters(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        folded = _fold_character(chr(point))
        self[point] = folded
        return folded


def _fold_character(char: str) -> str:
    category = unicodedata.category(char)
    if char in _APOSTROPHES or _is_unwritten(char, category):
        return ""
    if category[0] not in _WORDS:
        return " "
    if char == "ё":
        return "е"
    name = unicodedata.name(char, "")
    if not name.startswith(_MARKED):
        return char
    plain = "".join(
        each for each in unicodedata.normalize("NFD", char) if not unicodedata.combining(each)
    )
    # Letters such as ø and ł have no mark to take off; anyascii knows what they resemble.
    return anyascii(plain).lower() if name.startswith("LATIN") else plain


def _is_unwritten(char: str, category: str) -> bool:
    """Tell of what is invisible, and of marks that writers add or leave out as they like."""
    if category == "Cf":
        return char != "\u200b"  # It parts words.
    return category == "Mn" and unicodedata.name(char, "").startswith(
        ("COMBINING", "ARABIC", "HEBREW")
    )


_LETTERS = _Letters()
