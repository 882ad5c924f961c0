"""The words of a post as its page shows them: from a sealed revision, or from a draft for its preview."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from posts.drafting import DraftWords, words_of
from posts.models import Kind, Post, Revision
from posts.rendering import RenderingRefused
from posts.sealing import lay_out

DESK_PICTURES = "/desk/images/"
_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
_PICTURE_ADDRESS = re.compile(r'(?<=[" ])/images/(?=[0-9a-f]{64}-)')


@dataclass(frozen=True)
class PublicText:
    """What the page of a post shows of its text."""

    title: str
    summary: str
    html: str
    tags: list[str]
    byline: list[dict[str, Any]]
    kind: str = Kind.UPDATE
    note: str = ""
    partners: list[str] = field(default_factory=list)
    refusal: str = ""

    @property
    def is_question(self) -> bool:
        return self.kind == Kind.QUESTION


def of_revision(revision: Revision) -> PublicText:
    return PublicText(
        title=revision.title,
        summary=revision.summary,
        html=revision.html,
        tags=revision.tags,
        byline=revision.byline,
        kind=revision.kind,
        note=revision.note,
        partners=revision.partners,
    )


def of_revision_unpublished(revision: Revision, pictures_at: str = DESK_PICTURES) -> PublicText:
    """As above, before readers see it: its pictures come from a private address."""
    return replace(of_revision(revision), html=private_pictures(revision.html, pictures_at))


def of_draft(post: Post, pictures_at: str = DESK_PICTURES) -> PublicText:
    """Lay out the draft as its page will be. Where it cannot be, `refusal` says why and what to do."""
    return of_words(post, words_of(post.draft), pictures_at)


def of_words(post: Post, words: DraftWords, pictures_at: str = DESK_PICTURES) -> PublicText:
    """As of_draft, of words that are typed and perhaps not saved."""
    html = refusal = ""
    try:
        html = private_pictures(lay_out(post, words.source).html, pictures_at)
    except RenderingRefused as error:
        refusal = str(error)
    return PublicText(
        title=words.title or "Untitled draft",
        summary=words.summary,
        html=html,
        tags=list(words.tags),
        byline=[{"name": person.name, "role": person.job_title} for person in words.authors],
        kind=words.kind,
        note=words.note,
        partners=[team.name for team in post.partners.order_by("name")],
        refusal=refusal,
    )


def private_pictures(html: str, pictures_at: str = DESK_PICTURES) -> str:
    """Point pictures to the address where only those who may see the text can fetch them."""
    return in_tags(html, lambda tag: _PICTURE_ADDRESS.sub(pictures_at, tag))


def in_tags(html: str, change: Callable[[str], str]) -> str:
    """Change the tags of a laid-out text, and never the words between them."""
    return _TAG.sub(lambda tag: change(tag[0]), html)
