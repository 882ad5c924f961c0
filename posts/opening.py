"""Opening an embargoed draft: each time is recorded, and counts for an hour in the browser that asked.

A GET never writes, so the pages of such a draft look for the mark of an opening in the session, and send
whoever has none to a page that asks first. What is sent (POST) may write, so it opens the draft itself, and
nobody loses words because an hour has passed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest

from posts.models import Post
from posts.restrictions import Embargo
from teams import clock, record
from teams.models import Entry, User
from teams.permissions import Action, role_for
from teams.refusals import NotNow

OPEN_FOR = timedelta(hours=1)
OPENED = "post.embargoed_opened"
MARKS = "embargoes_opened"  # in the session: the key of each embargo, and when its draft was opened

_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


class OpenFirst(NotNow):
    """The draft is under an embargo, and this browser has not opened it within the hour."""

    def __init__(self, post: Post) -> None:
        super().__init__("This draft is under a statistics embargo. Open it first: that is recorded.")
        self.post = post


@contextmanager
def during(request: HttpRequest) -> Iterator[None]:
    """Let the pages of a request find the marks of its session, which is not read before one asks."""
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)


def is_opened(post: Post) -> bool:
    """Whether the draft is open in this browser: opened within the hour, or under no embargo."""
    embargo = post.embargoes.in_force().first()
    return embargo is None or _is_marked(embargo)


def require_opened(post: Post, person: User) -> None:
    """Raise OpenFirst unless the draft is open in this browser; open it, where the request may write."""
    if is_opened(post):
        return
    request = _request.get()
    if request is None or request.method in ("GET", "HEAD"):
        raise OpenFirst(post)
    open_draft(post, by=person)


def open_draft(post: Post, *, by: User) -> None:
    """Record that this person, who is named, opens the draft now, and mark their session."""
    record_opening(post, by=by)
    for embargo in post.embargoes.in_force():
        _mark(embargo)


@transaction.atomic
def record_opening(post: Post, *, by: User) -> None:
    """Record that this person, who is named, opens the draft now."""
    role = next(filter(None, (role_for(by, Action.USE_DESK, team) for team in post.teams)), "")
    for embargo in post.embargoes.in_force():
        changes = {"embargo until": [None, embargo.until]}
        as_whom = "Guest author" if by.is_guest else role
        record.append(OPENED, post.subject, by=by, role=as_whom, changes=changes)


def opened_lately(post: Post, person: User) -> bool:
    """Whether this person opened the draft within the hour, by the record: a link has no session to mark."""
    if not post.embargoes.in_force().exists():
        return True
    about = Entry.objects.filter(action=OPENED, subject_kind="post", subject_id=post.pk)
    return about.filter(at__gt=clock.now() - OPEN_FOR, details__actor_id=person.pk).exists()


def _is_marked(embargo: Embargo) -> bool:
    request = _request.get()
    marks = request.session.get(MARKS, {}) if request else {}
    return float(marks.get(str(embargo.pk), 0)) > (clock.now() - OPEN_FOR).timestamp()


def _mark(embargo: Embargo) -> None:
    request = _request.get()
    if request is not None:
        marks = request.session.get(MARKS, {})
        request.session[MARKS] = {**marks, str(embargo.pk): clock.now().timestamp()}
