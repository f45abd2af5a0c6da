"""What documents say outright of where they come from: addresses and names of others in them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from furphy.tracing.traced import Traced
from furphy.tracing.words import Words, words_of

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»（）()]+", re.IGNORECASE)
_EDGES = ".,;:!?'’)]}。，；"
_SCHEME = re.compile(r"^https?://(?:www\.|m\.)?|^www\.", re.IGNORECASE)
_MOST = 50
"""Documents of one address that are told of; more say that it is no document's own."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What one document says of others; documents go by their place."""

    forwarded: frozenset[int] = frozenset()
    """It says that it passes them on."""
    linked: frozenset[int] = frozenset()
    """It gives their address."""
    named: frozenset[str] = frozenset()
    """Outlets of others that it names, as they are called there."""


@dataclass(slots=True)
class _Directory:
    """Whom an address or a name stands for."""

    addresses: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    outlets: dict[str, str] = field(default_factory=dict)


def traces_of(documents: Sequence[Traced], words: Sequence[Words]) -> list[Traces]:
    """Return for each document what it says of the others."""
    directory = _Directory()
    for number, each in enumerate(documents):
        if each.url:
            directory.addresses[_bare(each.url)].append(number)
        if each.outlet:
            directory.outlets[each.outlet.casefold()] = each.outlet
    names = _Names(sorted(set(directory.outlets.values())))
    return [
        _traces(number, each, names.in_words(words[number]), directory)
        for number, each in enumerate(documents)
    ]


def _traces(number: int, document: Traced, named: set[str], directory: _Directory) -> Traces:
    forwarded, linked = set[int](), set[int]()
    told = [(each, forwarded) for each in document.forwarded]
    told += [(each, linked) for each in document.referred]
    told += [(each, linked) for each in _addresses(document.text)]
    for target, to in told:
        to.update(directory.addresses.get(_bare(target), [])[:_MOST])
        if outlet := directory.outlets.get(target.casefold()):
            named.add(outlet)
    if document.outlet:
        named.discard(document.outlet)
    return Traces(
        frozenset(forwarded - {number}),
        frozenset(linked - forwarded - {number}),
        frozenset(named),
    )


def _addresses(text: str) -> Iterator[str]:
    for match in _ADDRESS.finditer(text):
        yield match[0].rstrip(_EDGES)


def _bare(address: str) -> str:
    """Return an address without what may differ between two writings of it."""
    return _SCHEME.sub("", address.strip()).rstrip("/").casefold()


class _Names:
    """Names of outlets, found by their words."""

    def __init__(self, names: Sequence[str]) -> None:
        self._by_first: dict[int, list[tuple[tuple[int, ...], str]]] = defaultdict(list)
        for name, words in zip(names, words_of(names), strict=True):
            if len(words):
                row = tuple(words.hashes.tolist())
                self._by_first[row[0]].append((row, name))
        self._first = np.array(sorted(self._by_first), np.uint64)

    def in_words(self, words: Words) -> set[str]:
        """Return the names that stand in a text; one word must begin with a capital to be one."""
        found = set[str]()
        for at in np.flatnonzero(np.isin(words.hashes, self._first)).tolist():
            for row, name in self._by_first[int(words.hashes[at])]:
                here = words.hashes[at : at + len(row)].tolist()
                if tuple(here) == row and (len(row) > 1 or words.telling[at]):
                    found.add(name)
        return found
