"""What a dossier is made of as bytes, to be kept until somebody wants to see it.

Kept is what a dossier shows and no more: of a casebook of any size the documents of one claim,
and of a text only what contradicts another. It is JSON, not a pickle: reading it runs nothing.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from furphy.export.dossier.material import Material, Named
from furphy.model.account import Account
from furphy.model.derivation import Derivation
from furphy.model.reading import Reading
from furphy.tracing.traced import Traced


def packed(material: Material) -> bytes:
    """Return the material of a dossier as bytes."""
    account = material.account
    told = opposed(account)
    whole = {
        "account": frozen(account),
        "places": [frozen(each) for each in material.places],
        "documents": {
            str(each): [
                frozen(replace(material.documents[each], text="")),
                frozen(bare(material.readings[each], with_text=each in told)),
            ]
            for each in shown(account)
        },
    }
    return zlib.compress(json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def unpacked(data: bytes) -> Material:
    """Return the material that was packed; raises :class:`ValueError` where that is none."""
    try:
        whole = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        given = {int(number): each for number, each in whole["documents"].items()}
        return Material(
            thawed(Account, whole["account"]),
            {number: thawed(Traced, each[0]) for number, each in given.items()},
            {number: thawed(Reading, each[1]) for number, each in given.items()},
            tuple(thawed(Named, each) for each in whole["places"]),
        )
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(f"no material of a dossier: {error}") from error


def opposed(account: Account) -> set[int]:
    """Return the numbers of the documents of which a dossier quotes the text."""
    told = {each.other.document for each in account.counterclaims}
    return told | {account.variants[each.own].document for each in account.counterclaims}


def shown(account: Account) -> list[int]:
    """Return the numbers of the documents that a dossier shows."""
    return sorted({*_used(account), *opposed(account)})


def _used(account: Account) -> Iterator[int]:
    """Yield the numbers of the documents that a dossier names."""
    behind = account.behind
    yield from (*account.documents, *behind.through)
    for root in behind.roots:
        yield from (root.document, *root.documents)
    for link in (*behind.links, *behind.changing, *behind.merges):
        yield from (
            (link.source, link.target) if isinstance(link, Derivation) else (link.one, link.other)
        )
    yield from (each.document for each in account.timeline.events)
    yield from (each.document for each in account.rejected)
    for again in account.timeline.recycled:
        yield from (again.document, again.after)


def bare(reading: Reading, *, with_text: bool) -> Reading:
    """Return a reading with what a dossier shows of it: whose document it is of."""
    document = reading.document
    text = document.text if with_text else ""
    rest = replace(document, text=text, segments=(), derived_from=(), notes=())
    return Reading(rest, reading.made_by)


# Frozen values as JSON and back ------------------------------------------------------------------


def frozen(value: object) -> Any:  # noqa: ANN401 - whatever JSON may hold
    """Return a frozen value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {each.name: frozen(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [frozen(each) for each in value]
    return value


def thawed(kind: Any, value: Any) -> Any:  # noqa: ANN401 - whatever the annotation says
    """Return JSON as a value of the type that it was made of."""
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _one_of(get_args(kind), value)
    if origin is tuple:
        inner = get_args(kind)
        many = len(inner) > 1 and inner[1] is not Ellipsis
        kinds = inner if many else (inner[0],) * len(value)
        return tuple(thawed(each, one) for each, one in zip(kinds, value, strict=True))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if isinstance(kind, type) and is_dataclass(kind):
        known = _hints(kind)
        return kind(**{name: thawed(known[name], each) for name, each in value.items()})
    return value


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401 - as above
    if value is None and NoneType in kinds:
        return None
    some = [each for each in kinds if each is not NoneType]
    if isinstance(value, Mapping):
        # Frozen types are told apart by the names of what they hold.
        some = [each for each in some if _hints(each).keys() == value.keys()]
    elif isinstance(value, str):
        some = [each for each in some if not issubclass(each, Enum) or value in [*each]]
    return thawed(some[0], value)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
