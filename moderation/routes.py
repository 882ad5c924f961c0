"""Routes: the steps that a team's posts go through. The press office is always on it, and last."""

from django.db import transaction

from moderation.authority import signatories
from moderation.models import Group, RouteStep, Submission, SubmissionStep
from posts.models import Kind, Revision
from teams import record
from teams.models import Department, Team, User
from teams.permissions import Action, can_anywhere, departments_where, manages
from teams.record import Subject
from teams.refusals import NotAllowed, NotNow
from teams.roles import Role

LAST_POSITION = 99  # of a team's own steps; the press office comes after


def press_office(department: Department) -> Group:
    group, _ = Group.objects.get_or_create(
        department=department, kind=Group.Kind.PRESS_OFFICE, defaults={"name": "Press office"}
    )
    return group


def steps_of(team: Team) -> list[tuple[int, Group]]:
    """Return the route of a team as (position, group): its own steps, then the press office."""
    own = own_steps(team)
    return [*own, (_after(own), press_office(team.department))]


def own_steps(team: Team) -> list[tuple[int, Group]]:
    steps = team.route.order_by("position", "pk").select_related("group__department")
    return [(step.position, step.group) for step in steps]


def _after(steps: list[tuple[int, Group]]) -> int:
    return max((position for position, _ in steps), default=0) + 1


def steps_for(revision: Revision) -> list[tuple[int, Group]]:
    """Return the steps that a revision needs: its team's own, then every press office, side by side.

    A question skips the team's own steps where the department says so. A post by teams of two departments
    needs both press offices.
    """
    team = revision.post.team
    is_short = revision.kind == Kind.QUESTION and team.department.short_questions
    own = [] if is_short else own_steps(team)
    partners = [line.team.department for line in revision.partner_teams.select_related("team__department")]
    departments = {department.pk: department for department in [team.department, *partners]}
    return [*own, *((_after(own), press_office(department)) for department in departments.values())]


def copy_route(submission: Submission) -> None:
    """Give the submission its steps. Changing the team's route later changes nothing under way."""
    SubmissionStep.objects.bulk_create(
        SubmissionStep(submission=submission, position=position, group=group)
        for position, group in steps_for(submission.revision)
    )


# Setting routes and groups: a department administrator's work, each change in the record.


@transaction.atomic
def add_step(step: RouteStep, *, by: User, reason: str) -> RouteStep:
    """Put a group on a team's route. The press office is there already, and cannot be put anywhere else."""
    _require(by, step.team.department)
    if step.group.is_press_office:
        raise NotNow("The press office is on every route already, as its last step.")
    if step.group.department_id != step.team.department_id:
        raise NotNow("A route goes through groups of its own department.")
    if not 1 <= step.position <= LAST_POSITION:
        raise NotNow(f"The position must be from 1 to {LAST_POSITION}.")
    if not signatories(step.group).exists():
        raise NotNow(f"Nobody could sign for {step.group.name} now: put people in the group first.")
    step.save(force_insert=True)
    _record_route(step, [None, f"{step.position}. {step.group.name}"], by, reason)
    return step


@transaction.atomic
def remove_step(step: RouteStep, *, by: User, reason: str) -> None:
    """Take a step off a team's route."""
    _require(by, step.team.department)
    before = [f"{step.position}. {step.group.name}", None]
    step.delete()
    _record_route(step, before, by, reason)


def _record_route(step: RouteStep, change: list[str | None], by: User, reason: str) -> None:
    subject = Subject("team", step.team_id, step.team.name, step.team.department)
    record.append(
        "route.changed", subject, by=by, role=_as(by), reason=_why(reason), changes={"step": change}
    )


@transaction.atomic
def open_group(group: Group, *, by: User, reason: str) -> Group:
    """Make a group of clearers."""
    _require(by, group.department)
    group.kind = Group.Kind.CLEARERS
    group.save(force_insert=True)
    changes = {"name": [None, group.name]}
    record.append("group.opened", _about(group), by=by, role=_as(by), reason=_why(reason), changes=changes)
    return group


@transaction.atomic
def set_members(group: Group, members: list[User], *, by: User, reason: str) -> None:
    """Say who belongs to a group. Each must be a clearer or a press officer of its department."""
    group = Group.objects.select_for_update(of=("self",)).select_related("department").get(pk=group.pk)
    _require(by, group.department)
    if group.is_press_office:
        raise NotNow("The press office is whoever has the role of press officer.")
    for person in members:
        if group.department_id not in departments_where(person, Action.USE_PRESS_DESK):
            raise NotNow(f"Give {person.name} the role of clearer in {group.department.name} first.")
    if not members and RouteStep.objects.filter(group=group).exists():
        raise NotNow(f"{group.name} is on a route, so somebody must be in it. Change the route first.")
    before = sorted(group.members.values_list("name", flat=True))
    group.members.set(members)
    changes = {"members": [", ".join(before), ", ".join(sorted(person.name for person in members))]}
    record.append("group.changed", _about(group), by=by, role=_as(by), reason=_why(reason), changes=changes)


def _why(reason: str) -> str:
    if not reason.strip():
        raise NotNow("Say why: the record keeps it.")
    return reason.strip()


def may_sign_somewhere(person: User) -> bool:
    """Whether this person can open the press desk at all, and so can cover for somebody."""
    return can_anywhere(person, Action.USE_PRESS_DESK)


def _about(group: Group) -> Subject:
    return Subject("group", group.pk, group.name, group.department)


def _require(person: User, department: Department) -> None:
    if not manages(person, department):
        raise NotAllowed("You may set routes and groups only in a department that you administer.")


def _as(person: User) -> str:
    return "Platform administrator" if person.is_superuser else str(Role.DEPARTMENT_ADMIN.label)
