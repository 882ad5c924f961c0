"""Which comments a reader or a moderator may see."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from comments.workflow import RECEIVED_AS, State
from teams.permissions import Action, departments_where, teams_where

if TYPE_CHECKING:
    from comments.models import Comment
    from teams.models import User


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments."""

    def public(self) -> "CommentQuerySet":
        """What readers see: published comments, and the places of those taken down after publication."""
        return self.filter(
            Q(state=State.PUBLISHED) | Q(state=State.DECLINED, first_published_at__isnull=False)
        )

    def published(self) -> "CommentQuerySet":
        return self.filter(state=State.PUBLISHED)

    def waiting(self) -> "CommentQuerySet":
        """Undecided comments; likely spam comes after everything else, then the oldest promise first."""
        return self.filter(state__in=RECEIVED_AS).order_by("-state", "due_at", "pk")

    def open_to(self, person: "User", action: Action) -> "CommentQuerySet":
        """Comments on the blogs for which this person has the action."""
        teams, departments = teams_where(person, action), departments_where(person, action)
        return self.filter(Q(post__team__in=teams) | Q(post__team__department__in=departments))

    def locked(self, pk: int) -> "Comment":
        """The comment, read again with the right to change it. Why in two queries: see posts."""
        self.select_for_update().values_list("pk").get(pk=pk)
        return self.select_related("post__team__department", "decided_by").get(pk=pk)
