"""Remarks and advice as pages of staff show them: in order, with what can be done about each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet

from moderation.advice_models import AdviceRequest
from moderation.advising import why_not_ask
from moderation.authority import wrote
from moderation.looking import last_look
from moderation.models import Submission
from moderation.remark_forms import RemarkForm
from moderation.remark_models import Remark, RemarkReply
from moderation.remarks import why_closed, why_no_wording, why_not_accept
from moderation.signatories import is_on, people_on
from posts.access import may as may_on
from posts.differences import Piece, compare_words
from posts.models import Post
from posts.paragraphs import paragraphs
from teams.models import User
from teams.permissions import Action

COLOURS = {"open": "blue", "accepted": "green", "declined": "orange", "resolved": "grey"}
BARS = "If its author accepts your wording you become a contributor and cannot sign this post."


@dataclass(frozen=True)
class Shown:
    """One remark with its number in the post, the change that it suggests, and what this person can do."""

    remark: Remark
    number: int
    revision: int
    replies: list[RemarkReply]
    change: list[Piece]
    may_decide: bool
    may_reply: bool
    may_read: bool
    why_not_accept: str

    @property
    def colour(self) -> str:
        return COLOURS[self.remark.outcome]

    @property
    def to_read(self) -> "Shown":
        """The same, with nothing to press."""
        return replace(self, may_decide=False, may_reply=False, may_read=False)


@dataclass(frozen=True)
class Around:
    """The last submission of a post, and whether this person may speak about it: asked once for a page."""

    post: Post
    person: User
    latest: Submission | None
    speaks: bool


def around(post: Post, person: User) -> Around:
    latest = post.submissions.order_by("-pk").first()
    return Around(post, person, latest, speaks=latest is not None and is_on(latest, person))


def shown(there: Around) -> list[Shown]:
    """Every remark of a post, in the order in which they were made."""
    if there.latest is None:
        return []
    writes, latest = may_on(there.person, Action.WRITE_POSTS, there.post), there.latest.pk
    return [
        _shown(remark, number, there, writes=writes, of_latest=remark.submission_id == latest)
        for number, remark in enumerate(_remarks(there.post), 1)
    ]


def _remarks(post: Post) -> QuerySet[Remark]:
    found: QuerySet[Remark] = Remark.objects.filter(submission__post=post)
    return found.select_related(
        "submission__post__draft", "submission__revision", "made_by", "adviser", "decided_by"
    ).prefetch_related("replies__person", "mentions")


def _shown(remark: Remark, number: int, there: Around, *, writes: bool, of_latest: bool) -> Shown:
    mine = [mention for mention in remark.mentions.all() if mention.person_id == there.person.pk]
    told = any(not mention.read_at for mention in mine)
    return Shown(
        remark=remark,
        number=number,
        revision=remark.submission.revision.number,
        replies=list(remark.replies.all()),
        change=compare_words(remark.quote, remark.suggestion) if remark.suggestion else [],
        may_decide=writes and of_latest and remark.is_open,
        may_reply=there.speaks and of_latest,
        may_read=told,
        why_not_accept=why_not_accept(remark),
    )


def on_screen(submission: Submission, person: User) -> dict[str, Any]:
    """Remarks and advice for the signing screen: what is new to this person first, and the forms for more."""
    since, there = last_look(submission.post, person, before=submission), around(submission.post, person)
    everything = [item for item in shown(there) if item.remark.submission_id <= submission.pk]
    new = [item for item in everything if _is_new(item, submission, since)]
    closed = why_closed(submission) if there.speaks else "You cannot remark on this post."
    return {
        "remarks_new": new,
        "remarks_before": [item for item in everything if item not in new],
        "remarks_open": sum(item.remark.is_open for item in everything),
        **({} if closed else making(submission, person)),
        **advice(there),
    }


def _is_new(item: Shown, submission: Submission, since: Any) -> bool:
    """Whether a remark is of this round, or something happened to it since the person's last look."""
    if since is None or item.remark.submission_id == submission.pk:
        return True
    times = [item.remark.made_at, item.remark.decided_at, *(reply.at for reply in item.replies)]
    return any(at is not None and at > since for at in times)


def making(
    submission: Submission, person: User, data: Any = None, paragraph: int | None = None
) -> dict[str, Any]:
    """What the form for a remark needs; filled in with the paragraph's own words where one is chosen."""
    there = paragraphs(submission.revision.source)
    initial = {}
    if paragraph is not None and paragraph < len(there):
        initial = {"paragraph": str(paragraph), "suggestion": there[paragraph]}
    people = people_on(submission).exclude(pk=person.pk)
    return {
        "remark_form": RemarkForm(data, submission=submission, people=people, initial=initial),
        "paragraphs": list(enumerate(there)),
        "why_no_wording": why_no_wording(submission, person),
        "wording_bars": "" if wrote(submission.post, person) else BARS,
    }


def on_post(post: Post, person: User) -> dict[str, Any]:
    """Remarks and advice for the page of a post on the desk: what waits, and how many there are in all."""
    there = around(post, person)
    everything = shown(there)
    waiting = [item for item in everything if item.may_reply and item.remark.is_open]
    return {"remarks_waiting": waiting, "remarks_all": len(everything), **advice(there)}


def advice(there: Around) -> dict[str, Any]:
    """Every request for advice on a post, and whether another can be made."""
    requests = AdviceRequest.objects.filter(submission__post=there.post)
    latest = there.latest if there.speaks else None
    return {
        "advice_requests": list(requests.select_related("advice", "asked_by", "submission__revision")),
        "advice_submission": latest if latest and not why_not_ask(latest) else None,
        "may_end_advice": there.speaks,
    }


def others_in(remark: Remark, person: User) -> Iterable[int]:
    """The people in the conversation on a remark beside this one."""
    keys = {remark.made_by_id, *remark.replies.values_list("person", flat=True)}
    return [key for key in keys if key not in (None, person.pk)]
