"""What a check says: which rule, where, which words, and what they could be instead."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from posts.checking.parsing import Passage

FIELDS = ("title", "summary", "source")


@dataclass(frozen=True)
class Finding:
    """Something to look at: from `start` to `end` of a field. `fix` would stand there instead, if there is one."""

    rule: str
    field: str
    start: int
    end: int
    words: str
    message: str
    fix: str | None = None


@dataclass(frozen=True)
class Text:
    """A post as the checks read it."""

    title: str
    summary: str
    source: str

    def passages(self) -> list[Passage]:
        return [Passage(name, getattr(self, name)) for name in FIELDS]


@dataclass(frozen=True)
class Rule:
    """What one check looks for, why, and where the rule comes from."""

    key: str
    label: str
    teaches: str
    source: str
    check: Callable[[list[Passage]], Iterator[Finding]]


GOVUK, PLAIN, WCAG = "GOV.UK style guide", "GOV.UK: writing for GOV.UK", "WCAG 2.2"
CODE, PRIVACY = "Civil Service Code and guidance on government communication", "UK GDPR"
STATISTICS = "Code of Practice for Statistics"


def found(
    rule: str, passage: Passage, match: re.Match[str] | tuple[int, int], message: str, fix: str | None = None
) -> Finding:
    """A finding of a match in a passage's words, or of a pair of places."""
    start, end = match.span() if isinstance(match, re.Match) else match
    return Finding(rule, passage.name, start, end, passage.text[start:end], message, fix)


def by_pattern(
    rule: str, pattern: re.Pattern[str], say: Callable[[re.Match[str]], tuple[str, str | None] | None]
) -> Callable[[list[Passage]], Iterator[Finding]]:
    """A check that says something of each match in the writer's own words, or nothing where `say` says None."""

    def check(passages: list[Passage]) -> Iterator[Finding]:
        for passage in passages:
            for match in pattern.finditer(passage.prose):
                if said := say(match):
                    yield found(rule, passage, match, *said)

    return check


def like(word: str, other: str) -> str:
    """The other word with a capital where the first has one."""
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def starts_sentence(prose: str, place: int) -> bool:
    """Whether a word at this place is the first of its sentence or line."""
    before = prose[max(0, place - 80) : place].rstrip(" \t\"'“‘(")
    begins_item = re.search(r"(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])$", before)
    return not before or before[-1] in ".!?\n:" or bool(begins_item)
