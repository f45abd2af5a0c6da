"""Accounts and API tokens: who may come in, as what.

Passwords are kept as argon2id hashes. Of a token only a digest is kept, which is enough for 256
random bits.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from furphy.errors import InputError
from furphy.web.people import ROLES, Role
from furphy.web.state import State

SHORTEST_PASSWORD = 10
LONGEST_NAME, LONGEST_PASSWORD = 100, 1_000
_HASHER = PasswordHasher()
_NOBODYS = _HASHER.hash(secrets.token_hex())
"""Compared where there is no such account, so that the time does not tell."""

TOKEN_MARK = "furphy_"  # noqa: S105 - what all tokens begin with, so that they are known when leaked


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may come in."""

    name: str
    role: Role
    made_at: str


@dataclass(frozen=True, slots=True)
class Token:
    """What a program may come in with."""

    id: str
    account: str
    role: Role
    note: str
    made_at: str
    revoked_at: str | None


def add(state: State, name: str, password: str, role: str) -> Account:
    """Make an account; raises :class:`furphy.errors.InputError` where it cannot be one."""
    told = name.strip()
    if not told or len(told) > LONGEST_NAME or not told.isprintable():
        raise InputError(f"a name has 1 to {LONGEST_NAME} characters that can be printed")
    if role not in ROLES:
        raise InputError(f"{role} is none of the roles: {', '.join(ROLES)}")
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise InputError(f"a password has {SHORTEST_PASSWORD} characters at least")
    account = Account(told, Role(role), now())
    with state.writing() as connection:
        if connection.execute("SELECT 1 FROM account WHERE name = ?", (told,)).fetchone():
            raise InputError(f"there is an account {told} already")
        row = (told, role, _HASHER.hash(password), account.made_at)
        connection.execute("INSERT INTO account VALUES (?, ?, ?, ?)", row)
    return account


def remove(state: State, name: str) -> None:
    """Take an account away, with its sessions and tokens; what it judged stays.

    Raises :class:`furphy.errors.InputError` where there is none.
    """
    with state.writing() as connection:
        if not connection.execute("DELETE FROM account WHERE name = ?", (name,)).rowcount:
            raise InputError(f"there is no account {name}")
        connection.execute("DELETE FROM session WHERE account = ?", (name,))
        connection.execute(
            "UPDATE token SET revoked_at = ? WHERE account = ? AND revoked_at IS NULL",
            (now(), name),
        )


def listed(state: State) -> list[Account]:
    """Return all accounts by name."""
    with state.reading() as connection:
        rows = connection.execute("SELECT name, role, made_at FROM account ORDER BY name")
        return [Account(row["name"], Role(row["role"]), row["made_at"]) for row in rows]


def exist(state: State) -> bool:
    """Tell whether there is any account."""
    with state.reading() as connection:
        return connection.execute("SELECT 1 FROM account LIMIT 1").fetchone() is not None


def known(state: State, name: str) -> Account | None:
    """Return an account by its name."""
    with state.reading() as connection:
        asked = "SELECT name, role, made_at FROM account WHERE name = ?"
        row = connection.execute(asked, (name,)).fetchone()
    return None if row is None else Account(row["name"], Role(row["role"]), row["made_at"])


def entered(state: State, name: str, password: str) -> Account | None:
    """Return the account that a name and a password open; None where they open none."""
    with state.reading() as connection:
        asked = "SELECT hash FROM account WHERE name = ?"
        row = connection.execute(asked, (name,)).fetchone()
    try:
        _HASHER.verify(_NOBODYS if row is None else row["hash"], password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return None
    return known(state, name)


def make_token(state: State, account: str, role: str, note: str) -> tuple[Token, str]:
    """Make a token of an account, and return it with the secret that is shown this once.

    Raises :class:`furphy.errors.InputError` where the account is not there or has a lesser role.
    """
    owner = known(state, account)
    if owner is None:
        raise InputError(f"there is no account {account}")
    if role not in ROLES or not owner.role.may(Role(role)):
        raise InputError(f"{account} is {owner.role} and cannot give a token the role {role}")
    secret = TOKEN_MARK + secrets.token_urlsafe(32)
    made = Token(secrets.token_hex(6), account, Role(role), note[:LONGEST_NAME], now(), None)
    with state.writing() as connection:
        connection.execute(
            "INSERT INTO token VALUES (?, ?, ?, ?, ?, ?, NULL)",
            (made.id, _digest(secret), account, role, made.note, made.made_at),
        )
    return made, secret


def tokens(state: State, account: str | None = None) -> list[Token]:
    """Return the tokens of an account, or all, the last made first."""
    asked = "SELECT id, account, role, note, made_at, revoked_at FROM token"
    with state.reading() as connection:
        rows = connection.execute(f"{asked} ORDER BY made_at DESC, id").fetchall()
    found = [Token(**{**dict(row), "role": Role(row["role"])}) for row in rows]
    return [each for each in found if account is None or each.account == account]


def revoke(state: State, token: str) -> None:
    """Make a token worth nothing from now on; raises :class:`furphy.errors.InputError`."""
    with state.writing() as connection:
        asked = "UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
        if not connection.execute(asked, (now(), token)).rowcount:
            raise InputError(f"there is no token {token} in use")


def bearer(state: State, secret: str) -> tuple[str, Role] | None:
    """Return whose token this is, and what it may do; None where it is worth nothing."""
    asked = (
        "SELECT token.account, token.role AS lent, account.role AS own FROM token"
        " JOIN account ON account.name = token.account"
        " WHERE token.hash = ? AND token.revoked_at IS NULL"
    )
    with state.reading() as connection:
        row = connection.execute(asked, (_digest(secret),)).fetchone()
    if row is None:
        return None
    lent, own = Role(row["lent"]), Role(row["own"])
    return row["account"], lent if own.may(lent) else own


def now() -> str:
    """Return the time, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
