"""Entries of the record in plain words, for pages and files."""

import re
from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import Any

from teams.chain import said
from teams.models import Entry

LIST_WIDTH = 140  # characters of a long column in a list; the entry's own page shows all


def in_words(action: str) -> str:
    """`comment.marked_spam` as people say it."""
    return re.sub(r"[._]", " ", action).capitalize()


def from_and_to(changes: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What changed, from what, and to what."""
    for name in changes:
        yield name, _value(said(changes, name, 0)), _value(said(changes, name, 1))


def _value(value: Any) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def changes_in_words(changes: Mapping[str, Any]) -> str:
    return "; ".join(f"{name}: {before} → {after}" for name, before, after in from_and_to(changes))


def short_changes(changes: Mapping[str, Any]) -> str:
    """As `changes_in_words`, for a list: eight characters of a digest tell it from another."""
    whole = changes_in_words(changes)
    return shorten(re.sub(r"[0-9a-f]{64}", lambda digest: digest[0][:8], whole), LIST_WIDTH)


def facts(entry: Entry) -> list[tuple[str, str]]:
    """What an entry says besides what changed; without its words, where they are expunged."""
    details = entry.details
    about = f"{entry.subject_kind} {entry.subject_id}: {details.subject_label}"
    told = [
        ("About", details.subject_label and about),
        ("Who", details.actor_label),
        ("As", details.actor_role),
        ("Why", details.reason),
    ]
    return [(name, value) for name, value in told if value]
