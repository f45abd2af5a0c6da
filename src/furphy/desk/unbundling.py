"""Check a bundle as a stranger: its bytes, its journal, its documents read and traced again."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import furphy
from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import NOTHING_BEFORE, digest_of
from furphy.casebook.originals import originals
from furphy.desk import bundled
from furphy.desk.claiming import claim
from furphy.desk.rebuilding import Kept, rebuild
from furphy.errors import BundleTooNew, InputError, UnreadableDocument
from furphy.export.claims import trace_text
from furphy.ingest.bag import Bag, Fault

_ZIP = b"PK"
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What files of another making raise where they are taken for those of a bundle."""
_SCHEMA = re.compile(r"furphy/bundle/(\d+)")


@dataclass(slots=True)
class Checked:
    """What came of checking a bundle."""

    claim: str | None = None
    documents: int = 0
    judgements: int = 0
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What is to be known beside: other versions, above all."""


def is_bundle(where: str) -> bool:
    """Tell whether a file is a ZIP archive, which no casebook is."""
    try:
        with Path(where).open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def check(path: Path) -> Checked:
    """Check a bundle.

    Raises :class:`furphy.errors.InputError` where it cannot be opened, or where a newer furphy
    made it.
    """
    opened = Bag(path)
    try:
        found = Checked(faults=[*opened.faults()])
        if not found.faults:
            try:
                _check_content(opened, path, found)
            except _BROKEN as error:
                raise UnreadableDocument(f"{path}: no bundle of furphy: {error!r}") from error
        return found
    finally:
        opened.close()


def _check_content(opened: Bag, path: Path, found: Checked) -> None:
    about = json.loads(opened.read(f"data/{bundled.ABOUT}"))
    schema = _SCHEMA.fullmatch(str(about["schema"]))
    if schema is None:
        raise UnreadableDocument(f"{path}: no bundle of furphy")
    if int(schema[1]) > bundled.SCHEMA:
        raise BundleTooNew(
            f"{path} was made by furphy {about['made_by']['furphy']}, as a bundle of"
            f" schema {schema[1]}; this is furphy {furphy.__version__}, which knows schemas up to"
            f" {bundled.SCHEMA}: use a newer one"
        )
    found.claim, found.documents = str(about["claim"]), len(about["documents"])
    found.notes += _versions(about["made_by"])
    parts = _Parts(opened, about)
    found.judgements = len(parts.judgements)
    found.faults += _misnamed(parts)
    found.faults += _journal(parts)
    if not found.faults:  # What is known to be forged is not worth reading.
        found.faults += _made_again(parts, found.notes)


class _Parts:
    """What stands in a bundle."""

    def __init__(self, opened: Bag, about: Mapping[str, Any]) -> None:
        self.about = about
        self.documents: Sequence[Mapping[str, Any]] = about["documents"]
        self._opened = opened
        self.readings = self.read(bundled.READINGS).decode().split("\n")[:-1]
        told = bundled.objects(self.read(bundled.JUDGEMENTS))
        self.judgements = [bundled.judgement_of(each) for each in told]
        self.judgement_ids = [str(each["id"]) for each in told]
        told = bundled.objects(self.read(bundled.RELATIONS))
        self.relations = [bundled.relation_of(each) for each in told]

    def read(self, name: str) -> bytes:
        return self._opened.read(f"data/{name}")

    def reading_ids(self) -> dict[str, str]:
        """Return the lines of the readings by their ids, which are digests of them."""
        return {hashlib.sha256(each.encode()).hexdigest(): each for each in self.readings}


def _versions(made_by: Mapping[str, Any]) -> Iterator[str]:
    for name, here in bundled.made_by().items():
        if made_by.get(name) != here:
            there = made_by.get(name) or "none"
            yield f"the bundle was made with {name} {there}; here is {here or 'none'}"


def _journal(parts: _Parts) -> Iterator[Fault]:
    """Yield where the journal does not hold together, or does not vouch for what is here."""
    name = f"data/{bundled.JOURNAL}"
    told = bundled.objects(parts.read(bundled.JOURNAL))
    yield from (Fault(name, each) for each in _unlinked(told, parts.about["journal"]))
    full = [bundled.entry_of(each) for each in told if "covers" in each]
    vouched = {row.id for each in full for rows in each.covered().values() for row in rows}
    wanted = {each.id: "a judgement" for each in parts.judgements}
    for document in parts.documents:
        ids = filter(None, (document["id"], document["reading"]))
        wanted |= dict.fromkeys(ids, document["key"])
    for id_, what in wanted.items():
        if id_ not in vouched:
            yield Fault(name, f"no entry vouches for {id_} ({what})")


def _unlinked(told: Sequence[Mapping[str, Any]], end: Mapping[str, Any]) -> Iterator[str]:
    """Yield where entries are not linked to those before them, or are not what they were."""
    number, before = 0, NOTHING_BEFORE
    for each in told:
        at = f"entry {each['number']}"
        if each["number"] != number + 1 or each["previous"] != before:
            yield f"{at} does not follow the one before it"
        if "covers" in each and digest_of(entry := bundled.entry_of(each)) != entry.id:
            yield f"{at} was altered: its digest is {digest_of(entry)}"
        number, before = each["number"], each["id"]
    if number and (number, before) != (end["entries"], end["head"]):
        yield "does not end where the bundle says it does"


def _misnamed(parts: _Parts) -> Iterator[Fault]:
    """Yield documents that are not what their ids say, and readings that are not there."""
    ids = parts.reading_ids()
    for document in parts.documents:
        found = hashlib.sha256(parts.read(document["original"])).hexdigest()
        if document["id"] != f"sha256:{found}":
            yield Fault(f"data/{document['original']}", f"is not {document['id']}")
        if document["reading"] is not None and document["reading"] not in ids:
            yield Fault(f"data/{bundled.READINGS}", f"has not the reading of {document['key']}")
    for each, id_ in zip(parts.judgements, parts.judgement_ids, strict=True):
        if each.id != id_:
            yield Fault(f"data/{bundled.JUDGEMENTS}", f"what is told as {id_} is {each.id}")


def _made_again(parts: _Parts, notes: list[str]) -> Iterator[Fault]:
    """Read the documents again, trace the claim again, and yield what comes out otherwise."""
    with TemporaryDirectory(prefix="furphy-verify-") as room:
        where = f"{room}/case.furphy"
        kept = [
            Kept(
                each["key"],
                each["context"],
                parts.read(each["original"]),
                each["reading"] is not None,
            )
            for each in parts.documents
        ]
        rebuild(where, kept, parts.judgements, parts.relations)
        yield from _read_again(where, parts, notes)
        try:
            told = claim(where, str(parts.about["assertion"]))
        except InputError:
            yield Fault(f"data/{bundled.TRACE}", f"the claim is not found again{_why(notes)}")
            return
        text = trace_text(told.accounts[0], told.trace.documents, told.trace.readings)
    if f"{text}\n".encode("utf-8", "replace") != parts.read(bundled.TRACE):
        told_there = json.loads(parts.read(bundled.TRACE))
        differ = ", ".join(_differing(told_there, json.loads(text))) or "how it is written"
        what = f"the claim is traced otherwise, in {differ}{_why(notes)}"
        yield Fault(f"data/{bundled.TRACE}", what)


def _read_again(where: str, parts: _Parts, notes: list[str]) -> Iterator[Fault]:
    """Yield what reads otherwise; that only another version reads the same is a note."""
    with Casebook.open(where) as book, book.reading() as connection:
        wanted = ((str(each["id"]), str(each["key"])) for each in parts.documents)
        fresh = {
            (each.id, each.key, each.edition): each.reading
            for each in originals(connection, wanted)
        }
    lines = parts.reading_ids()
    for each in parts.documents:
        there = None if each["reading"] is None else lines.get(each["reading"])
        here = fresh.get((each["id"], each["key"], each["edition"]))
        if here == there:
            continue
        differ = ["all"]
        if here is not None and there is not None:
            differ = [*_differing(json.loads(there), json.loads(here))]
        if differ == ["made_by"]:
            notes.append(f"{each['key']} reads the same, by another version")
        else:
            what = f"{each['key']} reads otherwise, in {', '.join(differ)}{_why(notes)}"
            yield Fault(f"data/{bundled.READINGS}", what)


def _why(notes: Sequence[str]) -> str:
    return f" ({'; '.join(notes)})" if notes else ""


def _differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of members that are not the same."""
    yield from (name for name in dict.fromkeys((*one, *other)) if one.get(name) != other.get(name))
