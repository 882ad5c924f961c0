"""The calendar of releases: what is on it, and what clashes with what."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from moderation.queues import calendar, desk_of
from moderation.submitting import Timing, recall
from moderation.workflow import Plan
from teams import clock
from tests.conftest import make_person, submit_it
from tests.embargoes import embargoed
from tests.making import SPRING, fresh
from tests.queueing import BUTTON, LATER, cleared, submitted

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
LONDON = ZoneInfo("Europe/London")


def on_calendar(person, first=SPRING, last=SPRING + 7 * DAY):
    return calendar(desk_of(fresh(person)), first, last)


def planned(cast, at, *, team=None, by=None):
    return submitted(cast, timing=Timing(Plan.AT, at), team=team, by=by)


def clashing(person):
    """The pairs that clash on the calendar of this person."""
    return {
        frozenset([line.submission.pk, other.pk]) for line in on_calendar(person) for other in line.clashes
    }


@pytest.fixture
def water_author(cast):
    return make_person("Wes Water", ("author", cast.sister_team))


def test_the_calendar_has_what_is_planned_in_the_order_of_its_times(cast):
    second, first = planned(cast, SPRING + 2 * DAY), planned(cast, SPRING + DAY)
    assert [line.submission for line in on_calendar(cast.press_officer)] == [first, second]


def test_it_has_what_is_signed_and_what_is_not(cast):
    signed, unsigned = cleared(cast, LATER), planned(cast, SPRING + 3 * DAY)
    assert [line.submission for line in on_calendar(cast.press_officer)] == [signed, unsigned]


def test_it_has_what_is_planned_from_its_first_moment_and_before_its_last(cast):
    first, last = SPRING + DAY, SPRING + 2 * DAY
    inside = [planned(cast, at) for at in (first, last - MINUTE)]
    for at in (first - MINUTE, last):
        planned(cast, at)
    assert [line.submission for line in on_calendar(cast.press_officer, first, last)] == inside


def test_it_has_nothing_without_a_time(cast):
    submitted(cast)
    cleared(cast, BUTTON)
    assert on_calendar(cast.press_officer) == []


def test_it_has_nothing_that_has_ended(cast):
    recall(planned(cast, SPRING + DAY), by=cast.author)
    assert on_calendar(cast.press_officer) == []


@pytest.mark.parametrize("who", ["outside_officer", "clearer", "author"])
def test_it_has_nothing_that_is_not_on_the_desk_of_its_reader(cast, who):
    planned(cast, SPRING + DAY)
    assert on_calendar(getattr(cast, who)) == []


def test_it_has_nothing_that_an_embargo_closes_to_its_reader(draft, cast):
    post = embargoed(draft, cast.author, cast.press_officer)
    with clock.set_to(datetime(2036, 3, 4, 8, tzinfo=LONDON)):
        release = Timing(Plan.AT, datetime(2036, 3, 4, 10, tzinfo=LONDON))
        submission = submit_it(post, cast.author, timing=release)
        days = datetime(2036, 3, 4, tzinfo=LONDON), datetime(2036, 3, 5, tzinfo=LONDON)
        assert [line.submission for line in on_calendar(cast.press_officer, *days)] == [submission]
        assert on_calendar(cast.second_press_officer, *days) == []


def test_two_releases_of_a_blog_on_one_day_clash(cast):
    one, other = planned(cast, SPRING + DAY), planned(cast, SPRING + DAY + 6 * HOUR)
    assert clashing(cast.press_officer) == {frozenset([one.pk, other.pk])}


def test_two_releases_of_a_blog_on_two_days_do_not(cast):
    planned(cast, SPRING + DAY)
    planned(cast, SPRING + 2 * DAY)
    assert clashing(cast.press_officer) == set()


def test_the_days_are_those_of_london(cast):
    before_midnight = datetime(2026, 7, 1, 23, 0, tzinfo=LONDON)  # in summer 22:00 by the clock of the world
    planned(cast, before_midnight)
    planned(cast, before_midnight + HOUR + MINUTE)
    lines = on_calendar(cast.press_officer, before_midnight, before_midnight + DAY)
    assert [line.clashes for line in lines] == [[], []]


@pytest.mark.parametrize(("apart", "clashes"), [(29 * MINUTE, True), (30 * MINUTE, False)], ids=["29", "30"])
def test_two_blogs_of_a_department_clash_within_half_an_hour(cast, water_author, apart, clashes):
    one = planned(cast, SPRING + DAY)
    other = planned(cast, SPRING + DAY + apart, team=cast.sister_team, by=water_author)
    assert clashing(cast.press_officer) == ({frozenset([one.pk, other.pk])} if clashes else set())


def test_blogs_of_two_departments_do_not_clash(cast):
    both = make_person(
        "Bo Both", ("press_officer", cast.department), ("press_officer", cast.other_department)
    )
    planned(cast, SPRING + DAY)
    planned(cast, SPRING + DAY, team=cast.other_team, by=cast.outsider)
    assert len(on_calendar(both)) == 2
    assert clashing(both) == set()


def test_of_three_each_says_what_it_clashes_with(cast, water_author):
    early = planned(cast, SPRING + DAY)
    near = planned(cast, SPRING + DAY + 20 * MINUTE, team=cast.sister_team, by=water_author)
    late = planned(cast, SPRING + DAY + 5 * HOUR)
    told = {line.submission: line.clashes for line in on_calendar(cast.press_officer)}
    assert told == {early: [near, late], near: [early], late: [early]}
