"""Inputs made to do harm, or badly broken, added to a casebook: each ends in a clear outcome."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from handmade_warc import answer

from furphy.casebook.casebook import Casebook
from furphy.casebook.verification.whole import Verification
from furphy.desk.adding import add
from furphy.desk.intake import Settings
from furphy.desk.listing import listed_failures
from furphy.desk.searching import Wish, found
from furphy.desk.taking import Request
from furphy.desk.taking_stock import taken_stock
from furphy.ingest.limits import Limits

FIRE = "Пожар на складе потушен, сообщили спасатели."
ROAD = "Мэр города сообщил журналистам, что дорога закрыта."
MANY, BROKEN = 2_000, 777


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def feed(body: str, head: str = "") -> bytes:
    item = f"<item><title>{FIRE}</title><description>{body}</description></item>"
    return f"{head}<rss version='2.0'><channel><title>x</title>{item}</channel></rss>".encode()


LOL = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
SLIP = "../../slipped.txt"
EXPORT = {
    "name": "River port news",
    "type": "public_channel",
    "id": 7,
    "messages": [
        {
            "id": number,
            "type": "message",
            "date": "2024-03-14T11:20:00",
            "from": "River port news",
            "from_id": "channel7",
            "photo": photo,
            "text": FIRE,
        }
        for number, photo in enumerate(("photos/gone.jpg", "(File not included.)"), 1)
    ],
}
RECORDS = [json.dumps({"id": "same", "text": text}) for text in (FIRE, ROAD)]
FEED_MB = 50

INPUTS: dict[str, tuple[str, bytes, int, list[str]]] = {
    # name of the file, its bytes; how many documents of it are kept, why others are not
    "a bomb in a ZIP": (
        "bomb.zip",
        zipped({"bomb.txt": bytes(50_000_000), "good.txt": FIRE.encode()}),
        1,
        ["it unpacks to more than 200 times its size"],
    ),
    "a packed bomb": ("bomb.txt.gz", gzip.compress(bytes(400_000_000)), 0, ["more than"]),
    "a name that leaves the folder": ("slip.zip", zipped({SLIP: FIRE.encode()}), 1, []),
    "entities of entities": (
        "lol.xml",
        feed("x &l9; y", f'<?xml version="1.0"?><!DOCTYPE rss [{LOL}]>'),
        1,
        [],
    ),
    "a web archive cut in the middle": (
        "cut.warc",
        answer("https://a.example/1", FIRE.encode(), "text/plain; charset=utf-8")
        + answer("https://a.example/2", ROAD.encode() * 9, "text/plain; charset=utf-8")[:-60],
        2,
        ["cut short: its last record lacks"],
    ),
    f"a feed of {FEED_MB} MB": (
        "huge.xml",
        feed("x" * FEED_MB * 1_000_000),
        0,
        [f"a feed of more than {Limits().feed} bytes"],
    ),
    "a page in another charset than it says": (
        "charset.html",
        b"<html><head><meta charset='utf-8'></head><body><p>"
        + (f"{FIRE} {ROAD} " * 5).encode("cp1251")
        + b"</p></body></html>",
        1,
        [],
    ),
    "an export without its media": ("result.json", json.dumps(EXPORT).encode(), 2, []),
    "one id with two texts": ("same.jsonl", "\n".join(RECORDS).encode(), 2, []),
}


def added(where: str, *inputs: Path) -> None:
    names = tuple(map(str, inputs))
    add(Request(where, names, Settings(read=False), jobs=1, timeout=60), lambda *_: None)


def reasons(where: str) -> list[str]:
    return [each.reason for each in listed_failures(where)]


@pytest.mark.parametrize("name", INPUTS)
def test_it_costs_only_itself(tmp_path: Path, name: str) -> None:
    written, data, kept, why = INPUTS[name]
    inputs = tmp_path / "a" / "b" / "in"
    inputs.mkdir(parents=True)
    (inputs / written).write_bytes(data)
    (inputs / "after.txt").write_text(ROAD * 2)
    case = str(tmp_path / "case")
    added(case, inputs)
    stock = taken_stock(case)
    assert stock.census.sightings == kept + 1
    told = reasons(case)
    assert len(told) == len(why)
    assert all(words in each for words, each in zip(why, told, strict=True)), told
    assert sum(stock.census.states.values()) == 2
    # Nothing is written but the casebook.
    assert {each.name for each in tmp_path.iterdir()} == {"a", "case"}
    assert {each.name for each in inputs.iterdir()} == {written, "after.txt"}


def test_all_of_them_at_once_leave_a_casebook_that_is_whole(where: str, tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    for written, data, _, _ in INPUTS.values():
        (inputs / written).write_bytes(data)
    added(where, inputs)
    assert taken_stock(where).census.sightings == sum(kept for _, _, kept, _ in INPUTS.values())
    with Casebook.open(where) as book, book.reading() as connection:
        assert [*Verification(connection).findings()] == []


def test_both_texts_of_one_id_and_a_page_s_own_words_are_found(tmp_path: Path) -> None:
    for name in ("one id with two texts", "a page in another charset than it says"):
        written, data, _, _ = INPUTS[name]
        (tmp_path / written).write_bytes(data)
    case = str(tmp_path / "case")
    added(case, tmp_path)
    wish = Wish("спасатели", over=("documents",))
    assert len([*found(case, wish, print)]) == 2
    assert len([*found(case, Wish("дорога", over=("documents",)), print)]) == 2


def test_one_broken_line_among_many_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    with file.open("w") as to:
        for n in range(1, MANY + 1):
            to.write(
                "{broken\n" if n == BROKEN else json.dumps({"id": str(n), "text": f"{n}"}) + "\n"
            )
    case = str(tmp_path / "case")
    added(case, file)
    assert taken_stock(case).census.sightings == MANY - 1
    [reason] = reasons(case)
    assert reason.startswith(f"line {BROKEN}: ")
