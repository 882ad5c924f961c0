"""When a person last looked at a post, as far as what they did to it tells: reading writes nothing."""

from datetime import datetime

from moderation.models import Return, Signature, Submission
from moderation.remark_models import Remark, RemarkReply
from posts.models import Post, Revision
from teams.models import User

Act = tuple[datetime, int]  # when, and on which submission


def last_look(post: Post, person: User, *, before: Submission | None = None) -> datetime | None:
    """Return when this person last acted on the post; only on submissions `before` one, where it is given."""
    acts = _acts(post, person, before)
    return max(acts)[0] if acts else None


def last_seen(submission: Submission, person: User) -> Revision | None:
    """Return the revision before this one that the person acted on last: they know its words."""
    acts = _acts(submission.post, person, submission)
    if not acts:
        return None
    return Revision.objects.get(submission=max(acts)[1])


def _acts(post: Post, person: User, before: Submission | None) -> list[Act]:
    """Every verdict, remark and reply of a person on a post."""
    signed = Signature.objects.filter(submission__post=post, person=person)
    returned = Return.objects.filter(submission__post=post, person=person)
    made = Remark.objects.filter(submission__post=post, made_by=person)
    answered = RemarkReply.objects.filter(remark__submission__post=post, person=person)
    acts = (
        signed.order_by()
        .values_list("signed_at", "submission")
        .union(
            returned.order_by().values_list("returned_at", "submission"),
            made.order_by().values_list("made_at", "submission"),
            answered.order_by().values_list("at", "remark__submission"),
        )
    )
    return [act for act in acts if before is None or act[1] < before.pk]
