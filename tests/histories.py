"""Past governments for tests, and posts published under them."""

from datetime import UTC, date, datetime

from posts.history import set_history
from posts.restrictions import PastGovernment
from teams import clock
from tests.making import make_live

FIRST, LAST = date(2019, 7, 24), date(2024, 7, 4)
NAME = "2019 to 2024 Conservative government"
THEN = datetime(2021, 5, 4, 12, tzinfo=UTC)
BANNER = f"This was published under the {NAME}"


def a_past_government(cast, starts_on=FIRST, ends_on=LAST, **other):
    """Not set yet."""
    values = {"department": cast.department, "name": NAME, "starts_on": starts_on, "ends_on": ends_on}
    return PastGovernment(**{**values, **other})


def make_history(cast, starts_on=FIRST, ends_on=LAST, **other):
    """History mode, set by the department's administrator."""
    return set_history(a_past_government(cast, starts_on, ends_on, **other), by=cast.administrator)


def make_live_then(cast, at=THEN, **changes):
    """A post of the first team that was published at that time."""
    with clock.set_to(at):
        return make_live(cast, **changes)
