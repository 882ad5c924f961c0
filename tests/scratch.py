"""Databases and processes of their own, for tests that run the platform as it is run."""

import os
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

TREE = Path(__file__).resolve().parent.parent


@contextmanager
def scratch_database(what):
    """Settings of a database for a while on the server that the suite runs on; on SQLite, of a file.

    On PostgreSQL the tables will belong to one role, and the application has another.
    """
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield {"DATABASE_URL": ""}
        return
    name = f"policyblogs_{what}_{os.getpid()}"  # several suites may run at once
    application, owner = f"{name}_application", f"{name}_owner"
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        _remove(cursor, name, application, owner)
        for role in (application, owner):
            cursor.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'scratch'")
        cursor.execute(f"CREATE DATABASE {name} OWNER {owner}")
        cursor.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")  # nobody will miss it
        try:
            yield {
                "DATABASE_URL": _address(server, name, application),
                "MIGRATE_DATABASE_URL": _address(server, name, owner),
            }
        finally:
            _remove(cursor, name, application, owner)


def _remove(cursor, database, *roles):
    cursor.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
    for role in roles:
        cursor.execute(f"DROP ROLE IF EXISTS {role}")


def _address(server, database, role):
    parts = urlsplit(server)
    place = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{role}:scratch@{place}", path=f"/{database}").geturl()


def environment(data, database, **more):
    """The environment of a process of the demonstration, whatever that of the suite is."""
    ours = ("POLICYBLOGS_", "DJANGO_", "DATABASE_URL", "MIGRATE_DATABASE_URL")
    others = {name: os.environ[name] for name in os.environ if not name.startswith(ours)}
    own = {"POLICYBLOGS_DEMONSTRATION": "1", "POLICYBLOGS_DATA_DIR": str(data)}
    return {**others, **own, **database, **more}


def manage(*arguments, env, log=None, **options):
    """Start `manage.py` with these arguments, writing what it says to a file."""
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.Popen(command, cwd=TREE, env=env, stdout=log, stderr=log, **options)


def until(found, seconds=60):
    """Wait until `found()` is true, and return it."""
    deadline = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.1)
    return value
