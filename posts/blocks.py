"""The blocks that a text may hold: how they are begun and ended, and what each of their lines may say.

    ::: details What we counted
    Every gauge that sent a reading that day.
    :::

Needs neither Django nor the Markdown library. Every refusal names the line, counted from 1.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

from posts.links import is_allowed_link
from posts.rendering import RenderingRefused

KINDS = {
    "quotation": "quotation",
    "quote": "quotation",
    "inset text$": "inset",
    "inset": "inset",
    "details": "details",
    "update note": "update",
    "update": "update",
    "chart": "chart",
    "video": "video",
}
"""What may be written after the colons, as patterns, longer names first, and the block that it begins."""

IN_LINES = ("chart", "video")
"""Blocks whose lines are facts. The others hold text."""

ROWS_AT_MOST, SERIES_AT_MOST = 30, 3

_BEGIN = re.compile(rf"({'|'.join(KINDS)})(?=[ :]|$)[ :]*(.*)", re.IGNORECASE | re.ASCII)
_SOURCE = re.compile(r" {0,3}(?:source|said by): *(?P<words>\S.*)", re.IGNORECASE)
_FACT = re.compile(r"(?P<name>[a-z]+): *(?P<value>.*)", re.IGNORECASE)
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<source>image:[^\s()]*)\)")
_DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", re.ASCII)
_NUMBER = re.compile(
    r"(?P<sign>[-+\u2212\u2013]?) ?[£$€]?(?P<whole>\d{1,3}(?:[, \u00a0\u2009]\d{3}){1,4}|\d{1,15})"
    r"(?P<part>\.\d{1,6})? ?%?",
    re.ASCII,
)
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass
class Block:
    """A block as it is written: its words after the name, and the lines of its facts with their numbers."""

    kind: str
    words: str
    line: int
    facts: list[tuple[int, str]] = field(default_factory=list)
    source: str = ""

    @property
    def said(self) -> str:
        """The block, as a refusal names it."""
        return f"The {'update note' if self.kind == 'update' else self.kind} that begins on line {self.line}"


@dataclass(frozen=True)
class Chart:
    """Rows of a label and one to three numbers; each number as it is written, and as it counts."""

    title: str
    unit: str
    columns: list[str]
    rows: list[tuple[str, list[tuple[str, Decimal]]]]

    def bars(self) -> list[list[tuple[int, int]]]:
        """For each row, where each bar begins and how long it is, in per cent of the whole scale.

        The scale goes from the smallest number, or zero, to the largest, or zero.
        """
        numbers = [number for _, cells in self.rows for _, number in cells]
        low, high = min(*numbers, Decimal(0)), max(*numbers, Decimal(0))
        whole = (high - low) or 1

        def place(number: Decimal | int) -> int:
            return round(100 * (Decimal(number) - low) / whole)

        zero = place(0)
        return [
            [(min(zero, place(number)), abs(place(number) - zero)) for _, number in cells]
            for _, cells in self.rows
        ]


@dataclass(frozen=True)
class Video:
    """A video elsewhere: where it is, what stands for it here, and how long it lasts in words."""

    title: str
    address: str
    host: str
    picture: str
    alt: str
    length: str
    transcript: str


def block_in(text: str) -> Block:
    """The block that a text of one block holds. Refuses any other text."""
    first, *lines = text.strip().splitlines() or [""]
    block = begin(mark_in(first) or "", 1)
    facts = [
        (number, line.strip())
        for number, line in enumerate(lines, 2)
        if line.strip() and mark_in(line) is None
    ]
    return replace(block, facts=facts)


def mark_in(line: str) -> str | None:
    """The words of a line that begins or ends a block, an empty text for a bare end; None for other lines."""
    if not line.lstrip(" ").startswith(":::") or line.startswith("    "):
        return None
    words = line.strip().strip(":").strip()
    return "" if words.lower() == "end" else words


def begin(words: str, line: int) -> Block:
    """The block that a line begins. Refuses what is not on the list."""
    found = _BEGIN.fullmatch(words)
    if not found:
        raise RenderingRefused(
            f"Line {line} begins a block “{words[:40]}”, which there is not. After ::: write quotation, "
            "inset, details, update note, chart or video."
        )
    block = Block(KINDS.get(found[1].lower(), "inset"), found[2].strip(), line)
    missing = {
        "details": "Say what it is about on that line: ::: details What we counted",
        "update": "Give its date on that line: ::: update note 3 March 2027",
        "chart": "Give its title on that line: ::: chart Gauges in place",
        "video": "Give its title on that line: ::: video How we fit a gauge",
    }
    if not block.words and block.kind in missing:
        raise RenderingRefused(f"{block.said} has no title. {missing[block.kind]}")
    if block.kind == "update":
        block.words = day(block.words, line)
    return block


def unfinished(block: Block) -> RenderingRefused:
    return RenderingRefused(f"{block.said} does not end. Write ::: on a line of its own after its last line.")


def source_in(line: str) -> str | None:
    """Who said it, if this line of a quotation tells."""
    found = _SOURCE.fullmatch(line.rstrip())
    return found["words"] if found else None


def day(words: str, line: int) -> str:
    """A date as a reader says it, `3 March 2027`. Refuses any other form, and days that there are not."""
    found = _DAY.fullmatch(words)
    try:
        if found and found[2] in _MONTHS:
            date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
            return f"{int(found[1])} {found[2]} {found[3]}"
    except ValueError:
        pass
    raise RenderingRefused(f"Line {line}: “{words[:40]}” is not a date. Write it like 3 March 2027.")


# Charts


def number(words: str) -> Decimal | None:
    """The number that is written: with commas at thousands, a sign of money, a minus or a per cent sign."""
    found = _NUMBER.fullmatch(words.strip())
    if not found:
        return None
    value = Decimal(re.sub(r"\D", "", found["whole"]) + (found["part"] or ""))
    return -value if found["sign"] in tuple("-\u2212\u2013") else value


def chart(block: Block) -> Chart:
    """Read the lines of a chart. Refuses the first that is not one of its facts or a row of numbers."""
    facts: dict[str, str] = {}
    rows: list[tuple[str, list[tuple[str, Decimal]]]] = []
    for line, text in block.facts:
        known = _FACT.fullmatch(text)
        name = known["name"].lower() if known else ""
        if known and name in ("kind", "unit", "columns"):
            _note(facts, name, known["value"], line)
        elif not is_divider(text):
            rows.append(_row(text, line, series=len(rows[0][1]) if rows else None))
    if facts.get("kind", "bar").lower() not in ("bar", "bars"):
        raise RenderingRefused(f"{block.said} has a kind that there is not. Charts are of the kind bar.")
    if not 1 <= len(rows) <= ROWS_AT_MOST:
        raise RenderingRefused(f"{block.said} has {len(rows)} rows. A chart has from 1 to {ROWS_AT_MOST}.")
    unit = facts.get("unit", "")
    return Chart(block.words, unit, _columns(block, facts, series=len(rows[0][1]), unit=unit), rows)


def _note(facts: dict[str, str], name: str, value: str, line: int) -> None:
    if name in facts:
        raise RenderingRefused(
            f"Line {line} says “{name.capitalize()}” a second time. Take one of the two out."
        )
    facts[name] = value.strip()


def _columns(block: Block, facts: dict[str, str], *, series: int, unit: str) -> list[str]:
    if "columns" not in facts:
        if series > 1:
            raise RenderingRefused(
                f"{block.said} has {series} numbers in each row. Say what they are: "
                f"Columns: Year | {' | '.join(['First', 'Second', 'Third'][:series])}"
            )
        return ["", unit[:1].upper() + unit[1:] or "Number"]
    columns = cells_of(facts["columns"])
    if len(columns) != series + 1:
        raise RenderingRefused(
            f"{block.said} names {len(columns)} columns and has {series + 1}: the label, then each number."
        )
    return columns


def is_divider(row: str) -> bool:
    """Whether a row is the line between the headings of a table and its cells."""
    return "-" in row and set(row) <= set("-|: ")


def cells_of(text: str) -> list[str]:
    r"""The cells of a row, with or without bars at its ends. A bar in a cell is written `\|`."""
    text = text.strip().removeprefix("|")
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", text)]


def _row(text: str, line: int, *, series: int | None) -> tuple[str, list[tuple[str, Decimal]]]:
    label, *cells = cells_of(text)
    if not label or not 1 <= len(cells) <= SERIES_AT_MOST:
        raise RenderingRefused(
            f"Line {line} is not a row of a chart. Write a label and one to three numbers: Leeds | 12,345"
        )
    if series is not None and len(cells) != series:
        raise RenderingRefused(f"Line {line} has {len(cells)} numbers; the first row has {series}.")
    return label, [_cell(cell, line) for cell in cells]


def _cell(cell: str, line: int) -> tuple[str, Decimal]:
    value = number(cell)
    if value is None:
        raise RenderingRefused(
            f"Line {line}: “{cell[:40]}” is not a number. Write it like 12,345 or 3.5 or -40%. If this row "
            "holds the headings, begin it with Columns:"
        )
    return re.sub("^[-\u2013]", "\u2212", cell), value


# Videos


def video(block: Block) -> Video:
    """Read the lines of a video. Refuses one that does not say where it is, or has no picture of our own."""
    facts: dict[str, str] = {}
    for line, text in block.facts:
        known = _FACT.fullmatch(text)
        name = known["name"].lower() if known else "picture"
        value = known["value"] if known else text
        if name not in ("address", "picture", "length", "transcript"):
            name, value = "", text
        if not name or (name == "picture" and not _PICTURE.fullmatch(value.strip())):
            raise RenderingRefused(
                f"Line {line} is not a line of a video. Write Address:, Picture: with the line of one "
                "of this post's pictures, Length: or Transcript:"
            )
        _note(facts, name, value, line)
    picture = _PICTURE.fullmatch(facts.get("picture", ""))
    if not picture:
        raise RenderingRefused(
            f"{block.said} has no picture. Upload one for this post and give its line: "
            "Picture: ![description](image:...)"
        )
    address, transcript = facts.get("address", ""), facts.get("transcript", "")
    if transcript and not is_allowed_link(transcript):
        raise RenderingRefused(f"{block.said} has a transcript whose address is not a link.")
    return Video(
        block.words,
        address,
        _host(block, address),
        picture["source"],
        picture["alt"],
        facts.get("length", ""),
        transcript,
    )


def _host(block: Block, address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        host = ""
    if not address.lower().startswith(("https://", "http://")) or not is_allowed_link(address) or not host:
        raise RenderingRefused(
            f"{block.said} does not say where it is. Give its whole link: Address: https://..."
        )
    return host.removeprefix("www.")
