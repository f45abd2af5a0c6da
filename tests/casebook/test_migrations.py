import pytest
from alembic import op
from sqlalchemy import Column, Connection, Engine, Integer, inspect, select, text, update

from furphy.casebook import migrations, tables
from furphy.casebook.casebook import Casebook
from furphy.casebook.engines import writer_engine
from furphy.casebook.schema import ABOUT

CATALOGUE = """
SELECT 'column', table_name, column_name, data_type, is_nullable, column_default
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'index', tablename, indexname, indexdef, '', '' FROM pg_indexes
WHERE schemaname = 'public'
UNION ALL SELECT 'rule', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', ''
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), '', ''
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', proname, prosrc, '', '', '' FROM pg_proc
WHERE pronamespace = 'public'::regnamespace
"""


def described(connection: Connection) -> set[tuple[object, ...]]:
    """Return all that a store says of its tables, indexes, rules and triggers."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT type, tbl_name, name, sql FROM sqlite_master"))
        return {(*row[:3], " ".join((row[3] or "").split())) for row in rows}
    return {tuple(row) for row in connection.execute(text(CATALOGUE))}


@pytest.fixture
def engine(where: str) -> "Engine":
    return writer_engine(where)


def test_each_schema_has_its_step() -> None:
    assert len(migrations.STEPS) == tables.NEWEST


def test_a_migrated_store_equals_a_fresh_one(engine: Engine) -> None:
    with engine.connect() as connection:
        with connection.begin() as undone:
            tables.create(connection)
            fresh = described(connection)
            undone.rollback()
        with connection.begin():
            migrations.upgrade(connection, 0)
            migrated = described(connection)
    engine.dispose()
    assert len(fresh) > 30
    assert migrated == fresh


def test_all_tables_of_sqlite_are_strict(tmp_path: object) -> None:
    engine = writer_engine(f"{tmp_path}/case")
    with engine.begin() as connection:
        tables.create(connection)
        rows = connection.execute(text("SELECT name, strict FROM pragma_table_list()")).all()
    engine.dispose()
    loose = {name for name, strict in rows if not strict}
    assert {name for name in loose if not name.startswith("sqlite_") and "_words" not in name} == (
        set()
    )


@pytest.mark.parametrize("schema", range(1, tables.NEWEST))
def test_an_older_casebook_is_brought_up_when_it_is_opened(where: str, schema: int) -> None:
    engine = writer_engine(where)
    with engine.begin() as connection:
        migrations.upgrade(connection, 0, schema)
        rows = {"format": "furphy-casebook", "schema": str(schema), "version": "0.0.1"}
        connection.execute(
            ABOUT.insert(), [{"key": key, "value": value} for key, value in rows.items()]
        )
        before = set(inspect(connection).get_table_names())
    engine.dispose()
    with Casebook.open(where) as book, book.reading() as connection:
        assert before <= set(inspect(connection).get_table_names())
        found = connection.scalar(select(ABOUT.c.value).where(ABOUT.c.key == "schema"))
        assert found == str(tables.NEWEST)


def test_a_step_that_fails_leaves_the_casebook_as_it_was(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Casebook.create_or_open(where) as book, book.writing() as connection:
        connection.execute(update(ABOUT).where(ABOUT.c.key == "schema").values(value="2"))
        before = described(connection)

    def stumble() -> None:
        op.create_table("halfway", Column("number", Integer))
        raise ZeroDivisionError

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS[:2], stumble))
    with pytest.raises(ZeroDivisionError):
        Casebook.open(where)
    engine = writer_engine(where)
    with engine.begin() as connection:
        assert described(connection) == before
    engine.dispose()
