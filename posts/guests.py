"""Guest authors: people without an account who write one post and say so by a link to their own address."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from posts.access import refuse_unnamed, require_on, role_on, writes_for
from posts.models import Post, PostGuest
from teams import clock, record
from teams.models import User
from teams.permissions import Action
from teams.refusals import NotNow


@dataclass(frozen=True)
class GuestDetails:
    """Who a guest author is, as readers will see them, and the address that they are asked at."""

    name: str
    job_title: str
    email: str


def guests_of(post: Post) -> QuerySet[User]:
    """The guest authors who may be named in the byline of this post: not those who have an account by now."""
    guests: QuerySet[User] = User.objects.filter(guest_of__post=post, is_guest=True)
    return guests


class AddressTaken(NotNow):
    """The address is that of an account. The message names its person only to those who may see them."""


@transaction.atomic
def add_guest(post: Post, details: GuestDetails, *, by: User) -> PostGuest:
    """Let somebody without an account be named in the byline of this post.

    Raises AddressTaken for the address of an account. A guest of other posts stays as they are, unless `by`
    writes all of those: then a wrong name is put right by adding them again.
    """
    post = Post.objects.locked(post.pk)
    require_on(by, Action.WRITE_POSTS, post)
    refuse_unnamed(by, post)
    person = User.objects.filter(email__iexact=details.email).first()
    if person and not person.is_guest:
        raise AddressTaken(_why_not(post, person))
    if person is None:
        person = User.objects.create_guest(details.email, name=details.name, job_title=details.job_title)
    elif _writes_all_posts_of(person, by):
        person.name, person.job_title = details.name, details.job_title
        person.save(update_fields=["name", "job_title"])
    guest, added = PostGuest.objects.get_or_create(
        post=post, person=person, defaults={"added_by": by, "added_at": clock.now()}
    )
    role = role_on(by, Action.WRITE_POSTS, post)
    changes = {"guest author": [None if added else person.name, f"{person.name}, {person.job_title}"]}
    record.append("post.guest_added", post.subject, by=by, role=role, changes=changes)
    return guest


def _why_not(post: Post, person: User) -> str:
    if writes_for(person, post.teams):
        return f"{person.name} has an account. Choose them in the byline."
    return "This address cannot be a guest author's. Ask them for another, or for a role in your team."


def _writes_all_posts_of(guest: User, person: User) -> bool:
    mine = Post.objects.open_to(person, Action.WRITE_POSTS)
    return not PostGuest.objects.filter(person=guest).exclude(post__in=mine).exists()
