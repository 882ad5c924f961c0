"""What saving keeps beside the draft: each saved state, words that could not be saved, and who is writing."""

from django.db import models

from teams.models import User


class SavedState(models.Model):
    """A draft as one save left it. All but a few are kept as what the next state must lose to become it."""

    post = models.ForeignKey("posts.Post", on_delete=models.CASCADE, related_name="saved_states")
    version = models.PositiveIntegerField()
    whole = models.BooleanField(default=True)
    kept = models.TextField(help_text="The words as JSON if whole, else a splice of the next state's.")
    authorship = models.JSONField(default=list, help_text="As the draft's.")
    words = models.PositiveIntegerField()
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["post", "version"], name="saved_state_once")]

    def __str__(self) -> str:
        return f"version {self.version} of post {self.post_id}"


class Aside(models.Model):
    """Words that somebody typed and that could not be saved, until they put them in or throw them away."""

    post = models.ForeignKey("posts.Post", on_delete=models.CASCADE, related_name="asides")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    tab = models.CharField(max_length=32, help_text="The page of the browser that they were typed in.")
    version = models.PositiveIntegerField(help_text="What the page began with.")
    typed = models.JSONField(help_text="{field: what stood in it}")
    why = models.CharField(max_length=400)
    kept_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-kept_at"]
        constraints = [models.UniqueConstraint(fields=["post", "person", "tab"], name="aside_once_of_a_tab")]

    def __str__(self) -> str:
        return f"words of {self.person.name} beside post {self.post_id}"


class Presence(models.Model):
    """Somebody has the draft open in a page of their browser, and was seen there lately."""

    post = models.ForeignKey("posts.Post", on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    tab = models.CharField(max_length=32)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "person", "tab"], name="presence_once_of_a_tab")
        ]

    def __str__(self) -> str:
        return f"{self.person.name} at post {self.post_id}"
