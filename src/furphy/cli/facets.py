"""What a search finds, counted, for people and for programs."""

from collections.abc import Callable, Iterator

import click
from rich.text import Text

from furphy.cli.exit import Exit
from furphy.cli.rows import Sort, To, hand_out, plain, tell
from furphy.desk.faceting import MOST, SHOWN, FacetRow, counted, rows
from furphy.desk.searching import Wish
from furphy.export.moments import stretch
from furphy.export.records import columns_of, record

_HEADS = {
    "all": "Assertions found",
    "holder": "Innermost source",
    "outlet": "Outlet",
    "value": "How firmly",
    "kind": "Kind",
    "language": "Language",
    "place": "Place",
    "published": "Published",
    "time": "Tells of",
}


def facets(where: str, wish: Wish, to: To) -> Exit:
    """Write how many of the assertions that are wished have each value."""
    if "assertions" not in wish.over:
        raise click.UsageError("--facets counts assertions; leave out --in documents")
    sort = Sort(columns_of(FacetRow), record, _told())
    return hand_out(_counted(where, wish), sort, to)


def _counted(where: str, wish: Wish) -> Iterator[FacetRow]:
    found = counted(where, wish, tell, wish.limit or SHOWN)
    if not found.is_all:
        tell(f"there are more; counts are of the first {MOST:,} assertions found")
    yield from rows(found)


def _told() -> Callable[[FacetRow], Iterator[Text]]:
    headed = set[str]()

    def told(row: FacetRow) -> Iterator[Text]:
        head = _HEADS[row.facet]
        if row.facet == "all":
            yield Text.assemble((head, "bold"), f"  {row.count:,}")
            return
        if row.facet not in headed:
            headed.add(row.facet)
            yield Text("")
            yield Text(head, "bold")
        if row.start is not None and row.end is not None:
            yield _line(row.count, plain(stretch(row.start, row.end)))
        elif row.value is not None:
            yield _line(row.count, _named(row))
        elif row.count:
            yield _line(row.count, Text("none, or not known", "dim"))
        if row.more:
            yield Text(f"{'':9}  and {row.more:,} more", "dim")

    return told


def _line(count: int, words: Text) -> Text:
    return Text.assemble(f"{count:9,}  ", words)


def _named(row: FacetRow) -> Text:
    if row.lat is None or row.lon is None:
        return plain(row.value)
    where = f"{row.value}, {row.lat:.3f},{row.lon:.3f}"
    return Text.assemble(plain(row.name or row.value), "  ", plain(where, "dim"))
