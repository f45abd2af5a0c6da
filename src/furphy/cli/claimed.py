"""Claims of a casebook, for people and for programs."""

from collections.abc import Iterator

from rich.text import Text

from furphy.cli.exit import Exit
from furphy.cli.rows import Sort, To, hand_out, joined, plain
from furphy.desk import claiming
from furphy.export.claims import claim_record
from furphy.export.records import Column, Holds, Record
from furphy.export.wording import count

_CLAIM = (
    Column("id", Holds.TEXT),
    Column("text", Holds.TEXT),
    Column("assertions", Holds.JSON),
    Column("origins", Holds.JSON),
    Column("documents", Holds.WHOLE),
    Column("outlets", Holds.WHOLE),
    Column("first_seen", Holds.TEXT),
    Column("status", Holds.TEXT),
    Column("recycled", Holds.JSON),
    Column("contradictions", Holds.JSON),
)
_ID_SHOWN, _TEXT_SHOWN = 8, 200


def claims(where: str, to: To, *, all_of_them: bool, jobs: int = 1) -> Exit:
    """Write the claims of a casebook."""
    found = _claims(where, jobs, all_of_them=all_of_them)
    return hand_out(found, Sort(_CLAIM, dict, _claim), to)


def _claims(where: str, jobs: int, *, all_of_them: bool) -> Iterator[Record]:
    found = claiming.claims(where, all_of_them=all_of_them, jobs=jobs)
    for each in found.accounts:
        yield claim_record(each, found.trace.readings)


def _claim(given: Record) -> Iterator[Text]:
    text = given["text"]
    shown = text if len(text) <= _TEXT_SHOWN else f"{text[:_TEXT_SHOWN].rstrip()} …"
    yield Text.assemble(plain(given["id"][:_ID_SHOWN], "dim"), "  ", plain(shown, "bold"))
    yield Text.assemble("          ", joined(*_told(given)))
    for each in given["contradictions"]:
        other = f"{each['kind']}: {each['detail']}  ({each['other']['claim'][:_ID_SHOWN]})"
        yield Text.assemble("          ", plain("contradicted", "yellow"), " in ", plain(other))


def _told(given: Record) -> Iterator[str | None]:
    origins = given["origins"]
    low, best, high = origins["low"], origins["best"], origins["high"]
    yield count(best, "origin") + (f" ({low} to {high})" if low < high else "")
    yield count(given["outlets"], "outlet")
    yield count(given["documents"], "document")
    yield given["first_seen"] and f"since {given['first_seen']}"
    yield given["status"]
    yield "back after a silence" if given["recycled"] else None
