import json
import shutil
import stat
import subprocess
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from stored import add, clock, disarm, dry, flooded

from furphy.casebook.casebook import Casebook
from furphy.casebook.seal import (
    Seal,
    is_signed_by,
    new_key,
    own_key,
    private_key,
    public_key,
    read_seal,
    sealed,
)
from furphy.casebook.verification.whole import Verification
from furphy.errors import BadSeal

CUT = (
    "DELETE FROM journal WHERE number > 2",
    "DELETE FROM judgement_subject",
    "DELETE FROM place WHERE reading = 2",
    "DELETE FROM moment WHERE reading = 2",
    "DELETE FROM quantity WHERE reading = 2",
    "DELETE FROM source WHERE reading = 2",
    "DELETE FROM assertion WHERE reading = 2",
    "DELETE FROM reading WHERE number = 2",
    "DELETE FROM passage WHERE edition = 2",
    "DELETE FROM sighting WHERE number = 2",
    "DELETE FROM edition WHERE number = 2",
    "DELETE FROM document WHERE number = 2",
    "DELETE FROM item WHERE number = 2",
)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    new_key(tmp_path / "key.pem")
    return tmp_path / "key.pem"


@pytest.fixture
def case(tmp_path: Path) -> str:
    """Make a casebook in two steps."""
    where = str(tmp_path / "case.furphy")
    with Casebook.create_or_open(where) as book:
        add(book, flooded())
        add(book, dry())
    return where


def seal(where: str, key: Path | None = None) -> Seal:
    with Casebook.open(where) as book, book.reading() as connection:
        return sealed(connection, None if key is None else private_key(key), clock)


def findings(where: str, *seals: Seal) -> list[str]:
    with Casebook.open(where) as book, book.reading() as connection:
        return [f"{each.table}: {each.what}" for each in Verification(connection, seals).findings()]


def cut(where: str) -> None:
    """Take the second step back, journal and all."""
    engine = create_engine(f"sqlite:///{where}")
    with engine.begin() as connection:
        disarm(connection)
        for each in CUT:
            connection.execute(text(each))
    engine.dispose()


def test_a_seal_says_how_the_journal_ends(case: str, key: Path) -> None:
    found = seal(case, key)
    assert (found.entries, found.sealed_at) == (4, clock())
    assert is_signed_by(found, public_key(Path(f"{key}.pub")))
    assert is_signed_by(found, own_key(found))
    assert findings(case, found) == []


def test_what_comes_after_a_seal_agrees_with_it(case: str, key: Path) -> None:
    before = seal(case, key)
    with Casebook.open(case) as book:
        add(book, dry("again.html"))
    assert findings(case, before, seal(case, key)) == []


def test_a_tail_that_was_cut_off_shows_only_against_the_seal(case: str, key: Path) -> None:
    before = seal(case, key)
    cut(case)
    assert findings(case) == []
    assert findings(case, before) == [
        "journal: was cut off after entry 2: at 2024-03-14T09:20:11Z it had 4"
    ]


def test_a_casebook_made_anew_shows_only_against_the_seal(
    case: str, key: Path, tmp_path: Path
) -> None:
    before = seal(case, key)
    anew = str(tmp_path / "anew.furphy")
    with Casebook.create_or_open(anew) as book:
        add(book, dry())
        add(book, flooded())
    assert findings(anew) == []
    told = findings(anew, before)
    assert len(told) == 2
    assert all("was made anew, or another one was sealed" in each for each in told)


def test_an_empty_casebook_can_be_sealed(tmp_path: Path, key: Path) -> None:
    where = str(tmp_path / "empty.furphy")
    Casebook.create_or_open(where).close()
    assert seal(where, key).entries == 0
    assert findings(where, seal(where, key)) == []


@pytest.mark.parametrize("member", ["first", "entries", "head", "sealed_at", "version"])
def test_a_changed_seal_is_not_signed(case: str, key: Path, member: str) -> None:
    found = seal(case, key)
    changed = {"entries": 3}.get(member, "0" * 64)
    other = replace(found, **{member: changed})  # type: ignore[arg-type]  # fields by name
    assert not is_signed_by(other, own_key(found))


def test_another_s_key_did_not_sign(case: str, key: Path, tmp_path: Path) -> None:
    new_key(tmp_path / "other.pem")
    assert not is_signed_by(seal(case, key), public_key(tmp_path / "other.pem.pub"))
    assert not is_signed_by(seal(case), public_key(tmp_path / "other.pem.pub"))


def test_it_is_read_back_as_it_was_written(case: str, key: Path, tmp_path: Path) -> None:
    path = tmp_path / "seal.json"
    path.write_text(seal(case, key).written())
    assert read_seal(path) == seal(case, key)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="list"),
        pytest.param('{"schema": "furphy/seal/2"}', id="newer"),
        pytest.param('{"schema": "furphy/seal/1"}', id="bare"),
        pytest.param(
            json.dumps(
                {"schema": "furphy/seal/1", "first": "", "entries": "4", "head": ""}
                | {"sealed_at": "", "version": ""}
            ),
            id="wrong-kind",
        ),
    ],
)
def test_what_is_no_seal_is_refused(tmp_path: Path, written: str) -> None:
    path = tmp_path / "seal.json"
    path.write_text(written)
    with pytest.raises(BadSeal, match=r"seal\.json"):
        read_seal(path)


def test_a_private_key_is_for_its_owner_alone_and_never_overwritten(key: Path) -> None:
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_bytes()
    with pytest.raises(BadSeal, match="there is one already"):
        new_key(key)
    Path(f"{key}.pub").unlink()
    with pytest.raises(BadSeal, match="File exists"):
        new_key(key)
    assert key.read_bytes() == before


def test_what_is_no_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    path.write_text("no key")
    with pytest.raises(BadSeal, match=r"key\.pem"):
        private_key(path)
    with pytest.raises(BadSeal, match=r"key\.pem"):
        public_key(path)
    with pytest.raises(BadSeal, match="No such file"):
        private_key(tmp_path / "none.pem")


def test_other_programs_can_check_the_signature(case: str, key: Path, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl here")
    found = seal(case, key)
    (tmp_path / "signed").write_bytes(found.signed_bytes())
    (tmp_path / "signature").write_bytes(b64decode(found.signature or ""))
    files = ["-inkey", f"{key}.pub", "-in", "signed", "-sigfile", "signature"]
    subprocess.run(  # noqa: S603 (a program of ours)
        [openssl, "pkeyutl", "-verify", "-pubin", "-rawin", *files],
        cwd=tmp_path,
        check=True,
        stdout=subprocess.DEVNULL,
    )
