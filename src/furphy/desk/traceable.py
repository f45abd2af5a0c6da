"""A document of a casebook as tracing sees it."""

from datetime import UTC, datetime

from furphy.ingest.dates import published_in_path
from furphy.model.document import DerivationKind, Document, Published
from furphy.tracing.traced import Traced, Window

_PASSED_ON = {DerivationKind.FORWARD, DerivationKind.REPOST}
_YEAR, _MONTH = len("2024"), len("2024-03")


def traced(document: Document) -> Traced:
    """Return a document as tracing sees it."""
    told = [(each.kind, each.target) for each in document.derived_from if each.target]
    return Traced(
        key=document.key,
        text=document.text,
        language=document.language,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        published=_window(document),
        forwarded=tuple(target for kind, target in told if kind in _PASSED_ON),
        referred=tuple(target for kind, target in told if kind not in _PASSED_ON),
    )


def _window(document: Document) -> Window | None:
    """Return when a document was published, as far as all that tells of it goes."""
    told = [document.published, published_in_path(document.url)]
    windows = [window for each in told if each and (window := _stretch(each))]
    if not windows:
        return None
    start, end = max(each.start for each in windows), min(each.end for each in windows)
    if start < end:
        return Window(start, end)
    # They contradict each other; it may be any of them, or lie between.
    return Window(min(each.start for each in windows), max(each.end for each in windows))


def _stretch(published: Published) -> Window | None:
    try:
        return Window(_seconds(published.start), _seconds(published.end))
    except (ValueError, OverflowError):
        return None


def _seconds(written: str) -> float:
    whole = written + {_YEAR: "-01-01", _MONTH: "-01"}.get(len(written), "")
    moment = datetime.fromisoformat(whole)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
