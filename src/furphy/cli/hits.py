"""Documents and assertions that were found, for people and for programs."""

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from furphy.cli.exit import Exit
from furphy.cli.rows import Sort, To, hand_out, joined, plain, tell
from furphy.desk.searching import AssertionHit, DocumentHit, Found, Wish, found
from furphy.export import verdicts
from furphy.export.records import Column, Holds, columns_of, record

_ID_SHOWN = 12
_STYLES = {"CT+": "green", "PR+": "yellow", "PS+": "yellow", "CT-": "red", "PR-": "red"}


def search(where: str, wish: Wish, to: To) -> Exit:
    """Write what a casebook holds of what is wished."""
    return hand_out(found(where, wish, tell), _sort(wish.over), to)


def _sort(over: tuple[str, ...]) -> Sort[Found]:
    types = {"assertions": AssertionHit, "documents": DocumentHit}
    columns = columns_of(*(types[each] for each in over))
    first = Column("found", Holds.TEXT)
    last = (Column("excerpt", Holds.TEXT), Column("excerpt_start", Holds.WHOLE))
    return Sort((first, *columns, *(last if "documents" in over else ())), _record, _told)


def _record(given: Found) -> dict[str, Any]:
    is_document = isinstance(given.hit, DocumentHit)
    told = {"found": "document" if is_document else "assertion", **record(given.hit)}
    if is_document:
        told |= {"excerpt": given.excerpt, "excerpt_start": given.start}
    return told


def _told(given: Found) -> Iterator[Text]:
    hit = given.hit
    shown = Text(given.shown)
    for span in given.marks:
        shown.stylize("bold underline", span.start, span.end)
    if isinstance(hit, AssertionHit):
        chain = " > ".join(each or "(unnamed)" for each in hit.chain) or "the document"
        firmness = hit.value or "?"
        yield Text.assemble((firmness, _STYLES.get(firmness, "dim")), "  ", shown)
        yield _beside(joined(chain, hit.time_from, hit.kind))
        yield _beside(joined(hit.title or hit.key, hit.outlet, _day(hit), hit.id[:_ID_SHOWN]))
    else:
        yield plain(hit.title or hit.key or hit.id, "bold")
        if given.shown:
            yield Text.assemble("     ", shown)
        count = "not read" if hit.assertions is None else f"assertions: {hit.assertions}"
        id_ = hit.id.removeprefix("sha256:")[:_ID_SHOWN]
        yield _beside(joined(hit.key, hit.outlet, _day(hit), hit.language, count, id_))
    for each in given.verdicts:
        yield Text.assemble("     ", ("judged ", "bold"), plain(verdicts.told(each)))
    yield Text("")


def _beside(words: Text) -> Text:
    words.stylize("dim")
    return Text.assemble("     ", words)


def _day(hit: AssertionHit | DocumentHit) -> str | None:
    return hit.published_from and hit.published_from[:10]
