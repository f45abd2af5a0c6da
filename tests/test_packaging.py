"""What the package declares: what it imports, no more, and no licence that binds its users."""

import ast
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = {canonicalize_name(Requirement(each).name) for each in PROJECT["dependencies"]}
OPTIONAL = {
    canonicalize_name(Requirement(each).name)
    for extra, needed in PROJECT["optional-dependencies"].items()
    if extra != "dev"
    for each in needed
}
DEPENDENCIES = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")

# Declared though nothing of ours imports it; docs/dependencies.md says why.
FOR_OTHERS = {"lxml-html-clean"}

# Licences that would pass on to users of the whole, or forbid them a use. LGPL and MPL bind only
# changes to the library itself.
BINDING = re.compile(r"(?<!L)(?<!Lesser )\b(?:A?GPL|GNU (?:Affero )?General)|Non-?Commercial|BY-NC")
# Offered under several licences of which one may choose; the choice.
CHOSEN = {"tld": "MPL-1.1"}


def imported() -> set[str]:
    """Return the distributions that furphy's modules import, wherever in a file they do."""
    names = set[object]()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(str(node.module).partition(".")[0])
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
                named = [str(each.value) for each in node.args if isinstance(each, ast.Constant)]
                names |= {each.partition(".")[0] for each in named}
    names -= {"furphy", *sys.stdlib_module_names}
    owners = metadata.packages_distributions()
    return {canonicalize_name(owner) for name in map(str, names) for owner in owners[name]}


def installed_with_furphy() -> set[str]:
    """Return the distributions that an installation without extras brings, theirs included."""
    found = set[str]()
    waiting = set(DECLARED)
    while waiting:
        name = waiting.pop()
        found.add(name)
        for line in metadata.requires(name) or []:
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                waiting |= {canonicalize_name(needed.name)} - found
    return found


def licence(name: str) -> str:
    """Return what a distribution says of its licence, the most exact statement it makes."""
    told = metadata.metadata(name)
    classified = [each for each in told.get_all("Classifier") or [] if "License ::" in each]
    fields = told.json
    return str(
        fields.get("license_expression") or " ".join(classified) or fields.get("license", "")
    )


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    assert imported() - OPTIONAL == DECLARED - FOR_OTHERS


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_each_dependency_is_explained(name: str) -> None:
    assert f"| `{name}` |" in DEPENDENCIES


@pytest.mark.parametrize("name", sorted(installed_with_furphy()))
def test_no_licence_passes_on_to_users_or_forbids_a_use(name: str) -> None:
    told = CHOSEN.get(name) or licence(name)
    assert told, "it says nothing of its licence"
    assert not BINDING.search(told), told


@pytest.mark.parametrize(
    ("told", "binds"),
    [
        ("GPL-3.0-only", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("AGPL-3.0", True),
        ("CC-BY-NC-4.0", True),
        ("License :: OSI Approved :: GNU Library or Lesser General Public License (LGPL)", False),
        ("LGPL-2.1-or-later", False),
        ("MPL-2.0 AND MIT", False),
    ],
)
def test_a_binding_licence_is_known_by_its_name(told: str, binds: bool) -> None:
    assert bool(BINDING.search(told)) is binds


def test_the_licence_and_the_readme_come_with_the_package() -> None:
    assert "Apache License" in (ROOT / PROJECT["license-files"][0]).read_text(encoding="utf-8")
    assert PROJECT["license"] == "Apache-2.0"
    assert (ROOT / PROJECT["readme"]).is_file()
