"""HTML as Word, Outlook, Google Docs, LibreOffice and web pages put it on the clipboard, read as blocks.

What says how something looked is left out; what says what it is, is kept. Words in tracked deletions,
comments and hidden parts are gone; nothing else is.
"""

import re
from collections.abc import Iterator
from itertools import count
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import tinyhtml5  # type: ignore[import-untyped]

from posts.importing.tree import (
    Block,
    Code,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    text_of,
)

DEEPEST = 60  # elements within elements: what is deeper is read as plain words
_GONE = {
    "script",
    "style",
    "head",
    "title",
    "meta",
    "link",
    "xml",
    "template",
    "noscript",
    "iframe",
    "object",
    "del",
}
_GONE |= {"strike", "button", "input", "select", "textarea", "svg", "math", "video", "audio", "canvas"}
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "center",
    "figure",
    "figcaption",
    "address",
}
_BLOCKS |= {
    "body",
    "html",
    "form",
    "fieldset",
    "aside",
    "nav",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "tbody",
    "td",
}
_BLOCKS |= {
    "hr",
    "ul",
    "ol",
    "li",
    "table",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "thead",
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WORD_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
_NUMBER = re.compile(r"^[(\[]?(?:(\d{1,4})|([a-z])|([ivxlcdm]{1,7}))[.):\]]", re.IGNORECASE)
_MARK = re.compile(r"^\[?(?:\d{1,4}|[ivxlcdm]{1,7}|[a-z]|[*†‡§])\]?$", re.IGNORECASE)
_WEIGHT = re.compile(r"(?<![-\w])font-weight:\s*(bold|bolder|[6-9]00|normal|[1-5]00)")
_SLANT = re.compile(r"(?<![-\w])font-style:\s*(italic|oblique|normal)")
_SPACE = re.compile(r"[\s\u00a0\u2007\u202f]+")
_SAFE = ("http://", "https://", "mailto:")


def read_html(html: str) -> Document:
    """Read HTML, however badly formed."""
    root = _without_comments(tinyhtml5.parse(html, namespace_html_elements=False))
    reader = _Reader(root)
    reader.document.blocks = list(reader.blocks(root, 0))
    return reader.document


class _Reader:
    """Walks the elements; finds footnotes first, as their marks stand before their words."""

    def __init__(self, root: Element) -> None:
        self.document = Document()
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self.marks: dict[Element, str] = {}  # the link of a footnote's mark, and its key
        self.backs: set[Element] = set()  # links from a footnote back to its mark
        self.taken: set[Element] = set()  # elements that are footnotes
        self._find_notes(root)

    # Footnotes: two links that lead to each other

    def _find_notes(self, root: Element) -> None:
        links = [node for node in root.iter("a") if node.get("href", "").startswith("#")]
        named: dict[str, Element] = {}
        for node in root.iter():
            for key in (node.get("id"), node.get("name") if node.tag == "a" else None):
                if key:
                    named.setdefault(key, node)
        keys = count(1)
        notes: list[tuple[str, Element]] = []
        for mark in links:
            there = named.get(mark.get("href", "")[1:])
            if there is None or mark in self.backs or not _MARK.match(_words(mark).strip()):
                continue
            back = next((link for link in _links_in(there, links) if self._leads_to(link, mark, named)), None)
            if back is None or back is mark:
                continue
            self.backs.add(back)
            if "_msocom" in mark.get("href", ""):
                self.taken |= {mark, self._note_around(back)}
                self.document.leave_out("comments")
                continue
            key = str(next(keys))
            self.marks[mark] = key
            notes.append((key, back))
        around = [(key, self._note_around(back)) for key, back in notes]
        self.taken |= {element for _, element in around}
        for key, element in around:
            self.document.notes[key] = list(self.blocks_inside(element, 0))

    def _leads_to(self, link: Element, mark: Element, named: dict[str, Element]) -> bool:
        there = named.get(link.get("href", "")[1:])
        return there is not None and (
            there is mark or mark in set(there.iter("a")) or there in self._above(mark, 3)
        )

    def _above(self, element: Element, steps: int) -> list[Element]:
        found = []
        for _ in range(steps):
            parent = self.parents.get(element)
            if parent is None:
                break
            found.append(parent)
            element = parent
        return found

    def _note_around(self, back: Element) -> Element:
        """The element that holds one footnote: as high as no other footnote's link is in it."""
        best = back
        for element in self._above(back, 6):
            others = [link for link in element.iter("a") if link in self.backs and link is not back]
            if element.tag in ("body", "html", "ol", "ul", "table") or others:
                break
            if element.tag in ("p", "li", "div", "dd", "aside", "td", "section"):
                is_alone = element.tag in ("p", "li") or _is_note(element)
                if not is_alone and best.tag in ("p", "li"):
                    break
                best = element
        return best

    # Blocks

    def blocks(self, element: Element, depth: int) -> Iterator[Block]:
        """The blocks of an element, itself a heading, a list, a table... or around them."""
        if element in self.taken or self._is_gone(element):
            return
        tag = element.tag
        if depth > DEEPEST:
            yield from _paragraph([Run(_SPACE.sub(" ", _words(element)))])
        elif tag in _HEADINGS or element.get("role") == "heading":
            level = _HEADINGS.get(str(tag)) or int(re.sub(r"\D", "", element.get("aria-level", "")) or 2)
            yield from self._heading(element, level)
        elif _is_title(element):
            yield from self._heading(element, 0)
        elif tag in ("ul", "ol"):
            yield from self._list(element, depth)
        elif tag == "table":
            yield from self._table(element, depth)
        elif tag == "blockquote":
            if inside := list(self.blocks_inside(element, depth + 1)):
                yield Quote(inside)
        elif tag == "pre":
            yield Code(_words(element).replace("\r\n", "\n").strip("\n"))
        else:
            yield from self.blocks_inside(element, depth + 1)

    def blocks_inside(self, element: Element, depth: int) -> Iterator[Block]:
        """The blocks within an element; words that stand beside them are paragraphs."""
        runs: list[Run] = list(_text(element.text, Run("")))
        children = list(element)
        at = 0
        while at < len(children):
            child = children[at]
            if child in self.taken or self._is_gone(child):
                runs += _text(child.tail, Run(""))
                at += 1
            elif _level(child):
                yield from _paragraph(runs)
                runs = []
                end = at
                while end < len(children) and _level(children[end]):
                    end += 1
                yield from self._word_list(children[at:end], depth)
                at = end
            elif self._is_block(child):
                yield from _paragraph(runs)
                runs = []
                yield from self.blocks(child, depth + 1)
                runs += _text(child.tail, Run(""))
                at += 1
            else:
                new = list(self._runs(child, Run(""), depth + 1))
                runs += new
                runs += _text(child.tail, Run(""))
                at += 1
        yield from _paragraph(runs)

    def _is_block(self, element: Element) -> bool:
        if element.tag in _BLOCKS:
            return True
        return any(child.tag in _BLOCKS for child in element.iter())

    def _is_gone(self, element: Element) -> bool:
        tag, style = element.tag.lower(), element.get("style", "").replace(" ", "").lower()
        classes = element.get("class", "").lower()
        if tag == "del" or "msodel" in classes or (tag == "s" and "mso" in classes):
            self.document.leave_out("tracked deletions")
            return True
        if "mso-element:comment" in style or "msocommentreference" in classes or "msocommenttext" in classes:
            self.document.leave_out("comments")
            return True
        if tag in _GONE and tag != "del":
            if tag in ("iframe", "object", "svg", "video", "audio", "canvas", "math"):
                self.document.leave_out("drawings, films and formulas")
            return True
        return "display:none" in style or "mso-hide:all" in style or element.get("hidden") is not None

    def _heading(self, element: Element, level: int) -> Iterator[Block]:
        runs = [
            Run(run.text, link=run.link, note=run.note, picture=run.picture) for run in self._inline(element)
        ]
        if text_of(runs) or any(run.picture for run in runs):
            yield Heading(level, runs)

    def _inline(self, element: Element) -> list[Run]:
        return [*_text(element.text, Run("")), *self._children(element, Run(""), 0)]

    # Lists

    def _list(self, element: Element, depth: int) -> Iterator[Block]:
        start = element.get("start", "1")
        found = Listing(element.tag == "ol", int(start) if start.isdecimal() and len(start) < 5 else 1)
        for child in element:
            if child in self.taken or self._is_gone(child):
                continue
            if child.tag == "li":
                found.items.append(Item(list(self.blocks_inside(child, depth + 1))))
            elif child.tag in ("ul", "ol") and found.items:  # as Google Docs and Word on the web nest
                found.items[-1].blocks += self.blocks(child, depth + 1)
            else:
                inside = list(self.blocks(child, depth + 1))
                if inside and isinstance(inside[0], Listing) and not found.items:
                    found.items += inside[0].items
                elif inside:
                    found.items.append(Item(inside))
        found.items = [item for item in found.items if item.blocks]
        if found.items:
            yield found

    def _word_list(self, paragraphs: list[Element], depth: int) -> Iterator[Block]:
        """Paragraphs that Word writes for list items: a level in the style, and the mark in words."""
        tops: list[Block] = []
        stack: list[tuple[int, Listing]] = []
        for paragraph in paragraphs:
            level, (ordered, number) = _level(paragraph), self._word_mark(paragraph)
            while stack and stack[-1][0] > level:
                stack.pop()
            at_level = stack and stack[-1][0] == level
            if at_level and (
                stack[-1][1].ordered != ordered or (ordered and number == 1 and stack[-1][1].items)
            ):
                stack.pop()
                at_level = False
            if not at_level:
                listing = Listing(ordered, number if ordered else 1)
                if stack:
                    stack[-1][1].items[-1].blocks.append(listing)
                else:
                    tops.append(listing)
                stack.append((level, listing))
            inside = list(_paragraph(self._inline(paragraph)))
            stack[-1][1].items.append(Item([*inside] or [Paragraph([])]))
        yield from tops

    def _word_mark(self, paragraph: Element) -> tuple[bool, int]:
        for node in paragraph.iter():
            if (
                isinstance(node.tag, str)
                and "mso-list:ignore" in node.get("style", "").replace(" ", "").lower()
            ):
                found = _NUMBER.match(_words(node).strip())
                self.taken.add(node)
                if not found:
                    return False, 1
                return True, int(found[1]) if found[1] else 1 if (found[2] or found[3]).lower() in (
                    "a",
                    "i",
                ) else 2
        return False, 1

    # Tables

    def _table(self, element: Element, depth: int) -> Iterator[Block]:
        rows = [row for row in element.iter("tr") if self._table_of(row) is element]
        if self._is_layout(element, rows):
            for row in rows:
                for cell in row:
                    if cell.tag in ("td", "th"):
                        yield from self.blocks_inside(cell, depth + 1)
            return
        table, below = Table(), dict[int, int]()
        for row in rows:
            cells: list[list[Run]] = []
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while below.get(len(cells), 0) > 0:
                    below[len(cells)] -= 1
                    cells.append([])
                across, down = (_span(cell, name) for name in ("colspan", "rowspan"))
                for column in range(across):
                    below[len(cells)] = down - 1
                    cells.append(self._cell(cell, depth) if column == 0 else [])
            while below.get(len(cells), 0) > 0:
                below[len(cells)] -= 1
                cells.append([])
            if any(text_of(runs) or any(run.picture for run in runs) for runs in cells):
                table.rows.append(cells)
        caption = element.find("caption")
        if caption is not None:
            yield from _paragraph(self._inline(caption))
        if table.rows:
            yield table

    def _table_of(self, row: Element) -> Element | None:
        return next((above for above in self._above(row, 3) if above.tag == "table"), None)

    def _is_layout(self, element: Element, rows: list[Element]) -> bool:
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        if element.get("role") == "presentation" or any(
            node is not element for node in element.iter("table")
        ):
            return True
        return all(len(row) <= 1 for row in cells) and not any(element.iter("th"))

    def _cell(self, cell: Element, depth: int) -> list[Run]:
        """The words of a cell in a line: its paragraphs and list items one after another."""
        runs: list[Run] = []
        for block in self.blocks_inside(cell, depth + 1):
            for part in _flat(block):
                if runs and part:
                    runs.append(Run(" "))
                runs += part
        return runs

    # Words

    def _runs(self, element: Element, marks: Run, depth: int) -> Iterator[Run]:
        if element in self.marks:
            yield Run("", note=self.marks[element])
            return
        if element in self.backs or element in self.taken or self._is_gone(element):
            return
        tag, style = str(element.tag).lower(), element.get("style", "").lower()
        if tag == "br":
            yield Run("\n", marks.bold, marks.italic, marks.code, marks.link)
            return
        if tag == "img":
            yield from self._picture(element, marks)
            return
        bold, italic, code, link = marks.bold, marks.italic, marks.code, marks.link
        if tag in ("b", "strong"):
            bold = True
        if tag in ("i", "em", "cite", "dfn"):
            italic = True
        if weight := _WEIGHT.search(style):
            bold = weight[1] in ("bold", "bolder") or weight[1][:1] in "6789"
        if slant := _SLANT.search(style):
            italic = slant[1] != "normal"
        if tag in ("code", "kbd", "samp", "tt"):
            code = True
        if tag == "a":
            link = address_of(element.get("href", "")) or link
        inner = Run("", bold, italic, code, link)
        yield from _text(element.text, inner)
        yield from self._children(element, inner, depth + 1)

    def _children(self, element: Element, marks: Run, depth: int) -> Iterator[Run]:
        for child in element:
            if depth > DEEPEST:
                yield from _text(_words(child), marks)
            else:
                if child.tag in _BLOCKS:
                    yield Run(" ")
                yield from self._runs(child, marks, depth + 1)
            yield from _text(child.tail, marks)

    def _picture(self, element: Element, marks: Run) -> Iterator[Run]:
        source = element.get("src", "")
        if source.startswith("picture:"):
            yield Run(_SPACE.sub(" ", element.get("alt", "")).strip(), link=marks.link, picture=source[8:])
        else:
            self.document.leave_out("pictures, which you can paste or drop by themselves")


def address_of(href: str) -> str:
    """Where a link leads, without what Google and Outlook put before it; nothing if readers cannot follow."""
    href = href.strip()
    for _ in range(3):
        try:
            parts = urlsplit(href)
            host, asked = (parts.hostname or ""), parse_qs(parts.query)
        except ValueError:
            return ""
        inner = ""
        if host.endswith(("google.com", "google.co.uk")) and parts.path == "/url":
            inner = next(iter(asked.get("q") or asked.get("url") or []), "")
        elif host.endswith("safelinks.protection.outlook.com"):
            inner = next(iter(asked.get("url") or []), "")
        if not inner.startswith(_SAFE):
            break
        href = inner
    inside = href.startswith("/") and not href.startswith("//")
    return href if href.lower().startswith(_SAFE) or inside else ""


def _text(text: str | None, marks: Run) -> Iterator[Run]:
    if text:
        yield Run(
            _SPACE.sub(" ", text.replace("\u00ad", "")), marks.bold, marks.italic, marks.code, marks.link
        )


def _words(element: Element) -> str:
    return "".join(element.itertext())


def _without_comments(root: Element) -> Element:
    """Take comments out, as Word writes its conditions as such; words behind one stay."""
    for parent in list(root.iter()):
        before: Element | None = None
        for child in list(parent):
            if isinstance(child.tag, str):
                before = child
                continue
            tail = child.tail or ""
            parent.remove(child)
            if before is None:
                parent.text = (parent.text or "") + tail
            else:
                before.tail = (before.tail or "") + tail
    return root


def _links_in(element: Element, links: list[Element]) -> list[Element]:
    inside = set(element.iter("a"))
    return [link for link in links if link in inside]


def _is_note(element: Element) -> bool:
    said = f"{element.get('style', '')} {element.get('class', '')} {element.get('id', '')}".lower()
    return any(word in said.replace(" ", "") for word in ("footnote", "endnote", "ftn", "edn"))


def _is_title(element: Element) -> bool:
    return element.tag == "p" and any(
        name.lower() in ("msotitle", "title") for name in element.get("class", "").split()
    )


def _level(element: Element) -> int:
    """Which level of a Word list a paragraph is an item of; 0 of none."""
    if element.tag not in (
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ):
        return 0
    found = _WORD_LEVEL.search(element.get("style", ""))
    return int(found[1]) if found and element.tag in ("p", "div") else 0


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "1")
    return min(int(value), 50) if value.isdecimal() and len(value) < 5 and int(value) else 1


def _paragraph(runs: list[Run]) -> Iterator[Paragraph]:
    if text_of(runs) or any(run.note or run.picture for run in runs):
        yield Paragraph(runs)


def _flat(block: Block) -> Iterator[list[Run]]:
    """A block as lines of runs, for a cell."""
    if isinstance(block, Paragraph | Heading):
        yield block.runs
    elif isinstance(block, Listing):
        for item in block.items:
            for inner in item.blocks:
                yield from _flat(inner)
    elif isinstance(block, Quote):
        for inner in block.blocks:
            yield from _flat(inner)
    elif isinstance(block, Code):
        yield [Run(block.text)]
    else:
        for row in block.rows:
            yield from row
