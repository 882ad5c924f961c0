"""Claiming: saying "I am on it", so that no two people read the same post without knowing.

A claim is of one step: beside it, those of another group go on with theirs. It keeps nobody from signing.
"""

from django.db import transaction

from moderation.authority import step_for, wrote
from moderation.models import Claim, Submission, SubmissionStep
from moderation.signing import ATTESTATION_MISSING, NOT_YOUR_STEP, OWN_WORDS
from moderation.submitting import locked, waiting_authors, why_not_now
from moderation.workflow import State
from posts.access import refuse_unnamed
from teams import clock, record
from teams.models import User
from teams.refusals import NotAllowed, NotNow


@transaction.atomic
def claim(submission: Submission, *, by: User, seen: int | None = None) -> Claim:
    """Take on the step of a submission that waits for this person.

    `seen` is the key of who had it when the page was made, to take it over from. Raises NotAllowed for
    people who could not sign it, NotNow where it has ended, waits for an author or is another's meanwhile.
    """
    post, submission = locked(submission)
    refuse_unnamed(by, post)
    if submission.state != State.OPEN:
        raise NotNow(why_not_now(submission))
    if wrote(post, by):
        raise NotAllowed(OWN_WORDS)
    found = step_for(submission, by)
    if found is None:
        raise NotAllowed(NOT_YOUR_STEP)
    if waiting_authors(submission.revision):
        raise NotNow(ATTESTATION_MISSING)
    step, right = found
    before = Claim.objects.filter(step=step).select_related("person").first()
    if before and before.person == by:
        return before
    if before and before.person_id != seen:
        raise NotNow(f"{before.person.name} has claimed this post in the meantime.")
    held, _ = Claim.objects.update_or_create(step=step, defaults={"person": by, "claimed_at": clock.now()})
    _record(submission, step, before.person if before else None, by, by=by, role=right.role)
    return held


@transaction.atomic
def let_go(submission: Submission, *, by: User) -> None:
    """Give what this person has claimed of a submission back to everybody."""
    _, submission = locked(submission)
    held = list(Claim.objects.filter(step__submission=submission, person=by).select_related("step__group"))
    if not held:
        raise NotNow("You have not claimed this post.")
    for one in held:
        one.delete()
        _record(submission, one.step, by, None, by=by, role="Signatory")


def _record(
    submission: Submission,
    step: SubmissionStep,
    before: User | None,
    after: User | None,
    *,
    by: User,
    role: str,
) -> None:
    changes = {
        "claimed by": [before and before.name, after and after.name],
        "step": [None, str(step.group)],
    }
    record.append("post.claimed", submission.post.subject, by=by, role=role, changes=changes)
