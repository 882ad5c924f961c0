"""Remarks on the paragraphs of a submission, the conversation about them, and who was told."""

from typing import Any

from django.db import models
from django.db.models import Q

from moderation.advice_models import AdviceRequest
from teams.models import User


class Outcome(models.TextChoices):
    """What became of a remark. Every outcome but the first is an end."""

    OPEN = "open", "Open"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    RESOLVED = "resolved", "Resolved by a later revision"


class RemarkQuerySet(models.QuerySet[Any]):
    """Remarks."""

    def open(self) -> "RemarkQuerySet":
        return self.filter(outcome=Outcome.OPEN)


class Remark(models.Model):
    """A note on a paragraph of a submission, or on the whole of it, perhaps with suggested wording.

    Its words never change. `quote` is the paragraph's source as the writer of the remark read it.
    """

    submission = models.ForeignKey("moderation.Submission", on_delete=models.PROTECT, related_name="remarks")
    paragraph = models.PositiveIntegerField(null=True, help_text="Counted from 0; empty: the whole text.")
    quote = models.TextField(blank=True)
    text = models.TextField(blank=True)
    suggestion = models.TextField(blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    adviser = models.ForeignKey(AdviceRequest, on_delete=models.PROTECT, null=True, related_name="remarks")
    role = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.OPEN, editable=False)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_by=None, adviser__isnull=False) | Q(made_by__isnull=False, adviser=None),
                name="remark_has_one_writer",
            ),
            models.CheckConstraint(condition=~Q(text="") | ~Q(suggestion=""), name="remark_says_something"),
            models.CheckConstraint(
                condition=Q(paragraph=None, quote="") | (Q(paragraph__isnull=False) & ~Q(quote="")),
                name="remark_quotes_its_paragraph",
            ),
            models.CheckConstraint(
                condition=Q(suggestion="") | Q(paragraph__isnull=False, adviser=None),
                name="remark_wording_is_of_a_paragraph",
            ),
            models.CheckConstraint(
                condition=Q(outcome="open", decided_by=None, decided_at=None)
                | Q(
                    outcome__in=["accepted", "declined", "resolved"],
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                ),
                name="remark_decided_has_a_person_and_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}, by {self.writer}"

    @property
    def writer(self) -> str:
        return self.made_by.name if self.made_by else str(self.adviser)

    @property
    def place(self) -> str:
        return "The whole text" if self.paragraph is None else f"Paragraph {self.paragraph + 1}"

    @property
    def is_open(self) -> bool:
        return self.outcome == Outcome.OPEN


class RemarkReply(models.Model):
    """One turn of the conversation on a remark."""

    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="replies")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name = "reply to a remark"
        verbose_name_plural = "replies to remarks"
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="remark_reply_says_something")]

    def __str__(self) -> str:
        return f"reply by {self.person.name}"


class Mention(models.Model):
    """A person who was told of a remark, until they say that they have read it or reply."""

    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="mentions")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mentions")
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.person.name}, told by {self.told_by.name}"
