"""The stemma of a claim as shapes that a template writes down as SVG.

A row a document, in the order of the tree: to the left what it is called, to the right where it
stands on the time axis. Lines go from what was there before down, and then across to what was made
from it. Verbatim copies from which nothing else was made are one node with a count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.export.dossier import saying
from furphy.export.dossier.axis import Axis, axis
from furphy.export.dossier.branches import Branch, branches
from furphy.export.dossier.material import Material
from furphy.model.derivation import Derivation
from furphy.tracing.origins import SURE

WIDTH = 960.0
_NAMES = 290.0
"""Where the names end and the axis begins."""
_UNDATED = 84.0
"""Width of the band for documents without a time."""
_EDGE = 22.0
_TOP, _ROW = 46.0, 26.0
_POINT = 60.0
"""Seconds; a stretch no longer is a moment."""
_INDENT, _MOST_INDENT = 13.0, 6
_LETTER = 7.1
"""About how wide a letter is."""


@dataclass(frozen=True, slots=True)
class Node:
    """A row."""

    document: int
    """The first one, where it stands for several."""
    documents: tuple[int, ...]
    y: float
    x: float
    until: float | None
    """Where the stretch ends in which it was published; None where that is a point."""
    indent: float
    name: str
    """Who published it, cut to the room there is."""
    told: str
    """All of it, for who points at it."""
    tells: bool
    is_root: bool
    is_dated: bool
    backwards: bool
    """Whether it is dated before what it was made from."""


@dataclass(frozen=True, slots=True)
class Line:
    """That one was made from the other."""

    path: str
    kind: str
    """As the JSON has it."""
    is_second: bool
    """Whether it tells what a text was also made from, not what it has most of."""
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A stemma; lengths are in units of a drawing that is :data:`WIDTH` wide."""

    height: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    axis: Axis
    left: float
    right: float
    undated: float | None
    """Where the band of those without a time begins; None where all have one."""
    kinds: tuple[tuple[str, str], ...]
    """The kinds of lines in it, and what they are called."""


@dataclass(frozen=True, slots=True)
class _Row:
    branch: Branch
    depth: int
    above: int | None
    """The row it hangs on."""


def chart(material: Material) -> Chart:
    """Return the drawing."""
    rows = [*_rows(branches(material))]
    windows = [_window(material, each.branch) for each in rows]
    dated = [each for each in windows if each is not None]
    has_undated = len(dated) < len(rows)
    left, right = _NAMES + _EDGE, WIDTH - _EDGE - (_UNDATED if has_undated else 0)
    line = axis((moment for window in dated for moment in _ends(window)), left, right)
    nodes = tuple(
        _node(material, (row, number), window, (line, right))
        for number, (row, window) in enumerate(zip(rows, windows, strict=True))
    )
    lines = tuple(_lines(material, rows, nodes))
    return Chart(
        height=_TOP + _ROW * len(rows) + 8,
        nodes=nodes,
        lines=lines,
        axis=line,
        left=_NAMES,
        right=right + _EDGE,
        undated=right + _EDGE if has_undated else None,
        kinds=tuple(
            (relation.value, words)
            for relation, words in saying.KIND.items()
            if any(each.kind == relation.value for each in lines)
        ),
    )


def _ends(window: tuple[float, float]) -> Iterator[float]:
    """Yield from when to when, where the two are apart."""
    start, end = window
    yield start
    if end - start > _POINT:
        yield end


def _rows(found: Sequence[Branch]) -> Iterator[_Row]:
    ahead: list[tuple[Branch, int, int | None]] = [(each, 0, None) for each in reversed(found)]
    number = 0
    while ahead:
        branch, depth, above = ahead.pop()
        yield _Row(branch, depth, above)
        ahead += [(each, depth + 1, number) for each in reversed(branch.branches)]
        number += 1


def _window(material: Material, branch: Branch) -> tuple[float, float] | None:
    """Return from when to when the documents of a row were published."""
    windows = [material.documents[each].published for each in branch.documents]
    known = [each for each in windows if each is not None]
    if not known:
        return None
    if len(branch.documents) > 1:
        return min(each.start for each in known), max(each.start for each in known)
    return known[0].start, known[0].end


def _node(
    material: Material,
    row: tuple[_Row, int],
    window: tuple[float, float] | None,
    line: tuple[Axis, float],
) -> Node:
    (each, number), (scale, right) = row, line
    branch, first = each.branch, each.branch.documents[0]
    indent = _INDENT * min(each.depth, _MOST_INDENT)
    x = right + _EDGE + _UNDATED / 2 if window is None else scale.x(window[0])
    until = None if window is None else scale.x(window[1])
    return Node(
        document=first,
        documents=branch.documents,
        y=_TOP + _ROW * (number + 0.5),
        x=round(x, 1),
        until=round(until, 1) if until is not None and until - x > 2 else None,  # noqa: PLR2004 (too short to be seen)
        indent=indent,
        name=saying.cut(_name(material, branch), int((_NAMES - indent - 24) / _LETTER)),
        told=_told(material, branch),
        tells=branch.tells,
        is_root=branch.link is None,
        is_dated=window is not None,
        backwards=bool(saying.backwards(material, branch.link)),
    )


def _name(material: Material, branch: Branch) -> str:
    names = dict.fromkeys(saying.outlet(material, each) for each in branch.documents)
    if len(branch.documents) == 1:
        name = next(iter(names))
        return name if name != saying.NO_OUTLET else saying.headline(material, branch.documents[0])
    return f"{len(branch.documents)} copies: {', '.join(names)}"


def _told(material: Material, branch: Branch) -> str:
    first = branch.documents[0]
    made = f"{saying.KIND[branch.link.relation]}, " if branch.link else ""
    many = f"{len(branch.documents)} copies, the first: " if len(branch.documents) > 1 else ""
    odd = saying.backwards(material, branch.link)
    return f"{many}{made}{saying.called(material, first)}, {saying.time(material, first)}{odd}"


def _lines(material: Material, rows: Sequence[_Row], nodes: Sequence[Node]) -> Iterator[Line]:
    at = {document: number for number, row in enumerate(rows) for document in row.branch.documents}
    for number, row in enumerate(rows):
        if row.branch.link is not None and row.above is not None:
            yield _line(nodes[row.above], nodes[number], row.branch.link, is_second=False)
        for each in row.branch.also:
            if each.source in at:
                yield _line(nodes[at[each.source]], nodes[number], each, is_second=True)


def _line(above: Node, below: Node, link: Derivation, *, is_second: bool) -> Line:
    """Return a line that leaves a node downwards and reaches the other from the side."""
    path = f"M{above.x:.1f} {above.y:.1f}V{below.y:.1f}H{below.x:.1f}"
    return Line(path, link.relation.value, is_second, link.score >= SURE)
