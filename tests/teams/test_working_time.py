"""Time limits in working days, on known dates."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from teams.working_time import after_working_days, is_working_day

LONDON = ZoneInfo("Europe/London")


def london(year, month, day, hour=10, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 3, 2), True),  # a Monday
        (date(2026, 3, 7), False),  # a Saturday
        (date(2026, 3, 8), False),  # a Sunday
        (date(2026, 12, 24), True),  # Christmas Eve
        (date(2026, 12, 25), False),  # Christmas Day
        (date(2026, 12, 28), False),  # Boxing Day was a Saturday, so the Monday after
        (date(2026, 12, 29), True),
        (date(2027, 1, 1), False),  # New Year's Day
        (date(2027, 3, 26), False),  # Good Friday
        (date(2027, 3, 29), False),  # Easter Monday
        (date(2027, 5, 3), False),  # Early May bank holiday
        (date(2027, 8, 30), False),  # Summer bank holiday
        (date(2026, 11, 30), True),  # St Andrew's Day: a holiday in Scotland only
        (date(2027, 3, 17), True),  # St Patrick's Day: a holiday in Northern Ireland only
    ],
)
def test_working_days_are_those_of_england_and_wales(day, works):
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (london(2026, 3, 2), 2, london(2026, 3, 4)),  # within a week
        (london(2026, 3, 6), 2, london(2026, 3, 10)),  # over a weekend
        (london(2026, 3, 7), 1, london(2026, 3, 9)),  # begun on a Saturday
        (london(2026, 12, 23), 2, london(2026, 12, 29)),  # over Christmas
        (london(2026, 12, 24, 17), 5, london(2027, 1, 5, 17)),  # over Christmas and the New Year
        (london(2027, 3, 25), 2, london(2027, 3, 31)),  # over Easter, when the clocks go forward as well
        (london(2026, 3, 2), 0, london(2026, 3, 2)),
    ],
)
def test_a_limit_passes_over_weekends_and_bank_holidays(start, days, end):
    assert after_working_days(start, days) == end


def test_a_limit_keeps_the_time_of_day_when_the_clocks_go_forward():
    """On 29 March 2026, so the Monday after is an hour nearer."""
    before = london(2026, 3, 27, 16, 30)
    after = after_working_days(before, 1)
    assert (after.hour, after.minute, after.date()) == (16, 30, date(2026, 3, 30))
    assert (after.astimezone(UTC) - before.astimezone(UTC)).total_seconds() == 71 * 3600


def test_a_limit_keeps_the_time_of_day_when_the_clocks_go_back():
    before = london(2026, 10, 23, 16, 30)
    after = after_working_days(before, 1)
    assert (after.hour, after.date()) == (16, date(2026, 10, 26))
    assert (after.astimezone(UTC) - before.astimezone(UTC)).total_seconds() == 73 * 3600


def test_the_day_is_that_of_london_not_of_greenwich():
    """Half past eleven on a summer Sunday evening in UTC is Monday in London."""
    sunday_in_utc = datetime(2026, 7, 5, 23, 30, tzinfo=UTC)
    assert after_working_days(sunday_in_utc, 1).date() == date(2026, 7, 7)


def test_a_limit_is_aware_of_its_time_zone():
    assert timezone.is_aware(after_working_days(timezone.now(), 2))
