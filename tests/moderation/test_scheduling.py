"""When a signed text goes live: at its time, by the button, in order, once; and what a freeze holds."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from moderation.exceptions import grant_exception
from moderation.forms import TimingForm
from moderation.models import Submission
from moderation.scheduling import cancel_release, plan_release, release_due, release_now
from moderation.submitting import AT_ONCE, Timing
from moderation.workflow import Plan, State
from posts.drafting import start_post
from posts.models import Post
from teams import clock, freezing
from teams.forms import MomentField
from teams.models import Entry, Freeze
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.covering import make_freeze
from tests.making import SPRING, fresh, make_many_scheduled, sign_it, wording

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR = timedelta(hours=1)
LATER = Timing(Plan.AT, SPRING + 2 * HOUR)
BUTTON = Timing(Plan.BUTTON)


def cleared(draft, cast, timing=LATER):
    submission = submit_it(draft, cast.author, timing=timing)
    sign_it(submission, cast.press_officer)
    return fresh(submission)


def due_at(at):
    """What a worker does at this time."""
    with clock.set_to(at):
        return release_due()


def is_live(submission):
    return fresh(submission.post).is_live


# At a time


def test_a_post_planned_for_a_time_waits_when_it_is_signed(draft, cast):
    submission = cleared(draft, cast)
    assert (submission.state, is_live(submission)) == (State.CLEARED, False)


def test_it_does_not_go_live_a_second_early(draft, cast):
    submission = cleared(draft, cast)
    assert due_at(LATER.at - timedelta(seconds=1)) == 0
    assert not is_live(submission)


def test_it_goes_live_at_its_time(draft, cast):
    submission = cleared(draft, cast)
    assert due_at(LATER.at) == 1
    assert is_live(submission)


def test_it_goes_live_once_however_many_workers_look(draft, cast):
    cleared(draft, cast)
    assert [due_at(LATER.at) for _ in range(3)] == [1, 0, 0]
    assert Entry.objects.filter(action="post.released").count() == 1


def test_a_worker_that_was_away_releases_what_is_due_in_the_order_of_its_times(cast):
    posts = make_many_scheduled(cast, 5, first=SPRING + HOUR, step=-timedelta(minutes=1))
    assert due_at(SPRING + 10 * HOUR) == 5
    told = (
        Entry.objects.filter(action="post.released").order_by("number").values_list("subject_id", flat=True)
    )
    assert list(told) == [post.pk for post in reversed(posts)]


def test_it_is_not_released_where_its_time_came_before_its_signature(draft, cast):
    submission = submit_it(draft, cast.author, timing=LATER)
    assert due_at(LATER.at + HOUR) == 0
    with clock.set_to(LATER.at + HOUR):
        sign_it(submission, cast.press_officer)
    assert is_live(submission)  # by the signature that came late


def test_a_new_time_takes_the_place_of_the_old(draft, cast):
    submission = cleared(draft, cast)
    plan_release(submission, Timing(Plan.AT, LATER.at + HOUR), by=cast.author)
    assert due_at(LATER.at) == 0
    assert due_at(LATER.at + HOUR) == 1


def test_a_time_that_has_passed_is_refused(draft, cast):
    submission = cleared(draft, cast)
    with pytest.raises(NotNow):
        plan_release(submission, Timing(Plan.AT, SPRING - HOUR), by=cast.author)


# By the button


def test_time_does_not_release_what_waits_for_the_button(draft, cast):
    submission = cleared(draft, cast, BUTTON)
    assert due_at(SPRING + 1000 * HOUR) == 0
    assert not is_live(submission)


@pytest.mark.parametrize("who", ["author", "press_officer"])
def test_its_writers_and_the_press_office_press_it(draft, cast, who):
    submission = cleared(draft, cast, BUTTON)
    release_now(submission, by=getattr(cast, who))
    assert is_live(submission)


@pytest.mark.parametrize("who", ["outsider", "outside_officer", "nobody", "superuser", "auditor"])
def test_nobody_else_presses_it(draft, cast, who):
    submission = cleared(draft, cast, BUTTON)
    with pytest.raises(NotAllowed):
        release_now(submission, by=getattr(cast, who))
    assert not is_live(submission)


def test_it_cannot_be_pressed_before_the_signature(draft, cast):
    submission = submit_it(draft, cast.author, timing=BUTTON)
    with pytest.raises(NotNow):
        release_now(submission, by=cast.author)
    assert not is_live(submission)


# Cancelled


def test_a_cancelled_release_does_not_happen_and_its_draft_opens(draft, cast):
    submission = cleared(draft, cast)
    cancel_release(submission, by=cast.author, reason="The figures have moved on.")
    assert due_at(LATER.at) == 0
    assert (fresh(submission).state, fresh(draft).draft.locked) == (State.CANCELLED, False)


def test_cancelling_needs_a_reason(draft, cast):
    submission = cleared(draft, cast)
    with pytest.raises(NotNow):
        cancel_release(submission, by=cast.author, reason=" ")
    assert fresh(submission).state == State.CLEARED


# Freezes


@pytest.fixture
def freeze(cast):
    """An election freeze around the planned time."""
    return make_freeze(cast, starts=HOUR, lasts=4 * HOUR)


AFTER = SPRING + 6 * HOUR


def test_a_freeze_holds_what_comes_due_in_it(draft, cast, freeze):
    submission = cleared(draft, cast)
    assert due_at(LATER.at) == 1
    assert (fresh(submission).plan, is_live(submission)) == (Plan.HELD, False)


def test_what_is_held_is_not_released_by_the_end_of_the_freeze(draft, cast, freeze):
    submission = cleared(draft, cast)
    due_at(LATER.at)
    assert due_at(AFTER) == 0
    assert not is_live(submission)


def test_what_is_held_is_released_by_a_decision_after_the_freeze(draft, cast, freeze):
    submission = cleared(draft, cast)
    due_at(LATER.at)
    with clock.set_to(AFTER):
        release_now(fresh(submission), by=cast.press_officer)
    assert is_live(submission)


def test_a_decision_in_the_freeze_releases_nothing(draft, cast, freeze):
    submission = cleared(draft, cast)
    due_at(LATER.at)
    with clock.set_to(LATER.at + HOUR), pytest.raises(NotNow):
        release_now(fresh(submission), by=cast.press_officer)
    assert not is_live(submission)


def test_a_signature_in_a_freeze_is_kept_and_releases_nothing(draft, cast, freeze):
    submission = submit_it(draft, cast.author, timing=AT_ONCE)
    with clock.set_to(LATER.at):
        sign_it(submission, cast.press_officer)
    assert (fresh(submission).state, fresh(submission).plan) == (State.CLEARED, Plan.HELD)


def test_a_freeze_that_was_lifted_holds_nothing(draft, cast, freeze):
    submission = cleared(draft, cast)
    with clock.set_to(LATER.at - timedelta(minutes=1)):
        freezing.lift(freeze, by=cast.press_officer, reason="It was called off.")
    assert due_at(LATER.at) == 1
    assert is_live(submission)


def test_a_freeze_of_another_department_holds_nothing(draft, cast):
    make_freeze(
        cast,
        department=cast.other_department,
        by=cast.outside_officer,
        directors=[cast.outside_officer],
        starts=HOUR,
        lasts=4 * HOUR,
    )
    submission = cleared(draft, cast)
    due_at(LATER.at)
    assert is_live(submission)


def except_it(freeze, submission, by):
    with clock.set_to(LATER.at):
        return grant_exception(freeze, submission.post, by=by, reason="Flood warnings cannot wait.")


def release_in_freeze(submission, cast):
    with clock.set_to(LATER.at + HOUR):
        return release_now(fresh(submission), by=cast.press_officer)


def test_one_named_director_lets_a_post_through_an_election(draft, cast, freeze):
    submission = cleared(draft, cast)
    except_it(freeze, submission, cast.administrator)
    release_in_freeze(submission, cast)
    assert is_live(submission)


def test_one_director_is_too_few_in_mourning(draft, cast):
    freeze = make_freeze(cast, level=Freeze.Level.MOURNING, starts=HOUR, lasts=4 * HOUR)
    submission = cleared(draft, cast)
    except_it(freeze, submission, cast.administrator)
    with pytest.raises(NotNow):
        release_in_freeze(submission, cast)
    except_it(freeze, submission, cast.second_press_officer)
    release_in_freeze(submission, cast)
    assert is_live(submission)


def test_nobody_lets_a_post_through_a_lifted_freeze_after_the_clock_went_back(draft, cast, freeze):
    submission = cleared(draft, cast)
    with clock.set_to(LATER.at + HOUR):
        freezing.lift(freeze, by=cast.press_officer, reason="It was called off.")
    with pytest.raises(NotNow, match="does not stop the post now"):
        except_it(freeze, submission, cast.administrator)


def test_who_was_not_named_lets_nothing_through(draft, cast, freeze):
    submission = cleared(draft, cast)
    with pytest.raises(NotAllowed):
        except_it(freeze, submission, cast.press_officer)


def test_a_director_who_wrote_words_of_it_does_not_let_it_through(cast):
    freeze = make_freeze(
        cast, starts=HOUR, lasts=4 * HOUR, directors=[cast.writing_press_officer, cast.administrator]
    )
    draft = start_post(cast.team, wording(), by=cast.writing_press_officer)
    submission = submit_it(draft, cast.writing_press_officer, timing=LATER)
    sign_it(submission, cast.press_officer)
    with pytest.raises(NotAllowed):
        except_it(freeze, submission, cast.writing_press_officer)


def test_a_thousand_scheduled_releases_meet_a_freeze_and_none_slips(cast):
    make_many_scheduled(cast, 1000, first=SPRING + 2 * HOUR, step=timedelta(seconds=2))
    make_freeze(cast, starts=HOUR, lasts=4 * HOUR)
    now = SPRING + HOUR
    while now < AFTER:  # a worker looks all through it, and after its end
        while due_at(now):
            pass
        assert not Post.objects.live().exists()
        now += timedelta(minutes=10)
    held = Submission.objects.values_list("state", "plan").distinct()
    assert list(held.order_by()) == [(State.CLEARED, Plan.HELD)]
    with clock.set_to(AFTER):
        for number, submission in enumerate(Submission.objects.select_related("post")):
            if number % 4:
                cancel_release(submission, by=cast.press_officer, reason="The world has moved on.")
            else:
                release_now(submission, by=cast.press_officer)
    assert Submission.objects.filter(state=State.CANCELLED).count() == 750
    assert Post.objects.live().count() == 250


# The clocks


def typed(day, hour):
    return TimingForm({"plan": "at", "day": day, "hour": hour})


def test_half_past_nine_planned_in_winter_is_half_past_nine_in_summer(draft, cast):
    form = typed("2026-03-30", "09:30")
    assert form.is_valid()
    submission = cleared(draft, cast, form.timing())
    in_london = datetime(2026, 3, 30, 8, 30, tzinfo=UTC)  # an hour ahead since the night before
    assert due_at(in_london - timedelta(seconds=1)) == 0
    assert due_at(in_london) == 1
    assert is_live(submission)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-29", "1:30am does not exist, as the clocks go forward that night. Choose another time."),
        ("2026-10-25", "1:30am comes twice, as the clocks go back that night. Choose another time."),
    ],
)
def test_a_time_that_the_clocks_skip_or_show_twice_is_refused_and_kept(day, said):
    form = typed(day, "01:30")
    assert form.errors == {"hour": [said]}
    assert form["hour"].value() == "01:30"


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_so_is_such_a_time_for_a_freeze_or_a_shift(day):
    with pytest.raises(ValidationError, match="Choose another time"):
        MomentField(label="From").clean([day, "01:30"])
