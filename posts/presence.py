"""Who has a draft open now, so that two people, or two tabs of one, see each other."""

from datetime import timedelta

from posts.models import Post
from posts.saved_models import Presence
from posts.saving import TAB_LIMIT
from teams import clock
from teams.models import User

SEEN_FOR = timedelta(seconds=30)  # pages say every 10 seconds that they are there


def here(post: Post, person: User, tab: str) -> None:
    """Note that this page of this person is open."""
    Presence.objects.update_or_create(
        post=post, person=person, tab=tab[:TAB_LIMIT], defaults={"seen_at": clock.now()}
    )


def gone(post: Post, person: User, tab: str) -> None:
    Presence.objects.filter(post=post, person=person, tab=tab[:TAB_LIMIT]).delete()


def others(post: Post, person: User, tab: str = "") -> list[str]:
    """Who else has the draft open than this person at this page, by name or as "you, in another tab"."""
    seen = Presence.objects.filter(post=post, seen_at__gt=clock.now() - SEEN_FOR).select_related("person")
    elsewhere = [row for row in seen if (row.person_id, row.tab) != (person.pk, tab[:TAB_LIMIT])]
    names = {row.person.name for row in elsewhere if row.person_id != person.pk}
    mine = any(row.person_id == person.pk for row in elsewhere)
    return sorted(names) + (["you, in another tab"] if mine else [])


def forget_who_left() -> int:
    """Delete rows of pages that were closed without a word, and return how many."""
    return Presence.objects.filter(seen_at__lt=clock.now() - 2 * SEEN_FOR).delete()[0]
