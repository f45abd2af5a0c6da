"""What tests in several folders ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from stores import Server, programs, running_server

# A busy machine is no fault of what is tested.
settings.register_profile("furphy", deadline=None)
settings.load_profile("furphy")


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
