"""A desk does the same on a file and on a server: takes in, shows, judges, searches, hands on."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import browser
from served import wait_until

from furphy.desk import judging
from furphy.web import handing, intake
from furphy.web.desk import Desk
from furphy.web.serving import Wish, opened

REPORT = "The dam above Testove burst on 12 March 2024 and flooded forty houses.\n"


@pytest.fixture
def desk(where: str, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "state"
    folder.mkdir()
    with opened(Wish(where, folder=folder)) as found:
        found.foreman.begin()
        try:
            yield found
        finally:
            found.foreman.close()


def test_a_case_is_worked_from_taking_in_to_handing_on(desk: Desk) -> None:
    who = browser(desk)
    form = {"form": who.form_token(), "addresses": "", "pasted": ""}
    files = [
        ("files", (name, f"{REPORT}That is what {name} says.\n".encode(), "text/plain"))
        for name in ("a.txt", "b.txt")
    ]
    who.send("/intake", form, files=files)
    assert who.status == 200
    wait_until(lambda: not desk.foreman.standing().is_behind, 180)
    (job,) = intake.jobs(desk.state)
    assert (job.state, job.told["added"]) == ("done", 2)

    (claim,) = who.client.get("/api/v1/claims").json()["items"]
    assert "burst" in who.get(f"/claims/{claim['id']}")
    assert who.status == 200

    hits = who.client.get("/api/v1/search?q=dam").json()["items"]
    assert {Path(each["key"]).name for each in hits} == {"a.txt", "b.txt"}
    assert "Testove" in who.get("/search?q=dam")

    who.get(f"/documents/{hits[0]['key']}")
    who.send("/judge", {**who.form("Accept"), "kind": "yes", "by": "A. Analyst"})
    assert "Your judgement is kept." in who.page
    (judged,) = judging.listed(desk.where)
    assert (judged["kind"], judged["value"], judged["by"]) == ("answer", "yes", "A. Analyst")
    wait_until(lambda: not desk.foreman.standing().is_behind, 120)

    number = handing.ask_for(desk.state, "A. Analyst", handing.BUNDLE, claim["id"])
    desk.foreman.call()
    wait_until(lambda: _ended(desk, number), 120)
    made = handing.handover(desk.state, number)
    assert made is not None
    assert (made.state, made.reason) == ("done", None)
    path = handing.file_of(desk.state, number)
    assert path is not None
    assert zipfile.is_zipfile(path)
    assert who.client.get(f"/exports/{number}").content == path.read_bytes()


def _ended(desk: Desk, number: int) -> bool:
    made = handing.handover(desk.state, number)
    return made is not None and made.ended_at is not None
