"""Clauses: what each sentence puts forward, and the words that make it readable alone.

A clause is a predicate with what depends on it. Each sentence has at least one, its root, be it a
verb or not, so that headlines and list items count; where no parser ran a sentence is one clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from furphy.model.token import Token
from furphy.reading.tree import Tree

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_EMBEDDED = frozenset(
    {"ccomp", "xcomp", "csubj", "csubjpass", "advcl", "relcl", "acl", "pcomp", "parataxis"}
)
_FINITE_EVEN_IF_NOT_A_VERB = frozenset({"ccomp", "advcl", "relcl", "parataxis"})
_COORDINATE = frozenset({"conj", "parataxis"})
_COMPLEMENTISERS = frozenset({"aux", "mark"})

_MAIN = frozenset({"root", "parataxis", "conj", "advcl"})
_UNBIDDEN = SUBJECTS | {"mark"}
_PRESENT = frozenset({"VBZ", "VBP"})
_INFINITIVES = frozenset({"xcomp"})
_HELPERS = frozenset({"MD", "TO", "VBZ", "VBD"})

Run = tuple[int, int]
"""Token indexes, first and one past the last."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate that stands for a clause."""

    head: Token
    parent: int | None
    """Index of the clause it stands in; None where it stands by itself."""


class Clauses:
    """All clauses of a document, outer before inner within each sentence."""

    __slots__ = ("_of", "_tree", "clauses", "left", "order", "rank", "right")

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.order = tuple(_top_down(tree))
        """All tokens, heads before their dependents, else in reading order."""
        self.rank = [0] * len(tree.tokens)
        """Of each token, its place in that order."""
        for place, token in enumerate(self.order):
            self.rank[token.index] = place
        self.left = list(range(len(tree.tokens)))
        self.right = list(range(len(tree.tokens)))
        for token in reversed(self.order):
            head = token.head
            self.left[head] = min(self.left[head], self.left[token.index])
            self.right[head] = max(self.right[head], self.right[token.index])
        self.clauses: list[Clause] = []
        self._of: list[int] = [0] * len(tree.tokens)
        for token in self.order:
            self._place(token)

    def _place(self, token: Token) -> None:
        """Give a token its clause: its head's, or one that it opens."""
        around = None if token.head == token.index else self._of[token.head]
        if around is None and token.relation == "":
            first = self._tree.sentence_of(token).first
            if first != token.index:
                self._of[token.index] = self._of[first]
                return
        if around is None or _opens_clause(self._tree, token):
            self._of[token.index] = len(self.clauses)
            self.clauses.append(Clause(token, around))
        else:
            self._of[token.index] = around

    def of(self, token: Token) -> int:
        """Return the index of the clause a token stands in."""
        return self._of[token.index]

    def heads(self, token: Token) -> bool:
        """Tell whether a token is the predicate of a clause."""
        return self.clauses[self._of[token.index]].head is token

    def run(self, token: Token) -> Run:
        """Return the stretch from the first word below a token to the last."""
        return self.left[token.index], self.right[token.index] + 1


def coordinate(token: Token) -> bool:
    """Tell whether a clause stands beside the one above it rather than inside it."""
    return token.relation in _COORDINATE


def imperative(tree: Tree, token: Token) -> bool:
    """Tell whether a main verb in its base form, without subject or modal, gives an order."""
    if token.tag != "VB" or token.relation not in _MAIN:
        return False
    if any(kid.relation in _UNBIDDEN or kid.tag in _HELPERS for kid in tree.children(token)):
        return False
    if token.relation != "conj":
        return True
    # Beside a verb in the present it is an order ("it is open, so come"), unless it goes on an
    # infinitive that the parser has passed over.
    head = tree.head(token)
    return imperative(tree, head) or (
        head.tag in _PRESENT and head.relation in _MAIN and tree.child(head, _INFINITIVES) is None
    )


def modifies_noun(tree: Tree, token: Token) -> bool:
    """Tell whether a clause says something of the noun before it, rather than being its content."""
    if token.relation == "relcl":
        return True
    return token.relation == "acl" and tree.child(token, _COMPLEMENTISERS) is None


def _top_down(tree: Tree) -> Iterator[Token]:
    for sentence in tree.sentences:
        words = reversed(tree.words(sentence))
        waiting = [token for token in words if token.head == token.index]
        while waiting:
            token = waiting.pop()
            yield token
            waiting += reversed(list(tree.children(token)))


def _opens_clause(tree: Tree, token: Token) -> bool:
    relation = token.relation
    if relation in _EMBEDDED:
        if token.pos in VERBAL:
            return True
        return relation in _FINITE_EVEN_IF_NOT_A_VERB and tree.child(token, SUBJECTS) is not None
    if relation == "conj":
        return token.pos in VERBAL and tree.head(token).pos in VERBAL
    return relation == "dep" and token.pos in VERBAL and tree.child(token, SUBJECTS) is not None
