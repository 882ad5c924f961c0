"""What the public say of a post, and what the team answers."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from comments.querysets import CommentQuerySet
from comments.workflow import RECEIVED_AS, HouseRule, State
from posts.models import Post
from teams.models import User
from teams.record import Subject

BODY_LIMIT = 5_000


class Comment(models.Model):
    """One comment. Its words are never edited; a decision moves it from state to state."""

    class Perspective(models.TextChoices):
        """How a commenter describes their standing."""

        FRONT_LINE = "front_line", "I work on the front line of this"
        ACADEMIC = "academic", "I research or teach this"
        AFFECTED = "affected", "This affects me or my family"
        ORGANISATION = "organisation", "I speak for an organisation"
        ELECTED_REPRESENTATIVE = "elected_representative", "I am an elected representative"
        PUBLIC = "public", "I am a member of the public"

    # How readers see each perspective beside the name.
    SAID = {
        Perspective.FRONT_LINE: "Front line",
        Perspective.ACADEMIC: "Academic",
        Perspective.AFFECTED: "Affected",
        Perspective.ORGANISATION: "Organisation",
        Perspective.ELECTED_REPRESENTATIVE: "Elected representative",
        Perspective.PUBLIC: "Member of the public",
    }

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="comments")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    reference = models.CharField(max_length=12, unique=True)
    submission_key = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=80, blank=True)
    email_encrypted = models.TextField(blank=True)
    email_hash = models.CharField(max_length=64, blank=True, db_index=True)
    notify = models.BooleanField(default=False)
    body = models.TextField()
    html = models.TextField()
    perspective = models.CharField(max_length=24, choices=Perspective.choices, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=12, choices=State.choices)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    first_published_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    house_rule = models.CharField(max_length=20, choices=HouseRule.choices, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["received_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="comment_state_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=sorted(RECEIVED_AS), decided_at=None, decided_by=None)
                | (~Q(state__in=sorted(RECEIVED_AS)) & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="comment_decision_has_a_person_and_a_time",
            ),
            models.CheckConstraint(
                condition=(Q(state=State.DECLINED) & Q(house_rule__in=HouseRule.values))
                | (~Q(state=State.DECLINED) & Q(house_rule="")),
                name="comment_declined_names_a_house_rule",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(first_published_at__isnull=False),
                name="comment_published_has_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["post", "received_at"], name="comment_of_post"),
            models.Index(
                fields=["due_at", "id"],
                condition=Q(state__in=[State.WAITING, State.LIKELY_SPAM]),
                name="comment_queue",
            ),
        ]

    def __str__(self) -> str:
        return f"comment {self.reference} by {self.shown_name}"

    @property
    def shown_name(self) -> str:
        return self.name or "Anonymous"

    @property
    def shown_perspective(self) -> str:
        return self.SAID.get(self.perspective, "")  # type: ignore[call-overload, no-any-return]

    @property
    def is_removed(self) -> bool:
        """Whether readers saw it once and it has been taken down since."""
        return self.state == State.DECLINED and self.first_published_at is not None

    @property
    def subject(self) -> Subject:
        label = f"{self.reference} on {self.post.known_title}"
        return Subject("comment", self.pk, label, self.post.team.department, self.post_id)

    def get_absolute_url(self) -> str:
        return f"{self.post.get_absolute_url()}#comment-{self.reference}"

    def get_desk_url(self) -> str:
        return reverse("comments:decide", args=[self.pk])


class OfficialReply(models.Model):
    """The team's public answer to a comment, by a named person in a role. Written once."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="official_replies")
    body = models.TextField()
    html = models.TextField()
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=250)
    replied_at = models.DateTimeField()

    class Meta:
        ordering = ["replied_at", "pk"]
        verbose_name_plural = "official replies"

    def __str__(self) -> str:
        return f"reply to {self.comment.reference}"
