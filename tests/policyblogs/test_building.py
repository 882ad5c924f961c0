"""The demonstration can be built at any time of any day: its stories are told from the time of building."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from policyblogs.demonstration.building import build
from posts.models import Post
from teams import clock
from teams.verifying import verify_everything

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 10, 26, 0, 5, tzinfo=LONDON),  # the night after the clocks went back
        datetime(2026, 3, 29, 8, 55, tzinfo=LONDON),  # a Sunday; the clocks went forward in the night
        datetime(2026, 1, 1, 23, 58, tzinfo=LONDON),  # a bank holiday
    ],
    ids=str,
)
def test_it_is_built_at_any_time_of_day(db, at):
    with clock.set_to(at):
        build()
    assert Post.objects.live().count() > 20
    assert verify_everything().lines == []
