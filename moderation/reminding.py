"""Reminders before the time to decide is over, and after it. All of it in working hours."""

from datetime import datetime

from django.db import transaction

from moderation.authority import administrators_of, signatories, waiting_steps
from moderation.models import Submission
from moderation.submitting import locked
from moderation.workflow import State
from posts.embargo import tell
from teams import clock
from teams.models import User
from teams.working_time import after_working_hours, is_working_time

REMIND_BEFORE = 4  # working hours: a morning's or an afternoon's notice
AT_MOST = 100  # in one call; the next follows soon


def remind() -> int:
    """Mail whoever could sign what is nearly due, and administrators too of what is late: once each.

    Called every minute by any number of workers. Returns how many submissions it spoke of.
    """
    now = clock.now()
    if not is_working_time(now):
        return 0
    waiting = Submission.objects.open().with_attestation_missing().filter(attestation_missing=False)
    soon = after_working_hours(now, REMIND_BEFORE)
    nearly = waiting.filter(reminded_at=None, due_at__gt=now, due_at__lte=soon)[:AT_MOST]
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
        departments = {step.group.department_id for step in waiting_steps(submission)}
        people |= set(administrators_of({submission.post.team.department_id, *departments}))
    name = "sign_off_late" if mark == "escalated_at" else "sign_off_due"
    tell(submission.post, name, people, {"submission": submission})
    return True


def _signatories(submission: Submission) -> set[User]:
    """For each step whose turn it is whoever claimed it and still could sign, or else all who could."""
    people: set[User] = set()
    for step in waiting_steps(submission):
        able = set(signatories(step.group, submission.post))
        holder = {step.claim.person} if hasattr(step, "claim") else set()
        people |= (able & holder) or able
    return people
