"""Who signs: groups and routes, and who covers for whom and when."""

from django.db import models
from django.db.models import F, Q

from teams.models import Department, Team, User


class Group(models.Model):
    """People of a department, any one of whom may sign a step. The press office is its press officers."""

    class Kind(models.TextChoices):
        PRESS_OFFICE = "press_office", "Press office"
        CLEARERS = "clearers", "Clearers"

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="signing_groups")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.CLEARERS)
    name = models.CharField(max_length=80, help_text="For example Legal, Analysts or Private office.")
    members = models.ManyToManyField(User, blank=True, related_name="signing_groups")

    class Meta:
        verbose_name = "group of signatories"
        verbose_name_plural = "groups of signatories"
        ordering = ["department__name", "name"]
        constraints = [
            models.UniqueConstraint(fields=["department", "name"], name="group_name_once_in_a_department"),
            models.UniqueConstraint(
                fields=["department"],
                condition=Q(kind="press_office"),
                name="one_press_office_in_a_department",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.department}"

    @property
    def is_press_office(self) -> bool:
        return self.kind == self.Kind.PRESS_OFFICE


class RouteStep(models.Model):
    """A step that a team's posts need before the press office, which has no row: it is always last."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="route")
    position = models.PositiveSmallIntegerField(help_text="Steps at one position run side by side.")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "step of a route"
        verbose_name_plural = "routes"
        ordering = ["team__name", "position"]
        constraints = [models.UniqueConstraint(fields=["team", "group"], name="route_group_once")]

    def __str__(self) -> str:
        return f"{self.position}. {self.group.name}"


class Delegation(models.Model):
    """Between two times one person may sign for another. It never reaches further than its giver."""

    giver = models.ForeignKey(User, on_delete=models.PROTECT, related_name="delegations_given")
    receiver = models.ForeignKey(User, on_delete=models.PROTECT, related_name="delegations_received")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="delegation_has_a_length"),
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="delegation_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.receiver.name} for {self.giver.name}"


class Duty(models.Model):
    """A shift on the out-of-hours list of a press office: this person may sign for it meanwhile."""

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="duties")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="duties")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    listed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    listed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        verbose_name_plural = "duties"
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="duty_has_a_length"),
        ]

    def __str__(self) -> str:
        return f"{self.person.name} for {self.department}"
