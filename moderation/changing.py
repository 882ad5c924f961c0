"""How much a text changed between its first submission and its signature."""

from dataclasses import dataclass

from moderation.comparing import compare
from posts.differences import Change
from posts.models import Revision

KEPT = 64  # comparisons kept in this process: a revision never changes, so neither does what differs


@dataclass(frozen=True)
class Changed:
    """Words added and removed, their share in per cent of the words of both texts, and what differs."""

    added: int
    removed: int
    per_cent: float
    changes: list[Change]


_kept: dict[tuple[str, str], Changed] = {}


def changed_between(first: Revision, signed: Revision) -> Changed:
    """Return what changed. Comparing two long texts can take a second, so it is done once and kept."""
    if first.fingerprint == signed.fingerprint:
        return Changed(0, 0, 0.0, [])
    key = (first.fingerprint, signed.fingerprint)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= KEPT:
            _kept.clear()
        found = _kept[key] = _compare(first, signed)
    return found


def _compare(first: Revision, signed: Revision) -> Changed:
    changes = compare(first, signed)
    added, removed = _count(changes, "added"), _count(changes, "removed")
    both = sum(_words(text) for text in (*_texts(first), *_texts(signed)))
    return Changed(added, removed, round(100 * (added + removed) / (both or 1), 1), changes)


def _count(changes: list[Change], op: str) -> int:
    """Words of the title, summary and text with this mark: the other fields only follow from these."""
    lines = [
        line for change in changes if change.label in ("Title", "Summary", "Text") for line in change.lines
    ]
    return sum(_words(piece.text) for line in lines for piece in line if piece.op == op)


def _texts(revision: Revision) -> tuple[str, str, str]:
    return revision.title, revision.summary, revision.source


def _words(text: str) -> int:
    """Words between white space, without the signs of Markdown that stand alone."""
    return sum(any(char.isalnum() for char in word) for word in text.split())
