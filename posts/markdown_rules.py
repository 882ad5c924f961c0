"""What the Markdown library reads otherwise than CommonMark and most people do, put right.

Fences and lists are rewritten, before the library reads them, into a form that it understands.
"""

# mypy: disable-error-code="import-untyped, misc"

import html
import re
from xml.etree import ElementTree

from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, FootnoteExtension
from markdown.preprocessors import Preprocessor


class Fences(Preprocessor):
    """Fenced code, also in quotes and list items, in one pass over the lines.

    The library's own knows fences at the margin only, and searches the whole rest for each.
    """

    OPEN = re.compile(r"(?P<lead>(?: *(?:>|[-+*] |\d{1,9}[.)] ))* *)(?P<fence>`{3,}|~{3,}) *(?P<info>[^`]*)$")
    LANGUAGE = re.compile(r"[\w+#.-]+", re.ASCII)

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        at, in_list = 0, False
        while at < len(lines):
            line = lines[at]
            in_list = bool(_MARKER.match(line)) or (in_list and line[:1] in ("", " "))
            opening = self.OPEN.match(line)
            if not opening or (not in_list and opening["lead"].startswith("    ")):
                out += self._plain(line, number=at + 1)
                at += 1
                continue
            code, at = self._code(lines, at + 1, opening=opening)
            out += self._placeholder(code, opening=opening)
        return out

    def _plain(self, line: str, *, number: int) -> list[str]:
        """What a line outside of code becomes. Its number counts from 1, in the source."""
        return [line]

    def _code(self, lines: list[str], at: int, *, opening: re.Match[str]) -> tuple[list[str], int]:
        """The lines of code from `at`, and where to read on. An unclosed fence runs to the end."""
        depth = opening["lead"].count(">")
        lead = opening["lead"].rpartition(">")[2]
        prefix = re.compile(rf"(?: *> ?){{{depth}}}")
        indent = re.compile(rf" {{0,{len(lead.removeprefix(' ') if depth else lead)}}}")
        close = re.compile(rf" *{re.escape(opening['fence'])}+ *")
        code: list[str] = []
        for number in range(at, len(lines)):
            quoted = prefix.match(lines[number])
            if not quoted:
                return code, number
            line = lines[number][quoted.end() :]
            if close.fullmatch(line):
                return code, number + 1
            code.append(indent.sub("", line, count=1))
        return code, len(lines)

    def _placeholder(self, code: list[str], *, opening: re.Match[str]) -> list[str]:
        language = self.LANGUAGE.match(opening["info"])
        attribute = f' class="language-{language[0]}"' if language else ""
        text = html.escape("".join(f"{line}\n" for line in code), quote=False)
        stashed = self.md.htmlStash.store(f'<pre tabindex="0"><code{attribute}>{text}</code></pre>')
        lead = opening["lead"]
        blank = lead[: lead.rfind(">") + 1]
        before = [] if _MARKER.match(lead[len(blank) :].lstrip()) else [blank]
        return [*before, lead + stashed, blank]


# Lists

_MARKER = re.compile(r"(?P<indent> *)(?:(?P<bullet>[-+*•])|(?P<number>\d{1,9})[.)])(?P<gap> +|$)(?P<text>.*)")
_RULE = re.compile(r" *(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_QUOTE = re.compile(r" *> ?")
_COLUMNS = re.compile(r"(?=.*\|) *\|? *:?-[-|: ]*$")
_START = re.compile(r" *(?:#{1,6} |> ?|\x02wzxhzdk:|\[\^[^\]]*\]:)")


class Lists(Preprocessor):
    """Writes lists as CommonMark reads them into the form the library needs: nested by four, set apart.

    Without it a list straight after a paragraph is no list, and nesting by two or three spaces is lost.
    """

    def run(self, lines: list[str]) -> list[str]:
        return _tidy(lines)


def _tidy(lines: list[str]) -> list[str]:
    walk = _Walk()
    at = 0
    while at < len(lines):
        quoted = at
        while quoted < len(lines) and walk.is_quote(lines[quoted]):
            quoted += 1
        if quoted > at:
            walk.quote(lines[at:quoted])
            at = quoted
            continue
        if "|" in lines[at] and walk.in_text and _COLUMNS.match("".join(lines[at + 1 : at + 2])):
            walk.line("")  # a table, too, may come straight after a paragraph
        walk.line(lines[at])
        at += 1
    return walk.out


class _Walk:
    """Reads lines; `items` holds for each open list item the column of its content and its kind of list."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.items: list[tuple[int, str]] = []
        self.in_text = False  # a paragraph may go on in the next line
        self.is_first = False  # nothing but the first paragraph of a list item was read since its marker
        self.depth = 0  # of lists, at the last line that follows a blank one

    def is_quote(self, line: str) -> bool:
        indent = _indent(line)
        return bool(_QUOTE.match(line)) and indent - self._column(indent) < 4

    def quote(self, lines: list[str]) -> None:
        """A run of lines of a quote: lists in it are seen to as well."""
        indent = _indent(lines[0])
        closed = self._close(indent)
        self._gap(wanted=bool(closed or self.items))
        pad = " " * (4 * len(self.items))
        inner = _tidy([_QUOTE.sub("", line, count=1) for line in lines])
        self.out += [f"{pad}> {line}".rstrip() if not line else f"{pad}> {line}" for line in inner]
        self.in_text, self.is_first = bool(inner[-1].strip()), False

    def line(self, line: str) -> None:
        if not line.strip():
            self.out.append("")
            self.in_text = False
        elif marker := self._marker(line):
            self._item(marker)
        elif self.in_text and self.items and not _START.match(line) and not _RULE.match(line):
            self.out.append(_escaped(line.strip()))
        else:
            self._block(line)

    def _marker(self, line: str) -> re.Match[str] | None:
        """The line as the start of a list item, if it is one."""
        marker = _MARKER.match(line)
        if not marker or _RULE.match(line):
            return None
        indent = _indent(line)
        column = self._column(indent)
        if indent - column >= 4 and not (self.in_text and self.items):
            return None  # indented code
        goes_on = bool(self.items) and self.items[-1][0] > indent
        interrupts = marker["text"] and marker["number"] in (None, "1")
        return marker if goes_on or interrupts or not self.in_text else None

    def _item(self, marker: re.Match[str]) -> None:
        """Write an item. One too far in to be an item in CommonMark goes into the item before it."""
        kind = "ul" if marker["bullet"] else "ol"
        indent = len(marker["indent"])
        sibling = self._close(indent) if indent - self._column(indent) < 4 else None
        goes_on = sibling == kind or (sibling is None and bool(self.items))
        self._gap(wanted=not (goes_on and self.is_first) or len(self.items) < self.depth)
        pad = " " * (4 * len(self.items))
        self.out.append(pad + self._open(marker, column=0))
        self.in_text, self.is_first = bool(marker["text"]) and not _START.match(marker["text"]), True

    def _open(self, marker: re.Match[str], *, column: int) -> str:
        """Open the item and those that begin on the same line (`- 1. text`); the line to write."""
        gap = len(marker["gap"])
        column += marker.end("gap") - (gap - 1 if gap > 4 else 0) + (not gap)
        self.items.append((column, "ul" if marker["bullet"] else "ol"))
        text = marker["text"]
        inner = _MARKER.match(text)
        if inner and not _RULE.match(text):
            text = self._open(inner, column=column)
        return f"{'-' if marker['bullet'] else marker['number'] + '.'} {text}"

    def _block(self, line: str) -> None:
        """The first line of anything that is not a list item."""
        indent = _indent(line)
        closed = self._close(indent)
        self._gap(wanted=bool(closed or self.items))
        extra = indent - self._column(indent)
        is_code = extra >= 4 and not self.in_text
        self.out.append(" " * (4 * len(self.items) + (extra if is_code else 0)) + line.lstrip())
        self.in_text = not is_code and not _START.match(line) and not _RULE.match(line)
        self.is_first = False

    def _column(self, indent: int) -> int:
        """Where the content of the item begins that a line with this indent belongs to."""
        return max((column for column, _ in self.items if column <= indent), default=0)

    def _close(self, indent: int) -> str | None:
        """Close the items that a line with this indent is not in; the kind of list of the outermost."""
        kind = None
        while self.items and self.items[-1][0] > indent:
            kind = self.items.pop()[1]
        return kind

    def _gap(self, *, wanted: bool) -> None:
        """Leave a blank line before the next if it is wanted; note how deep the line after one is."""
        if wanted and self.out and self.out[-1]:
            self.out.append("")
        if not self.out or not self.out[-1]:
            self.depth = len(self.items)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _escaped(line: str) -> str:
    """The line of a paragraph, with what the library would take for a list item made harmless."""
    return re.sub(r"^(\d+)\.(?= )|^([-+*])(?= )", lambda found: f"{found[1] or ''}\\{found[2] or '.'}", line)


# Headings and footnotes


class Headings(HashHeaderProcessor):
    """Needs a space after the signs: a paragraph may begin with a #hashtag."""

    RE = re.compile(HashHeaderProcessor.RE.pattern.replace("{1,6})", r"{1,6})(?=[ \n]|$)", 1))


class Footnotes(FootnoteExtension):
    """The library's, which fails at a note without words: such is every note while it is being typed."""

    def makeFootnotesDiv(self, root: ElementTree.Element) -> ElementTree.Element | None:  # noqa: N802
        notes: ElementTree.Element | None = super().makeFootnotesDiv(root)
        for item in [] if notes is None else notes.findall("ol/li"):
            if not len(item):
                target = "#" + item.attrib["id"].replace("fn", "fnref", 1)
                paragraph = ElementTree.SubElement(item, "p")
                back = ElementTree.SubElement(paragraph, "a", {"class": "footnote-backref", "href": target})
                back.text = FN_BACKLINK_TEXT
        return notes
