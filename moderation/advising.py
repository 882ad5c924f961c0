"""Advice from outside: one person, one revision, a signed link that expires. It counts as no signature.

Whoever holds the link can do no more than read that revision, remark on it, and advise once. Nothing of it is
done in the name of anybody signed in.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction

from moderation.advice_models import Advice, AdviceRequest, View
from moderation.closing import end_request
from moderation.models import Submission
from moderation.remark_models import Remark
from moderation.remarks import RemarkWords, new_remark, record_remark
from moderation.signatories import role_on
from moderation.submitting import locked, why_not_now
from moderation.workflow import State
from posts.embargo import for_record, in_force, tell
from posts.models import Post
from teams import clock, mail, record
from teams.models import User
from teams.refusals import NotNow
from teams.working_time import after_working_days

SALT = "moderation.advice"
WORKING_DAYS, DAYS_AT_MOST = 5, 30


@dataclass(frozen=True)
class Adviser:
    """Somebody outside the platform."""

    name: str
    organisation: str
    email: str


def why_kept_inside(post: Post) -> str:
    """Say why nobody outside may be shown this post, or nothing. Asked before each link is sent or opened."""
    if in_force(post):
        return "This post is under a statistics embargo, so nobody outside may see it."
    return ""


@transaction.atomic
def ask(
    submission: Submission, adviser: Adviser, question: str, *, by: User, days: int | None = None
) -> AdviceRequest:
    """Ask somebody outside for a view of this revision, and send them the link.

    It works for 5 working days, or for so many `days`, 30 at most; never longer than the submission.
    The same request again, while it is open, is the one already made.
    """
    post, submission = locked(submission)
    role = role_on(submission, by)
    now = clock.now()
    said = {**vars(adviser), "question": question}
    before = submission.advice_requests.filter(ended_at=None, expires_at__gt=now, **said).first()
    if before:
        return before
    refusal = why_not_ask(submission)
    if refusal:
        raise NotNow(refusal)
    request = AdviceRequest.objects.create(
        submission=submission, asked_by=by, asked_at=now, expires_at=_expiry(now, days), **said
    )
    changes = {
        "adviser": [None, request.adviser],
        "revision": [None, submission.revision.number],
        "question": [None, question],
        "works until": [None, request.expires_at.isoformat()],
    }
    record.append("advice.asked", post.subject, by=by, role=role, changes=changes)
    mail.send("advice_asked", [adviser.email], {"request": request, "token": token_of(request)})
    return request


def why_not_ask(submission: Submission) -> str:
    """Say why nobody outside can be asked about a submission now, or nothing."""
    if submission.state != State.OPEN:
        return why_not_now(submission)
    return why_kept_inside(submission.post)


def _expiry(now: datetime, days: int | None) -> datetime:
    if days is None:
        return after_working_days(now, WORKING_DAYS)
    if not 1 <= days <= DAYS_AT_MOST:
        raise NotNow(f"A link can work for 1 to {DAYS_AT_MOST} days.")
    return now + timedelta(days=days)


@transaction.atomic
def withdraw_request(request: AdviceRequest, *, by: User) -> None:
    """End a link before its time. Whoever could ask can end it, so that no link depends on one person."""
    request = _locked(request)
    role = role_on(request.submission, by)
    if request.ended_at:
        raise NotNow("This link has ended already.")
    end_request(request, by=by, role=role)


def token_of(request: AdviceRequest) -> str:
    """Return the secret part of the link. Signed, so that nobody can make one, and stored nowhere."""
    return signing.dumps(request.pk, salt=SALT)


def find_request(token: str) -> AdviceRequest | None:
    """Return the request that a link is for, or None when we did not make the link."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    requests = AdviceRequest.objects.select_related(
        "submission__revision", "submission__post__team__department", "asked_by", "advice"
    )
    return requests.filter(pk=pk).first()


def why_link_ended(request: AdviceRequest) -> str:
    """Say why a link shows nothing any more, or nothing."""
    if request.ended_at:
        return "The text that it was for is no longer waiting for views, or the link was withdrawn."
    if not request.is_open(clock.now()):
        return "It worked for a limited time, which is over."
    return "It was closed." if why_kept_inside(request.submission.post) else ""


@transaction.atomic
def remark_as_adviser(request: AdviceRequest, text: str, *, paragraph: int | None) -> Remark:
    """Remark, without wording of one's own. The same words again are the remark already made."""
    request = _locked(request)
    said: Remark | None = request.remarks.filter(paragraph=paragraph, text=text).first()
    if said:
        return said
    _refuse_unless_open(request)
    words = RemarkWords(text, paragraph)
    made = new_remark(request.submission, words, adviser=request, role="Adviser from outside")
    made.save(force_insert=True)
    record_remark(made, by=None)
    return made


@transaction.atomic
def advise(request: AdviceRequest, view: View, text: str) -> Advice:
    """Give the one advice that was asked for. The same advice again is the one already given."""
    request = _locked(request)
    given = request.given
    if given and (given.view, given.text) == (view, text):
        return given
    _refuse_unless_open(request)
    if view != View.NO_CONCERNS and not text.strip():
        raise NotNow("Say what your concerns are, or why you cannot say.")
    post = request.submission.post
    advice = Advice.objects.create(request=request, view=view, text=text, given_at=clock.now())
    changes = {
        "adviser": [None, request.adviser],
        "revision": [None, request.submission.revision.number],
        "view": [None, advice.get_view_display()],
        "text": [None, for_record(post, text)],
    }
    record.append("advice.given", post.subject, by=None, role="Adviser", changes=changes)
    tell(post, "advice_given", [request.asked_by], {"advice": advice})
    return advice


def _locked(request: AdviceRequest) -> AdviceRequest:
    """Lock the post of a request, then read the request again."""
    post, submission = locked(request.submission)
    request = AdviceRequest.objects.select_related("asked_by", "advice").get(pk=request.pk)
    submission.post, request.submission = post, submission
    return request


def _refuse_unless_open(request: AdviceRequest) -> None:
    if request.given:
        raise NotNow("You have given your advice already. It stays as you gave it.")
    if why_link_ended(request):
        raise NotNow(f"This link has ended. Ask {request.asked_by.name} for a new one.")
