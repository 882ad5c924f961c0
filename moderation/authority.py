"""By what right a person may sign for a group: their own, one delegated to them, or a shift of duty."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Q, QuerySet

from moderation.models import Delegation, Duty, Group, Submission, SubmissionStep
from posts.models import Post
from teams import clock
from teams.models import User
from teams.permissions import Action, departments_where

T = TypeVar("T", Delegation, Duty)


@dataclass(frozen=True)
class Right:
    """The right to sign for a group. `delegation` or `duty` is set where it is not the person's own."""

    group: Group
    delegation: Delegation | None = None
    duty: Duty | None = None

    @property
    def role(self) -> str:
        """The role in which it is used, as readers may see it: "Press officer, Department for X"."""
        kind = "Press officer" if self.group.is_press_office else self.group.name
        said = f"{kind}, {self.group.department.name}"
        if self.delegation:
            return f"{said} (by delegation)"
        return f"{said} (on duty)" if self.duty else said


def own_groups(person: User) -> QuerySet[Group]:
    """The groups that this person belongs to: by role for press offices, by name for the others."""
    if not person.is_active:
        return Group.objects.none()
    offices = Q(kind="press_office", department__in=departments_where(person, Action.SIGN_POSTS))
    clearing = departments_where(person, Action.USE_PRESS_DESK)
    return Group.objects.filter(
        offices | Q(kind="clearers", department__in=clearing, pk__in=person.signing_groups.values("pk"))
    ).select_related("department")


def rights(person: User, at: datetime | None = None) -> dict[int, list[Right]]:
    """Return every right that this person has now, by the key of its group; their own come first."""
    at = at or clock.now()
    found: dict[int, list[Right]] = {}
    for group in own_groups(person):
        found.setdefault(group.pk, []).append(Right(group))
    if not person.is_active:
        return found
    for delegation in in_force(Delegation.objects.filter(receiver=person), at).select_related("giver"):
        for group in own_groups(delegation.giver):
            found.setdefault(group.pk, []).append(Right(group, delegation=delegation))
    for duty in in_force(Duty.objects.filter(person=person), at):
        for group in Group.objects.filter(kind="press_office", department=duty.department_id).select_related(
            "department"
        ):
            found.setdefault(group.pk, []).append(Right(group, duty=duty))
    return found


def in_force(rows: QuerySet[T], at: datetime) -> QuerySet[T]:
    """The delegations or shifts that hold at this time."""
    return rows.filter(starts_at__lte=at, ends_at__gt=at, ended_at=None)


def wrote(post: Post, person: User) -> bool:
    return post.contributors.filter(person=person).exists()


def right_for(post: Post, rights_to_group: list[Right]) -> Right | None:
    """The first right that serves for this post: not one lent by somebody who wrote its words."""
    return next((r for r in rights_to_group if not r.delegation or not wrote(post, r.delegation.giver)), None)


def held_fast(person: User) -> User:
    """The person, read again, with all that their rights rest on locked: none ends before this transaction.

    Whoever ends a role locks its holder. Taken after the lock of a post and before the end of the record's
    chain, so that the record tells a signature and the end of its right in the order in which they came.
    """
    lent = Delegation.objects.filter(receiver=person, ended_at=None)
    people = Q(pk=person.pk) | Q(pk__in=lent.values("giver"))
    found = User.objects.filter(people)
    for rows in (
        found,
        Group.objects.filter(members__in=found),
        lent,
        Duty.objects.filter(person=person, ended_at=None),
    ):
        list(rows.order_by("pk").select_for_update(of=("self",), no_key=True).values_list("pk"))
    again: User = User.objects.get(pk=person.pk)
    return again


def waiting_steps(submission: Submission) -> list[SubmissionStep]:
    """The unsigned steps whose turn it is: those at the first position that lacks a signature."""
    unsigned = list(submission.steps.filter(signature=None).select_related("group__department"))
    return [step for step in unsigned if step.position == unsigned[0].position]


def step_for(submission: Submission, person: User) -> tuple[SubmissionStep, Right] | None:
    """Return the step that this person could act on now, with the right that lets them, or nothing."""
    mine = rights(person)
    for step in waiting_steps(submission):
        right = right_for(submission.post, mine.get(step.group_id, []))
        if right:
            return step, right
    return None


def signatories(group: Group, at: datetime | None = None) -> QuerySet[User]:
    """Everybody who could sign for the group now, by any right: for mail, and to see who is left."""
    at = at or clock.now()
    if group.is_press_office:
        own = Q(roles_held__role="press_officer", roles_held__department=group.department_id)
    else:
        own = Q(signing_groups=group, roles_held__department=group.department_id) & Q(
            roles_held__role__in=["clearer", "press_officer"]
        )
    members = User.objects.filter(own, is_active=True)
    lent = in_force(Delegation.objects.filter(giver__in=members), at)
    right = Q(pk__in=members.values("pk")) | Q(pk__in=lent.values("receiver"))
    if group.is_press_office:
        shifts = in_force(Duty.objects.filter(department=group.department_id), at)
        right |= Q(pk__in=shifts.values("person"))
    found: QuerySet[User] = User.objects.filter(right, is_active=True).distinct()
    return found
