"""Writes scaled comments in bulk: the rows that receiving, deciding and replying write."""

from collections.abc import Sequence
from hashlib import sha256

from django.db import transaction
from django.db.models import F

from comments.models import Comment, OfficialReply
from comments.receiving import PROMISE_WORKING_DAYS, to_html
from comments.tokens import REFERENCE_LETTERS
from comments.workflow import State as CommentState
from policyblogs.demonstration.scaling_plans import DECIDED, REFERENCE_LENGTH, Heard
from policyblogs.demonstration.scaling_posts import bump_blogs
from policyblogs.demonstration.scaling_rows import Chain, update
from posts.models import Post
from teams.permissions import Action, role_for
from teams.working_time import after_working_days


@transaction.atomic
def write_comments(batch: Sequence[Heard]) -> None:
    """Receive, decide and answer comments, as `receiving`, `deciding` and `replying` do."""
    chain = Chain()
    receive([heard for heard in batch if heard.answers is None])
    receive([heard for heard in batch if heard.answers])
    decide(batch, chain)
    answer(batch, chain)
    seen = [heard.plan for heard in batch if heard.fate == "publish"]
    Post.objects.filter(pk__in={plan.post.pk for plan in seen}).update(page_version=F("page_version") + 1)
    bump_blogs(seen)
    chain.write()


def receive(batch: Sequence[Heard]) -> None:
    for heard in batch:
        heard.comment = Comment(
            post=heard.plan.post,
            parent=heard.answers.comment if heard.answers else None,
            reference=reference(heard.number),
            submission_key=sha256(f"scaled {heard.number}".encode()).hexdigest(),
            state=received_as(heard),
            received_at=heard.received_at,
            due_at=after_working_days(heard.received_at, PROMISE_WORKING_DAYS),
            **heard.said.columns,
        )
    Comment.objects.bulk_create(heard.comment for heard in batch)


def received_as(heard: Heard) -> CommentState:
    return CommentState.LIKELY_SPAM if "spam" in heard.fate else CommentState.WAITING


def reference(number: int) -> str:
    """The number in letters, far from those before and after: another for each number."""
    base = len(REFERENCE_LETTERS)
    number = number * 7_919_000_027 % base**REFERENCE_LENGTH
    return "".join(REFERENCE_LETTERS[number // base**place % base] for place in range(REFERENCE_LENGTH))


def decide(batch: Sequence[Heard], chain: Chain) -> None:
    rows = []
    for heard in batch:
        if decision := heard.decision:
            state, rule, by = DECIDED[heard.fate], heard.said.house_rule, decision.by
            rows.append((heard.comment.pk, state.value, rule, by.pk, decision.at))
            changes = {"state": [received_as(heard), state], **({"house rule": [None, rule]} if rule else {})}
            role = role_for(by, Action.DECIDE_COMMENTS, heard.plan.crew.team)
            chain.add(decision.at, f"comment.{state}", heard.comment.subject, by, role, changes)
    update(
        Comment,
        "state = v.column2, house_rule = v.column3, decided_by_id = v.column4, decided_at = v.column5, "
        "first_published_at = CASE WHEN v.column2 = 'published' THEN v.column5 END",
        rows,
    )


def answer(batch: Sequence[Heard], chain: Chain) -> None:
    """Official replies, by the first author of the post."""
    replies = []
    for heard in batch:
        if heard.decision and (at := heard.decision.answered_at):
            by, team, body = heard.plan.byline[0], heard.plan.crew.team, heard.said.answer
            role = ", ".join(filter(None, [by.job_title, team.name]))
            words = {"body": body, "html": to_html(body), "name": by.name, "role": role}
            replies.append(OfficialReply(comment=heard.comment, person=by, replied_at=at, **words))
            role, changes = role_for(by, Action.REPLY_OFFICIALLY, team), {"reply": [None, body]}
            chain.add(at, "comment.answered", heard.comment.subject, by, role, changes)
    OfficialReply.objects.bulk_create(replies)


# Many rows at once
