"""Where a post stands and whose turn it is, at every point of its way."""

import pytest

from moderation.standing import standing
from moderation.submitting import attest, recall
from posts.drafting import start_post
from tests.conftest import STATEMENT, submit_it
from tests.making import fresh, return_it, save, sign_it, take_down, wording


def where(post):
    now = standing(fresh(post))
    return now.label, now.turn.partition(":")[0]


def test_a_draft_is_its_writers(draft):
    assert where(draft) == ("Draft", "Yours")


def test_a_submitted_post_is_with_the_press_office(submission):
    assert where(submission.post) == ("With the press office", "Press office")
    assert standing(submission.post).since == submission.submitted_at


def test_a_post_waits_for_its_other_author(cast):
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    submission = submit_it(post, cast.author)
    assert where(post) == ("Waiting for an author", "Cy Coauthor")
    attest(submission.revision, STATEMENT, by=cast.co_author)
    assert where(post) == ("With the press office", "Press office")


def test_a_returned_post_is_its_writers(submission, cast):
    verdict = return_it(submission, cast.press_officer)
    now = standing(fresh(submission.post))
    assert (now.label, now.submission.returned) == ("Returned", verdict)
    assert now.turn == "Yours: answer the reasons"


def test_a_returned_post_that_is_being_changed_says_so(submission, cast):
    return_it(submission, cast.press_officer)
    save(submission.post, cast.author, title="Better")
    assert where(submission.post) == ("Returned, being changed", "Yours")


def test_a_recalled_post_is_a_draft(submission, cast):
    recall(submission, by=cast.author)
    assert where(submission.post) == ("Draft", "Yours")


def test_a_live_post_is_nobodys_turn(live):
    assert where(live) == ("Live", "Nobody")
    assert standing(live).since == live.last_released_at


def test_a_live_post_with_newer_words_is_its_writers(live, cast):
    save(live, cast.author, title="Newer")
    assert where(live) == ("Live, new draft", "Yours")


@pytest.mark.parametrize(
    ("act", "label"),
    [
        (lambda submission, cast: None, "With the press office"),
        (lambda submission, cast: return_it(submission, cast.press_officer), "Returned"),
        (lambda submission, cast: recall(submission, by=cast.author), "Live, new draft"),
        (lambda submission, cast: sign_it(submission, cast.press_officer), "Live"),
    ],
)
def test_newer_words_of_a_live_post_go_the_same_way(live, cast, act, label):
    save(live, cast.author, title="Newer")
    act(submit_it(live, cast.author), cast)
    assert where(live)[0] == label


def test_a_withdrawn_post_is_nobodys_turn(live, cast):
    take_down(live, cast)
    assert where(live) == ("Withdrawn", "Nobody")
