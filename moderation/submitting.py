"""Submitting: the author attests, the draft is sealed, and its submission opens. Recalling it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from moderation.authority import (
    administrators_of,
    signatories,
    steps_without_signatories,
    waiting_steps,
)
from moderation.closing import end_requests, resolve_remarks
from moderation.guest_links import token_for
from moderation.models import Attestation, Claim, Submission
from moderation.routes import copy_route
from moderation.workflow import CHOSEN_PLANS, UNDER_WAY, Plan, State, may_become
from posts import sealing
from posts.access import refuse_unnamed, require_on
from posts.embargo import refuse_before, require_embargo, tell
from posts.history import posts_locked, refuse_past
from posts.models import Post, Revision
from posts.querysets import PostQuerySet
from posts.shares import written_outside
from teams import clock, record
from teams.freezing import while_releasing
from teams.models import User
from teams.permissions import Action
from teams.refusals import NotAllowed, NotNow
from teams.working_time import after_working_hours

FURTHEST_AHEAD_DAYS = 366  # for which a release may be planned


@dataclass(frozen=True)
class Statement:
    """What a named author states about a text: that they wrote it, and the answers to three questions."""

    ai_use: Attestation.AIUse
    new_policy: bool
    unreleased_statistics: bool


@dataclass(frozen=True)
class Timing:
    """When a text shall go live once it is signed. `at` belongs to Plan.AT, and to no other."""

    plan: Plan = Plan.NOW
    at: datetime | None = None


AT_ONCE = Timing()


def submit(
    post: Post, statement: Statement | None, *, by: User, version: int, timing: Timing = AT_ONCE
) -> Submission:
    """Seal the draft at `version` and open its submission.

    A submitter who is in the byline attests with their `statement`; every other author in the byline
    attests for themselves, and nobody can sign before they have. Raises NotNow where the draft cannot
    be laid out, was saved since, or is under submission already.
    """
    article = sealing.lay_out_to_seal(post.draft)  # slow, so before the transaction
    with transaction.atomic():
        post = Post.objects.locked(post.pk)
        require_on(by, Action.SUBMIT_POSTS, post)
        refuse_past(post)
        _refuse_unless_ready(post, version)
        refuse_timing(timing)
        refuse_before(post, timing.at)
        revision = sealing.seal(post, article, by=by)
        submission = _open(revision, timing, by)
        if is_author(revision, by):
            _write_attestation(revision, statement, by)
        _ask_for_attestations(submission)
        tell_signatories(submission)
    return submission


def _open(revision: Revision, timing: Timing, by: User) -> Submission:
    now = clock.now()
    submission = Submission.objects.create(
        post=revision.post,
        revision=revision,
        submitted_by=by,
        submitted_at=now,
        due_at=due_after(revision.post, now),
        plan=timing.plan,
        release_at=timing.at,
    )
    copy_route(submission)
    resolve_remarks(submission, by=by)
    changes = {
        "fingerprint": [None, revision.fingerprint],
        "revision": [None, revision.number],
        "release": [None, plan_in_words(timing.plan, timing.at)],
    }
    record.append("post.submitted", revision.post.subject, by=by, role="Submitter", changes=changes)
    return submission


def due_after(post: Post, at: datetime) -> datetime:
    """When the signatories of a post should have decided, if they could begin at this time."""
    return after_working_hours(at, post.team.department.target_hours)


def plan_in_words(plan: str, at: datetime | None) -> str:
    return at.isoformat(timespec="minutes") if at else str(Plan(plan).label)


def refuse_timing(timing: Timing) -> None:
    """Raise NotNow where a release cannot be planned like this."""
    if timing.plan not in CHOSEN_PLANS or (timing.plan == Plan.AT) != (timing.at is not None):
        raise NotNow("Choose when the post shall go live.")
    if timing.at is None:
        return
    if timing.at <= clock.now():
        raise NotNow("The time of release has passed. Choose a later one.")
    if (timing.at - clock.now()).days > FURTHEST_AHEAD_DAYS:
        raise NotNow("Choose a time of release within a year.")


def _refuse_unless_ready(post: Post, version: int) -> None:
    draft = post.draft
    if draft.locked:
        raise NotNow("This post is with its signatories already.")
    if draft.version != version:
        raise NotNow(
            f"{draft.saved_by.name} saved this draft after you opened it. Read it again, then submit."
        )
    live = post.live_revision
    if live and live.draft_version == draft.version:
        raise NotNow("This text is live already. Change the draft before you submit it again.")
    if too_much := written_outside(post):
        raise NotNow(too_much)


@transaction.atomic
def attest(revision: Revision, statement: Statement, *, by: User) -> Attestation:
    """Add the statement of another author in the byline. With the last, the signatories' time begins."""
    post = Post.objects.locked(revision.post_id)
    submission = Submission.objects.select_related("revision", "submitted_by").get(revision=revision)
    if not is_author(revision, by):
        raise NotAllowed("Only people named in the byline can say that they wrote this post.")
    if submission.state != State.OPEN:
        raise NotNow("This revision is no longer waiting for signatures.")
    refuse_unnamed(by, post)
    if revision.attestations.filter(person=by).exists():
        raise NotNow("You have already attested to this revision.")
    submission.post = post
    attestation = _write_attestation(revision, statement, by)
    if not waiting_authors(revision):
        submission.due_at = due_after(post, clock.now())
        submission.save(update_fields=["due_at"])
    tell_signatories(submission)
    return attestation


def is_author(revision: Revision, person: User) -> bool:
    return bool(revision.authors.filter(person=person).exists())


def named_as(person: User) -> str:
    """The role in which somebody in the byline speaks."""
    return "Guest author" if person.is_guest else "Named author"


def _write_attestation(revision: Revision, statement: Statement | None, person: User) -> Attestation:
    if statement is None:
        raise NotNow("Answer the questions about how you wrote this post.")
    if statement.unreleased_statistics:
        require_embargo(revision.post)
    attestation = Attestation.objects.create(
        revision=revision,
        person=person,
        ai_use=statement.ai_use,
        new_policy=statement.new_policy,
        unreleased_statistics=statement.unreleased_statistics,
        attested_at=clock.now(),
    )
    changes = {
        "fingerprint": [None, revision.fingerprint],
        "use of generative AI": [None, attestation.get_ai_use_display()],
        "new policy": [None, statement.new_policy],
        "unreleased statistics": [None, statement.unreleased_statistics],
    }
    record.append("post.attested", revision.post.subject, by=person, role=named_as(person), changes=changes)
    return attestation


def waiting_authors(revision: Revision) -> list[User]:
    """Return the people in the byline who have not attested to this revision yet."""
    attested = set(revision.attestations.values_list("person", flat=True))
    authors = revision.authors.select_related("person")
    return [author.person for author in authors if author.person_id not in attested]


def _ask_for_attestations(submission: Submission) -> None:
    """Ask those with an account on the desk, and guest authors by a link of their own."""
    for person in waiting_authors(submission.revision):
        told: dict[str, Any] = {"submission": submission}
        if person.is_guest:
            told |= {"person": person, "token": token_for(submission.revision, person)}
        message = "attestation_asked_guest" if person.is_guest else "attestation_asked"
        tell(submission.post, message, [person], told)


def tell_signatories(submission: Submission) -> None:
    """Once every author has attested, tell everybody who could sign a step whose turn it is."""
    if waiting_authors(submission.revision):
        return
    post = submission.post
    people = {person for step in waiting_steps(submission) for person in signatories(step.group, post)}
    tell(post, "post_submitted", people, {"submission": submission})
    if empty := steps_without_signatories(submission):
        people = set(administrators_of({step.group.department_id for step in empty}))
        tell(post, "nobody_to_sign", people, {"submission": submission, "steps": empty})


@transaction.atomic
def recall(submission: Submission, *, by: User) -> None:
    """Take a submission back, to change the draft."""
    post, submission = locked(submission)
    require_on(by, Action.SUBMIT_POSTS, post)
    move(submission, State.RECALLED)
    record.append("post.recalled", post.subject, by=by, role="Submitter", changes=_ended(State.RECALLED))


@transaction.atomic
def lapse(submission: Submission, *, reason: str) -> None:
    """End a submission that something else overtook."""
    post, submission = locked(submission)
    before = submission.state
    move(submission, State.LAPSED)
    changes = {"state": [before, State.LAPSED]}
    record.append("post.lapsed", post.subject, by=None, reason=reason, changes=changes)


@receiver(posts_locked)
def lapse_locked(*, posts: PostQuerySet, **signal: object) -> None:
    """End what is under way of posts that history mode has locked. Their department did it, in the record."""
    for submission in Submission.objects.under_way().filter(post__in=posts):
        lapse(submission, reason="The post was published under a past government and is locked.")


def locked(submission: Submission) -> tuple[Post, Submission]:
    """Lock the post, hold off freezes, then read the submission again."""
    post = Post.objects.locked(submission.post_id)
    while_releasing()
    submission = Submission.objects.select_related("revision", "submitted_by").get(pk=submission.pk)
    submission.post = submission.revision.post = post
    return post, submission


def move(submission: Submission, state: State) -> None:
    """Move a submission of a locked post. At its end the draft can be written again."""
    if not may_become(submission.state, state):
        raise NotNow(why_not_now(submission))
    submission.state = state
    if state in UNDER_WAY:
        submission.cleared_at = clock.now()
    else:
        submission.ended_at = clock.now()
    submission.save(update_fields=["state", "cleared_at", "ended_at"])
    Claim.objects.filter(step__submission=submission).delete()
    if not submission.is_under_way:
        sealing.unlock(submission.post.draft)
        end_requests(submission)


def why_not_now(submission: Submission) -> str:
    """Say why a submission can no longer be signed, returned or recalled."""
    if submission.state == State.OPEN:
        return "This submission is with its signatories."
    if submission.state == State.CLEARED:
        return "Every step has signed this submission: it waits for its release."
    return f"This submission has ended: {submission.get_state_display().lower()}."


def _ended(state: State) -> dict[str, list[str]]:
    return {"state": [State.OPEN, state]}
