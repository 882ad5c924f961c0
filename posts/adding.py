"""A block that was written in a form goes into the text of a draft."""

import re
from dataclasses import dataclass, replace

from posts.drafting import save_draft, words_of
from posts.models import Draft, Post
from posts.rendering import MAX_LENGTH
from teams.models import User
from teams.refusals import NotNow


class NoSuchPlace(ValueError):
    """The words after which a note's mark should stand are not in the text, or more than once."""


@dataclass(frozen=True)
class Piece:
    """What goes into a text: Markdown for a place of its own and, of a footnote, its mark."""

    text: str
    mark: str = ""
    after: str = ""

    def put_into(self, source: str) -> str:
        """The text with the piece at its end. Raises NoSuchPlace where the mark has no place."""
        source = source.rstrip()
        if self.mark:
            place = _end_of(self.after, source) if self.after else len(source)
            source = source[:place] + self.mark + source[place:]
        return f"{source}\n\n{self.text}\n".lstrip("\n")


def append(post: Post, piece: Piece, *, by: User, version: int) -> Draft:
    """Save the draft with the piece in its text.

    Raises NoSuchPlace, SaveConflict when somebody saved since that version, and NotNow while the draft is
    with its signatories or where it would become too long.
    """
    words = words_of(post.draft)
    source = piece.put_into(words.source)
    if len(source) > MAX_LENGTH:
        raise NotNow(
            f"With this the text would have {len(source):,} characters. A post may have {MAX_LENGTH:,}."
        )
    return save_draft(post, replace(words, source=source), by=by, version=version)


def free_mark(source: str) -> str:
    """A footnote's mark that is not in the text: `[^3]`."""
    taken = set(re.findall(r"\[\^(\d{1,6})\]", source))
    return f"[^{next(number for number in range(1, len(taken) + 2) if str(number) not in taken)}]"


def _end_of(words: str, source: str) -> int:
    found = list(re.finditer(r"\s+".join(map(re.escape, words.split())), source))
    if len(found) != 1:
        where = (
            f"are in your text {len(found)} times. Give more of them." if found else "are not in your text."
        )
        raise NoSuchPlace(f"These words {where}")
    return found[0].end()
