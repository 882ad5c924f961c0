"""Fills a database for measuring: any number of live posts with comments, and every row that the verbs write.

The demonstration goes through the verbs one by one; this writes the same rows in bulk, in the order in which
the guards allow them, and sets no guard aside. A batch is one transaction: its rows, then its entries at the
end of the one chain, in the order of their times. Batches go from the oldest posts to the newest, each with
its comments, so an entry may tell of an earlier time than one before it. Stopped half-way, it leaves whole
batches, and all that is said here still holds.

The same numbers make the same posts and comments, counted back from now; only salts and encrypted addresses
differ. Pictures are left out, and no mail is sent.
"""

from collections.abc import Callable

from policyblogs.demonstration import people
from policyblogs.demonstration.scaling_comments import write_comments
from policyblogs.demonstration.scaling_plans import (
    BUSY,
    POSTS_AT_ONCE,
    plan_comments,
    plan_post,
    release_times,
    share_out,
    take_stock,
)
from policyblogs.demonstration.scaling_posts import write_posts
from policyblogs.demonstration.scaling_rows import refresh_statistics
from posts.models import Post
from teams import guarding
from teams.models import Department
from teams.refusals import NotNow


def fill(posts: int, comments: int, *, say: Callable[[str], object]) -> list[Post]:
    """Write so many posts and comments, and return the two posts of `BUSY`, the newest last.

    Raises NotNow, before any post is written, where the database is not a demonstration with its guards.
    """
    refuse_unless_fit()
    stock = take_stock()
    shares = share_out(comments, posts, stock.random)
    times = release_times(posts, stock)
    done = batches = 0
    for first in range(0, posts, POSTS_AT_ONCE):
        places = range(first, min(first + POSTS_AT_ONCE, posts))
        plans = [plan_post(stock, place, times[place], newest=place >= posts - len(BUSY)) for place in places]
        write_posts(stock, plans)
        for heard in plan_comments(stock, list(zip(plans, shares[first : places.stop], strict=True)), done):
            write_comments(heard)
            done += len(heard)
            batches += 1
            if batches.bit_count() == 1:  # at twice as many each time
                refresh_statistics()
        say(f"{places.stop:,} posts and {done:,} comments")
    newest = Post.objects.filter(team=stock.crews[0].team).live().select_related("team")
    return list(newest[: len(BUSY)])[::-1]


def refuse_unless_fit() -> None:
    """Refuse a database in which real departments work, and one that would let anything in."""
    invented = [department.slug for department in people.DEPARTMENTS]
    if Department.objects.exclude(slug__in=invented).exists():
        raise NotNow("Some departments here are not the demonstration's, and this fills nothing else.")
    if guarding.missing():
        raise NotNow("The database lacks guards: run `manage.py migrate` first.")
