"""Steps that bring a casebook from one schema to the next, written by hand with Alembic's tools.

A schema is a number: how many steps led to it. A step is a module with ``upgrade()``, which uses
``alembic.op``; what was released is never edited, a new step is added at the end. Steps name
tables and columns themselves and import nothing of :mod:`furphy.casebook.schema`, which goes on
changing. On SQLite ``op.batch_alter_table`` may rebuild a table, which drops its triggers: such a
step ends with :func:`furphy.casebook.dialects.recreate_full_text`.
"""

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from furphy.casebook.migrations import step_0001, step_0002, step_0003, step_0004
from furphy.casebook.schema import METADATA

STEPS = (step_0001.upgrade, step_0002.upgrade, step_0003.upgrade, step_0004.upgrade)


def upgrade(connection: Connection, schema: int, target: int = len(STEPS)) -> None:
    """Take the steps after a schema, up to a target, inside the connection's transaction."""
    context = MigrationContext.configure(connection, opts={"target_metadata": METADATA})
    with Operations.context(context):
        for step in STEPS[schema:target]:
            step()
