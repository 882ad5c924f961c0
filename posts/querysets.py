"""Which posts a person, or the public, may see. Each rule of visibility is spelled here and nowhere else."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from posts.restrictions import Embargo, PastGovernment
from teams.permissions import Action, departments_where, teams_where

if TYPE_CHECKING:
    from posts.models import Post
    from teams.models import Team, User

SHARED = frozenset({Action.SEE_POSTS, Action.WRITE_POSTS, Action.SUBMIT_POSTS, Action.SEE_EMBARGOES})
"""What the people of a partner team do with a post as those of its own team do."""


class PostQuerySet(models.QuerySet["Post"]):
    """Posts."""

    def live(self) -> "PostQuerySet":
        """What is public, newest first: the one rule that every page, feed and count uses."""
        return self.filter(live_revision__isnull=False).order_by("-first_released_at", "-pk")

    def in_blog(self, team: "Team") -> "PostQuerySet":
        return self.filter(team=team)

    def before(self, at: datetime, pk: int) -> "PostQuerySet":
        """Posts older than the one first released at `at` with key `pk`."""
        return self.filter(Q(first_released_at__lt=at) | Q(first_released_at=at, pk__lt=pk))

    def in_month(self, first_day: date) -> "PostQuerySet":
        return self.filter(released_on__year=first_day.year, released_on__month=first_day.month)

    def with_live_text(self) -> "PostQuerySet":
        """With what a list of posts shows, in the same query; the body is left out."""
        return self.select_related("live_revision", "team__department").defer(
            "live_revision__source",
            "live_revision__html",
            "live_revision__blocks",
            "live_revision__links",
            "live_revision__images",
        )

    def open_to(self, person: "User", action: Action) -> "PostQuerySet":
        """The posts for which this person has the action, but for those that an embargo closes to them."""
        teams, departments = teams_where(person, action), departments_where(person, action)
        mine = Q(team__in=teams) | Q(team__department__in=departments)
        if action in SHARED:
            shared = self.model._meta.get_field("partnerships").related_model._default_manager
            mine |= Q(pk__in=shared.filter(mine).values("post"))
        return self.filter(mine).exclude(pk__in=Embargo.objects.closed_to(person).values("post"))

    def with_past_government(self) -> "PostQuerySet":
        """With `past_government`: the name of the one that each was published under, if any."""
        found = PastGovernment.objects.of_post(OuterRef("team__department"), OuterRef("released_on"))
        marked: PostQuerySet = self.annotate(past_government=Subquery(found.values("name")[:1]))
        return marked

    def locked(self, pk: int) -> "Post":
        """The post, read again with the right to change it: every verb starts here, and waits its turn.

        Two queries, because what is joined to a row that was waited for is as old as the wait. SQLite takes
        its one write lock when the transaction begins, so there the lock is already held.
        """
        self.select_for_update().values_list("pk").get(pk=pk)
        return self.select_related("team__department", "draft__saved_by", "live_revision").get(pk=pk)
