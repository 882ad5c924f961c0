"""How one text became another: by paragraphs, and within them by words."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from posts.paragraphs import paragraphs

EFFORT = 3_000_000_000  # some seconds at worst: the matcher's time can grow with the cube of what it gets
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """A run of text that was kept, added or removed."""

    op: str  # "same", "added" or "removed"
    text: str


@dataclass(frozen=True)
class Change:
    """One field that differs, as lines of pieces."""

    label: str
    lines: list[list[Piece]]


class Effort:
    """What one comparison may still cost. What it does not allow is shown whole, or line beside line."""

    def __init__(self) -> None:
        self.left = EFFORT

    def allows(self, old: Sequence[str], new: Sequence[str]) -> bool:
        cost = (len(old) + len(new)) ** 3
        allowed = cost <= self.left
        self.left -= cost * allowed
        return allowed


def compare_fields(old: Mapping[str, str], new: Mapping[str, str], text: str = "Text") -> list[Change]:
    """Return every field that differs, by its label; the one called `text` by its paragraphs, and last."""
    effort = Effort()
    changes = [
        Change(label, _compare_words([old[label]], [new[label]], effort))
        for label in new
        if old[label] != new[label] and label != text
    ]
    if old[text] != new[text]:
        changes.append(Change(text, list(_compare_text(old[text], new[text], effort))))
    return changes


def compare_words(before: str, after: str) -> list[Piece]:
    """Return one text as it became another, word by word."""
    return _words(before, after, Effort())


def _compare_text(before: str, after: str, effort: Effort) -> Iterator[list[Piece]]:
    """Yield paragraphs: unchanged ones only beside a changed one, so that the page shows what changed."""
    old, new = paragraphs(before), paragraphs(after)
    if not effort.allows(old, new):
        yield from _line_beside_line(old, new, effort)
        return
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(1):
        for op, i1, i2, j1, j2 in group:
            if op == "equal":
                yield from ([Piece("same", text)] for text in old[i1:i2])
            else:
                yield from _compare_words(old[i1:i2], new[j1:j2], effort)


def _line_beside_line(old: list[str], new: list[str], effort: Effort) -> Iterator[list[Piece]]:
    """The paragraphs of two very long texts by their place, without those that are the same."""
    shared = min(len(old), len(new))
    differ = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
    yield from _compare_words(
        [*(a for a, _ in differ), *old[shared:]], [*(b for _, b in differ), *new[shared:]], effort
    )


def _compare_words(old: Sequence[str], new: Sequence[str], effort: Effort) -> list[list[Piece]]:
    """Compare runs of paragraphs: pair by pair word by word, the rest as wholly added or removed."""
    lines = [_words(before, after, effort) for before, after in zip(old, new, strict=False)]
    lines += [[Piece("removed", text)] for text in old[len(new) :]]
    lines += [[Piece("added", text)] for text in new[len(old) :]]
    return lines


def _words(before: str, after: str, effort: Effort) -> list[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not effort.allows(old, new):
        return [Piece("removed", before), Piece("added", after)]
    pieces = []
    for op, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(Piece("same", "".join(old[i1:i2])))
            continue
        pieces.append(Piece("removed", "".join(old[i1:i2])))
        pieces.append(Piece("added", "".join(new[j1:j2])))
    return [piece for piece in pieces if piece.text]
