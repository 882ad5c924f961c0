"""The paragraphs of a text's source: what blank lines set apart. Finding one, and putting another for it."""

import re

_GAP = re.compile(r"\n\s*\n")
_LONGEST_START = 60


def spans(text: str) -> list[tuple[int, int]]:
    """Return where each paragraph begins and ends."""
    found, start = [], 0
    for end, following in [*(gap.span() for gap in _GAP.finditer(text)), (len(text), len(text))]:
        part = text[start:end]
        if part.strip():
            left = len(part) - len(part.lstrip("\n"))
            found.append((start + left, start + len(part.rstrip("\n"))))
        start = following
    return found


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


def with_wording(text: str, index: int, quote: str, wording: str) -> str | None:
    """Return the text with other wording for the paragraph quoted, which stood at `index` when it was read.

    It may have moved since. None where it is not there any more, or is there twice and neither at its place.
    """
    there = spans(text)
    same = [place for place, (start, end) in enumerate(there) if text[start:end] == quote]
    if index not in same and len(same) != 1:
        return None
    start, end = there[index if index in same else same[0]]
    return text[:start] + wording + text[end:]


def start_of(paragraph: str) -> str:
    """The first words of a paragraph, to know it by in a list."""
    line = " ".join(paragraph.split())
    return line if len(line) <= _LONGEST_START else f"{line[:_LONGEST_START].rstrip()}…"
