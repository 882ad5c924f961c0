"""Time limits in working days and working hours. Bank holidays are those of England and Wales.

Working hours are Monday to Friday from 9am to 5pm in London, where clocks only change at night on Sundays:
within one working day, the time on the wall is the time that passes.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

import holidays
from django.utils import timezone

OPENS, CLOSES = time(9), time(17)
HOUR = timedelta(hours=1)


@cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in _bank_holidays()


def is_working_time(at: datetime) -> bool:
    """Whether it is within working hours, London time."""
    local = timezone.localtime(at)
    return is_working_day(local.date()) and OPENS <= local.time() < CLOSES


def after_working_days(at: datetime, days: int) -> datetime:
    """Return the same time of day, London time, `days` working days after `at`."""
    local = timezone.localtime(at)
    while days > 0:
        local += timedelta(days=1)
        days -= is_working_day(local.date())
    return local


def working_hours_between(start: datetime, end: datetime) -> float:
    """Return the working hours that pass from `start` to `end`: none where `end` is not later."""
    first, last = timezone.localtime(start), timezone.localtime(end)
    days = (last.date() - first.date()).days + 1
    passed = timedelta()
    for day in (first.date() + timedelta(days=number) for number in range(days)):
        opens, closes = _open_hours(day)
        if is_working_day(day):
            passed += max(min(last, closes) - max(first, opens), timedelta())
    return passed / HOUR


def after_working_hours(at: datetime, hours: float) -> datetime:
    """Return the first moment, London time, by which `hours` working hours have passed since `at`.

    What ends with the working day ends at 5pm, not at 9am on the next. No hours at all have passed at once.
    """
    local, left = timezone.localtime(at), hours * HOUR
    while left > timedelta():
        opens, closes = _open_hours(local.date())
        begins = max(local, opens)
        if begins < closes and is_working_day(local.date()):
            passing = min(left, closes - begins)
            local, left = begins + passing, left - passing
        if left:
            local = datetime.combine(local.date() + timedelta(days=1), time(), local.tzinfo)
    return local


def _open_hours(day: date) -> tuple[datetime, datetime]:
    zone = timezone.get_current_timezone()
    return datetime.combine(day, OPENS, zone), datetime.combine(day, CLOSES, zone)
