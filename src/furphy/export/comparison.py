"""Several texts about one thing side by side: what each of them rests on."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from furphy.export.voices import Voice, VoiceKind, voices
from furphy.export.wording import stance, title
from furphy.model.factuality import Commitment
from furphy.model.reading import Reading

_NAMELESS = {VoiceKind.UNNAMED, VoiceKind.NOBODY}


def compare(readings: Sequence[Reading], console: Console) -> None:
    """Print one row a text, in the order given: how many assertions rest on what."""
    table = Table(box=None, padding=(0, 2, 1, 0), header_style="bold", expand=True)
    table.add_column("text", ratio=1)
    for heading in ("named\nsource", "no\nname", "own\nword", "hedged", "doubts\nstated"):
        table.add_column(heading, justify="right", vertical="top")
    for number, reading in enumerate(readings, 1):
        speakers = voices(reading)
        counts = (
            _said(speakers, {VoiceKind.NAMED}),
            _said(speakers, _NAMELESS),
            _said(speakers, {VoiceKind.OWN}),
            _hedged(reading, speakers),
            sum(len(each.status) for each in reading.assertions),
        )
        table.add_row(_text(number, reading, speakers), *map(str, counts))
    console.print(table)


def _text(number: int, reading: Reading, speakers: Sequence[Voice]) -> Text:
    names = ", ".join(
        f"{voice.name} (unnamed)" if voice.kind is VoiceKind.UNNAMED else voice.name
        for voice in speakers
        if voice.kind is not VoiceKind.OWN
    )
    return Text(f"{number}. {title(reading.document)}\n").append(
        f"rests on: {names or 'nobody'}", style="dim"
    )


def _said(speakers: Sequence[Voice], kinds: set[VoiceKind]) -> int:
    return sum(len(voice.findings) for voice in speakers if voice.kind in kinds)


def _hedged(reading: Reading, speakers: Sequence[Voice]) -> int:
    """Count the assertions whose own speaker holds them for less than certain."""
    firm = {Commitment.CERTAIN, Commitment.CERTAINLY_NOT}
    return sum(
        stance(reading.assertions[index]) not in firm
        for voice in speakers
        for index in voice.findings
    )
