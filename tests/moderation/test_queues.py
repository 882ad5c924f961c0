"""The lists of the press desk: what is on each and what is not."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from moderation.scheduling import cancel_release
from moderation.submitting import AT_ONCE, Timing, attest, recall
from moderation.workflow import Plan
from posts.drafting import set_partners
from teams import clock
from tests.conftest import STATEMENT, submit_it
from tests.covering import make_delegation, make_duty, make_step
from tests.embargoes import embargoed
from tests.making import SPRING, return_it, save, sign_it
from tests.queueing import BUTTON, LATER, cleared, listed, lists_with, submitted

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
LISTS_OF_WHAT_IS_UNDER_WAY = ["waiting", "claimed", "others", "authors", "scheduled"]
LONDON = ZoneInfo("Europe/London")


def of_two_authors(cast):
    return submitted(cast, authors=[cast.author, cast.co_author])


# To claim


def test_a_submitted_post_waits_for_every_press_officer_of_its_department(submission, cast):
    assert lists_with(cast.press_officer, submission) == ["waiting"]
    assert lists_with(cast.second_press_officer, submission) == ["waiting"]


@pytest.mark.parametrize("who", ["outside_officer", "clearer", "author", "administrator", "superuser"])
def test_it_is_on_no_list_of_anybody_else(submission, cast, who):
    assert lists_with(getattr(cast, who), submission) == []


def test_it_is_on_no_list_of_a_press_officer_who_has_left(submission, cast):
    cast.press_officer.is_active = False
    cast.press_officer.save()
    assert lists_with(cast.press_officer, submission) == []


def test_the_oldest_due_comes_first(cast):
    later = submitted(cast)
    with clock.set_to(SPRING - 3 * DAY):
        earlier = submitted(cast)
    assert listed(cast.press_officer, "waiting") == [earlier, later]


def test_what_waits_for_a_statement_is_not_to_be_claimed_yet(cast):
    submission = of_two_authors(cast)
    assert listed(cast.press_officer, "waiting") == []
    attest(submission.revision, STATEMENT, by=cast.co_author)
    assert listed(cast.press_officer, "waiting") == [submission]


def test_nobody_is_to_claim_a_post_with_words_of_their_own(cast):
    submission = submitted(cast, by=cast.writing_press_officer)
    assert listed(cast.writing_press_officer, "waiting") == []
    assert listed(cast.press_officer, "waiting") == [submission]


def test_a_step_waits_for_those_before_it(cast):
    make_step(cast)
    submission = submitted(cast)
    assert listed(cast.clearer, "waiting") == [submission]
    assert listed(cast.press_officer, "waiting") == []
    sign_it(submission, cast.clearer)
    assert listed(cast.clearer, "waiting") == []
    assert listed(cast.press_officer, "waiting") == [submission]


def test_steps_side_by_side_wait_for_their_groups_at_once(cast):
    make_step(cast, name="Legal advisers", members=[cast.clearer])
    make_step(cast, name="Analysts", members=[cast.second_press_officer])
    submission = submitted(cast)
    assert listed(cast.clearer, "waiting") == listed(cast.second_press_officer, "waiting") == [submission]
    assert listed(cast.press_officer, "waiting") == []


def test_a_post_of_two_departments_waits_for_both_press_offices(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    submission = submit_it(draft, cast.author)
    assert listed(cast.press_officer, "waiting") == [submission]
    assert listed(cast.outside_officer, "waiting") == [submission]


def test_what_i_signed_is_with_others_while_another_office_has_to_sign(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.press_officer)
    assert lists_with(cast.press_officer, submission) == ["others"]
    assert lists_with(cast.outside_officer, submission) == ["waiting"]


@pytest.mark.parametrize("end", [recall, return_it], ids=["recalled", "returned"])
def test_what_was_taken_back_waits_for_nobody(submission, cast, end):
    end(submission, by=cast.author if end is recall else cast.press_officer)
    assert listed(cast.press_officer, "waiting") == []


def test_what_an_embargo_closes_to_me_is_not_mine_to_claim(draft, cast):
    submission = submit_it(embargoed(draft, cast.author, cast.press_officer), cast.author)
    assert listed(cast.press_officer, "waiting") == [submission]
    assert listed(cast.second_press_officer, "waiting") == []


def test_what_is_lent_to_me_is_mine_to_claim_between_its_times(submission, cast):
    make_delegation(cast, starts=HOUR, lasts=HOUR)
    looked = [listed(cast.clearer, "waiting", SPRING + number * HOUR) for number in (0, 1, 2)]
    assert looked == [[], [submission], []]


def test_what_is_lent_by_somebody_who_wrote_it_is_not(cast):
    theirs, other = submitted(cast, by=cast.writing_press_officer), submitted(cast)
    make_delegation(cast, giver=cast.writing_press_officer)
    assert listed(cast.clearer, "waiting") == [other]
    assert theirs in listed(cast.clearer, "others")


def test_my_own_right_serves_where_a_lent_one_does_not(cast):
    submission = submitted(cast, by=cast.writing_press_officer)
    make_delegation(cast, giver=cast.writing_press_officer, receiver=cast.press_officer)
    assert listed(cast.press_officer, "waiting") == [submission]


def test_what_the_press_office_signs_is_mine_to_claim_on_duty(submission, cast):
    make_duty(cast, starts=HOUR, lasts=HOUR)
    looked = [listed(cast.clearer, "waiting", SPRING + number * HOUR) for number in (0, 1, 2)]
    assert looked == [[], [submission], []]


# With others


def test_what_is_at_the_step_of_another_group_is_with_others(cast):
    make_step(cast)
    submission = submitted(cast)
    assert lists_with(cast.press_officer, submission) == ["others"]
    assert lists_with(cast.clearer, submission) == ["waiting"]


def test_a_post_with_words_of_my_own_is_with_others(cast):
    submission = submitted(cast, by=cast.writing_press_officer)
    assert lists_with(cast.writing_press_officer, submission) == ["others"]


def test_what_waits_for_its_author_is_not_with_others(cast):
    make_step(cast)
    assert of_two_authors(cast) not in listed(cast.press_officer, "others")


# Waiting on the author


def test_what_an_author_has_not_attested_waits_on_the_author(cast):
    submission = of_two_authors(cast)
    assert lists_with(cast.press_officer, submission) == ["authors"]
    attest(submission.revision, STATEMENT, by=cast.co_author)
    assert listed(cast.press_officer, "authors") == []


def test_what_was_returned_waits_on_the_author_until_it_is_submitted_again(submission, cast):
    return_it(submission, cast.press_officer)
    assert lists_with(cast.press_officer, submission) == ["authors", "ended"]
    save(submission.post, cast.author, source="Figures are from the survey.")
    again = submit_it(submission.post, cast.author)
    assert lists_with(cast.press_officer, submission) == ["ended"]
    assert lists_with(cast.press_officer, again) == ["waiting"]


def test_what_was_recalled_is_asked_of_no_author(submission, cast):
    recall(submission, by=cast.author)
    assert lists_with(cast.press_officer, submission) == ["ended"]


# To be released


@pytest.mark.parametrize("timing", [BUTTON, LATER], ids=["button", "time"])
def test_what_every_step_has_signed_is_to_be_released(cast, timing):
    submission = cleared(cast, timing)
    assert lists_with(cast.press_officer, submission) == ["scheduled"]


def test_what_waits_for_a_decision_comes_before_what_has_a_time(cast):
    second, first = cleared(cast, Timing(Plan.AT, SPRING + 3 * HOUR)), cleared(cast, LATER)
    undecided = cleared(cast, BUTTON)
    assert listed(cast.press_officer, "scheduled") == [undecided, first, second]


def test_what_is_planned_and_not_signed_is_not_yet_to_be_released(cast):
    submitted(cast, timing=LATER)
    assert listed(cast.press_officer, "scheduled") == []


def test_what_was_given_up_is_not_to_be_released(cast):
    submission = cleared(cast)
    cancel_release(submission, by=cast.press_officer, reason="The world has moved on.")
    assert lists_with(cast.press_officer, submission) == ["ended"]


def test_whoever_has_a_step_on_the_route_sees_what_is_to_be_released(cast):
    make_step(cast)
    submission = submitted(cast, timing=BUTTON)
    sign_it(submission, cast.clearer)
    sign_it(submission, cast.press_officer)
    assert lists_with(cast.clearer, submission) == ["scheduled"]
    assert lists_with(cast.outside_officer, submission) == []


# Released today, and ended


def test_what_was_released_today_is_on_its_list(cast):
    submission = cleared(cast, AT_ONCE)
    assert lists_with(cast.press_officer, submission) == ["released", "ended"]


def test_what_was_released_yesterday_is_not(cast):
    submission = cleared(cast, AT_ONCE)
    assert lists_with(cast.press_officer, submission, SPRING + DAY) == ["ended"]


def test_a_day_begins_at_midnight_in_london(cast):
    with clock.set_to(datetime(2026, 7, 1, 23, 59, tzinfo=LONDON)):
        cleared(cast, AT_ONCE)
    with clock.set_to(datetime(2026, 7, 2, 0, 1, tzinfo=LONDON)):
        newer = cleared(cast, AT_ONCE)
    assert listed(cast.press_officer, "released", datetime(2026, 7, 2, 0, 2, tzinfo=LONDON)) == [newer]


def test_the_newest_release_comes_first(cast):
    first = cleared(cast, AT_ONCE)
    with clock.set_to(SPRING + MINUTE):
        second = cleared(cast, AT_ONCE)
    assert listed(cast.press_officer, "released", SPRING + HOUR) == [second, first]


def test_what_was_recalled_today_was_not_released_today(submission, cast):
    recall(submission, by=cast.author)
    assert listed(cast.press_officer, "released") == []


def test_what_is_under_way_has_not_ended(submission, cast):
    cleared(cast)
    assert listed(cast.press_officer, "ended") == []


@pytest.mark.parametrize(
    "make",
    [submitted, of_two_authors, cleared, lambda cast: submitted(cast, by=cast.writing_press_officer)],
    ids=["open", "not attested", "cleared", "of a press officer"],
)
def test_what_is_under_way_is_on_one_list_of_each_who_signs(cast, make):
    submission = make(cast)
    for person in (cast.press_officer, cast.second_press_officer, cast.writing_press_officer):
        keys = [key for key in lists_with(person, submission) if key in LISTS_OF_WHAT_IS_UNDER_WAY]
        assert len(keys) == 1, person.name
