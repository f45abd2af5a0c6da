"""A text that its container holds as fields: an entry of a feed, a post of a chat, a row.

Such a part has no bytes of its own that could be read alone. What is captured of it is one JSON
object of its fields, written in one way only (sorted, no blanks, UTF-8), so that its id comes from
what it says: the same entry in two downloads of a feed, or a post in two exports, is one document.
"""

import json
from dataclasses import dataclass, field, fields, replace

from lxml.etree import LxmlError
from lxml.html import document_fromstring

from furphy.errors import UnreadableDocument
from furphy.ingest.blocks import Block, blocks, composed
from furphy.ingest.body import Part
from furphy.ingest.capture import Capture
from furphy.ingest.characters import cleaned, oddities
from furphy.ingest.dates import interval
from furphy.ingest.flat import flat
from furphy.ingest.furniture import titled
from furphy.ingest.language import language_of
from furphy.ingest.layout import shown
from furphy.ingest.provenance import derived_from
from furphy.ingest.publication import Stated, publication
from furphy.ingest.segments import labelled
from furphy.model.document import Basis, DerivationKind, DerivedFrom, Document, Note

_LONGEST_DATE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a container says of one of its texts; None where it says nothing."""

    id: str | None = None
    text: str | None = None
    html: str | None = None
    """The text as markup; looked at where there is no plain one."""
    title: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO 8601, as are the other times."""
    updated: str | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    derived: tuple[tuple[str, str | None], ...] = ()
    """Kinds of derivation with the address or name of what it was made from."""
    links: dict[str, str] = field(default_factory=dict)
    """The words of links to their addresses."""
    replies_to: str | None = None
    """The id of the entry it answers."""
    media: str | None = None
    """What it shows besides words."""
    record: dict[str, object] | None = None
    """The whole record that it was read from, if that can be kept."""

    def written(self) -> bytes:
        """Return the bytes that stand for this entry: canonical JSON of what is known."""
        fields_now = {each.name: getattr(self, each.name) for each in fields(self)}
        known = {name: value for name, value in fields_now.items() if value}
        form = {"sort_keys": True, "separators": (",", ":"), "default": str}
        try:
            return json.dumps(known, ensure_ascii=False, **form).encode()  # type: ignore[arg-type]  # options by name
        except UnicodeEncodeError:
            return json.dumps(known, **form).encode()  # type: ignore[arg-type]  # options by name
        except RecursionError as error:
            raise UnreadableDocument("a record nested too deeply") from error


def read_entry(capture: Capture) -> Document:
    """Read an entry that :meth:`Entry.written` wrote.

    Raises :class:`UnreadableDocument` where it has neither words nor media.
    """
    entry = _entry(capture.data)
    text, found, odd = _composed(entry)
    if not text.strip() and not entry.media:
        raise UnreadableDocument("the entry has no text")
    segments = labelled(text, found)
    url = entry.url or capture.url
    dated = interval(entry.published, Basis.METADATA) if entry.published else None
    stated = Stated(capture.published, dated)
    published, dating = publication(text, segments, url, stated)
    written = derived_from(text, segments, entry.links)
    told = (DerivedFrom(DerivationKind(kind), target) for kind, target in entry.derived)
    return Document(
        id=capture.id,
        key=capture.key,
        text=text,
        segments=segments,
        language=_language(entry, text),
        url=url,
        title=entry.title,
        outlet=entry.outlet,
        author=entry.author,
        published=published,
        derived_from=(*told, *written),
        notes=(
            *capture.notes,
            *odd,
            *_undated(entry),
            *_shows(entry, text),
            *dating,
            *oddities(text),
        ),
        updated=entry.updated,
        captured=capture.captured,
        replies_to=_answered(capture.key, entry),
    )


def _entry(data: bytes) -> Entry:
    known = json.loads(data)
    names = {each.name for each in fields(Entry)}
    entry = Entry(**{name: value for name, value in known.items() if name in names})
    title = " ".join(cleaned(entry.title or "")[0].split()) or None
    derived = tuple((kind, target) for kind, target in entry.derived)
    return replace(entry, title=title, derived=derived)


def _composed(entry: Entry) -> tuple[str, list[Block], tuple[Note, ...]]:
    """Return the text with its title on top, its blocks, and notes on odd characters.

    A plain text without a title stays as it is; else the parts stand a blank line apart.
    """
    text, odd = cleaned(entry.text or "")
    if not text.strip() and entry.html:
        markup, odd = cleaned(entry.html)
        odd = tuple(replace(note, span=None) for note in odd)
        return *composed(titled(_shown(markup), entry.title)), odd
    if entry.title is None:
        return text, list(blocks(text)), odd
    parts: list[Part] = [(each.span.of(text), None) for each in blocks(text)]
    return *composed(titled(parts, entry.title)), tuple(replace(note, span=None) for note in odd)


def _shown(markup: str) -> list[Part]:
    """Return the parts of a fragment of a page."""
    try:
        found = [each.part for each in shown(document_fromstring(f"<div>{markup}</div>"))]
    except (LxmlError, ValueError, RecursionError):
        found = []
    return found or flat(markup)


def _language(entry: Entry, text: str) -> str | None:
    """Return the language; a feed's word for it is a default that few change, a record's is not."""
    guess = language_of(text) if entry.record is None or entry.language is None else None
    return guess or (entry.language or "").split("-")[0].lower() or None


def _undated(entry: Entry) -> tuple[Note, ...]:
    if entry.published is None or interval(entry.published, Basis.METADATA):
        return ()
    return (Note("unread-date", f"not an ISO 8601 date: {entry.published[:_LONGEST_DATE]}"),)


def _shows(entry: Entry, text: str) -> tuple[Note, ...]:
    """Tell what an entry shows besides words; one that has none stays a document, an empty one."""
    if not entry.media:
        return ()
    kind = entry.media.replace("_", " ")
    if not text.strip():
        return (Note("no-words", f"no words, only media: {kind}"),)
    return (Note("media", f"there are media beside the words: {kind}"),)


def _answered(key: str, entry: Entry) -> str | None:
    """Return the key of the answered entry: it stands in the same container."""
    if entry.replies_to is None:
        return None
    container, _, _ = key.rpartition("#")
    return f"{container}#{entry.replies_to}" if container else entry.replies_to
