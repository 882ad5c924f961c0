"""A copy of a post as the start of another: its words stay theirs who wrote them."""

from dataclasses import replace

from django.db import transaction

from posts.access import require_on
from posts.authorship import counted
from posts.drafting import DraftWords, contributes, save_draft, start_post, words_of
from posts.embargo import in_force
from posts.models import Image, Post
from posts.shares import runs_of
from teams import clock
from teams.models import User
from teams.permissions import Action
from teams.refusals import NotNow


@transaction.atomic
def copy_post(post: Post, *, by: User) -> Post:
    """Begin a post of the same team with the draft of this one, its tags, its kind and its pictures.

    Whoever wrote the words has contributed to the copy too, so they cannot sign it. Raises NotNow under an
    embargo, which the copy would be without.
    """
    require_on(by, Action.WRITE_POSTS, post)
    if in_force(post):
        raise NotNow("This draft is under a statistics embargo, so it cannot be copied.")
    words, runs = words_of(post.draft), runs_of(post.draft)
    copy = start_post(post.team, DraftWords(words.title), by=by)
    for person in User.objects.filter(pk__in=counted(runs)):
        contributes(copy, person)
    now = clock.now()
    Image.objects.bulk_create(
        Image(
            post=copy,
            digest=image.digest,
            alt=image.alt,
            licence=image.licence,
            credit=image.credit,
            width=image.width,
            height=image.height,
            uploaded_by=by,
            uploaded_at=now,
        )
        for image in post.images.all()
    )
    save_draft(copy, replace(words, authors=[by], note=""), by=by, version=1, authorship=runs)
    return copy
