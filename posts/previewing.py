"""Preview links: made by writers, for one named colleague without an account, and ended by any of them.

The token is the link's key, signed; so it is stored nowhere, and cannot be guessed.
"""

from datetime import timedelta

from django.core import signing
from django.db import transaction

from posts.access import require_on, role_on
from posts.embargo import in_force
from posts.models import Post
from posts.preview_models import PreviewLink
from teams import clock, record
from teams.models import User
from teams.permissions import Action
from teams.refusals import NotNow

LASTS = timedelta(days=30)
SALT = "posts.preview"
AT_MOST = 20  # links of one post that open it at the same time


@transaction.atomic
def make_link(post: Post, for_whom: str, *, by: User) -> PreviewLink:
    """Make a link to the draft. Raises NotNow under an embargo, or where there are 20 already."""
    post = Post.objects.locked(post.pk)
    require_on(by, Action.WRITE_POSTS, post)
    if in_force(post):
        raise NotNow("This draft is under a statistics embargo, so nobody outside may see it.")
    if len(open_links(post)) >= AT_MOST:
        raise NotNow(f"There are {AT_MOST} links to this draft already. End one of them first.")
    link = PreviewLink.objects.create(post=post, for_whom=for_whom, made_by=by, made_at=clock.now())
    _record("post.preview_made", link, by)
    return link


@transaction.atomic
def end_link(link: PreviewLink, *, by: User) -> None:
    """Let the link open nothing any more. One that has ended stays so."""
    post = Post.objects.locked(link.post_id)
    require_on(by, Action.WRITE_POSTS, post)
    if PreviewLink.objects.filter(pk=link.pk, ended_at=None).update(ended_by=by, ended_at=clock.now()):
        _record("post.preview_ended", link, by)


def _record(action: str, link: PreviewLink, by: User) -> None:
    role = role_on(by, Action.WRITE_POSTS, link.post)
    record.append(action, link.post.subject, by=by, role=role, changes={"for": [None, link.for_whom]})


def open_links(post: Post) -> list[PreviewLink]:
    """The links that open this draft now."""
    links = post.preview_links.filter(ended_at=None, made_at__gt=clock.now() - LASTS)
    if post.last_released_at:
        links = links.filter(made_at__gt=post.last_released_at)
    return list(links.select_related("made_by"))


def token_of(link: PreviewLink) -> str:
    return _signer().sign_object(link.pk)


def post_of(token: str) -> tuple[Post | None, bool]:
    """The post that a link opens now, and whether it is a link that we made."""
    try:
        key = _signer().unsign_object(token)
    except signing.BadSignature:
        return None, False
    link = PreviewLink.objects.select_related("post__team__department", "post__draft").filter(pk=key).first()
    if link is None:
        return None, False
    is_open = any(other.pk == link.pk for other in open_links(link.post)) and not in_force(link.post)
    return (link.post if is_open else None), True


def _signer() -> signing.Signer:
    return signing.Signer(salt=SALT, sep=".")
