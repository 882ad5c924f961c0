"""What a post is written with: its one draft, the people and teams who write it, and its pictures."""

from django.db import models
from django.utils import timezone

from posts.rendering import ImageFacts, widths
from teams.models import Team, User

TITLE_LIMIT, SUMMARY_LIMIT, SLUG_LIMIT, NOTE_LIMIT = 200, 400, 80, 500
ALT_LIMIT, CREDIT_LIMIT = 300, 200


class Kind(models.TextChoices):
    """What a post sets out to do."""

    UPDATE = "update", "Update: what we are doing and learning"
    QUESTION = "question", "Question: what we would like to hear from you"


class PostPartner(models.Model):
    """A team that writes the post with its own team. The press office of its department signs too."""

    post = models.ForeignKey("posts.Post", on_delete=models.PROTECT, related_name="partnerships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["post", "team"], name="partner_once")]

    def __str__(self) -> str:
        return self.team.name


class Draft(models.Model):
    """The one working copy of a post. Saved whole; `version` counts the saves."""

    post = models.OneToOneField("posts.Post", on_delete=models.PROTECT, related_name="draft")
    title = models.CharField(max_length=TITLE_LIMIT, blank=True)
    summary = models.CharField(max_length=SUMMARY_LIMIT, blank=True)
    slug = models.CharField(max_length=SLUG_LIMIT, blank=True)
    source = models.TextField(blank=True)
    tags = models.JSONField(default=list, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.UPDATE)
    note = models.CharField(max_length=NOTE_LIMIT, blank=True, help_text="For readers: what changed and why.")
    authorship = models.JSONField(
        default=list,
        blank=True,
        help_text="[[person, number of words]]: who wrote the words, in their order.",
    )
    version = models.PositiveIntegerField(default=1)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    locked = models.BooleanField(default=False, help_text="With its signatories: words cannot change.")
    authors = models.ManyToManyField(User, through="DraftAuthor", related_name="drafts_by_line")

    def __str__(self) -> str:
        return f"draft of {self.title or 'an untitled post'}"


class DraftAuthor(models.Model):
    """A person in the byline of a draft, in order."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="byline")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["draft", "person"], name="draft_author_once")]

    def __str__(self) -> str:
        return self.person.name


class PostGuest(models.Model):
    """Somebody without an account who may be in the byline of this one post. They attest by a link."""

    post = models.ForeignKey("posts.Post", on_delete=models.PROTECT, related_name="guests")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="guest_of")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="guest_once_of_a_post")]

    def __str__(self) -> str:
        return self.person.name


class Contributor(models.Model):
    """Someone whose words are in the post: they saved a change, ever. They may never sign it."""

    post = models.ForeignKey("posts.Post", on_delete=models.PROTECT, related_name="contributors")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="contributor_once")]

    def __str__(self) -> str:
        return self.person.name


class Licence(models.TextChoices):
    """By what right we publish a picture."""

    CROWN = "crown", "Crown copyright: made by civil servants at work"
    OPEN = "open", "An open licence, such as the Open Government Licence or Creative Commons"
    BOUGHT = "bought", "Licensed from a picture library"
    GIVEN = "given", "Permission in writing of whoever made it"
    UNKNOWN = "unknown", "Not known yet"


class Image(models.Model):
    """A picture uploaded for a post, made again by us and stored under its content's digest."""

    post = models.ForeignKey("posts.Post", on_delete=models.PROTECT, related_name="images")
    digest = models.CharField(max_length=64, db_index=True)
    alt = models.CharField("description", max_length=ALT_LIMIT, blank=True)
    licence = models.CharField(max_length=10, choices=Licence.choices, default=Licence.UNKNOWN)
    credit = models.CharField(
        max_length=CREDIT_LIMIT, blank=True, help_text="Who made it, and where it is from."
    )
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now)
    revisions = models.ManyToManyField("posts.Revision", related_name="pictures")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["post", "digest"], name="image_once_in_a_post")]

    def __str__(self) -> str:
        return self.alt

    @property
    def key(self) -> str:
        """What the author writes to place the image: `image:<key>`."""
        return self.digest[:16]

    @property
    def markdown(self) -> str:
        alt = self.alt.replace("[", "(").replace("]", ")")
        return f"![{alt}](image:{self.key})"

    @property
    def smallest_width(self) -> int:
        return widths(self.width)[0]

    @property
    def facts(self) -> ImageFacts:
        return ImageFacts(self.digest, self.width, self.height)
