"""All tables of a casebook, and how they come to be in an empty store.

A part that keeps tables in a module of its own is imported here, so that ``METADATA`` knows them;
what tables do not say (triggers, full-text indexes) is made by the functions in ``AFTERWARDS``.
"""

from collections.abc import Callable

from sqlalchemy import Connection

from furphy.casebook import journal, judgements, relation, schema
from furphy.casebook.append_only import keep_append_only
from furphy.casebook.dialects import create_full_text


def _full_text(connection: Connection) -> None:
    for name in schema.SEARCHED:
        create_full_text(connection, name)


def _append_only(connection: Connection) -> None:
    kept = (journal.JOURNAL, judgements.JUDGEMENT, judgements.SUBJECT, relation.RELATION)
    for each in kept:
        keep_append_only(connection, each.name)


NEWEST = 4
"""The schema these tables are: how many steps there are in :mod:`furphy.casebook.migrations`."""

AFTERWARDS: tuple[Callable[[Connection], None], ...] = (_full_text, _append_only)


def create(connection: Connection) -> None:
    """Make all tables in an empty store."""
    schema.METADATA.create_all(connection)
    for make in AFTERWARDS:
        make(connection)
