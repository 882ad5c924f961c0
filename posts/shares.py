"""Whose words a draft holds, in per cent, and whether somebody outside its byline wrote too many."""

from typing import Any

from posts.authorship import Runs, counted, in_per_cent, rewritten, whole, words_of
from posts.models import Draft, Post
from teams.models import User


def runs_of(draft: Draft) -> Runs:
    """The writers of a draft's words. Rows made in bulk may lack them: then they are its saver's."""
    return draft.authorship or [[draft.saved_by_id, len(words_of(text_of(draft)))]]


def text_of(draft: Draft) -> str:
    return whole(draft.title, draft.summary, draft.source)


def after_saving(draft: Draft, text: str, *, by: User) -> Runs:
    """The writers of a text that is saved over the draft; what is new in it is this person's."""
    return rewritten(text_of(draft), runs_of(draft), text, by=by.pk)


def shares_of(draft: Draft) -> list[dict[str, Any]]:
    """Return `{"name", "share"}` of all who wrote words of the draft, in per cent, the largest first."""
    shares = in_per_cent(counted(runs_of(draft)))
    people = User.objects.in_bulk(shares)
    return [{"name": people[person].name, "share": share} for person, share in shares.items()]


def written_outside(post: Post) -> str:
    """Say who outside the byline wrote more of the draft than the department allows, or nothing."""
    counts, limit = counted(runs_of(post.draft)), post.team.department.share_limit
    total = sum(counts.values())
    byline = set(post.draft.byline.values_list("person", flat=True))
    for person, number in counts.items():
        if person not in byline and number * 100 > limit * total:
            name = User.objects.get(pk=person).name
            return (
                f"{name} is not in the byline and wrote {number} of the {total} words: more than {limit} per "
                f"cent. Either {name} joins the byline, or its authors rewrite those words themselves."
            )
    return ""
