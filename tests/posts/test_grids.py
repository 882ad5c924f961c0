"""Cells: pasted, filled in, and read again in the table that readers get."""

from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posts.grids import COLUMNS_AT_MOST, PASTE_LIMIT, ROWS_AT_MOST, Grid, GridRefused, plain
from posts.render_child import article
from teams.cleaning import clean_line


class Cells(HTMLParser):
    """The words of each cell of a table."""

    def __init__(self, html):
        super().__init__()
        self.rows, self.inside, self.others = [], False, set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self.inside = True
        elif tag not in ("div", "table", "thead", "tbody"):
            self.others.add(tag)

    def handle_endtag(self, tag):
        self.inside = self.inside and tag not in ("th", "td")

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1] += data


NOTATION = st.sampled_from(
    [*list("|*_[]()\\`<>&#-:!~^.+=\"'"), "**", "[a](/b)", "[^1]", "&amp;", "&#2;", "<b>"]
)
cells = st.lists(NOTATION | st.text(max_size=4), max_size=6).map("".join).map(clean_line)
grids = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=2, max_size=5)
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(grids, st.sampled_from(["", "Words\n\n", "- item\n\n", "> quote\n\n"]))
def test_every_cell_reads_as_it_was_typed(rows, before):
    made = article(before + Grid(rows).as_table(), {})
    found = Cells(made.html)
    shown = [[" ".join(cell.split()) for cell in row] for row in found.rows]
    assert shown == [[" ".join(cell.split()) for cell in row] for row in rows]
    assert not found.others & {"a", "em", "strong", "code", "sup"}


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(cells)
def test_plain_words_stay_as_they_are_when_they_hold_no_notation(words):
    kept = "".join(char for char in words if char.isalnum() or char == " ").strip()
    assert plain(kept) == kept


def test_columns_of_numbers_stand_to_the_right():
    assert Grid([["Year", "Gauges"], ["2024", "1,200"], ["so far", ""]]).as_table() == (
        "| Year | Gauges |\n| --- | ---: |\n| 2024 | 1,200 |\n| so far |  |"
    )


def test_cells_of_a_spreadsheet_are_pasted_with_their_empty_corner():
    pasted = Grid.pasted('\t2023\t2024\r\nLeeds\t1\t2\r\n"York\nand ""more"""\t3\r\n')
    assert pasted.cells == [["", "2023", "2024"], ["Leeds", "1", "2"], ['York and "more"', "3", ""]]


@pytest.mark.parametrize(
    "text",
    ["", "\t\t\n", "a\n" * (ROWS_AT_MOST + 1), "a\t" * COLUMNS_AT_MOST + "b", "a" * (PASTE_LIMIT + 1)],
)
def test_what_is_no_grid_is_refused(text):
    with pytest.raises(GridRefused):
        Grid.pasted(text)


def test_empty_rows_and_columns_are_left_out():
    assert Grid([["a", "", "b"], ["", "", ""], ["c", "", ""]]).filled().cells == [["a", "b"], ["c", ""]]


def test_a_grid_does_not_grow_past_its_limits():
    grid = Grid.empty(ROWS_AT_MOST, COLUMNS_AT_MOST)
    assert (grid.with_row(), grid.with_column()) == (grid, grid)


@pytest.mark.parametrize("size", ["", "0", "-1", "x", "99999999999", "٣"])
def test_no_grid_is_read_of_a_size_that_there_is_not(size):
    assert Grid.sent({"cells-rows": size, "cells-columns": "2"}, "cells") is None


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(grids)
def test_a_table_is_read_back_as_it_was_filled_in(rows):
    assert Grid.read(Grid(rows).as_table()).cells == rows


@pytest.mark.parametrize(
    "table",
    ["", "| a [b](/c) |\n|---|\n| d |", "| **a** |\n|---|\n| d |", "|a|\n|-|\n" + "|a|\n" * 60, "a\nb"],
)
def test_a_table_with_more_than_words_is_not_read_back(table):
    with pytest.raises(GridRefused):
        Grid.read(table)
