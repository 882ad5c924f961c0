"""Official replies: the team answers a published comment, by a named person in a role."""

from django.db import transaction

from comments.models import Comment, OfficialReply
from comments.receiving import to_html
from comments.workflow import State
from posts.history import refuse_past
from teams import clock, record
from teams.freezing import refuse_in_mourning
from teams.models import User
from teams.permissions import Action, require, role_for
from teams.refusals import NotNow


@transaction.atomic
def reply_officially(comment: Comment, *, by: User, body: str) -> OfficialReply:
    """Publish the team's answer beneath a published comment."""
    comment = Comment.objects.locked(comment.pk)
    team = comment.post.team
    require(by, Action.REPLY_OFFICIALLY, team)
    if comment.state != State.PUBLISHED or not comment.post.is_live:
        raise NotNow("Only a published comment on a live post can be answered.")
    refuse_in_mourning(team.department_id)
    refuse_past(comment.post)
    reply = OfficialReply.objects.create(
        comment=comment,
        body=body,
        html=to_html(body),
        person=by,
        name=by.name,
        role=", ".join(filter(None, [by.job_title, team.name])),
        replied_at=clock.now(),
    )
    comment.post.bump()
    role = role_for(by, Action.REPLY_OFFICIALLY, team)
    record.append("comment.answered", comment.subject, by=by, role=role, changes={"reply": [None, body]})
    return reply
