"""The drawing of a department's turnaround: inside its frame, in proportion, and in few lines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.chart import FLOOR, LEFT, LINES, TOP, draw
from moderation.turnaround import Month, last_months

MONTHS = last_months(date(2026, 11, 25))
hours = st.lists(st.floats(0, 900), max_size=9).map(sorted).map(tuple)
years = st.lists(hours, min_size=12, max_size=12).filter(any)


def months(*took):
    """The last months with these hours, the others empty."""
    return [
        Month(first_day, tuple(sorted(hours)))
        for first_day, hours in zip(MONTHS, [*[()] * (12 - len(took)), *took], strict=True)
    ]


def test_nothing_is_drawn_where_there_is_no_verdict():
    assert draw(months(), target=16) is None


def test_a_bar_is_as_high_as_its_hours():
    chart = draw(months([8.0], [2.0, 16.0]), target=16)
    assert [line.hours for line in chart.lines] == [0, 4, 8, 12, 16]
    assert (chart.bars[-2].median_height, chart.bars[-2].ninetieth_height) == (115, 115)
    assert (chart.bars[-1].median_height, chart.bars[-1].ninetieth_height) == (28.8, 230)


def test_a_month_without_a_verdict_has_a_label_and_no_bar():
    bar = draw(months([8.0]), target=16).bars[0]
    assert (bar.label, bar.median_height, bar.ninetieth_height) == ("Dec", 0, 0)


def test_the_target_is_in_the_drawing_where_all_are_faster():
    chart = draw(months([1.0]), target=40)
    assert TOP < chart.target.y < chart.bars[-1].median_top
    assert [line.hours for line in chart.lines] == [0, 16, 32, 48]


@pytest.mark.parametrize("highest", [0.2, 3, 17, 100, 640, 5000])
def test_there_are_few_lines_however_high(highest):
    chart = draw(months([float(highest)]), target=1)
    assert 2 <= len(chart.lines) <= LINES + 1


@given(years, st.integers(1, 400))
def test_everything_is_inside_the_frame(took, target):
    chart = draw(months(*took), target=target)
    for bar in chart.bars:
        assert TOP <= bar.ninetieth_top <= bar.median_top <= FLOOR
        left, width = float(bar.left[:-1]), float(bar.width[:-1])
        assert LEFT <= left < left + width <= 100
    assert TOP <= chart.target.y <= FLOOR
    assert all(TOP - 0.1 <= line.y <= FLOOR for line in chart.lines)
