"""What the press desk's one screen shows: what changed, the post, its authors' statements, the checks."""

from typing import Any

from moderation.authority import step_for, steps_without_signatories
from moderation.checks import checks, stated
from moderation.comparing import compare
from moderation.looking import last_seen
from moderation.models import Return, Submission, SubmissionStep
from moderation.remarks_shown import on_screen
from moderation.scheduling import may_schedule, planned_in_words
from moderation.signing import TESTS, last_signed, why_not_sign
from moderation.workflow import Plan, State
from posts import texts
from posts.embargo import in_force
from posts.models import Image
from teams import clock
from teams.models import User
from teams.saying import said_time


def screen(submission: Submission, person: User) -> dict[str, Any]:
    """What the one screen shows."""
    revision, pictures_at = submission.revision, f"{submission.get_absolute_url()[: -len('change/')]}images/"
    attestations = list(revision.attestations.select_related("person"))
    returns = earlier_returns(submission)
    found = step_for(submission, person) if submission.state == State.OPEN else None
    step = found[0] if found else None
    return {
        "submission": submission,
        "post": submission.post,
        "revision": revision,
        "text": texts.of_revision_unpublished(revision, pictures_at),
        "comparisons": comparisons(submission, person, returns),
        "consequence": consequence(submission),
        "steps": submission.steps.select_related("group", "signature__person", "claim__person"),
        "made_public": made_public(submission, step) if step else "",
        "attestations": attestations,
        "stated": stated(attestations),
        "checks": checks(revision),
        "test_names": list(TESTS),
        "planned": planned_in_words(submission),
        "may_time": submission.is_under_way and may_schedule(person, submission.post),
        "why_not": why_not_sign(submission, person, step),
        "claim": getattr(step, "claim", None),
        "empty_steps": steps_without_signatories(submission) if submission.state == State.OPEN else [],
        "earlier_returns": returns,
        **on_screen(submission, person),
    }


def consequence(submission: Submission) -> str:
    """What this signature will do, said before it is given."""
    if submission.steps.filter(signature=None).count() > 1:
        return "Your signature is one of several. The post goes live when every step has signed."
    if submission.plan == Plan.AT:
        return f"With your signature the post goes live {said_time(submission.release_at)}."
    embargo = in_force(submission.post)
    if embargo and submission.plan == Plan.NOW and clock.now() < embargo.not_before:
        return f"With your signature the post waits for the end of its embargo, {embargo.until}."
    if submission.plan == Plan.BUTTON:
        return "With your signature the post waits, until its authors or the press office press the button."
    return "Your signature releases the post: readers can see it at once."


def made_public(submission: Submission, step: SubmissionStep) -> str:
    """What readers will see of a signature of this step and of the differences, said before it is given."""
    department = submission.post.team.department
    is_named = department.names_signatories and step.group.department.names_signatories
    who = "your name and your role" if is_named else "your role without your name"
    what = "each difference" if department.publishes_differences else "how much changed without the words"
    return f"On the public sign-off record readers see {who}, and {what} since the first submission."


def has_picture(submission: Submission, digest: str) -> bool:
    """Whether the picture belongs to the revision, so that its signatories may see it."""
    return bool(Image.objects.filter(digest=digest, revisions=submission.revision_id).exists())


def comparisons(submission: Submission, person: User, returns: list[Return]) -> list[dict[str, Any]]:
    """What changed since this person last looked, since the last signed revision, since the last returned."""
    before = {}
    seen, signed = last_seen(submission, person), last_signed(submission.post, before=submission.pk)
    if seen:
        before[seen] = f"What changed since you last looked (revision {seen.number})"
    if signed:  # where it is what they last saw, that it was signed says more
        before[signed] = f"What changed since the last signed revision ({signed.number})"
    returned = next(iter(returns), None)
    if returned and (signed is None or returned.submission.revision.number > signed.number):
        revision = returned.submission.revision
        before.setdefault(revision, f"What changed since revision {revision.number} was returned")
    return [
        {"title": title, "changes": compare(revision, submission.revision)}
        for revision, title in before.items()
    ]


def earlier_returns(submission: Submission) -> list[Return]:
    earlier = submission.post.submissions.filter(pk__lt=submission.pk, returned__isnull=False)
    return [
        item.returned
        for item in earlier.select_related("returned__person", "returned__submission__revision").order_by(
            "-pk"
        )
    ]
