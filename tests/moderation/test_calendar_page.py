"""The calendar of releases: months, clashes, and what is asked wrongly."""

from datetime import UTC, datetime, timedelta

import pytest

from moderation.submitting import Timing
from moderation.workflow import Plan
from posts.drafting import start_post
from teams import clock
from tests.conftest import submit_it
from tests.making import wording
from tests.pages import links, tags, words
from tests.policyblogs.test_html import wrong_with

QUEUE = "/admin/moderation/submission/"
LAST_EVENING = datetime(2026, 3, 31, 22, 50, tzinfo=UTC)  # ten minutes before April in London
START = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_spring():
    with clock.set_to(START):
        yield


def planned(cast, title, at, team=None):
    post = start_post(team or cast.team, wording(title=title), by=cast.author)
    return submit_it(post, cast.author, timing=Timing(Plan.AT, at))


def month(browser, text):
    return browser.get(QUEUE, {"show": "calendar", "month": text})


def test_a_month_shows_what_is_planned_in_it(sign_in, cast):
    planned(cast, "On the last evening", LAST_EVENING)
    browser = sign_in(cast.press_officer)
    assert "On the last evening" in words(month(browser, "2026-03"))
    assert "On the last evening" not in words(month(browser, "2026-04"))


def test_a_clash_across_the_end_of_a_month_is_marked_on_both_pages(sign_in, cast):
    planned(cast, "On the last evening", LAST_EVENING)
    planned(cast, "On the first night", LAST_EVENING + timedelta(minutes=20))
    browser = sign_in(cast.press_officer)
    for text, other in [("2026-03", "On the first night"), ("2026-04", "On the last evening")]:
        page = month(browser, text)
        assert "Clash" in tags(page)
        assert f"with {other} on " in words(page)
        assert wrong_with(page, private=True) == []


def test_releases_half_an_hour_apart_on_two_days_do_not_clash(sign_in, cast):
    planned(cast, "On the last evening", LAST_EVENING)
    planned(cast, "On the first night", LAST_EVENING + timedelta(minutes=30))
    assert "Clash" not in tags(month(sign_in(cast.press_officer), "2026-03"))


@pytest.mark.parametrize("text", ["2000-01", "2100-12"])
def test_no_month_is_offered_that_the_calendar_has_not(sign_in, cast, text):
    browser = sign_in(cast.press_officer)
    offered = [link for link in links(month(browser, text)) if link and "month=" in link]
    assert len(offered) == 1
    assert browser.get(QUEUE + offered[0]).status_code == 200


@pytest.mark.parametrize("text", ["1999-12", "2101-01", "2026-13", "x", "2026-03-01", "9" * 5000])
def test_a_month_that_is_not_there_is_not_found(sign_in, cast, text):
    assert month(sign_in(cast.press_officer), text).status_code == 404


def test_another_department_does_not_see_it(sign_in, cast):
    planned(cast, "On the last evening", LAST_EVENING)
    assert "On the last evening" not in words(month(sign_in(cast.outside_officer), "2026-03"))


@pytest.mark.parametrize("asked", ["blog=%00", "kind=%00", "show=%00", "page=%00", "show=calendar&month=%00"])
def test_a_nul_in_the_query_is_a_bad_request(sign_in, cast, asked):
    assert sign_in(cast.press_officer).get(f"{QUEUE}?{asked}").status_code == 400


@pytest.mark.parametrize("asked", ["blog=" + "x" * 5000, "blog=%ff", "kind=x", "page=" + "9" * 30])
def test_an_unknown_filter_is_no_fault(sign_in, cast, asked):
    assert sign_in(cast.press_officer).get(f"{QUEUE}?{asked}").status_code == 200
