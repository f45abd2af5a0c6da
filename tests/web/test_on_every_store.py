"""A desk does the same on a file and on a server: takes in, shows, judges, searches, hands on."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from desked import browser
from served import serving, wait_until
from stores import Server

from furphy.cli import furphy
from furphy.desk import judging
from furphy.web import handing, intake
from furphy.web.desk import Desk
from furphy.web.serving import Wish, opened

httpx = pytest.importorskip("httpx", reason="httpx is not installed")

pytestmark = pytest.mark.long

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


def test_a_server_s_case_is_served_by_the_command_itself(server: Server, tmp_path: Path) -> None:
    where = server.database().replace("furphy@", "furphy:open-sesame@")
    told = f"{REPORT}Nobody else tells that the mayor of Testove left on Friday.\n"
    with serving(where, tmp_path) as home, httpx.Client(base_url=home) as client:
        page = client.get("/").text
        assert "sesame" not in page
        form = re.search(r'name="form" value="(\w+)"', page)
        assert form is not None
        given = {"form": form[1], "addresses": "", "pasted": told}
        assert client.post("/intake", data=given, follow_redirects=True).status_code == 200
        wait_until(lambda: client.get("/api/v1/claims?alone=true").json()["items"], 180)
        claim = client.get("/api/v1/claims?alone=true").json()["items"][0]
        assert claim["documents"] == 1
        page = client.get(f"/claims/{claim['id']}").text
        assert "Make the file" in page
        asked = {"form": form[1], "claim": claim["id"], "format": handing.BUNDLE}
        assert client.post("/exports", data=asked, follow_redirects=True).status_code == 200
        wait_until(lambda: client.get("/exports/1").status_code == 200, 180)
        bundle = tmp_path / "claim.zip"
        bundle.write_bytes(client.get("/exports/1").content)
    run = CliRunner().invoke(furphy, ["verify", str(bundle)])
    assert (run.exit_code, run.stderr) == (0, "")
    # Nothing that the desk said or kept repeats the password.
    kept = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert {"desk.log", "furphy.desk"} <= {each.name for each in kept}
    assert [each.name for each in kept if b"sesame" in each.read_bytes()] == []
    assert "furphy:***@" in (tmp_path / "desk.log").read_text(encoding="utf-8")
