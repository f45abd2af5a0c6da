"""Who may come in, and the tokens of programs."""

from starlette.responses import RedirectResponse, Response

from furphy.web import accounts
from furphy.web.asking import Ask, Refusal
from furphy.web.people import ROLES
from furphy.web.rendering import page


def members(ask: Ask) -> Response:
    """List accounts and tokens."""
    return _shown(ask)


def change(ask: Ask) -> Response:
    """Make or remove an account."""
    state = ask.desk.state
    if ask.given("do") == "remove":
        if ask.given("name") == ask.person.name:
            raise Refusal(422, "You cannot remove your own account.")
        accounts.remove(state, ask.given("name"))
        return RedirectResponse("/accounts?done=removed", 303)
    secret = next(iter(ask.fields.get("password", ())), "")
    accounts.add(state, ask.given("name"), secret, ask.given("role"))
    return RedirectResponse("/accounts?done=account", 303)


def tokens(ask: Ask) -> Response:
    """Make a token, and show it this once; or revoke one."""
    state = ask.desk.state
    if ask.given("do") == "revoke":
        accounts.revoke(state, ask.given("token"))
        return RedirectResponse("/accounts?done=removed", 303)
    _, secret = accounts.make_token(
        state, ask.given("account"), ask.given("role"), ask.given("note")
    )
    return _shown(ask, secret)


def _shown(ask: Ask, secret: str = "") -> Response:
    return page(
        ask,
        "accounts",
        accounts=accounts.listed(ask.desk.state),
        tokens=accounts.tokens(ask.desk.state),
        roles=ROLES,
        secret=secret,
        standing=None,
    )
