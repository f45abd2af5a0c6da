"""What keeping documents costs: against reading them, against bare SQLite, and in memory.

Storing: CPU time of filing and writing, as a share of that of ``furphy read --format json``. Rows:
how many assertions a second go into a casebook, as a share of what ``executemany`` of the bare
driver puts into the same tables with the same indexes, full text among them. Memory: the peaks of
``furphy add`` and of the largest process it starts, with many documents against a tenth of them.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import click

from benchmarks.result import tell
from benchmarks.texts import captures
from furphy.casebook.casebook import Casebook
from furphy.casebook.filing import UNREAD, Filed, FiledReading, filed_maker, filed_reading, unnamed
from furphy.casebook.look_up import Row
from furphy.casebook.packing import content_id, packed
from furphy.casebook.schema import ASSERTION
from furphy.casebook.witness import witness
from furphy.casebook.writer import Batch, Writer
from furphy.desk.intake import Settings, Task, file_capture
from furphy.export.json import line
from furphy.ingest.opening import read_capture
from furphy.model.reading import Reading
from furphy.reading.pipeline import read

MOST_STORING = 0.10
LEAST_ROWS = 0.5
MOST_GROWTH = 1.2

KEEP = Settings(read=False)
A_READING = 100
"""Assertions of a made-up reading."""
A_BATCH = 100
"""Readings stored in one transaction, by both sides."""

_EVERY = 0.1
"""Seconds between looks at how large processes have become; the system keeps their peaks."""

WORDS = ("drone", "bridge", "closed", "river", "mayor", "said", "night", "depot", "fire", "road")


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of one call, in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def writer_to(book: Casebook) -> Writer:
    """Return what writes as ``furphy add`` does."""
    return Writer(book, KEEP.ingest(), "benchmark", [witness()])


def storing(folder: Path) -> float:
    """Return the CPU time of storing readings, as a share of that of making their lines."""
    texts = captures()
    documents = [unnamed(read_capture(each)) for each in texts]
    read(documents[0])
    made: list[tuple[Reading, str]] = []

    def read_all() -> None:
        readings = map(read, documents)
        made.extend((each, line(each)) for each in readings)

    reading = cpu_seconds(read_all)
    opening = cpu_seconds(lambda: [read_capture(each) for each in texts])
    batch = Batch()

    def file() -> None:
        for capture, (each, written) in zip(texts, made, strict=True):
            [kept] = file_capture(Task(capture, capture.key, KEEP))
            if kept.filed is not None:
                rows = filed_reading(each, written, {})
                batch.file(replace(kept.filed, reading=rows))

    filing = cpu_seconds(file) - opening
    with Casebook.create_or_open(str(folder / "storing")) as book:
        writing = cpu_seconds(lambda: writer_to(book).flush(batch))
    return (filing + writing) / (opening + reading)


def assertion(number: int) -> Row:
    """Return the row of a made-up assertion."""
    text = " ".join(WORDS[(number >> shift) % len(WORDS)] for shift in range(0, 20, 2))
    return {
        "id": content_id(number),
        "ordinal": number % A_READING,
        "start": number % 5000,
        "stop": number % 5000 + len(text),
        "text": f"{text} {number}",
        "kind": "report",
        "language": "en",
        "holder": f"Holder {number % 9973}",
        "holder_kind": "person",
        "chain": f'["Holder {number % 9973}"]',
        "value": ("CT+", "PR+", "PS+", "UU", "CT-")[number % 5],
        "degree": number % 7 - 3.0,
        "author_value": "UU",
        "author_degree": 0.5,
        "place_lat": number % 180 - 90.0,
        "place_lon": number % 360 - 180.0,
        "time_from": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "time_to": f"2024-{number % 12 + 1:02}-{number % 28 + 2:02}",
        "search": f"{text} {number}",
    }


def made_up(number: int) -> Filed:
    """Return a made-up document with its reading."""
    maker = filed_maker("reading", UNREAD, {})
    edition: Row = {"id": content_id("edition", number), "packed": packed(b"{}")}
    rows = tuple(assertion(number * A_READING + n) for n in range(A_READING))
    reading: Row = {"id": content_id("reading", number), "packed": packed(b"{}")}
    names = ("language", "title", "outlet", "author", "url", "published_from", "published_to")
    return Filed(
        document={"id": content_id(number), "size": 2, "packed": packed(b"{}")},
        maker=maker,
        edition=dict.fromkeys((*names, "published_basis")) | edition,
        sighting={
            "id": content_id("sighting", number),
            "capture": content_id("capture", number),
            "key": f"{number}.txt",
            "input": f"{number}.txt",
            "context": "{}",
        },
        passages=({"start": 0, "stop": 2, "search": "a passage"},),
        reading=FiledReading(maker, reading, rows, (), (), (), ()),
    )


def batches(rows: int) -> Iterator[list[Filed]]:
    """Yield made-up documents with so many assertions in all."""
    for start in range(0, rows // A_READING, A_BATCH):
        yield [made_up(number) for number in range(start, start + A_BATCH)]


def rows_a_second(folder: Path, rows: int) -> tuple[float, float]:
    """Return the rate of a casebook and of the bare driver, which take turns batch by batch."""
    ours = bare = 0.0
    for name in ("ours", "bare"):
        Casebook.create_or_open(str(folder / name)).close()
    with (
        Casebook.open(str(folder / "ours")) as book,
        closing(sqlite3.connect(folder / "bare", isolation_level=None)) as connection,
    ):
        for pragma in ("synchronous=NORMAL", "cache_size=-16000"):
            connection.execute(f"PRAGMA {pragma}")
        writer = writer_to(book)
        number = 0
        for filed in batches(rows):
            start = time.perf_counter()
            batch = Batch(filed=filed)
            writer.flush(batch)
            ours += time.perf_counter() - start
            plain = [row for each in filed if each.reading for row in each.reading.assertions]
            start = time.perf_counter()
            number = insert(connection, plain, number)
            bare += time.perf_counter() - start
    return rows / ours, rows / bare


def insert(connection: sqlite3.Connection, rows: list[Row], number: int) -> int:
    """Insert assertions as the bare driver does it best; return the last number given."""
    names = [
        column.name for column in ASSERTION.columns if column.name not in {"number", "reading"}
    ]
    marks = ", ".join("?" * (len(names) + 2))
    statement = f"INSERT INTO assertion (number, reading, {', '.join(names)}) VALUES ({marks})"  # noqa: S608 (our own words)
    connection.execute("BEGIN IMMEDIATE")
    numbered = enumerate(rows, number + 1)
    connection.executemany(
        statement, ((n, n // A_READING, *(row[name] for name in names)) for n, row in numbered)
    )
    connection.execute("COMMIT")
    return number + len(rows)


@dataclass(frozen=True, slots=True)
class Peaks:
    """Largest resident sizes, in megabytes (10^6 bytes)."""

    parent: float
    child: float
    """Of the processes it started, the largest."""


def peaks(folder: Path, count: int) -> Peaks:
    """Return the largest resident sizes of an addition of so many documents.

    They are short; of a hundred one is in English and parsed, the others in Russian.
    """
    inputs = folder / f"in{count}"
    inputs.mkdir()
    with (inputs / "posts.jsonl").open("w") as to:
        for n in range(count):
            record = json.dumps(document(n))
            if n % 10:
                to.write(record + "\n")
            else:
                (inputs / f"{n}.jsonl").write_text(record)
    case = str(folder / f"case{count}")
    command = [sys.executable, "-m", "furphy", "add", case, str(inputs), "--jobs", "2"]
    parent = child = 0.0
    with subprocess.Popen(
        command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while process.poll() is None:
            sizes = resident(process.pid)
            parent = max(parent, sizes.pop(process.pid, 0.0))
            child = max(child, *sizes.values(), 0.0)
            time.sleep(_EVERY)
    if process.returncode:
        raise click.ClickException(f"furphy add left with {process.returncode}")
    return Peaks(parent, child)


def document(number: int) -> dict[str, str]:
    """Return the record of a made-up document."""
    if number % 100 == 1:
        text = f"Police said that road number {number} in Kyiv may be closed."
        return {"id": str(number), "text": text, "language": "en"}
    text = f"Пожар номер {number} потушен, сообщили спасатели."
    return {"id": str(number), "text": text, "language": "ru"}


def resident(session: int) -> dict[int, float]:
    """Return the largest size so far of each process of a session, in megabytes."""
    found: dict[int, float] = {}
    for entry in Path("/proc").iterdir():
        with suppress(OSError, IndexError):
            if entry.name.isdigit() and os.getsid(int(entry.name)) == session:
                status = (entry / "status").read_text()
                kilobytes = status.partition("VmHWM:")[2].split()[0]
                found[int(entry.name)] = int(kilobytes) * 1024 / 1e6
    return found


@click.command()
@click.option("--rows", type=click.IntRange(min=10_000), default=1_000_000, show_default=True)
@click.option("--documents", type=click.IntRange(min=1000), default=20_000, show_default=True)
def main(rows: int, documents: int) -> None:
    """Measure what keeping documents costs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        share = storing(folder)
        ours, bare = rows_a_second(folder, rows)
        few, many = peaks(folder, documents // 10), peaks(folder, documents)
    growth = max(many.parent / few.parent, many.child / few.child)
    figures = {
        "CPU of storing, of reading": share,
        "of reading at most": MOST_STORING,
        "assertions a second": ours,
        "bare driver, rows a second": bare,
        "ratio of rows": ours / bare,
        "ratio of rows at least": LEAST_ROWS,
        f"parent at {documents // 10:,} documents, MB": few.parent,
        f"parent at {documents:,} documents, MB": many.parent,
        f"largest child at {documents // 10:,} documents, MB": few.child,
        f"largest child at {documents:,} documents, MB": many.child,
        "growth": growth,
        "growth at most": MOST_GROWTH,
    }
    held = share <= MOST_STORING and ours / bare >= LEAST_ROWS and growth <= MOST_GROWTH
    tell("casebook", figures, held=held)


if __name__ == "__main__":
    main()
