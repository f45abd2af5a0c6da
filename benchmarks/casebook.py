"""What keeping documents costs: against reading them, against bare SQLite, and in memory.

Storing: CPU time of filing and writing, as a share of that of ``furphy read --format json``. Rows:
how many assertions a second go into a casebook, as a share of what ``executemany`` of the bare
driver puts into the same tables with the same indexes. Memory: the peak of ``furphy add`` with many
documents against that with a tenth of them.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
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
        for pragma in ("synchronous=NORMAL", "cache_size=-64000"):
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
    statement = f"INSERT INTO assertion (number, reading, {', '.join(names)}) VALUES ({marks})"  # noqa: S608
    connection.execute("BEGIN IMMEDIATE")
    numbered = enumerate(rows, number + 1)
    connection.executemany(
        statement, ((n, n // A_READING, *(row[name] for name in names)) for n, row in numbered)
    )
    connection.execute("COMMIT")
    return number + len(rows)


def peak(folder: Path, count: int) -> float:
    """Return the largest resident size of an addition of so many documents, in megabytes."""
    inputs = folder / f"in{count}"
    inputs.mkdir()
    texts = (f"Пожар номер {n} потушен, сообщили спасатели." for n in range(count))
    with (inputs / "posts.jsonl").open("w") as to:
        for n, text in enumerate(texts):
            if n % 10:
                to.write(json.dumps({"id": str(n), "text": text, "language": "ru"}) + "\n")
            else:
                (inputs / f"{n}.jsonl").write_text(json.dumps({"text": text, "language": "ru"}))
    case = str(folder / f"case{count}")
    command = [sys.executable, "-m", "furphy", "add", case, str(inputs), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        # wait4 tells of this child and its own; getrusage would tell of the largest child so far.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise click.ClickException(f"furphy add left with {process.returncode}")
    return usage.ru_maxrss * 1024 / 1e6


@click.command()
@click.option("--rows", type=click.IntRange(min=10_000), default=1_000_000, show_default=True)
@click.option("--documents", type=click.IntRange(min=100), default=20_000, show_default=True)
def main(rows: int, documents: int) -> None:
    """Measure what keeping documents costs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        share = storing(folder)
        ours, bare = rows_a_second(folder, rows)
        few, many = peak(folder, documents // 10), peak(folder, documents)
    figures = {
        "CPU of storing, of reading": share,
        "of reading at most": MOST_STORING,
        "assertions a second": ours,
        "bare driver, rows a second": bare,
        "ratio of rows": ours / bare,
        "ratio of rows at least": LEAST_ROWS,
        f"peak at {documents // 10:,} documents, MB": few,
        f"peak at {documents:,} documents, MB": many,
        "growth": many / few,
        "growth at most": MOST_GROWTH,
    }
    held = share <= MOST_STORING and ours / bare >= LEAST_ROWS and many / few <= MOST_GROWTH
    tell("casebook", figures, held=held)


if __name__ == "__main__":
    main()
