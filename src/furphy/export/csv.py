"""Readings as a table, one row an assertion."""

import csv
from collections.abc import Iterator, Sequence
from typing import TextIO

from furphy.export.amounts import bounds
from furphy.export.verdicts import of
from furphy.export.visible import on_one_line
from furphy.export.wording import chain, words
from furphy.model.assertion import Assertion
from furphy.model.factuality import FactualityCue
from furphy.model.reading import Reading
from furphy.model.text import Spans
from furphy.model.verdict import Verdict

COLUMNS = (
    "document",
    "assertion",
    "text",
    "chain",
    "mode",
    "firmness",
    "author_firmness",
    "kind",
    "status",
    "spans",
    "source_words",
    "cue_words",
    "firmness_cues",
    "reports",
    "rule",
    "score",
    "places",
    "times",
    "quantities",
)
JUDGED = "judged"
"""The last column where people judged something: what they say, and what furphy had found."""

# A spreadsheet takes a cell that begins so for a formula and runs it (CWE-1236).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Table:
    """Writes a header, then rows as readings come.

    ``verdicts`` are what people say of the one reading that is to come.
    """

    def __init__(self, to: TextIO, verdicts: Sequence[Verdict] = ()) -> None:
        self._rows = csv.writer(to, lineterminator="\n")
        self._verdicts = verdicts
        self._rows.writerow((*COLUMNS, JUDGED) if verdicts else COLUMNS)

    def add(self, reading: Reading) -> None:
        """Write one row for each assertion."""
        for index, row in enumerate(rows(reading)):
            last = ("; ".join(of(self._verdicts, index)),) if self._verdicts else ()
            self._rows.writerow([harmless(cell) for cell in (*row, *last)])


def rows(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each assertion, in the order of :data:`COLUMNS`."""
    for index, assertion in enumerate(reading.assertions):
        yield (
            reading.document.key,
            str(index),
            words(reading, assertion.spans),
            " > ".join(chain(reading, assertion)),
            *_saying(reading, assertion),
            assertion.evidence.rule,
            str(assertion.evidence.score),
            "; ".join(_place(reading, each) for each in assertion.toponyms),
            "; ".join(_time(reading, each) for each in assertion.times),
            "; ".join(_quantity(reading, each) for each in assertion.quantities),
        )


def _saying(reading: Reading, assertion: Assertion) -> tuple[str, ...]:
    said = None if assertion.attribution is None else reading.attributions[assertion.attribution]
    return (
        said.mode.value if said else "",
        assertion.factuality.value.value,
        assertion.author_factuality.value.value,
        assertion.kind.value,
        "; ".join(each.value.value for each in assertion.status),
        _offsets(assertion.spans),
        words(reading, said.source_spans) if said else "",
        words(reading, said.cue_spans) if said else "",
        "; ".join(_cue(reading, each) for each in assertion.factuality.cues),
        "yes" if assertion.reports is not None else "",
    )


def _cue(reading: Reading, cue: FactualityCue) -> str:
    return f"{cue.kind.value}: {words(reading, (cue.span,))}"


def _place(reading: Reading, index: int) -> str:
    toponym = reading.toponyms[index]
    written, place = words(reading, (toponym.named.span,)), toponym.place
    if place is None:
        return f"{written} = ?"
    return f"{written} = {place.name} {place.lat:.5f} {place.lon:.5f} ± {place.radius_km:.10g} km"


def _time(reading: Reading, index: int) -> str:
    time = reading.times[index]
    meant = (time.value or "?", *((time.mod.value,) if time.mod else ()))
    interval = "" if time.interval is None else f" [{time.interval[0]} .. {time.interval[1]})"
    return f"{words(reading, (time.span,))} = {' '.join(meant)}{interval}"


def _quantity(reading: Reading, index: int) -> str:
    quantity = reading.quantities[index]
    spans = (quantity.span,) if quantity.of is None else (quantity.span, quantity.of)
    written = " ".join(words(reading, (span,)) for span in spans)
    return " ".join(filter(None, (f"{written} = {bounds(quantity) or '?'}", quantity.casualty)))


def _offsets(spans: Spans) -> str:
    return "; ".join(f"{span.start}..{span.end}" for span in spans)


def harmless(cell: str) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula (CWE-1236)."""
    plain = on_one_line(cell)
    return f"'{plain}" if cell.startswith(_FORMULA) or plain.startswith(_FORMULA) else plain
