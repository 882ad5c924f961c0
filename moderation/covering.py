"""Cover: signing for somebody between two dates, and the out-of-hours list of a press office."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from moderation.authority import signs_in_their_own_right
from moderation.models import Delegation, Duty
from moderation.routes import may_sign_somewhere
from teams import clock, mail, record
from teams.chain import moment
from teams.models import Department, RoleHeld, User
from teams.permissions import MAY, Action, departments_where, manages
from teams.record import Subject
from teams.refusals import NotAllowed, NotNow

LONGEST_DELEGATION = timedelta(days=92)  # a longer absence is a change of role
LONGEST_SHIFT = timedelta(days=7)


@transaction.atomic
def delegate(
    giver: User, receiver: User, starts_at: datetime, ends_at: datetime, *, reason: str, by: User
) -> Delegation:
    """Let `receiver` sign for `giver` between two times. Given by themselves, or by an administrator.

    It bars nobody's barred words: neither may the receiver sign a post that they wrote in, nor may anybody
    sign for a giver who did.
    """
    if by != giver and not _administers(by, giver):
        raise NotAllowed("You may delegate your own signing, and that of people whom you administer.")
    if not signs_in_their_own_right(giver):
        raise NotNow(f"{giver.name} signs for no group, so there is nothing to delegate.")
    if giver == receiver:
        raise NotNow("Choose somebody else to sign meanwhile.")
    if not may_sign_somewhere(receiver):
        raise NotNow(f"{receiver.name} must be a press officer or a clearer to sign for somebody.")
    _refuse_times(starts_at, ends_at, LONGEST_DELEGATION)
    if not reason.strip():
        raise NotNow("Say what the delegation is for, such as leave.")
    delegation = Delegation.objects.create(
        giver=giver,
        receiver=receiver,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=reason,
        given_by=by,
        given_at=clock.now(),
    )
    changes = {
        "signs for them": [None, receiver.name],
        "person number": [None, receiver.pk],
        "for person number": [None, giver.pk],
        **_times(delegation),
    }
    record.append(
        "delegation.given",
        _of_delegation(delegation),
        by=by,
        role=_in_delegating(by, giver),
        reason=reason,
        changes=changes,
    )
    mail.send("delegation_given", [receiver.email], {"delegation": delegation})
    return delegation


@transaction.atomic
def end_delegation(delegation: Delegation, *, by: User) -> Delegation:
    """End a delegation now. What was signed under it stays signed."""
    delegation = Delegation.objects.select_for_update().get(pk=delegation.pk)
    if by not in (delegation.giver, delegation.receiver) and not _administers(by, delegation.giver):
        raise NotAllowed("Only the two people of a delegation and their administrators can end it.")
    _end(delegation)
    changes = {"signs for them": [delegation.receiver.name, None]}
    record.append(
        "delegation.ended",
        _of_delegation(delegation),
        by=by,
        role=_in_delegating(by, delegation.giver),
        changes=changes,
    )
    return delegation


@transaction.atomic
def put_on_duty(
    department: Department, person: User, starts_at: datetime, ends_at: datetime, *, by: User
) -> Duty:
    """Put somebody on the out-of-hours list: during the shift they may sign for the press office."""
    if not manages(by, department):
        raise NotAllowed("Only an administrator of the department sets its out-of-hours list.")
    if not may_sign_somewhere(person):
        raise NotNow(f"{person.name} must be a press officer or a clearer to be on duty.")
    _refuse_times(starts_at, ends_at, LONGEST_SHIFT)
    duty = Duty.objects.create(
        department=department,
        person=person,
        starts_at=starts_at,
        ends_at=ends_at,
        listed_by=by,
        listed_at=clock.now(),
    )
    changes = {
        "on duty": [None, person.name],
        "person number": [None, person.pk],
        "department number": [None, department.pk],
        **_times(duty),
    }
    record.append("duty.listed", _of_duty(duty), by=by, role=_as(by, [department]), changes=changes)
    return duty


@transaction.atomic
def take_off_duty(duty: Duty, *, by: User) -> Duty:
    """End a shift now."""
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    if not manages(by, duty.department):
        raise NotAllowed("Only an administrator of the department sets its out-of-hours list.")
    _end(duty)
    changes = {"on duty": [duty.person.name, None]}
    record.append("duty.ended", _of_duty(duty), by=by, role=_as(by, [duty.department]), changes=changes)
    return duty


def on_duty(departments: set[int]) -> QuerySet[Duty]:
    """Shifts of these departments that hold now or are to come, the next first."""
    to_come = Duty.objects.filter(department__in=departments, ends_at__gt=clock.now(), ended_at=None)
    return to_come.select_related("person", "department").order_by("starts_at", "pk")


def delegations_of(person: User) -> QuerySet[Delegation]:
    """What this person has lent or been lent, now or to come, and so have those whom they administer."""
    managed = Department.objects.filter(pk__in=departments_where(person, Action.MANAGE_PEOPLE))
    if person.is_superuser:
        managed = Department.objects.all()
    administered = RoleHeld.objects.filter(Q(department__in=managed) | Q(team__department__in=managed))
    theirs = Q(giver=person) | Q(receiver=person) | Q(giver__in=administered.values("person"))
    to_come = Delegation.objects.filter(theirs, ends_at__gt=clock.now(), ended_at=None)
    return to_come.select_related("giver", "receiver")


def _end(cover: Delegation | Duty) -> None:
    if cover.ended_at or cover.ends_at <= clock.now():
        raise NotNow("That has ended already.")
    cover.ended_at = clock.now()
    cover.save(update_fields=["ended_at"])


def _refuse_times(starts_at: datetime, ends_at: datetime, longest: timedelta) -> None:
    if ends_at <= starts_at:
        raise NotNow("The end must be after the start.")
    if ends_at <= clock.now():
        raise NotNow("The end has passed. Choose a later one.")
    if ends_at - starts_at > longest:
        raise NotNow(f"Choose {longest.days} days at most.")


def _administers(person: User, other: User) -> bool:
    return any(manages(person, held.in_department) for held in other.held)


def _times(cover: Delegation | Duty) -> dict[str, list[str | None]]:
    return {
        "from": [None, moment(cover.starts_at)],
        "to": [None, moment(cover.ends_at)],
    }


def _of_delegation(delegation: Delegation) -> Subject:
    giver = delegation.giver
    signs_by = [held for held in giver.held if held.role in MAY[Action.USE_PRESS_DESK]]
    department = next((held.in_department for held in signs_by or giver.held), None)
    return Subject("delegation", delegation.pk, giver.name, department)


def _of_duty(duty: Duty) -> Subject:
    return Subject("duty", duty.pk, duty.person.name, duty.department)


def _in_delegating(person: User, giver: User) -> str:
    administers = _as(person, [held.in_department for held in giver.held])
    return "Signatory" if person == giver else administers or "Signatory"


def _as(person: User, departments: list[Department]) -> str:
    """The role in which somebody administers one of the departments, or nothing."""
    if person.is_superuser:
        return "Platform administrator"
    administers = [held for held in person.held if held.role in MAY[Action.MANAGE_PEOPLE]]
    return next((str(held) for held in administers if held.in_department in departments), "")
