"""Tables that only grow: the store itself refuses to change or delete their rows."""

from sqlalchemy import Connection, text

from furphy.casebook.dialects import POSTGRESQL

_REFUSING = """
CREATE FUNCTION {name}_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{name} only grows: nothing in it is changed or deleted'; END $$
"""


def keep_append_only(connection: Connection, name: str) -> None:
    """Refuse every change and deletion of the rows of a table.

    It keeps programs from mistakes. Who owns the file can take the refusal away; that they changed
    something is then for :mod:`.verification` to find.
    """
    if connection.dialect.name == POSTGRESQL:
        connection.execute(text(_REFUSING.format(name=name)))
        for when, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            connection.execute(
                text(
                    f"CREATE TRIGGER {name}_only_grows_{each.lower()} BEFORE {when} ON {name}"
                    f" FOR EACH {each} EXECUTE FUNCTION {name}_only_grows()"
                )
            )
        return
    for when in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name}_only_grows_{when.lower()} BEFORE {when} ON {name} BEGIN"
            f" SELECT raise(ABORT, '{name} only grows: nothing in it is changed or deleted'); END"
        )
