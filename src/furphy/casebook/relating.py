"""State how two sources are related, or withdraw it, and enter it into the journal."""

from sqlalchemy import Connection

from furphy.casebook.covering import covered
from furphy.casebook.journal import Deed, EntryKind, append
from furphy.casebook.relation import RELATION, Relation, in_force, keep, relations
from furphy.errors import InputError


def relate(connection: Connection, relation: Relation) -> None:
    """Store a relation; with no weight, it withdraws what was stated of these two.

    Raises :class:`InputError` where there is nothing to
    withdraw, or a source is related to itself.
    """
    kind, one, other = relation.edge
    if one == other:
        raise InputError(f"{relation.one} and {relation.other} are one name already")
    standing = {each.edge for each in in_force(relations(connection))}
    if relation.weight is None and relation.edge not in standing:
        raise InputError(f"nobody stated that {relation.one} is {kind} of {relation.other}")
    number, _ = keep(connection, relation)
    covers = {RELATION.name: covered(connection, RELATION, [number])}
    append(connection, Deed(EntryKind.JUDGEMENT, covers, relation.by), lambda: relation.at)
