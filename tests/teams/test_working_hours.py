"""Time limits in working hours: on known dates, and consistent with each other on all others."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from teams.working_time import after_working_hours, is_working_day, working_hours_between

LONDON = ZoneInfo("Europe/London")
SECOND = timedelta(seconds=1)

moments = st.datetimes(datetime(2023, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))
stretches = st.timedeltas(timedelta(), timedelta(days=40))
limits = st.integers(1, 120 * 60).map(lambda minutes: minutes / 60)  # to a minute, up to three weeks


def london(year, month, day, hour=10, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def is_open(at):
    local = timezone.localtime(at)
    return is_working_day(local.date()) and 9 <= local.hour < 17


KNOWN = [
    (london(2026, 3, 2, 10), 3, london(2026, 3, 2, 13)),  # within a day
    (london(2026, 3, 2, 9), 8, london(2026, 3, 2, 17)),  # a whole day ends when it closes
    (london(2026, 3, 2, 10), 16, london(2026, 3, 4, 10)),  # two days
    (london(2026, 3, 2, 16, 30), 1, london(2026, 3, 3, 9, 30)),  # over a night
    (london(2026, 3, 6, 16), 2, london(2026, 3, 9, 10)),  # over a weekend
    (london(2026, 3, 2, 7), 1, london(2026, 3, 2, 10)),  # begun before the hours
    (london(2026, 3, 2, 22), 1, london(2026, 3, 3, 10)),  # begun after them
    (london(2026, 3, 7, 11), 0.5, london(2026, 3, 9, 9, 30)),  # begun on a Saturday
    (london(2026, 12, 24, 16), 2, london(2026, 12, 29, 10)),  # over Christmas and Boxing Day's Monday
    (london(2027, 3, 25, 12), 8, london(2027, 3, 30, 12)),  # over Easter, when the clocks go forward as well
    (london(2027, 8, 27, 16, 45), 0.5, london(2027, 8, 31, 9, 15)),  # over the summer bank holiday
]


@pytest.mark.parametrize(("start", "hours", "end"), KNOWN)
def test_a_limit_passes_over_nights_weekends_and_bank_holidays(start, hours, end):
    assert after_working_hours(start, hours) == end


@pytest.mark.parametrize(("start", "hours", "end"), KNOWN)
def test_hours_are_counted_without_nights_weekends_and_bank_holidays(start, hours, end):
    assert working_hours_between(start, end) == hours


def test_nothing_passes_outside_the_hours():
    assert working_hours_between(london(2026, 3, 6, 17), london(2026, 3, 9, 9)) == 0


def test_nothing_passes_towards_the_past():
    assert working_hours_between(london(2026, 3, 4), london(2026, 3, 2)) == 0


@pytest.mark.parametrize("hours", [0, -3])
def test_no_hours_have_passed_at_once(hours):
    at = london(2026, 3, 7, 3, 20)
    assert after_working_hours(at, hours) == at


@pytest.mark.parametrize(
    ("friday", "hours_apart"),
    [(london(2026, 3, 27, 16), 65), (london(2026, 10, 23, 16), 67)],  # an hour less, and one more, than 66
    ids=["the clocks go forward", "the clocks go back"],
)
def test_a_change_of_the_clocks_moves_no_limit(friday, hours_apart):
    monday = after_working_hours(friday, 2)
    assert (monday.hour, monday.minute) == (10, 0)
    assert working_hours_between(friday, monday) == 2
    assert (monday.astimezone(UTC) - friday.astimezone(UTC)) == timedelta(hours=hours_apart)


def test_summer_hours_are_those_of_london_not_of_greenwich():
    """Half past eight in UTC is half past nine in London in July."""
    assert working_hours_between(
        datetime(2026, 7, 6, 7, 0, tzinfo=UTC), datetime(2026, 7, 6, 8, 30, tzinfo=UTC)
    ) == pytest.approx(0.5)


@given(moments, limits)
def test_as_many_hours_pass_until_a_limit_as_it_has(at, hours):
    assert working_hours_between(at, after_working_hours(at, hours)) == pytest.approx(hours, abs=1e-6)


@given(moments, limits)
def test_a_limit_is_the_first_moment_at_which_its_hours_have_passed(at, hours):
    limit = after_working_hours(at, hours)
    assert working_hours_between(at, limit - SECOND) < hours


@given(moments, limits)
def test_a_limit_lies_within_the_hours_or_where_they_close(at, hours):
    assert is_open(after_working_hours(at, hours) - timedelta(microseconds=1))


@given(moments, limits, limits)
def test_two_limits_in_a_row_are_one(at, one, other):
    apart = after_working_hours(after_working_hours(at, one), other) - after_working_hours(at, one + other)
    assert abs(apart) < SECOND


@given(moments, stretches, stretches)
def test_hours_of_two_stretches_add_up(start, one, other):
    middle, end = start + one, start + one + other
    parts = working_hours_between(start, middle) + working_hours_between(middle, end)
    assert working_hours_between(start, end) == pytest.approx(parts, abs=1e-9)


@given(moments, st.timedeltas(timedelta(), timedelta(days=3)))
def test_a_minute_counts_if_and_only_if_it_is_within_the_hours(start, stretch):
    """An independent count, minute by minute in UTC."""
    start = start.replace(second=0, microsecond=0)
    minutes = stretch // timedelta(minutes=1)
    counted = sum(is_open(start + timedelta(minutes=number)) for number in range(minutes))
    end = start + timedelta(minutes=minutes)
    assert working_hours_between(start, end) * 60 == pytest.approx(counted, abs=1e-6)
