from papers import parsed

from furphy.model.text import Span
from furphy.model.token import Parse, Sentence, Token
from furphy.reading.tree import Tree

TEXT = "The old bridge that we crossed collapsed. Nobody died."


def test_a_subtree_is_a_word_and_all_that_depends_on_it() -> None:
    tree = parsed(TEXT)
    bridge = tree.tokens[2]
    assert [tree.tokens[i].text for i in tree.subtree(bridge)][:3] == ["The", "old", "bridge"]


def test_whole_branches_can_be_left_out_of_a_subtree() -> None:
    tree = parsed(TEXT)
    bridge = tree.tokens[2]
    clause = tree.children(bridge, ("relcl",))
    assert tree.spans(tree.subtree(bridge, clause)) == (Span(0, len("The old bridge")),)


def test_neighbouring_tokens_are_joined_into_one_span() -> None:
    assert parsed(TEXT).spans([0, 1, 6]) == (Span(0, 7), Span(31, 40))


def test_words_are_found_by_where_they_begin() -> None:
    assert [token.text for token in parsed(TEXT).within(Span(4, 14))] == ["old", "bridge"]


def test_each_word_knows_its_sentence() -> None:
    tree = parsed(TEXT)
    assert tree.number_of(tree.tokens[0]) == 0
    assert tree.sentence_of(tree.tokens[-1]) == tree.sentences[1]


def test_without_a_parser_every_word_stands_alone() -> None:
    words = tuple(
        Token(i, i * 2, i * 2 + 1, "x", "x", "X", "", head=i, relation="") for i in range(3)
    )
    tree = Tree(Parse(words, (Sentence(Span(0, 5), 0, 3),), ()))
    assert [tree.subtree(word) for word in words] == [[0], [1], [2]]
    assert list(tree.ancestors(words[1])) == []
