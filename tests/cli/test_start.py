import time

import pytest
from shell import ran

HEAVY = {"spacy", "lxml", "trafilatura", "rich", "jinja2", "numpy", "pebble", "furphy.desk"}


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["--version"], []])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('LOADED', *sys.modules))\n"
        f"sys.argv = ['furphy', *{arguments!r}]\n"
        "from furphy.cli import main\n"
        "main()\n"
    )
    run = ran("-c", script)
    loaded = run.stdout.split("LOADED", 1)[1].split()
    assert "furphy.cli" in loaded
    assert HEAVY.isdisjoint(loaded)


def seconds(*arguments: str) -> float:
    start = time.perf_counter()
    assert ran(*arguments).returncode == 0
    return time.perf_counter() - start


def test_help_is_there_well_before_the_parser_would_be() -> None:
    # The best of a few runs of each, since other work on the machine only ever slows one down.
    help_takes = min(seconds("-m", "furphy", "--help") for _ in range(5))
    parser_takes = min(seconds("-c", "import spacy") for _ in range(3))
    assert help_takes < 0.3 * parser_takes


def test_the_module_runs_as_the_command_does() -> None:
    run = ran("-m", "furphy", "--version")
    assert run.stdout.startswith("furphy, version ")


CALLS = {
    "no input": ["read"],
    "no such command": ["sing"],
    "no such format": ["read", "-", "--format", "xml"],
    "no worker": ["read", "-", "--jobs", "0"],
    "one page for two": ["read", "a", "b", "--html", "page.html"],
}


@pytest.mark.parametrize("arguments", CALLS.values(), ids=CALLS)
def test_a_wrong_call_is_told_so_with_code_2(arguments: list[str]) -> None:
    run = ran("-m", "furphy", *arguments)
    assert run.returncode == 2
    assert "Error: " in run.stderr
    assert "Traceback" not in run.stderr
