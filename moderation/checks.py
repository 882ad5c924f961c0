"""Automatic checks of a text, shown to its author and its signatories. They advise; none of them refuses.

Limits are those that departments work to already: title 65 and summary 140 characters, sentences of 25
words, paragraphs of 5 sentences, 3 authors, 10 tags, pictures 1,000 to 3,999 pixels wide.
"""

import re
from dataclasses import dataclass

from moderation.models import Attestation
from posts.models import Image, Revision

TITLE, SUMMARY, SENTENCE, PARAGRAPH = 65, 140, 25, 5
PICTURE_WIDTHS = range(1000, 4000)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"'“‘(]?[A-Z0-9])")


@dataclass(frozen=True)
class Check:
    """One check: what it looked at, whether it is content, and what it found."""

    label: str
    passed: bool
    found: str
    details: tuple[str, ...] = ()


def checks(revision: Revision) -> list[Check]:
    """Return every check of a sealed text, those that found something first."""
    paragraphs = [block.partition(": ")[2] for block in revision.blocks]
    found = [
        _length("Title", revision.title, TITLE),
        _length("Summary", revision.summary, SUMMARY),
        _long_sentences(paragraphs),
        _long_paragraphs(paragraphs),
        _links(revision),
        _pictures(list(revision.pictures.all())),
    ]
    return sorted(found, key=lambda check: check.passed)


def stated(attestations: list[Attestation]) -> list[str]:
    """What the authors stated that a signatory must look at."""
    said = []
    if any(attestation.new_policy for attestation in attestations):
        said.append(
            "An author says that this announces new policy. Check that Parliament has been told first."
        )
    if any(attestation.unreleased_statistics for attestation in attestations):
        said.append("An author says that this holds unreleased statistics. They must not be published early.")
    return said


def _length(label: str, text: str, limit: int) -> Check:
    return Check(f"{label} of {limit} characters or fewer", len(text) <= limit, f"{len(text)} characters")


def _sentences(paragraph: str) -> list[str]:
    return _SENTENCE_END.split(paragraph)


def _long_sentences(paragraphs: list[str]) -> Check:
    long = [s for p in paragraphs for s in _sentences(p) if len(s.split()) > SENTENCE]
    found = f"{len(long)} longer" if long else "None longer"
    return Check(
        f"Sentences of {SENTENCE} words or fewer", not long, found, tuple(s[:120] + "…" for s in long[:5])
    )


def _long_paragraphs(paragraphs: list[str]) -> Check:
    long = [p for p in paragraphs if len(_sentences(p)) > PARAGRAPH]
    found = f"{len(long)} longer" if long else "None longer"
    label = f"Paragraphs of {PARAGRAPH} sentences or fewer"
    return Check(label, not long, found, tuple(p[:120] + "…" for p in long[:5]))


def _links(revision: Revision) -> Check:
    outside = sorted({link for link in revision.links if link.startswith(("http:", "https:"))})
    found = f"{len(outside)} to look at" if outside else "None"
    return Check("Links to other sites, for you to open", not outside, found, tuple(outside))


def _pictures(pictures: list[Image]) -> Check:
    odd = [f"{p.alt}: {p.width} pixels" for p in pictures if p.width not in PICTURE_WIDTHS]
    found = f"{len(odd)} outside" if odd else "None outside"
    return Check("Pictures 1,000 to 3,999 pixels wide", not odd, found, tuple(odd))
