"""Seal a casebook, read seals, and make the keys they are signed with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from furphy.casebook import seal
from furphy.casebook.casebook import Casebook
from furphy.casebook.clock import Clock, utc_now
from furphy.errors import BadSeal

new_key = seal.new_key


@dataclass(frozen=True, slots=True)
class Opened:
    """A seal, and what is known of who made it."""

    seal: seal.Seal
    signed: str
    """For people: by whom it is signed, if it is."""


def sealed(where: str, key: Path | None, clock: Clock = utc_now) -> str:
    """Return a seal of a casebook as it is now, as JSON; unsigned where no key is given."""
    private = None if key is None else seal.private_key(key)
    with Casebook.open(where) as book, book.reading() as connection:
        return seal.sealed(connection, private, clock).written()


def opened(paths: Sequence[Path], public_key: Path | None) -> list[Opened]:
    """Read seals, and check their signatures.

    Raises :class:`furphy.errors.BadSeal` for one whose signature is not good, or which the owner
    of the public key, where that is given, did not sign.
    """
    key = None if public_key is None else seal.public_key(public_key)
    found: list[Opened] = []
    for path in paths:
        each = seal.read_seal(path)
        if key is None and each.signature is None:
            found.append(Opened(each, "by nobody"))
            continue
        if not seal.is_signed_by(each, key or seal.own_key(each)):
            whose = "its key" if key is None else f"the key in {public_key}"
            raise BadSeal(f"{path}: not signed with {whose}, or changed since")
        whose = f"with the key {each.key}"
        found.append(Opened(each, whose if key is None else f"{whose}, as in {public_key}"))
    return found
