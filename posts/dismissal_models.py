"""What writers have said about findings of the checks: that the words are right as they are, and why."""

from django.db import models

from teams.models import User

REASON_LIMIT = 300


class Dismissal(models.Model):
    """A finding of the checks that a writer dismissed, with a reason. It lapses when the words change."""

    post = models.ForeignKey("posts.Post", on_delete=models.CASCADE, related_name="dismissals")
    rule = models.CharField(max_length=40)
    digest = models.CharField(
        max_length=64, help_text="SHA-256 of the rule, the words and those around them."
    )
    words = models.CharField(max_length=200, help_text="The words, or their start.")
    reason = models.CharField(max_length=REASON_LIMIT)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["post", "digest"], name="dismissal_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="dismissal_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.words}"
