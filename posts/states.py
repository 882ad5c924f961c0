"""Every saved state of a draft, for 90 days: kept with each save, listed by sitting, to be brought back.

The newest state is kept whole, and so is every 50th; each other one as a splice of the state after it, so
that states may be forgotten from the oldest on. A state is a few bytes then, even if saved every second.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from posts.authorship import Runs
from posts.authorship import words_of as words_in
from posts.models import Draft, Post
from posts.saved_models import SavedState
from posts.shares import text_of
from posts.splices import splice, spliced
from teams import clock
from teams.models import User
from teams.refusals import NotNow

KEPT_FOR = timedelta(days=90)
WHOLE_EACH = 50  # states from one whole one to the next
SITTING = timedelta(minutes=10)  # the longest pause between two saves of one sitting
FORGOTTEN_AT_ONCE = 1_000  # rows, so that no act of a worker takes long


@dataclass(frozen=True)
class Sitting:
    """Saves of one person with no long pause between: where they began and what they ended with."""

    person: User
    began_at: datetime
    last: SavedState
    number: int
    words_before: int | None  # where the state before is kept


def keep_state(draft: Draft) -> None:
    """Keep the draft as this save left it. Called by every verb that changes its words."""
    kept = json.dumps(_words(draft), ensure_ascii=False)
    before = SavedState.objects.filter(post=draft.post_id, version=draft.version - 1, whole=True).first()
    if before and before.version % WHOLE_EACH:
        before.kept, before.whole = splice(before.kept, kept), False
        before.save(update_fields=["kept", "whole"])
    SavedState.objects.create(
        post_id=draft.post_id,
        version=draft.version,
        kept=kept,
        authorship=draft.authorship,
        words=len(words_in(text_of(draft))),
        saved_by=draft.saved_by,
        saved_at=draft.saved_at,
    )


def _words(draft: Draft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "summary": draft.summary,
        "source": draft.source,
        "tags": draft.tags,
        "authors": list(draft.byline.values_list("person", flat=True)),
        "kind": draft.kind,
        "note": draft.note,
    }


def state(post: Post, version: int) -> SavedState | None:
    """The state of that version, or None where it is not kept any more, or never was."""
    return post.saved_states.select_related("saved_by").filter(version=version).first()


def words_at(post: Post, version: int) -> dict[str, Any] | None:
    """The words of the draft at that version, `{field: value}`, authors by key. None where it is not kept."""
    found = post.saved_states.filter(version__gte=version).order_by("version")[: WHOLE_EACH + 1]
    rows: list[SavedState] = []
    for row in found:
        if row.version != version + len(rows):
            return None
        rows.append(row)
        if row.whole:
            break
    if not rows or not rows[-1].whole:
        return None
    kept = rows.pop().kept
    for row in reversed(rows):
        kept = spliced(row.kept, kept)
    words: dict[str, Any] = json.loads(kept)
    return words


def authorship_at(post: Post, version: int) -> Runs:
    runs: Runs = post.saved_states.values_list("authorship", flat=True).get(version=version)
    return runs


def sittings(post: Post) -> list[Sitting]:
    """What was saved in the last 90 days, newest first."""
    rows = (
        post.saved_states.defer("kept", "authorship")
        .select_related("saved_by")
        .filter(saved_at__gte=_oldest())
    )
    return list(_gathered(list(rows)))


def _gathered(rows: list[SavedState]) -> Iterator[Sitting]:
    while rows:
        last = first = rows[0]
        number = 1
        for row in rows[1:]:
            if row.saved_by_id != last.saved_by_id or first.saved_at - row.saved_at > SITTING:
                break
            first, number = row, number + 1
        rows = rows[number:]
        yield Sitting(last.saved_by, first.saved_at, last, number, rows[0].words if rows else None)


def of_sitting(post: Post, last: int) -> list[SavedState]:
    """All states of the sitting that ended with that version, newest first."""
    for sitting in sittings(post):
        if sitting.last.version == last:
            versions = range(last - sitting.number + 1, last + 1)
            rows = post.saved_states.defer("kept", "authorship").filter(version__in=versions)
            return list(rows.select_related("saved_by"))
    return []


def require_words_at(post: Post, version: int) -> dict[str, Any]:
    """As words_at. Raises NotNow where that state is not kept."""
    words = words_at(post, version)
    if words is None:
        raise NotNow("That version is not kept any more. Versions of a draft are kept for 90 days.")
    return words


def forget_old_states() -> int:
    """Delete states older than 90 days, and return how many. The draft itself stays, however old."""
    old = SavedState.objects.filter(saved_at__lt=_oldest()).order_by("saved_at", "version")
    keys = list(old.values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE])
    return SavedState.objects.filter(pk__in=keys).delete()[0]


def _oldest() -> datetime:
    return clock.now() - KEPT_FOR
