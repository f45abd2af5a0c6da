import csv
import io
import json
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from shell import ran, started

from furphy.cli import furphy

SAID = "The dam may have burst, the water board said.\n\nSources said that 40 people died.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(SAID)
    (tmp_path / "b.txt").write_text("Police denied that the road was closed.\n")
    return tmp_path


def furphy_read(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(furphy, ["read", *map(str, arguments)], input=given)


def test_a_report_is_printed_for_people(folder: Path) -> None:
    run = furphy_read(folder / "a.txt")
    assert run.exit_code == 0
    assert "CHECK FIRST" in run.stdout
    assert "the water board" in run.stdout
    assert run.stderr == ""


def test_json_is_one_object_a_line(folder: Path) -> None:
    run = furphy_read(folder, "--format", "json")
    read = [json.loads(line) for line in run.stdout.splitlines()]
    assert [Path(each["document"]["key"]).name for each in read] == ["a.txt", "b.txt"]


def test_csv_has_one_header_for_all(folder: Path) -> None:
    run = furphy_read(folder, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert {Path(row["document"]).name for row in rows} == {"a.txt", "b.txt"}


def test_standard_input_is_read(folder: Path) -> None:
    run = furphy_read("-", "--format", "json", given=SAID)
    assert json.loads(run.stdout)["document"]["key"] == "-"


def test_records_are_read_one_by_one_under_their_own_keys() -> None:
    lines = "".join(json.dumps({"id": f"r{n}", "text": SAID}) + "\n" for n in range(3))
    run = furphy_read("-", "--format", "json", given=lines)
    read = [json.loads(line)["document"]["key"] for line in run.stdout.splitlines()]
    assert read == ["r0", "r1", "r2"]


def test_several_processes_print_what_one_prints(folder: Path) -> None:
    alone = furphy_read(folder, "--format", "json")
    together = furphy_read(folder, "--format", "json", "--jobs", 2)
    assert together.stdout == alone.stdout
    assert together.exit_code == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_day_of_publication_can_be_given(folder: Path, jobs: str) -> None:
    run = furphy_read(folder, "--format", "json", "--published", "2024-03-14", "--jobs", jobs)
    read = [json.loads(line)["document"]["published"] for line in run.stdout.splitlines()]
    assert read == [{"interval": ["2024-03-14", "2024-03-15"], "basis": "given"}] * 2


def test_a_day_that_is_none_is_a_wrong_call(folder: Path) -> None:
    run = furphy_read(folder, "--published", "31 November")
    assert run.exit_code == 2
    assert "31 November is no date" in run.stderr


def test_output_goes_to_a_file(folder: Path) -> None:
    run = furphy_read(folder, "--format", "json", "--output", folder / "out.jsonl")
    assert run.stdout == ""
    assert len((folder / "out.jsonl").read_text().splitlines()) == 2


def test_a_page_is_written_instead_of_a_report(folder: Path) -> None:
    run = furphy_read(folder / "a.txt", "--html", folder / "page.html")
    assert (run.stdout, run.stderr) == ("", f"wrote {folder / 'page.html'}\n")
    assert "Content-Security-Policy" in (folder / "page.html").read_text()


def test_a_page_comes_beside_what_was_asked_for_by_name(folder: Path) -> None:
    run = furphy_read(folder / "a.txt", "--html", folder / "page.html", "--format", "json")
    assert json.loads(run.stdout)["schema"] == "furphy/reading/1"
    assert (folder / "page.html").is_file()


def test_several_pages_go_into_a_folder(folder: Path) -> None:
    run = furphy_read(folder, "--html", folder / "pages")
    assert sorted(each.name for each in (folder / "pages").iterdir()) == [
        "0001-a.html",
        "0002-b.html",
    ]
    assert run.stderr == f"wrote 2 pages to {folder / 'pages'}\n"


def test_a_second_document_for_one_page_is_a_wrong_call(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": str(n), "text": SAID}) + "\n" for n in range(2))
    run = furphy_read("-", "--html", tmp_path / "page.html", given=lines)
    assert run.exit_code == 2
    assert "give --html a folder" in run.stderr


def test_a_failure_is_one_line_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "aa.txt").write_bytes(b"")
    run = furphy_read(folder, "--format", "json")
    assert run.exit_code == 1
    assert len(run.stdout.splitlines()) == 2
    [told] = run.stderr.splitlines()
    assert told.startswith(f"furphy: {folder / 'aa.txt'}: ")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_reads_nothing_says_so_with_code_3(tmp_path: Path, jobs: int) -> None:
    run = furphy_read(tmp_path / "gone\x1b[2J.txt", "--jobs", jobs)
    assert run.exit_code == 3
    assert "gone" in run.stderr
    assert "\x1b" not in run.stderr


def test_an_empty_folder_says_so_with_code_3(tmp_path: Path) -> None:
    run = furphy_read(tmp_path)
    assert (run.exit_code, run.stderr) == (3, "furphy: no file to read\n")


def test_an_output_that_cannot_be_written_is_told(folder: Path) -> None:
    run = ran("-m", "furphy", "read", str(folder / "a.txt"), "-o", str(folder / "no" / "out"))
    assert run.returncode == 2
    assert "Could not open file" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.fixture
def many(tmp_path: Path) -> str:
    """Return records that print more than a pipe holds, so that a run cannot end unread."""
    lines = (json.dumps({"id": f"r{n}", "text": SAID * 20}) for n in range(60))
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    return str(tmp_path / "many.jsonl")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_quietly_with_code_130(many: str, jobs: str) -> None:
    with started("-m", "furphy", "read", many, "--format", "json", "--jobs", jobs) as run:
        assert run.stdout
        assert run.stdout.readline()
        run.send_signal(signal.SIGINT)
        said = run.communicate(timeout=60)[1]
    assert run.returncode == 130
    assert said.split() == ["interrupted"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_ends_quietly(many: str, jobs: str) -> None:
    with started("-m", "furphy", "read", many, "--format", "json", "--jobs", jobs) as run:
        assert run.stdout
        assert run.stderr
        assert run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == ""
