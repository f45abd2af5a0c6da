import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import entries
from furphy.casebook.originals import originals
from furphy.casebook.relation import Relation, RelationKind
from furphy.desk import bundled, unbundling
from furphy.desk.adding import add
from furphy.desk.bundling import bundle
from furphy.desk.claiming import claims
from furphy.desk.judging import Opinion, judge
from furphy.desk.signing import grade, sign
from furphy.desk.sources import relate
from furphy.desk.taking import Request
from furphy.desk.unbundling import Checked, check, is_bundle
from furphy.errors import BundleTooNew, CasebookError, InputError, UnreadableDocument
from furphy.export import bag

DAM = (
    "Dam bursts above Testove\n\nThe dam above Testove burst on 12 March 2024 and flooded forty"
    " houses, Maria Koval, who speaks for the district, said.\n\nRescuers brought twelve families"
    " to the school on the hill before noon.\n"
)
OTHER = (
    "The dam above Testove burst on 12 March 2024 and flooded fifty houses, the ministry said.\n"
)
MATCH = "A match in Poltava ended without goals on Sunday.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    texts = {"a.txt": DAM, "b.txt": f"{DAM}More will follow.\n", "c.txt": OTHER, "d.txt": MATCH}
    for name, text in texts.items():
        (folder / name).write_text(text)
    where = str(folder / "case.furphy")
    add(Request(where, tuple(str(folder / each) for each in texts)), lambda *_: None)
    first = claims(where).accounts[0].id
    told: dict[str, Json] = {"rating": "Not shown", "rating_value": 2, "worst": 1, "best": 5}
    sign(where, first, told, by="Ada", because="nobody saw it")
    grade(where, first, "4", by="Ada", because="one source")
    grade(where, "Maria Koval", "C", by="Ada", because="new")
    relation = (RelationKind.ALIAS, "Maria Koval", "M. Koval", 0.9, "Ada", "same", "2024-03-14")
    relate(Relation(*relation), where)
    return where


@pytest.fixture(scope="module")
def whole(case: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundle") / "claim.zip"
    bundle(case, claims(case).accounts[0].id, path)
    return path


def payload(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        names = [each for each in archive.namelist() if each.startswith("data/")]
        return {name.removeprefix("data/"): archive.read(name) for name in names}


def forged(whole: Path, path: Path, **changed: Callable[[bytes], bytes]) -> Checked:
    """Check a bundle in which a file was changed and the manifests made to fit."""
    files = payload(whole)
    for name, change in changed.items():
        real = next(each for each in files if each.split(".")[0].replace("-", "_") == name)
        files[real] = change(files[real])
    bag.write(files, [], path)
    return check(path)


def told(found: Checked) -> list[str]:
    return [f"{each.path} {each.what}" for each in found.faults]


def test_a_stranger_comes_to_the_same(whole: Path) -> None:
    found = check(whole)
    assert (found.faults, found.notes, found.documents, found.judgements) == ([], [], 3, 3)
    assert is_bundle(str(whole))


def test_the_same_claim_gives_the_same_bundle(case: str, whole: Path, tmp_path: Path) -> None:
    bundle(case, claims(case).accounts[0].id, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == whole.read_bytes()


def test_only_what_bears_on_the_claim_goes_with_it(whole: Path) -> None:
    files = payload(whole)
    assert MATCH.encode() not in files.values()
    assert sum(name.startswith(bundled.ORIGINALS) for name in files) == 3
    trace = json.loads(files[bundled.TRACE])
    assert [each["rating"] for each in trace["verdicts"]] == ["Not shown"]
    assert [each["value"] for each in trace["grades"]] == ["4"]
    assert b'"value": "C"' in files[bundled.JUDGEMENTS]


def test_it_is_entered_into_the_journal(case: str, whole: Path) -> None:
    assert whole.exists()
    with Casebook.open(case) as book, book.reading() as connection:
        last = [each for each in entries(connection) if each.kind == "export"][-1]
    assert json.loads(last.settings)["format"] == "bundle"


def test_an_altered_original_is_named(whole: Path, tmp_path: Path) -> None:
    data = bytearray(whole.read_bytes())
    at = data.index(b"forty houses")
    data[at] ^= 1
    path = tmp_path / "altered.zip"
    path.write_bytes(bytes(data))
    (fault,) = check(path).faults
    assert fault.path.startswith("data/originals/")
    assert "altered" in fault.what


def spoilt(lines: bytes) -> bytes:
    return lines.replace(b"forty", b"fifty")


def judged_otherwise(lines: bytes) -> bytes:
    return lines.replace(b"Not shown", b"Proven")


def entered_otherwise(lines: bytes) -> bytes:
    return lines.replace(b'"kind": "judgement"', b'"kind": "reading"', 1)


def cut(lines: bytes) -> bytes:
    return b"".join(lines.splitlines(keepends=True)[1:])


def traced_otherwise(text: bytes) -> bytes:
    return text.replace(b'"best": 1', b'"best": 3', 1)


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        pytest.param("readings", spoilt, "has not the reading of", id="a reading"),
        pytest.param("judgements", judged_otherwise, "what is told as", id="a judgement"),
        pytest.param("journal", entered_otherwise, "was altered: its digest is", id="an entry"),
        pytest.param("journal", cut, "does not follow the one before it", id="a lost entry"),
        pytest.param("trace", traced_otherwise, "traced otherwise, in origins", id="the trace"),
    ],
)
def test_a_forger_who_makes_the_manifests_fit_is_found(
    whole: Path, tmp_path: Path, name: str, change: Callable[[bytes], bytes], words: str
) -> None:
    found = forged(whole, tmp_path / "forged.zip", **{name: change})
    assert any(words in each for each in told(found)), told(found)


def about(change: Callable[[dict[str, Any]], None]) -> Callable[[bytes], bytes]:
    def changed(text: bytes) -> bytes:
        found = json.loads(text)
        change(found)
        return json.dumps(found).encode()

    return changed


def test_a_bundle_of_a_newer_furphy_is_told_so(whole: Path, tmp_path: Path) -> None:
    def newer(found: dict[str, Any]) -> None:
        found["schema"] = "furphy/bundle/2"
        found["made_by"]["furphy"] = "9.9.9"

    with pytest.raises(BundleTooNew, match=r"made by furphy 9\.9\.9.*use a newer one"):
        forged(whole, tmp_path / "newer.zip", bundle=about(newer))


def test_another_version_is_named(whole: Path, tmp_path: Path) -> None:
    def older(found: dict[str, Any]) -> None:
        found["made_by"]["furphy"] = "0.0.1"

    found = forged(whole, tmp_path / "older.zip", bundle=about(older))
    assert found.notes[0].startswith("the bundle was made with furphy 0.0.1; here is ")
    assert found.faults == []


@pytest.mark.parametrize(
    "text",
    [b"", b"[]", b"{}", b'{"schema": "x"}', b'{"schema": "furphy/bundle/1"}', b"[" * 100_000],
)
def test_what_is_no_bundle_of_ours_is_told_so(whole: Path, tmp_path: Path, text: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="no bundle of furphy"):
        forged(whole, tmp_path / "strange.zip", bundle=lambda _: text)


def member(name: str, value: Json) -> Callable[[bytes], bytes]:
    """Return what puts a value into the first line of JSON Lines."""

    def changed(lines: bytes) -> bytes:
        first, *rest = lines.decode().split("\n")
        return "\n".join([json.dumps(json.loads(first) | {name: value}), *rest]).encode()

    return changed


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("kind", "praise", id="a kind that is none"),
        pytest.param("by", 5, id="a number for a name"),
        pytest.param("by", None, id="nobody"),
        pytest.param("subjects", "ab", id="a text for a list"),
        pytest.param("subjects", [{}], id="an object for an id"),
        pytest.param("value", [], id="a list for a verdict"),
        pytest.param("value", None, id="no verdict"),
        pytest.param("at", "\0", id="no text"),
        pytest.param("field", "soul", id="a field that is none"),
    ],
)
def test_judgements_of_a_forger_end_nothing(
    whole: Path, tmp_path: Path, name: str, value: Json
) -> None:
    try:
        found = forged(whole, tmp_path / "forged.zip", judgements=member(name, value))
    except (InputError, CasebookError):
        return
    assert found.faults


def test_a_forger_of_the_journal_too_ends_nothing(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unbundling, "_journal", lambda _: ())
    monkeypatch.setattr(unbundling, "_misnamed", lambda _: ())
    with pytest.raises(UnreadableDocument, match="no bundle of furphy"):
        forged(whole, tmp_path / "forged.zip", judgements=member("value", None))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("documents", [{}], id="a document of which nothing is told"),
        pytest.param("documents", [], id="no documents"),
        pytest.param("assertion", "", id="no assertion"),
        pytest.param("journal", [], id="no journal"),
        pytest.param("made_by", "me", id="a word for versions"),
    ],
)
def test_a_forged_list_of_contents_ends_nothing(
    whole: Path, tmp_path: Path, name: str, value: Json
) -> None:
    try:
        found = forged(
            whole, tmp_path / "forged.zip", bundle=about(lambda told: told.update({name: value}))
        )
    except InputError:
        return
    assert found.faults


def test_a_document_that_reads_otherwise_is_named(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def otherwise(*arguments: Any) -> Iterator[Any]:  # noqa: ANN401 - as the one it stands for
        for each in unread(*arguments):
            line = (each.reading or "").replace("Maria Koval", "Somebody")
            yield replace(each, reading=line)

    unread = originals
    monkeypatch.setattr(unbundling, "originals", otherwise)
    found = told(check(whole))
    assert any("reads otherwise, in document" in each for each in found)


def test_a_claim_that_is_not_there_makes_no_bundle(case: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no claim"):
        bundle(case, "ffff0000", tmp_path / "none.zip")
    assert [*tmp_path.iterdir()] == []


def test_a_merge_with_what_is_not_in_the_bundle_goes_with_it(case: str, tmp_path: Path) -> None:
    found = claims(case, all_of_them=True)
    inside = found.accounts[0].variants[0].id
    outside = next(each for each in found.accounts if "match" in each.text).variants[0].id
    given = judge(case, Opinion("split", [inside, outside], "Ada", "no dam"))
    bundle(case, claims(case).accounts[0].id, tmp_path / "claim.zip")
    lines = payload(tmp_path / "claim.zip")[bundled.JUDGEMENTS].decode()
    assert given.id in lines
    assert check(tmp_path / "claim.zip").faults == []
