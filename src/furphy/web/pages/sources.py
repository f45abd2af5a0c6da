"""Sources: what each told first, what it took from whom, how that fared, how far to rely on it."""

from starlette.responses import Response

from furphy.desk import history
from furphy.desk.signed import signed_in
from furphy.model.signed import Reliability
from furphy.web import traced
from furphy.web.asking import Ask, Refusal
from furphy.web.rendering import page

_MANY, _SHOWN = 50, 30


def sources(ask: Ask) -> Response:
    """List sources, those that were first with most claims first."""
    found = traced.sources(ask.desk.state, ask.number("after") or 0, _MANY + 1)
    return page(
        ask,
        "sources",
        sources=found[:_MANY],
        next=found[_MANY - 1]["rank"] if len(found) > _MANY else None,
        standing=ask.desk.foreman.standing(),
    )


def source(ask: Ask) -> Response:
    """Show a source."""
    folded = ask.path("name")
    found = traced.source(ask.desk.state, folded)
    if found is None:
        raise Refusal(404, "No source goes by this name.")
    ids = [*found["ids"].items()]
    subjects = [*found["ids"]]
    return page(
        ask,
        "source",
        source=found,
        first=traced.tellings(ask.desk.state, folded, first=True, limit=_SHOWN),
        later=traced.tellings(ask.desk.state, folded, first=False, limit=_SHOWN),
        ids=ids,
        letters=[*Reliability],
        grades=[
            each for some in signed_in(ask.desk.book, subjects).letters.values() for each in some
        ],
        saw={each: history.seen(ask.desk.book, [each]) for each in subjects},
        judged=history.about(ask.desk.book, subjects),
        standing=ask.desk.foreman.standing(),
    )
