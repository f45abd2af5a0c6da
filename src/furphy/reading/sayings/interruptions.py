"""Cues that follow what they report or break into it: "X, he said, Y", "As he said, X"."""

from furphy import lexicon
from furphy.model.token import Token
from furphy.reading.sayings.arguments import SUBJECT, is_verb, unbroken
from furphy.reading.tree import Tree

_QUOTES = ("''", "``", "“", "”", '"', "«", "»", "’", "'")
_ENDS = frozenset({".", "!", "?", "…"})
# A source stands near its cue; what lies further off is a parse gone astray.
_NEAR = 40
# A word that subordinates a cue clause stands right before its subject.
_NEAR_OPENER = 12
_PAUSES = frozenset({",", "—", "–", "-", "--"})


def interrupted(tree: Tree, verb: Token, source: Token) -> list[int]:
    """Return the tokens of the sentence that a short cue clause follows or breaks into.

    Empty where the cue clause is not set off by punctuation on both sides.
    """
    if source.tag in ("WP", "WDT") or _subordinate(tree, verb):
        return []
    sentence = tree.sentence_of(verb)
    first, last = _cue_clause(tree, verb, source)
    left = list(range(sentence.first, first))
    right = list(range(last + 1, sentence.last))
    if not left or not _set_off(tree, first - 1):
        return []
    resumes = bool(right) and tree.tokens[right[0]].text in _PAUSES
    if right and not resumes and not _is_end(tree.tokens[right[0]]):
        return []
    right = _resumed(tree, left, right, verb) if resumes else []
    if not _is_statement(tree, left, verb):
        starts_with_verb = bool(right[1:]) and is_verb(tree.tokens[right[1]])
        if not starts_with_verb:
            left = []
    return _trim(tree, left) + _trim(tree, right)


def _subordinate(tree: Tree, verb: Token) -> bool:
    """Tell whether a cue clause is itself subordinate ("when I wrote to him, …")."""
    if verb.relation != "advcl":
        return False
    return any(
        opener.tag in ("IN", "WRB") and 0 < verb.index - opener.index < _NEAR_OPENER
        for opener in tree.children(verb, ("mark", "advmod"))
    )


def _resumed(tree: Tree, left: list[int], right: list[int], verb: Token) -> list[int]:
    """Leave out what the cue clause itself goes on with: "he said, *adding that …*".

    After a quotation only another one resumes the content.
    """
    if _closes_quote(tree.tokens[left[-1]]):
        opens = any(_closes_quote(tree.tokens[index]) for index in right[:4])
        return right if opens else []
    for child in tree.children(verb, ("advcl", "conj", "relcl", "appos")):
        branch = tree.subtree(child)
        if branch[0] in right[:3] and not tree.child(child, ("mark",)):
            return []
    return right


def as_clause(tree: Tree, verb: Token) -> list[int]:
    """Return the tokens of the clause that "as X said" stands beside; empty where it does not."""
    if verb.relation != "advcl":
        return []
    opener = tree.child(verb, ("mark",))
    if opener is None or opener.lemma not in lexicon.words(
        "comparing_subordinators", lexicon.ENGLISH
    ):
        return []
    head = tree.head(verb)
    return _trim(tree, tree.subtree(head, [verb]))


def _cue_clause(tree: Tree, verb: Token, source: Token) -> tuple[int, int]:
    """Return the first and last token of the source, the cue and what belongs to them."""
    parts = [verb.index]
    for child in tree.children(verb):
        if child.relation in ("ccomp", "advcl", "conj", "punct", "cc", "parataxis", "dep"):
            continue
        if child.index < verb.index and child.relation not in (*SUBJECT, "aux", "neg", "advmod"):
            continue
        parts += tree.subtree(child)
    if source.index not in parts and tree.sentence_of(source) is tree.sentence_of(verb):
        parts += [i for i in tree.subtree(source) if abs(i - verb.index) < _NEAR]
    run = unbroken(sorted(set(parts)), verb.index)
    return run[0], run[-1]


def _set_off(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.text in _PAUSES or _closes_quote(token) or token.text in ("?", "!", "…")


def _closes_quote(token: Token) -> bool:
    return token.tag == "''" or token.text in _QUOTES


def _is_statement(tree: Tree, left: list[int], verb: Token) -> bool:
    """Tell whether the words before a cue clause say something by themselves."""
    if _closes_quote(tree.tokens[left[-1]]):
        return True
    inside = set(left)
    for index in left:
        token = tree.tokens[index]
        if is_verb(token) and token.tag in ("VBD", "VBZ", "VBP", "MD", "VBN"):
            if token.relation in ("advcl", "relcl", "acl") and token.head not in inside:
                continue
            return True
    return verb.relation == "parataxis"


def _trim(tree: Tree, indexes: list[int]) -> list[int]:
    while indexes and tree.tokens[indexes[-1]].text in _PAUSES | {".", ";"}:
        indexes = indexes[:-1]
    while indexes and tree.tokens[indexes[0]].text in _PAUSES:
        indexes = indexes[1:]
    return indexes


def _is_end(token: Token) -> bool:
    return token.text in _ENDS or _closes_quote(token)


def closes_quotation(tree: Tree, indexes: list[int]) -> bool:
    """Tell whether these tokens end with a quotation."""
    return any(_closes_quote(tree.tokens[index]) for index in indexes[-2:])
