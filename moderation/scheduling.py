"""When a signed text goes live: its plan, the button, the clock, and what a freeze has held."""

from django.db import transaction

from moderation.models import Submission
from moderation.releasing import go_live_if_due, release
from moderation.submitting import AT_ONCE, Timing, locked, move, plan_in_words, refuse_timing, why_not_now
from moderation.workflow import Plan, State
from posts.access import may, refuse_unnamed, require_on, role_on
from posts.embargo import for_record, in_force, refuse_before
from posts.models import Post
from teams import clock, record
from teams.models import User
from teams.permissions import Action, can, role_for
from teams.refusals import NotNow
from teams.saying import said_time

PLANNED = {
    Plan.NOW: "It goes live as soon as it is signed.",
    Plan.BUTTON: "It goes live when somebody presses the button.",
    Plan.HELD: "A freeze has stopped it. Decide what becomes of it.",
}
AT_MOST = 50  # releases in one call of `release_due`; the next follows within the second


def may_schedule(person: User, post: Post) -> bool:
    """Its writers and the press office of its team decide when a post goes live."""
    return may(person, Action.SUBMIT_POSTS, post) or can(person, Action.SIGN_POSTS, post.team)


def _require(person: User, post: Post) -> str:
    """Return the role in which this person decides on a release, or refuse."""
    refuse_unnamed(person, post)
    if can(person, Action.SIGN_POSTS, post.team):
        return role_for(person, Action.SIGN_POSTS, post.team)
    require_on(person, Action.SUBMIT_POSTS, post)
    return role_on(person, Action.SUBMIT_POSTS, post)


@transaction.atomic
def plan_release(submission: Submission, timing: Timing, *, by: User) -> Submission:
    """Decide anew when a submission goes live. Where it is cleared and the answer is now, it does."""
    post, submission = locked(submission)
    role = _require(by, post)
    if not submission.is_under_way:
        raise NotNow(why_not_now(submission))
    refuse_timing(timing)
    refuse_before(post, timing.at)
    before = plan_in_words(submission.plan, submission.release_at)
    submission.plan, submission.release_at = timing.plan, timing.at
    submission.save(update_fields=["plan", "release_at"])
    changes = {"release": [before, plan_in_words(timing.plan, timing.at)]}
    record.append("release.planned", post.subject, by=by, role=role, changes=changes)
    if submission.state == State.CLEARED and timing.plan == Plan.NOW:
        release(submission, by=by, role=role)
    return submission


def release_now(submission: Submission, *, by: User) -> Submission:
    """Press the button: let a cleared submission go live at once, whatever was planned before."""
    if submission.state != State.CLEARED:
        raise NotNow(why_not_now(submission))
    return plan_release(submission, AT_ONCE, by=by)


@transaction.atomic
def cancel_release(submission: Submission, *, by: User, reason: str) -> None:
    """Give up the release of a cleared submission. Its draft can be changed again, and is signed anew."""
    post, submission = locked(submission)
    role = _require(by, post)
    if not reason.strip():
        raise NotNow("Say why the release is cancelled.")
    before = plan_in_words(submission.plan, submission.release_at)
    move(submission, State.CANCELLED)
    changes = {"state": [State.CLEARED, State.CANCELLED], "release": [before, None]}
    why = for_record(post, reason)
    record.append("release.cancelled", post.subject, by=by, role=role, reason=why, changes=changes)


def release_due() -> int:
    """Release what is due, in the order of its times, each in a transaction of its own. Returns how many
    were released or held.

    Called every second by any number of workers. Each waits for the lock of the post and asks again, so that
    one of them acts; freeze and clearance are asked there too.
    """
    due = Submission.objects.to_release_at(clock.now())[:AT_MOST]
    return sum(_release_if_still_due(submission) for submission in due)


@transaction.atomic
def _release_if_still_due(submission: Submission) -> bool:
    _, submission = locked(submission)
    if submission.state != State.CLEARED or submission.plan != Plan.AT:
        return False
    if submission.release_at is None or submission.release_at > clock.now():
        return False
    go_live_if_due(submission, by=None, role="At its set time")
    return True


def planned_in_words(submission: Submission) -> str:
    """When a submission goes live, as a sentence; nothing once it has ended."""
    if not submission.is_under_way:
        return ""
    if submission.plan == Plan.AT:
        return f"It goes live on {said_time(submission.release_at)}."
    planned = PLANNED[Plan(submission.plan)]
    embargo = in_force(submission.post)
    return f"{planned} Not before {embargo.until}: it is under a statistics embargo." if embargo else planned
