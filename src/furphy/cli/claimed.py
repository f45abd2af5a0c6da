"""Claims of a casebook, for people and for programs."""

from collections.abc import Iterable, Iterator

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
    Column("rejected", Holds.JSON),
    Column("origins", Holds.JSON),
    Column("documents", Holds.WHOLE),
    Column("outlets", Holds.WHOLE),
    Column("first_seen", Holds.TEXT),
    Column("status", Holds.TEXT),
    Column("recycled", Holds.JSON),
    Column("contradictions", Holds.JSON),
)
_ID_SHOWN, _TEXT_SHOWN = 8, 200


def claims(where: str, to: To, *, all_of_them: bool, as_read: bool = False, jobs: int = 1) -> Exit:
    """Write the claims of a casebook, as people have them; ``as_read`` as they were read."""
    found = _claims(where, jobs, all_of_them=all_of_them, as_read=as_read)
    return hand_out(found, Sort(_CLAIM, dict, _claim), to)


def _claims(where: str, jobs: int, *, all_of_them: bool, as_read: bool) -> Iterator[Record]:
    found = claiming.claims(where, all_of_them=all_of_them, jobs=jobs, as_judged=not as_read)
    for each in found.accounts:
        yield claim_record(each, found.trace.readings, found.said)


def _claim(given: Record) -> Iterator[Text]:
    text = given["text"]
    shown = text if len(text) <= _TEXT_SHOWN else f"{text[:_TEXT_SHOWN].rstrip()} …"
    yield Text.assemble(plain(given["id"][:_ID_SHOWN], "dim"), "  ", plain(shown, "bold"))
    yield Text.assemble("          ", joined(*_told(given)))
    for told, some in (("judged", given["assertions"]), ("left out", given["rejected"] or ())):
        if whose := _whose(some):
            yield Text.assemble("          ", plain(told, "yellow"), " by ", plain(whose))
    for each in given["contradictions"]:
        other = f"{each['kind']}: {each['detail']}  ({each['other']['claim'][:_ID_SHOWN]})"
        yield Text.assemble("          ", plain("contradicted", "yellow"), " in ", plain(other))


def _whose(assertions: Iterable[Record]) -> str:
    """Return how many assertions people say something of, and who does."""
    judged = [each["judged"] for each in assertions if each.get("judged")]
    found = {one["by"]: None for some in judged for each in some for one in each["judgements"]}
    return f"{', '.join(found)} ({count(len(judged), 'assertion')})" if judged else ""


def _told(given: Record) -> Iterator[str | None]:
    origins = given["origins"]
    low, best, high = origins["low"], origins["best"], origins["high"]
    yield count(best, "origin") + (f" ({low} to {high})" if low < high else "")
    yield count(given["outlets"], "outlet")
    yield count(given["documents"], "document")
    yield given["first_seen"] and f"since {given['first_seen']}"
    yield given["status"]
    yield "back after a silence" if given["recycled"] else None
