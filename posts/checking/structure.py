"""The shape of a text: headings in order, pictures described, tables with headings, title and summary in length."""

import re
from collections.abc import Iterator

from posts.checking.findings import GOVUK, PLAIN, WCAG, Finding, Rule, found
from posts.checking.parsing import Passage, is_rule_row

TITLE, SUMMARY = 65, 140  # characters, as search engines and lists show them whole
_BOLD_LINE = re.compile(r"^[ \t]*(?:\*\*([^*\n]{2,80})\*\*|__([^_\n]{2,80})__)[ \t]*:?[ \t]*$")
_HASHES = re.compile(r"#{1,6}")


def headings(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        before = 1
        for block in passage.blocks:
            line = passage.text[block.start : block.end]
            if (
                block.kind == "paragraph"
                and (bold := _BOLD_LINE.match(line))
                and not line.strip(" *_\t").endswith((".", ":", "!", "?"))
            ):
                words = bold[1] or bold[2]
                yield found("headings", passage, (block.start, block.end),
                            "This is bold, and looks like a heading. Make it one, so that people can jump to it.",
                            f"{'#' * min(4, max(2, before))} {words.strip()}")  # fmt: skip
            if block.kind != "heading":
                continue
            marks = _HASHES.search(line)
            place = (block.start, block.end)
            right = min(before + 1, 4) if block.level > before + 1 else max(2, min(block.level, 4))
            fix = line.replace(marks[0], "#" * right, 1) if marks else None
            if not line.strip("# \t"):
                yield found("headings", passage, place, "This heading is empty. Write it, or take it out.")
            elif block.level == 1:
                yield found(
                    "headings",
                    passage,
                    place,
                    "The title is the only heading of level 1. Start with ##.",
                    fix,
                )
            elif block.level > 4:
                yield found(
                    "headings", passage, place, "Headings go down to ####. Divide the text another way.", fix
                )
            elif block.level > before + 1:
                message = f"This jumps a level, from {before} to {block.level}. Readers think that a part is missing."
                yield found("headings", passage, place, message, fix)
            before = right


_NO_ALT = re.compile(
    r"^(?:(?:an?|the|this)?\s*(?:image|picture|photo(?:graph)?|graphic|screenshot|screen shot|icon|logo)"
    r"(?:\s+\d+)?(?:\s+(?:of|showing|shows|that shows|depicting)\b.*)?"
    r"|alt(?:ernative)? text|untitled|placeholder|todo|tbc|[-.?]+|\w+(?:[-_ ]\w+){0,8}\.(?:jpe?g|png|gif|webp|bmp|svg)"
    r"|(?:img|dsc|dscn|image|photo|screenshot|pxl|mvi)[-_ ]?\d[\w-]*|fig(?:ure)?\.?\s*\d*|chart|graph|map|diagram)$",
    re.IGNORECASE,
)


def alt_text(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for picture in passage.pictures:
            words = picture.alt.strip()
            place = (picture.start, picture.end)
            if not words:
                yield found(
                    "alt_text", passage, place, "Say what this picture shows, between the square brackets."
                )
            elif _NO_ALT.match(words):
                message = f"“{words}” does not say what can be seen. Describe it, without “picture of”."
                yield found("alt_text", passage, place, message)


def tables(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for block in passage.blocks:
            if block.kind != "table":
                continue
            lines = passage.text[block.start : block.end].split("\n")
            place = (block.start, block.start + len(lines[0]))
            if len(lines) < 2 or not is_rule_row(lines[1]):
                if len(lines) > 1:
                    message = "This table has no row of headings: write one, and |---|---| below it."
                    yield found("tables", passage, place, message)
            elif any(not cell.strip(" *_") for cell in cells(lines[0])):
                message = "A column of this table has no heading. Say what stands in it."
                yield found("tables", passage, place, message)


def cells(line: str) -> list[str]:
    """The cells of a row."""
    return re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))


def lengths(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        limit = {"title": TITLE, "summary": SUMMARY}.get(passage.name)
        if limit and len(passage.text) > limit:
            message = f"The {passage.name} has {len(passage.text)} characters. Lists and search show {limit}."
            yield found("length", passage, (0, len(passage.text)), message)


RULES = [
    Rule("length", f"Title of {TITLE} and summary of {SUMMARY} characters or fewer",
         "What is longer is cut where people see it first.", GOVUK, lengths),
    Rule("headings", "Headings in order", "People jump from heading to heading, by eye and by key.", WCAG, headings),
    Rule("alt_text", "Pictures described", "Some readers hear the description instead of the picture.", WCAG, alt_text),
    Rule("tables", "Tables with headings", "Without headings nobody who listens knows which column is read.", PLAIN, tables),
]  # fmt: skip
