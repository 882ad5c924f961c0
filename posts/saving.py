"""Saving what somebody typed while others type too: nothing is lost, and nobody's words are overwritten.

What cannot be saved as it is, because others changed the same paragraphs, because the draft is with its
signatories, or because a field is too long, is kept aside for its writer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from posts.access import require_on
from posts.drafting import DraftWords, SaveConflict, save_draft, words_of
from posts.merging import Choice, Clash, Merge, merge, merge_value
from posts.models import Draft, Kind, Post
from posts.saved_models import Aside
from posts.states import authorship_at, require_words_at, words_at
from teams import clock
from teams.models import User
from teams.permissions import Action

FIELDS = {"title": "Title", "summary": "Summary", "note": "What changed, for readers"}
CHOSEN = {"kind": "Kind", "tags": "Tags", "authors": "Byline"}
TAB_LIMIT, WHY_LIMIT = 32, 400
ASIDES_AT_MOST = 20  # of one person beside one post: the oldest gives way


@dataclass(frozen=True)
class Together:
    """What a writer typed and the draft as it stands, brought together field by field."""

    theirs: Draft
    mine: DraftWords
    source: Merge
    fields: Mapping[str, Any]  # those that are settled
    clashes: Mapping[str, Clash]  # the others, as texts

    @property
    def is_settled(self) -> bool:
        return not self.clashes and not self.source.clashes

    def words(self, made: Mapping[str, str]) -> DraftWords:
        """The words with a choice for each clash: by its field, or by `source-0`, `source-1` and so on.

        Raises ValueError where a choice is missing or is none.
        """
        theirs = words_of(self.theirs)
        chosen = {
            name: getattr(self.mine if Choice(made.get(name, "")) is Choice.MINE else theirs, name)
            for name in self.clashes
        }
        numbers = range(len(self.source.clashes))
        source = self.source.text([Choice(made.get(f"source-{number}", "")) for number in numbers])
        return replace(self.mine, **{**self.fields, **chosen}, source=source)


@dataclass(frozen=True)
class Choices:
    """What a writer chose where texts clash, and the version of the draft that they were shown."""

    version: int
    made: Mapping[str, str]


class Clashing(SaveConflict):
    """Others changed the same words since the page was opened: a person must choose."""

    def __init__(self, together: Together) -> None:
        super().__init__(together.theirs)
        self.together = together


@transaction.atomic
def save_typed(
    post: Post,
    typed: DraftWords,
    *,
    by: User,
    version: int,
    words_by: User | None = None,
    choices: Choices | None = None,
) -> Draft:
    """Save what was typed upon `version`, with what others saved since. Saves nothing if nothing is new.

    Raises Clashing where both changed the same and no `choices` for the newest version settle it, and what
    save_draft raises.
    """
    post = Post.objects.locked(post.pk)
    together = bring_together(post, typed, version)
    made = choices.made if choices and choices.version == post.draft.version else {}
    try:
        words = together.words(made)
    except ValueError:
        raise Clashing(together) from None
    if words == words_of(post.draft):
        require_on(by, Action.WRITE_POSTS, post)
        return post.draft
    return save_draft(post, words, by=by, version=post.draft.version, words_by=words_by)


def bring_together(post: Post, typed: DraftWords, version: int) -> Together:
    """Compare what was typed upon `version` with the draft as it stands."""
    draft, theirs = post.draft, words_of(post.draft)
    typed = replace(typed, tags=list(typed.tags), authors=list(typed.authors))
    if version == draft.version:
        return Together(draft, typed, Merge([typed.source]), {}, {})
    base = words_at(post, version) or {}
    settled, clashes = {}, {}
    for name in (*FIELDS, *CHOSEN):
        mine, other = getattr(typed, name), getattr(theirs, name)
        value = merge_value(_of_base(base.get(name), other), mine, other)
        if value is None:
            clashes[name] = Clash(said(name, mine), said(name, other))
        else:
            settled[name] = value
    return Together(draft, typed, merge(base.get("source"), typed.source, theirs.source), settled, clashes)


def _of_base(value: Any, like: Any) -> Any:
    """A value as it was kept, as one of today's: people were kept by their keys."""
    if isinstance(like, list) and isinstance(value, list) and any(isinstance(key, int) for key in value):
        return sorted(User.objects.filter(pk__in=value), key=lambda person: value.index(person.pk))
    return value


def said(name: str, value: Any) -> str:
    """A value as text, to choose by."""
    if name == "kind":
        return str(Kind(value).label)
    if isinstance(value, list):
        return ", ".join(item.name if isinstance(item, User) else item for item in value)
    return str(value)


@transaction.atomic
def bring_back(post: Post, version: int, *, by: User, onto: int) -> Draft:
    """Save the draft as it was at `version` again. Its words stay theirs who wrote them.

    Raises NotNow where that state is not kept, SaveConflict where `onto` is not the newest version, and what
    save_draft raises, for example because somebody who was in the byline writes for the team no more.
    """
    words = require_words_at(post, version)
    authors = sorted(User.objects.filter(pk__in=words["authors"]), key=lambda p: words["authors"].index(p.pk))
    restored = DraftWords(**{**words, "kind": Kind(words["kind"]), "authors": authors})
    return save_draft(post, restored, by=by, version=onto, authorship=authorship_at(post, version))


def set_aside(post: Post, typed: Mapping[str, Any], *, by: User, tab: str, version: int, why: str) -> Aside:
    """Keep words that could not be saved, over those kept before from the same page of the browser."""
    aside, _ = Aside.objects.update_or_create(
        post=post,
        person=by,
        tab=tab[:TAB_LIMIT],
        defaults={"version": version, "typed": typed, "why": why[:WHY_LIMIT], "kept_at": clock.now()},
    )
    kept = post.asides.filter(person=by).values_list("pk", flat=True)
    Aside.objects.filter(pk__in=list(kept)[ASIDES_AT_MOST:]).delete()
    return aside


def asides_of(post: Post, person: User) -> list[Aside]:
    return list(post.asides.filter(person=person))


def forget_aside(post: Post, person: User, key: str) -> None:
    """Forget words of this person that were kept aside, by their key. Other keys are nothing to forget."""
    if key.isdecimal() and len(key) < 10:
        post.asides.filter(person=person, pk=key).delete()


def no_longer_aside(post: Post, person: User, tab: str) -> None:
    """Forget what was kept aside from a page of the browser: its words are saved now."""
    post.asides.filter(person=person, tab=tab[:TAB_LIMIT]).delete()
