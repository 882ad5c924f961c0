"""What a document holds becomes a draft, or the end of one: its words, and its pictures as ours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.core.files.base import ContentFile
from django.db import transaction

from posts.access import require_on
from posts.drafting import DraftWords, add_image, save_draft, start_post, words_of
from posts.history import refuse_past
from posts.importing.converting import Imported
from posts.models import ALT_LIMIT, TITLE_LIMIT, Draft, Image, Post
from posts.pictures import PictureRefused
from posts.rendering import MAX_LENGTH
from teams.cleaning import clean_line, clean_text
from teams.models import Team, User
from teams.permissions import Action
from teams.refusals import NotNow

PICTURES_AT_MOST = 40
UNTITLED = "Untitled document"
_MARK = re.compile(r"!\[([^\]\n]*)\]\(picture:(\w+)\)")


@dataclass(frozen=True)
class Brought:
    """A text with our pictures in it, and what was left out, in words for the writer."""

    source: str
    left_out: list[str] = field(default_factory=list)


def start_from(team: Team, imported: Imported, *, title: str = "", by: User) -> tuple[Post, list[str]]:
    """Begin a post with what a document holds. Returns it, and what was left out; raises as start_post."""
    title = clean_line(title or imported.title or UNTITLED)[:TITLE_LIMIT]
    post = start_post(team, DraftWords(title), by=by)
    brought = with_pictures(post, imported, by=by)
    save_draft(post, DraftWords(title, source=brought.source, authors=[by]), by=by, version=1)
    return post, brought.left_out


def bring_in(post: Post, imported: Imported, *, by: User) -> tuple[Draft, list[str]]:
    """Put what a document holds at the end of the draft. Raises NotNow if too long, and as save_draft."""
    brought = with_pictures(post, imported, by=by)
    with transaction.atomic():
        locked = Post.objects.locked(post.pk)
        words = words_of(locked.draft)
        whole = "\n\n".join(filter(None, [words.source, brought.source]))
        if len(whole) > MAX_LENGTH:
            raise NotNow(f"With this document the text would have more than {MAX_LENGTH:,} characters.")
        draft = save_draft(locked, replace(words, source=whole), by=by, version=locked.draft.version)
    return draft, brought.left_out


def with_pictures(post: Post, imported: Imported, *, by: User) -> Brought:
    """Add a document's pictures to the post, and let its text name ours. What cannot be used is left out."""
    require_on(by, Action.WRITE_POSTS, post)
    refuse_past(post)
    left_out, ours = list(imported.left_out), dict[str, str]()
    for alt, key in _MARK.findall(imported.source):
        if key in ours or key not in imported.pictures:
            continue
        if len(ours) == PICTURES_AT_MOST:
            left_out.append(f"pictures beyond the first {PICTURES_AT_MOST}")
            break
        upload = ContentFile(imported.pictures[key])
        try:
            ours[key] = add_image(post, upload, by=by, alt=clean_line(alt)[:ALT_LIMIT]).markdown
        except PictureRefused as refusal:
            left_out.append(f"a picture: {str(refusal)[:1].lower()}{str(refusal)[1:-1]}")
    source = _MARK.sub(lambda mark: ours.get(mark[2], ""), imported.source)
    source = clean_text(re.sub(r"\n{3,}", "\n\n", source))
    if len(source) > MAX_LENGTH:
        raise NotNow(f"This document has more than {MAX_LENGTH:,} characters. Divide it.")
    return Brought(source, left_out)


def undescribed(post: Post) -> list[Image]:
    """Pictures of the post that nobody has described yet."""
    return list(post.images.filter(alt=""))


@transaction.atomic
def describe(post: Post, descriptions: Mapping[int, str], *, by: User) -> None:
    """Describe pictures that had no description, where they stand in the text too."""
    post = Post.objects.locked(post.pk)
    words = words_of(post.draft)
    source = words.source
    for picture in post.images.filter(pk__in=descriptions, alt=""):
        picture.alt = descriptions[picture.pk]
        picture.save(update_fields=["alt"])
        source = source.replace(f"![](image:{picture.key})", picture.markdown)
    save_draft(post, replace(words, source=source), by=by, version=post.draft.version)
