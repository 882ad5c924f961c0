"""Pages that change because of something outside their posts."""

from typing import Any

from django.db.models import F
from django.dispatch import receiver

from posts.models import Post, RevisionPartner
from teams.freezing import pages_turned
from teams.models import Freeze, Team


@receiver(pages_turned)
def turn_blogs_of_partners(freeze: Freeze, **_: Any) -> None:
    """A freeze closes comments on what its department wrote with others, on their blogs too."""
    if freeze.department_id is None:
        return  # every blog has been told
    theirs = RevisionPartner.objects.filter(team__department=freeze.department_id).values("revision")
    blogs = Post.objects.live().filter(live_revision__in=theirs).order_by().values("team")
    Team.objects.filter(pk__in=blogs).update(page_version=F("page_version") + 1)
