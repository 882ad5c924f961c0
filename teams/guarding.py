"""Guards: triggers by which the database itself refuses what must never happen.

A guard is one predicate over the row as it would be (`NEW`) and was (`OLD`), in SQL that SQLite and
PostgreSQL both read. Where it holds, the statement fails as a broken constraint (`IntegrityError`).

SQLite loses triggers when it remakes a table, and refuses to remake one that another's trigger names.
So guards are dropped before migrations there, and made again after them on both databases.
"""

from collections.abc import Container, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

ALWAYS = "1 = 1"


@dataclass(frozen=True)
class Guard:
    """One refusal. `event` is INSERT, UPDATE or DELETE; without `refuse_when` it refuses every time."""

    name: str
    table: str
    event: str
    message: str
    refuse_when: str = ALWAYS
    only_on: str = ""


GUARDS: dict[str, Guard] = {}


def register(*guards: Guard) -> None:
    for guard in guards:
        GUARDS[guard.name] = guard


def sealed(
    table: str, what: str, *, key: str = "id", unique: Sequence[tuple[str, ...]] = (), but_for: str = ""
) -> list[Guard]:
    """Return the guards of a table whose rows are written once: no update, no delete, no replacement.

    `unique` are its other sets of unique columns, by which `INSERT OR REPLACE` could find a row to remove.
    `but_for` is the one update that is let through, if any.
    """
    unless = f"NOT ({but_for})" if but_for else Guard.refuse_when
    return [
        Guard(f"{table}_no_update", table, "UPDATE", f"{what} cannot be changed", unless),
        *_stays(table, what, _meets([(key,), *unique])),
    ]


def kept(table: str, what: str, *, key: str = "id", unique: Sequence[tuple[str, ...]] = ()) -> list[Guard]:
    """Return the guards of a table whose rows change, but never go: no delete, no replacement, one key."""
    meets = _meets([(key,), *unique])
    taken = f"NEW.{key} <> OLD.{key} OR EXISTS (SELECT 1 FROM {table} WHERE {key} <> OLD.{key} AND ({meets}))"
    return [
        Guard(f"{table}_no_takeover", table, "UPDATE", f"{what} cannot take the place of another", taken),
        *_stays(table, what, meets),
    ]


def _meets(unique: Sequence[tuple[str, ...]]) -> str:
    """Where a row has what another may not have as well."""
    return " OR ".join(
        "(" + " AND ".join(f"{column} = NEW.{column}" for column in columns) + ")" for columns in unique
    )


def _stays(table: str, what: str, meets: str) -> list[Guard]:
    replaces = f"EXISTS (SELECT 1 FROM {table} WHERE {meets})"
    return [
        Guard(f"{table}_no_delete", table, "DELETE", f"{what} cannot be removed"),
        Guard(
            f"{table}_no_replace", table, "INSERT", f"{what} cannot be replaced", replaces, only_on="sqlite"
        ),
    ]


def statements(guard: Guard, vendor: str, schema: str = "public") -> list[str]:
    """Return the SQL that makes the guard on this kind of database."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW "
            f"WHEN {guard.refuse_when} BEGIN SELECT RAISE(ABORT, '{guard.message}'); END"
        ]
    # Without a search path of its own, a guard would read a temporary table named like one of ours.
    return [
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql "
        f"SET search_path = {schema}, pg_temp AS $guard${_body(guard)}$guard$",
        *(made.replace("CREATE", "CREATE OR REPLACE", 1) for made in _triggers(guard).values()),
    ]


def _triggers(guard: Guard) -> dict[str, str]:
    """The triggers of a guard on PostgreSQL, by name, as the server itself spells them."""
    run = f"EXECUTE FUNCTION {guard.name}()"
    made = {
        guard.name: f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW {run}"
    }
    if guard.event == "DELETE":
        everything = f"{guard.name}_all"
        made[everything] = (
            f"CREATE TRIGGER {everything} BEFORE TRUNCATE ON {guard.table} FOR EACH STATEMENT {run}"
        )
    return made


def _body(guard: Guard) -> str:
    """The body of the function on PostgreSQL: the same error class as a broken check constraint."""
    refusal = f"RAISE EXCEPTION '{guard.message}' USING ERRCODE = 'check_violation';"
    if guard.event == "DELETE":
        # OLD is not there when the whole table is truncated, which is always refused.
        return (
            f" BEGIN IF TG_OP = 'TRUNCATE' THEN {refusal} END IF; "
            f"IF {guard.refuse_when} THEN {refusal} END IF; RETURN OLD; END "
        )
    return f" BEGIN IF {guard.refuse_when} THEN {refusal} END IF; RETURN NEW; END "


def install(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make every guard whose table is there, and remove those that only an earlier version had."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    schema = _schema(connection)
    with _by_one_process(connection), connection.cursor() as cursor:
        drop(using, keep=() if connection.vendor == "sqlite" else dict(_expected(connection)))
        for guard in _guards_of(connection):
            if guard.table in tables:
                for statement in statements(guard, connection.vendor, schema):
                    cursor.execute(statement)


def drop(using: str = DEFAULT_DB_ALIAS, keep: Container[str] = ()) -> None:
    """Remove every guard, of earlier versions too. For migrations, and for tests that empty the database."""
    connection = connections[using]
    with _by_one_process(connection), connection.cursor() as cursor:
        cursor.execute(_MADE[connection.vendor])
        for name, table in cursor.fetchall():
            if name not in keep:
                on = "" if connection.vendor == "sqlite" else f" ON {table}"
                cursor.execute(f"DROP TRIGGER {name}{on}")


def _by_one_process(connection: BaseDatabaseWrapper) -> AbstractContextManager[Any]:
    """On SQLite two processes may migrate at once, and nobody shall see guards half made. PostgreSQL would
    lock every table to the end of such a transaction, and replaces each trigger in one statement anyway."""
    return transaction.atomic(using=connection.alias) if connection.vendor == "sqlite" else nullcontext()


# The triggers that guards made, known by their form, and their tables.
_MADE = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master "
    "WHERE type = 'trigger' AND sql LIKE '% BEGIN SELECT RAISE(ABORT, %'",
    "postgresql": "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal AND pg_table_is_visible(c.oid) "
    "AND t.tgname IN (p.proname, p.proname || '_all') AND p.prosrc LIKE '%check_violation%'",
}


def missing(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Return the names of guards that are absent, switched off or not as we make them."""
    connection = connections[using]
    found = (
        _found_on_sqlite(connection) if connection.vendor == "sqlite" else _found_on_postgresql(connection)
    )
    return [name for name, text in _expected(connection) if found.get(name) != text]


def _guards_of(connection: BaseDatabaseWrapper) -> list[Guard]:
    return [guard for guard in GUARDS.values() if guard.only_on in ("", connection.vendor)]


def _expected(connection: BaseDatabaseWrapper) -> Iterator[tuple[str, str]]:
    for guard in _guards_of(connection):
        if connection.vendor == "sqlite":
            yield guard.name, statements(guard, "sqlite")[0]
            continue
        for name, made in _triggers(guard).items():
            yield name, made + _body(guard)


def _found_on_sqlite(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


def _found_on_postgresql(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The triggers that fire in ordinary sessions ('O') or always ('A'), with what they run."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname, pg_get_triggerdef(t.oid, true) || p.prosrc "
            "FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND pg_table_is_visible(c.oid) "
            "AND p.proconfig = ARRAY['search_path=' || quote_ident(current_schema()) || ', pg_temp']"
        )
        return dict(cursor.fetchall())


def _schema(connection: BaseDatabaseWrapper) -> str:
    """The schema in which PostgreSQL holds our tables."""
    if connection.vendor == "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        return str(cursor.fetchone()[0])


def before_migrate(*, using: str, plan: Sequence[Any] | None = None, **kwargs: Any) -> None:
    """Drop the guards on SQLite, unless there is nothing to migrate."""
    if connections[using].vendor == "sqlite" and plan != []:
        drop(using)


def after_migrate(*, using: str, **kwargs: Any) -> None:
    install(using)
