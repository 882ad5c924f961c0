"""Release and withdrawal: what readers see moves by these two verbs, with an address that stays."""

from datetime import UTC, datetime

import pytest

from moderation.releasing import post_released, release, withdraw
from moderation.workflow import State
from posts.models import Withdrawal
from teams import clock
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.making import fresh, make_live, release_again, release_it, save, sign_it, take_down

WITHDRAW = ["editor", "press_officer", "second_press_officer", "writing_press_officer"]
WITHDRAW_NOT = [
    "author",
    "co_author",
    "clearer",
    "community_manager",
    "administrator",
    "auditor",
    "outsider",
    "outside_officer",
    "nobody",
    "superuser",
]


# Release


def test_a_release_gives_the_address_of_its_day_in_london(draft, cast):
    with clock.set_to(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)):
        post = release_it(draft, cast)
    assert post.get_absolute_url() == "/floods/2026/07/02/what-we-learned-on-the-river/"


def test_a_later_release_keeps_the_address_and_the_first_day(live, cast):
    with clock.set_to(datetime(2031, 1, 1, tzinfo=UTC)):
        again = release_again(live, cast, title="Quite another")
    assert again.get_absolute_url() == live.get_absolute_url()
    assert (again.first_released_at, again.last_released_at.year) == (live.first_released_at, 2031)


def test_tags_of_a_live_post_are_those_of_the_signed_text(live, cast):
    save(live, cast.author, tags=["Rivers"])
    assert set(live.tags.slugs()) == {"sensors", "data"}
    release_it(live, cast)
    assert set(live.tags.slugs()) == {"rivers"}


def test_a_release_is_recorded_with_from_and_to(live, cast):
    again = release_again(live, cast, title="Newer")
    details = Entry.objects.filter(action="post.released").latest("number").details
    assert details.changes == {
        "live revision": [1, 2],
        "fingerprint": [live.live_text.fingerprint, again.live_text.fingerprint],
    }
    assert details.actor_id == cast.press_officer.pk


def test_an_unsigned_text_is_not_released(submission, cast):
    with pytest.raises(NotNow, match="not waiting for its release"):
        release(submission, by=cast.press_officer, role="Press officer")


def test_a_live_text_is_not_released_again(live, submission, cast):
    with pytest.raises(NotNow, match="not waiting for its release"):
        release(fresh(submission), by=cast.press_officer, role="Press officer")


def test_others_hear_of_a_release_when_it_is_certain(submission, cast, django_capture_on_commit_callbacks):
    heard = []
    post_released.connect(listener := lambda **told: heard.append(told["revision"]))
    with django_capture_on_commit_callbacks() as callbacks:
        sign_it(submission, cast.press_officer)
    assert heard == []
    for callback in callbacks:
        callback()
    post_released.disconnect(listener)
    assert heard == [submission.revision]


# Withdrawal


@pytest.mark.parametrize("who", WITHDRAW)
def test_team_editors_and_press_officers_withdraw(live, cast, who):
    person = getattr(cast, who)
    withdrawal = withdraw(live, by=person, reason=Withdrawal.Reason.ERROR, why="Wrong.")
    assert (withdrawal.withdrawn_by, fresh(live).live_revision) == (person, None)


def test_nobody_else_withdraws(live, cast):
    for who in WITHDRAW_NOT:
        with pytest.raises(NotAllowed):
            withdraw(live, by=getattr(cast, who), reason=Withdrawal.Reason.ERROR, why="Wrong.")
        assert fresh(live).is_live


@pytest.mark.parametrize("reason", Withdrawal.Reason.values)
def test_every_reason_from_the_list_can_be_given(live, cast, reason):
    assert take_down(live, cast, reason).reason == reason


def test_what_is_not_live_cannot_be_withdrawn(draft, cast):
    with pytest.raises(NotNow, match="not live"):
        take_down(draft, cast)


def test_nothing_is_withdrawn_twice(live, cast):
    take_down(live, cast)
    with pytest.raises(NotNow, match="not live"):
        take_down(live, cast)


def test_a_withdrawal_is_recorded_with_its_reasons(live, cast):
    take_down(live, cast, Withdrawal.Reason.COPYRIGHT)
    details = Entry.objects.get(action="post.withdrawn").details
    assert (details.actor_role, details.reason) == ("Team editor, Flood Resilience", "Secret explanation.")
    assert details.changes == {"live revision": [1, None], "public reason": [None, "Copyright"]}


def test_a_text_under_submission_lapses_with_the_withdrawal(live, cast):
    save(live, cast.author, title="Newer")
    submission = submit_it(live, cast.author)
    take_down(live, cast)
    assert fresh(submission).state == State.LAPSED
    assert not fresh(live.draft).locked


def test_a_lapsed_text_cannot_be_signed(live, cast):
    save(live, cast.author, title="Newer")
    submission = submit_it(live, cast.author)
    take_down(live, cast)
    with pytest.raises(NotNow, match="has ended: lapsed"):
        sign_it(submission, cast.press_officer)


def test_a_withdrawn_post_has_no_tags_and_keeps_its_address(live, cast):
    take_down(live, cast)
    assert not live.tags.exists()
    assert fresh(live).get_absolute_url() == live.get_absolute_url()


def test_a_withdrawn_post_can_be_put_right_and_released_again(live, cast):
    take_down(live, cast)
    again = release_again(live, cast, title="Put right")
    assert again.is_live
    assert not again.is_withdrawn
    assert again.get_absolute_url() == live.get_absolute_url()


def test_a_withdrawn_text_needs_another_signature_to_come_back(live, cast):
    take_down(live, cast)
    submission = submit_it(live, cast.author)
    assert not fresh(live).is_live
    sign_it(submission, cast.press_officer)
    assert fresh(live).live_text.number == 2


def test_a_post_can_be_withdrawn_again_after_it_came_back(live, cast):
    take_down(live, cast)
    take_down(release_again(live, cast, title="Put right"), cast)
    assert live.withdrawals.count() == 2


def test_withdrawing_one_post_leaves_the_others(live, cast):
    other = make_live(cast, title="Another")
    take_down(live, cast)
    assert fresh(other).is_live
