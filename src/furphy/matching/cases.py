"""Which of two parties has a verb done to it, as Slavic endings tell.

The order of words is free there: who does it stands in the nominative and agrees with the verb,
in a passive in the instrumental. The endings are data (``*-ending`` in the lexicon's
``matching_words``); languages that have none have an order of words instead.
"""

from collections.abc import Mapping

Endings = Mapping[str, tuple[str, ...]]
"""Endings of words, by what they tell."""

Words = tuple[tuple[str, ...], bool | None]
"""The words of a party, folded, and whether the vocabulary has the first in this very form."""

_CLEAR = 2
"""By how much one of them looks more like who does it than the other."""
_AGREEING = (
    ("verb-plural-ending", "plural-ending"),
    ("verb-feminine-ending", "feminine-ending"),
    ("verb-masculine-ending", "masculine-ending"),
)


def is_turned(verb: str, one: Words, other: Words, endings: Endings) -> bool:
    """Tell whether the party after the verb does it to the one before it."""
    if not endings:
        return False
    passive = _ends(verb, "participle-ending", endings) and not _ends(
        verb, "verbal-noun-ending", endings
    )
    for (words, _), turned in ((other, True), (one, False)):
        agents = (_ends(word, "agent-ending", endings) for word in (words[0], words[-1]))
        if passive and any(agents):
            return turned
    fits = [_fit(verb, each, endings) for each in (one, other)]
    return fits[1] - fits[0] >= _CLEAR


def _fit(verb: str, party: Words, endings: Endings) -> int:
    """Return how well a party fits as what does what the verb says.

    The vocabulary lists words mostly as they stand in a dictionary: another form is likely another
    case.
    """
    (word, *_), exact = party
    fit = 0 if exact is None else 1 if exact else -1
    if _ends(word, "object-ending", endings):
        fit -= 2
    if _ends(word, "subject-ending", endings):
        fit += 1
    for verbal, nominal in _AGREEING:
        if _ends(verb, verbal, endings):
            fit += 1 if _ends(word, nominal, endings) else -1
            break
    return fit


def _ends(word: str, part: str, endings: Endings) -> bool:
    return word.endswith(endings.get(part, ()))
