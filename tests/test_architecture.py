"""The shape of the code, kept by machine: who imports whom, how long things grow, whose words."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "furphy"

# part: what it may import of furphy. Read top to bottom; nothing points down.
MAY_IMPORT = {
    "errors": set[str](),
    "model": {"errors"},
    "textkit": {"model"},
    "lexicon": {"model", "errors"},
    "gazetteer": {"model", "textkit", "lexicon", "errors"},
    "ingest": {"model", "textkit", "lexicon", "errors"},
    "matching": {"model", "textkit", "lexicon", "gazetteer", "errors"},
    "casebook": {"model", "textkit", "errors"},
    "vectors": {"model", "textkit", "lexicon", "errors"},
    "tracing": {"model", "textkit", "lexicon", "gazetteer", "vectors", "errors"},
    "export": {"model", "gazetteer", "tracing", "errors"},
    "reading": {"model", "textkit", "lexicon", "gazetteer", "errors"},
    "desk": {
        "model",
        "lexicon",
        "errors",
        "gazetteer",
        "ingest",
        "vectors",
        "matching",
        "tracing",
        "casebook",
        "export",
        "reading",
    },
    "web": {"model", "errors", "desk", "export"},
    "cli": {"model", "errors", "desk", "export", "web"},
    "__main__": {"cli"},
}
MAX_FILE, MAX_FUNCTION = 400, 50
SAYS_NOTHING = {"base", "common", "core", "helper", "helpers", "misc", "shared", "util", "utils"}


def dotted(path: Path) -> str:
    names = path.relative_to(SRC.parent).with_suffix("").parts
    return ".".join(names).removesuffix(".__init__")


def part_of(name: str) -> str:
    return f"{name}.".split(".")[1]


MODULES = {dotted(path): path for path in sorted(SRC.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def imports(name: str) -> set[str]:
    """Return the modules of furphy that one imports, wherever in the file it does so."""
    found = set[str]()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {each if each in MODULES else str(node.module) for each in full}
    return {each for each in found if each.startswith("furphy")}


@pytest.mark.parametrize("name", MODULES)
def test_module_keeps_its_place(name: str) -> None:
    part = part_of(name)
    if part:
        assert {part_of(each) for each in imports(name)} - {part, ""} <= MAY_IMPORT[part]
    else:
        assert not imports(name), "the package itself imports nothing, so that starting stays quick"
    assert SAYS_NOTHING.isdisjoint(name.split(".")), "name it after what it does"


@pytest.mark.parametrize("name", MODULES)
def test_module_stays_small_and_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(TREES[name])
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= MAX_FILE
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MAX_FUNCTION, node.name


@pytest.mark.parametrize("name", MODULES)
def test_what_others_may_call_says_what_it_means(name: str) -> None:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    public = [
        node
        for node in TREES[name].body
        if isinstance(node, kinds) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_no_module_reaches_itself() -> None:
    TopologicalSorter({name: imports(name) for name in MODULES}).prepare()


def test_the_parts_form_a_ladder() -> None:
    seen = set[str]()
    for part, allowed in MAY_IMPORT.items():
        assert allowed <= seen, f"{part} points down to {allowed - seen}"
        seen.add(part)
    assert {part_of(name) for name in MODULES} <= {"", *seen}


# No word of a natural language in Python ---------------------------------------------------------

# A word of ours that happens to be a word of English as well.
OURS = {
    "agent": "a relation of the parse",
    "case": "a relation of the parse",
    "label": "the rule for speakers set before a colon",
    "order": "an attribute of a traversal",
    "right": "an attribute of a traversal",
    "content": "the rule for nouns that name what is said",
    "plan": "the stance of one who plans",
    "place": "the kind of name that a tagger gives places",
    "around": "a saying whose content surrounds it",
    "what": "the frame of a clause that asks",
    "as": "the frame of a clause that begins with a comparison",
}

_WORD = re.compile(r"[a-z][a-z']+")
_COMPOUND = re.compile(r"[a-z]*([-_:+~][a-z]*)+")
_GROUP_NAME = re.compile(r"\(\?P[<=]\w+[>)]")


def cells() -> Iterator[list[str]]:
    """Yield the lines of all English word lists, heads left out."""
    for path in sorted((SRC / "lexicon" / "data" / "en").glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        yield from rows[1:]


ENGLISH = {row[0] for row in cells()}
# What stands in the other columns is the vocabulary in which word lists and code talk together.
CATEGORIES = {part for row in cells() for cell in row[1:] for part in cell.split()}


def not_language(node: ast.AST) -> list[ast.AST | None]:
    """Return those parts of a node whose strings no text is compared with."""
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            return [docstring]
        case (
            ast.Raise()
            | ast.Call(func=ast.Name(id="Note" | "Reason" | "TypeVar"))
            | ast.ClassDef(bases=[ast.Name(id="StrEnum")])
            | ast.Assign(targets=[ast.Name(id="__slots__")])
        ):
            return [node]
        case ast.Call(func=ast.Attribute(attr="rows" | "words"), args=names):
            return [*names]
        case ast.Subscript(slice=column):
            return [column]
        case ast.FunctionDef(returns=kind) | ast.arg(annotation=kind):
            return [kind]
    return []


def words_of_english(name: str) -> Iterator[str]:
    """Yield the English words that a module's strings hold, with their lines."""
    apart = [part for node in ast.walk(TREES[name]) for part in not_language(node) if part]
    skipped = {id(inner) for part in apart for inner in ast.walk(part)}
    for node in ast.walk(TREES[name]):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        text = _GROUP_NAME.sub("(", node.value)
        is_ours = text in CATEGORIES or text in OURS or _COMPOUND.fullmatch(text)
        if id(node) not in skipped and not is_ours:
            for word in _WORD.findall(text):
                if word in ENGLISH:
                    yield f"line {node.lineno}: {word!r} in {text!r}"


@pytest.mark.parametrize("name", [name for name in MODULES if part_of(name) == "reading"])
def test_a_stage_holds_no_word_of_english(name: str) -> None:
    assert [*words_of_english(name)] == []


def test_the_search_for_words_of_english_finds_them() -> None:
    TREES["furphy.reading.made_up"] = ast.parse(
        '"""say"""\n\ndef f(word: "said") -> "told":\n'
        '    """Say."""\n    return word in ("reportedly", "that")'
        ' or word == r"(?P<say>perhaps\\s+)"\n'
    )
    found = {*words_of_english("furphy.reading.made_up")}
    del TREES["furphy.reading.made_up"]
    assert {each.split(" in ")[0] for each in found} == {
        "line 5: 'reportedly'",
        "line 5: 'perhaps'",
    }
