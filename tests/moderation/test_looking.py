"""When a person last looked at a post, by what they did; what changed since is compared for them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from moderation.looking import last_look, last_seen
from moderation.remarks import reply
from moderation.screen import comparisons, earlier_returns
from teams import clock
from tests.making import fresh, return_it, save, sign_it
from tests.remarking import make_remark, submit_again

START = timezone.now() - timedelta(days=3)


def by_signing(submission, cast):
    sign_it(submission, cast.press_officer)


def by_returning(submission, cast):
    return_it(submission, cast.press_officer)


def by_remarking(submission, cast):
    make_remark(submission, cast.press_officer)


def by_replying(submission, cast):
    made = make_remark(submission, cast.author)
    reply(made, "Why?", by=cast.press_officer)


def titles(submission, person):
    return [
        comparison["title"] for comparison in comparisons(submission, person, earlier_returns(submission))
    ]


@pytest.mark.parametrize("look", [by_signing, by_returning, by_remarking, by_replying])
def test_each_act_is_a_look(submission, cast, look):
    with clock.set_to(START):
        look(submission, cast)
    assert last_look(submission.post, cast.press_officer) == START


def test_the_last_act_is_the_last_look(submission, cast):
    for hours in range(3):
        with clock.set_to(START + timedelta(hours=hours)):
            make_remark(submission, cast.press_officer, text=f"Remark {hours}")
    assert last_look(submission.post, cast.press_officer) == START + timedelta(hours=2)


def test_who_did_nothing_has_not_looked(submission, cast):
    by_remarking(submission, cast)
    assert last_look(submission.post, cast.second_press_officer) is None
    assert last_seen(submission, cast.second_press_officer) is None


def test_an_act_on_this_revision_is_no_look_at_an_earlier_one(submission, cast):
    by_remarking(submission, cast)
    assert last_look(submission.post, cast.press_officer, before=submission) is None
    assert last_seen(submission, cast.press_officer) is None


def test_the_revision_last_seen_is_the_newest_they_acted_on(submission, cast):
    by_returning(submission, cast)
    second = submit_again(submission.post, cast)
    by_returning(second, cast)
    save(second.post, cast.author, summary="Shorter.")
    third = submit_again(second.post, cast)
    assert last_seen(third, cast.press_officer) == second.revision


def test_the_next_reader_sees_what_changed_since_their_last_look(submission, cast):
    by_remarking(submission, cast)
    return_it(submission, cast.second_press_officer)
    second = submit_again(submission.post, cast)
    assert titles(second, cast.press_officer) == ["What changed since you last looked (revision 1)"]
    assert titles(second, cast.editor) == ["What changed since revision 1 was returned"]


def test_a_look_back_beyond_the_last_return_is_compared_beside_it(submission, cast):
    by_remarking(submission, cast)
    return_it(submission, cast.second_press_officer)
    second = submit_again(submission.post, cast)
    return_it(second, cast.second_press_officer)
    third = submit_again(second.post, cast)
    assert titles(third, cast.press_officer) == [
        "What changed since you last looked (revision 1)",
        "What changed since revision 2 was returned",
    ]


def test_of_the_revision_they_signed_it_is_said_that_it_was_signed(live, cast):
    second = submit_again(fresh(live), cast)
    assert titles(second, cast.press_officer) == ["What changed since the last signed revision (1)"]


def test_remarking_on_a_revision_does_not_hide_what_changed(submission, cast):
    by_returning(submission, cast)
    second = submit_again(submission.post, cast)
    by_remarking(second, cast)
    assert titles(second, cast.press_officer) == ["What changed since you last looked (revision 1)"]
