"""What is taken in, however it is called, and what is left when it is broken off."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import browser, copied_desk

from furphy.desk import browsing
from furphy.web import intake
from furphy.web.desk import Desk


@pytest.fixture
def desk(traced_rumours: Path, tmp_path: Path) -> Iterator[Desk]:
    with copied_desk(traced_rumours, tmp_path) as found:
        yield found


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\cases\\report.txt", "report.txt"),
        ("a\u202egnp.exe", "a_gnp.exe"),
        ("<script>.html", "<script>.html"),
        ("...", "upload-1"),
        ("", "upload-1"),
        ("x" * 10_000 + ".pdf", "x" * 116 + ".pdf"),
        ("ж" * 100 + ".txt", "ж" * 58 + ".txt"),
        (".hidden", "hidden"),
        ("new\nline.txt", "new_line.txt"),
    ],
)
def test_an_upload_is_written_under_a_name_that_leads_nowhere(given: str, written: str) -> None:
    assert intake.safe_name(given, 1) == written


def test_what_is_uploaded_is_queued_and_taken_in(desk: Desk) -> None:
    who = browser(desk)
    form = {"form": who.form_token(), "addresses": "", "pasted": ""}
    words = b"Dam holds\n\nThe dam at Testove held, the office said on 4 March 2025."
    who.send("/intake", form, files=[("files", ("dam.txt", words, "text/plain"))])
    assert who.status == 200
    assert "waiting" in who.words()
    (job,) = intake.jobs(desk.state)
    intake_in_its_own_process(desk, job.number)
    (job,) = intake.jobs(desk.state)
    assert (job.state, job.told["added"]) == ("done", 1)
    assert [*desk.spool.iterdir()] == []
    (newest, *_) = browsing.documents(desk.book, None, 1)
    assert str(newest.hit.key).endswith("dam.txt")


def intake_in_its_own_process(desk: Desk, number: int) -> None:
    from multiprocessing import get_context  # noqa: PLC0415 - only here

    given = (desk.where, str(desk.state.path.absolute()), number)
    process = get_context("spawn").Process(target=intake.take_in, args=given)
    process.start()
    process.join(120)
    assert process.exitcode == 0


def test_the_foreman_takes_in_what_is_queued_and_traces_anew(desk: Desk) -> None:
    desk.foreman.begin()
    try:
        before = desk.foreman.standing().serial
        who = browser(desk)
        who.post("/intake", addresses="", pasted="Dam holds\n\nThe dam held, police said.")
        end = time.monotonic() + 120
        while desk.foreman.standing().serial == before:
            assert time.monotonic() < end
            time.sleep(0.3)
        assert not desk.foreman.standing().is_behind
    finally:
        desk.foreman.close()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"addresses": "", "pasted": ""}, 422),
        ({"addresses": "file:///etc/passwd", "pasted": ""}, 422),
        ({"addresses": "javascript:alert(1)", "pasted": ""}, 422),
        ({"addresses": "https://x.test/ " * 501, "pasted": ""}, 413),
    ],
    ids=["nothing", "a file of the server", "a script", "too many"],
)
def test_what_cannot_be_taken_in_is_told(desk: Desk, fields: dict[str, str], status: int) -> None:
    who = browser(desk)
    who.post("/intake", **fields)
    assert who.status == status
    assert intake.jobs(desk.state) == []


def test_an_upload_that_is_too_large_leaves_nothing(desk: Desk) -> None:
    who = browser(desk, most_upload=100_000)
    form = {"form": who.form_token(), "addresses": "", "pasted": ""}
    who.send("/intake", form, files=[("files", ("big.txt", b"x" * 200_000, "text/plain"))])
    assert who.status == 413
    assert intake.jobs(desk.state) == []
    assert not desk.spool.exists() or not [*desk.spool.iterdir()]


def test_what_was_begun_when_the_desk_ended_is_begun_again(desk: Desk) -> None:
    number = intake.queue(desk.state, "koval", ["https://x.test/"], None)
    with desk.state.writing() as connection:
        connection.execute("UPDATE intake SET state = 'running'")
    intake.requeue_broken_off(desk.state)
    assert intake.waiting(desk.state) == number
