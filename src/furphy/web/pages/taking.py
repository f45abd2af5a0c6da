"""Take documents in: files, words that were pasted, addresses."""

import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from starlette.responses import RedirectResponse, Response

from furphy.desk.inputs import is_address
from furphy.web import intake, visits
from furphy.web.asking import Ask, Refusal, Upload
from furphy.web.desk import Desk

MOST_ADDRESSES = 500
_PIECE = 1 << 20


def take(ask: Ask) -> Response:
    """Queue what somebody gave to be taken in."""
    addresses = ask.given("addresses").split()
    bad = [each for each in addresses if not is_address(each)]
    if bad:
        raise Refusal(422, f"{bad[0]} is no address; one begins with https:// or http://.")
    if len(addresses) > MOST_ADDRESSES:
        raise Refusal(413, f"At most {MOST_ADDRESSES} addresses are taken at once.")
    pasted = ask.given("pasted")
    if not (addresses or pasted or ask.files):
        raise Refusal(422, "There is nothing to take in: choose a file, paste words or an address.")
    queue_in(ask.desk, ask.person.name or ask.person.key, addresses, pasted, ask.files)
    return RedirectResponse("/?done=queued#intake", 303)


def seen(ask: Ask) -> Response:
    """Have all that is there count as seen."""
    visits.visit(ask.desk, ask.person.key, seen=True)
    return RedirectResponse("/?done=seen", 303)


def queue_in(
    desk: Desk,
    who: str,
    addresses: Sequence[str],
    pasted: str | None,
    files: Sequence[Upload],
) -> int:
    """Write what was uploaded into the spool, and queue it; return the number of the row."""
    if not (pasted or files):
        number = intake.queue(desk.state, who, addresses, None)
        desk.foreman.call()
        return number
    folder = desk.spool / secrets.token_hex(4)
    folder.mkdir(parents=True)
    try:
        inputs = [*addresses, *_written(folder, pasted, files)]
        number = intake.queue(desk.state, who, inputs, folder)
    except BaseException:
        # However it broke off, nobody will ask for the files.
        shutil.rmtree(folder, ignore_errors=True)
        raise
    desk.foreman.call()
    return number


def _written(folder: Path, pasted: str | None, files: Sequence[Upload]) -> list[str]:
    """Write what was uploaded; return the names by which it is taken in."""
    names = list[str]()
    for number, each in enumerate(files, 1):
        name = intake.safe_name(each.name, number)
        if (folder / name).exists():
            name = f"{number}-{name}"
        with (folder / name).open("wb") as to:
            shutil.copyfileobj(each.file.file, to, _PIECE)
        names.append(name)
    if pasted:
        name = "pasted.txt" if not (folder / "pasted.txt").exists() else "pasted-too.txt"
        (folder / name).write_text(pasted, encoding="utf-8", errors="replace")
        names.append(name)
    return [f"{folder.name}/{name}" for name in names]
