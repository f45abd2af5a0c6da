"""What one document alone tells, as few bytes: there are many more such claims than others.

Documents and derivations are kept once for all of them, and stand here by their numbers.
"""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from furphy.export.dossier.material import Material, Named
from furphy.export.dossier.packing import bare, frozen, shown, thawed
from furphy.model.account import Account, Merge
from furphy.model.derivation import Derivation
from furphy.model.reading import Reading
from furphy.tracing.traced import Traced

Ends: TypeAlias = tuple[int, int]
"""By which a derivation is found: the documents at its ends."""

Shown: TypeAlias = tuple[Traced, Reading]
"""What is kept of a document, without its text."""

_USUAL = (
    b'{"account": {"id": "", "centre": 0, "variants": [{"id": "", "document": , "assertion": , '
    b'"span": {"start": , "end": }, "text": "", "informant": null, "informant": {"name": "", '
    b'"kind": "organization", "kind": "person", "sounds": [""], "is_described": false}, '
    b'"chain": [""], "commitment": "UU", "commitment": "CT+", "denies": false}], '
    b'"documents": [], "outlets": [""], "first_seen": "2024-01-01T00:00:00Z", "behind": '
    b'{"count": {"low": 1, "best": 1, "high": 1}, "roots": [{"document": , "informants": [], '
    b'"documents": [], "grounds": ["only", "made-from-none"]}], "merges": [], "links": [], '
    b'"through": [], "changing": []}, "timeline": {"events": [], "status": null, '
    b'"recycled": []}, "counterclaims": [], "kindred": [{"claim": "", "text": "", "score": 0., '
    b'"documents": 1, "assertion": "", "same": "proposed"}], "because": [], "verdicts": [], '
    b'"grades": []}, "places": [], "links": [], "changing": []}'
)
"""What nearly all of them have in common, so that it need not stand in each."""


def packed(material: Material) -> bytes:
    """Return a claim without its documents and derivations as bytes."""
    account = material.account
    behind = account.behind
    whole = {
        "account": frozen(replace(account, behind=replace(behind, links=(), changing=()))),
        "places": [frozen(each) for each in material.places],
        "links": [_ends(each) for each in behind.links],
        "changing": [
            _ends(each) if isinstance(each, Derivation) else frozen(each)
            for each in behind.changing
        ],
    }
    packer = zlib.compressobj(zdict=_USUAL)
    text = json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return packer.compress(text) + packer.flush()


def unpacked(
    data: bytes, links: Callable[[Sequence[Ends]], Mapping[Ends, Derivation]]
) -> tuple[Account, tuple[Named, ...]]:
    """Return a claim and its places; ``links`` is asked for the derivations."""
    text = zlib.decompressobj(zdict=_USUAL).decompress(data).decode("utf-8", "surrogatepass")
    whole: dict[str, Any] = json.loads(text)
    asked = [
        tuple(each) for each in (*whole["links"], *whole["changing"]) if isinstance(each, list)
    ]
    found = links([(int(one), int(other)) for one, other in dict.fromkeys(asked)])
    account: Account = thawed(Account, whole["account"])
    behind = replace(
        account.behind,
        links=tuple(found[tuple(each)] for each in whole["links"]),
        changing=tuple(
            found[tuple(each)] if isinstance(each, list) else thawed(Merge, each)
            for each in whole["changing"]
        ),
    )
    places = tuple(thawed(Named, each) for each in whole["places"])
    return replace(account, behind=behind), places


def packed_document(document: Traced, reading: Reading) -> bytes:
    """Return what a dossier shows of a document, without its text, as bytes."""
    return _bytes([frozen(replace(document, text="")), frozen(bare(reading, with_text=False))])


def unpacked_document(data: bytes) -> Shown:
    """Return what :func:`packed_document` packed."""
    document, reading = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return thawed(Traced, document), thawed(Reading, reading)


def packed_link(link: Derivation) -> bytes:
    """Return a derivation as bytes."""
    return _bytes(frozen(link))


def unpacked_link(data: bytes) -> Derivation:
    """Return what :func:`packed_link` packed."""
    found: Derivation = thawed(Derivation, json.loads(zlib.decompress(data)))
    return found


def material(
    account: Account,
    places: tuple[Named, ...],
    documents: Callable[[Sequence[int]], Mapping[int, tuple[Traced, Reading]]],
) -> Material:
    """Return the material of a dossier; ``documents`` is asked for those that it shows."""
    found = documents(shown(account))
    return Material(
        account,
        {number: each for number, (each, _) in found.items()},
        {number: each for number, (_, each) in found.items()},
        places,
    )


def _ends(link: Derivation) -> list[int]:
    return [link.source, link.target]


def _bytes(value: object) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))
