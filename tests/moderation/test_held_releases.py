"""What a freeze held: on which list it is, and who is asked to decide on it when the freeze is over."""

from datetime import timedelta

import pytest

from moderation import queues
from moderation.queues import held_and_free
from moderation.scheduling import cancel_release, plan_release, release_due, release_now
from moderation.submitting import Timing, submit
from moderation.workflow import Plan
from posts.drafting import set_partners, start_post
from teams import clock, freezing
from tests.conftest import STATEMENT, submit_it
from tests.covering import make_freeze
from tests.making import SPRING, fresh, sign_it, wording
from tests.queueing import BUTTON, LATER, cleared, listed, lists_with

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR = timedelta(hours=1)


@pytest.fixture
def held(cast):
    """A submission whose time came in a freeze, which lasts from one to three hours after the start."""
    submission = cleared(cast, LATER)
    make_freeze(cast, starts=HOUR, lasts=2 * HOUR)
    with clock.set_to(LATER.at):
        release_due()
    return fresh(submission)


DURING, AFTER = SPRING + 2 * HOUR, SPRING + 4 * HOUR


def test_what_a_freeze_held_is_on_its_list_and_to_be_released(held, cast):
    assert lists_with(cast.press_officer, held, DURING) == ["scheduled", "held"]


@pytest.mark.parametrize("timing", [BUTTON, LATER], ids=["button", "time"])
def test_what_no_freeze_has_met_is_not_on_that_list(cast, timing):
    cleared(cast, timing)
    make_freeze(cast, starts=HOUR)
    assert listed(cast.press_officer, "held") == []


def test_what_was_decided_on_is_on_that_list_no_more(held, cast):
    with clock.set_to(AFTER):
        plan_release(held, Timing(Plan.AT, AFTER + HOUR), by=cast.press_officer)
    assert lists_with(cast.press_officer, held, AFTER) == ["scheduled"]


def to_decide(person, at=AFTER):
    with clock.set_to(at):
        return held_and_free(fresh(person))


@pytest.mark.parametrize("who", ["author", "co_author", "editor", "press_officer", "second_press_officer"])
def test_after_the_freeze_its_writers_and_its_press_office_are_asked_to_decide(held, cast, who):
    assert to_decide(getattr(cast, who)) == [held]


@pytest.mark.parametrize(
    "who", ["clearer", "community_manager", "administrator", "auditor", "outsider", "outside_officer"]
)
def test_nobody_else_is_asked(held, cast, who):
    assert to_decide(getattr(cast, who)) == []


def test_nobody_is_asked_while_the_freeze_holds(held, cast):
    assert to_decide(cast.press_officer, DURING) == []


def test_they_are_asked_at_the_moment_it_ends(held, cast):
    assert to_decide(cast.press_officer, SPRING + 3 * HOUR) == [held]


def test_they_are_asked_when_it_is_lifted(cast):
    submission = cleared(cast, LATER)
    freeze = make_freeze(cast, starts=HOUR, lasts=2 * HOUR)
    with clock.set_to(LATER.at):
        release_due()
        freezing.lift(freeze, by=cast.press_officer, reason="It was called off.")
    assert to_decide(cast.press_officer, DURING) == [submission]


def test_they_are_not_asked_while_another_freeze_holds(held, cast):
    make_freeze(cast, starts=2 * HOUR, lasts=4 * HOUR, everywhere=True)
    assert to_decide(cast.press_officer) == []
    assert to_decide(cast.press_officer, SPRING + 6 * HOUR) == [held]


def test_what_another_freeze_still_stops_hides_nothing_that_can_be_decided(draft, cast, monkeypatch):
    monkeypatch.setattr(queues, "HELD_AT_MOST", 1)
    set_partners(draft, [cast.other_team], by=cast.author)
    stopped, by = submit_it(draft, cast.author, timing=LATER), cast.outside_officer
    sign_it(stopped, cast.press_officer)
    sign_it(stopped, by)
    free = cleared(cast, LATER)
    make_freeze(cast, starts=HOUR, lasts=2 * HOUR)
    make_freeze(cast, department=cast.other_department, by=by, directors=[by], starts=HOUR, lasts=9 * HOUR)
    with clock.set_to(LATER.at):
        assert release_due() == 2
    assert to_decide(cast.press_officer) == [free]


def test_a_freeze_of_all_departments_holds_each_and_each_is_decided_where_it_belongs(cast):
    ours = cleared(cast, LATER)
    post = start_post(cast.other_team, wording(), by=cast.outsider)
    theirs = submit(post, STATEMENT, by=cast.outsider, version=1, timing=LATER)
    sign_it(theirs, cast.outside_officer)
    make_freeze(cast, starts=HOUR, lasts=2 * HOUR, everywhere=True)
    with clock.set_to(LATER.at):
        assert release_due() == 2
    assert to_decide(cast.press_officer) == [ours]
    assert to_decide(cast.outside_officer) == [theirs]


def test_the_writers_of_a_partner_are_asked_where_its_freeze_held_the_post(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    submission = submit_it(draft, cast.author, timing=LATER)
    sign_it(submission, cast.press_officer)
    sign_it(submission, cast.outside_officer)
    by = cast.outside_officer
    make_freeze(cast, department=cast.other_department, by=by, directors=[by], starts=HOUR, lasts=2 * HOUR)
    with clock.set_to(LATER.at):
        release_due()
    assert to_decide(cast.outsider, DURING) == []
    assert to_decide(cast.outsider) == to_decide(cast.author) == [submission]


def test_once_decided_nobody_is_asked_again(held, cast):
    with clock.set_to(AFTER):
        release_now(held, by=cast.author)
    assert to_decide(cast.press_officer) == []


def test_once_given_up_nobody_is_asked_again(held, cast):
    with clock.set_to(AFTER):
        cancel_release(held, by=cast.author, reason="The world has moved on.")
    assert to_decide(cast.press_officer) == []


def test_the_desk_leads_to_each_decision(sign_in, held, cast):
    with clock.set_to(AFTER):
        page = sign_in(cast.author).get("/desk/").content.decode()
    assert f"/desk/posts/{held.post_id}/release/" in page
    assert "Decide what becomes of it" in page
