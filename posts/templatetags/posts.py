"""Addresses that hang on a post's own, and what is said of its embargo."""

from django import template
from django.urls import reverse

from posts.embargo import in_force
from posts.models import Post

register = template.Library()


@register.simple_tag
def post_url(name: str, post: Post) -> str:
    """The address `name` of a released post, such as its sign-off record or its comment form."""
    return reverse(name, args=post.address)


@register.inclusion_tag("posts/desk/_embargo_note.html")
def embargo_note(post: Post) -> dict[str, object]:
    """On a page of the desk: that its draft is under an embargo, and until when."""
    return {"embargo": in_force(post)}
