"""What is left to look at in a post: the findings of the checks, without those that writers have dismissed."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from posts.checking import RULES, Finding, Rule, Text, check
from posts.checking.findings import GOVUK, PLAIN
from posts.checking.parsing import Passage
from posts.dismissal_models import Dismissal
from posts.models import Image, Post
from teams.models import Team

PICTURE_WIDTHS = range(1000, 4000)  # pixels, as GOV.UK asks of its blogs
AROUND = 3  # words before and behind by which dismissed words are known again
STAFF_ONLY = ("/desk/", "/admin/", "/sign-in/")

BROKEN_LINK = Rule(
    "broken_link",
    "Links inside the platform that work",
    "Nobody comes back after a dead end.",
    GOVUK,
    lambda _: iter(()),
)
PICTURE_WIDTH = Rule(
    "picture_width",
    f"Pictures {PICTURE_WIDTHS.start:,} to {PICTURE_WIDTHS.stop - 1:,} pixels wide",
    "Smaller ones look coarse on a good screen.",
    PLAIN,
    lambda _: iter(()),
)
ALL_RULES = {**RULES, BROKEN_LINK.key: BROKEN_LINK, PICTURE_WIDTH.key: PICTURE_WIDTH}


@dataclass(frozen=True)
class Seen:
    """A finding as people see it: with the sentence it stands in, and its digest; dismissed, or not."""

    finding: Finding
    sentence: str
    digest: str
    dismissal: Dismissal | None = None


@dataclass(frozen=True)
class OfRule:
    """What one rule found."""

    rule: Rule
    left: list[Seen] = field(default_factory=list)
    dismissed: list[Seen] = field(default_factory=list)


@dataclass(frozen=True)
class Looked:
    """What all the rules found in one text."""

    rules: list[OfRule]

    @property
    def left(self) -> list[OfRule]:
        return [of_rule for of_rule in self.rules if of_rule.left]

    @property
    def dismissed(self) -> list[OfRule]:
        return [of_rule for of_rule in self.rules if of_rule.dismissed]

    @property
    def number(self) -> int:
        return sum(len(of_rule.left) for of_rule in self.rules)

    def find(self, digest: str) -> Seen | None:
        return next((seen for of_rule in self.rules for seen in of_rule.left if seen.digest == digest), None)


def look(post: Post, text: Text) -> Looked:
    """Check a text of this post. Six queries at most, however long it is."""
    passages = {passage.name: passage for passage in text.passages()}
    pictures = [picture for picture in post.images.all() if picture.key in text.source]
    findings = [*check(text), *_broken(passages["source"]), *_widths(pictures)]
    dismissed = {row.digest: row for row in post.dismissals.select_related("by")}
    found: dict[str, OfRule] = {}
    for finding in findings:
        digest = digest_of(finding, passages[finding.field])
        sentence = passages[finding.field].sentence_at(finding.start) if finding.words else ""
        seen = Seen(finding, sentence, digest, dismissed.get(digest))
        of_rule = found.setdefault(finding.rule, OfRule(ALL_RULES[finding.rule]))
        (of_rule.dismissed if seen.dismissal else of_rule.left).append(seen)
    return Looked([found[key] for key in ALL_RULES if key in found])


def of_draft(post: Post) -> Text:
    return Text(post.draft.title, post.draft.summary, post.draft.source)


def digest_of(finding: Finding, passage: Passage) -> str:
    """By what a finding is known again after edits elsewhere: its rule, its words, and three words on each side."""
    line_before = passage.text[max(0, finding.start - 80) : finding.start].rpartition("\n")[2]
    line_behind = passage.text[finding.end : finding.end + 80].partition("\n")[0]
    before, behind = line_before.split()[-AROUND:], line_behind.split()[:AROUND]
    whole = finding.rule == "reading_age"  # is of the text, not of the words that it is shown at
    words = [] if whole else [*before, finding.words or finding.message, *behind]
    return hashlib.sha256("\0".join([finding.rule, finding.field, *words]).encode()).hexdigest()


def _widths(pictures: Iterable[Image]) -> Iterator[Finding]:
    for picture in pictures:
        if picture.width not in PICTURE_WIDTHS:
            message = f"“{picture.alt}” is {picture.width} pixels wide."
            yield Finding(PICTURE_WIDTH.key, "source", 0, 0, "", message)


# Links inside the platform


def _broken(passage: Passage) -> Iterator[Finding]:
    own = urlsplit(settings.SITE_URL).netloc
    inside = []
    for link in passage.links:
        parts = urlsplit(link.address) if "[" not in link.address else None
        if parts and (parts.netloc == own or (not parts.netloc and parts.path.startswith("/"))):
            inside.append((link, parts.path))
    known = _open_to_readers({path for _, path in inside})
    for link, path in inside:
        if path.startswith(STAFF_ONLY):
            yield _of_link(
                passage, link.start, link.end, "Readers cannot open this address: it is for staff."
            )
        elif path not in known:
            yield _of_link(
                passage, link.start, link.end, "Nothing is at this address. Look for the right one."
            )


def _of_link(passage: Passage, start: int, end: int, message: str) -> Finding:
    return Finding(BROKEN_LINK.key, passage.name, start, end, passage.text[start:end], message)


def _open_to_readers(paths: set[str]) -> set[str]:
    """Those of the paths at which readers find something: in two queries, whatever their number."""
    asked = {}
    for path in paths:
        with suppress(Resolver404):
            asked[path] = resolve(path).kwargs
    slugs = {kwargs["team_slug"] for kwargs in asked.values() if "team_slug" in kwargs}
    blogs = set(Team.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    found = Post.objects.filter(slug__in={kwargs["slug"] for kwargs in asked.values() if "day" in kwargs})
    posts = {tuple(post.address) for post in found.select_related("team")}
    return {path for path, kwargs in asked.items() if _is_there(kwargs, blogs, posts)}


def _is_there(kwargs: dict[str, Any], blogs: set[str], posts: set[tuple[Any, ...]]) -> bool:
    if "day" in kwargs:
        return _address(kwargs) in posts
    return "team_slug" not in kwargs or kwargs["team_slug"] in blogs


def _address(kwargs: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(kwargs[name] for name in ("team_slug", "year", "month", "day", "slug"))
