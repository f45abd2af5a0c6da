"""Whether two sentences of one language are the same but for a word in another's stead.

Who rewords a sentence changes more than one word of it; who changes one word mostly changes what is
said. So a word that stands where the other sentence has another, in the midst of the same words,
counts as another thing unless the two are forms, or spellings, of one.
"""

from difflib import SequenceMatcher

from rapidfuzz.distance.Levenshtein import normalized_similarity as alike

from furphy.matching.entities import Odd, related
from furphy.matching.proposition import Proposition

_MOSTLY_SAME = 0.6
"""Share of terms in the same order from which on two sentences are one but for a word."""
_LONGEST = 2
"""Terms in a row that stand in the other's stead, at most."""
_ONE_WORD = 0.6
"""How alike two terms are at least that are forms of one word."""


def substituted(one: Proposition, other: Proposition) -> Odd | None:
    """Return the first word that has another in its stead, if there is one."""
    if one.language != other.language or not one.terms or not other.terms:
        return None
    matcher = SequenceMatcher(None, one.terms, other.terms, autojunk=False)
    if matcher.ratio() < _MOSTLY_SAME:
        return None
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind == "replace" and max(end - start, to - from_) <= _LONGEST:
            ours = [each for each in one.terms[start:end] if each not in other.terms]
            theirs = [each for each in other.terms[from_:to] if each not in one.terms]
            # What both have, in another place, was moved.
            if ours and theirs and not any(_is_one(a, b) for a in ours for b in theirs):
                detail = f"{' '.join(ours)} | {' '.join(theirs)}"
                return Odd(one.span, other.span, detail)
    return None


def _is_one(one: str, other: str) -> bool:
    return related(one, other) or alike(one, other) >= _ONE_WORD
