"""A seal: the head of a journal, signed, to be kept where nobody can change it.

A chain proves that nothing in it was changed, not that it is all: who cuts off its end, or makes
all of it anew, leaves a sound chain. A seal given away before (by mail, on paper, to a notary, to
a time-stamping authority) shows that up to here the journal was this one. It is signed with
Ed25519 (RFC 8032) over the canonical JSON of its other members.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection

import furphy
from furphy.casebook.canonical import canonical
from furphy.casebook.clock import Clock, utc_now
from furphy.casebook.journal import NOTHING_BEFORE, entry_at, head
from furphy.errors import BadSeal

SCHEMA = "furphy/seal/1"
_RAW = serialization.Encoding.Raw, serialization.PublicFormat.Raw


@dataclass(frozen=True, slots=True)
class Seal:
    """How long a journal was, and how it ended, at a time."""

    first: str
    """Digest of its first entry, by which it is told from other casebooks' journals."""
    entries: int
    """How many it had; 0 for an empty one."""
    head: str
    """Digest of the last; 64 zeros where there was none."""
    sealed_at: str
    """ISO 8601, UTC, by the clock of who sealed it."""
    version: str
    """Of furphy."""
    key: str | None = None
    """The public key, 32 bytes in base 64; None where it is not signed."""
    signature: str | None = None
    """Ed25519, 64 bytes in base 64."""

    def written(self) -> str:
        """Return it as the JSON that is given away."""
        return json.dumps({"schema": SCHEMA, **asdict(self)}, indent=2) + "\n"

    def signed_bytes(self) -> bytes:
        """Return what is signed."""
        told = {"schema": SCHEMA, **asdict(self)}
        del told["signature"]
        return canonical(told).encode()


def sealed(connection: Connection, key: Ed25519PrivateKey | None, clock: Clock = utc_now) -> Seal:
    """Return a seal of a casebook as it is; unsigned where no key is given."""
    first, last = entry_at(connection, 1), head(connection)
    bare = Seal(
        first=NOTHING_BEFORE if first is None else first.id,
        entries=0 if last is None else last.number,
        head=NOTHING_BEFORE if last is None else last.id,
        sealed_at=clock(),
        version=furphy.__version__,
    )
    if key is None:
        return bare
    named = replace(bare, key=_base64(key.public_key().public_bytes(*_RAW)))
    return replace(named, signature=_base64(key.sign(named.signed_bytes())))


def read_seal(path: Path) -> Seal:
    """Read a seal; raises :class:`furphy.errors.BadSeal` where there is none."""
    try:
        told = json.loads(_bytes(path))
        if told.pop("schema") != SCHEMA:
            raise BadSeal(f"{path} is no seal that this furphy knows")
        seal = Seal(**told)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise BadSeal(f"{path} is no seal: {error}") from error
    texts = (seal.first, seal.head, seal.sealed_at, seal.version)
    if type(seal.entries) is not int or not all(isinstance(each, str) for each in texts):
        raise BadSeal(f"{path} is no seal: a member is of the wrong kind")
    return seal


def is_signed_by(seal: Seal, key: Ed25519PublicKey) -> bool:
    """Tell whether the owner of a key signed a seal, just as it is."""
    try:
        key.verify(b64decode(seal.signature or "", validate=True), seal.signed_bytes())
    except (InvalidSignature, ValueError, TypeError):
        return False
    return seal.key == _base64(key.public_bytes(*_RAW))


def own_key(seal: Seal) -> Ed25519PublicKey:
    """Return the key that a seal names; whose it is, the seal does not prove."""
    try:
        return Ed25519PublicKey.from_public_bytes(b64decode(seal.key or "", validate=True))
    except (ValueError, TypeError) as error:
        raise BadSeal(f"the seal names no key: {error}") from error


def new_key(path: Path) -> Path:
    """Write a new private key, for its owner's eyes only, and beside it the public one.

    PEM: PKCS 8, and SubjectPublicKeyInfo as ``PATH.pub``. Raises :class:`furphy.errors.BadSeal`
    where one of the files is there, or cannot be written. Returns the path of the public one.
    """
    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    beside = path.with_name(f"{path.name}.pub")
    try:
        if beside.exists():
            raise FileExistsError(17, "there is one already", str(beside))
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(secret)
        beside.write_bytes(public)
    except OSError as error:
        raise BadSeal(f"{error.filename or path}: no key written: {error.strerror}") from error
    return beside


def private_key(path: Path) -> Ed25519PrivateKey:
    """Read a private key of Ed25519 in PEM, without a password."""
    try:
        key = serialization.load_pem_private_key(_bytes(path), password=None)
    except (ValueError, TypeError) as error:
        raise BadSeal(f"{path} holds no private key that can be used: {error}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise BadSeal(f"{path} holds a key of another kind than Ed25519")
    return key


def public_key(path: Path) -> Ed25519PublicKey:
    """Read a public key of Ed25519 in PEM."""
    try:
        key = serialization.load_pem_public_key(_bytes(path))
    except (ValueError, TypeError) as error:
        raise BadSeal(f"{path} holds no public key: {error}") from error
    if not isinstance(key, Ed25519PublicKey):
        raise BadSeal(f"{path} holds a key of another kind than Ed25519")
    return key


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadSeal(f"{path}: {error.strerror}") from error


def _base64(data: bytes) -> str:
    return b64encode(data).decode()
