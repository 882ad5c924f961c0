"""Deciding comments: the only code that changes a comment's state."""

from django.db import transaction

from comments.models import Comment
from comments.privacy import decrypt
from comments.tokens import status_token
from comments.workflow import HouseRule, State, may_become
from teams import clock, mail, record
from teams.freezing import refuse_in_mourning
from teams.models import User
from teams.permissions import Action, require, role_for
from teams.refusals import NotNow


def publish(comment: Comment, *, by: User, seen: str) -> Comment:
    """Let readers see the comment. `seen` is the state that the moderator was looking at."""
    return _decide(comment, State.PUBLISHED, by=by, seen=seen)


def decline(comment: Comment, *, by: User, seen: str, rule: HouseRule, note: str = "") -> Comment:
    """Do not publish, or take down, naming the house rule. The note is for the record."""
    return _decide(comment, State.DECLINED, by=by, seen=seen, rule=rule, note=note)


def mark_spam(comment: Comment, *, by: User, seen: str) -> Comment:
    """Set the comment aside as spam. It is kept, and can still be published."""
    return _decide(comment, State.SPAM, by=by, seen=seen)


@transaction.atomic
def _decide(
    comment: Comment, to: State, *, by: User, seen: str, rule: HouseRule | str = "", note: str = ""
) -> Comment:
    comment = Comment.objects.locked(comment.pk)
    team = comment.post.team
    require(by, Action.DECIDE_COMMENTS, team)
    if to == State.PUBLISHED or comment.state == State.PUBLISHED:
        refuse_in_mourning(team.department_id)
    before = comment.state
    if before != seen:
        raise NotNow(
            f"{comment.decided_by} has decided this comment meanwhile: {comment.get_state_display()}."
        )
    if not may_become(before, to):
        raise NotNow(f"This comment is {comment.get_state_display().lower()} already.")
    comment.state, comment.house_rule = to, rule
    comment.decided_by, comment.decided_at = by, clock.now()
    if to == State.PUBLISHED:
        comment.first_published_at = comment.first_published_at or comment.decided_at
    comment.save(update_fields=["state", "house_rule", "decided_by", "decided_at", "first_published_at"])
    if State.PUBLISHED in (before, to):
        comment.post.bump()
    record.append(
        f"comment.{to}",
        comment.subject,
        by=by,
        role=role_for(by, Action.DECIDE_COMMENTS, team),
        reason=note,
        changes={"state": [before, to], "house rule": [None, rule]} if rule else {"state": [before, to]},
    )
    _tell(comment)
    return comment


def _tell(comment: Comment) -> None:
    """Tell a commenter who asked. Spam is not answered."""
    if comment.notify and comment.state != State.SPAM:
        context = {"comment": comment, "token": status_token(comment.reference)}
        mail.send("comment_decided", [decrypt(comment.email_encrypted)], context)
