"""What the benchmarks read: whole articles where they are at hand, else the shipped samples."""

import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from furphy.ingest import Capture, open_bytes
from furphy.model.document import Document

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("FURPHY_SHARED", ROOT.parent / "shared"))
ARTICLES = SHARED / "data" / "first-run" / "articles"


def captures() -> list[Capture]:
    """Return the bytes of each text, in the order of their names."""
    if ARTICLES.is_dir():
        return [Capture(each.name, each.read_bytes()) for each in sorted(ARTICLES.glob("*.txt"))]
    samples = resources.files("furphy.desk").joinpath("samples")
    names = sorted(each.name for each in samples.iterdir() if each.name[0].isdigit())
    return [Capture(name, samples.joinpath(name).read_bytes()) for name in names]


def documents() -> Iterator[Document]:
    """Yield each text as a document."""
    for capture in captures():
        yield from (each for each in open_bytes(capture) if isinstance(each, Document))
