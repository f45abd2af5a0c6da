"""The queue: claims to be looked at, and whose they are."""

from starlette.responses import RedirectResponse, Response

from furphy.web import accounts, tasks, traced
from furphy.web.asking import Ask, Refusal
from furphy.web.people import Role
from furphy.web.rendering import page

_MANY = 50


def queue(ask: Ask) -> Response:
    """Show what is to be looked at."""
    kind = "done" if ask.query("state") == "done" else "open"
    found = tasks.tasks(ask.desk.state, ask.number("before"), _MANY + 1, kind)
    shown = found[:_MANY]
    return page(
        ask,
        "queue",
        tasks=shown,
        kind=kind,
        next=shown[-1].number if len(found) > _MANY else None,
        claims=traced.claims_with(ask.desk.state, [each.assertion for each in shown]),
        people=[each.name for each in accounts.listed(ask.desk.state)],
        may_assign=ask.person.role.may(Role.EDITOR),
        standing=ask.desk.foreman.standing(),
    )


def change(ask: Ask) -> Response:
    """Put a claim down, take a task on, hand it out, or call it done."""
    if ask.given("claim"):
        found = traced.claim(ask.desk.state, ask.given("claim"))
        if found is None:
            raise Refusal(409, "The claim was traced anew since. Go back, and look at it again.")
        brief, material = found
        account = material.account
        told = (brief.id, account.variants[account.centre].id, brief.text[:1_000])
        tasks.make(ask.desk.state, told, ask.given("note")[:500], ask.person.key)
        return RedirectResponse("/queue?done=taken", 303)
    number, version = ask.given("task"), ask.given("version")
    if not (number.isdecimal() and version.isdecimal() and len(number + version) < 18):  # noqa: PLR2004 (digits)
        raise Refusal(422, "Which task?")
    kind = "done" if ask.given("do") == "done" else "open"
    tasks.change(ask.desk.state, int(number), int(version), who=_whose(ask), kind=kind)
    return RedirectResponse("/queue?done=taken", 303)


def _whose(ask: Ask) -> str | None:
    """Return to whom a task goes; only an editor hands it to another."""
    wanted = ask.given("who")
    if ask.given("do") == "take":
        return ask.person.name or ask.person.key
    if ask.given("do") == "give" and wanted != ask.person.name and ask.person.role != Role.EDITOR:
        raise Refusal(403, "Only an editor hands a task to another.")
    return wanted or None
