"""Tags of live posts. A tag's address is its name as a slug, so that names with one slug are one tag."""

from collections.abc import Iterable

from django.utils.text import slugify
from taggit.models import Tag

from posts.models import Post


def tag_post(post: Post, names: Iterable[str]) -> None:
    """Give the post these tags and no others. Names that have no slug are passed over: they have no page."""
    named = {slug: name for name in names if (slug := slugify(name))}
    post.tags.set(
        [Tag.objects.get_or_create(slug=slug, defaults={"name": name})[0] for slug, name in named.items()]
    )
