"""A claim as a report for a terminal: its origins, its stemma as a tree, what became of it.

Nothing is told by colour alone, and every word of the documents goes through
:mod:`furphy.export.visible`, so that a hostile text cannot steer the terminal.
"""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from furphy.export import verdicts
from furphy.export.dossier import saying
from furphy.export.dossier.branches import Branch, branches
from furphy.export.dossier.material import Material
from furphy.export.dossier.versions import Version, versions
from furphy.export.visible import on_one_line
from furphy.export.wording import FIRMNESS
from furphy.model.account import Counterclaim, StatusEvent, Variant

MOST = 12
"""Entries of a list that are told; the JSON and the page have all of them."""
_QUOTE, _ID = 220, 8
_DEEPEST = 8
"""What was passed on more often is told one below the other, lest there be no room for words."""
_STATUS = {
    "unconfirmed": "yellow",
    "denied": "red",
    "confirmed": "green",
    "disputed": "magenta",
    "withdrawn": "red",
}


def show(material: Material, console: Console) -> None:
    """Print a claim."""
    for part in _report(material):
        console.print(part, highlight=False, markup=False, emoji=False)


def _report(material: Material) -> Iterator[RenderableType]:
    yield from _head(material)
    yield from _signed(material)
    yield from _origins(material)
    yield from _stemma(material)
    yield from _changing(material)
    yield from _contradictions(material)
    yield from _events(material)
    yield from _versions(material)
    yield from _corrected(material)
    yield from _kindred(material)
    yield Text()


def _head(material: Material) -> Iterator[RenderableType]:
    account = material.account
    yield Text(f"“{saying.cut(account.text, 400)}”", style="bold")
    facts = [
        f"claim {account.id[:_ID]}",
        f"first seen {account.first_seen}" if account.first_seen else saying.UNDATED,
        saying.spread(material),
    ]
    yield Text(" · ".join(facts), style="dim")
    line = Text(saying.origins(account.behind.count), style="bold")
    if account.timeline.status is not None:
        status = account.timeline.status.value
        line.append(" · ").append(status, style=f"bold {_STATUS[status]}")
    if account.timeline.recycled:
        line.append(" · recycled", style="yellow")
    yield line


def _signed(material: Material) -> Iterator[RenderableType]:
    told = [*saying.verdicts(material.account), *saying.grades(material.account)]
    if told:
        yield _heading("WHAT PEOPLE SIGNED")
        yield from _list(told)


def _origins(material: Material) -> Iterator[RenderableType]:
    yield _heading("ORIGINS, AND WHY THEY ARE COUNTED")
    for number, root in enumerate(material.account.behind.roots[:MOST], 1):
        told = Text(f"{number}. ").append(_called(material, root.document))
        for ground in saying.grounds(root):
            told.append(f"\n   → {ground}")
        told.append(f"\n   {saying.descent(root)}", style="dim")
        yield Padding(told, (0, 0, 0, 2))
    yield from _more(len(material.account.behind.roots))
    merged = [
        f"{saying.called(material, each.one)} and {saying.called(material, each.other)}:"
        f" {saying.bond(each)} ({each.score:.2f})"
        for each in material.account.behind.merges
        if each not in material.account.behind.changing
    ]
    if merged:
        yield Text("  Counted as one:")
        yield from _list(merged)


def _stemma(material: Material) -> Iterator[RenderableType]:
    yield _heading("WHO TOOK IT FROM WHOM")
    for branch in branches(material):
        tree = Tree(_node(material, branch))
        # Not by recursion: a chain of forwards may be longer than Python's stack.
        ahead = [(tree, branch, 0)]
        while ahead:
            above, here, depth = ahead.pop()
            for each in here.branches:
                if depth < _DEEPEST:
                    ahead.append((above.add(_node(material, each)), each, depth + 1))
                else:
                    above.add(_node(material, each, told_from=True))
                    ahead.append((above, each, depth))
        yield Padding(tree, (0, 0, 0, 2))


def _node(material: Material, branch: Branch, *, told_from: bool = False) -> Text:
    told = Text()
    if branch.link is not None:
        told.append(saying.KIND[branch.link.relation], style="cyan")
        if told_from:
            told.append(f" from {saying.outlet(material, branch.link.source)}", style="cyan")
        told.append(f" {branch.link.score:.2f}  ", style="dim")
    if len(branch.documents) > 1:
        outlets = dict.fromkeys(saying.outlet(material, each) for each in branch.documents)
        told.append(f"{len(branch.documents)} × ", style="bold")
        told.append(saying.cut(", ".join(outlets), 120), style="bold")
        first, last = branch.documents[0], branch.documents[-1]
        told.append(f"  {saying.time(material, first)} … {saying.time(material, last)}")
        return told.append(saying.backwards(material, branch.link), style="yellow")
    told.append_text(_called(material, branch.documents[0]))
    told.append(saying.backwards(material, branch.link), style="yellow")
    if not branch.tells:
        told.append("  (the claim was not found in it)", style="dim")
    for each in branch.also:
        told.append(f"  also {saying.KIND[each.relation]} from ", style="dim")
        told.append(saying.outlet(material, each.source), style="dim")
    return told


def _called(material: Material, document: int) -> Text:
    return Text.assemble(
        (saying.outlet(material, document), "bold"),
        f"  {saying.time(material, document)}  ",
        (f"“{saying.headline(material, document)}”", "italic"),
    )


def _changing(material: Material) -> Iterator[RenderableType]:
    found = material.account.behind.changing
    if found:
        yield _heading("WHAT WOULD CHANGE THE NUMBER")
        yield from _list([saying.link(material, each) for each in found])


def _contradictions(material: Material) -> Iterator[RenderableType]:
    found = material.account.counterclaims
    if not found:
        return
    yield _heading("CONTRADICTED")
    for each in found[:MOST]:
        yield Padding(_contradiction(material, each), (0, 0, 0, 2))
    yield from _more(len(found))


def _contradiction(material: Material, each: Counterclaim) -> Text:
    own = material.account.variants[each.own]
    told = Text.assemble((each.contradiction.kind.value, "bold yellow"))
    told.append(f"  {on_one_line(each.contradiction.detail)}  (about one thing: {each.score:.2f})")
    for variant in (own, each.other):
        told.append(f"\n  “{saying.cut(variant.text, _QUOTE)}” ")
        told.append(_source(material, variant), style="dim")
    return told.append(f"  claim {each.claim[:_ID]}", style="dim")


def _events(material: Material) -> Iterator[RenderableType]:
    line = material.account.timeline
    if not line.events and not line.recycled:
        return
    yield _heading("WHAT BECAME OF IT")
    for each in line.events[:MOST]:
        yield Padding(_event(material, each), (0, 0, 0, 2))
    yield from _more(len(line.events))
    yield from _list([saying.recycled(material, each) for each in line.recycled])


def _event(material: Material, each: StatusEvent) -> Text:
    told = Text(f"{saying.time(material, each.document)}  ")
    told.append(each.value.value, style=f"bold {_STATUS[each.value.value]}")
    told.append(f"  {saying.event(each)}: “{saying.cut(each.text, _QUOTE)}”")
    if each.when:
        told.append(f" ({on_one_line(each.when)})")
    return told.append(f"  {saying.outlet(material, each.document)}", style="dim")


def _versions(material: Material) -> Iterator[RenderableType]:
    found = versions(material)
    yield _heading("HOW IT IS PUT  (in ⟨ ⟩ what the words above do not have)")
    for each in found[:MOST]:
        yield Padding(_version(material, each), (0, 0, 0, 2))
    yield from _more(len(found))


def _version(material: Material, version: Version) -> Text:
    told = Text("“")
    for part in version.parts:
        if part.differs:
            told.append(f"⟨{part.text.rstrip()}⟩", style="bold yellow")
            told.append(" " if part.text.endswith(" ") else "")
        else:
            told.append(part.text)
    told.append("”")
    if version.left_out:
        told.append(f"  without “{'”, “'.join(version.left_out)}”", style="dim")
    first = version.variants[0]
    told.append(f"\n  {_source(material, first)}", style="dim")
    if len(version.variants) > 1:
        told.append(f" and {len(version.variants) - 1} more", style="dim")
    return told


def _corrected(material: Material) -> Iterator[RenderableType]:
    variants = material.account.variants
    said = [(variants[each.variant], verdicts.told(each.verdict)) for each in material.corrections]
    if said:
        yield _heading("WHAT PEOPLE CORRECTED")
        yield from _list([f"{_quoted(material, each)}\n  {words}" for each, words in said])
    if material.left_out:
        yield _heading("LEFT OUT, SINCE PEOPLE REJECT IT")
        yield from _list(
            [
                "\n  ".join((_quoted(material, each.variant), *map(verdicts.told, each.verdicts)))
                for each in material.left_out
            ]
        )


def _quoted(material: Material, variant: Variant) -> str:
    return f"“{saying.cut(variant.text, _QUOTE)}” {saying.outlet(material, variant.document)}"


def _source(material: Material, variant: Variant) -> str:
    parts = [
        saying.outlet(material, variant.document),
        saying.time(material, variant.document),
        saying.speakers(variant),
        FIRMNESS[variant.commitment].words if variant.commitment else "",
        "denied" if variant.denies else "",
        material.readings[variant.document].document.language or "",
    ]
    return " · ".join(filter(None, dict.fromkeys(parts)))


def _kindred(material: Material) -> Iterator[RenderableType]:
    found = material.account.kindred
    if found:
        yield _heading("PERHAPS THE SAME CLAIM  (furphy judge merge, or split, two assertions)")
        yield from _list(
            [
                f"{each.claim[:_ID]}  {each.score:.2f}  {saying.cut(each.text, 160)}"
                for each in found
            ]
        )


def _list(lines: list[str]) -> Iterator[RenderableType]:
    for each in lines[:MOST]:
        yield Padding(Text(f"• {each}"), (0, 0, 0, 2))
    yield from _more(len(lines))


def _more(number: int) -> Iterator[RenderableType]:
    if number > MOST:
        yield Text(f"  … and {number - MOST} more", style="dim")


def _heading(words: str) -> Text:
    return Text(f"\n{words}", style="bold")
