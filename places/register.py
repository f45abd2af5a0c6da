"""Ukraine's register of settlements (KATOTTG), as its Ministry publishes it."""

from collections.abc import Iterator
from dataclasses import dataclass

import openpyxl
import translitua

from places.inputs import Inputs

OBLASTS = {
    "01": "11",
    "05": "23",
    "07": "24",
    "12": "04",
    "14": "05",
    "18": "27",
    "21": "25",
    "23": "26",
    "26": "06",
    "32": "13",
    "35": "10",
    "44": "14",
    "46": "15",
    "48": "16",
    "51": "17",
    "53": "18",
    "56": "19",
    "59": "21",
    "61": "22",
    "63": "07",
    "65": "08",
    "68": "09",
    "71": "01",
    "73": "03",
    "74": "02",
    "80": "12",
    "85": "20",
}
"""The first digits of the register's codes: GeoNames' code of the region."""
SETTLEMENTS = frozenset("KMTXC")
"""Cities with special status, cities, urban settlements, hamlets, villages."""
CITIES = frozenset("KMT")


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the register."""

    code: str
    kind: str
    name: str
    above: tuple[str, ...]
    """Codes of the units that it lies in, outermost first."""

    @property
    def oblast(self) -> str:
        """GeoNames' code of the oblast, or of the city that has the rank of one."""
        return f"UA.{OBLASTS[self.code[2:4]]}"

    @property
    def raion(self) -> str:
        """GeoNames' code of the raion, which is made of the first digits of the register's."""
        return f"{self.oblast}.{self.code[2:6]}"

    @property
    def hromada(self) -> str | None:
        """The register's own code of the community; None where it lies in none."""
        return self.above[2] if len(self.above) > 2 else None  # noqa: PLR2004  (the third level)


def units(inputs: Inputs) -> Iterator[Unit]:
    """Yield all units in the order of the register."""
    sheet = openpyxl.load_workbook(inputs.path("register"), read_only=True).active
    for first, *rest, kind, name in sheet.iter_rows(max_col=7, values_only=True):
        if first and str(first).startswith("UA") and kind:
            codes = [each for each in (first, *rest) if each]
            yield Unit(codes[-1], kind, " ".join(name.split()).replace("’", "'"), tuple(codes[:-1]))


def latin(name: str) -> str:
    """Return the official Latin form (Cabinet of Ministers of Ukraine, resolution 55 of 2010)."""
    return str(translitua.translit(name.replace("’", "'")))
