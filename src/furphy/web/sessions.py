"""Who asks: by a cookie that is signed and bound to a session, or by a token.

Two cookies, both HttpOnly and SameSite=Strict. One binds forms to a browser, and holds the name of
the one user of a desk without accounts; the other is a log-in, of which the state file keeps a
digest, so that it can be ended from here.
"""

import hmac
import secrets
import time
from dataclasses import dataclass
from hashlib import sha256

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import Response

from furphy.web import accounts
from furphy.web.people import Person, Role
from furphy.web.state import State

IDLE, LONGEST = 12 * 3600.0, 30 * 86_400.0
"""Seconds after which a log-in ends: without being used, and at all."""
_TOUCH = 60.0
"""Seconds after which it is put down anew that it is used."""


@dataclass(frozen=True, slots=True)
class Binding:
    """What the cookie of a browser holds."""

    session: str
    name: str = ""


class Sessions:
    """The sessions of one desk."""

    def __init__(self, state: State, *, is_secure: bool = False, is_alone: bool = True) -> None:
        """Open them; ``is_alone`` is a desk that only this machine reaches."""
        self._state = state
        secret = state.about("secret") or ""
        self._signed = URLSafeSerializer(secret, salt="furphy desk")
        self._secret = secret.encode()
        self._is_secure, self._is_alone = is_secure, is_alone
        # Browsers send the cookies of one host to all of its ports.
        mark = sha256(str(state.path.absolute()).encode()).hexdigest()[:8]
        self.form_cookie, self.login_cookie = f"furphy-form-{mark}", f"furphy-login-{mark}"

    def binding(self, request: Request) -> Binding | None:
        """Return what binds forms to a browser; None where it brings nothing of ours."""
        try:
            told = self._signed.loads(request.cookies.get(self.form_cookie, ""))
            return Binding(str(told["session"]), str(told["name"]))
        except (BadSignature, KeyError, TypeError):
            return None

    def bind(self, response: Response, binding: Binding) -> None:
        """Have a browser keep a binding."""
        told = {"session": binding.session, "name": binding.name}
        self._set(response, self.form_cookie, str(self._signed.dumps(told)))

    def form_token(self, session: str) -> str:
        """Return what a form of a session has to bring back."""
        return hmac.new(self._secret, f"form {session}".encode(), sha256).hexdigest()

    def is_form_token(self, session: str, given: str) -> bool:
        """Tell whether a form was made for a session."""
        return hmac.compare_digest(self.form_token(session), given)

    def log_in(self, response: Response, account: str) -> None:
        """Begin a session of an account."""
        secret, moment = secrets.token_urlsafe(32), time.time()
        with self._state.writing() as connection:
            connection.execute("DELETE FROM session WHERE used_at < ?", (moment - IDLE,))
            row = (_digest(secret), account, moment, moment)
            connection.execute("INSERT INTO session VALUES (?, ?, ?, ?)", row)
        self._set(response, self.login_cookie, secret)

    def log_out(self, request: Request, response: Response) -> None:
        """End a session, here and in the browser."""
        digest = _digest(request.cookies.get(self.login_cookie, ""))
        with self._state.writing() as connection:
            connection.execute("DELETE FROM session WHERE id = ?", (digest,))
        response.delete_cookie(self.login_cookie, path="/", httponly=True, samesite="strict")

    def person(self, request: Request, binding: Binding) -> Person:
        """Return who asks with the cookies of a browser."""
        if self._is_alone and not accounts.exist(self._state):
            return Person(binding.name, Role.EDITOR, binding.session, is_local=True)
        account = self._account(request.cookies.get(self.login_cookie, ""))
        if account is None:
            return Person("", Role.NOBODY, binding.session)
        return Person(account.name, account.role, binding.session)

    def bearer(self, request: Request) -> Person | None:
        """Return who asks with a token; None where it is worth nothing."""
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        found = accounts.bearer(self._state, secret) if scheme.lower() == "bearer" else None
        return None if found is None else Person(*found, session="")

    def _account(self, secret: str) -> accounts.Account | None:
        if not secret:
            return None
        digest, moment = _digest(secret), time.time()
        with self._state.reading() as connection:
            asked = "SELECT account, made_at, used_at FROM session WHERE id = ?"
            row = connection.execute(asked, (digest,)).fetchone()
        if row is None or moment - row["used_at"] > IDLE or moment - row["made_at"] > LONGEST:
            return None
        if moment - row["used_at"] > _TOUCH:
            with self._state.writing() as connection:
                asked = "UPDATE session SET used_at = ? WHERE id = ?"
                connection.execute(asked, (moment, digest))
        return accounts.known(self._state, row["account"])

    def _set(self, response: Response, name: str, value: str) -> None:
        response.set_cookie(
            name,
            value,
            max_age=int(LONGEST),
            path="/",
            httponly=True,
            samesite="strict",
            secure=self._is_secure,
        )


def fresh() -> Binding:
    """Return the binding of a browser that was never here."""
    return Binding(secrets.token_urlsafe(16))


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
