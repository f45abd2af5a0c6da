import json
from dataclasses import replace

import pytest
from stored import flooded, small

from furphy.casebook.filing import unnamed
from furphy.casebook.lines import lines, with_key
from furphy.export.json import line


@pytest.mark.parametrize(
    "key",
    ["a.txt", 'a "quoted" \\ key', "ключ", "line\u2028end\x85", '", "text": "x', "sha256:00"],
)
def test_a_line_under_a_key_is_what_was_read_under_it(key: str) -> None:
    reading = flooded()
    kept = line(replace(reading, document=unnamed(reading.document)))
    named = line(replace(reading, document=replace(reading.document, key=key)))
    assert with_key(kept, key) == named


def test_each_reading_in_use_has_a_line_by_id(where: str) -> None:
    with small(where) as book, book.reading() as connection:
        found = [json.loads(each) for each in lines(connection)]
    ids = [each["document"]["id"] for each in found]
    assert ids == sorted(ids)
    assert {each["document"]["key"] for each in found} == {"flood.html", "dry.html"}
    assert {each["made_by"]["version"] for each in found} >= {"1.2.4"}
