"""Sign-off: routes and their steps, submissions on their way along them, and the verdicts."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from moderation.advice_models import Advice, AdviceRequest
from moderation.cover_models import Delegation, Duty, Group, RouteStep
from moderation.querysets import SubmissionQuerySet
from moderation.remark_models import Mention, Remark, RemarkReply
from moderation.workflow import UNDER_WAY, Plan, State
from posts.models import Post, Revision
from teams.models import Freeze, User

__all__ = [
    "Advice",
    "AdviceRequest",
    "Attestation",
    "AttestationRefusal",
    "Claim",
    "Delegation",
    "Duty",
    "FreezeException",
    "Group",
    "Mention",
    "Remark",
    "RemarkReply",
    "Return",
    "RouteStep",
    "Signature",
    "Submission",
    "SubmissionStep",
]


class Submission(models.Model):
    """One revision on its way along its route."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="submissions")
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="submission")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, editable=False)
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    plan = models.CharField(max_length=10, choices=Plan.choices, default=Plan.NOW)
    release_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    cleared_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = "submission"
        constraints = [
            models.UniqueConstraint(
                fields=["post"], condition=Q(state__in=UNDER_WAY), name="one_submission_of_a_post_under_way"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="submission_state_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=UNDER_WAY, ended_at=None)
                | (~Q(state__in=UNDER_WAY) & Q(ended_at__isnull=False)),
                name="submission_ended_has_a_time",
            ),
            models.CheckConstraint(
                condition=(Q(plan=Plan.AT) & Q(release_at__isnull=False))
                | (Q(plan__in=[Plan.NOW, Plan.BUTTON, Plan.HELD]) & Q(release_at=None)),
                name="submission_plan_has_its_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["release_at", "id"],
                condition=Q(state=State.CLEARED, plan=Plan.AT),
                name="submission_to_release",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.revision.title} (revision {self.revision.number})"

    def get_absolute_url(self) -> str:
        return reverse("admin:moderation_submission_change", args=[self.pk])

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def holders(self) -> list[User]:
        """Who has claimed a step of it. Lists prefetch `steps__claim__person`."""
        return [step.claim.person for step in self.steps.all() if hasattr(step, "claim")]


class SubmissionStep(models.Model):
    """A step of the route as it was when the submission opened."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["submission", "group"], name="step_group_once")]

    def __str__(self) -> str:
        return self.group.name


class Claim(models.Model):
    """Somebody who has said that they are on a step. It ends with the step's signature, or before."""

    step = models.OneToOneField(SubmissionStep, on_delete=models.PROTECT, related_name="claim")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    claimed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person.name}: {self.step}"


class Attestation(models.Model):
    """A named author's statement about one revision. Without everyone's, nobody can sign."""

    class AIUse(models.TextChoices):
        NONE = "none", "No generative AI was used"
        HELP = "help", "Generative AI helped with research, structure or wording"
        DRAFT = "draft", "Generative AI wrote a first draft that I then rewrote"

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="attestations")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ai_use = models.CharField("use of generative AI", max_length=10, choices=AIUse.choices)
    new_policy = models.BooleanField("announces new policy")
    unreleased_statistics = models.BooleanField("holds unreleased statistics")
    attested_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["revision", "person"], name="attested_once")]

    def __str__(self) -> str:
        return f"attestation of {self.person.name}"


class AttestationRefusal(models.Model):
    """Somebody in the byline who says of one revision that they did not write it."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="attestation_refusals")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    refused_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "person"], name="attestation_refused_once")
        ]

    def __str__(self) -> str:
        return f"refused by {self.person.name}"


class Verdict(models.Model):
    """What both verdicts of a step have: who, as what, and by whose right where it was not their own."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=300)
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, null=True, related_name="+")
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class Signature(Verdict):
    """The verdict *sign*: a person, for a step, for one fingerprint. The database refuses their own words.

    The four tests are those of government publicity: relevant, objective and explanatory, not
    party-political, economical. A text that fails one is returned, so a signature holds each of them.
    """

    class Parliament(models.TextChoices):
        """Where an author says that the post announces new policy: Parliament comes first."""

        NOT_ASKED = "", "Not asked: no author announces new policy"
        TOLD = "told", "Parliament has been told"
        AFTER = "after", "It is released after the statement to Parliament"
        NOT_NEEDED = "not_needed", "It is not of a kind that goes to Parliament first"

    step = models.OneToOneField(SubmissionStep, on_delete=models.PROTECT, related_name="signature")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="signatures")
    fingerprint = models.CharField(max_length=64)
    relevant = models.BooleanField()
    objective = models.BooleanField("objective and explanatory")
    impartial = models.BooleanField("not party-political")
    economical = models.BooleanField()
    parliament = models.CharField(max_length=12, choices=Parliament.choices, blank=True)
    note = models.TextField(blank=True)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(relevant=True, objective=True, impartial=True, economical=True),
                name="signature_meets_the_four_tests",
            ),
            models.CheckConstraint(
                condition=~Q(parliament="not_needed") | ~Q(note=""), name="signature_says_why_not_parliament"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.fingerprint[:12]}"


class Return(Verdict):
    """The verdict *return*: back to the authors, with reasons."""

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="returned")
    step = models.ForeignKey(SubmissionStep, on_delete=models.PROTECT, related_name="+")
    reasons = models.TextField()
    returned_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reasons=""), name="return_has_reasons")]

    def __str__(self) -> str:
        return f"returned by {self.person.name}"


class FreezeException(models.Model):
    """A named director lets one post through a freeze, with a reason. A mourning freeze needs two."""

    freeze = models.ForeignKey(Freeze, on_delete=models.PROTECT, related_name="exceptions")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="freeze_exceptions")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    granted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["freeze", "post", "person"], name="exception_once_by_a_person"),
            models.CheckConstraint(condition=~Q(reason=""), name="exception_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"exception by {self.person.name}"
