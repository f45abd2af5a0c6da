"""Whether the clause an expression stands in looks ahead or back."""

from collections.abc import Sequence
from enum import Enum
from functools import cache

from furphy.lexicon import rows
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.tree import Tree

_AUXILIARIES = ("aux", "auxpass")
_PAST_TAG, _INFINITIVE_TAG, _MODAL_TAG, _PARTICIPLE_TAG = "VBD", "VB", "MD", "VBN"
_PRESENT_TAGS = ("VBZ", "VBP")
_VERBS = ("VERB", "AUX")
_FARTHEST = 12


class Outlook(Enum):
    """Where a clause looks from the moment it is said."""

    BACK = -1
    UNKNOWN = 0
    AHEAD = 1


def outlook_at(tree: Tree | None, span: Span, language: str) -> Outlook:
    """Return where the clause that governs these words looks; UNKNOWN where no parse tells."""
    if tree is None:
        return Outlook.UNKNOWN
    tokens = tree.within(span)
    if not tokens:
        return Outlook.UNKNOWN
    inside = {token.index for token in tokens}
    top = next((token for token in tokens if token.head not in inside), tokens[-1])
    return _of_clause(tree, top, _words(language))


@cache
def _words(language: str) -> dict[str, str]:
    return {row["word"]: row["role"] for row in rows("time_outlook", language)}


def _of_clause(tree: Tree, token: Token, words: dict[str, str]) -> Outlook:
    reaches = False
    for steps, above in enumerate(tree.ancestors(token)):
        if steps > _FARTHEST:
            break
        role = words.get(above.lemma)
        reaches = reaches or role == "pointing"
        if above.pos in _VERBS or above.tag.startswith(_INFINITIVE_TAG):
            seen = _of_verb(tree, above, words)
            if reaches and (role == "planning" or seen is not Outlook.BACK):
                return Outlook.AHEAD
            if seen is not Outlook.UNKNOWN or _is_finite(tree, above):
                return seen
        elif role == "planning":
            return Outlook.AHEAD
    return Outlook.UNKNOWN


def _is_finite(tree: Tree, verb: Token) -> bool:
    helpers = tree.children(verb, _AUXILIARIES)
    return verb.tag in _PRESENT_TAGS or any(each.tag in _PRESENT_TAGS for each in helpers)


def _of_verb(tree: Tree, verb: Token, words: dict[str, str]) -> Outlook:
    helpers = [*tree.children(verb, _AUXILIARIES)]
    if any(words.get(each.lemma) == "future" for each in helpers):
        return Outlook.AHEAD
    if verb.tag == _PAST_TAG or any(each.tag == _PAST_TAG for each in helpers):
        return _planned(verb, words) or Outlook.BACK
    if any(each.tag in _PRESENT_TAGS for each in helpers):
        return _planned(verb, words) or _of_present(verb, helpers)
    if verb.tag == _INFINITIVE_TAG and helpers:
        return Outlook.AHEAD if _is_purpose(tree, verb, words) else Outlook.UNKNOWN
    return _planned(verb, words) or Outlook.UNKNOWN


def _planned(verb: Token, words: dict[str, str]) -> Outlook | None:
    return Outlook.AHEAD if words.get(verb.lemma) == "planning" and verb.tag != _PAST_TAG else None


def _of_present(verb: Token, helpers: Sequence[Token]) -> Outlook:
    """Tell "is meeting" (ahead) from "has met" (back)."""
    if verb.tag == _PARTICIPLE_TAG:
        return Outlook.BACK
    return Outlook.AHEAD if verb.tag.endswith("G") and helpers else Outlook.UNKNOWN


def _is_purpose(tree: Tree, verb: Token, words: dict[str, str]) -> bool:
    """Tell "plans to meet on Friday" from "agreed on Friday to meet"."""
    above = tree.head(verb)
    return above is not verb and (words.get(above.lemma) == "planning" or above.tag != _PAST_TAG)
