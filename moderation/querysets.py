"""Which submissions are on whose desk."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef

from moderation.workflow import UNDER_WAY, Plan, State
from posts.models import RevisionAuthor
from posts.restrictions import Embargo

if TYPE_CHECKING:
    from posts.models import Post
    from teams.models import User


class SubmissionQuerySet(models.QuerySet[Any]):
    """Submissions."""

    def with_a_step_of(self, groups: Iterable[int]) -> "SubmissionQuerySet":
        """Submissions with a step that one of these groups signs."""
        steps = self.model._meta.get_field("steps").related_model._default_manager
        return self.filter(pk__in=steps.filter(group__in=list(groups)).values("submission"))

    def of_posts(self, posts: "models.QuerySet[Post]") -> "SubmissionQuerySet":
        return self.filter(post__in=posts.order_by().values("pk"))

    def not_closed_to(self, person: "User") -> "SubmissionQuerySet":
        """Those that this person may open, as far as embargoes go."""
        return self.exclude(post__in=Embargo.objects.closed_to(person).values("post"))

    def closed_to(self, person: "User") -> "SubmissionQuerySet":
        """Those that a statistics embargo closes to this person."""
        return self.filter(post__in=Embargo.objects.closed_to(person).values("post"))

    def open(self) -> "SubmissionQuerySet":
        """With their signatories."""
        return self.filter(state=State.OPEN)

    def cleared(self) -> "SubmissionQuerySet":
        """Signed by every step, and waiting for their release."""
        return self.filter(state=State.CLEARED)

    def under_way(self) -> "SubmissionQuerySet":
        return self.filter(state__in=UNDER_WAY)

    def to_release_at(self, at: datetime) -> "SubmissionQuerySet":
        """Cleared, planned for a time, and that time has come: in the order of their times."""
        return self.cleared().filter(plan=Plan.AT, release_at__lte=at).order_by("release_at", "pk")

    def ended(self) -> "SubmissionQuerySet":
        return self.exclude(state__in=UNDER_WAY).order_by("-ended_at", "-pk")

    def with_attestation_missing(self) -> "SubmissionQuerySet":
        """Mark each with `attestation_missing`: some author in the byline has not attested."""
        waiting = RevisionAuthor.objects.filter(revision=OuterRef("revision")).exclude(
            revision__attestations__person=F("person")
        )
        marked: SubmissionQuerySet = self.annotate(attestation_missing=Exists(waiting))
        return marked

    def with_what_the_queue_shows(self) -> "SubmissionQuerySet":
        rows = self.select_related("revision", "post__team__department", "submitted_by")
        return rows.prefetch_related("steps__claim__person").defer(
            "revision__source", "revision__html", "revision__blocks"
        )
