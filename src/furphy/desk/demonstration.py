"""The sample reports that come with furphy; their events are invented."""

from collections.abc import Iterator
from importlib import resources

from furphy.desk.reader import Result, read_outcome
from furphy.ingest import Capture, open_bytes

CHAIN = ("1-emergency-service.txt", "2-channel.txt", "3-portal.html", "4-blog.txt")
"""One event as four texts tell it, each more weakly sourced than the one before it."""

OTHERS = ("5-landslide.txt", "6-ferry-row.html")
"""A disaster and a political report."""


def sample_readings(names: tuple[str, ...] = CHAIN + OTHERS) -> Iterator[Result]:
    """Yield what furphy reads in the sample reports."""
    folder = resources.files("furphy.desk").joinpath("samples")
    for name in names:
        for outcome in open_bytes(Capture(name, folder.joinpath(name).read_bytes())):
            yield read_outcome(outcome)
