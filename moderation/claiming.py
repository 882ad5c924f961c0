"""Claiming: saying "I am on it", so that no two people read the same post without knowing."""

from django.db import transaction

from moderation.authority import step_for, wrote
from moderation.models import Submission
from moderation.signing import NOT_YOUR_STEP, OWN_WORDS
from moderation.submitting import locked, why_not_now
from moderation.workflow import State
from posts.access import refuse_unnamed
from teams import clock, record
from teams.models import User
from teams.refusals import NotAllowed, NotNow


@transaction.atomic
def claim(submission: Submission, *, by: User, seen: int | None = None) -> Submission:
    """Take a submission on. `seen` is the key of who had it when the page was made, to take it over from."""
    post, submission = locked(submission)
    refuse_unnamed(by, post)
    if submission.state != State.OPEN:
        raise NotNow(why_not_now(submission))
    if wrote(post, by):
        raise NotAllowed(OWN_WORDS)
    found = step_for(submission, by)
    if found is None:
        raise NotAllowed(NOT_YOUR_STEP)
    if submission.claimed_by and submission.claimed_by_id not in (seen, by.pk):
        raise NotNow(f"{submission.claimed_by.name} has claimed this post in the meantime.")
    _write(submission, by, by, found[1].role)
    return submission


@transaction.atomic
def let_go(submission: Submission, *, by: User) -> Submission:
    """Give a claimed submission back to everybody."""
    _, submission = locked(submission)
    if submission.claimed_by_id != by.pk:
        raise NotNow("You have not claimed this post.")
    _write(submission, None, by, "Signatory")
    return submission


def _write(submission: Submission, person: User | None, by: User, role: str) -> None:
    before = submission.claimed_by
    if before == person:
        return
    submission.claimed_by = person
    submission.claimed_at = clock.now() if person else None
    submission.save(update_fields=["claimed_by", "claimed_at"])
    changes = {"claimed by": [before and before.name, person and person.name]}
    record.append("post.claimed", submission.post.subject, by=by, role=role, changes=changes)
