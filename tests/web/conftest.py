"""What tests of the desk in a browser ask for."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def traced_rumours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lend a folder with the casebook of rumours and what its desk keeps, to be copied."""
    # Where the extra web is not installed, it skips what asks for it.
    from desked import rumour_desk  # noqa: PLC0415 - an extra

    folder: Path = tmp_path_factory.mktemp("rumours")
    with rumour_desk(folder):
        return folder
