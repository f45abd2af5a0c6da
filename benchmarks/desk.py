"""What the desk costs at the size of an archive: ten people at once on 20,000 documents.

Time: what each page takes on loopback while ten ask one after another without a pause, the 95th
percentile. Memory: how much the server grows from one half of the visit to the other. Documents are
made up: events, each told by a first report, copies of it, and one in other words.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from html import unescape
from os import getloadavg
from pathlib import Path
from urllib.request import urlopen

import click

from benchmarks.result import tell
from furphy.casebook import ledger
from furphy.casebook.casebook import Casebook
from furphy.casebook.filing import (
    UNREAD,
    Filed,
    filed_document,
    filed_maker,
    filed_passages,
    filed_reading,
    filed_sighting,
    unnamed,
)
from furphy.casebook.witness import witness
from furphy.casebook.writer import Batch, Writer
from furphy.export import json as lines
from furphy.model.assertion import Assertion, AssertionKind
from furphy.model.attribution import Attribution, Mode, Source, SourceKind
from furphy.model.document import Basis, Document, Published, Segment, SegmentKind
from furphy.model.evidence import Evidence
from furphy.model.factuality import Commitment, Factuality
from furphy.model.reading import Reading
from furphy.model.text import Span

MOST_MS = 500.0
MOST_GROWTH = 1.15
USERS = 10
AN_EVENT = 5
"""Documents that tell one event."""
_BATCH = 200
_SAID = " said that "
_EVERY = 12
"""Of the links that narrow a search down, those that are followed."""

_INGEST = filed_maker("ingest", UNREAD, {})
_RULE = Evidence("made-up", 1.0)
_FIRM = Factuality(Commitment.CERTAIN, 3.0)

_THINGS = "bridge depot ferry mill school harbour tower station dam warehouse".split()  # noqa: SIM905 - read as a line
_DEEDS = "burned collapsed flooded closed reopened shook leaked vanished sank".split()  # noqa: SIM905 - read as a line
_HEADS = ("Tes", "Kor", "Vel", "Nov", "Mar", "Ost")
_TAILS = ("tove", "ivka", "ograd", "anske", "ynia", "opil", "evo", "ychi")
_TOWNS = [f"{head}{tail}" for head in _HEADS for tail in _TAILS]


def documents(count: int) -> Iterator[Reading]:
    """Yield so many readings of made-up reports."""
    for number in range(count):
        event, turn = divmod(number, AN_EVENT)
        chance = random.Random(event)  # noqa: S311 - only to be the same each time
        thing, deed, town = (chance.choice(each) for each in (_THINGS, _DEEDS, _TOWNS))
        crowd, day = chance.randrange(2, 90), chance.randrange(1, 28)
        sentence = f"the {thing} number {event} near {town} {deed} and {crowd} people left"
        if turn == AN_EVENT - 1:
            sentence = f"{crowd} people left after the {thing} number {event} by {town} {deed}"
        speaker = f"Speaker {event % 700}"
        more = " ".join(f"{chance.choice(_THINGS)} {chance.choice(_TOWNS)}" for _ in range(60))
        parts = [f"Report {event} from {town}", f"{speaker} said that {sentence}."]
        if not turn:
            # What one document alone tells.
            parts.append(
                f"{speaker} said that ticket {number + 7000} of {_thing(chance)} was lost."
            )
        yield _reading((*parts, f"Also seen: {more}."), number, day)


def _thing(chance: random.Random) -> str:
    return f"the {chance.choice(_THINGS)} keeper of {chance.choice(_TOWNS)}"


def _reading(parts: tuple[str, ...], number: int, day: int) -> Reading:
    text, segments, at = "\n\n".join(parts), list[Segment](), 0
    for place, part in enumerate(parts):
        kind = SegmentKind.PARAGRAPH if place else SegmentKind.TITLE
        segments.append(Segment(kind, Span(at, at + len(part))))
        at += len(part) + 2
    attributions, assertions, mentions = list[Attribution](), list[Assertion](), list[Span]()
    for place, (part, segment) in enumerate(zip(parts, segments, strict=True)):
        said, start = part.find(_SAID), segment.span.start
        if said < 0:
            continue
        content = Span(start + said + len(_SAID), segment.span.end - 1)
        cue, name = Span(start + said + 1, content.start - 1), Span(start, start + said)
        mentions.append(name)
        attributions.append(Attribution(0, (name,), (cue,), (content,), Mode.INDIRECT, None, _RULE))
        assertions.append(_assertion(content, place, len(assertions)))
    source = Source(mentions[0].of(text), SourceKind.PERSON, mentions=tuple(mentions))
    document = _document(text, segments, number, day)
    return Reading(document, UNREAD, (source,), tuple(attributions), tuple(assertions))


def _assertion(content: Span, segment: int, attribution: int) -> Assertion:
    uncommitted = Factuality(Commitment.UNCOMMITTED, 0)
    kind = AssertionKind.REPORT
    return Assertion((content,), segment, attribution, _FIRM, uncommitted, kind, _RULE)


def _document(text: str, segments: list[Segment], number: int, day: int) -> Document:
    month, hour = number // AN_EVENT % 12 + 1, number % AN_EVENT * 3 + 6
    published = f"2024-{month:02}-{day:02}T{hour:02}:00"
    return Document(
        id=f"sha256:{sha256(f'{number} {text}'.encode()).hexdigest()}",
        key=f"report-{number}.txt",
        text=text,
        segments=tuple(segments),
        language="en",
        title=segments[0].span.of(text),
        outlet=f"Outlet {number % 211}",
        published=Published(f"{published}:00Z", f"{published}:01Z", Basis.GIVEN),
    )


def fill(where: str, count: int) -> None:
    """Make a casebook of so many documents."""
    with Casebook.create_or_open(where) as book:
        writer = Writer(book, _INGEST, "benchmark", [witness()])
        with book.writing() as connection:
            ledger.enlist(connection, ["made-up"], "benchmark", "2024-01-01T00:00:00Z")
        batch = Batch()
        for number, each in enumerate(documents(count), 1):
            batch.file(_filed(each))
            if not number % _BATCH or number == count:
                writer.flush(batch)
                batch = Batch()


def _filed(reading: Reading) -> Filed:
    document = reading.document
    plain = unnamed(document)
    row, edition = filed_document(
        document, document.text.encode(), lines.line(Reading(plain, UNREAD))
    )
    bare = replace(reading, document=plain)
    return Filed(
        document=row,
        maker=_INGEST,
        edition=edition,
        sighting=filed_sighting(document, edition, "made-up", "{}"),
        passages=filed_passages(document),
        reading=filed_reading(bare, lines.line(bare), {}),
    )


@contextmanager
def served(where: str) -> Iterator[tuple[str, int]]:
    """Lend the address of a desk and the number of its process."""
    command = [sys.executable, "-m", "furphy", "serve", where, "--port", "8799"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    home = "http://127.0.0.1:8799"
    try:
        _wait(lambda: bool(_get(home + "/help")))
        yield home, server.pid
    finally:
        server.terminate()
        server.wait(60)


def _get(address: str) -> str:
    try:
        with urlopen(address, timeout=120) as answer:  # noqa: S310 - on loopback
            return str(answer.read().decode())
    except OSError:
        return ""


def _wait(holds: object) -> None:
    while not holds():  # type: ignore[operator]  # anything that can be called
        time.sleep(0.5)


def pages(home: str) -> dict[str, list[str]]:
    """Return addresses of each sort of page."""
    claims = re.findall(r'"(/claims/[0-9a-f]{32})"', _get(f"{home}/claims"))
    several = json.loads(_get(f"{home}/api/v1/status"))["trace"]["claims"]
    alone = _get(f"{home}/claims?alone=yes&after={several}")
    texts = re.findall(r'"(/documents/[0-9a-f]{64})"', _get(f"{home}/documents"))
    sources = re.findall(r'"(/sources/[^"]+)"', _get(f"{home}/sources"))
    links = re.findall(r'<a href="(/search[?][^"]+)"', _get(f"{home}/search?q=bridge"))
    # Counts are of assertions; what documents cost is in "search".
    narrowed = [f"{unescape(each)}&over=assertions" for each in links]
    return {
        "case": ["/"],
        "claims": ["/claims", "/claims?after=1000", "/claims?contradicted=yes"],
        "claim": claims,
        # Of what one document alone tells, texts that contradict it are asked of the casebook.
        "claim of one": re.findall(r'"(/claims/[0-9a-f]{32})"', alone),
        "documents": ["/documents", "/documents?before=5000"],
        "document": texts,
        "sources": ["/sources"],
        "source": sources,
        "outlet": [f"/search?outlet=Outlet+{number}" for number in range(5, 200, 12)],
        "search": ["/search?q=bridge", "/search?q=flooded+people&value=CT%2B", "/search?q=zzz"],
        "counts": ["/search", "/search?q=people", *narrowed[::_EVERY]],
        "history": ["/history"],
        "queue": ["/queue"],
        "exports": ["/exports"],
    }


def visit(home: str, turns: int) -> dict[str, list[float]]:
    """Return how many milliseconds each page took ten people who ask at once."""
    known = pages(home)
    took = defaultdict[str, list[float]](list)

    def one(person: int) -> None:
        chance = random.Random(person)  # noqa: S311 - only to be the same each time
        for _ in range(turns):
            for name, some in known.items():
                begun = time.perf_counter()
                if not _get(home + chance.choice(some)):
                    raise click.ClickException(f"{name} was not served")
                took[name].append((time.perf_counter() - begun) * 1000)

    with ThreadPoolExecutor(USERS) as people:
        list(people.map(one, range(USERS)))
    return took


def resident(process: int) -> int:
    """Return the kilobytes of memory that a process holds."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.findall(r"VmRSS:\s+(\d+)", told)[0])


@click.command()
@click.option("--documents", "count", default=20_000, show_default=True)
@click.option("--turns", default=10, show_default=True, help="Rounds of all pages a person goes.")
@click.option("--case", type=click.Path(path_type=Path), help="Keep the casebook here.")
def main(count: int, turns: int, case: Path | None) -> None:
    """Measure the desk."""
    with tempfile.TemporaryDirectory() as folder:
        where = case or Path(folder) / "case.furphy"
        if not where.exists():
            fill(str(where), count)
        with served(str(where)) as (home, process):
            begun = time.monotonic()
            _wait(lambda: re.search(r'"/claims/[0-9a-f]{32}"', _get(f"{home}/claims")))
            traced = time.monotonic() - begun
            first = visit(home, 1)
            visit(home, max(1, turns // 2))
            before = resident(process)
            took = visit(home, turns)
            after = resident(process)
    high = {name: sorted(some)[int(len(some) * 0.95)] for name, some in took.items()}
    figures = {f"{name} p95 ms": value for name, value in high.items()}
    figures |= {f"{name} first ms": max(some) for name, some in first.items()}
    figures["load"] = getloadavg()[0]
    figures |= {"requests": sum(map(len, took.values())), "trace s": traced}
    figures |= {"memory MB": after / 1024, "growth": after / before}
    tell("desk", figures, held=max(high.values()) < MOST_MS and after / before < MOST_GROWTH)


if __name__ == "__main__":
    main()
