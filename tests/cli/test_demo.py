from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from furphy.cli import furphy


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    folder = tmp_path_factory.mktemp("demo") / "pages"
    return CliRunner().invoke(furphy, ["demo", "--html", str(folder)]), folder


def test_the_demo_reads_its_samples(demo: tuple[Result, Path]) -> None:
    run, _ = demo
    assert run.exit_code == 0
    assert run.stdout.count("CHECK FIRST") >= 5


def test_the_demo_says_that_its_events_are_invented(demo: tuple[Result, Path]) -> None:
    assert "invented" in demo[0].stdout


def test_the_demo_ends_with_one_table_of_what_the_chain_rests_on(
    demo: tuple[Result, Path],
) -> None:
    table = demo[0].stdout.split("One event, four texts", 1)[1]
    assert all(f"{number}. " in table for number in range(1, 5))
    assert table.count("rests on: ") == 4


def test_the_demo_writes_a_page_for_each_sample(demo: tuple[Result, Path]) -> None:
    run, folder = demo
    assert len(list(folder.glob("*.html"))) == 6
    assert run.stderr == f"wrote 6 pages to {folder}\n"
