"""What may follow what, for a submission: every pair of states, in the table and in the database."""

import pytest
from django.db import IntegrityError, transaction

from moderation.models import Submission
from moderation.releasing import withdraw
from moderation.scheduling import cancel_release
from moderation.submitting import Timing, move, recall
from moderation.workflow import MOVES, UNDER_WAY, Plan, State, may_become
from posts.models import Withdrawal
from teams.refusals import NotNow
from tests.conftest import submit_it
from tests.making import SPRING, fresh, release_again, release_it, return_it, save, sign_it

ENDS = [state for state in State if state not in UNDER_WAY]
AT_THE_BUTTON = Timing(Plan.BUTTON)


def submission_in(state, draft, cast):
    """A submission that came to a state as people bring it there."""
    if state == State.LAPSED:
        post = release_it(draft, cast)
        save(post, cast.author, title="Newer", note="A newer title.")
        submission = submit_it(post, cast.author)
        withdraw(post, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="Wrong.")
        return fresh(submission)
    is_signed = state in (State.CLEARED, State.CANCELLED)
    submission = submit_it(draft, cast.author, timing=AT_THE_BUTTON if is_signed else Timing())
    if state == State.RETURNED:
        return_it(submission, cast.press_officer)
    elif state == State.RECALLED:
        recall(submission, by=cast.author)
    elif state != State.OPEN:
        sign_it(submission, cast.press_officer)
    if state == State.CANCELLED:
        cancel_release(fresh(submission), by=cast.author, reason="Overtaken by events.")
    return fresh(submission)


@pytest.mark.parametrize("state", State)
def test_people_can_bring_a_submission_to_every_state(draft, cast, state):
    assert submission_in(state, draft, cast).state == state


def test_an_end_leads_nowhere():
    assert {state for state in State if not MOVES[state]} == set(ENDS)


@pytest.mark.parametrize("following", State)
@pytest.mark.parametrize("state", State)
def test_the_verb_moves_as_the_table_says(draft, cast, state, following):
    """Where the table allows a move, the database may still ask for more: signatures, a live text."""
    submission = submission_in(state, draft, cast)
    if may_become(state, following):
        return
    with pytest.raises(NotNow, match=r"This submission (has ended|is with)|Every step has signed"):
        move(submission, following)
    assert fresh(submission).state == state


@pytest.mark.parametrize("state", State)
def test_the_database_lets_no_submission_move_but_as_the_table_says(draft, cast, state):
    submission = submission_in(state, draft, cast)
    for following in set(State) - {state} - MOVES[state]:
        ended_at = None if following in UNDER_WAY else SPRING
        with pytest.raises(IntegrityError), transaction.atomic():
            Submission.objects.filter(pk=submission.pk).update(state=following, ended_at=ended_at)


def test_the_database_clears_no_submission_without_its_signatures(submission):
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(state=State.CLEARED)


def test_the_database_releases_no_submission_whose_text_is_not_live(draft, cast):
    submission = submission_in(State.CLEARED, draft, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(state=State.RELEASED, ended_at=SPRING)


@pytest.mark.parametrize("state", ENDS)
def test_an_ended_submission_has_a_time_and_its_draft_can_be_written(draft, cast, state):
    submission = submission_in(state, draft, cast)
    assert submission.ended_at
    assert not submission.post.draft.locked


@pytest.mark.parametrize("state", UNDER_WAY)
def test_a_submission_under_way_has_no_end_and_its_draft_is_locked(draft, cast, state):
    submission = submission_in(state, draft, cast)
    assert submission.ended_at is None
    assert submission.post.draft.locked


def test_a_post_has_one_submission_under_way(draft, cast):
    submission = submission_in(State.CLEARED, draft, cast)
    with pytest.raises(NotNow, match="with its signatories already"):
        submit_it(submission.post, cast.author)


def test_what_is_live_stays_while_a_newer_text_waits_for_its_release(live, cast):
    first = live.live_revision
    save(live, cast.author, title="Newer", note="A newer title.")
    sign_it(submit_it(live, cast.author, timing=AT_THE_BUTTON), cast.press_officer)
    assert fresh(live).live_revision == first


def test_each_release_of_a_post_is_kept(live, cast):
    release_again(live, cast, title="Second")
    numbers = live.releases.values_list("revision__number", flat=True)
    assert list(numbers) == [1, 2]
