"""Which gazetteers there are: the packaged one and the user's own lists, searched together."""

import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from furphy.errors import InputError
from furphy.gazetteer.index import Gazetteer

PACKAGED = Path(__file__).parent / "data" / "places.sqlite"
_SUFFIX = ".sqlite"
_NAME = re.compile(r"[\w][\w. -]{0,63}")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that keeps a user's lists, one index file each."""

    folder: Path

    def lists(self) -> tuple[Path, ...]:
        """Return the index files, in the order of their names."""
        return tuple(sorted(self.folder.glob(f"[!.]*{_SUFFIX}")))

    def path(self, name: str) -> Path:
        """Return where the list of a name is kept, whether or not there is one.

        Raises :class:`InputError` where the name cannot be that of a file everywhere.
        """
        if not _NAME.fullmatch(name):
            raise InputError(f"{name!r} cannot name a list: use letters, digits, dots and dashes")
        return self.folder / f"{name}{_SUFFIX}"

    def remove(self, name: str) -> None:
        """Remove a list; raises :class:`InputError` where there is none."""
        path = self.path(name)
        try:
            path.unlink()
        except FileNotFoundError as error:
            raise InputError(f"there is no list {name!r} in {self.folder}") from error
        except OSError as error:
            raise InputError(f"{path} cannot be removed: {error.strerror}") from error

    def sweep(self, name: str) -> None:
        """Remove what an interrupted build of a list has left, unless it is still running."""
        path = self.path(name)
        for left in self.folder.glob(f".{path.name}.*"):
            number = left.name.removeprefix(f".{path.name}.").partition("-")[0]
            if not (number.isdecimal() and _runs(int(number))):
                # Where the system keeps open files from being removed, it is still running.
                with suppress(OSError):
                    left.unlink()


def own() -> Shelf:
    """Return the user's shelf: in ``$FURPHY_HOME``, else where the system keeps programs' data."""
    home = os.environ.get("FURPHY_HOME")
    return Shelf((Path(home) if home else _data_folder()) / "gazetteers")


def default() -> Gazetteer:
    """Return the user's lists and the packaged gazetteer, each opened once a process.

    The user's own come first, so that of a place in both, theirs counts. Raises
    :class:`InputError` where the packaged one has not been built.
    """
    return _open(*own().lists(), _built())


def packaged() -> Gazetteer:
    """Return the packaged gazetteer alone; raises :class:`InputError` as :func:`default` does."""
    return _open(_built())


def _built() -> Path:
    if not PACKAGED.is_file():
        raise InputError(f"{PACKAGED} is missing: install furphy again, which builds it")
    return PACKAGED


def _open(*paths: Path) -> Gazetteer:
    # A list that has been built anew since is another one, though its name is the same.
    return _opened(tuple((path, path.stat().st_mtime_ns) for path in paths))


@cache
def _opened(files: tuple[tuple[Path, int], ...]) -> Gazetteer:
    return Gazetteer([path for path, _ in files])


def _data_folder() -> Path:
    """Return the user's data folder by the conventions of each system (XDG on Linux)."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "furphy"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "furphy"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "furphy"


def _runs(process: int) -> bool:
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
