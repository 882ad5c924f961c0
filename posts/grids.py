"""Cells that are filled in: read from a browser or from a spreadsheet, and written as Markdown."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from posts.blocks import is_divider, number
from teams.cleaning import clean_line

ROWS_AT_MOST, COLUMNS_AT_MOST, CELL_LIMIT, PASTE_LIMIT = 50, 10, 500, 50_000
"""Rows with that of the headings, columns, characters of a cell, and of what is pasted."""

_NOTATION = re.compile(r"[\\`*_\[\]|]")
_ESCAPE = re.compile(r"\\([\\`*_\[\]|-])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ONLY_DASHES = re.compile(r"[-: ]+")


class GridRefused(ValueError):
    """What was pasted is no grid that we can take; the message says why."""


@dataclass(frozen=True)
class Grid:
    """Rows of cells, all of one length. The first row holds the headings."""

    cells: list[list[str]]

    @classmethod
    def empty(cls, rows: int, columns: int) -> "Grid":
        return cls([[""] * columns for _ in range(rows)])

    @classmethod
    def sent(cls, data: Mapping[str, Any], name: str) -> "Grid | None":
        """The grid that a browser sent in fields `name-row-column`, or None. Sizes out of bounds are cut."""
        rows, columns = (_size(data.get(f"{name}-{side}")) for side in ("rows", "columns"))
        if not rows or not columns:
            return None
        rows, columns = min(rows, ROWS_AT_MOST), min(columns, COLUMNS_AT_MOST)
        return cls(
            [
                [clean_line(str(data.get(f"{name}-{row}-{column}", ""))) for column in range(columns)]
                for row in range(rows)
            ]
        )

    @classmethod
    def pasted(cls, text: str) -> "Grid":
        """Cells copied from a spreadsheet: tabs between them, quotation marks round those with line ends."""
        if len(text) > PASTE_LIMIT:
            raise GridRefused(f"Paste {PASTE_LIMIT:,} characters or fewer; there are {len(text):,}.")
        try:
            lines = [
                [clean_line(cell) for cell in line]
                for line in csv.reader(io.StringIO(text, newline=""), delimiter="\t")
            ]
        except csv.Error:
            raise GridRefused("These are not cells of a spreadsheet. Copy them there again.") from None
        lines = [line for line in lines if any(line)]
        width = max(map(len, lines), default=0)
        if not lines or len(lines) > ROWS_AT_MOST or width > COLUMNS_AT_MOST:
            raise GridRefused(
                f"There are {len(lines)} rows and {width} columns. Paste up to {ROWS_AT_MOST} rows and "
                f"{COLUMNS_AT_MOST} columns."
            )
        return cls([[*line, *[""] * (width - len(line))] for line in lines])

    @classmethod
    def read(cls, table: str) -> "Grid":
        """The cells of a table in Markdown. Refuses one that is too large, or holds more than plain words."""
        head, *rows = table.strip().splitlines() or [""]
        if not rows or not is_divider(rows[0].strip()):
            raise GridRefused("There is no table here that the form could take.")
        lines = [_cells(row) for row in (head, *rows[1:])]
        width = max(map(len, lines))
        if len(lines) > ROWS_AT_MOST or width > COLUMNS_AT_MOST:
            raise GridRefused("This table is too large for the form. Change it in the text.")
        cells = [[_unescaped(cell) for cell in line] for line in lines]
        if [[plain(cell) for cell in row] for row in cells] != lines:
            raise GridRefused("This table holds links, bold words or other signs. Change it in the text.")
        return cls([[*row, *[""] * (width - len(row))] for row in cells])

    @property
    def width(self) -> int:
        return len(self.cells[0])

    def with_row(self) -> "Grid":
        return Grid([*self.cells, [""] * self.width][:ROWS_AT_MOST])

    def with_column(self) -> "Grid":
        return Grid([[*row, ""][:COLUMNS_AT_MOST] for row in self.cells])

    def filled(self) -> "Grid":
        """Without the rows and columns in which nothing is written."""
        columns = [at for at in range(self.width) if any(row[at] for row in self.cells)]
        return Grid([[row[at] for at in columns] for row in self.cells if any(row)])

    def as_table(self) -> str:
        """The table in Markdown. Columns of numbers stand to the right."""
        head, *rows = ([plain(cell) for cell in row] for row in self.cells)
        body = self.cells[1:]
        sides = [
            "---:" if body and all(number(row[at]) is not None for row in body if row[at]) else "---"
            for at in range(self.width)
        ]
        return "\n".join(_row(row) for row in (head, sides, *rows))

    def as_rows(self, rows: list[list[str]]) -> str:
        """Rows of a chart, in which nothing is notation but the bar."""
        return "\n".join(_row([cell.replace("|", "\\|") for cell in row]) for row in rows)


def plain(text: str) -> str:
    """Words in Markdown that will be read as they are typed."""
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    if _ONLY_DASHES.fullmatch(text):  # or a row of them divides the table
        return text.replace("-", "\\-")
    return _NOTATION.sub(lambda found: f"\\{found[0]}", text)


def _cells(row: str) -> list[str]:
    """The cells of a row as they are written, with or without bars at its ends."""
    found = [""]
    for part in re.findall(r"\\.|\||[^\\|]+|\\", row.strip().removeprefix("|")):
        found += [""] if part == "|" else []
        found[-1] += "" if part == "|" else part
    cells = [cell.strip() for cell in found]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def _unescaped(cell: str) -> str:
    return _ESCAPE.sub(r"\1", cell).replace("&lt;", "<").replace("&amp;", "&")


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _size(value: Any) -> int:
    return int(value) if re.fullmatch(r"[0-9]{1,4}", str(value)) else 0
