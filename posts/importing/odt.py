"""OpenDocument texts as the HTML that `reading` reads: headings, lists, tables, links, notes and pictures."""

from html import escape
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import parse

_NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
DEEPEST = 60


def to_html(data: bytes) -> tuple[str, dict[str, bytes], list[str]]:
    """Return the HTML, the pictures by their number, and what was left out."""
    with ZipFile(BytesIO(data)) as archive:
        return _Text(archive).html()


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NS[prefix]}}}{local}"


class _Text:
    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.content = parse(BytesIO(archive.read("content.xml"))).getroot()
        roots = [self.content]
        if "styles.xml" in archive.namelist():
            roots.append(parse(BytesIO(archive.read("styles.xml"))).getroot())
        self.styles = {
            style.get(_q("style:name"), ""): style for root in roots for style in root.iter(_q("style:style"))
        }
        self.lists = {
            style.get(_q("style:name"), ""): style
            for root in roots
            for style in root.iter(_q("text:list-style"))
        }
        self.pictures: dict[str, bytes] = {}
        self.notes: list[str] = []
        self.left_out: list[str] = []
        self.numbers: dict[str, int] = {}  # how far each numbered list has come, by its identity

    def html(self) -> tuple[str, dict[str, bytes], list[str]]:
        body = self.content.find(f"{_q('office:body')}/{_q('office:text')}")
        inside = "" if body is None else self.blocks(body, 0)
        notes = "".join(
            f'<li id="note-{number}">{note} <a href="#mark-{number}">↑</a></li>'
            for number, note in enumerate(self.notes, 1)
        )
        return f"{inside}<ol>{notes}</ol>" if notes else inside, self.pictures, self.left_out

    # Blocks

    def blocks(self, element: Element, depth: int, lists: int = 0, style: str = "") -> str:
        return "".join(self.block(child, depth + 1, lists, style) for child in element)

    def block(self, element: Element, depth: int, lists: int, style: str) -> str:
        if depth > DEEPEST:
            return f"<p>{escape(''.join(element.itertext()))}</p>"
        tag = element.tag
        if tag == _q("text:h"):
            level = element.get(_q("text:outline-level"), "1")
            if self.named(element) == "Title":
                return self.paragraph("p", element, ' class="title"')
            return self.paragraph(f"h{level if level in '123456' else 6}", element)
        if tag == _q("text:p"):
            name = self.named(element)
            if name == "Title":
                return self.paragraph("p", element, ' class="title"')
            if name in ("Quotations", "Quote", "Block_20_Quotation", "Intense_20_Quote"):
                return f"<blockquote>{self.paragraph('p', element)}</blockquote>"
            return self.paragraph("p", element)
        if tag == _q("text:list"):
            return self.listing(element, depth, lists + 1, element.get(_q("text:style-name")) or style)
        if tag == _q("table:table"):
            return self.table(element, depth)
        if tag in (_q("text:tracked-changes"), _q("office:annotation"), _q("text:table-of-content")):
            if tag != _q("text:tracked-changes"):
                self.leave_out("comments" if tag == _q("office:annotation") else "the table of contents")
            return ""
        if tag in (
            _q("text:section"),
            _q("text:index-body"),
            _q("office:text"),
            _q("text:numbered-paragraph"),
        ):
            return self.blocks(element, depth, lists, style)
        if tag in (_q("draw:frame"), _q("draw:g")):
            return f"<p>{self.frame(element, depth)}</p>"
        return ""

    def named(self, element: Element) -> str:
        """The named style that a paragraph has, itself or behind an automatic one."""
        name = element.get(_q("text:style-name"), "")
        for _ in range(10):
            style = self.styles.get(name)
            if style is None or name in (
                "Title",
                "Quotations",
                "Quote",
                "Block_20_Quotation",
                "Intense_20_Quote",
            ):
                return name
            name = style.get(_q("style:parent-style-name"), "")
        return name

    def paragraph(self, tag: str, element: Element, attributes: str = "") -> str:
        return f"<{tag}{attributes}>{self.words(element, 0)}</{tag}>"

    def listing(self, element: Element, depth: int, level: int, style: str) -> str:
        ordered = self.is_ordered(style, level)
        identity = element.get("{http://www.w3.org/XML/1998/namespace}id", "")
        start, number = 1, 0
        items: list[str] = []
        before = element.get(_q("text:continue-list")) or (
            style if element.get(_q("text:continue-numbering")) == "true" else ""
        )
        if before and before in self.numbers:
            start = self.numbers[before] + 1
        for child in element:
            if child.tag in (_q("text:list-item"), _q("text:list-header")):
                asked = child.get(_q("text:start-value"), "")
                if asked.isdecimal() and not items:
                    start = int(asked)
                items.append(f"<li>{self.blocks(child, depth, level, style)}</li>")
                number += child.tag == _q("text:list-item")
        self.numbers[identity] = self.numbers[style] = start + number - 1
        tag = "ol" if ordered else "ul"
        return f"<{tag}{f' start={chr(34)}{start}{chr(34)}' if ordered else ''}>{''.join(items)}</{tag}>"

    def is_ordered(self, style: str, level: int) -> bool:
        found = self.lists.get(style)
        if found is None:
            return False
        for kind in found:
            if kind.get(_q("text:level")) == str(level):
                return kind.tag == _q("text:list-level-style-number") and bool(
                    kind.get(_q("style:num-format"))
                )
        return False

    def table(self, element: Element, depth: int) -> str:
        rows = []
        for row in element.iter(_q("table:table-row")):
            cells = []
            for cell in row:
                if cell.tag != _q("table:table-cell"):
                    continue
                spans = "".join(
                    f' {html}="{cell.get(_q(name))}"'
                    for html, name in [
                        ("colspan", "table:number-columns-spanned"),
                        ("rowspan", "table:number-rows-spanned"),
                    ]
                    if (cell.get(_q(name)) or "").isdecimal()
                )
                cells.append(f"<td{spans}>{self.blocks(cell, depth)}</td>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f"<table>{''.join(rows)}</table>"

    # Words

    def words(self, element: Element, depth: int) -> str:
        out = [escape(element.text or "")]
        for child in element:
            out.append(self.inline(child, depth + 1))
            out.append(escape(child.tail or ""))
        return "".join(out)

    def inline(self, element: Element, depth: int) -> str:
        if depth > DEEPEST:
            return escape("".join(element.itertext()))
        tag = element.tag
        if tag == _q("text:span"):
            return self.marked(element, depth)
        if tag == _q("text:a"):
            address = escape(element.get(_q("xlink:href"), ""), quote=True)
            return f'<a href="{address}">{self.words(element, depth)}</a>'
        if tag in (_q("text:s"), _q("text:tab")):
            return " "
        if tag == _q("text:line-break"):
            return "<br>"
        if tag == _q("text:note"):
            return self.note(element, depth)
        if tag in (_q("office:annotation"), _q("office:annotation-end")):
            self.leave_out("comments")
            return ""
        if tag in (_q("draw:frame"), _q("draw:g"), _q("draw:custom-shape"), _q("draw:a")):
            return self.frame(element, depth)
        if tag in (_q("text:ruby-text"), _q("text:change"), _q("text:change-start"), _q("text:change-end")):
            return ""
        return self.words(element, depth)

    def marked(self, element: Element, depth: int) -> str:
        inside = self.words(element, depth)
        bold, italic, hidden = self.looks(element.get(_q("text:style-name"), ""))
        if hidden:
            return ""
        if italic:
            inside = f"<i>{inside}</i>"
        return f"<b>{inside}</b>" if bold else inside

    def looks(self, name: str) -> tuple[bool, bool, bool]:
        if name in ("Strong_20_Emphasis", "Strong"):
            return True, False, False
        if name == "Emphasis":
            return False, True, False
        style = self.styles.get(name)
        properties = style.find(_q("style:text-properties")) if style is not None else None
        if properties is None:
            parent = style.get(_q("style:parent-style-name"), "") if style is not None else ""
            return self.looks(parent) if parent and parent != name else (False, False, False)
        bold = properties.get(_q("fo:font-weight"), "") in ("bold", "600", "700", "800", "900")
        italic = properties.get(_q("fo:font-style"), "") in ("italic", "oblique")
        return bold, italic, properties.get(_q("text:display"), "") == "none"

    def note(self, element: Element, depth: int) -> str:
        body = element.find(_q("text:note-body"))
        self.notes.append("")
        number = len(self.notes)
        self.notes[number - 1] = "" if body is None else self.blocks(body, depth)
        return f'<a id="mark-{number}" href="#note-{number}">[{number}]</a>'

    def frame(self, element: Element, depth: int) -> str:
        """Pictures, and the words of text boxes, at their place."""
        box = element.find(f".//{_q('draw:text-box')}")
        if box is not None:
            return f"<div>{self.blocks(box, depth)}</div>"
        image = element.find(_q("draw:image"))
        path = image.get(_q("xlink:href"), "").removeprefix("./") if image is not None else ""
        if path not in self.archive.namelist():
            self.leave_out("drawings, films and formulas")
            return "".join(f"<p>{self.words(p, depth)}</p>" for p in element.iter(_q("text:p")))
        key = str(len(self.pictures))
        self.pictures[key] = self.archive.read(path)
        said = element.find(_q("svg:desc"))
        said = element.find(_q("svg:title")) if said is None else said
        alt = escape("".join(said.itertext()) if said is not None else "", quote=True)
        return f'<img src="picture:{key}" alt="{alt}">'

    def leave_out(self, what: str) -> None:
        if what not in self.left_out:
            self.left_out.append(what)
