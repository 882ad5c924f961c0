"""The record of decisions: writing an entry, and verifying them all. `teams.chain` has the arithmetic.

Details lie in rows of their own under a salted digest, so that they can be expunged one day and the chain
still proves itself.
"""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from teams import clock
from teams.chain import DETAILS, Finding, Row, check, digest_of, digest_of_details
from teams.models import Department, Entry, EntryDetails, User

CHAIN_LOCK = 7_233_901  # any fixed number: the name of PostgreSQL's advisory lock on the chain's end
_COLUMNS = [f"details__{name}" if name in DETAILS else name for name in Row._fields]


@dataclass(frozen=True)
class Subject:
    """What an entry is about, in words that outlive the row: kind, number, label, department, post."""

    kind: str
    id: int
    label: str
    department: Department | None = None
    post: int | None = None


@transaction.atomic
def append(
    action: str,
    subject: Subject,
    *,
    by: User | None,
    role: str = "",
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
) -> Entry:
    """Write one decision at the end of the chain, in the transaction of the decision itself.

    `changes` maps the name of what changed to `[from, to]`. `by` is None for the platform's own acts.
    """
    last = end_of_chain()
    entry = compose(action, subject, at=clock.now(), by=by, role=role, reason=reason, changes=changes)
    link(entry, last)
    entry.save(force_insert=True)
    entry.details.save(force_insert=True)
    return entry


def compose(
    action: str,
    subject: Subject,
    *,
    at: datetime,
    by: User | None,
    role: str = "",
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
) -> Entry:
    """Return an entry with its details, not yet in the chain."""
    details = EntryDetails(
        salt=secrets.token_hex(16),
        actor_id=by.pk if by else None,
        actor_label=by.name if by else "Policy Blogs",
        actor_role=role,
        subject_label=subject.label[:300],
        reason=reason,
        changes=dict(changes or {}),
    )
    details.entry = Entry(
        at=at,
        action=action,
        subject_kind=subject.kind,
        subject_id=subject.id,
        post_id=subject.post,
        department_id=subject.department.pk if subject.department else None,
        details_digest=digest_of_details(details),
    )
    return details.entry


def link(entry: Entry, last: Entry | None) -> None:
    """Let the entry follow the last one."""
    entry.number, entry.previous = (last.number + 1, last.digest) if last else (1, "")
    entry.digest = digest_of(entry)
    entry.details.entry_id = entry.number


def end_of_chain() -> Entry | None:
    """The last entry, with the right to write the next: held until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
    return Entry.objects.order_by("-number").first()


def rows() -> Iterator[Row]:
    """Every entry with its details, in order, a few at a time."""
    values = Entry.objects.order_by("number").values_list(*_COLUMNS)
    return map(Row._make, values.iterator(2000))


def verify(heads: Mapping[int, set[str]] | None = None) -> Finding:
    """Walk the whole chain, against the digests that were published for entries."""
    return check(rows(), heads)
