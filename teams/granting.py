"""Two roles on PostgreSQL: the owner, who migrates, and the application's, which owns nothing.

Guards are triggers, and whoever owns a table can drop its triggers. So with `MIGRATE_DATABASE_URL` the tables
and the guards' functions belong to another role than the one that serves pages, and that one may do to each
table only what the guards do not refuse every time: the privileges are read off the guards.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.utils import load_backend

from teams.guarding import ALWAYS, GUARDS

ROWS = ("SELECT", "INSERT", "UPDATE", "DELETE")
ALL = (*ROWS, "TRUNCATE", "REFERENCES", "TRIGGER")
READ_ONLY = {"django_migrations"}

# What the application's role could do that no privilege on a table says; each is a question to the server.
_POWERS = {
    "be a superuser": "SELECT rolsuper FROM pg_roles WHERE rolname = %(role)s",
    "give itself other roles": "SELECT rolcreaterole FROM pg_roles WHERE rolname = %(role)s",
    "become the owner": "SELECT pg_has_role(%(role)s, current_user, 'MEMBER')",
    "own the database": "SELECT pg_has_role(%(role)s, datdba, 'MEMBER') FROM pg_database "
    "WHERE datname = current_database()",
    "own tables": "SELECT EXISTS (SELECT 1 FROM pg_class WHERE pg_has_role(%(role)s, relowner, 'MEMBER') "
    "AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()))",
    "own functions": "SELECT EXISTS (SELECT 1 FROM pg_proc WHERE pg_has_role(%(role)s, proowner, 'MEMBER') "
    "AND pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()))",
    "run programs and write files on the server": "SELECT bool_or(pg_has_role(%(role)s, oid, 'MEMBER')) "
    "FROM pg_roles WHERE rolname IN ('pg_execute_server_program', 'pg_write_server_files')",
    "make schemas": "SELECT has_database_privilege(%(role)s, current_database(), 'CREATE')",
    "make temporary tables": "SELECT has_database_privilege(%(role)s, current_database(), 'TEMPORARY')",
    "make tables and functions": "SELECT has_schema_privilege(%(role)s, current_schema(), 'CREATE')",
}

# Every (table, privilege) that the role has, on the whole table or on any column of it.
_HELD = """
    SELECT c.relname, p.name FROM pg_class c CROSS JOIN unnest(%(all)s) p (name)
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
      AND (has_table_privilege(%(role)s, c.oid, p.name)
           OR (p.name IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
               AND has_any_column_privilege(%(role)s, c.oid, p.name)))
"""


@contextmanager
def as_owner() -> Iterator[None]:
    """Within, the connection of this thread is the owner's, where there is one.

    It takes the place of the usual connection: migrations of others' packages name no other.
    """
    if not settings.MIGRATE_DATABASE:
        yield
        return
    usual = connections[DEFAULT_DB_ALIAS]
    wrapper = load_backend(settings.MIGRATE_DATABASE["ENGINE"]).DatabaseWrapper
    owners = wrapper({**usual.settings_dict, **settings.MIGRATE_DATABASE}, DEFAULT_DB_ALIAS)
    connections[DEFAULT_DB_ALIAS] = owners
    try:
        yield
    finally:
        owners.close()
        connections[DEFAULT_DB_ALIAS] = usual


def privileges_on(table: str) -> list[str]:
    """What the application may do to the rows of a table: all that no guard refuses every time."""
    if table in READ_ONLY:
        return ["SELECT"]
    refused = {
        guard.event
        for guard in GUARDS.values()
        if guard.table == table and guard.refuse_when == ALWAYS and guard.only_on in ("", "postgresql")
    }
    return [privilege for privilege in ROWS if privilege not in refused]


@transaction.atomic
def grant(role: str) -> None:
    """Give the role what it may do to each table that is there, and take the rest from it and everybody.

    For the owner.
    """
    with connection.cursor() as cursor:
        for statement in _statements(role):
            cursor.execute(statement)


def _statements(role: str) -> Iterator[str]:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_schema()")
        database, schema = map(quote, cursor.fetchone())
        tables = connection.introspection.table_names(cursor)
    to = quote(role)
    yield f"REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC, {to}"
    yield f"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC, {to}"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {to}"
    for kind in ("TABLES", "SEQUENCES"):
        yield f"REVOKE ALL ON ALL {kind} IN SCHEMA {schema} FROM PUBLIC, {to}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {to}"
    for table in tables:
        yield f"GRANT {', '.join(privileges_on(table))} ON {quote(table)} TO {to}"


def excess(role: str) -> list[str]:
    """What the role may do that it must not, in words. For the owner."""
    with connection.cursor() as cursor:
        powers = []
        for power, question in _POWERS.items():
            cursor.execute(question, {"role": role})
            if cursor.fetchone()[0]:
                powers.append(power)
        cursor.execute(_HELD, {"role": role, "all": list(ALL)})
        held = sorted(cursor.fetchall())
    return powers + [f"{name} {table}" for table, name in held if name not in privileges_on(table)]
