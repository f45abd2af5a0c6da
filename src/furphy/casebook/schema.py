"""The tables of a casebook.

What was captured, what was read in it, and what became of each input::

    item ── failure                         the ledger: every input ever named, and what came of it
     ┊
    document ──< edition ──< sighting       bytes · what readers of formats made of them · met where
                    │
                    ├──< passage            its words, to be searched
                    └──< reading ──< assertion ──< place, moment, quantity
                              └──< source   who is said to say something

``number`` is the casebook's own handle of a row: it orders rows as they came and joins tables
quickly, and differs between casebooks with the same content. ``id`` is made of the content and the
same everywhere. Nothing but the columns of ``item`` and ``reading.current`` is ever changed.
Times of the clock (``*_at``) are ISO 8601 in UTC. All other meanings stand with the columns.

Further parts of the casebook keep their tables in modules of their own, on the same ``METADATA``:
the journal, judgements, sources across documents.
"""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, MetaData, Table

from furphy.casebook.dialects import BYTES, NUMBER, WHOLE, WORDS

METADATA = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_one_%(column_0_N_name)s",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_of_%(column_0_N_name)s",
        "pk": "%(table_name)s_key",
    }
)


def table(name: str, *columns: "Column[Any] | CheckConstraint | Index") -> Table:
    """Declare a table of the casebook; SQLite holds its columns to their types."""
    return Table(name, METADATA, *columns, sqlite_strict=True)


def number() -> "Column[int]":
    """Return the casebook's own handle of a row, and key of its full-text index."""
    return Column("number", WHOLE, primary_key=True, autoincrement=False)


def of(name: str, *, within: str, optional: bool = False) -> "Column[int]":
    """Return a column that points to the ``number`` of a row of another table."""
    return Column(name, WHOLE, ForeignKey(f"{within}.number"), nullable=optional, index=True)


def looked_up(*names: str) -> Index:
    """Return an index to find rows whose text is the one sought, however long it is."""
    # The usual trees of PostgreSQL refuse texts of more than some 2,700 bytes.
    return Index(None, *names, postgresql_using="hash")


def words(name: str, *, unique: bool = False) -> "Column[str]":
    """Return a column of text that is always there."""
    return Column(name, WORDS, nullable=False, unique=unique)


ABOUT = table("about", Column("key", WORDS, primary_key=True), words("value"))
"""What the file says of itself: ``format``; ``schema``, the number of the newest migration; and
``version``, the furphy that last changed the schema."""

MAKER = table(
    "maker",
    number(),
    words("id", unique=True),  # Of the other columns.
    words("part"),  # Which part of furphy: "ingest" or "reading".
    words("version"),  # Of furphy.
    words("parser"),  # Its name and version; "none" where nothing parsed.
    words("gazetteers"),  # Their names and versions, a JSON array.
    words("settings"),  # What the user set, a JSON object.
)
"""The program and settings that made an edition or a reading."""

DOCUMENT = table(
    "document",
    number(),
    words("id", unique=True),  # Document.id: "sha256:" and the digest of the bytes.
    Column("size", WHOLE),  # Of the bytes; NULL where they were not kept.
    words("added_at"),
    Column("packed", BYTES),  # The very bytes, as zlib packs them; NULL where not kept.
)
"""Bytes as they were captured, once each."""

EDITION = table(
    "edition",
    number(),
    words("id", unique=True),  # SHA-256 of what is packed here, 64 hex digits.
    of("document", within="document"),
    of("maker", within="maker"),  # The first furphy that made just this of it.
    Column("language", WORDS),  # BCP 47; this and all below NULL where unknown.
    Column("title", WORDS),
    Column("outlet", WORDS),
    Column("author", WORDS),
    Column("url", WORDS),
    Column("published_from", WORDS, index=True),  # ISO 8601, half-open interval.
    Column("published_to", WORDS),
    Column("published_basis", WORDS),
    words("added_at"),
    Column("packed", BYTES, nullable=False),
    looked_up("outlet"),
    looked_up("author"),
)
"""What a reader of formats made of a document: its text, segments, title and so on.

``packed`` is the line ``furphy read --format json`` would print if nothing were read in it, with
the document's id for its key, since an edition may be met under several, and no version.
Another version of furphy, another address or another date given may make another edition.
"""

SIGHTING = table(
    "sighting",
    number(),
    words("id", unique=True),  # Of capture and edition.
    words("capture"),  # Of the document's id, key, input and context: 32 hex digits.
    of("edition", within="edition"),
    words("key"),  # Document.key: file name, address or the id of a record.
    words("input"),  # The input it was met in, as in the ledger.
    words("context"),  # What is known of the bytes from outside (Capture), a JSON object.
    Column("current", WHOLE, nullable=False),  # 0 where a later edition of it took over, else 1.
    words("added_at"),
    CheckConstraint("current IN (0, 1)", "current"),
    looked_up("key"),
    looked_up("input"),
    Index(None, "capture"),
)
"""A document met under a name. One text may have many, and one name may stand for many texts."""

PASSAGE = table(
    "passage",
    number(),
    of("edition", within="edition"),
    Column("start", WHOLE, nullable=False),  # Where in the document's text it begins, code points.
    Column("stop", WHOLE, nullable=False),  # And ends; half-open.
    words("search"),  # Its words (of the first, with title and outlet), folded to be searched.
)
"""A document's words for full text: all in one row, in several where it is very long."""

READING = table(
    "reading",
    number(),
    words("id", unique=True),  # SHA-256 of what is packed here, 64 hex digits.
    of("edition", within="edition"),
    of("maker", within="maker"),
    Column("current", WHOLE, nullable=False),  # 1 for the last reading of an edition in use.
    words("added_at"),
    Column("packed", BYTES, nullable=False),
    CheckConstraint("current IN (0, 1)", "current"),
)
"""Everything read in an edition by one version with one setting.

``packed`` is the line that ``furphy read --format json`` prints, packed by zlib, with the
document's id for its key; whoever shows it puts a sighting's key in (:mod:`.lines`).
"""

ASSERTION = table(
    "assertion",
    number(),
    words("id"),  # Of document, spans and text: the same in every reading that finds it there.
    of("reading", within="reading"),
    Column("ordinal", WHOLE, nullable=False),  # Its "id" in the reading's JSON.
    Column("start", WHOLE, nullable=False),  # Hull of its spans, code points into the text.
    Column("stop", WHOLE, nullable=False),
    words("text"),
    words("kind"),  # AssertionKind.
    Column("language", WORDS),  # Of its segment, else of the document.
    Column("holder", WORDS),  # Name of the innermost source; NULL: agentless, or the document.
    Column("holder_kind", WORDS),  # SourceKind; NULL with the holder.
    words("chain"),  # Names of the sources outermost first, JSON array; null stands for agentless.
    words("value"),  # Commitment of the innermost source: "CT+", "PR+" …
    Column("degree", NUMBER, nullable=False),  # -3 to 3.
    words("author_value"),  # Commitment of the document's own voice.
    Column("author_degree", NUMBER, nullable=False),
    Column("place_lat", NUMBER),  # Of its first resolved place, degrees, WGS 84; NULL: none.
    Column("place_lon", NUMBER),
    Column("time_from", WORDS),  # Of its first time on the calendar, ISO 8601, half-open.
    Column("time_to", WORDS),
    words("search"),  # Its words, folded to be searched.
    Index(None, "id"),
    looked_up("holder"),
    Index(None, "time_from"),
)
"""One assertion of a reading, for look-up; all there is to it stands in the reading."""

PLACE = table(
    "place",
    number(),
    of("reading", within="reading"),
    of("assertion", within="assertion", optional=True),  # NULL: it stands in no assertion.
    Column("ordinal", WHOLE, nullable=False),  # Its "id" in the reading's JSON.
    words("text"),  # The words of the document.
    Column("gazetteer", WORDS),  # This and all below NULL where it was not resolved.
    Column("place_id", WORDS),
    Column("name", WORDS),
    Column("kind", WORDS),  # PlaceKind.
    Column("country", WORDS),
    Column("lat", NUMBER),
    Column("lon", NUMBER),
    Column("radius_km", NUMBER),
    Column("score", NUMBER),
    Index(None, "lat", "lon"),
    Index(None, "gazetteer", "place_id"),
)
"""A place named in an assertion, once for each it is named in; or named elsewhere in a text."""

MOMENT = table(
    "moment",
    number(),
    of("reading", within="reading"),
    of("assertion", within="assertion", optional=True),
    Column("ordinal", WHOLE, nullable=False),
    words("text"),
    words("type"),  # TIMEX3: DATE TIME DURATION SET.
    Column("value", WORDS),  # TIMEX3 value.
    Column("time_from", WORDS),  # ISO 8601, half-open; NULL where not on the calendar.
    Column("time_to", WORDS),
    Index(None, "time_from", "time_to"),
)
"""An expression of time, as with places."""

QUANTITY = table(
    "quantity",
    number(),
    of("reading", within="reading"),
    of("assertion", within="assertion", optional=True),
    Column("ordinal", WHOLE, nullable=False),
    words("text"),
    Column("low", NUMBER),  # NULL: no lower bound.
    Column("high", NUMBER),
    Column("unit", WORDS),
    Column("counted", WORDS),  # What is counted, in the document's words.
    words("modifier"),
    Column("casualty", WORDS),
)
"""A number with its unit, as with places."""

SOURCE = table(
    "source",
    number(),
    of("reading", within="reading"),
    Column("ordinal", WHOLE, nullable=False),
    words("name"),
    words("kind"),  # SourceKind.
    Column("description", WORDS),
    Column("identity", WORDS),  # Fullest name of who it is; NULL where not known.
    Column("said", WHOLE, nullable=False),  # Attributions of which it is the source.
    looked_up("name"),
)
"""Someone or something that a document says puts something forward."""

ITEM = table(
    "item",
    number(),
    words("id", unique=True),  # Of the input.
    words("input"),  # Path or address as the user named it.
    words("state"),
    Column("run", WORDS),  # The run of furphy that last took it on.
    Column("attempts", WHOLE, nullable=False),  # Brought to an end, this way or that.
    Column("digest", WORDS),  # SHA-256 of a file's bytes as last read; NULL: never, or no file.
    Column("documents", WHOLE, nullable=False),  # Found in it, known ones too.
    Column("failures", WHOLE, nullable=False),  # Of its documents, those that gave none.
    Column("reason", WORDS),  # Why it failed or was skipped.
    Column("maker", WHOLE, ForeignKey("maker.number")),  # Of the furphy that brought it to its end.
    words("added_at"),
    Column("ended_at", WORDS),
    CheckConstraint("state IN ('queued', 'done', 'partial', 'failed', 'skipped')", "state"),
    Index(None, "state"),
)
"""The ledger: an input and what came of it.

queued: still to be taken up. done: all that it holds is stored. partial: stored, but for the
``failure`` rows. failed: nothing is. skipped: left out on purpose, with the reason.
"""

FAILURE = table(
    "failure",
    number(),
    of("item", within="item"),
    words("key"),  # Of the document, or of the input itself.
    words("reason"),
    words("added_at"),
)
"""A document of an input that gave none, and why; those of the last attempt."""

SEARCHED = ("passage", "assertion")
"""Tables with a full-text index over their column ``search``."""
