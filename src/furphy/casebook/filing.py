"""Documents and readings as rows, made in whatever process read them.

Rows are without numbers: the one writer gives those (:mod:`.writer`). Where a row points to one of
its own reading's assertions it holds that one's ordinal.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from furphy.casebook import look_up
from furphy.casebook.packing import content_id, digest, packed
from furphy.model.document import Document
from furphy.model.reading import Maker, Reading
from furphy.textkit.search import search_text

Row = look_up.Row

UNREAD = Maker("", "none")
"""Who is said to have made an edition's line: the same document is the same line."""

_LONGEST_PASSAGE = 200_000
"""Code points; PostgreSQL indexes no text of much more than a million bytes in one."""


@dataclass(frozen=True, slots=True)
class FiledReading:
    """A reading as rows."""

    maker: Row
    reading: Row
    assertions: tuple[Row, ...]
    places: tuple[Row, ...]
    moments: tuple[Row, ...]
    quantities: tuple[Row, ...]
    sources: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """A document as rows, met once, and a reading of it where one was made."""

    document: Row
    maker: Row
    """Of the edition."""
    edition: Row
    sighting: Row
    passages: tuple[Row, ...]
    reading: FiledReading | None = None

    @property
    def size(self) -> int:
        """About how many bytes its rows take."""
        rows = [self.document, self.edition, self.reading.reading if self.reading else {}]
        packs = (row.get("packed") for row in rows)
        return sum(len(pack) for pack in packs if isinstance(pack, bytes)) + 1000


def unnamed(document: Document) -> Document:
    """Return a document under its id instead of one of the keys that it was met under."""
    return replace(document, key=document.id)


def filed_document(document: Document, data: bytes | None, line: str) -> tuple[Row, Row]:
    """Return the rows of a document and of its edition.

    ``line`` is the JSON line of the reading of :func:`unnamed` by :data:`UNREAD`.
    """
    written = line.encode("utf-8", "replace")
    published = document.published
    edition = _clean(
        id=digest(written),
        language=document.language,
        title=document.title,
        outlet=document.outlet,
        author=document.author,
        url=document.url,
        published_from=published and published.start,
        published_to=published and published.end,
        published_basis=published and published.basis.value,
    )
    kept: Row = {"id": document.id, "size": None, "packed": None}
    if data is not None:
        kept |= {"size": len(data), "packed": packed(data)}
    return kept, edition | {"packed": packed(written)}


def filed_sighting(document: Document, edition: Row, where: str, context: str) -> Row:
    """Return the row of a document's being met: in which input, and what was known of its bytes.

    ``context`` is a JSON object.
    """
    met = capture_id(document.id, document.key, where, context)
    return _clean(
        id=content_id(met, str(edition["id"])),
        capture=met,
        key=document.key,
        input=where,
        context=context,
    )


def capture_id(document: str, key: str, where: str, context: str) -> str:
    """Return the id of having met a document under a key in an input."""
    return content_id(document, key, where, context)


def filed_maker(part: str, maker: Maker, settings: Mapping[str, str]) -> Row:
    """Return the row of what made something: ``part`` is ``ingest`` or ``reading``."""
    gazetteers = json.dumps(maker.gazetteers, ensure_ascii=False)
    chosen = json.dumps(dict(settings), ensure_ascii=False, sort_keys=True)
    return _clean(
        id=content_id(part, maker.version, maker.parser, gazetteers, chosen),
        part=part,
        version=maker.version,
        parser=maker.parser,
        gazetteers=gazetteers,
        settings=chosen,
    )


def filed_passages(document: Document) -> tuple[Row, ...]:
    """Return the rows in which a document's words are found."""
    head = "\n".join(filter(None, (document.title, document.outlet)))
    starts = range(0, max(len(document.text), 1), _LONGEST_PASSAGE)
    return tuple(_passage(document.text, start, head if start == 0 else "") for start in starts)


def _passage(text: str, start: int, head: str) -> Row:
    stop = min(start + _LONGEST_PASSAGE, len(text))
    words = text[start:stop]
    # A title that the text begins with is one title, not two.
    shown = words if not head or words.startswith(head) else f"{head}\n{words}"
    return _clean(start=start, stop=stop, search=search_text(shown))


def filed_reading(reading: Reading, line: str, settings: Mapping[str, str]) -> FiledReading:
    """Return the rows of a reading; ``line`` is its JSON line, its document :func:`unnamed`."""
    written = line.encode("utf-8", "replace")
    # Nearly all texts can be stored as they are, and so can all that is found in them.
    settled = tuple if _is_storable(line) else _cleaned
    return FiledReading(
        maker=filed_maker("reading", reading.made_by, settings),
        reading={"id": digest(written), "packed": packed(written)},
        assertions=settled(look_up.assertions(reading)),
        places=settled(look_up.places(reading)),
        moments=settled(look_up.moments(reading)),
        quantities=settled(look_up.quantities(reading)),
        sources=settled(look_up.sources(reading)),
    )


def _cleaned(rows: Iterator[Row]) -> tuple[Row, ...]:
    return tuple(_clean(**row) for row in rows)


def _clean(**values: object) -> Row:
    """Return a row with what no store takes in a text replaced: half characters, and NUL."""
    return {
        name: _storable(value) if isinstance(value, str) else value
        for name, value in values.items()
    }


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


def _is_storable(line: str) -> bool:
    """Tell whether all texts in a JSON line can be stored as they are."""
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return "\\u0000" not in line
