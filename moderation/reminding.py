"""Reminders before the time to decide is over, and after it."""

from datetime import datetime, timedelta

from django.db import transaction

from moderation.authority import signatories, waiting_steps
from moderation.models import Submission
from moderation.submitting import locked
from moderation.workflow import State
from posts.embargo import tell
from teams import clock
from teams.models import User
from teams.roles import Role
from teams.working_time import is_working_day

REMIND_BEFORE = timedelta(hours=4)  # on the day it is due; a morning's notice
AT_MOST = 100  # in one call; the next follows soon


def remind() -> int:
    """Mail whoever could sign what is nearly due, and administrators what is late: once each.

    Called every minute by any number of workers. Returns how many submissions it spoke of.
    """
    now = clock.now()
    if not is_working_day(now.date()):
        return 0
    waiting = Submission.objects.open().with_attestation_missing().filter(attestation_missing=False)
    nearly = waiting.filter(reminded_at=None, due_at__lte=now + REMIND_BEFORE)[:AT_MOST]
    late = waiting.filter(escalated_at=None, due_at__lte=now)[:AT_MOST]
    told = sum(_tell(submission, "reminded_at", now) for submission in nearly)
    return told + sum(_tell(submission, "escalated_at", now) for submission in late)


@transaction.atomic
def _tell(submission: Submission, mark: str, now: datetime) -> bool:
    _, submission = locked(submission)
    if submission.state != State.OPEN or getattr(submission, mark):
        return False
    setattr(submission, mark, now)
    submission.save(update_fields=[mark])
    people = _signatories(submission)
    if mark == "escalated_at":
        people |= set(_administrators(submission))
    name = "sign_off_late" if mark == "escalated_at" else "sign_off_due"
    tell(submission.post, name, people, {"submission": submission})
    return True


def _signatories(submission: Submission) -> set[User]:
    """Whoever claimed it; where nobody did, everybody who could sign a step whose turn it is."""
    if submission.claimed_by:
        return {submission.claimed_by}
    return {person for step in waiting_steps(submission) for person in signatories(step.group)}


def _administrators(submission: Submission) -> list[User]:
    department = submission.post.team.department_id
    held = {"roles_held__role": Role.DEPARTMENT_ADMIN, "roles_held__department": department}
    return list(User.objects.filter(is_active=True, **held))
