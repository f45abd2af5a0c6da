"""What was traced, for people and for programs."""

from collections.abc import Iterator

from rich.text import Text

from furphy.cli.exit import Exit
from furphy.cli.rows import Sort, To, hand_out, joined, plain
from furphy.desk.tracing import trace
from furphy.export.records import Column, Holds, Record
from furphy.export.tracing import derivation_record, origin_records

_DERIVATION = (
    Column("from", Holds.TEXT),
    Column("to", Holds.TEXT),
    Column("kind", Holds.TEXT),
    Column("score", Holds.NUMBER),
    Column("direction", Holds.NUMBER),
    Column("this_source", Holds.NUMBER),
    Column("passages", Holds.JSON),
    Column("because", Holds.JSON),
)
_ORIGIN = (Column("document", Holds.TEXT), Column("origins", Holds.JSON))


def derivations(where: str, to: To, jobs: int = 1) -> Exit:
    """Write which document was made from which."""
    return hand_out(_derivations(where, jobs), Sort(_DERIVATION, dict, _derivation), to)


def origins(where: str, to: To, jobs: int = 1) -> Exit:
    """Write what each document goes back to."""
    return hand_out(_origins(where, jobs), Sort(_ORIGIN, dict, _origin), to)


def _derivations(where: str, jobs: int) -> Iterator[Record]:
    found = trace(where, jobs)
    yield from (derivation_record(each, found.heads) for each in found.taken())


def _origins(where: str, jobs: int) -> Iterator[Record]:
    found = trace(where, jobs)
    yield from origin_records(found.heads, found.stemma.likely)


def _derivation(given: Record) -> Iterator[Text]:
    told = joined(given["kind"], f"score {given['score']:.2f}", *given["because"])
    yield Text.assemble(plain(given["to"], "bold"), "  ← ", plain(given["from"]))
    yield Text.assemble("     ", told)


def _origin(given: Record) -> Iterator[Text]:
    own = given["origins"] == [given["document"]]
    from_ = plain("an origin", "green") if own else joined(*given["origins"])
    yield Text.assemble(plain(given["document"], "bold"), "  ", from_)
