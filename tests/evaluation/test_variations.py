"""What made corpora have too little of is put into them."""

from evaluation.known import Truth
from evaluation.variations import expanded, loosened
from furphy.tracing.traced import Traced, Window

HOUR = 3600.0


def document(key: str, hour: float) -> Traced:
    return Traced(
        key, f"Text {key}.", "en", title=key, published=Window(hour * HOUR, hour * HOUR + 1)
    )


def truth(at: str, **parents: str) -> Truth:
    return Truth(tuple(parents.items()), frozenset({"o"}), at, at)


DOCUMENTS = [document("original", 10), document("excerpt", 12), document("later", 13)]
TOLD = {
    "original": truth("2024-01-01T10"),
    "excerpt": truth("2024-01-01T12", original="excerpt"),
    "later": truth("2024-01-01T13", original="excerpt"),
}


def test_one_excerpt_of_each_original_was_there_first_and_grew_into_it() -> None:
    documents, told = expanded(DOCUMENTS, TOLD)
    assert [each.key for each in documents] == ["excerpt", "original", "later"]
    assert documents[0].published == Window(8 * HOUR, 8 * HOUR + 1)
    assert told["original"].parents == (("excerpt", "revision"),)
    assert told["excerpt"].parents == ()
    assert told["later"] == TOLD["later"]


def test_what_others_were_made_from_does_not_move() -> None:
    told = {
        **TOLD,
        "excerpt": truth("2024-01-01T12", original="excerpt"),
        "later": truth("2024-01-01T13", excerpt="copy"),
    }
    assert expanded(DOCUMENTS, told) == (DOCUMENTS, told)


def test_a_third_each_of_times_and_titles_is_gone_and_a_third_is_less() -> None:
    documents = [document(f"d{number}", number / 10) for number in range(300)]
    found = loosened(documents)
    undated = sum(each.published is None for each in found)
    days = sum(each.published == Window(0.0, 24 * HOUR) for each in found)
    untitled = sum(each.title is None for each in found)
    own = sum(each.title == each.key for each in found)
    assert all(70 < each < 130 for each in (undated, days, untitled, own))
    assert {each.key for each in found} == {each.key for each in documents}
    assert loosened(documents) == found
