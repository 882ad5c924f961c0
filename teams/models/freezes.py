"""Freezes: dated stops on releases and comments."""

from django.db import models
from django.db.models import F, Q

from teams.models.people import Department, User


class Freeze(models.Model):
    """A stop from one time to another, for one department or for all of them."""

    class Level(models.TextChoices):
        ELECTION = "election", "Election: no releases, comments closed"
        MOURNING = "mourning", "Mourning: no change of any kind"

    # How many of the named directors must agree to let a post through.
    DIRECTORS_NEEDED = {Level.ELECTION: 1, Level.MOURNING: 2}

    department = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, related_name="freezes")
    level = models.CharField(max_length=10, choices=Level.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    notice = models.CharField(max_length=400, help_text="What readers see where comments are closed.")
    directors = models.ManyToManyField(User, related_name="+")
    declared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    begun = models.BooleanField(default=False, help_text="Readers' pages have been told that it began.")
    over = models.BooleanField(default=False, help_text="Readers' pages have been told that it ended.")

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="freeze_has_a_length"),
            models.CheckConstraint(
                condition=Q(level__in=["election", "mourning"]), name="freeze_level_is_known"
            ),
            models.CheckConstraint(condition=~Q(notice=""), name="freeze_has_a_notice"),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display().partition(':')[0]} freeze, {self.whose}"

    @property
    def whose(self) -> str:
        return str(self.department) if self.department else "all departments"

    @property
    def directors_needed(self) -> int:
        return self.DIRECTORS_NEEDED[self.Level(self.level)]
