"""Remarks: making, answering, accepting and declining. Whoever wrote accepted wording is a contributor."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction

from moderation.authority import wrote
from moderation.models import Submission
from moderation.remark_models import Mention, Outcome, Remark, RemarkReply
from moderation.signatories import only_they_could_sign, people_on, role_on
from moderation.submitting import locked
from moderation.workflow import State
from posts import access
from posts.drafting import save_draft, words_of
from posts.embargo import for_record
from posts.embargo import tell as mail_to
from posts.paragraphs import paragraphs, with_wording
from posts.rendering import MAX_LENGTH
from teams import clock, record
from teams.models import User
from teams.permissions import Action
from teams.refusals import NotNow

CHANGED = "That paragraph has changed since. Copy the wording by hand."


@dataclass(frozen=True)
class RemarkWords:
    """What somebody remarks: on a paragraph, counted from 0, or on the whole text; whom to tell."""

    text: str = ""
    paragraph: int | None = None
    suggestion: str = ""
    tell: Sequence[User] = field(default_factory=tuple)


@transaction.atomic
def remark(submission: Submission, words: RemarkWords, *, by: User) -> Remark:
    """Remark on a submission. The same words again, while they are open, are the remark already made.

    Raises NotNow where the submission takes no remarks, or where the writer of the suggested wording is the
    last who could sign.
    """
    _, submission = locked(submission)
    role = role_on(submission, by)
    made = new_remark(submission, words, made_by=by, role=role)
    said = submission.remarks.open().filter(made_by=by, paragraph=made.paragraph, text=made.text)
    before = said.filter(suggestion=made.suggestion).first()
    if before:
        return before  # type: ignore[no-any-return]
    refuse_unless_open(submission)
    if made.suggestion and why_no_wording(submission, by):
        raise NotNow(why_no_wording(submission, by))
    made.save(force_insert=True)
    record_remark(made, by=by)
    _tell(made, words.tell, by=by, text=made.text or made.suggestion)
    return made


def new_remark(submission: Submission, words: RemarkWords, **maker: object) -> Remark:
    """The remark, not yet stored, with the paragraph quoted. Wording that changes nothing is none."""
    quote = ""
    if words.paragraph is not None:
        there = paragraphs(submission.revision.source)
        if words.paragraph >= len(there):
            raise NotNow("The text has no such paragraph.")
        quote = there[words.paragraph]
    suggestion = words.suggestion if words.suggestion.strip() != quote.strip() else ""
    if not words.text and not suggestion:
        raise NotNow("Write your remark, or change the wording.")
    if suggestion and not quote:
        raise NotNow("Choose the paragraph that your wording is for.")
    return Remark(
        submission=submission,
        paragraph=words.paragraph,
        quote=quote,
        text=words.text,
        suggestion=suggestion,
        made_at=clock.now(),
        **maker,
    )


def refuse_unless_open(submission: Submission) -> None:
    if why_closed(submission):
        raise NotNow(why_closed(submission))


def why_closed(submission: Submission) -> str:
    """Say why a submission takes no remarks, or nothing if it does."""
    if submission.post.submissions.filter(pk__gt=submission.pk).exists():
        return "A later revision has been submitted since. Remark on that one."
    if submission.state not in (State.OPEN, State.RETURNED):
        return f"This submission has ended: {submission.get_state_display().lower()}."
    return ""


def why_no_wording(submission: Submission, person: User) -> str:
    """Say why this person may not suggest wording for a submission, or nothing if they may.

    Whoever has wording waiting may become a contributor, so they count as somebody who cannot sign.
    """
    if wrote(submission.post, person):
        return ""
    waiting = Remark.objects.open().filter(submission__post=submission.post).exclude(suggestion="")
    group = only_they_could_sign(submission, person, also_out=set(waiting.values_list("made_by", flat=True)))
    if not group:
        return ""
    return f"Nobody else could sign for {group}, so you cannot suggest wording. Say what to change."


def record_remark(made: Remark, *, by: User | None) -> None:
    post = made.submission.post
    changes = {
        "remark": [None, made.pk],
        "revision": [None, made.submission.revision.number],
        "place": [None, made.place],
        "text": [None, for_record(post, made.text)],
    }
    if made.adviser:
        changes["adviser"] = [None, made.writer]
    if made.suggestion:
        changes["suggested wording"] = [for_record(post, made.quote), for_record(post, made.suggestion)]
    record.append("remark.made", post.subject, by=by, role=made.role, changes=changes)


@transaction.atomic
def reply(remark: Remark, text: str, *, by: User, tell: Sequence[User] = ()) -> RemarkReply:
    """Answer a remark. The same words again by the same person are the reply already made."""
    remark = _locked(remark)
    role_on(remark.submission, by)
    said = remark.replies.filter(person=by, text=text).first()
    if said:
        return said
    if not text.strip():
        raise NotNow("Write your reply.")
    _refuse_unless_latest(remark)
    made = RemarkReply.objects.create(remark=remark, person=by, text=text, at=clock.now())
    _read(remark, by)
    _tell(remark, tell, by=by, text=text)
    return made


@transaction.atomic
def read(remark: Remark, *, by: User) -> None:
    """Say that one has read what one was told of."""
    role_on(remark.submission, by)
    _read(remark, by)


def _read(remark: Remark, person: User) -> None:
    remark.mentions.filter(person=person, read_at=None).update(read_at=clock.now())


@transaction.atomic
def accept(remark: Remark, *, by: User) -> Remark:
    """Accept a remark. Its wording goes into the draft, and its writer is a contributor from then on.

    Raises NotNow while the draft is with its signatories, where the paragraph has changed since, and where
    nobody could sign the post any more.
    """
    remark = _locked(remark)
    _refuse_unless_decidable(remark, by)
    if remark.submission.post.draft.locked:
        raise NotNow(why_not_accept(remark))
    if remark.suggestion:
        _put_wording(remark, by)
    return _decide(remark, Outcome.ACCEPTED, by)


@transaction.atomic
def decline(remark: Remark, *, by: User) -> Remark:
    """Decline a remark: its authors keep their words."""
    remark = _locked(remark)
    _refuse_unless_decidable(remark, by)
    return _decide(remark, Outcome.DECLINED, by)


def why_not_accept(remark: Remark) -> str:
    """Say why no writer can accept this remark now, or nothing."""
    if remark.submission.post.draft.locked:
        return (
            "This post is with its signatories. Recall it to accept the remark; you can decline or reply now."
        )
    return ""


def _put_wording(remark: Remark, by: User) -> None:
    """Put the suggested wording into the draft for the paragraph quoted: a save like any other, by `by`."""
    post, writer = remark.submission.post, remark.made_by
    if writer is None or remark.paragraph is None:  # the database has no such row
        raise NotNow(CHANGED)
    group = "" if wrote(post, writer) else only_they_could_sign(remark.submission, writer)
    if group:
        raise NotNow(f"Nobody but {writer.name} could sign for {group}. Write it in words of your own.")
    draft = post.draft
    source = with_wording(draft.source, remark.paragraph, remark.quote, remark.suggestion)
    if source is None:
        raise NotNow(CHANGED)
    if len(source) > MAX_LENGTH:
        raise NotNow(f"With this wording the text would be longer than {MAX_LENGTH:,} characters.")
    words = replace(words_of(draft), source=source)
    save_draft(post, words, by=by, version=draft.version, words_by=writer)


def _locked(remark: Remark) -> Remark:
    """Lock the post of a remark, then read the remark again."""
    post, submission = locked(remark.submission)
    remark = Remark.objects.select_related("made_by", "adviser").get(pk=remark.pk)
    submission.post, remark.submission = post, submission
    return remark


def _refuse_unless_decidable(remark: Remark, by: User) -> None:
    access.require_on(by, Action.WRITE_POSTS, remark.submission.post)
    if not remark.is_open:
        raise NotNow(f"{remark} was decided already: {remark.get_outcome_display().lower()}.")
    _refuse_unless_latest(remark)


def _refuse_unless_latest(remark: Remark) -> None:
    if remark.submission.post.submissions.filter(pk__gt=remark.submission_id).exists():
        raise NotNow("A later revision has been submitted since, so this conversation has ended.")


def _decide(remark: Remark, outcome: Outcome, by: User) -> Remark:
    post = remark.submission.post
    remark.outcome, remark.decided_by, remark.decided_at = outcome, by, clock.now()
    remark.save(update_fields=["outcome", "decided_by", "decided_at"])
    changes: dict[str, list[object]] = {"remark": [remark.pk, remark.pk], "outcome": [Outcome.OPEN, outcome]}
    if outcome == Outcome.ACCEPTED and remark.suggestion:
        changes["wording"] = [for_record(post, remark.quote), for_record(post, remark.suggestion)]
        changes["contributor"] = [None, remark.writer]
    role = access.role_on(by, Action.WRITE_POSTS, post)
    record.append(f"remark.{outcome}", post.subject, by=by, role=role, changes=changes)
    return remark


def _tell(remark: Remark, people: Sequence[User], *, by: User, text: str) -> None:
    """Tell people of a remark, by mail and on their desk. Whoever cannot see the post is refused."""
    can_see = set(people_on(remark.submission).values_list("pk", flat=True)) if people else set()
    for person in people:
        if person.pk not in can_see:
            raise NotNow(f"{person.name} cannot see this post, so cannot be told of the remark.")
    now = clock.now()
    Mention.objects.bulk_create(
        Mention(remark=remark, person=person, told_by=by, told_at=now) for person in people if person != by
    )
    context = {"remark": remark, "by": by, "text": text}
    told = [person for person in people if person != by]
    mail_to(remark.submission.post, "remark_mentioned", told, context)
