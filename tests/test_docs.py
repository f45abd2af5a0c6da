"""What is written about furphy is true: commands, fields, versions, examples."""

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import pytest
from front import front
from made import flood
from shell import ran

import furphy
from docs.printed import PAGES, QUALITY, filled
from evaluation.corpus import CORPORA
from furphy.cli import furphy as program
from furphy.desk.exporting import FORMATS
from furphy.export.csv import COLUMNS
from furphy.export.json import reading_object
from furphy.model.attribution import Attribution
from furphy.model.document import (
    Basis,
    DerivationKind,
    DerivedFrom,
    Note,
    Published,
    Segment,
    SegmentKind,
)
from furphy.model.reading import Reading
from furphy.model.text import Span, Spans

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted({*ROOT.glob("*.md"), *ROOT.glob("[a-z]*/*.md"), *ROOT.glob("docs/*/*.md")})
OUTPUT = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
USAGE = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

# Of these the docs name the values, since programs compare with them.
VALUES = [
    kind
    for name in (
        "assertion",
        "attribution",
        "document",
        "factuality",
        "identity",
        "place",
        "quantity",
        "time",
    )
    for kind in vars(importlib.import_module(f"furphy.model.{name}")).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


def first_cells(markdown: str) -> set[str]:
    """Return what stands as code in the first cells of the tables."""
    return set(re.findall(r"^\| `([^`]+)`", markdown, re.MULTILINE))


def everything() -> Reading:
    """Return a reading in which every field has something in it."""
    reading, grounded = flood().reading(), front().reading()
    halves = (Span(0, 3), Span(4, 7))
    document = replace(
        reading.document,
        published=Published("2025-03-04", "2025-03-05", Basis.TEXT),
        segments=(Segment(SegmentKind.TITLE, Span(0, 21), "en", 1), *reading.document.segments[1:]),
        derived_from=(DerivedFrom(DerivationKind.CITATION, "a channel", Span(0, 3)),),
        notes=(Note("odd", "something odd", Span(0, 3)),),
    )
    said = in_parts(reading.attributions[0], halves)
    hedged = next(each for each in reading.assertions if each.factuality.cues)
    firm = replace(hedged, author_factuality=hedged.factuality)
    pointing = replace(firm, toponyms=(1,), times=(0,), quantities=(0,))
    return replace(
        grounded,
        document=document,
        sources=(replace(reading.sources[0], identity=0), *reading.sources[1:]),
        attributions=(said, *reading.attributions[1:]),
        assertions=(pointing, *reading.assertions[1:]),
        made_by=replace(grounded.made_by, gazetteers=("a list 1.0",)),
        toponyms=tuple(each for each in grounded.toponyms if each.place),
    )


def in_parts(said: Attribution, parts: Spans) -> Attribution:
    return replace(said, source_spans=parts, cue_spans=parts)


def paths(value: object, path: str = "") -> set[str]:
    """Return the dotted path of every field that holds something."""
    if isinstance(value, dict):
        return {
            found
            for name, each in value.items()
            for found in paths(each, f"{path}.{name}" if path else name)
        }
    if value == []:
        return set()
    if isinstance(value, list) and isinstance(value[0], dict | list):
        return {found for each in value for found in paths(each, f"{path}[]")}
    return {path}


def test_every_field_of_the_json_is_documented_and_every_documented_field_is_there() -> None:
    tables = OUTPUT.partition("## CSV")[0]
    documented = {each for each in first_cells(tables) if each == "schema" or "." in each}
    told = set(re.findall(r"`(notes\[\]\.\w+)`", tables))
    assert documented | told == paths(reading_object(everything()))


def test_every_column_of_the_table_is_documented_in_its_order() -> None:
    table = OUTPUT.partition("## CSV")[2]
    assert tuple(re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)) == COLUMNS


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_every_value_a_field_may_have_is_documented(kind: type[StrEnum]) -> None:
    assert [each.value for each in kind if f"`{each.value}`" not in OUTPUT] == []


def note_codes() -> Iterator[str]:
    """Yield the codes with which notes are made, where they are made or in a table of them."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Note"), args=[ast.Constant(value=str(code)), *_]):
                    yield code
                case ast.Tuple(elts=[*_, ast.Constant(value=str(code)), ast.Constant()]):
                    if path.stem == "characters":
                        yield code


def test_every_code_of_a_note_is_documented() -> None:
    notes = OUTPUT.partition("## Notes")[2].partition("## CSV")[0]
    assert first_cells(notes) == {*note_codes()}


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_says_furphy_prints_is_what_it_prints(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    assert page == filled(page), "make docs writes it anew"


def test_every_command_and_option_is_documented() -> None:
    commands = program.commands or {}
    context = program.make_context("furphy", ["--help"], resilient_parsing=True)
    for name in program.list_commands(context):
        assert f"## furphy {name}\n" in USAGE
        command = commands.get(name) or program.get_command(context, name)
        assert command is not None
        for option in command.params:
            assert not option.opts[0].startswith("-") or f"{option.opts[0]} " in USAGE


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_claims_is_documented_and_can_be_asked_for(form: str) -> None:
    assert f"`--format {form}`" in (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    assert re.search(rf"^  {form} +\w", USAGE, re.MULTILINE)


def test_the_example_of_the_usage_page_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", USAGE, re.DOTALL)
    told = ran("-c", code)
    assert told.returncode == 0, told.stderr
    assert "The dam broke CT+\n" in told.stdout


def test_the_commands_of_the_readme_are_those_of_the_project() -> None:
    first, second = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert first.endswith(".venv/bin/pip install . && .venv/bin/furphy demo")
    assert second == "make test"
    assert re.search(r"^test: install", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert "make --no-print-directory" in (ROOT / ".ci" / "run").read_text()


def test_the_demo_of_the_readme_runs() -> None:
    told = ran("-m", "furphy", "demo")
    assert told.returncode == 0, told.stderr
    assert "CHECK FIRST" in told.stdout


def test_the_quality_the_readme_shows_is_measured() -> None:
    assert {name for name, _ in QUALITY.values()} <= {each.name for each in CORPORA}


def test_the_changelog_begins_with_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changes, re.MULTILINE)[0] == furphy.__version__


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [each for each in links if not (path.parent / each).exists()] == []
