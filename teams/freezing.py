"""Freezes: declaring and lifting them, and asking whether one holds. While one holds nothing is released.

Before an election most government communication stops (in 2024 from 00:01 on 25 May), and existing pages stay
up; comments close. In national mourning nothing changes at all, not even a typing error.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.dispatch import Signal

from teams import clock, record
from teams.chain import moment
from teams.models import Department, Freeze, Team, User
from teams.permissions import MAY, Action, departments_where
from teams.record import Subject
from teams.refusals import NotAllowed, NotNow


@dataclass(frozen=True)
class Declaration:
    """What is declared: how strict, for whom (`department` None means all), from when to when, and who
    may let a post through."""

    level: Freeze.Level
    department: Department | None
    starts_at: datetime
    ends_at: datetime
    notice: str
    directors: Sequence[User]


pages_turned = Signal()  # sent in the transaction that tells pages of a freeze, with `freeze`

FREEZE_LOCK = 7_233_902  # any fixed number: the name of PostgreSQL's advisory lock on freezes


def while_releasing() -> None:
    """Hold off declarations of freezes until this transaction ends; any number of releases may at once.

    So a release either ends before a freeze begins, or sees it. Taken after the lock of a post and before
    the end of the record's chain, which is the order everywhere. SQLite has one writer at a time.
    """
    _lock("pg_advisory_xact_lock_shared")


def _lock(function: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [FREEZE_LOCK])


def in_force(at: datetime | None = None) -> QuerySet[Freeze]:
    """Every freeze that holds at this time."""
    at = at or clock.now()
    not_lifted = Q(lifted_at=None) | Q(lifted_at__gt=at)
    return Freeze.objects.filter(not_lifted, starts_at__lte=at, ends_at__gt=at)


def frozen(
    departments: Sequence[int] | QuerySet[Any, dict[str, Any]], at: datetime | None = None
) -> list[Freeze]:
    """The freezes that hold for any of these departments, given by key, the strictest first."""
    ours = Q(department=None) | Q(department__in=departments)
    # "mourning" comes after "election" in the alphabet, and is the stricter of the two.
    return list(in_force(at).filter(ours).order_by("-level", "pk"))


def refuse_in_mourning(department: int) -> None:
    """Raise NotNow while not even small changes may be made."""
    for freeze in frozen([department]):
        if freeze.level == Freeze.Level.MOURNING:
            raise NotNow(f"Nothing may change on the blogs until this ends: {freeze.notice}")


def may_declare(person: User, department: Department | None) -> bool:
    """For all departments: the platform administrator. For one: its press office and administrators."""
    if person.is_superuser:
        return person.is_active
    mine = departments_where(person, Action.DECLARE_FREEZES)
    return person.is_active and department is not None and department.pk in mine


@transaction.atomic
def declare(declaration: Declaration, *, by: User) -> Freeze:
    """Declare a freeze. Raises NotNow where it names too few directors, no time to come, or no notice."""
    require_declarer(by, declaration.department)
    _lock("pg_advisory_xact_lock")
    needed = Freeze.DIRECTORS_NEEDED[declaration.level]
    if len(set(declaration.directors)) < needed:
        raise NotNow(f"Name at least {needed} people who can let a post through this freeze.")
    now = clock.now()
    if not (declaration.starts_at < declaration.ends_at and declaration.ends_at > now):
        raise NotNow("The freeze must end after it starts, and not in the past.")
    if not declaration.notice.strip():
        raise NotNow("Write a notice for readers: why comments are closed.")
    freeze = Freeze.objects.create(
        department=declaration.department,
        level=declaration.level,
        starts_at=declaration.starts_at,
        ends_at=declaration.ends_at,
        notice=declaration.notice,
        declared_by=by,
        declared_at=now,
    )
    freeze.directors.set(declaration.directors)
    names = ", ".join(person.name for person in declaration.directors)
    changes = {
        "level": [None, freeze.level],
        "department number": [None, freeze.department_id],
        "from": [None, moment(freeze.starts_at)],
        "to": [None, moment(freeze.ends_at)],
        "who may let a post through": [None, names],
        "person number": [None, sorted({person.pk for person in declaration.directors})],
    }
    role = _as(by, freeze.department)
    record.append(
        "freeze.declared", _subject(freeze), by=by, role=role, reason=freeze.notice, changes=changes
    )
    turn_pages()
    return freeze


@transaction.atomic
def lift(freeze: Freeze, *, by: User, reason: str) -> Freeze:
    """End a freeze before its time. What it held stays held until somebody decides."""
    freeze = Freeze.objects.select_for_update(of=("self",)).select_related("department").get(pk=freeze.pk)
    require_declarer(by, freeze.department)
    now = clock.now()
    if freeze.lifted_at or freeze.ends_at <= now:
        raise NotNow("This freeze has ended already.")
    if not reason.strip():
        raise NotNow("Say why the freeze ends early.")
    freeze.lifted_at = now
    freeze.save(update_fields=["lifted_at"])
    changes = {"to": [moment(freeze.ends_at), moment(now)]}
    role = _as(by, freeze.department)
    record.append("freeze.lifted", _subject(freeze), by=by, role=role, reason=reason, changes=changes)
    turn_pages()
    return freeze


@transaction.atomic
def turn_pages() -> int:
    """Tell readers' pages of every freeze that has begun or ended since the last time. Returns how many.

    Called every second by the workers; with nothing to tell it asks one question of the database.
    """
    now = clock.now()
    ended = Q(ends_at__lte=now) | Q(lifted_at__lte=now)
    due = Freeze.objects.filter(Q(begun=False, starts_at__lte=now) | (Q(over=False) & ended))
    freezes = list(due.select_for_update(of=("self",))) if due.exists() else []
    for freeze in freezes:
        freeze.begun = True
        freeze.over = freeze.ends_at <= now or (freeze.lifted_at is not None and freeze.lifted_at <= now)
        freeze.save(update_fields=["begun", "over"])
        blogs = Team.objects.filter(department=freeze.department_id) if freeze.department_id else Team.objects
        blogs.update(page_version=F("page_version") + 1)
        pages_turned.send(Freeze, freeze=freeze)
    return len(freezes)


def require_declarer(person: User, department: Department | None) -> None:
    """Raise NotAllowed for whoever may neither declare nor lift a freeze of this department."""
    if not may_declare(person, department):
        raise NotAllowed(
            "You may not stop or start these releases. A press officer or administrator of the department "
            "can; for all departments, the platform administrator."
        )


def _subject(freeze: Freeze) -> Subject:
    return Subject("freeze", freeze.pk, str(freeze), freeze.department)


def _as(person: User, department: Department | None) -> str:
    """The role by which this person declares and lifts: of several, not whichever comes first."""
    if person.is_superuser:
        return "Platform administrator"
    may = MAY[Action.DECLARE_FREEZES]
    return next((str(h) for h in person.held if h.role in may and h.department == department), "")
