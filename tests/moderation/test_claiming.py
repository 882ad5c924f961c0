"""Claiming: who has said that they are on it, and when that ends."""

import pytest
from django.urls import reverse

from moderation.claiming import claim, let_go
from moderation.models import Claim
from moderation.queues import QUEUES, desk_of
from moderation.submitting import recall
from posts.drafting import start_post
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.covering import make_step
from tests.making import return_it, sign_it, wording
from tests.pages import words


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


def test_nobody_claims_what_waits_for_an_author(cast):
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    with pytest.raises(NotNow, match="Not every author"):
        claim(submit_it(post, cast.author), by=cast.press_officer)


def test_a_claim_is_taken_over_by_who_saw_whose_it_was(submission, cast):
    claim(submission, by=cast.press_officer)
    claim(submission, by=cast.second_press_officer, seen=cast.press_officer.pk)
    assert [one.person for one in Claim.objects.all()] == [cast.second_press_officer]


def test_a_claim_made_twice_is_one_entry_of_the_record(submission, cast):
    claim(submission, by=cast.press_officer)
    claim(submission, by=cast.press_officer)
    assert Entry.objects.filter(action="post.claimed").count() == 1


def test_only_who_claimed_it_lets_it_go(submission, cast):
    claim(submission, by=cast.press_officer)
    with pytest.raises(NotNow):
        let_go(submission, by=cast.second_press_officer)
    let_go(submission, by=cast.press_officer)
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "end", [return_it, lambda submission, by: recall(submission, by=submission.submitted_by)]
)
def test_a_claim_ends_with_its_submission(submission, cast, end):
    claim(submission, by=cast.press_officer)
    end(submission, cast.press_officer)
    with pytest.raises(NotNow, match="You have not claimed"):
        let_go(submission, by=cast.press_officer)


def test_a_signature_ends_the_claim_so_that_the_next_step_finds_the_post(draft, cast):
    make_step(cast)
    submission = submit_it(draft, cast.author)
    claim(submission, by=cast.clearer)
    sign_it(submission, cast.clearer)
    assert listed(cast.press_officer, "waiting") == [submission]


@pytest.fixture
def side_by_side(draft, cast):
    """A submission with two steps at once: the clearer's, and that of the second press officer."""
    make_step(cast, name="Legal advisers", members=[cast.clearer])
    make_step(cast, name="Analysts", members=[cast.second_press_officer])
    return submit_it(draft, cast.author)


def test_a_signature_leaves_the_claim_of_somebody_at_another_step(side_by_side, cast):
    claim(side_by_side, by=cast.second_press_officer)
    sign_it(side_by_side, cast.clearer)
    assert [one.person for one in Claim.objects.all()] == [cast.second_press_officer]


def test_a_claim_leaves_the_steps_beside_it_to_others(side_by_side, cast):
    claim(side_by_side, by=cast.clearer)
    assert listed(cast.second_press_officer, "waiting") == [side_by_side]
    claim(side_by_side, by=cast.second_press_officer)
    assert Claim.objects.count() == 2


def test_of_two_steps_of_their_own_a_person_gets_the_one_that_nobody_has(draft, cast):
    make_step(cast, name="Legal advisers", members=[cast.clearer, cast.second_press_officer])
    make_step(cast, name="Analysts", members=[cast.second_press_officer])
    submission = submit_it(draft, cast.author)
    claim(submission, by=cast.clearer)
    assert claim(submission, by=cast.second_press_officer).step.group.name == "Analysts"


def test_the_list_shows_who_has_each_step(side_by_side, cast, sign_in):
    claim(side_by_side, by=cast.clearer)
    claim(side_by_side, by=cast.second_press_officer)
    page = sign_in(cast.press_officer).get(
        reverse("admin:moderation_submission_changelist"), {"show": "others"}
    )
    assert f"{cast.clearer.name}, {cast.second_press_officer.name}" in words(page)
