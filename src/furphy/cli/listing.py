"""Sources and failures of a casebook, for people and for programs."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from furphy.cli.exit import Exit
from furphy.cli.rows import Sort, To, hand_out, joined, plain
from furphy.desk.listing import NAMED, Missed, SourceAcross, listed_failures, listed_sources
from furphy.export.records import columns_of, record
from furphy.model.attribution import SourceKind


def sources(where: str, to: To, kinds: Sequence[SourceKind] = ()) -> Exit:
    """Write the sources of some kinds, or of all that have names, those of most documents first."""
    sort = Sort(columns_of(SourceAcross), record, _source)
    return hand_out(listed_sources(where, kinds or NAMED), sort, to)


def failures(where: str, to: To) -> Exit:
    """Write what is not in a casebook, or not read, and why."""
    return hand_out(listed_failures(where), Sort(columns_of(Missed), record, _failure), to)


def _source(source: SourceAcross) -> Iterator[Text]:
    first, last = (each and each[:10] for each in (source.first_seen, source.last_seen))
    seen = first if first == last else f"{first or '?'} to {last or '?'}"
    counts = f"documents: {source.documents}, assertions: {source.assertions}"
    told = joined(source.kind, counts, seen if source.first_seen else None)
    yield Text.assemble(plain(source.name, "bold"), "  ", told)
    if len(source.spellings) > 1:
        yield Text.assemble("     also written ", joined(*source.spellings[1:]))
    for grade in source.grades:
        disputed = "  (disputed)" if grade.is_disputed else ""
        why = f"{grade.by} on {grade.at[:10]}: {grade.because}{disputed}"
        yield Text.assemble(
            "     graded ", plain(grade.value.value, "bold"), "  ", plain(why, "dim")
        )
    for said, edges in (
        ("is also", source.aliases),
        ("is owned by", source.owners),
        ("owns", source.owns),
    ):
        for edge in edges:
            why = f"{edge.weight:g}, {edge.by} on {edge.at[:10]}: {edge.because}"
            yield Text.assemble(f"     {said} ", plain(edge.name), "  ", plain(why, "dim"))


def _failure(missed: Missed) -> Iterator[Text]:
    name = missed.key if missed.key.startswith(missed.input) else f"{missed.input}: {missed.key}"
    yield Text.assemble(plain(name, "bold"), "  ", plain(missed.reason))
