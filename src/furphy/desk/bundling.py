"""Put a claim into a bundle with all that it rests on, for a stranger to check."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

import furphy
from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import entries
from furphy.casebook.judgements import Judgement, judgements
from furphy.casebook.originals import Original, originals
from furphy.casebook.relation import RELATION, Relation, folded_name, relations
from furphy.casebook.source_ids import source_id
from furphy.desk import bundled
from furphy.desk.claiming import Told, claim
from furphy.desk.exporting import enter
from furphy.desk.put_forward import ids_of, stand_ins
from furphy.desk.rebuilding import Kept, rebuild
from furphy.errors import InputError
from furphy.export import bag
from furphy.export.claims import trace_text
from furphy.model.account import Account
from furphy.model.attribution import SourceKind
from furphy.model.reading import Reading


def unheard(_told: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """What was put into a bundle."""

    claim: str
    documents: int
    judgements: int


@dataclass(frozen=True, slots=True)
class _Share:
    """What of a casebook bears on a claim."""

    originals: tuple[Original, ...]
    judgements: tuple[Judgement, ...]
    relations: tuple[Relation, ...]
    journal: tuple[dict[str, Json], ...]


def bundle(where: str, name: str, path: Path, warn: Callable[[str], None] = unheard) -> Bundled:
    """Write a claim with all that it rests on into a bundle.

    It is entered into the journal; ``warn`` is told where that cannot be written. Raises
    :class:`furphy.errors.InputError` where there is no such claim, the bytes of a document were not
    kept, or a document reads otherwise now than it did.
    """
    told = claim(where, name)
    account = told.accounts[0]
    with Casebook.open(where) as book:
        with book.reading() as connection:
            share = _share(connection, told, account)
        payload, here = _payload(told, account, share)
        info = (
            ("Bag-Software-Agent", f"furphy {furphy.__version__}"),
            ("External-Identifier", f"urn:furphy:claim:{account.id}"),
            ("External-Description", account.text[:200]),
        )
        bag.write(payload, info, path)
        settings: dict[str, Json] = {
            "format": "bundle",
            "claim": account.id,
            "claim_in_bundle": here.id,
            "documents": len(share.originals),
        }
        enter(book, settings, warn)
    return Bundled(account.id, len(share.originals), len(share.judgements))


def documents_of(account: Account) -> list[int]:
    """Return the documents that a claim's bundle holds, by their places among those traced."""
    against = {each.other.document for each in account.counterclaims}
    return sorted({*account.documents, *account.behind.through, *against})


def _share(connection: Connection, told: Told, account: Account) -> _Share:
    readings = [told.trace.readings[each] for each in documents_of(account)]
    found = tuple(
        originals(connection, ((each.document.id, each.document.key) for each in readings))
    )
    for each in found:
        if each.data is None:
            raise InputError(f"{each.key}: its bytes were not kept, so that nobody can check them")
    names = {name for each in readings for name in _names(each)}
    subjects = {subject for each in readings for subject in _subjects(each)}
    editions = {each.edition for each in found}
    read = {each.reading_id for each in found if each.reading_id is not None}
    given = tuple(judgements(connection, sorted(subjects | editions | read)))
    stated = tuple(_bearing(names, [*relations(connection)]))
    vouched = {each.id for each in found} | {each.id for each in given} | read
    return _Share(found, given, stated, tuple(_journal(connection, vouched)))


def _names(reading: Reading) -> Iterator[str]:
    document = reading.document
    yield from filter(None, (document.outlet, document.author))
    yield from (each.name for each in reading.sources)


def _subjects(reading: Reading) -> Iterator[str]:
    """Yield the ids of what people may have judged of a document."""
    yield reading.document.id
    yield from ids_of(reading)
    yield from (name for name, _ in stand_ins(reading))
    if reading.document.outlet:
        yield source_id(SourceKind.OUTLET.value, reading.document.outlet)
    yield from (source_id(each.kind.value, each.name) for each in reading.sources)


def _bearing(names: Iterable[str], stated: Sequence[Relation]) -> Iterator[Relation]:
    """Yield what was stated of some sources, and of those that they lead to."""
    reached = {folded_name(each) for each in names}
    ahead = True
    while ahead:
        ends = [{folded_name(each.one), folded_name(each.other)} for each in stated]
        more = {name for pair in ends if pair & reached for name in pair} - reached
        reached |= more
        ahead = bool(more)
    yield from (each for each in stated if folded_name(each.one) in reached)


def _journal(connection: Connection, vouched: set[str]) -> Iterator[dict[str, Json]]:
    """Yield the entries that vouch for something in full, of those between how they are linked.

    What was done after the last of them, making bundles above all, is left out.
    """
    between: list[dict[str, Json]] = []
    for each in entries(connection):
        covers = each.covered()
        ids = {row.id for rows in covers.values() for row in rows}
        if ids & vouched or RELATION.name in covers:
            yield from between
            yield asdict(each)
            between = []
        else:
            between.append({"number": each.number, "id": each.id, "previous": each.previous})


def _payload(told: Told, account: Account, share: _Share) -> tuple[dict[str, bytes], Account]:
    with TemporaryDirectory(prefix="furphy-bundle-") as room:
        again = f"{room}/case.furphy"
        kept = [
            Kept(each.key, each.context, each.data or b"", each.reading is not None)
            for each in share.originals
        ]
        rebuild(again, kept, share.judgements, share.relations)
        _hold(again, share.originals)
        here = claim(again, account.variants[account.centre].id)
        mine = here.accounts[0]
        traced = trace_text(mine, here.trace.documents, here.trace.readings)
    texts = {
        bundled.TRACE: traced,
        bundled.AS_SHOWN: trace_text(account, told.trace.documents, told.trace.readings),
    }
    about = _about(account, mine, share)
    files = {name: f"{text}\n".encode("utf-8", "replace") for name, text in texts.items()}
    files |= {
        bundled.ABOUT: json.dumps(about, ensure_ascii=False, indent=1).encode("utf-8", "replace"),
        bundled.README: bundled.TOLD.encode(),
        bundled.READINGS: b"".join(
            f"{each.reading}\n".encode() for each in share.originals if each.reading is not None
        ),
        bundled.JUDGEMENTS: bundled.lines(map(bundled.judgement_told, share.judgements)),
        bundled.RELATIONS: bundled.lines(map(bundled.relation_told, share.relations)),
        bundled.JOURNAL: bundled.lines(share.journal),
    }
    for each in share.originals:
        files[_original(each)] = each.data or b""
    return files, mine


def _hold(again: str, found: Sequence[Original]) -> None:
    """Raise an error where a document reads otherwise now."""
    with Casebook.open(again) as book, book.reading() as connection:
        fresh = originals(connection, ((each.id, each.key) for each in found))
        read = {(each.id, each.key, each.edition): each.reading for each in fresh}
    for each in found:
        if read.get((each.id, each.key, each.edition)) != each.reading:
            raise InputError(
                f"{each.key} reads otherwise now than when it was added;"
                " read it again first: furphy add CASE --again"
            )


def _about(account: Account, here: Account, share: _Share) -> dict[str, Json]:
    last = share.journal[-1] if share.journal else {"number": 0, "id": None}
    return {
        "schema": f"furphy/bundle/{bundled.SCHEMA}",
        "claim": here.id,
        "claim_as_shown": account.id,
        "assertion": account.variants[account.centre].id,
        "text": account.text,
        "made_by": bundled.made_by(),
        "journal": {"entries": last["number"], "head": last["id"]},
        "documents": [
            {
                "id": each.id,
                "key": each.key,
                "context": each.context,
                "edition": each.edition,
                "original": _original(each),
                "reading": each.reading_id,
            }
            for each in share.originals
        ],
    }


def _original(each: Original) -> str:
    return f"{bundled.ORIGINALS}{each.id.removeprefix('sha256:')}"
