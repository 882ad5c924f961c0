"""What happened to a post, in order: its start, every submission with its verdicts, and withdrawals."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from moderation.models import Submission
from moderation.workflow import State
from posts.models import Post

ENDS = {
    State.RECALLED: "Recalled by its authors",
    State.LAPSED: "Ended, because the post was withdrawn or locked",
    State.RELEASED: "Released: readers can see it",
    State.CANCELLED: "Release cancelled",
}


WITH = [
    "signatures__person",
    "revision__attestations__person",
    "revision__attestation_refusals__person",
]


@dataclass(frozen=True)
class Event:
    """One line of the timeline."""

    at: datetime
    title: str
    by: str = ""
    text: str = ""


def timeline(post: Post) -> list[Event]:
    """Return the events of a post, newest first."""
    events = [Event(post.started_at, "Started", post.started_by.name)]
    submissions = post.submissions.select_related("revision", "submitted_by", "returned__person")
    for submission in submissions.prefetch_related(*WITH):
        events.extend(_of(submission))
    for withdrawal in post.withdrawals.select_related("withdrawn_by"):
        title = f"Withdrawn: {withdrawal.get_reason_display().lower()}"
        events.append(Event(withdrawal.withdrawn_at, title, withdrawal.withdrawn_by.name))
    return sorted(events, key=lambda event: event.at, reverse=True)


def _of(submission: Submission) -> Iterator[Event]:
    number = submission.revision.number
    yield Event(submission.submitted_at, f"Revision {number} submitted", submission.submitted_by.name)
    for attestation in submission.revision.attestations.all():
        title = f"Said “I wrote this” of revision {number}"
        yield Event(attestation.attested_at, title, attestation.person.name)
    for refusal in submission.revision.attestation_refusals.all():
        title = f"Said “I did not write this” of revision {number}"
        yield Event(refusal.refused_at, title, refusal.person.name)
    for signature in submission.signatures.all():
        yield Event(
            signature.signed_at, f"Revision {number} signed", f"{signature.person.name}, {signature.role}"
        )
    if hasattr(submission, "returned"):
        verdict = submission.returned
        yield Event(verdict.returned_at, f"Revision {number} returned", verdict.person.name, verdict.reasons)
    elif submission.ended_at:
        yield Event(submission.ended_at, ENDS[State(submission.state)])
