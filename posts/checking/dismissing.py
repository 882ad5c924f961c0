"""Saying of a finding that its words are right as they are, and fixing one in the saved draft."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from posts.access import require_on
from posts.checking.looking import Looked, Seen, look, of_draft
from posts.dismissal_models import REASON_LIMIT, Dismissal
from posts.drafting import refuse_locked, save_draft, words_of
from posts.history import refuse_past
from posts.models import Draft, Post
from teams import clock
from teams.models import User
from teams.permissions import Action
from teams.refusals import NotNow

GONE = "Those words have changed since this page was opened. Look again."


@transaction.atomic
def dismiss(post: Post, looked: Looked, digest: str, reason: str, *, by: User) -> Dismissal:
    """Keep that a finding is none, with the reason, which signatories read.

    Raises NotNow where the finding is not there any more, or while the draft is with its signatories.
    """
    require_on(by, Action.WRITE_POSTS, post)
    refuse_past(post)
    refuse_locked(Post.objects.locked(post.pk).draft)
    seen = _found(looked, digest)
    if not reason.strip():
        raise NotNow("Say why the words are right as they are: your signatories read it.")
    dismissal, _ = Dismissal.objects.update_or_create(
        post=post,
        digest=digest,
        defaults={
            "rule": seen.finding.rule,
            "words": seen.finding.words[:200],
            "reason": reason.strip()[:REASON_LIMIT],
            "by": by,
            "at": clock.now(),
        },
    )
    return dismissal


def take_back(post: Post, key: int, *, by: User) -> None:
    """Show a dismissed finding again."""
    require_on(by, Action.WRITE_POSTS, post)
    refuse_locked(post.draft)
    post.dismissals.filter(pk=key).delete()


@transaction.atomic
def fix(post: Post, digest: str, *, by: User, version: int) -> Draft:
    """Put what the check suggests into the saved draft.

    Raises NotNow where the finding is not there or has no fix, and what save_draft raises.
    """
    post = Post.objects.locked(post.pk)
    finding = _found(look(post, of_draft(post)), digest).finding
    if finding.fix is None:
        raise NotNow("There is nothing to put in for these words. Change them yourself.")
    words = words_of(post.draft)
    text = getattr(words, finding.field)
    mended: dict[str, Any] = {finding.field: f"{text[: finding.start]}{finding.fix}{text[finding.end :]}"}
    return save_draft(post, replace(words, **mended), by=by, version=version)


def _found(looked: Looked, digest: str) -> Seen:
    seen = looked.find(digest)
    if seen is None:
        raise NotNow(GONE)
    return seen
