"""Claiming: who has said that they are on it, and when that ends."""

import pytest

from moderation.claiming import claim, let_go
from moderation.queues import QUEUES, desk_of
from posts.drafting import start_post
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.covering import make_step
from tests.making import fresh, sign_it, wording


def listed(person, key):
    queue = next(queue for queue in QUEUES if queue.key == key)
    return list(queue.pick(desk_of(person)))


def test_a_claim_moves_a_post_to_what_is_claimed_by_me(submission, cast):
    claim(submission, by=cast.press_officer)
    assert listed(cast.press_officer, "claimed") == [submission]
    assert listed(cast.press_officer, "waiting") == []


def test_of_two_who_claim_the_second_is_told_who_was_first(submission, cast):
    claim(submission, by=cast.press_officer)
    with pytest.raises(NotNow, match="Pat Press has claimed this post"):
        claim(submission, by=cast.second_press_officer)


def test_nobody_claims_a_post_of_their_own_words(cast):
    post = start_post(cast.team, wording(), by=cast.writing_press_officer)
    submission = submit_it(post, cast.writing_press_officer)
    with pytest.raises(NotAllowed):
        claim(submission, by=cast.writing_press_officer)


def test_only_who_claimed_it_lets_it_go(submission, cast):
    claim(submission, by=cast.press_officer)
    with pytest.raises(NotNow):
        let_go(submission, by=cast.second_press_officer)
    let_go(submission, by=cast.press_officer)
    assert fresh(submission).claimed_by is None


def test_a_signature_ends_the_claim_so_that_the_next_step_finds_the_post(draft, cast):
    make_step(cast)
    submission = submit_it(draft, cast.author)
    claim(submission, by=cast.clearer)
    sign_it(submission, cast.clearer)
    assert listed(cast.press_officer, "waiting") == [submission]


def test_a_signature_leaves_the_claim_of_somebody_at_another_step(draft, cast):
    make_step(cast, name="Legal advisers", members=[cast.clearer])
    make_step(cast, name="Analysts", members=[cast.second_press_officer])
    submission = submit_it(draft, cast.author)
    claim(submission, by=cast.second_press_officer)
    sign_it(submission, cast.clearer)
    assert fresh(submission).claimed_by == cast.second_press_officer
