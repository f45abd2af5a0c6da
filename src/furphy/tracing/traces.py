"""What documents say outright of where they come from: addresses and names of others in them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from furphy.tracing.traced import Traced

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


SILENT = Traces()
"""What most documents say of others."""


def traces_of(
    documents: Sequence[Traced],
    addresses: Sequence[Sequence[str]],
    named: Sequence[frozenset[str]],
) -> list[Traces]:
    """Return for each document what it says of the others.

    ``addresses`` are those that stand in its text (:func:`addresses_of`), ``named`` those of
    :func:`outlet_names` that do.
    """
    found = [SILENT] * len(documents)
    telling = [
        number
        for number, (each, stands, names) in enumerate(
            zip(documents, addresses, named, strict=True)
        )
        if stands or names or each.forwarded or each.referred
    ]
    told = [each for number in telling for each in _told(documents[number], addresses[number])]
    wanted = {*map(_bare, told)}
    directory = _Directory(outlets=_outlets(documents))
    for number, each in enumerate(documents):
        if each.url and (address := _bare(each.url)) in wanted:
            directory.addresses[address].append(number)
    for number in telling:
        each = documents[number]
        if addresses[number] or each.forwarded or each.referred:
            found[number] = _traces(number, each, (addresses[number], named[number]), directory)
        else:
            found[number] = _naming(named[number], each.outlet)
    return found


@lru_cache(maxsize=10_000)
def _naming(names: frozenset[str], outlet: str | None) -> Traces:
    """Return what a document of an outlet says that does nothing but name some."""
    return Traces(named=names - {outlet} if outlet in names else names)


def _told(document: Traced, addresses: Sequence[str]) -> tuple[str, ...]:
    return (*document.forwarded, *document.referred, *addresses)


def outlet_names(documents: Sequence[Traced]) -> list[str]:
    """Return what outlets are called; of several writings of a name, as the latest has it."""
    return sorted(set(_outlets(documents).values()))


def _outlets(documents: Sequence[Traced]) -> dict[str, str]:
    last = dict.fromkeys(each.outlet for each in reversed(documents) if each.outlet)
    return {each.casefold(): each for each in reversed(last)}


def _traces(
    number: int,
    document: Traced,
    stands: tuple[Sequence[str], frozenset[str]],
    directory: _Directory,
) -> Traces:
    addresses, names = stands
    forwarded, linked, named = set[int](), set[int](), set(names)
    told = [(each, forwarded) for each in document.forwarded]
    told += [(each, linked) for each in document.referred]
    told += [(each, linked) for each in addresses]
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


def addresses_of(text: str) -> Iterator[str]:
    """Yield the addresses that stand in a text."""
    for match in _ADDRESS.finditer(text):
        yield match[0].rstrip(_EDGES)


@lru_cache(maxsize=200_000)
def _bare(address: str) -> str:
    """Return an address without what may differ between two writings of it."""
    return _SCHEME.sub("", address.strip()).rstrip("/").casefold()
