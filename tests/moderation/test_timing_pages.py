"""The page of when a post goes live: the plan, the button, giving a release up, and what a freeze says."""

from datetime import timedelta

import pytest

from moderation.scheduling import release_due
from moderation.submitting import Timing
from moderation.workflow import Plan, State
from teams import clock
from tests.conftest import submit_it
from tests.covering import make_freeze
from tests.embargoes import embargoed
from tests.making import SPRING, fresh, sign_it
from tests.pages import errors, typed, words
from tests.queueing import LATER

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR = timedelta(hours=1)
BUTTON, CANCEL = "Release it now", "Give up this release"
WHO_DECIDES = ["author", "co_author", "editor", "press_officer", "second_press_officer"]


@pytest.fixture
def signed(draft, cast):
    """A submission that every step has signed and that waits for its button."""
    submission = submit_it(draft, cast.author, timing=Timing(Plan.BUTTON))
    sign_it(submission, cast.press_officer)
    return fresh(submission)


@pytest.fixture
def held(draft, cast):
    """A submission whose time came in a freeze, which lasts until three hours after the start."""
    submission = submit_it(draft, cast.author, timing=LATER)
    sign_it(submission, cast.press_officer)
    make_freeze(cast, starts=HOUR, lasts=2 * HOUR)
    with clock.set_to(LATER.at):
        release_due()
    return fresh(submission)


def page_of(submission):
    return f"/desk/posts/{submission.post_id}/release/"


def planned(submission):
    submission = fresh(submission)
    return submission.plan, submission.release_at


@pytest.mark.parametrize("who", WHO_DECIDES)
def test_its_writers_and_its_press_office_plan_the_release(sign_in, submission, cast, who):
    sent = {"act": "plan", "plan": "at", "day": "2026-03-30", "hour": "09:30"}
    answer = sign_in(getattr(cast, who)).post(page_of(submission), sent)
    assert answer.status_code == 302
    assert planned(submission)[0] == Plan.AT
    assert planned(submission)[1].isoformat() == "2026-03-30T08:30:00+00:00"


@pytest.mark.parametrize("who", ["outsider", "outside_officer", "clearer", "community_manager", "auditor"])
def test_nobody_else_does(sign_in, submission, cast, who):
    before = planned(submission)
    sent = {"act": "plan", "plan": "button"}
    answer = sign_in(getattr(cast, who)).post(page_of(submission), sent)
    assert answer.status_code in (403, 404)
    assert planned(submission) == before


def test_the_form_starts_with_the_plan_as_it_stands_in_the_time_of_london(sign_in, draft, cast):
    summer = SPRING.replace(month=7)
    submission = submit_it(draft, cast.author, timing=Timing(Plan.AT, summer))
    form = typed(sign_in(cast.author).get(page_of(submission)))
    assert (form["plan"], form["day"], form["hour"]) == ("at", "2026-07-02", "10:00")


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({}, "Choose when the post should go live."),
        ({"plan": "held"}, None),
        ({"plan": "at", "hour": "09:30"}, "Enter the day of release."),
        ({"plan": "at", "day": "2026-03-30"}, "Enter the time of release."),
        ({"plan": "at", "day": "2026-03-01", "hour": "09:30"}, "The time of release has passed"),
        ({"plan": "at", "day": "2027-04-30", "hour": "09:30"}, "Choose a time of release within a year."),
        ({"plan": "at", "day": "2026-03-29", "hour": "01:30"}, "does not exist, as the clocks go forward"),
    ],
    ids=["nothing", "by a freeze", "no day", "no time", "past", "far", "skipped"],
)
def test_a_faulty_plan_is_refused_and_changes_nothing(sign_in, signed, cast, sent, message):
    page = sign_in(cast.author).post(page_of(signed), {"act": "plan", **sent})
    assert page.status_code == 422
    assert any((message or "") in error for error in errors(page))
    assert planned(signed) == (Plan.BUTTON, None)


def test_the_button_releases_what_is_signed(sign_in, signed, cast):
    browser = sign_in(cast.author)
    assert BUTTON in words(browser.get(page_of(signed)))
    browser.post(page_of(signed), {"act": "now"})
    assert fresh(signed.post).is_live


def test_there_is_no_button_before_every_step_has_signed(sign_in, submission, cast):
    browser = sign_in(cast.author)
    page = words(browser.get(page_of(submission)))
    assert BUTTON not in page
    assert CANCEL not in page
    assert browser.post(page_of(submission), {"act": "now"}).status_code == 409
    assert not fresh(submission.post).is_live


def test_looking_at_the_page_releases_nothing(sign_in, signed, cast):
    sign_in(cast.author).get(page_of(signed), {"act": "now"})
    assert not fresh(signed.post).is_live


def test_a_release_is_given_up_with_its_reason(sign_in, signed, cast):
    sent = {"act": "cancel", "reason": "The world has moved on."}
    sign_in(cast.press_officer).post(page_of(signed), sent)
    assert fresh(signed).state == State.CANCELLED


def test_without_a_reason_it_is_not_given_up(sign_in, signed, cast):
    page = sign_in(cast.press_officer).post(page_of(signed), {"act": "cancel", "reason": " "})
    assert (page.status_code, fresh(signed).state) == (422, State.CLEARED)


def test_there_is_no_such_page_without_anything_under_way(sign_in, draft, cast):
    assert sign_in(cast.author).get(f"/desk/posts/{draft.pk}/release/").status_code == 404


def test_an_act_that_is_none_does_nothing(sign_in, signed, cast):
    before = planned(signed)
    assert sign_in(cast.author).post(page_of(signed), {"act": "sign"}).status_code == 422
    assert planned(signed) == before


def test_a_freeze_is_named_and_leaves_no_button(sign_in, signed, cast):
    make_freeze(cast, starts=-HOUR)
    browser = sign_in(cast.author)
    page = words(browser.get(page_of(signed)))
    assert "An election has been called." in page
    assert BUTTON not in page
    assert CANCEL in page


def test_the_button_pressed_in_a_freeze_is_refused_with_its_notice(sign_in, signed, cast):
    browser = sign_in(cast.author)
    browser.get(page_of(signed))
    make_freeze(cast, starts=-HOUR)
    page = browser.post(page_of(signed), {"act": "now"})
    assert page.status_code == 409
    assert "An election has been called." in words(page)
    assert not fresh(signed.post).is_live


def test_what_a_freeze_held_says_so_and_is_planned_anew(sign_in, held, cast):
    browser = sign_in(cast.author)
    page = browser.get(page_of(held))
    assert "A freeze has stopped it. Decide what becomes of it." in words(page)
    assert typed(page).get("plan") is None
    browser.post(page_of(held), {"act": "plan", "plan": "at", "day": "2026-03-30", "hour": "09:30"})
    assert planned(held)[0] == Plan.AT


def test_what_a_freeze_held_is_released_by_the_button_after_it(sign_in, held, cast):
    with clock.set_to(SPRING + 3 * HOUR):
        browser = sign_in(cast.author)
        assert BUTTON in words(browser.get(page_of(held)))
        browser.post(page_of(held), {"act": "now"})
    assert fresh(held.post).is_live


def test_a_time_before_an_embargo_ends_is_refused(sign_in, draft, cast):
    with clock.set_to(SPRING.replace(year=2036)):
        post = embargoed(draft, cast.author)
        browser = sign_in(cast.author)
        browser.post(f"/desk/posts/{post.pk}/open/")
        submission = submit_it(post, cast.author, timing=Timing(Plan.BUTTON))
        sent = {"act": "plan", "plan": "at", "day": "2036-03-04", "hour": "09:29"}
        page = browser.post(page_of(submission), sent)
    assert page.status_code in (409, 422)
    assert planned(submission) == (Plan.BUTTON, None)
