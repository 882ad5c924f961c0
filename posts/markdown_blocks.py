"""Blocks in the Markdown library: found among the lines before it reads them, and made into its tree.

Fences and blocks are found in one pass, because neither may begin in the other's lines.
"""

# mypy: disable-error-code="import-untyped, misc"

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString

from posts import blocks
from posts.blocks import IN_LINES, Block
from posts.markdown_rules import Fences
from posts.rendering import RenderingRefused

# Nobody can write these: the library takes their first character out of the source before.
BEGIN, END = "\x02block:{}\x03", "\x02end-block\x03"
_BEGUN = re.compile("\x02block:(\\d+)\x03")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class FencesAndBlocks(Fences):
    """Puts a mark before and after each block. The lines of charts and videos are read here and taken out."""

    def __init__(self, md: Markdown, found: list[Block]) -> None:
        super().__init__(md)
        self.found = found
        self.open: Block | None = None

    def run(self, lines: list[str]) -> list[str]:
        out = super().run(lines)
        if self.open:
            raise blocks.unfinished(self.open)
        return out

    def _placeholder(self, code: list[str], *, opening: re.Match[str]) -> list[str]:
        if self.open and self.open.kind in IN_LINES:
            raise RenderingRefused(f"{self.open.said} holds code. Take it out.")
        return super()._placeholder(code, opening=opening)

    def _plain(self, line: str, *, number: int) -> list[str]:
        words = blocks.mark_in(line)
        if words is None:
            return self._within(line, number, block=self.open) if self.open else [line]
        if words and self.open:
            raise RenderingRefused(f"Line {number} begins a block. {self.open.said} must end first, with :::")
        if words:
            return self._begin(words, number)
        if not self.open:
            raise RenderingRefused(f"Line {number} ends a block, but none was begun. Take the ::: out.")
        self.open = None
        return ["", END, ""]

    def _begin(self, words: str, number: int) -> list[str]:
        self.open = block = blocks.begin(words, number)
        self.found.append(block)
        first = [block.words] if block.words and block.kind in ("inset", "quotation") else []
        return ["", BEGIN.format(len(self.found) - 1), "", *first]

    def _within(self, line: str, number: int, *, block: Block) -> list[str]:
        if block.kind in IN_LINES:
            if line.strip():
                block.facts.append((number, line.strip()))
            return []
        source = blocks.source_in(line) if block.kind == "quotation" else None
        if source is None:
            return [line]
        if block.source:
            raise RenderingRefused(f"Line {number} says a second time who said it. Take one of the two out.")
        block.source = source
        return [""]


class Containers(BlockProcessor):
    """Makes the element of each block, with the text between its marks in it."""

    def __init__(self, parser: BlockParser, found: list[Block]) -> None:
        super().__init__(parser)
        self.found = found

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return _BEGUN.fullmatch(block.strip()) is not None

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        begun = _BEGUN.fullmatch(blocks.pop(0).strip())
        assert begun is not None  # noqa: S101 -- `test` saw it
        end = next(at for at, block in enumerate(blocks) if block.strip() == END)
        inner = blocks[:end]
        del blocks[: end + 1]
        block = self.found[int(begun[1])]
        element = getattr(self, f"_{block.kind}")(block, inner)
        if any(part.tag in _HEADINGS for part in element.iter()):
            raise RenderingRefused(
                f"{block.said} has a heading in it. Make it bold words, or end the block first."
            )
        parent.append(element)

    def _text(self, block: Block, inner: list[str], element: ElementTree.Element) -> None:
        """Put the text into the element."""
        self.parser.parseBlocks(element, inner)
        if not any("".join(part.itertext()).strip() or part.tag == "img" for part in element):
            raise RenderingRefused(f"{block.said} has no words in it. Write them before the line with :::")

    def _inset(self, block: Block, inner: list[str]) -> ElementTree.Element:
        element = ElementTree.Element("div", {"class": "inset"})
        self._text(block, inner, element)
        return element

    def _quotation(self, block: Block, inner: list[str]) -> ElementTree.Element:
        if not block.source:
            raise RenderingRefused(
                f"{block.said} does not say who said it. Add a line that begins with Source:"
            )
        figure = ElementTree.Element("figure", {"class": "quotation"})
        self._text(block, inner, ElementTree.SubElement(figure, "blockquote"))
        ElementTree.SubElement(figure, "figcaption").text = block.source
        return figure

    def _details(self, block: Block, inner: list[str]) -> ElementTree.Element:
        words = ElementTree.Element("details")
        self._text(block, inner, words)
        summary = ElementTree.Element("summary")
        summary.text = block.words
        words.insert(0, summary)
        return words

    def _update(self, block: Block, inner: list[str]) -> ElementTree.Element:
        note = ElementTree.Element("div", {"class": "update"})
        self._text(block, inner, note)
        head = ElementTree.Element("p")
        ElementTree.SubElement(head, "strong").text = f"Update, {block.words}"
        note.insert(0, head)
        return note

    def _chart(self, block: Block, inner: list[str]) -> ElementTree.Element:
        chart = blocks.chart(block)
        figure = ElementTree.Element("figure", {"class": "bars"})
        title = f"{chart.title} ({chart.unit})" if chart.unit else chart.title
        ElementTree.SubElement(figure, "figcaption").text = _said(title)
        table = ElementTree.SubElement(figure, "table", {"class": "bars"})
        head = ElementTree.SubElement(ElementTree.SubElement(table, "thead"), "tr")
        for column in chart.columns:
            ElementTree.SubElement(head, "th").text = _said(column)
        body = ElementTree.SubElement(table, "tbody")
        for (label, cells), bars in zip(chart.rows, chart.bars(), strict=True):
            row = ElementTree.SubElement(body, "tr")
            ElementTree.SubElement(row, "th", {"scope": "row"}).text = _said(label)
            for (written, _), (start, length) in zip(cells, bars, strict=True):
                place = f"bar-{length} from-{start}" if start else f"bar-{length}"
                ElementTree.SubElement(row, "td", {"class": place}).text = _said(written)
        return figure

    def _video(self, block: Block, inner: list[str]) -> ElementTree.Element:
        video = blocks.video(block)
        figure = ElementTree.Element("figure", {"class": "video"})
        link = ElementTree.SubElement(figure, "a", {"href": video.address})
        picture = ElementTree.SubElement(link, "img", {"src": video.picture, "alt": video.alt})
        facts = ", ".join(filter(None, [video.length, f"opens on {video.host}"]))
        picture.tail = _said(f"Watch: {video.title} ({facts})")
        if video.transcript:
            caption = ElementTree.SubElement(figure, "figcaption")
            read = ElementTree.SubElement(caption, "a", {"href": video.transcript})
            read.text = _said(f"Transcript of: {video.title}")
        return figure


def _said(words: str) -> AtomicString:
    """Words in which no notation is read, as the serialiser, which leaves entities alone, must get them."""
    return AtomicString(words.replace("&", "&amp;"))
