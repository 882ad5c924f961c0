"""Times as people say them, in London."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.dateformat import format as format_date

LONDON = ZoneInfo("Europe/London")
NEAR_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def said_date(when: dt.date | None) -> str:
    """3 June 2026; of a moment, the day that it is in London."""
    if isinstance(when, dt.datetime):
        when = when.astimezone(LONDON)
    return format_date(when, "j F Y") if when else ""


def said_hour(when: dt.datetime | None) -> str:
    """9:30am, in London; 9am at the full hour; midday and midnight by name."""
    if not when:
        return ""
    local = when.astimezone(LONDON)
    if local.minute == 0 and local.hour % 12 == 0:
        return "midday" if local.hour else "midnight"
    minutes = f":{local:%M}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def said_time(when: dt.datetime | None) -> str:
    """3 June 2026 at 9:30am, in London."""
    return f"{said_date(when)} at {said_hour(when)}" if when else ""


def said_when(when: dt.datetime | None) -> str:
    """As `said_time`, but yesterday, today and tomorrow by name. Not for pages that are kept."""
    if not when:
        return ""
    days = (when.astimezone(LONDON).date() - timezone.now().astimezone(LONDON).date()).days
    return f"{NEAR_DAYS.get(days) or said_date(when)} at {said_hour(when)}"
