"""The chart of a department's turnaround: where its bars and lines go. The template draws it as SVG.

Places across are per cents of the width, so that the chart fits a phone and its words keep their size; places
down are pixels of a fixed height.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from moderation.turnaround import Month

HEIGHT, TOP, FLOOR = 280, 20, 250  # of the drawing; of the highest line and of the lowest
LEFT = 8.0  # per cent, for the numbers beside the lines
STEPS = (1, 2, 4, 8, 16, 24, 40, 80, 160)  # hours from line to line; a working day has 8
LINES = 4  # at most, above the lowest


@dataclass(frozen=True)
class Bar:
    """What is drawn for one month: two bars, the narrower in front of the wider; none without a verdict."""

    label: str
    middle: str
    left: str
    width: str
    inner_left: str
    inner_width: str
    ninetieth_top: float
    ninetieth_height: float
    median_top: float
    median_height: float


@dataclass(frozen=True)
class Line:
    """A line across with its number of hours."""

    hours: int
    y: float


@dataclass(frozen=True)
class Chart:
    """Everything that the drawing needs."""

    bars: list[Bar]
    lines: list[Line]
    target: Line
    height: int = HEIGHT
    floor: int = FLOOR
    left: str = f"{LEFT}%"


def draw(months: Sequence[Month], *, target: int) -> Chart | None:
    """Place the months, or return nothing where there is no verdict in any of them."""
    highest = max((month.ninetieth for month in months if month.verdicts), default=None)
    if highest is None:
        return None
    step = _step(max(highest, target))
    lines = ceil(max(highest, target) / step)
    scale = (FLOOR - TOP) / (lines * step)
    return Chart(
        bars=[_bar(month, place, len(months), scale) for place, month in enumerate(months)],
        lines=[Line(number * step, _y(number * step, scale)) for number in range(lines + 1)],
        target=Line(target, _y(target, scale)),
    )


def _step(highest: float) -> int:
    """Hours from line to line: the smallest that needs few lines."""
    return next((step for step in STEPS if step * LINES >= highest), ceil(highest / LINES))


def _bar(month: Month, place: int, number: int, scale: float) -> Bar:
    column = (100 - LEFT) / number
    start = LEFT + place * column
    ninetieth = _y(month.ninetieth, scale) if month.verdicts else FLOOR
    median = _y(month.median, scale) if month.verdicts else FLOOR
    return Bar(
        label=f"{month.first_day:%b}",
        middle=_per_cent(start + column / 2),
        left=_per_cent(start + column * 0.15),
        width=_per_cent(column * 0.7),
        inner_left=_per_cent(start + column * 0.3),
        inner_width=_per_cent(column * 0.4),
        ninetieth_top=ninetieth,
        ninetieth_height=round(FLOOR - ninetieth, 1),
        median_top=median,
        median_height=round(FLOOR - median, 1),
    )


def _y(hours: float, scale: float) -> float:
    return round(FLOOR - hours * scale, 1)


def _per_cent(place: float) -> str:
    return f"{place:.2f}%"
