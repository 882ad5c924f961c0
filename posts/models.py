"""Posts: the lasting thing, its sealed revisions, and what readers could read of them when."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from taggit.managers import TaggableManager

from posts import dismissal_models, preview_models, restrictions, saved_models  # noqa: F401  # also models
from posts.draft_models import (
    ALT_LIMIT,
    CREDIT_LIMIT,
    NOTE_LIMIT,
    SLUG_LIMIT,
    SUMMARY_LIMIT,
    TITLE_LIMIT,
    Contributor,
    Draft,
    DraftAuthor,
    Image,
    Kind,
    Licence,
    PostGuest,
    PostPartner,
)
from posts.fingerprint import Words
from posts.querysets import PostQuerySet
from teams.models import Team, User
from teams.record import Subject

__all__ = [
    "ALT_LIMIT",
    "CREDIT_LIMIT",
    "NOTE_LIMIT",
    "SLUG_LIMIT",
    "SUMMARY_LIMIT",
    "TITLE_LIMIT",
    "Contributor",
    "Draft",
    "DraftAuthor",
    "Image",
    "Kind",
    "Licence",
    "Post",
    "PostGuest",
    "PostPartner",
    "Release",
    "Revision",
    "RevisionAuthor",
    "RevisionPartner",
    "Withdrawal",
]


class Post(models.Model):
    """A blog post as a lasting thing with an address. What readers see is `live_revision`, and only that."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="posts")
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    live_revision = models.OneToOneField(
        "Revision", on_delete=models.PROTECT, null=True, editable=False, related_name="live_post"
    )
    # The address. Set at the first release, in London's calendar, and never moved.
    slug = models.CharField(max_length=SLUG_LIMIT, null=True, editable=False)  # noqa: DJ001  # null: no address yet
    first_released_at = models.DateTimeField(null=True, editable=False)
    released_on = models.DateField(null=True, editable=False)
    last_released_at = models.DateTimeField(null=True, editable=False)
    page_version = models.PositiveIntegerField(default=1, editable=False)

    tags = TaggableManager(blank=True)
    partners = models.ManyToManyField(Team, through="PostPartner", related_name="posts_with")
    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["-first_released_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "slug"], name="post_slug_once_in_a_team"),
            models.CheckConstraint(
                condition=Q(slug=None, first_released_at=None, released_on=None, last_released_at=None)
                | Q(
                    slug__isnull=False,
                    first_released_at__isnull=False,
                    released_on__isnull=False,
                    last_released_at__isnull=False,
                ),
                name="post_address_whole_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=Q(live_revision=None) | Q(slug__isnull=False), name="post_live_has_an_address"
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "-first_released_at", "-id"],
                condition=Q(live_revision__isnull=False),
                name="post_live_in_blog",
            ),
            models.Index(
                fields=["-first_released_at", "-id"],
                condition=Q(live_revision__isnull=False),
                name="post_live_everywhere",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What staff call the post: its draft's title."""
        return self.draft.title or "Untitled draft"

    @property
    def teams(self) -> list[Team]:
        """Its own team and its partners."""
        return [self.team, *self.partners.select_related("department").order_by("name")]

    @property
    def departments(self) -> "models.QuerySet[Team, Any]":
        """Of the teams that readers see it is by: its own, and the partners of its live text."""
        partners = RevisionPartner.objects.filter(revision=self.live_revision_id).values("team")
        return Team.objects.filter(Q(pk=self.team_id) | Q(pk__in=partners)).values("department")

    @property
    def is_live(self) -> bool:
        return self.live_revision_id is not None

    @property
    def live_text(self) -> "Revision":
        """The revision that readers see. Asked of live posts only."""
        if self.live_revision is None:
            raise ValueError(f"post {self.pk} is not live")
        return self.live_revision

    @property
    def is_withdrawn(self) -> bool:
        return self.first_released_at is not None and not self.is_live

    @property
    def subject(self) -> Subject:
        return Subject("post", self.pk, self.recorded_title, self.team.department, self.pk)

    @property
    def known_title(self) -> str:
        """What people call a released post who may not see its draft."""
        return self.live_revision.title if self.live_revision else "a withdrawn post"

    @property
    def recorded_title(self) -> str:
        """What the record calls the post: none of its draft's words while an embargo closes them."""
        if not self.embargoes.in_force().exists():
            return self.title
        return self.live_revision.title if self.live_revision else "A post under a statistics embargo"

    @property
    def address(self) -> list[Any]:
        """The parts of the public address: blog, year, month, day, slug."""
        day: date = self.released_on  # type: ignore[assignment]  # asked of released posts only
        return [self.team.slug, f"{day:%Y}", f"{day:%m}", f"{day:%d}", self.slug]

    def get_absolute_url(self) -> str:
        return reverse("posts:detail", args=self.address)

    def bump(self) -> None:
        """Say that something a reader sees of this post has changed, on its page and on its blog."""
        Post.objects.filter(pk=self.pk).update(page_version=F("page_version") + 1)
        self.team.bump()


class Revision(models.Model):
    """An immutable numbered text, sealed from the draft. Its fingerprint is what people sign."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    draft_version = models.PositiveIntegerField()
    title = models.CharField(max_length=TITLE_LIMIT)
    summary = models.CharField(max_length=SUMMARY_LIMIT)
    slug = models.CharField(max_length=SLUG_LIMIT)
    source = models.TextField()
    tags = models.JSONField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    note = models.CharField(max_length=NOTE_LIMIT, blank=True)
    partners = models.JSONField(default=list, help_text="Names of partner teams, as readers see them.")
    byline = models.JSONField(help_text="[{name, role}] as readers see it.")
    blocks = models.JSONField()
    links = models.JSONField()
    images = models.JSONField()
    html = models.TextField()
    rules = models.PositiveIntegerField(help_text="Version of the rendering rules that made the HTML.")
    words = models.PositiveIntegerField()
    contributors = models.JSONField(help_text="Names of all who contributed up to this revision.")
    authorship = models.JSONField(default=list, help_text="As the draft's.")
    shares = models.JSONField(
        default=list, help_text="[{name, share}]: whose words they are, in per cent, the largest share first."
    )
    fingerprint = models.CharField(max_length=64)
    sealed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sealed_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="revision_number_once_in_a_post"),
        ]

    def __str__(self) -> str:
        return f"revision {self.number} of {self.title}"

    def as_words(self) -> Words:
        """Everything that the fingerprint covers."""
        return Words(
            title=self.title,
            summary=self.summary,
            slug=self.slug,
            tags=self.tags,
            kind=self.kind,
            note=self.note,
            partners=self.partners,
            byline=self.byline,
            source=self.source,
            blocks=self.blocks,
            links=self.links,
            images=self.images,
        )


class RevisionAuthor(models.Model):
    """A person in the sealed byline. Each must attest before anyone may sign."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="authors")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["revision", "person"], name="revision_author_once")]

    def __str__(self) -> str:
        return self.person.name


class RevisionPartner(models.Model):
    """A partner team as it was sealed. Every revision needs the press offices of all its teams."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="partner_teams")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["revision", "team"], name="revision_partner_once")]

    def __str__(self) -> str:
        return self.team.name


class Release(models.Model):
    """A revision went live. The newest is what readers see, unless it was withdrawn."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="releases")
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="release")
    released_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"release of {self.revision}"


class Withdrawal(models.Model):
    """Taking a live post down, with a public reason. Written once, and its address keeps answering."""

    class Reason(models.TextChoices):
        """The closed list of public reasons."""

        ERROR = "published_in_error", "Published in error"
        PERSONAL_DATA = "personal_data", "Personal data"
        SPENT_CONVICTION = "spent_conviction", "Spent conviction"
        COPYRIGHT = "copyright", "Copyright"
        DEFAMATION = "defamation", "Defamation"
        DUPLICATE = "duplicate", "Duplicate"
        SUPERSEDED = "superseded", "Superseded by events"
        COURT_ORDER = "court_order", "Court order"

    # For these reasons the title is not shown either: it may hold what the post was withdrawn for.
    TITLE_HIDDEN = frozenset(
        {Reason.PERSONAL_DATA, Reason.SPENT_CONVICTION, Reason.DEFAMATION, Reason.COURT_ORDER}
    )

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="withdrawals")
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=20, choices=Reason.choices)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    reason__in=[
                        "published_in_error",
                        "personal_data",
                        "spent_conviction",
                        "copyright",
                        "defamation",
                        "duplicate",
                        "superseded",
                        "court_order",
                    ]
                ),
                name="withdrawal_reason_from_the_list",
            )
        ]

    def __str__(self) -> str:
        return self.get_reason_display()

    @property
    def shown_title(self) -> str:
        return "" if self.reason in self.TITLE_HIDDEN else self.revision.title
