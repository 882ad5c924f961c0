"""What ends with a submission: remarks, when the next one opens; requests for advice, when it ends itself."""

from moderation.advice_models import AdviceRequest
from moderation.models import Submission
from moderation.remark_models import Outcome, Remark
from teams import clock, record
from teams.models import User


def resolve_remarks(submission: Submission, *, by: User) -> None:
    """Close the remarks still open on earlier revisions: this submission is its authors' answer to them."""
    earlier = Remark.objects.open().filter(submission__post=submission.post).exclude(submission=submission)
    keys = list(earlier.values_list("pk", flat=True))
    if not keys:
        return
    earlier.update(outcome=Outcome.RESOLVED, decided_by=by, decided_at=clock.now())
    changes = {"open remarks": [keys, []]}
    record.append("remark.resolved", submission.post.subject, by=by, role="Submitter", changes=changes)


def end_requests(submission: Submission) -> None:
    """Let no link of a person outside outlive the submission that it was for."""
    for request in submission.advice_requests.filter(ended_at=None):
        end_request(request, by=None, reason="Its submission ended.")


def end_request(request: AdviceRequest, *, by: User | None, role: str = "", reason: str = "") -> None:
    """End a link, for good."""
    request.ended_at = clock.now()
    request.save(update_fields=["ended_at"])
    subject, changes = request.submission.post.subject, {"adviser": [request.adviser, None]}
    record.append("advice.ended", subject, by=by, role=role, reason=reason, changes=changes)
