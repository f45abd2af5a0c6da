"""What came since is what makes the difference: asked again, the same is in use as asked anew."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from collections_made import by_chance
from stored import add, dry, flooded

from furphy.casebook import in_use
from furphy.casebook.casebook import Casebook
from furphy.casebook.current import entries
from furphy.casebook.in_use import InUse
from furphy.model.reading import Maker, Reading


def anything(chance: random.Random) -> Reading:
    """Return one of few documents, under one of few names and titles, by one of two readers."""
    key = chance.choice(("a.html", "b.html", "c.html"))
    found = chance.choice((flooded, dry))(key)
    title = chance.choice(("One", "Another", None))
    made_by = Maker(chance.choice(("1.2.3", "2.0.0")), "hand 1")
    return replace(found, document=replace(found.document, title=title), made_by=made_by)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_in_use_is_what_is_found_anew(where: str, seed: int) -> None:
    chance = by_chance(seed)
    staying, seen = InUse(), set[int]()
    with Casebook.create_or_open(where) as book:
        for _ in range(12):
            add(book, *(anything(chance) for _ in range(chance.choice((1, 1, 2)))))
            with book.reading() as connection:
                found = entries(connection)
                assert staying.entries(connection) == found
            seen.add(len(found))
    assert len(seen) > 1


def test_only_what_came_is_looked_up(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    staying = InUse()
    with Casebook.create_or_open(where) as book:
        add(book, flooded(), dry())
        with book.reading() as connection:
            first = staying.entries(connection)
            monkeypatch.setattr(in_use, "in_use", lambda *_: pytest.fail("nothing came"))
            assert staying.entries(connection) == first


def test_another_casebook_in_its_place_is_read_anew(tmp_path: Path) -> None:
    staying = InUse()
    for name, kept in (("one", [flooded(), dry()]), ("other", [dry()])):
        with Casebook.create_or_open(str(tmp_path / name)) as book:
            add(book, *kept)
            with book.reading() as connection:
                assert staying.entries(connection) == entries(connection)
