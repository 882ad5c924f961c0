"""What the press desk shows beside its lists: filters, counts, who is on duty, and a month of releases."""

from datetime import timedelta

import pytest

from moderation.submitting import Timing
from moderation.workflow import Plan
from posts.models import Kind
from teams import clock
from tests.conftest import make_person
from tests.covering import make_duty
from tests.making import SPRING
from tests.pages import links, words
from tests.queueing import BUTTON, cleared, submitted

pytestmark = pytest.mark.usefixtures("in_spring")

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
QUEUE = "/admin/moderation/submission/"
MONTH = f"{QUEUE}?show=calendar"


@pytest.fixture
def desk(sign_in, cast):
    """The browser of a press officer."""
    return sign_in(cast.press_officer)


@pytest.fixture
def water_author(cast):
    return make_person("Wes Water", ("author", cast.sister_team))


def shown(browser, **asked):
    return {submission.revision.title for submission in browser.get(QUEUE, asked).context["page"]}


def counts(browser):
    return {key: number for key, _, number in browser.get(QUEUE).context["lists"]}


def days_of(page):
    """The days of a month's calendar, with the titles on each and whether they clash."""
    days = page.context["days"]
    return {
        str(day): [(line.submission.revision.title, bool(line.clashes)) for line in rows]
        for day, rows in days
    }


# Filters


def test_a_list_is_narrowed_to_one_blog(desk, cast, water_author):
    submitted(cast, title="Floods")
    submitted(cast, title="Water", team=cast.sister_team, by=water_author)
    assert shown(desk) == {"Floods", "Water"}
    assert shown(desk, blog="water") == {"Water"}


def test_a_list_is_narrowed_to_one_kind_of_post(desk, cast):
    submitted(cast, title="Update")
    submitted(cast, title="Question", kind=Kind.QUESTION)
    assert shown(desk, kind="question") == {"Question"}
    assert shown(desk, kind="update") == {"Update"}


def test_a_list_is_narrowed_to_what_is_late(desk, cast):
    submitted(cast, title="Old")
    with clock.set_to(SPRING + 7 * DAY):
        submitted(cast, title="New")
        assert shown(desk, late="1") == {"Old"}


def test_what_is_signed_is_late_no_more(desk, cast):
    cleared(cast, BUTTON)
    with clock.set_to(SPRING + 7 * DAY):
        assert shown(desk, show="scheduled") != set()
        assert shown(desk, show="scheduled", late="1") == set()


def test_filters_narrow_together(desk, cast, water_author):
    submitted(cast, title="Floods", kind=Kind.QUESTION)
    submitted(cast, title="Water", team=cast.sister_team, by=water_author)
    assert shown(desk, blog="water", kind="question") == set()


@pytest.mark.parametrize("kind", ["opinion", "'"])
def test_a_kind_that_is_none_narrows_nothing(desk, cast, kind):
    submitted(cast, title="Update")
    assert shown(desk, kind=kind) == {"Update"}


def test_only_blogs_with_something_on_the_desk_are_offered(desk, cast):
    submitted(cast)
    assert [blog.slug for blog in desk.get(QUEUE).context["blogs"]] == ["floods"]


def test_a_filter_shows_nothing_that_is_on_the_desk_of_another(desk, cast):
    submitted(cast, title="Streets", team=cast.other_team, by=cast.outsider)
    assert shown(desk, blog="streets") == set()


# Counts, and who is on duty


def test_each_list_says_how_many_it_holds(desk, cast):
    submitted(cast)
    submitted(cast)
    cleared(cast, BUTTON)
    found = counts(desk)
    assert (found["waiting"], found["scheduled"], found["held"]) == (2, 1, 0)


def test_lists_of_what_has_ended_are_not_counted(desk, cast):
    assert counts(desk)["ended"] is None
    assert counts(desk)["released"] is None


def test_the_desk_says_who_is_on_duty(desk, cast):
    make_duty(cast)
    assert "Cleo Clearer" in words(desk.get(QUEUE))


def test_it_does_not_say_who_is_on_duty_elsewhere(sign_in, cast):
    make_duty(cast)
    assert "Cleo Clearer" not in words(sign_in(cast.outside_officer).get(QUEUE))


# A month of releases


def test_the_calendar_shows_a_month_by_days(desk, cast):
    cleared(cast, Timing(Plan.AT, SPRING + DAY), title="First")
    submitted(cast, timing=Timing(Plan.AT, SPRING + 2 * DAY), title="Second")
    found = days_of(desk.get(MONTH))
    assert found == {"2026-03-03": [("First", False)], "2026-03-04": [("Second", False)]}


def test_clashes_are_marked(desk, cast):
    for title, place in (("First", 0), ("Second", 10)):
        cleared(cast, Timing(Plan.AT, SPRING + DAY + place * MINUTE), title=title)
    assert days_of(desk.get(MONTH)) == {"2026-03-03": [("First", True), ("Second", True)]}


def test_another_month_is_asked_for(desk, cast):
    cleared(cast, Timing(Plan.AT, SPRING + 60 * DAY), title="In May")
    assert days_of(desk.get(MONTH)) == {}
    assert days_of(desk.get(f"{MONTH}&month=2026-05")) == {"2026-05-01": [("In May", False)]}


def test_a_release_just_after_midnight_in_london_is_in_the_month_of_london(desk, cast):
    at = SPRING.replace(month=6, day=30, hour=23, minute=30)  # in summer half past midnight of the next day
    cleared(cast, Timing(Plan.AT, at), title="In July")
    assert days_of(desk.get(f"{MONTH}&month=2026-06")) == {}
    assert days_of(desk.get(f"{MONTH}&month=2026-07")) == {"2026-07-01": [("In July", False)]}


def test_the_calendar_leads_to_the_months_beside_it(desk, cast):
    found = " ".join(links(desk.get(f"{MONTH}&month=2026-12")))
    assert "month=2026-11" in found
    assert "month=2027-01" in found


@pytest.mark.parametrize("month", ["2026-13", "March", "1999-12", "2101-01", "2026-03-02", "'"])
def test_there_is_no_such_month(desk, cast, month):
    assert desk.get(f"{MONTH}&month={month}").status_code == 404
