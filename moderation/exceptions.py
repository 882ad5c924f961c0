"""Letting one post through a freeze: the directors named for it decide, each with a reason."""

from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from moderation.authority import wrote
from moderation.models import FreezeException
from moderation.workflow import State
from posts.access import refuse_unnamed
from posts.embargo import for_record
from posts.models import Post
from posts.querysets import PostQuerySet
from posts.restrictions import Embargo
from teams import clock, freezing, record
from teams.models import Freeze, User
from teams.refusals import NotAllowed, NotNow


def frozen_for(post: Post) -> list[Freeze]:
    """The freezes that stop this post now, the strictest first: those without the exceptions they need."""
    found = freezing.frozen([team.department_id for team in post.teams])
    granted = (
        post.freeze_exceptions.filter(freeze__in=found).values_list("freeze").annotate(Count("pk"))
        if found
        else ()
    )
    agreed = dict(granted)
    return [freeze for freeze in found if agreed.get(freeze.pk, 0) < freeze.directors_needed]


@transaction.atomic
def grant_exception(freeze: Freeze, post: Post, *, by: User, reason: str) -> FreezeException:
    """Let a post through, as one of the directors named. In mourning it takes two of them."""
    post = Post.objects.locked(post.pk)
    freeze = Freeze.objects.get(pk=freeze.pk)
    if not freeze.directors.filter(pk=by.pk).exists():
        raise NotAllowed("Only the people named when this freeze was declared can let a post through.")
    refuse_unnamed(by, post)
    if wrote(post, by):
        raise NotAllowed("You wrote words of this post, so somebody else must let it through.")
    if freeze.lifted_at or freeze not in freezing.frozen([team.department_id for team in post.teams]):
        raise NotNow("This freeze does not stop the post now.")
    if not reason.strip():
        raise NotNow("Say why this post cannot wait.")
    if post.freeze_exceptions.filter(freeze=freeze, person=by).exists():
        raise NotNow("You have let this post through already.")
    exception = FreezeException.objects.create(
        freeze=freeze, post=post, person=by, reason=reason, granted_at=clock.now()
    )
    number = post.freeze_exceptions.filter(freeze=freeze).count()
    changes = {
        "freeze": [None, str(freeze)],
        "freeze number": [None, freeze.pk],
        "directors who agree": [number - 1, f"{number} of {freeze.directors_needed}"],
    }
    why = for_record(post, reason)
    record.append("freeze.exception", post.subject, by=by, role="Named director", reason=why, changes=changes)
    return exception


def posts_to_decide(person: User) -> list[tuple[Freeze, Post]]:
    """What a named director could let through now: each freeze with the cleared posts that it stops."""
    found = []
    for freeze in freezing.in_force().filter(directors=person).select_related("department"):
        stopped = stopped_by(freeze).filter(submissions__state=State.CLEARED)
        left = stopped.exclude(pk__in=freeze.exceptions.filter(person=person).values("post"))
        left = left.exclude(contributors__person=person.pk)
        left = left.exclude(pk__in=Embargo.objects.closed_to(person).values("post"))
        found += [(freeze, post) for post in left.select_related("team__department", "draft").distinct()]
    return found


def stopped_by(freeze: Freeze) -> PostQuerySet:
    """The posts that a freeze covers, but for those on which enough of its directors agree."""
    posts = Post.objects.exclude(pk__in=_let_through(freeze))
    if freeze.department_id is None:
        return posts
    its = Q(team__department=freeze.department_id) | Q(partners__department=freeze.department_id)
    return posts.filter(its)


def _let_through(freeze: Freeze) -> QuerySet[FreezeException, Any]:
    """The posts on which enough directors agree: the freeze stops them no more."""
    by_post = freeze.exceptions.order_by().values("post").annotate(agreed=Count("pk"))
    return by_post.filter(agreed__gte=freeze.directors_needed).values("post")
