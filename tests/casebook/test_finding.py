import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from looked_up import depot, looked_up
from stored import add, assertion_id

from furphy.casebook.casebook import Casebook
from furphy.casebook.finding import Kept, find
from furphy.errors import InputError


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with looked_up(where) as book:
        yield book


def found(book: Casebook, name: str) -> Kept:
    with book.reading() as connection:
        return find(connection, name)


@pytest.mark.parametrize("cut", [None, 17, 11])
def test_a_document_is_found_by_its_id_or_the_beginning_of_it(
    book: Casebook, cut: int | None
) -> None:
    name = depot().document.id[:cut]
    for each in (name, name.removeprefix("sha256:")):
        kept = found(book, each)
        assert kept.assertion is None
        told = json.loads(kept.line)
        assert (told["document"]["id"], told["document"]["key"]) == (
            depot().document.id,
            "depot.html",
        )
        assert len(told["assertions"]) == 4


def test_a_document_is_found_by_its_key_also_where_nothing_was_read_in_it(book: Casebook) -> None:
    assert "朝鲜" in json.loads(found(book, "zh.txt").line)["document"]["text"]


def test_an_assertion_is_found_by_the_beginning_of_its_id(book: Casebook) -> None:
    kept = found(book, assertion_id(book, "a depot burns")[:8])
    assert kept.assertion is not None
    assert json.loads(kept.line)["assertions"][kept.assertion]["text"] == "a depot burns"


def test_what_stands_for_several_is_refused_with_their_ids(book: Casebook) -> None:
    # The same key, another text.
    other = depot()
    add(book, replace(other, document=replace(other.document, id="sha256:" + "0" * 64, url="x")))
    with pytest.raises(InputError, match=r"several things; ask for one of them: [0-9a-f]{64}, "):
        found(book, "depot.html")


@pytest.mark.parametrize("name", ["", "ff", "ffff", "no.html", "%", "sha256:"])
def test_what_is_not_there_is_refused(book: Casebook, name: str) -> None:
    with pytest.raises(InputError, match="no such document or assertion"):
        found(book, name)
