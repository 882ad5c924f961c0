"""The fingerprint: which words a signature is for, in 64 characters."""

import hashlib
import json
from dataclasses import dataclass

FORMAT = 2
"""Version of the canonical form. Signatures are for ever: a new form gets a new number beside the old."""


@dataclass(frozen=True)
class Words:
    """All that readers see of a revision, as values: the byline as text, the article as `visible` reads it.

    `byline` holds `{"name", "role"}`, `images` holds `{"digest", "alt"}`. `note` is what readers are told of
    what changed; `partners` are the names of the teams that wrote it too. Order counts everywhere.
    """

    title: str
    summary: str
    slug: str
    tags: list[str]
    kind: str
    note: str
    partners: list[str]
    byline: list[dict[str, str]]
    source: str
    blocks: list[str]
    links: list[str]
    images: list[dict[str, str]]


def canonical(words: Words) -> str:
    """The words as JSON with one spelling only. Text is taken as it is: no Unicode form is preferred."""
    return json.dumps(
        {"format": FORMAT, **vars(words)}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def fingerprint(words: Words) -> str:
    """SHA-256 of the canonical form in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical(words).encode()).hexdigest()
