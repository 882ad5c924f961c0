"""Rows in bulk: the end of the record's chain, updates of many rows, and fresh statistics."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import Model

from teams import record
from teams.models import Entry, EntryDetails, User
from teams.record import Subject


class Chain:
    """Entries for the end of the record, written together: what `record.append` does for one."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def add(
        self, at: datetime, action: str, subject: Subject, by: User, role: str, changes: Mapping[str, Any]
    ) -> None:
        self.entries.append(record.compose(action, subject, at=at, by=by, role=role, changes=changes))

    def write(self) -> None:
        """Link the entries, in the order of their times, to the end of the chain, which is held from here."""
        last = record.end_of_chain()
        self.entries.sort(key=attrgetter("at"))
        for entry in self.entries:
            record.link(entry, last)
            last = entry
        Entry.objects.bulk_create(self.entries)
        EntryDetails.objects.bulk_create(entry.details for entry in self.entries)


def update(model: type[Model], sets: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Change many rows in one statement. Each of `rows` is a key, then the values column2, column3, ..."""
    if not rows:
        return
    places = ", ".join([f"({', '.join(['%s'] * len(rows[0]))})"] * len(rows))
    table = model._meta.db_table
    sql = f"UPDATE {table} SET {sets} FROM (VALUES {places}) AS v WHERE {table}.id = v.column1"
    with connection.cursor() as cursor:
        cursor.execute(sql, [adapted(value) for row in rows for value in row])


def refresh_statistics() -> None:
    """Let PostgreSQL see how tables have grown, so that it plans its guards anew.

    A session keeps the plans of its guards, and those made for empty tables read a whole table for each row.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def adapted(value: Any) -> Any:
    """A time or a date as this database stores it; anything else as it is."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
