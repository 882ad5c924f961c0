"""Whether what readers see is what was signed: every live text computed again, words and HTML."""

from collections.abc import Iterator

from posts.fingerprint import fingerprint
from posts.models import Post, Revision
from posts.rendering import visible


def altered() -> Iterator[str]:
    """Name each live text whose words are not those of its fingerprint, or whose HTML shows others.

    The record holds the fingerprint that was signed; this holds the text against it. The database cannot
    refuse what its owner writes.
    """
    live = Post.objects.live().select_related("live_revision", "team").order_by("pk")
    for post in live.iterator(200):
        text = post.live_text
        if text.fingerprint != fingerprint(text.as_words()):
            yield f"post {post.pk}: the words of its live text are not those that were signed"
        elif not _shows_its_words(text):
            yield f"post {post.pk}: the page of its live text shows other words than were signed"


def _shows_its_words(text: Revision) -> bool:
    return visible(text.html) == (text.blocks, text.links, text.images)
