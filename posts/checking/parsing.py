"""A text as the checks read it: what is prose, where each sentence, heading, link, picture and table stands.

Places are numbers of characters in the text as it was typed. What is no prose (code, addresses, marks) is blank
in `prose`, so that places in it are places in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$")
_BOX = re.compile(r"^ {0,3}:::[ \t]*(\w*)")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+")
_NOTE = re.compile(r"^\[\^[^\]\n]{1,40}\]:[ \t]*")
_RULE_ROW = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")

_HIDDEN = re.compile(
    r"`[^`\n]{1,400}`"  # code in a line
    r"|!\[[^\]\n]{0,400}\]\([^()\s]{0,400}\)"  # a picture
    r"|\[\^[^\]\n]{1,40}\]:?"  # the mark of a footnote
    r"|(?<=\])\([^()\n]{0,2000}\)"  # the address of a link
    r"|<https?://[^<>\s]{1,2000}>"
    r"|\bhttps?://[^\s<>()\[\]]{1,2000}"
    r"|\bwww\.[^\s<>()\[\]]{1,2000}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
)
_MARKS = re.compile(r"[*_#>|~\[\]`\\]")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,400})\]\(\s*<?([^()\s<>]{1,2000})>?(?:\s+\"[^\"\n]*\")?\s*\)")
_PICTURE = re.compile(r"!\[([^\]\n]{0,400})\]\(\s*([^()\s]{1,400})[^()\n]{0,200}\)")
_ENDS = re.compile(r"(?<=[.!?])[\"'”’)]{0,2}\s+(?=[\"'“‘(]{0,2}[A-Z0-9£])")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Fig|vs|cf|approx|e\.g|i\.e|[A-Z])\.)$")
WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")


@dataclass(frozen=True)
class Span:
    """A stretch of a text."""

    start: int
    end: int


@dataclass(frozen=True)
class Block(Span):
    """Lines that belong together: `paragraph`, `item`, `heading`, `quote`, `note`, `table` or `code`."""

    kind: str
    level: int = 0  # of a heading


@dataclass(frozen=True)
class Link(Span):
    """A link: its words and where it leads. The span is that of the words."""

    words: str
    address: str


@dataclass(frozen=True)
class Picture(Span):
    """A picture: its description and its address."""

    alt: str
    address: str


@dataclass
class Passage:
    """One field of a post, parsed. `name` is `title`, `summary` or `source`; only the source has marks."""

    name: str
    text: str
    blocks: list[Block] = field(init=False)

    def __post_init__(self) -> None:
        whole = [Block(0, len(self.text), "paragraph")] if self.text.strip() else []
        self.blocks = list(_blocks(self.text)) if self.name == "source" else whole

    @cached_property
    def plain(self) -> str:
        """The words with all else blank; quotations too are words."""
        shown = list(_blanked(self.text, _HIDDEN))
        for block in self.blocks:
            if block.kind == "code":
                shown[block.start : block.end] = _blank(self.text[block.start : block.end])
        return _MARKS.sub(" ", "".join(shown)) if self.name == "source" else "".join(shown)

    @cached_property
    def prose(self) -> str:
        """The writer's own words: as `plain`, without quotations."""
        shown = list(self.plain)
        for block in self.blocks:
            if block.kind == "quote":
                shown[block.start : block.end] = _blank(self.text[block.start : block.end])
        return "".join(shown)

    @cached_property
    def sentences_of_blocks(self) -> list[tuple[Block, list[Span]]]:
        """The blocks that have sentences, with them: paragraphs, list items and footnotes."""
        with_sentences = (block for block in self.blocks if block.kind in ("paragraph", "item", "note"))
        return [(block, list(_sentences(self.prose, block))) for block in with_sentences]

    @cached_property
    def sentences(self) -> list[Span]:
        return [span for _, spans in self.sentences_of_blocks for span in spans]

    @cached_property
    def links(self) -> list[Link]:
        return [
            Link(match.start(1), match.end(1), match[1], match[2])
            for match in _LINK.finditer(self._without_code)
        ]

    @cached_property
    def pictures(self) -> list[Picture]:
        return [
            Picture(match.start(), match.end(), match[1], match[2])
            for match in _PICTURE.finditer(self._without_code)
        ]

    @cached_property
    def _without_code(self) -> str:
        shown = list(self.text)
        for block in self.blocks:
            if block.kind == "code":
                shown[block.start : block.end] = _blank(self.text[block.start : block.end])
        return re.sub(r"`[^`\n]{1,400}`", lambda code: " " * len(code[0]), "".join(shown))

    def sentence_at(self, place: int) -> str:
        """The sentence in which a place stands, or its line, as it was typed."""
        for span in self.sentences:
            if span.start <= place < span.end:
                return " ".join(self.text[span.start : span.end].split())
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        return " ".join(self.text[start : end if end >= 0 else None].split())


def words_in(prose: str) -> int:
    return len(WORD.findall(prose))


def _blanked(text: str, hidden: re.Pattern[str]) -> str:
    return hidden.sub(lambda found: _blank(found[0]), text)


def _blank(text: str) -> str:
    return "".join("\n" if letter == "\n" else " " for letter in text)


def _sentences(prose: str, block: Block) -> Iterator[Span]:
    start = block.start
    for end in _ENDS.finditer(prose, block.start, block.end):
        if _SHORT.search(prose, max(start, end.start() - 8), end.start()):
            continue
        yield from _trimmed(prose, start, end.end())
        start = end.end()
    yield from _trimmed(prose, start, block.end)


def _trimmed(prose: str, start: int, end: int) -> Iterator[Span]:
    part = prose[start:end]
    if part.strip():
        yield Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _blocks(source: str) -> Iterator[Block]:
    """The blocks of a source in their order."""
    lines, place = [], 0
    for line in source.split("\n"):
        lines.append((place, line))
        place += len(line) + 1
    number = 0
    while number < len(lines):
        start, line = lines[number]
        last = number
        if fence := _FENCE.match(line):
            kind, last = "code", _end_of_code(lines, number, fence[1])
        elif box := _BOX.match(line):  # of a chart or video nothing is prose; of others the first line is not
            kind = {"quotation": "quote"}.get(box[1].lower(), "code")
            if box[1].lower() in ("chart", "video", "quotation"):
                last = _end_of_code(lines, number, ":::")
        elif not line.strip():
            number += 1
            continue
        elif heading := _HEADING.match(line):
            yield Block(start, start + len(line), "heading", len(heading[1]))
            number += 1
            continue
        else:
            kind = _kind(line, lines[number + 1][1] if number + 1 < len(lines) else "")
            last = _end_of(kind, lines, number)
        yield Block(start, lines[last][0] + len(lines[last][1]), kind)
        number = last + 1


def _kind(line: str, following: str) -> str:
    if line.lstrip().startswith(">"):
        return "quote"
    if "|" in line and (_RULE_ROW.match(following) or line.count("|") > 1):
        return "table"
    if _NOTE.match(line):
        return "note"
    return "item" if _ITEM.match(line) else "paragraph"


def _end_of_code(lines: list[tuple[int, str]], first: int, fence: str) -> int:
    for number in range(first + 1, len(lines)):
        if lines[number][1].strip().startswith(fence):
            return number
    return len(lines) - 1


def _end_of(kind: str, lines: list[tuple[int, str]], first: int) -> int:
    """The last line of a block. A list item, a quotation and a table each end where another thing begins."""
    number = first
    while number + 1 < len(lines):
        line = lines[number + 1][1]
        begins = any(mark.match(line) for mark in (_FENCE, _HEADING, _ITEM, _BOX))
        if begins or not line.strip() or (kind == "table" and "|" not in line):
            break
        if kind != "quote" and line.lstrip().startswith(">"):
            break
        number += 1
    return number


def is_rule_row(line: str) -> bool:
    """Whether this line of a table divides its headings from its rows."""
    return bool(_RULE_ROW.match(line))
