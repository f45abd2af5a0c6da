"""Several texts about one thing side by side: what each of them rests on."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from furphy.export.visible import on_one_line
from furphy.export.voices import Voice, VoiceKind, voices
from furphy.model.factuality import Commitment
from furphy.model.reading import Reading

_NAMELESS = {VoiceKind.UNNAMED, VoiceKind.NOBODY}


def compare(readings: Sequence[Reading], console: Console) -> None:
    """Print one row a text, in the order given."""
    table = Table(box=None, padding=(0, 2, 1, 0), header_style="bold")
    table.add_column("text", ratio=3)
    table.add_column("assertions resting on", ratio=3)
    table.add_column("speakers", ratio=4)
    table.add_column("hedged", justify="right")
    table.add_column("doubts stated", justify="right")
    for number, reading in enumerate(readings, 1):
        speakers = voices(reading)
        table.add_row(
            Text(f"{number}. {on_one_line(reading.document.title or reading.document.key)}"),
            Text(_resting(speakers)),
            Text(_names(speakers)),
            Text(str(_hedged(reading, speakers))),
            Text(str(sum(len(each.status) for each in reading.assertions))),
        )
    console.print(table)


def _resting(speakers: Sequence[Voice]) -> str:
    named = _said(speakers, {VoiceKind.NAMED})
    nameless = _said(speakers, _NAMELESS)
    own = _said(speakers, {VoiceKind.OWN})
    return f"{named} a named source\n{nameless} no name\n{own} its own word"


def _said(speakers: Sequence[Voice], kinds: set[VoiceKind]) -> int:
    return sum(len(voice.findings) for voice in speakers if voice.kind in kinds)


def _names(speakers: Sequence[Voice]) -> str:
    return "\n".join(
        f"{voice.name}{' (unnamed)' if voice.kind is VoiceKind.UNNAMED else ''}"
        for voice in speakers
        if voice.kind is not VoiceKind.OWN
    )


def _hedged(reading: Reading, speakers: Sequence[Voice]) -> int:
    """Count the assertions whose own speaker holds them for less than certain."""
    firm = {Commitment.CERTAIN, Commitment.CERTAINLY_NOT}
    return sum(
        reading.assertions[index].factuality.value not in firm
        for voice in speakers
        for index in voice.findings
    )
