"""Giving people roles and ending them: the only code that writes `RoleHeld`, each time into the record."""

from typing import Any

from django.db import transaction

from teams import record
from teams.models import Department, RoleHeld, User
from teams.permissions import manages
from teams.record import Subject
from teams.refusals import NotAllowed, NotNow
from teams.roles import Role


@transaction.atomic
def appoint(held: RoleHeld, *, by: User | None, reason: str = "") -> RoleHeld:
    """Store a new role. `by` is None when the platform itself sets up its first people."""
    _require_manager(held, by)
    if held.person.is_superuser:
        raise NotNow("A platform administrator runs the installation and holds no role.")
    held.save(force_insert=True)
    changes = {name: [None, value] for name, value in told(held).items()}
    role = acting_as(by, held.in_department)
    record.append("role.given", subject_of(held), by=by, role=role, reason=reason, changes=changes)
    return held


@transaction.atomic
def end_role(held: RoleHeld, *, by: User, reason: str = "") -> None:
    """Take a role away. Whoever is just now signing by it comes first."""
    _require_manager(held, by)
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=held.person_id)
    subject = subject_of(held)
    changes = {name: [value, None] for name, value in told(held).items()}
    held.delete()
    role = acting_as(by, held.in_department)
    record.append("role.ended", subject, by=by, role=role, reason=reason, changes=changes)


def _require_manager(held: RoleHeld, by: User | None) -> None:
    if by is None:
        return
    if not manages(by, held.in_department):
        raise NotAllowed("You may give and end roles only in a department that you administer.")
    if held.person_id == by.pk:
        raise NotAllowed("You may not change your own roles. Ask another administrator.")


def subject_of(held: RoleHeld) -> Subject:
    return Subject("person", held.person_id, held.person.name, held.in_department)


def told(held: RoleHeld) -> dict[str, Any]:
    """What the record says of a role: its place by name for people, by number for when the name changes."""
    kind = "team" if held.team_id else "department"
    return {"role": held.role, "in": str(held.place), f"{kind} number": held.place.pk}


def acting_as(by: User | None, department: Department | None) -> str:
    """As what somebody who may manages a department's teams, people and roles, in the words of the record."""
    if by is None:
        return "Installation"
    if by.is_superuser:
        return "Platform administrator"
    label = str(Role.DEPARTMENT_ADMIN.label)
    return f"{label}, {department}" if department else label
