"""Views of people outside the platform: the request, which goes with a link, and the advice. No signature."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from teams.models import User


class View(models.TextChoices):
    """Advice in a word."""

    NO_CONCERNS = "no_concerns", "No concerns"
    CONCERNS = "concerns", "Concerns"
    CANNOT_SAY = "cannot_say", "Cannot say"


class AdviceRequest(models.Model):
    """One person outside, asked for a view of one submission. Their link works until it expires or ends."""

    submission = models.ForeignKey(
        "moderation.Submission", on_delete=models.PROTECT, related_name="advice_requests"
    )
    name = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120)
    email = models.EmailField()
    question = models.TextField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("asked_at")), name="advice_request_expires_later"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(organisation="") & ~Q(question=""), name="advice_request_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return self.adviser

    @property
    def adviser(self) -> str:
        return f"{self.name}, {self.organisation}"

    @property
    def given(self) -> "Advice | None":
        """The advice, once it is there."""
        return getattr(self, "advice", None)

    def is_open(self, now: datetime) -> bool:
        """Whether its link still shows the text."""
        return self.ended_at is None and now < self.expires_at


class Advice(models.Model):
    """What the person outside thinks of the text. It informs the signatories, and counts as no signature."""

    request = models.OneToOneField(AdviceRequest, on_delete=models.PROTECT, related_name="advice")
    view = models.CharField(max_length=12, choices=View.choices)
    text = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(view__in=View.values), name="advice_view_is_known"),
            models.CheckConstraint(
                condition=Q(view="no_concerns") | ~Q(text=""), name="advice_with_concerns_says_which"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_view_display()}: {self.request}"
