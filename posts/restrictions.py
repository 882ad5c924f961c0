"""What holds over a post beyond sign-off: a statistics embargo, or the time of a past government."""

from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.dateformat import format as format_date

from teams.models import Department, User
from teams.record import Subject


class EmbargoQuerySet(models.QuerySet["Embargo"]):
    """Embargoes."""

    def in_force(self) -> "EmbargoQuerySet":
        """Neither lifted nor ended. A release after its time ends an embargo, and no earlier one can be."""
        unreleased = Q(post__last_released_at=None) | Q(post__last_released_at__lt=F("not_before"))
        return self.filter(unreleased, lifted_at=None)

    def closed_to(self, person: User) -> "EmbargoQuerySet":
        """Those in force that do not name this person: the one rule of who may not open a draft."""
        named = EmbargoAccess.objects.current().filter(embargo=OuterRef("pk"), person=person)
        return self.in_force().exclude(Exists(named))


class Embargo(models.Model):
    """A statistics embargo on the draft of a post: named people only, and no release before its time."""

    post = models.ForeignKey("posts.Post", on_delete=models.PROTECT, related_name="embargoes")
    release_on = models.DateField()
    not_before = models.DateTimeField(help_text="9:30am in London on that day, for the database to compare.")
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    lifted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    objects = EmbargoQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="embargo_lifted_by_somebody_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"embargo until {self.until}"

    @property
    def until(self) -> str:
        """The time of release as people say it."""
        return f"9:30am on {format_date(self.release_on, 'l j F Y')}"


class EmbargoAccessQuerySet(models.QuerySet["EmbargoAccess"]):
    """Who may open embargoed drafts, and who could."""

    def current(self) -> "EmbargoAccessQuerySet":
        return self.filter(removed_at=None)


class EmbargoAccess(models.Model):
    """A person who may open an embargoed draft, from when until when. The list is kept for good."""

    embargo = models.ForeignKey(Embargo, on_delete=models.PROTECT, related_name="access")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    named_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    removed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    objects = EmbargoAccessQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["embargo", "person"], condition=Q(removed_at=None), name="embargo_names_once"
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="embargo_removed_by_somebody_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.person.name


class PastGovernmentQuerySet(models.QuerySet["PastGovernment"]):
    """Past governments."""

    def current(self) -> "PastGovernmentQuerySet":
        """Those whose posts are marked and locked now."""
        return self.filter(ended_at=None)

    def of_post(self, department: Any, released_on: Any) -> "PastGovernmentQuerySet":
        """The one under which a post of the department was published on that day; columns may be given."""
        return self.current().filter(
            department=department, starts_on__lte=released_on, ends_on__gte=released_on
        )


class PastGovernment(models.Model):
    """History mode: the department's posts of these days carry a banner, and only withdrawal changes them."""

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="past_governments")
    name = models.CharField(
        max_length=100,
        help_text="As readers see it after “This was published under the”, for example: 2019 to 2024 "
        "Conservative government.",
    )
    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day")
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    set_at = models.DateTimeField(editable=False)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = PastGovernmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = "past government"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="past_government_ends_after_it_starts",
                violation_error_message="The last day must not be before the first.",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="past_government_ended_by_somebody_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> Subject:
        return Subject("past government", self.pk, self.name, self.department)
