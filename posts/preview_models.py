"""Links by which a colleague without an account reads one draft."""

from django.db import models

from teams.models import User


class PreviewLink(models.Model):
    """A link to one draft, for whoever is given it. It ends after 30 days, or once the post goes live."""

    post = models.ForeignKey("posts.Post", on_delete=models.PROTECT, related_name="preview_links")
    for_whom = models.CharField(max_length=120)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_by=None, ended_at=None)
                | models.Q(ended_by__isnull=False, ended_at__isnull=False),
                name="preview_link_ended_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"preview of post {self.post_id} for {self.for_whom}"
