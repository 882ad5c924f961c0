"""The process in which posts are laid out: reads a request, answers it, and can be killed at any time.

`rendering.py` starts it and is the only one to talk to it, in frames of four bytes of length and JSON. It
imports no Django, so that it starts in a moment, and ends when its parent does.
"""

# mypy: disable-error-code="import-untyped, misc"

import json
import re
import resource
import signal
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from html import unescape
from typing import Any, BinaryIO
from xml.etree import ElementTree

import bleach
import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from posts.blocks import Block
from posts.links import is_allowed_link
from posts.markdown_blocks import Containers, FencesAndBlocks
from posts.markdown_rules import Footnotes, Headings, Lists
from posts.rendering import (
    BROKEN,
    INTRICATE,
    LIMIT,
    MAX_HTML,
    Article,
    ImageFacts,
    RenderingRefused,
    visible,
    widths,
)

MEMORY = 512 * 1024 * 1024
"""Bytes of address space."""

SIZES = "(min-width: 40em) 630px, 100vw"
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}

_STASHED = re.compile("\x02[^\x03]*\x03")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_PICTURE = r"/images/[0-9a-f]{64}-\d+\.webp"
_BAR = r"bar-\d{1,3}( from-\d{1,3})?"
_ALIGN = "align-(left|center|right)"

ATTRIBUTES: dict[str, dict[str, str]] = {
    "a": {
        "href": "",  # see _may
        "class": "footnote-(ref|backref)",
        "aria-label": r"Back to the text at note \d+( \(\d+\))?",
    },
    "h2": {"id": r"h-[\w-]+"},
    "h3": {"id": r"h-[\w-]+"},
    "h4": {"id": r"h-[\w-]+"},
    "sup": {"id": r"fnref\d*:\d+"},
    "li": {"id": r"fn:\d+"},
    "ol": {"start": r"\d{1,9}"},
    "th": {"scope": "col|row", "class": _ALIGN},
    "td": {"class": rf"{_ALIGN}|{_BAR}"},
    "pre": {"tabindex": "0"},
    "code": {"class": r"language-[A-Za-z0-9_+#.-]+"},
    "section": {"class": "footnotes", "aria-label": "Footnotes"},
    "div": {
        "class": "table-scroll|inset|update",
        "role": "region",
        "aria-label": r"Table( \d+)?",
        "tabindex": "0",
    },
    "figure": {"class": "quotation|bars|video"},
    "img": {
        "src": _PICTURE,
        "srcset": rf"{_PICTURE} \d+w(, {_PICTURE} \d+w)*",
        "sizes": re.escape(SIZES),
        "width": r"\d+",
        "height": r"\d+",
        "alt": ".+",
        "loading": "lazy",
    },
}
"""Everything we emit and nothing else: tag, attribute, and the whole of its value as a pattern."""

TAGS = {"p", "blockquote", "strong", "em", "br", "hr", "ul", "figcaption", "details", "summary"}
TAGS |= {"table", "thead", "tbody", "tr", *ATTRIBUTES}


# From Markdown to a tree


def article(source: str, images: dict[str, ImageFacts]) -> Article:
    """Lay out a text. Raises `RenderingRefused`, and whatever hostile text makes libraries raise."""
    raw = _markdown(images).convert(_CONTROLS.sub("", source))
    if len(raw) > MAX_HTML:
        raise RenderingRefused(INTRICATE)
    html = sanitise(raw)
    if len(html) > MAX_HTML:
        raise RenderingRefused(INTRICATE)
    blocks, links, pictures = visible(html)
    words = sum(len(block.partition(": ")[2].split()) for block in blocks)
    return Article(html, blocks, links, pictures, words)


def _markdown(images: dict[str, ImageFacts]) -> Markdown:
    return Markdown(
        extensions=[
            TableExtension(),
            SaneListExtension(),
            Footnotes(
                PLACE_MARKER="\x02footnotes\x03",  # nobody can write it, so notes are always at the end
                SUPERSCRIPT_TEXT="[{}]",
                BACKLINK_TEXT="&#8617;&#65038;",  # the arrow as text, not as an emoji
                USE_DEFINITION_ORDER=False,
            ),
            PolicyMarkdown(images),
        ],
        output_format="html",
    )


class PolicyMarkdown(Extension):
    """Raw HTML is text; fences, blocks and lists are ours; the tree is finished into the HTML we publish."""

    def __init__(self, images: Mapping[str, ImageFacts]) -> None:
        super().__init__()
        self.images = images

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        found: list[Block] = []
        md.preprocessors.register(FencesAndBlocks(md, found), "fences", 25)
        md.preprocessors.register(Lists(md), "lists", 24)
        md.parser.blockprocessors.register(Headings(md.parser), "hashheader", 70)
        md.parser.blockprocessors.register(Containers(md.parser, found), "containers", 200)
        md.treeprocessors.register(Finish(md, self.images), "finish", -1)  # after all of the library's


class Finish(Treeprocessor):
    """Makes the library's tree ours: headings, links, images, figures, tables, lists, footnotes."""

    def __init__(self, md: Markdown, images: Mapping[str, ImageFacts]) -> None:
        super().__init__(md)
        self.images = images
        self.ids: dict[str, int] = {}
        self.notes: dict[str, int] = {}
        self.tables = 0

    def run(self, root: ElementTree.Element) -> None:
        for element in list(root.iter()):
            if finish := getattr(self, f"finish_{element.tag}", None):
                finish(element)
            elif element.tag in HEADINGS:
                self.finish_heading(element)

    def finish_heading(self, heading: ElementTree.Element) -> None:
        """The page owns h1, and below h4 nobody hears the difference. Ids are `h-` and the words."""
        heading.tag = HEADINGS[heading.tag]
        slug = re.sub(r"\W+", "-", _text(heading).casefold())[:60].strip("-_") or "section"
        self.ids[slug] = self.ids.get(slug, 0) + 1
        ordinal = "" if self.ids[slug] == 1 else f"--{self.ids[slug]}"
        heading.set("id", f"h-{slug}{ordinal}")

    def finish_a(self, link: ElementTree.Element) -> None:
        """A link that may not stand leaves its words; `title` goes, because few can read it."""
        if "class" in link.attrib:
            self._finish_note_link(link)
            return
        url = unescape(link.get("href", "").replace(AMP_SUBSTITUTE, "&"))
        link.attrib.clear()
        if is_allowed_link(url):
            link.set("href", _plain(url))
        else:
            link.tag = "span"

    def _finish_note_link(self, link: ElementTree.Element) -> None:
        target = self._note(link.attrib["href"].removeprefix("#"))
        kind, _, number = target.partition(":")
        link.set("href", f"#{target}")
        link.attrib.pop("title", None)
        if link.get("class") == "footnote-backref":
            again = kind.removeprefix("fnref")
            link.set("aria-label", f"Back to the text at note {number}" + (f" ({again})" if again else ""))

    def finish_sup(self, mark: ElementTree.Element) -> None:
        mark.set("id", self._note(mark.attrib["id"]))

    def finish_li(self, item: ElementTree.Element) -> None:
        if "id" in item.attrib:
            item.set("id", self._note(item.attrib["id"]))

    def _note(self, reference: str) -> str:
        """`fn:whatever the author called it` with a number in its place: names need not make good ids."""
        kind, _, name = reference.partition(":")
        return f"{kind}:{self.notes.setdefault(name, len(self.notes) + 1)}"

    def finish_div(self, notes: ElementTree.Element) -> None:
        if notes.get("class") == "footnote":
            notes.tag = "section"
            notes.attrib.update({"class": "footnotes", "aria-label": "Footnotes"})
            notes[:] = notes.findall("ol")

    def finish_img(self, image: ElementTree.Element) -> None:
        source = unescape(image.get("src", ""))
        description = " ".join(unescape(image.get("alt", "")).split())
        title = image.get("title")
        facts = self.images.get(source.removeprefix("image:")) if source.startswith("image:") else None
        if facts is None:
            raise RenderingRefused(
                f"The image {source[:80]} is not one of this post's. Upload it and use the address it gets."
            )
        if not any(char.isalnum() for char in description):
            raise RenderingRefused(
                f"The image {source} has no description. Say in the square brackets what it shows, for those "
                f"who cannot see it: ![description]({source})."
            )
        image.attrib.clear()
        image.attrib.update(_sources(facts) | {"alt": _plain(description), "loading": "lazy"})
        if title:
            image.set("title", title)  # for `finish_figure`; the sanitiser takes it away

    def finish_p(self, paragraph: ElementTree.Element) -> None:
        """An image alone in its paragraph is a figure, its title the caption."""
        if not len(paragraph):
            paragraph.text = (paragraph.text or "").strip()  # or stashed code stays in the paragraph
        if len(paragraph) != 1 or (paragraph.text or "").strip() or (paragraph[0].tail or "").strip():
            return
        if paragraph[0].tag == "img":
            paragraph.tag = "figure"
            if title := paragraph[0].get("title"):
                ElementTree.SubElement(paragraph, "figcaption").text = title

    def finish_pre(self, code: ElementTree.Element) -> None:
        code.set("tabindex", "0")  # it may scroll, so the keyboard must reach it

    def finish_table(self, table: ElementTree.Element) -> None:
        """The element becomes the scrolling region and its content a table in it. A chart fits without."""
        if table.attrib.pop("class", ""):
            return
        self.tables += 1
        inner = ElementTree.Element("table")
        inner.text, inner[:] = table.text, table[:]
        table.tag, table[:] = "div", [inner]
        label = "Table" if self.tables == 1 else f"Table {self.tables}"
        table.attrib.update({"class": "table-scroll", "role": "region", "aria-label": label, "tabindex": "0"})

    def finish_th(self, cell: ElementTree.Element) -> None:
        if "scope" in cell.attrib:
            return
        self.finish_td(cell)
        if _text(cell):
            cell.set("scope", "col")
        else:
            cell.tag = "td"  # nothing to announce

    def finish_td(self, cell: ElementTree.Element) -> None:
        style = cell.attrib.pop("style", "")
        if side := re.search(r"left|center|right", style):
            cell.set("class", f"align-{side[0]}")

    def finish_ul(self, items: ElementTree.Element) -> None:
        """As soon as one item of a list has paragraphs, all have, or the gaps between them differ."""
        if any(item.find("p") is not None for item in items):
            for item in items:
                self._wrap(item)

    finish_ol = finish_ul

    def _wrap(self, item: ElementTree.Element) -> None:
        inline = []
        for child in item:
            if self.md.is_block_level(child.tag):
                break
            inline.append(child)
        if inline or (item.text or "").strip():
            paragraph = ElementTree.Element("p")
            paragraph.text, item.text = item.text, "\n"
            paragraph[:] = inline
            item[: len(inline)] = [paragraph]


def _text(element: ElementTree.Element) -> str:
    """The words of an element as they will be read, without the marks of footnotes."""
    return unescape(_STASHED.sub("", _words(element).replace(AMP_SUBSTITUTE, "&"))).strip()


def _words(element: ElementTree.Element) -> str:
    inner = "".join(("" if child.tag == "sup" else _words(child)) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def _plain(text: str) -> str:
    """Text that the serialiser, which leaves entities alone, will not take for one."""
    return text.replace("&", "&amp;")


def _sources(facts: ImageFacts) -> dict[str, str]:
    sizes = widths(facts.width)
    address = f"/images/{facts.digest}-{{}}.webp".format
    return {
        "src": address(640 if 640 in sizes else sizes[-1]),
        "srcset": ", ".join(f"{address(size)} {size}w" for size in sizes),
        "sizes": SIZES,
        "width": str(sizes[-1]),
        "height": str(max(1, round(facts.height * sizes[-1] / facts.width))),
    }


# From a tree to safe HTML


def _may(tag: str, attribute: str, value: str) -> bool:
    if (tag, attribute) == ("a", "href"):
        return is_allowed_link(value)
    pattern = ATTRIBUTES.get(tag, {}).get(attribute)
    return pattern is not None and re.fullmatch(pattern, value, re.DOTALL) is not None


_BLEACH = bleach.Cleaner(
    tags=TAGS, attributes=_may, protocols={"http", "https", "mailto"}, strip=True, strip_comments=True
)
_NH3 = nh3.Cleaner(
    tags=TAGS,
    attributes={tag: set(attributes) for tag, attributes in ATTRIBUTES.items()},
    attribute_filter=lambda tag, attribute, value: value if _may(tag, attribute, value) else None,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,  # no link opens a window of its own, and the site's Referrer-Policy says the rest
)


def sanitise(html: str) -> str:
    """HTML with nothing in it but what `ATTRIBUTES` allows.

    nh3 turns `&#2;` into the character itself, which no feed can carry, so those are taken out and nh3,
    which has the last word on every byte, reads the result again.
    """
    return _NH3.clean(_CONTROLS.sub("", _NH3.clean(_BLEACH.clean(html))))


# The process


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The article, or why not. `fault` names what went wrong, for the log."""
    images = {key: ImageFacts(**facts) for key, facts in request["images"].items()}
    try:
        return asdict(article(request["source"], images))
    except RenderingRefused as refusal:
        return {"refused": str(refusal)}
    except (RecursionError, MemoryError):
        return {"refused": INTRICATE}
    except Exception as error:
        return {"refused": BROKEN, "fault": type(error).__name__}


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    with suppress(ValueError, OSError):  # a tighter limit is in force already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _send(sys.stdout.buffer, {"ready": True})
    for request in _requests(sys.stdin.buffer):
        signal.alarm(round(LIMIT) + 2)  # the end, if the parent is no longer there to kill
        _send(sys.stdout.buffer, answer(request))
        signal.alarm(0)


def _requests(pipe: BinaryIO) -> Iterator[dict[str, Any]]:
    while len(head := pipe.read(4)) == 4:
        yield json.loads(pipe.read(*struct.unpack("!I", head)))


def _send(pipe: BinaryIO, message: dict[str, Any]) -> None:
    data = json.dumps(message).encode()
    pipe.write(struct.pack("!I", len(data)) + data)
    pipe.flush()
