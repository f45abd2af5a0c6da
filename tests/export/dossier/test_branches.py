from materials import link, material

from furphy.export.dossier.branches import branches


def test_what_was_made_from_a_document_hangs_on_it() -> None:
    (root,) = branches(material(["a", "b", "c"], [link(0, 1, "revision"), link(1, 2, "citation")]))
    assert root.documents == (0,)
    assert root.branches[0].documents == (1,)
    assert root.branches[0].branches[0].documents == (2,)


def test_bare_copies_of_one_text_are_one_branch() -> None:
    links = [link(0, 1), link(0, 2), link(0, 3, "revision"), link(0, 4), link(4, 5, "revision")]
    (root,) = branches(material(["a"] * 6, links))
    assert {each.documents for each in root.branches} == {(1, 2), (3,), (4,)}


def test_a_text_made_from_two_hangs_on_the_likelier() -> None:
    links = [link(0, 2, "excerpt", 0.6), link(1, 2, "excerpt", 0.9)]
    first, second = branches(material(["a", "b", "c"], links))
    assert first.branches == ()
    assert [each.source for each in second.branches[0].also] == [0]


def test_links_that_are_only_possible_are_not_in_the_tree() -> None:
    assert len(branches(material(["a", "b"], [link(0, 1, "copy", 0.2)]))) == 2


def test_a_chain_longer_than_the_stack_is_a_tree() -> None:
    links = [link(each, each + 1, "forward") for each in range(2999)]
    assert len(branches(material(["a"] * 3000, links, hours=[None] * 3000))) == 1
