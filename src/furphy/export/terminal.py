"""A reading as a report for a terminal: who says what, through whom, how firmly.

Nothing is told by colour alone, and every word of the document goes through
:mod:`furphy.export.visible`, so that a hostile text cannot steer the terminal.
"""

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from furphy.export.circumstances import circumstances
from furphy.export.verdicts import of, told
from furphy.export.visible import on_one_line
from furphy.export.voices import Voice, VoiceKind, voices
from furphy.export.wording import (
    DERIVATION,
    FIRMNESS,
    MOST_CHECKS,
    NAMELESS,
    chain,
    count,
    stance,
    title,
    weakeners,
    when,
    words,
)
from furphy.model.assertion import Assertion, AssertionKind
from furphy.model.check import Check
from furphy.model.factuality import Commitment
from furphy.model.reading import Reading
from furphy.model.verdict import Verdict

MOST_OWN = 6
"""What a document says in its own voice is told in short; the other formats have all of it."""

LONGEST_QUOTE = 240
"""Longer passages are cut in the report, in code points; the other formats have them whole."""

_COLOURS = {
    Commitment.CERTAIN: "green",
    Commitment.PROBABLE: "cyan",
    Commitment.POSSIBLE: "yellow",
    Commitment.UNCOMMITTED: "bright_black",
    Commitment.POSSIBLY_NOT: "magenta",
    Commitment.PROBABLY_NOT: "magenta",
    Commitment.CERTAINLY_NOT: "red",
}

_HEADINGS = {
    VoiceKind.NAMED: "WHO SAYS WHAT",
    VoiceKind.UNNAMED: "SAID BY SOMEONE UNNAMED",
    VoiceKind.NOBODY: "SAID WITHOUT SAYING BY WHOM",
    VoiceKind.OWN: "IN THE DOCUMENT'S OWN VOICE",
}


def show(
    reading: Reading, checks: Sequence[Check], console: Console, verdicts: Sequence[Verdict] = ()
) -> None:
    """Print the report of one reading; ``verdicts`` are what people say of it."""
    for part in _report(reading, checks, verdicts):
        console.print(part, highlight=False, markup=False, emoji=False)


def _report(
    reading: Reading, checks: Sequence[Check], verdicts: Sequence[Verdict]
) -> Iterator[RenderableType]:
    yield from _header(reading)
    yield from _judged(reading, verdicts)
    yield from _first(reading, checks)
    shown = None
    for voice in voices(reading):
        if voice.kind is not shown:
            yield _heading(_HEADINGS[voice.kind])
            shown = voice.kind
        yield from _spoken(reading, voice)
    yield from _verification(reading)
    yield from circumstances(reading)
    yield from _notes(reading)
    yield Text()


def _header(reading: Reading) -> Iterator[RenderableType]:
    document = reading.document
    yield Text(title(document), style="bold")
    yield Text(" · ".join(_facts(reading)), style="dim")
    yield Text(_totals(reading))


def _facts(reading: Reading) -> Iterator[str]:
    document = reading.document
    if document.outlet:
        yield on_one_line(document.outlet)
    if document.author:
        yield on_one_line(document.author)
    if document.published:
        yield when(document.published)
    else:
        yield "no date found"
    yield f"language: {document.language or 'unknown'}"
    yield on_one_line(document.url or document.key)


def _totals(reading: Reading) -> str:
    speakers = voices(reading)
    said = {kind: [voice for voice in speakers if voice.kind is kind] for kind in VoiceKind}
    found = sum(len(voice.findings) for voice in speakers)
    own = sum(len(voice.findings) for voice in said[VoiceKind.OWN])
    return (
        f"{count(found, 'assertion')}, {found - own} of them attributed · "
        f"{count(len(said[VoiceKind.NAMED]), 'named source')}, "
        f"{len(said[VoiceKind.UNNAMED])} unnamed"
    )


def _judged(reading: Reading, verdicts: Sequence[Verdict]) -> Iterator[RenderableType]:
    if not verdicts:
        return
    yield _heading("JUDGED BY PEOPLE")
    table = _grid(firmness=True)
    for each in (verdict for verdict in verdicts if verdict.assertion is None):
        table.add_row(Text("the document"), Text(told(each), style="yellow"), "")
    for index, assertion in enumerate(reading.assertions):
        if judged := of(verdicts, index):
            row = Text(f"“{_quote(reading, assertion)}”\n")
            row.append("\n".join(f"→ {each}" for each in judged), style="yellow")
            table.add_row(_firmness(assertion), row, _place(reading, index))
    yield Padding(table, (0, 0, 0, 4))


def _first(reading: Reading, checks: Sequence[Check]) -> Iterator[RenderableType]:
    if not checks:
        return
    yield _heading("CHECK FIRST")
    table = _grid()
    for number, check in enumerate(checks[:MOST_CHECKS], 1):
        told = Text()
        if check.assertion is not None:
            assertion = reading.assertions[check.assertion]
            told.append(f"“{_quote(reading, assertion)}”\n")
        told.append("\n".join(f"→ {reason.text}" for reason in check.reasons), style="yellow")
        table.add_row(Text(f"{number}."), told, _place(reading, check.assertion))
    yield Padding(table, (0, 0, 0, 2))
    if len(checks) > MOST_CHECKS:
        yield Text(f"  … and {len(checks) - MOST_CHECKS} more", style="dim")


def _spoken(reading: Reading, voice: Voice) -> Iterator[RenderableType]:
    if voice.kind in {VoiceKind.NAMED, VoiceKind.UNNAMED}:
        yield _name(voice)
    most = MOST_OWN if voice.kind is VoiceKind.OWN else len(voice.findings)
    table = _grid(firmness=True)
    for index in voice.findings[:most]:
        assertion = reading.assertions[index]
        table.add_row(_firmness(assertion), _said(reading, assertion), _place(reading, index))
    if voice.findings:
        yield Padding(table, (0, 0, 0, 4))
    else:
        yield Text("    only passes on what others say", style="dim")
    if len(voice.findings) > most:
        yield Text(f"    … and {len(voice.findings) - most} more", style="dim")


def _name(voice: Voice) -> Text:
    name = Text("  ").append(voice.name, style="bold")
    if voice.source:
        details = [voice.source.kind.value]
        if voice.source.description:
            details.append(on_one_line(voice.source.description))
        name.append(f" ({', '.join(details)})", style="dim")
    return name


def _firmness(assertion: Assertion) -> Text:
    value = stance(assertion)
    if assertion.kind is AssertionKind.REPORT:
        label = FIRMNESS[value].words
    else:
        label = assertion.kind.value
    return Text(f"{FIRMNESS[value].sign} {label}", style=_COLOURS[value])


def _said(reading: Reading, assertion: Assertion) -> Text:
    said = Text(_quote(reading, assertion))
    speakers = chain(reading, assertion)
    if len(speakers) > 1:
        said.append(f"\nthrough {' → '.join(speakers[:-1])}", style="italic dim")
    hedges = weakeners(reading, assertion)
    if hedges:
        said.append(f"\nbecause of “{'”, “'.join(hedges)}”", style="italic dim")
    return said


def _verification(reading: Reading) -> Iterator[RenderableType]:
    stated = [
        (status, assertion, index)
        for index, assertion in enumerate(reading.assertions)
        for status in assertion.status
    ]
    if not stated:
        return
    yield _heading("WHAT THE DOCUMENT ITSELF SAYS ABOUT VERIFICATION")
    table = _grid(firmness=True)
    for status, assertion, index in stated:
        told = Text(f"“{words(reading, (status.span,))}”")
        told.append(f"\nof: {_quote(reading, assertion)}", style="italic dim")
        table.add_row(Text(status.value.value, style="bold"), told, _place(reading, index))
    yield Padding(table, (0, 0, 0, 4))


def _notes(reading: Reading) -> Iterator[RenderableType]:
    derived = dict.fromkeys(
        f"This text {DERIVATION[each.kind]} {on_one_line(each.target or NAMELESS)}"
        for each in reading.document.derived_from
    )
    notes = dict.fromkeys((*reading.document.notes, *reading.notes))
    lines = [*derived, *(on_one_line(each.message) for each in notes)]
    if lines:
        yield _heading("NOTES")
        yield Padding(Text("\n".join(lines)), (0, 0, 0, 2))


def _grid(*, firmness: bool = False) -> Table:
    """Return three columns: a mark, the words, and in which part of the document they stand."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=14 if firmness else 2, no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True, style="dim")
    return table


def _heading(words: str) -> Text:
    return Text(f"\n{words}", style="bold")


def _quote(reading: Reading, assertion: Assertion) -> str:
    quote = words(reading, assertion.spans)
    return quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE].rstrip()} …"


def _place(reading: Reading, assertion: int | None) -> str:
    if assertion is None:
        return ""
    return f"¶{reading.assertions[assertion].segment + 1}"
