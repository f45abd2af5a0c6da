"""Ids of assertions, made of where and what they are."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from furphy.casebook.packing import content_id


def assertion_ids(
    document: str, assertions: Iterable[tuple[Sequence[Sequence[int]], str]]
) -> Iterator[str]:
    """Yield the ids of the assertions of a reading, given their spans and words in order.

    An id is the same in every reading that finds an assertion there, whatever else it finds.
    """
    met = Counter[str]()
    for spans, text in assertions:
        found = content_id(document, json.dumps([[*each] for each in spans]), text)
        met[found] += 1
        # Two assertions may cover the same words; the second goes by an id of its own.
        yield found if met[found] == 1 else content_id(found, met[found])
