"""Files in one ZIP archive, laid out as a bag (BagIt 1.0, RFC 8493); equal files, equal bytes.

Members stand in the order of their names, are stored and not compressed, and bear one fixed time,
so that neither the machine nor its version of zlib shows.
"""

import hashlib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP archive can tell."""
_UNIX, _PLAIN = 3, 0o100644 << 16


def write(payload: Mapping[str, bytes], info: Iterable[tuple[str, str]], path: Path) -> None:
    """Write a bag; the names of the payload are paths below ``data/``.

    Raises :class:`OSError` where it cannot be written; what was there before is then left alone.
    """
    files = {f"data/{name}": data for name, data in payload.items()}
    size = f"{sum(map(len, files.values()))}.{len(files)}"
    told = "".join(
        f"{name}: {_one_line(value)}\n" for name, value in (*info, ("Payload-Oxum", size))
    )
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": told.encode("utf-8", "replace"),
        "manifest-sha256.txt": _manifest(files),
    }
    tags["tagmanifest-sha256.txt"] = _manifest(tags)
    draft = path.with_name(f".{path.name}.part")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
            for name, data in sorted((files | tags).items()):
                archive.writestr(_member(name), data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _WHEN)
    member.create_system, member.external_attr = _UNIX, _PLAIN
    return member


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
    )
    return "".join(lines).encode()


def _one_line(value: str) -> str:
    return " ".join(value.split())
