"""Exceptions: who lets one post through a freeze, what that is good for, and what a director is asked."""

from datetime import timedelta

import pytest

from moderation.exceptions import frozen_for, grant_exception, posts_to_decide
from moderation.models import FreezeException
from moderation.releasing import withdraw
from moderation.scheduling import cancel_release, release_now
from moderation.submitting import Timing
from moderation.workflow import Plan
from posts.access import Closed
from posts.drafting import set_partners, start_post
from posts.models import Withdrawal
from teams import clock, freezing
from teams.models import Entry, Freeze
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.covering import make_freeze
from tests.embargoes import embargoed
from tests.making import SPRING, fresh, make_live, save, sign_it, wording

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR = timedelta(hours=1)
DURING, AFTER = SPRING + 2 * HOUR, SPRING + 4 * HOUR
WHY = "Flood warnings cannot wait."
MOURNING = Freeze.Level.MOURNING


@pytest.fixture
def signed(draft, cast):
    """A submission that every step has signed and that waits for its button."""
    submission = submit_it(draft, cast.author, timing=Timing(Plan.BUTTON))
    sign_it(submission, cast.press_officer)
    return fresh(submission)


def freeze_of(cast, **changes):
    """From an hour on, for two; the second press officer and the administrator may let posts through."""
    return make_freeze(cast, **{"starts": HOUR, "lasts": 2 * HOUR, **changes})


def other_freeze(cast, **changes):
    by = cast.outside_officer
    return freeze_of(cast, department=cast.other_department, by=by, directors=[by, cast.outsider], **changes)


def let_through(freeze, post, by, *, at=DURING, reason=WHY):
    with clock.set_to(at):
        return grant_exception(freeze, post, by=by, reason=reason)


def stopping(post, at=DURING):
    with clock.set_to(at):
        return frozen_for(fresh(post))


def asked_of(person, at=DURING):
    with clock.set_to(at):
        return posts_to_decide(fresh(person))


def press_button(submission, by, at=DURING):
    with clock.set_to(at):
        return release_now(fresh(submission), by=by)


# What stops a post


def test_a_freeze_of_its_department_stops_a_post_while_it_holds(draft, cast):
    freeze = freeze_of(cast)
    assert [stopping(draft, at) for at in (SPRING, DURING, AFTER)] == [[], [freeze], []]


def test_a_freeze_of_all_departments_stops_a_post(draft, cast):
    freeze = freeze_of(cast, everywhere=True)
    assert stopping(draft) == [freeze]


def test_a_freeze_of_another_department_does_not_stop_it(draft, cast):
    other_freeze(cast)
    assert stopping(draft) == []


def test_a_freeze_of_the_department_of_a_partner_stops_it(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    freeze = other_freeze(cast)
    assert stopping(draft) == [freeze]


def test_it_does_not_once_the_partner_has_left(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    other_freeze(cast)
    set_partners(draft, [], by=cast.author)
    assert stopping(draft) == []


def test_both_departments_can_stop_a_post_that_they_share(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    freezes = {freeze_of(cast), other_freeze(cast)}
    assert set(stopping(draft)) == freezes


def test_a_shared_post_is_not_released_in_the_freeze_of_a_partner(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    other_freeze(cast)
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.press_officer)
    with clock.set_to(DURING):
        sign_it(submission, cast.outside_officer)
    assert (fresh(submission).state, fresh(submission).plan) == ("cleared", "held")
    with pytest.raises(NotNow):
        press_button(submission, cast.press_officer)
    press_button(submission, cast.press_officer, AFTER)
    assert fresh(draft).is_live


def test_the_strictest_is_named_first(draft, cast):
    freeze_of(cast)
    strict = freeze_of(cast, level=MOURNING, everywhere=True)
    assert stopping(draft)[0] == strict


def test_nothing_is_withdrawn_in_mourning(cast):
    post = make_live(cast)
    freeze_of(cast, level=MOURNING)
    error = Withdrawal.Reason.ERROR
    with clock.set_to(DURING), pytest.raises(NotNow, match="until this freeze ends"):
        withdraw(post, by=cast.editor, reason=error, why="A figure is wrong.")
    assert fresh(post).is_live


def test_a_post_is_withdrawn_in_an_election(cast):
    post = make_live(cast)
    freeze_of(cast)
    with clock.set_to(DURING):
        withdraw(post, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="A figure is wrong.")
    assert fresh(post).is_withdrawn


def test_two_directors_let_a_withdrawal_through_mourning(cast):
    post = make_live(cast)
    freeze = freeze_of(cast, level=MOURNING)
    let_through(freeze, post, cast.second_press_officer)
    let_through(freeze, post, cast.administrator)
    with clock.set_to(DURING):
        withdraw(post, by=cast.editor, reason=Withdrawal.Reason.COURT_ORDER, why="By order.")
    assert fresh(post).is_withdrawn


# Letting a post through


@pytest.mark.parametrize("who", ["second_press_officer", "administrator"])
def test_each_named_director_lets_a_post_through_an_election(signed, cast, who):
    freeze = freeze_of(cast)
    let_through(freeze, signed.post, getattr(cast, who))
    assert stopping(signed.post) == []


@pytest.mark.parametrize("who", ["press_officer", "editor", "author", "superuser", "outside_officer"])
def test_nobody_else_does(draft, cast, who):
    freeze = freeze_of(cast)
    with pytest.raises(NotAllowed, match="Only the people named"):
        let_through(freeze, draft, getattr(cast, who))
    assert stopping(draft) == [freeze]


def test_a_director_of_another_freeze_does_not(draft, cast):
    freeze = freeze_of(cast)
    other_freeze(cast)
    with pytest.raises(NotAllowed):
        let_through(freeze, draft, cast.outside_officer)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_letting_through_needs_a_reason(draft, cast, reason):
    freeze = freeze_of(cast)
    with pytest.raises(NotNow, match="Say why"):
        let_through(freeze, draft, cast.administrator, reason=reason)
    assert stopping(draft) == [freeze]


@pytest.mark.parametrize("at", [SPRING, AFTER])
def test_nothing_is_let_through_a_freeze_that_does_not_hold(draft, cast, at):
    freeze = freeze_of(cast)
    with pytest.raises(NotNow, match="does not stop the post now"):
        let_through(freeze, draft, cast.administrator, at=at)


def test_nothing_is_let_through_a_freeze_that_was_lifted(draft, cast):
    freeze = freeze_of(cast)
    with clock.set_to(DURING):
        freezing.lift(freeze, by=cast.press_officer, reason="It was called off.")
    with pytest.raises(NotNow, match="does not stop the post now"):
        let_through(freeze, draft, cast.administrator, at=DURING)


def test_a_post_of_another_department_is_not_let_through(cast):
    freeze = freeze_of(cast)
    post = start_post(cast.other_team, wording(), by=cast.outsider)
    with pytest.raises(NotNow, match="does not stop the post now"):
        let_through(freeze, post, cast.administrator)


def test_a_post_shared_with_the_department_is_let_through(cast):
    post = start_post(cast.other_team, wording(), by=cast.outsider)
    set_partners(post, [cast.team], by=cast.outsider)
    freeze = freeze_of(cast)
    let_through(freeze, post, cast.administrator)
    assert stopping(post) == []


def test_whoever_wrote_words_of_it_does_not_let_it_through(draft, cast):
    freeze = freeze_of(cast, directors=[cast.editor])
    save(draft, cast.editor, source="I put a word in.")
    with pytest.raises(NotAllowed, match="You wrote words of this post"):
        let_through(freeze, draft, cast.editor)
    assert stopping(draft) == [freeze]


def test_whoever_an_embargo_does_not_name_lets_no_such_post_through(draft, cast):
    freeze = freeze_of(cast)
    post = embargoed(draft, cast.author, cast.second_press_officer)
    with pytest.raises(Closed):
        let_through(freeze, post, cast.administrator)
    let_through(freeze, post, cast.second_press_officer)
    assert stopping(post) == []


def test_mourning_takes_two_directors(draft, cast):
    freeze = freeze_of(cast, level=MOURNING)
    let_through(freeze, draft, cast.administrator)
    assert stopping(draft) == [freeze]
    let_through(freeze, draft, cast.second_press_officer)
    assert stopping(draft) == []


@pytest.mark.parametrize("level", [Freeze.Level.ELECTION, MOURNING])
def test_one_director_agrees_once(draft, cast, level):
    freeze = freeze_of(cast, level=level)
    let_through(freeze, draft, cast.administrator)
    with pytest.raises(NotNow, match="already"):
        let_through(freeze, draft, cast.administrator)
    assert FreezeException.objects.count() == 1


def test_letting_one_post_through_lets_no_other(draft, cast):
    freeze = freeze_of(cast)
    other = start_post(cast.team, wording(title="Another"), by=cast.author)
    let_through(freeze, draft, cast.administrator)
    assert (stopping(draft), stopping(other)) == ([], [freeze])


def test_a_post_let_through_one_freeze_is_stopped_by_another(draft, cast):
    election, strict = freeze_of(cast), freeze_of(cast, level=MOURNING)
    let_through(election, draft, cast.administrator)
    assert stopping(draft) == [strict]


def test_letting_through_releases_nothing_by_itself(signed, cast):
    freeze = freeze_of(cast)
    let_through(freeze, signed.post, cast.administrator)
    assert not fresh(signed.post).is_live
    press_button(signed, cast.press_officer)
    assert fresh(signed.post).is_live


def test_an_exception_is_recorded_with_the_director_and_the_reason(draft, cast):
    freeze = freeze_of(cast, level=MOURNING)
    let_through(freeze, draft, cast.administrator)
    entry = Entry.objects.filter(action="freeze.exception").get()
    assert (entry.subject_kind, entry.subject_id, entry.post_id) == ("post", draft.pk, draft.pk)
    assert entry.details.actor_id == cast.administrator.pk
    assert (entry.details.actor_role, entry.details.reason) == ("Named director", WHY)
    assert entry.details.changes == {
        "freeze": [None, "Mourning freeze, Department for Rivers"],
        "freeze number": [None, freeze.pk],
        "directors who agree": [0, "1 of 2"],
    }


def test_a_refusal_leaves_nothing_in_the_record(draft, cast):
    freeze = freeze_of(cast)
    with pytest.raises(NotAllowed):
        let_through(freeze, draft, cast.press_officer)
    assert not Entry.objects.filter(action="freeze.exception").exists()


# What a director is asked


@pytest.fixture
def frozen(signed, cast):
    """The freeze that stops the submission."""
    return freeze_of(cast)


def test_each_director_is_asked_about_what_the_freeze_stops(frozen, signed, cast):
    assert asked_of(cast.administrator) == [(frozen, signed.post)]
    assert asked_of(cast.second_press_officer) == [(frozen, signed.post)]


def test_nobody_else_is_asked(frozen, signed, cast):
    assert asked_of(cast.press_officer) == asked_of(cast.superuser) == []


@pytest.mark.parametrize("at", [SPRING, AFTER])
def test_directors_are_asked_while_it_holds(frozen, signed, cast, at):
    assert asked_of(cast.administrator, at) == []


def test_they_are_not_asked_about_what_nobody_has_signed(cast):
    freeze_of(cast)
    submit_it(start_post(cast.team, wording(), by=cast.author), cast.author)
    assert asked_of(cast.administrator) == []


def test_they_are_not_asked_about_what_was_given_up(frozen, signed, cast):
    cancel_release(signed, by=cast.press_officer, reason="The world has moved on.")
    assert asked_of(cast.administrator) == []


def test_they_are_not_asked_about_another_department(signed, cast):
    freeze = other_freeze(cast)
    assert freeze.directors.exists()
    assert asked_of(cast.outside_officer) == []


def test_directors_of_a_freeze_of_all_are_asked_about_every_department(signed, cast):
    freeze = freeze_of(cast, everywhere=True)
    assert asked_of(cast.administrator) == [(freeze, signed.post)]


def test_directors_of_the_department_of_a_partner_are_asked(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    freeze = other_freeze(cast)
    submission = submit_it(draft, cast.author)
    with clock.set_to(DURING):
        sign_it(submission, cast.press_officer)
        sign_it(submission, cast.outside_officer)
    assert asked_of(cast.outside_officer) == [(freeze, draft)]


def test_a_director_is_not_asked_about_their_own_words(cast):
    by = cast.writing_press_officer
    freeze = freeze_of(cast, directors=[by, cast.administrator])
    post = start_post(cast.team, wording(), by=by)
    submission = submit_it(post, by)
    with clock.set_to(DURING):
        sign_it(submission, cast.press_officer)
    assert asked_of(by) == []
    assert asked_of(cast.administrator) == [(freeze, post)]


def test_a_director_is_not_asked_about_a_draft_that_an_embargo_closes(draft, cast):
    post = embargoed(draft, cast.author, cast.press_officer, cast.second_press_officer)
    submission = submit_it(post, cast.author)
    freeze = freeze_of(cast)
    with clock.set_to(DURING):
        sign_it(submission, cast.press_officer)
    assert asked_of(cast.administrator) == []
    assert asked_of(cast.second_press_officer) == [(freeze, post)]


def test_a_director_who_let_it_through_is_not_asked_again(signed, cast):
    freeze = freeze_of(cast, level=MOURNING)
    let_through(freeze, signed.post, cast.administrator)
    assert asked_of(cast.administrator) == []
    assert asked_of(cast.second_press_officer) == [(freeze, signed.post)]


def test_a_director_is_not_asked_once_enough_others_have_agreed(frozen, signed, cast):
    let_through(frozen, signed.post, cast.administrator)
    assert asked_of(cast.second_press_officer) == []
