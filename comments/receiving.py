"""Receiving a comment: stored before it is acknowledged, once however often it is sent."""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.utils.html import linebreaks, urlize

from comments.models import Comment
from comments.privacy import encrypt, keyed_hash
from comments.tokens import reference_of
from comments.workflow import State
from posts.history import past_government
from posts.models import Post
from teams import clock
from teams.freezing import frozen
from teams.refusals import NotNow
from teams.working_time import after_working_days

PROMISE_WORKING_DAYS = 2  # blogs promise a decision within two working days
MANY_LINKS = 3  # more links than this are held as likely spam


@dataclass(frozen=True)
class CommentWords:
    """What a commenter sent, cleaned."""

    body: str
    name: str = ""
    email: str = ""
    perspective: str = ""
    organisation: str = ""
    notify: bool = False


def receive(
    post: Post, words: CommentWords, *, once: str, parent: Comment | None = None, trap: str = ""
) -> Comment:
    """Store a comment and return it; the same words from the same form return the comment already stored.

    `once` is the one-time part of the form's token, `trap` what was typed where people cannot type.
    Raises NotNow where the post is not live or the comment answered is not there to be answered.
    """
    key = _submission_key(post, words, once, parent)
    stored = Comment.objects.filter(submission_key=key).first()
    if stored:
        return stored
    refuse_unless_open(post, parent)
    try:
        with transaction.atomic():
            return _store(post, words, key, parent, state=_state_of(words, trap))
    except IntegrityError:
        stored = Comment.objects.filter(submission_key=key).first()
        if stored is None:  # the post was withdrawn at this moment, and the database refused
            raise
        return stored  # it arrived twice at once, and the other was quicker


def _submission_key(post: Post, words: CommentWords, once: str, parent: Comment | None) -> str:
    content = json.dumps([once, post.pk, parent.pk if parent else None, asdict(words)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def refuse_unless_open(post: Post, parent: Comment | None) -> None:
    """Raise NotNow where the post, or the comment to be answered, takes no comments."""
    if not post.is_live:
        raise NotNow("This post has been withdrawn, so it takes no more comments.")
    if closed := why_closed(post):
        raise NotNow(closed)
    if parent and (parent.post_id != post.pk or parent.parent_id or parent.state != State.PUBLISHED):
        raise NotNow("The comment you are answering is no longer there. You can comment on the post itself.")


def why_closed(post: Post) -> str:
    """Say why a live post takes no comments: history mode, or the notice of a freeze. Otherwise nothing."""
    if government := past_government(post):
        return f"Comments are closed. This was published under the {government}."
    freezes = frozen(post.departments)
    return f"Comments are closed for now. {freezes[0].notice}" if freezes else ""


def _state_of(words: CommentWords, trap: str) -> State:
    """Doubt is held apart for a person to look at; nothing is dropped unseen."""
    doubtful = bool(trap) or words.body.count("://") > MANY_LINKS
    return State.LIKELY_SPAM if doubtful else State.WAITING


def _store(post: Post, words: CommentWords, key: str, parent: Comment | None, *, state: State) -> Comment:
    now = clock.now()
    return Comment.objects.create(
        post=post,
        parent=parent,
        reference=reference_of(key),
        submission_key=key,
        name=words.name,
        email_encrypted=encrypt(words.email),
        email_hash=keyed_hash(words.email),
        notify=words.notify and bool(words.email),
        body=words.body,
        html=to_html(words.body),
        perspective=words.perspective,
        organisation=words.organisation,
        state=state,
        received_at=now,
        due_at=after_working_days(now, PROMISE_WORKING_DAYS),
    )


def to_html(text: str) -> str:
    """Plain text as paragraphs with links. Everything is escaped; there is no markup for strangers."""
    return linebreaks(urlize(text, nofollow=True, autoescape=True))
