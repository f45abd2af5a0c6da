import pytest
from materials import link, material

from furphy.export.dossier.chart import WIDTH, chart


def test_each_document_has_a_row_and_each_link_a_line() -> None:
    found = chart(material(["a", "b", "c"], [link(0, 1, "revision"), link(1, 2, "excerpt")]))
    assert [each.document for each in found.nodes] == [0, 1, 2]
    assert [each.kind for each in found.lines] == ["revision", "excerpt"]
    assert [kind for kind, _ in found.kinds] == ["excerpt", "revision"]
    assert found.nodes[0].is_root
    assert len({each.y for each in found.nodes}) == 3


def test_later_documents_stand_further_right() -> None:
    found = chart(material(["a", "b"], [link(0, 1, "revision")]))
    assert found.nodes[0].x < found.nodes[1].x


def test_a_document_without_a_time_stands_in_a_band_of_its_own() -> None:
    found = chart(material(["a", "b"], [link(0, 1, "revision")], hours=[0.0, None]))
    assert found.undated is not None
    assert found.nodes[0].x < found.undated < found.nodes[1].x < WIDTH


@pytest.mark.parametrize(
    "hours", [[None] * 3, [5.0] * 3], ids=["no times at all", "all at one time"]
)
def test_a_stemma_is_drawn_without_times_that_differ(hours: list[float | None]) -> None:
    found = chart(material(["a", "b", "c"], [link(0, 1, "revision")], hours=hours))
    assert all(0 < each.x < WIDTH for each in found.nodes)


def test_who_is_dated_before_what_it_was_made_from_is_marked() -> None:
    found = chart(material(["a", "b"], [link(0, 1, "revision")], hours=[5.0, 1.0]))
    assert [each.backwards for each in found.nodes] == [False, True]


def test_four_hundred_copies_are_one_node_with_their_count() -> None:
    links = [link(0, each) for each in range(1, 400)]
    found = chart(material(["a"] * 400, links, hours=[each / 100 for each in range(400)]))
    assert [len(each.documents) for each in found.nodes] == [1, 399]
    assert found.height < 200
