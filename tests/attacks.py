"""The tools of somebody who attacks the database directly, from a shell or over a connection."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from teams import guarding
from teams.guarding import GUARDS

SEEN_TO_REFUSE: set[str] = set()  # the guards by which an attack was refused so far, in this process

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="on SQLite only")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="on PostgreSQL only")


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def by_sql(row, **values):
    columns = ", ".join(f"{column} = %s" for column in values)
    run(
        f"UPDATE {row._meta.db_table} SET {columns} WHERE {row._meta.pk.column} = %s",
        *values.values(),
        row.pk,
    )


def by_update(row, **values):
    type(row)._base_manager.filter(pk=row.pk).update(**values)


def by_bulk_update(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    type(row)._base_manager.bulk_update([row], list(values))


def by_save(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


WAYS = [by_sql, by_update, by_bulk_update, by_save]


def forge(row, **values):
    """Insert a copy of the row, with other values."""
    copied = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    del copied[row._meta.pk.attname]
    return type(row)._base_manager.create(**{**copied, **values})


def fresh(row):
    return type(row)._base_manager.get(pk=row.pk)


def other(value):
    """Another value of the same kind and length."""
    if value is None or isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return value[:-1] + "~"
    return value + timedelta(days=1) if hasattr(value, "year") else [*value, "more"]


@contextmanager
def without_guards():
    """Every guard is down inside, and what is done there has never been."""
    with transaction.atomic():
        connection.check_constraints()  # PostgreSQL drops no guard of a table that has foreign keys to check
        guarding.drop()
        yield
        transaction.set_rollback(True)


@contextmanager
def refused(*guards):
    """By one of these guards; by any, where none is named."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
    refusing = [name for name in guards or GUARDS if GUARDS[name].message in str(refusal.value)]
    assert refusing, refusal.value
    SEEN_TO_REFUSE.update(set(guards).intersection(refusing))
