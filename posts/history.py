"""History mode: posts published under a past government are marked, and can only be withdrawn."""

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from posts.models import Post
from posts.querysets import PostQuerySet
from posts.restrictions import PastGovernment
from teams import clock, record
from teams.models import Team, User
from teams.permissions import Action, departments_where
from teams.refusals import NotAllowed, NotNow
from teams.roles import Role

posts_locked = Signal()  # sent in the transaction that locks them, with `posts`


def past_government(post: Post) -> str:
    """The name of the past government under which the post was published, or nothing.

    Takes a query, unless the post was fetched `with_past_government`.
    """
    if post.released_on is None:
        return ""
    if "past_government" in post.__dict__:
        return post.__dict__["past_government"] or ""
    found = PastGovernment.objects.of_post(post.team.department_id, post.released_on)
    return found.values_list("name", flat=True).first() or ""


def refuse_past(post: Post) -> None:
    """Raise NotNow where the post is kept as it was under a past government."""
    government = past_government(post)
    if government:
        raise NotNow(
            f"This post was published under the {government}. It is kept as it was; it can only be withdrawn."
        )


def why_not_set(past: PastGovernment) -> str:
    """Say why this cannot be set now, or nothing."""
    if past.ends_on >= timezone.localdate(clock.now()):
        return "The last day must be past: posts published from now on are not locked."
    same = PastGovernment.objects.current().filter(
        department=past.department_id, starts_on__lte=past.ends_on, ends_on__gte=past.starts_on
    )
    other = same.first()
    return f"These days overlap with those of the {other}." if other else ""


@transaction.atomic
def set_history(past: PastGovernment, *, by: User) -> PastGovernment:
    """Mark and lock the department's posts of these days."""
    _require_administrator(past, by)
    if why_not_set(past):
        raise NotNow(why_not_set(past))
    past.set_by, past.set_at = by, clock.now()
    past.save(force_insert=True)
    _bump(past)
    changes = {
        "name": [None, past.name],
        "first day": [None, past.starts_on.isoformat()],
        "last day": [None, past.ends_on.isoformat()],
        "department number": [None, past.department_id],
    }
    record.append("history.set", past.subject, by=by, role=_as(past), changes=changes)
    posts_locked.send(PastGovernment, posts=_posts(past))
    return past


@transaction.atomic
def end_history(past: PastGovernment, *, by: User, why: str) -> PastGovernment:
    """Take the banner off, and let the posts be changed again."""
    past = PastGovernment.objects.select_for_update(of=("self",)).select_related("department").get(pk=past.pk)
    _require_administrator(past, by)
    if past.ended_at:
        raise NotNow("This has been ended already.")
    past.ended_by, past.ended_at = by, clock.now()
    past.save(update_fields=["ended_by", "ended_at"])
    _bump(past)
    changes = {"name": [past.name, None]}
    record.append("history.ended", past.subject, by=by, role=_as(past), reason=why, changes=changes)
    return past


def _posts(past: PastGovernment) -> PostQuerySet:
    days = (past.starts_on, past.ends_on)
    return Post.objects.filter(team__department=past.department_id, released_on__range=days)


def _bump(past: PastGovernment) -> None:
    for team in Team.objects.filter(posts__in=_posts(past)).distinct():
        team.bump()


def _require_administrator(past: PastGovernment, by: User) -> None:
    if past.department_id not in departments_where(by, Action.SET_HISTORY):
        raise NotAllowed(f"You may not {Action.SET_HISTORY}: {past.department}.")


def _as(past: PastGovernment) -> str:
    return f"{Role.DEPARTMENT_ADMIN.label}, {past.department}"
