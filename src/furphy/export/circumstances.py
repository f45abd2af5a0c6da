"""The part of a terminal's report that tells where, when, how many, and who is the same who."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from furphy.export.amounts import Amount, amounts
from furphy.export.maps.frame import km
from furphy.export.moments import Moment, moments
from furphy.export.visible import on_one_line
from furphy.export.whereabouts import Located, Unlocated, located, lying, unlocated
from furphy.export.whoiswho import Known, known
from furphy.export.wording import sureness
from furphy.model.place import Candidate
from furphy.model.reading import Reading

MOST = 12
"""Longer lists are cut in the report; the other formats have them whole."""

_COLOURS = {"sure": "green", "likely": "cyan", "unsure": "yellow"}


def circumstances(reading: Reading) -> Iterator[RenderableType]:
    """Yield the lists of a reading that have anything in them, each below its heading."""
    places, nowhere = located(reading), unlocated(reading)
    if places or nowhere:
        yield from _listed("WHERE", [_place(each) for each in places])
        yield from _nowhere(nowhere)
    yield from _listed("WHEN", [_moment(each) for each in moments(reading)])
    yield from _listed("HOW MANY", [_amount(each) for each in amounts(reading)])
    yield from _listed("WHO IS WHO", [_known(each) for each in known(reading)])


def _listed(heading: str, rows: Sequence[tuple[Text, Text]]) -> Iterator[RenderableType]:
    if not rows and heading != "WHERE":
        return
    yield Text(f"\n{heading}", style="bold")
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(ratio=2, overflow="fold")
    table.add_column(ratio=4, overflow="fold")
    for row in rows[:MOST]:
        table.add_row(*row)
    if rows:
        yield Padding(table, (0, 0, 0, 2))
    if len(rows) > MOST:
        yield Text(f"  … and {len(rows) - MOST} more", style="dim")


def _place(place: Located) -> tuple[Text, Text]:
    other = [each for each in place.written if each.casefold() != place.name.casefold()]
    name = Text(f"{' / '.join(other)} → " if other else "").append(place.name, style="bold")
    reach = km(place.place.radius_km, place.place.radius_km)
    told = Text(f"{place.lies} · {place.place.lat:.3f}, {place.place.lon:.3f} ± {reach}")
    sure = sureness(place.score)
    if sure:
        told.append(f" · {sure}", style=_COLOURS[sure])
    if place.grounds:
        told.append(f"\n{on_one_line(place.grounds[0].text)}", style="italic dim")
    return name, told


def _nowhere(names: Sequence[Unlocated]) -> Iterator[RenderableType]:
    for name in names[:MOST]:
        line = Text("  not found: ", style="dim").append(name.written, style="bold not dim")
        if name.others:
            nearest = "; ".join(map(_candidate, name.others))
            line.append(f" (nearest: {nearest})")
        yield line
    if len(names) > MOST:
        yield Text(f"  … and {len(names) - MOST} more not found", style="dim")


def _candidate(candidate: Candidate) -> str:
    return ", ".join((on_one_line(candidate.place.name), *lying(candidate.place)))


def _moment(moment: Moment) -> tuple[Text, Text]:
    when = Text(moment.told) if moment.told else Text(moment.value or "unknown", style="dim")
    return when, Text(_quoted(moment.written))


def _amount(amount: Amount) -> tuple[Text, Text]:
    told = Text(amount.told) if amount.told else Text("number unknown", style="dim")
    if amount.casualty:
        told.append(f" {amount.casualty}", style="bold")
    return told, Text(" ".join(filter(None, (_quoted(amount.written), amount.of))))


def _known(one: Known) -> tuple[Text, Text]:
    name = Text(one.name, style="bold").append(f" ({one.about})", style="not bold dim")
    forms = (
        f"“{each.text}”" + (f" ×{each.number}" if each.number > 1 else "") for each in one.forms
    )
    return name, Text(", ".join(forms))


def _quoted(written: Sequence[str]) -> str:
    return ", ".join(f"“{each}”" for each in written)
