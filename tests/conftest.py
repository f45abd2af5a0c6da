"""What tests in several folders ask for."""

import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from shell import ENVIRONMENT
from stores import Server, programs, running_server

# A busy machine is no fault of what is tested.
settings.register_profile("furphy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("furphy")

# Workers are forked from one process, which lives as long as the tests: what is slow to load is
# loaded there once, and not by each of them. It has to find the furphy under test.
_FORKING = str(Path(__file__).parent / "forking")
os.environ["PYTHONPATH"] = os.pathsep.join([_FORKING, ENVIRONMENT["PYTHONPATH"]])
multiprocessing.set_forkserver_preload(["__main__", "loaded_before"])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes long first; the order within files stays."""
    items.sort(key=lambda each: each.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Lend a PostgreSQL; what wants one is skipped where none is installed."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server here; Debian has it in the package postgresql")
    with running_server(found) as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Name a place for a casebook, once on each kind of store."""
    if request.param == "sqlite":
        return str(tmp_path / "case.furphy")
    running: Server = request.getfixturevalue("server")
    return running.database()
