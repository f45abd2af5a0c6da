"""Captured bytes to the rows of a casebook: what a worker does with one document."""

import json
from dataclasses import dataclass, replace
from functools import cache

import furphy
from furphy.casebook import filing
from furphy.casebook.casebook import Casebook
from furphy.casebook.census import is_read
from furphy.casebook.filing import Filed, FiledReading, Row
from furphy.desk.stumbling import is_shortage, reason_of
from furphy.errors import CasebookUnavailable, InputError
from furphy.export.json import line
from furphy.ingest import Capture
from furphy.ingest.format import Format
from furphy.ingest.opening import read_capture
from furphy.model.document import Document, Note
from furphy.model.reading import Maker, Reading
from furphy.model.text import Span


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set for all inputs of a run."""

    published: str | None = None
    """When they were published, ISO 8601."""
    fields: tuple[tuple[str, str], ...] = ()
    """Our names of fields, and those that their records have for them."""
    read: bool = True
    """Whether documents are read now, or only kept."""

    def ingest(self) -> Row:
        """Return the row of what makes editions under these settings."""
        chosen = {f"field {ours}": theirs for ours, theirs in self.fields}
        if self.published:
            chosen["published"] = self.published
        return filing.filed_maker("ingest", Maker(furphy.__version__, "none"), chosen)


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be filed."""

    capture: Capture
    input: str
    settings: Settings
    where: str | None = None
    """The casebook to ask whether this furphy has read it before; None to read it again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: rows, or the reason why there are none, or no reading, or both."""

    filed: Filed | None
    trouble: str | None = None


def file_capture(task: Task) -> list[Outcome]:
    """Return what came of a captured document, as the one in a list."""
    try:
        document = read_capture(task.capture)
    except InputError as error:
        return [Outcome(None, str(error))]
    except Exception as error:  # noqa: BLE001  (the boundary a document's failure stops at)
        return [_stumbled(None, error)]
    filed = _filed(document, task)
    if not task.settings.read or (task.where and _is_read(task.where, filed)):
        return [Outcome(filed)]
    try:
        return [Outcome(replace(filed, reading=file_reading(document)))]
    except Exception as error:  # noqa: BLE001  (the boundary a document's failure stops at)
        return [_stumbled(filed, error)]


def _stumbled(filed: Filed | None, error: Exception) -> Outcome:
    """Return the outcome that a mistake of ours leaves behind.

    Raises :class:`CasebookUnavailable` where the machine fell short: the document is not to blame,
    and is to be tried again.
    """
    if is_shortage(error):
        reason = error.strerror if isinstance(error, OSError) else error
        raise CasebookUnavailable(
            f"the machine ran short while reading ({reason}). What was stored before is kept; "
            "make room and give the same command again"
        ) from error
    return Outcome(filed, reason_of(error))


def _is_read(where: str, filed: Filed) -> bool:
    """Tell whether the very same was read before: met under another name, say."""
    with _book(where).reading() as connection:
        return is_read(connection, str(filed.edition["id"]), furphy.__version__)


@cache
def _book(where: str) -> Casebook:
    return Casebook.open(where)


def file_reading(document: Document) -> FiledReading:
    """Read a document; return the reading as rows."""
    # The parser takes seconds to load, and not all runs read.
    from furphy.reading.pipeline import read  # noqa: PLC0415 (loads the parser)

    reading = read(filing.unnamed(document))
    return filing.filed_reading(reading, line(reading), {})


def _filed(document: Document, task: Task) -> Filed:
    bare = Reading(filing.unnamed(document), filing.UNREAD)
    kept, edition = filing.filed_document(document, task.capture.data, line(bare))
    return Filed(
        document=kept,
        maker=task.settings.ingest(),
        edition=edition,
        sighting=filing.filed_sighting(document, edition, task.input, context_of(task.capture)),
        passages=filing.filed_passages(document),
    )


def context_of(capture: Capture) -> str:
    """Return what is known of bytes from outside, as a JSON object in one way only."""
    known: dict[str, object] = {
        "url": capture.url,
        "charset": capture.charset,
        "published": capture.published,
        "form": capture.form and capture.form.name,
        "captured": capture.captured,
        "notes": [[each.code, each.message, _ends(each.span)] for each in capture.notes],
    }
    present = {name: value for name, value in known.items() if value}
    return json.dumps(present, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def capture_of(key: str, data: bytes, context: str) -> Capture:
    """Return the capture that :func:`context_of` wrote down, around its bytes."""
    known = json.loads(context)
    return Capture(
        key,
        data,
        url=known.get("url"),
        charset=known.get("charset"),
        published=known.get("published"),
        form=Format[known["form"]] if "form" in known else None,
        captured=known.get("captured"),
        notes=tuple(_note(*each) for each in known.get("notes", ())),
    )


def _ends(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _note(code: str, message: str, ends: list[int] | None) -> Note:
    return Note(code, message, None if ends is None else Span(*ends))
