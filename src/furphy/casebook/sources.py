"""Sources across documents: who is quoted, who publishes, how often, and since when.

Sources of one kind whose names differ in case, marks or punctuation alone are shown as one; what
people know beyond that are edges (:mod:`.relation`), which are shown and merge nothing. Who has no
name of their own ("officials", "residents") may be somebody else in each document; they are left
out unless asked for, and then tell how often those words are used.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, and_, distinct, func, select, union

from furphy.casebook.filters import is_met
from furphy.casebook.grading import source_grades
from furphy.casebook.relation import Relation, RelationKind, folded_name, in_force, relations
from furphy.casebook.schema import ASSERTION, EDITION, READING, SOURCE
from furphy.casebook.source_ids import NAMED, source_id
from furphy.model.attribution import SourceKind
from furphy.model.signed import Grade


@dataclass(frozen=True, slots=True)
class Edge:
    """Another source that this one is related to, as somebody stated."""

    name: str
    weight: float
    """0 to 1, how sure they were."""
    by: str
    because: str
    at: str


@dataclass(frozen=True, slots=True)
class SourceAcross:
    """A source as the documents in use name it."""

    name: str
    """The spelling that most documents have."""
    kind: str
    spellings: tuple[str, ...]
    documents: int
    """Those that it published, and those that name it as a source."""
    published: int
    quoted: int
    attributions: int
    """How often it is said to say something."""
    assertions: int
    """Of which it is the innermost source."""
    first_seen: str | None
    """Of the documents with a date: when the first was published, ISO 8601."""
    last_seen: str | None
    aliases: tuple[Edge, ...] = ()
    owners: tuple[Edge, ...] = ()
    owns: tuple[Edge, ...] = ()
    id: str = ""
    """By which it is graded; made of its kind and name."""
    grades: tuple[Grade, ...] = ()
    """What people set as its Admiralty letter, those that stand, with their reasons."""

    letter: str | None = None
    """That letter; None where nobody set one or people differ."""


@dataclass(slots=True)
class _Spelling:
    """How often one spelling of a name is met."""

    name: str
    published: int = 0
    quoted: int = 0
    attributions: int = 0
    assertions: int = 0
    first: str | None = None
    last: str | None = None


_Key = tuple[str, str]
"""Kind and folded name."""


def sources(connection: Connection, kinds: Sequence[SourceKind] = NAMED) -> Iterator[SourceAcross]:
    """Yield the sources of some kinds, those of most documents first."""
    groups = _groups(connection, [each.value for each in kinds])
    edges = _edges(in_force(relations(connection)))
    graded = source_grades(connection)
    found = [_across(connection, key, spelt, edges) for key, spelt in groups.items()]
    found = [_graded(each, graded.get(each.id, ())) for each in found]
    found.sort(key=lambda each: (-each.documents, each.name, each.kind))
    yield from found


def spellings(connection: Connection, name: str, *, aliases: bool = False) -> tuple[str, ...]:
    """Return the names as they are stored that differ from one in case, marks or punctuation alone.

    With ``aliases`` those too that people said are the same, directly or over several steps.
    """
    wanted = {folded_name(name)}
    if aliases:
        wanted |= _reached(wanted, in_force(relations(connection)))
    # One after the other: a union of them would sort all rows once more.
    stored = {
        each
        for column in (SOURCE.c.name, EDITION.c.outlet, EDITION.c.author)
        for each in connection.scalars(select(column).where(column.is_not(None)).distinct())
    }
    return tuple(sorted(each for each in stored if folded_name(each) in wanted))


def _reached(start: set[str], edges: Iterable[Relation]) -> set[str]:
    beside = defaultdict[str, set[str]](set)
    for each in edges:
        if each.kind is RelationKind.ALIAS:
            _, one, other = each.edge
            beside[one].add(other)
            beside[other].add(one)
    reached, ahead = set(start), [*start]
    while ahead:
        fresh = beside[ahead.pop()] - reached
        reached |= fresh
        ahead += fresh
    return reached


def _groups(connection: Connection, kinds: Sequence[str]) -> dict[_Key, list[_Spelling]]:
    met: dict[tuple[str, str], _Spelling] = {}

    def spelling(kind: str, name: str) -> _Spelling:
        return met.setdefault((kind, name), _Spelling(name))

    for row in connection.execute(_quoted(kinds)):
        each = spelling(row.kind, row.name)
        each.quoted, each.attributions = row.documents, row.said
        each.first, each.last = row.first, row.last
    for row in connection.execute(_held(kinds)):
        spelling(row.kind, row.name).assertions = row.assertions
    if SourceKind.OUTLET in kinds:
        for row in connection.execute(_published()):
            each = spelling(SourceKind.OUTLET, row.name)
            each.published = row.documents
            each.first = min(filter(None, (each.first, row.first)), default=None)
            each.last = max(filter(None, (each.last, row.last)), default=None)
    groups = defaultdict[_Key, list[_Spelling]](list)
    for (kind, name), each in met.items():
        groups[kind, folded_name(name) or name].append(each)
    return groups


def _across(
    connection: Connection, key: _Key, spelt: list[_Spelling], edges: dict[str, list[Relation]]
) -> SourceAcross:
    kind, folded = key
    spelt.sort(key=lambda each: (-each.quoted - each.published, each.name))
    names = tuple(each.name for each in spelt)
    quoted, published, both = _documents(connection, kind, spelt)
    mine = edges.get(folded, [])
    return SourceAcross(
        name=names[0],
        kind=kind,
        spellings=names,
        documents=both,
        published=published,
        quoted=quoted,
        attributions=sum(each.attributions for each in spelt),
        assertions=sum(each.assertions for each in spelt),
        first_seen=min((each.first for each in spelt if each.first), default=None),
        last_seen=max((each.last for each in spelt if each.last), default=None),
        aliases=tuple(_aliases(folded, mine)),
        owners=tuple(_edge(each.one, each) for each in mine if _owns(each, 1, folded)),
        owns=tuple(_edge(each.other, each) for each in mine if _owns(each, 0, folded)),
        id=source_id(kind, names[0]),
    )


def _graded(source: SourceAcross, grades: tuple[Grade, ...]) -> SourceAcross:
    letter = grades[0].value.value if grades and not grades[0].is_disputed else None
    return replace(source, grades=grades, letter=letter)


def _documents(
    connection: Connection, kind: str, spelt: Sequence[_Spelling]
) -> tuple[int, int, int]:
    """Return how many documents quote a source, how many it published, and how many do either.

    Only where a document may count twice is it asked for again: spelt in two ways, or publishing
    and quoted at once.
    """
    quoted = sum(each.quoted for each in spelt)
    published = sum(each.published for each in spelt)
    if len(spelt) == 1 and not (quoted and published):
        return quoted, published, quoted + published
    names = [each.name for each in spelt]
    quoting = _quoting().where(SOURCE.c.name.in_(names), SOURCE.c.kind == kind)
    quoting = quoting.with_only_columns(EDITION.c.document)
    if not published:
        both = _counted(connection, quoting.distinct())
        return both, 0, both
    publishing = select(EDITION.c.document).where(EDITION.c.outlet.in_(names), is_met())
    return (
        _counted(connection, quoting.distinct()),
        _counted(connection, publishing.distinct()),
        _counted(connection, union(quoting, publishing)),
    )


def _counted(connection: Connection, chosen: Any) -> int:  # noqa: ANN401 - a select or a union
    return connection.scalar(select(func.count()).select_from(chosen.subquery())) or 0


def _quoting() -> Select[Any]:
    return (
        select(SOURCE.c.name)
        .join(READING, and_(READING.c.number == SOURCE.c.reading, READING.c.current == 1))
        .join(EDITION, EDITION.c.number == READING.c.edition)
    )


def _quoted(kinds: Sequence[str]) -> Select[Any]:
    counts = (
        func.count(distinct(EDITION.c.document)).label("documents"),
        func.sum(SOURCE.c.said).label("said"),
        func.min(EDITION.c.published_from).label("first"),
        func.max(EDITION.c.published_from).label("last"),
    )
    return (
        _quoting()
        .add_columns(SOURCE.c.kind, *counts)
        .where(SOURCE.c.kind.in_(kinds))
        .group_by(SOURCE.c.name, SOURCE.c.kind)
    )


def _held(kinds: Sequence[str]) -> Select[Any]:
    return (
        select(
            ASSERTION.c.holder.label("name"),
            ASSERTION.c.holder_kind.label("kind"),
            func.count().label("assertions"),
        )
        .join(READING, and_(READING.c.number == ASSERTION.c.reading, READING.c.current == 1))
        .where(ASSERTION.c.holder_kind.in_(kinds), ASSERTION.c.holder.is_not(None))
        .group_by(ASSERTION.c.holder, ASSERTION.c.holder_kind)
    )


def _published() -> Select[Any]:
    return (
        select(
            EDITION.c.outlet.label("name"),
            func.count(distinct(EDITION.c.document)).label("documents"),
            func.min(EDITION.c.published_from).label("first"),
            func.max(EDITION.c.published_from).label("last"),
        )
        .where(EDITION.c.outlet.is_not(None), is_met())
        .group_by(EDITION.c.outlet)
    )


def _edges(held: Iterable[Relation]) -> dict[str, list[Relation]]:
    found = defaultdict[str, list[Relation]](list)
    for each in held:
        for name in dict.fromkeys((folded_name(each.one), folded_name(each.other))):
            found[name].append(each)
    return found


def _aliases(folded: str, edges: Iterable[Relation]) -> Iterator[Edge]:
    for each in edges:
        if each.kind is RelationKind.ALIAS:
            yield _edge(each.other if folded_name(each.one) == folded else each.one, each)


def _owns(relation: Relation, side: int, folded: str) -> bool:
    names = (relation.one, relation.other)
    return relation.kind is RelationKind.OWNER and folded_name(names[side]) == folded


def _edge(name: str, relation: Relation) -> Edge:
    return Edge(name, relation.weight or 0.0, relation.by, relation.because, relation.at)
