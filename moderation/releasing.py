"""Releasing and withdrawing: the only code that moves what readers see of a post."""

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from moderation.exceptions import frozen_for
from moderation.models import Submission
from moderation.submitting import lapse, locked, move
from moderation.workflow import UNDER_WAY, Plan, State
from posts.embargo import in_force
from posts.history import refuse_past
from posts.models import Post, Release, Withdrawal
from posts.restrictions import Embargo
from posts.tagging import tag_post
from teams import clock, record
from teams.freezing import while_releasing
from teams.models import Freeze, User
from teams.permissions import Action, require, role_for
from teams.refusals import NotNow

post_released = Signal()  # sent once, on commit, with `post` and `revision`


@transaction.atomic
def go_live_if_due(submission: Submission, *, by: User | None, role: str) -> Post | None:
    """Release a cleared submission whose plan says now.

    An embargo puts it off until its time; a freeze holds it, for a later decision.
    """
    now = clock.now()
    is_due = submission.plan == Plan.NOW or (
        submission.plan == Plan.AT and submission.release_at is not None and submission.release_at <= now
    )
    if not is_due:
        return None
    embargo = in_force(submission.post)
    if embargo and now < embargo.not_before:
        put_off(submission, embargo)
        return None
    if freezes := frozen_for(submission.post):
        hold(submission, freezes[0])
        return None
    return release(submission, by=by, role=role)


@transaction.atomic
def release(submission: Submission, *, by: User | None, role: str) -> Post:
    """Make a cleared revision what readers see. `by` is None where its time has come by itself.

    The address is set at the first release, with that day's date in London, and never moves.
    """
    post, submission = locked(submission)
    revision = submission.revision
    if submission.state != State.CLEARED:
        raise NotNow("This revision is not waiting for its release.")
    if freezes := frozen_for(post):
        raise NotNow(f"Nothing is released until this freeze ends: {freezes[0].notice}")
    refuse_past(post)
    before, now = post.live_revision, clock.now()
    embargo = in_force(post)
    if embargo and now < embargo.not_before:
        raise NotNow(f"This post is under a statistics embargo until {embargo.until}.")
    if post.first_released_at is None:
        post.slug = revision.slug
        post.first_released_at = now
        post.released_on = timezone.localdate(now)
    post.live_revision = revision
    post.last_released_at = now
    post.save(update_fields=["live_revision", "slug", "first_released_at", "released_on", "last_released_at"])
    Release.objects.create(post=post, revision=revision, released_at=now)
    move(submission, State.RELEASED)
    tag_post(post, revision.tags)
    post.bump()
    changes = {
        "live revision": [before and before.number, revision.number],
        "fingerprint": [before and before.fingerprint, revision.fingerprint],
    }
    record.append("post.released", post.subject, by=by, role=role, changes=changes)
    transaction.on_commit(lambda: post_released.send(Post, post=post, revision=revision))
    return post


def put_off(submission: Submission, embargo: Embargo) -> None:
    """Let a release wait for the end of an embargo."""
    before = submission.plan
    submission.plan, submission.release_at = Plan.AT, embargo.not_before
    submission.save(update_fields=["plan", "release_at"])
    why = f"The post is under a statistics embargo until {embargo.until}."
    changes = {"release": [before, embargo.not_before.isoformat(timespec="minutes")]}
    record.append("release.planned", submission.post.subject, by=None, reason=why, changes=changes)


def hold(submission: Submission, freeze: Freeze) -> None:
    """Keep back a release that a freeze met, until somebody decides what becomes of it."""
    before = submission.plan
    submission.plan, submission.release_at = Plan.HELD, None
    submission.save(update_fields=["plan", "release_at"])
    changes = {"release": [before, Plan.HELD]}
    record.append("release.held", submission.post.subject, by=None, reason=freeze.notice, changes=changes)


@transaction.atomic
def withdraw(post: Post, *, by: User, reason: Withdrawal.Reason, why: str) -> Withdrawal:
    """Take a live post down. Its address keeps answering, with the public reason from the closed list.

    `why` is the explanation for the record; readers do not see it, as nobody has signed it.
    """
    post = Post.objects.locked(post.pk)
    while_releasing()
    require(by, Action.WITHDRAW_POSTS, post.team)
    revision = post.live_revision
    if revision is None:
        raise NotNow("This post is not live.")
    for freeze in frozen_for(post):
        if freeze.level == Freeze.Level.MOURNING:
            raise NotNow(f"Nothing may change until this freeze ends: {freeze.notice}")
    withdrawal = Withdrawal.objects.create(
        post=post, revision=revision, reason=reason, withdrawn_by=by, withdrawn_at=clock.now()
    )
    post.live_revision = None
    post.save(update_fields=["live_revision"])
    post.tags.clear()
    for submission in post.submissions.filter(state__in=UNDER_WAY):
        lapse(submission, reason="The post was withdrawn.")
    post.bump()
    changes = {
        "live revision": [revision.number, None],
        "public reason": [None, withdrawal.get_reason_display()],
    }
    role = role_for(by, Action.WITHDRAW_POSTS, post.team)
    record.append("post.withdrawn", post.subject, by=by, role=role, reason=why, changes=changes)
    return withdrawal
