"""The case: what came in, what is new, and what many tell though few know it."""

from starlette.responses import Response

from furphy.desk import browsing
from furphy.web import intake, traced, visits
from furphy.web.asking import Ask
from furphy.web.caching import came_since, census
from furphy.web.rendering import fragment, page

_FEW, _MANY = 12, 50
_TICKED = {"yes", "true", "on", "1"}
"""What an address may say of a box that is ticked: the page, the API, and who writes it by hand."""


def case(ask: Ask) -> Response:
    """Show the case."""
    desk = ask.desk
    visit = visits.visit(desk, ask.person.key)
    told = census(desk)
    return page(
        ask,
        "case",
        census=told,
        jobs=intake.jobs(desk.state, limit=5),
        standing=desk.foreman.standing(),
        claims=traced.claims(desk.state, 0, _FEW),
        fresh=traced.claims(desk.state, 0, _FEW, traced.Wanted(since=visit.trace)),
        fresh_documents=came_since(desk, visit.edition),
        visit=visit,
        failures=browsing.failures(desk.book, (0, 0), _FEW),
    )


def progress(ask: Ask) -> Response:
    """Tell how far intake and tracing are, to be put into the page."""
    standing = ask.desk.foreman.standing()
    jobs = intake.jobs(ask.desk.state, limit=5)
    return fragment("progress", jobs=jobs, standing=standing)


def claims(ask: Ask) -> Response:
    """List claims, those with the widest gap first."""
    state, after = ask.desk.state, ask.number("after") or 0
    since = ask.number("since")
    ticked = (ask.query(name).lower() in _TICKED for name in ("contradicted", "alone"))
    wanted = traced.Wanted(ask.query("status"), since, *ticked)
    found = traced.claims(state, after, _MANY + 1, wanted)
    return page(
        ask,
        "claims",
        claims=found[:_MANY],
        next=found[_MANY - 1].rank if len(found) > _MANY else None,
        wanted=wanted,
        standing=ask.desk.foreman.standing(),
    )


def documents(ask: Ask) -> Response:
    """List documents, those that came last first."""
    found = browsing.documents(ask.desk.book, ask.number("before"), _MANY + 1)
    return page(
        ask,
        "documents",
        documents=found[:_MANY],
        next=found[_MANY - 1].number if len(found) > _MANY else None,
        standing=ask.desk.foreman.standing(),
    )


def failures(ask: Ask) -> Response:
    """List what is not in the casebook, or not read, and why."""
    after = (ask.number("item") or 0, ask.number("part") or 0)
    found = browsing.failures(ask.desk.book, after, _MANY + 1)
    return page(
        ask,
        "failures",
        failures=found[:_MANY],
        next=found[_MANY - 1][:2] if len(found) > _MANY else None,
        standing=ask.desk.foreman.standing(),
    )
