"""Blocks written as the Markdown that our posts are laid out from: every word comes out as it went in."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from posts.importing.tree import (
    Block,
    Code,
    Document,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    text_of,
)

HIGHEST, LOWEST = 2, 4  # levels of headings that a post may have
_SPECIAL = re.compile(r"([\\`*\[\]]|(?<!\w)_|_(?!\w))")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_LINE_START = re.compile(
    r"^(?:(?P<mark>(?:#{1,6}|[-+])(?=\s|$))|(?P<number>\d{1,9})(?=[.)](?:\s|$))"
    r"|(?P<first>[:~=>-])(?=::|~~|=*\s*$|-+\s*$|))"
)


def write(document: Document) -> tuple[str, str]:
    """Return the title, where the document has one, and the Markdown of the rest."""
    title, blocks = _title_apart(document.blocks)
    writer = _Writer(_levels(blocks))
    parts = list(writer.blocks(blocks))
    notes = [writer.note(key, document.notes[key]) for key in writer.marked if key in document.notes]
    unmarked = [key for key in document.notes if key not in writer.marked]
    rest = [part for key in unmarked for part in writer.blocks(document.notes[key])]
    return title, "\n\n".join([*parts, *rest, *notes])


def _title_apart(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The title: what the document says is one, or its only heading of level 1 if that stands first."""
    titles = [block for block in blocks if isinstance(block, Heading) and block.level == 0]
    firsts = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    chosen = titles[0] if titles else firsts[0] if len(firsts) == 1 and blocks[0] is firsts[0] else None
    if chosen is None or any(run.note or run.picture for run in chosen.runs):
        return "", blocks
    return text_of(chosen.runs), [block for block in blocks if block is not chosen]


def _levels(blocks: Iterable[Block]) -> dict[int, int]:
    """The level that each level of the document's headings gets: the highest is 2, and none is left out."""
    used = sorted({max(1, block.level) for block in blocks if isinstance(block, Heading)})
    return {level: min(HIGHEST + place, LOWEST) for place, level in enumerate(used)}


class _Writer:
    def __init__(self, levels: dict[int, int]) -> None:
        self.levels = levels
        self.before = 1
        self.marked: list[str] = []  # keys of footnotes in the order of their marks

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            if text := self.block(block):
                yield text

    def block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self.paragraph(block.runs)
        if isinstance(block, Heading):
            self.before = min(self.levels.get(max(1, block.level), LOWEST), self.before + 1)
            words = " ".join(self.inline(block.runs).split())
            words = re.sub(r"#(?=#*$)", r"\\#", words)  # or it closes the heading
            return f"{'#' * self.before} {words}" if words else ""
        if isinstance(block, Listing):
            return self.listing(block)
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Quote):
            inside = "\n\n".join(filter(None, self.blocks(block.blocks)))
            return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
        return self.code(block)

    def code(self, block: Code) -> str:
        fence = "```"
        while fence in block.text:
            fence += "`"
        return f"{fence}\n{block.text}\n{fence}"

    def paragraph(self, runs: list[Run]) -> str:
        lines = [" ".join(line.split()) for line in self.inline(runs).split("\n")]
        return "\n".join(_at_line_start(line) for line in lines if line)

    def listing(self, listing: Listing) -> str:
        lines: list[str] = []
        is_loose = any(
            sum(not isinstance(block, Listing) for block in item.blocks) > 1 for item in listing.items
        )
        for number, item in enumerate(listing.items, listing.start):
            mark = f"{number}. " if listing.ordered else "- "
            indent = "    "
            inside: list[str] = []
            for block in item.blocks:
                text = self.block(block)
                if not text:
                    continue
                if inside and not isinstance(block, Listing):
                    inside.append("")
                inside += text.split("\n")
            first, *rest = inside or [""]
            if lines and is_loose:
                lines.append("")
            lines.append(f"{mark}{first}".rstrip())
            lines += [f"{indent}{line}" if line else "" for line in rest]
        return "\n".join(lines)

    def table(self, table: Table) -> str:
        width = max(len(row) for row in table.rows)
        rows = [[self.cell(cell) for cell in row] + [""] * (width - len(row)) for row in table.rows]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([lines[0], f"|{'---|' * width}", *lines[1:]])

    def cell(self, runs: list[Run]) -> str:
        return " ".join(self.inline(runs).split()).replace("|", "\\|")

    def note(self, key: str, blocks: list[Block]) -> str:
        inside = "\n\n".join(filter(None, self.blocks(blocks))) or " "
        first, *rest = inside.split("\n")
        lines = [f"[^{key}]: {first}".rstrip(), *(f"    {line}" if line else "" for line in rest)]
        return "\n".join(lines)

    # Words

    def inline(self, runs: list[Run]) -> str:
        out = ""
        for marks, group in groupby(_joined(runs), key=lambda run: (run.link, bool(run.note or run.picture))):
            link, is_mark = marks
            if is_mark:
                out += "".join(self.mark(run) for run in group)
            elif link:
                words = "".join(map(_marked, group))
                bare = words.strip()
                left, right = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
                out += f"{left}[{bare}]({_address(link)}){right}" if bare else words
            else:
                out += "".join(map(_marked, group))
        return out

    def mark(self, run: Run) -> str:
        if run.note:
            if run.note not in self.marked:
                self.marked.append(run.note)
            return f"[^{run.note}]"
        alt = run.text.replace("[", "(").replace("]", ")").replace("\n", " ")
        return f"![{alt}](picture:{run.picture})"


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs with the same marks as one. White space at the end of marked words is theirs no more."""

    def marks(run: Run) -> tuple[bool, bool, bool, str, str, str]:
        return (run.bold, run.italic, run.code, run.link, run.note, run.picture)

    for _, group in groupby(runs, key=marks):
        same = list(group)
        if same[0].note or same[0].picture:
            yield from same
            continue
        first, text = same[0], "".join(run.text for run in same)
        bare = text.strip()
        if not (first.bold or first.italic or first.code) or not bare:
            yield Run(text, link=first.link)
            continue
        left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if left:
            yield Run(left, link=first.link)
        yield Run(bare, first.bold, first.italic, first.code, first.link)
        if right:
            yield Run(right, link=first.link)


def _marked(run: Run) -> str:
    if run.code and "\n" not in run.text:
        fence = "`"
        while fence in run.text:
            fence += "`"
        pad = " " if run.text[:1] == "`" or run.text[-1:] == "`" else ""
        return f"{fence}{pad}{run.text}{pad}{fence}"
    around = "*" * (2 * run.bold + run.italic)
    lines = (f"{around}{escaped(line.strip())}{around}" if around and line.strip() else escaped(line)
             for line in run.text.split("\n"))  # fmt: skip
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Words as Markdown that is read as these words."""
    return _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\1", text)).replace("<", "&lt;")


def _at_line_start(line: str) -> str:
    """A line of a paragraph, so that it begins no heading, list, quotation, rule or block."""
    found = _LINE_START.match(line)
    if not found:
        return line
    if number := found["number"]:
        return f"{number}\\{line[len(number) :]}"
    return f"\\{line}" if found["mark"] else f"&#{ord(line[0])};{line[1:]}"


def _address(link: str) -> str:
    return re.sub(r"[\s<>]", "", link).replace("(", "%28").replace(")", "%29")
