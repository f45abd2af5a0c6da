"""Log in, and out."""

from math import ceil

from starlette.responses import RedirectResponse, Response

from furphy.web import accounts
from furphy.web.asking import Ask
from furphy.web.people import Role
from furphy.web.rendering import page


def form(ask: Ask) -> Response:
    """Show the form."""
    if ask.person.role is not Role.NOBODY:
        return RedirectResponse("/", 303)
    return page(ask, "login", trouble="", name="", standing=None)


def enter(ask: Ask) -> Response:
    """Let somebody in who knows their password."""
    name = ask.given("name")
    client = ask.request.client.host if ask.request.client else "?"
    keys = (f"name {name.casefold()[:200]}", f"host {client}")
    wait = ask.desk.limits.wait(*keys)
    if wait:
        trouble = f"Too many tries. Wait {ceil(wait / 60)} minutes, and try again."
        refusal = page(ask, "login", 429, trouble=trouble, name=name, standing=None)
        refusal.headers["Retry-After"] = str(ceil(wait))
        return refusal
    secret = next(iter(ask.fields.get("password", ())), "")
    account = accounts.entered(ask.desk.state, name, secret)
    if account is None:
        ask.desk.limits.failed(*keys)
        trouble = "There is no such account, or it has another password."
        return page(ask, "login", 401, trouble=trouble, name=name, standing=None)
    ask.desk.limits.succeeded(keys[0])
    response = RedirectResponse("/", 303)
    ask.desk.sessions.log_in(response, account.name)
    return response


def leave(ask: Ask) -> Response:
    """End the session."""
    response = RedirectResponse("/login", 303)
    ask.desk.sessions.log_out(ask.request, response)
    return response
