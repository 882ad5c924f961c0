"""Comments on the page of a post."""

from typing import Any

from django import template

from comments.models import Comment
from comments.receiving import why_closed
from posts.models import Post

register = template.Library()


@register.inclusion_tag("comments/_thread.html")
def comments_of(post: Post) -> dict[str, Any]:
    """The public comments of a post as threads, one level deep: three queries, however many there are."""
    comments = list(Comment.objects.public().filter(post=post).prefetch_related("official_replies"))
    answers: dict[int | None, list[Comment]] = {}
    for comment in comments:
        answers.setdefault(comment.parent_id, []).append(comment)
    threads = [(comment, answers.get(comment.pk, [])) for comment in answers.get(None, [])]
    count = sum(not comment.is_removed for comment in comments)
    return {"post": post, "threads": threads, "count": count, "closed": why_closed(post)}
