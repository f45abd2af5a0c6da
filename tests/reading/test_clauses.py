import pytest
from papers import attributed

from furphy.reading.clauses import Clauses, imperative
from furphy.reading.tree import Tree

HEADS = {
    "main": ("The dam broke.", ["broke"]),
    "complement": ("He said the dam broke.", ["said", "broke"]),
    "infinitive": ("They tried to flee.", ["tried", "flee"]),
    "coordinate": ("They fled and hid.", ["fled", "hid"]),
    "adverbial": ("They fled because the dam broke.", ["fled", "broke"]),
    "relative": ("The dam that broke was old.", ["was", "broke"]),
    "after a preposition": ("They left after burning the mill.", ["left", "burning"]),
    "no verb": ("Fire at the port", ["Fire"]),
}


@pytest.mark.parametrize(("text", "heads"), HEADS.values(), ids=HEADS)
def test_a_clause_stands_where_a_predicate_does(text: str, heads: list[str]) -> None:
    clauses = Clauses(attributed(text).the(Tree))
    assert [clause.head.text for clause in clauses.clauses] == heads


def test_every_token_stands_in_one_clause_and_in_the_order_once() -> None:
    tree = attributed("He said the dam, which was old, broke. Nobody was hurt.").the(Tree)
    clauses = Clauses(tree)
    assert sorted(token.index for token in clauses.order) == list(range(len(tree.tokens)))
    for token in tree.tokens:
        first, last = clauses.run(clauses.clauses[clauses.of(token)].head)
        assert first <= token.index < last


@pytest.mark.parametrize(
    ("text", "word", "order"),
    [
        ("Leave the town!", "Leave", True),
        ("They leave the town.", "leave", False),
        ("They will leave the town.", "leave", False),
        ("They want to leave the town.", "leave", False),
        ("The gate is open, so leave the town.", "leave", True),
    ],
)
def test_orders_are_told_by_their_form(text: str, word: str, order: bool) -> None:
    tree = attributed(text).the(Tree)
    token = next(token for token in tree.tokens if token.text == word)
    assert imperative(tree, token) is order
