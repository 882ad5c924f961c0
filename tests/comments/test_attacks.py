"""Direct attacks on comments and official replies. A guard refuses each."""

from itertools import permutations

import pytest
from django.utils import timezone

from comments.models import OfficialReply
from comments.receiving import CommentWords, receive
from comments.workflow import MOVES, RECEIVED_AS, HouseRule, State
from moderation.releasing import withdraw
from posts.drafting import DraftWords, start_post
from posts.models import Withdrawal
from tests.attacks import WAYS, by_update, forge, fresh, on_sqlite, other, refused, run

WORDS = ["body", "html", "name", "perspective", "organisation", "reference", "submission_key", "received_at"]


@pytest.fixture(params=WAYS)
def change(request):
    """Each way to change a row: `change(row, column=value)`."""
    return request.param


@pytest.fixture
def comment(live):
    return receive(live, CommentWords("Well done.", name="Bo"), once="1")


def decided(state, person):
    """The columns of a comment that this person brought to this state."""
    if state in RECEIVED_AS:
        return {"state": state, "house_rule": "", "decided_by_id": None, "decided_at": None}
    values = {"state": state, "decided_by_id": person.pk, "decided_at": timezone.now()}
    values["house_rule"] = HouseRule.ON_TOPIC if state == State.DECLINED else ""
    return values | ({"first_published_at": timezone.now()} if state == State.PUBLISHED else {})


@pytest.fixture
def published(comment, cast):
    by_update(comment, **decided(State.PUBLISHED, cast.editor))
    return fresh(comment)


@pytest.mark.parametrize(("before", "after"), [*permutations(State, 2)])
def test_a_comment_moves_as_the_table_says(before, after, live, cast):
    comment = receive(
        live, CommentWords("Well done."), once="1", trap="x" if before == State.LIKELY_SPAM else ""
    )
    if before not in RECEIVED_AS:
        by_update(comment, **decided(before, cast.editor))
    values = decided(after, cast.community_manager)
    if before == State.PUBLISHED or after != State.PUBLISHED:
        values.pop("first_published_at", None)
    if after in MOVES[before]:
        by_update(comment, **values)
    else:
        with refused("comments_comment_moves"):
            by_update(comment, **values)


@pytest.mark.parametrize("state", [state for state in State if state not in RECEIVED_AS])
def test_a_comment_cannot_be_inserted_decided(state, comment, cast):
    with refused("comments_comment_starts_undecided"):
        forge(comment, reference="A", submission_key="A", **decided(state, cast.editor))
    forge(comment, reference="A", submission_key="A")


def test_a_comment_cannot_be_inserted_on_a_draft(comment, cast):
    unpublished = start_post(cast.team, DraftWords("A draft"), by=cast.author)
    with refused("comments_comment_starts_undecided"):
        forge(comment, reference="A", submission_key="A", post_id=unpublished.pk)


def test_a_comment_cannot_be_inserted_as_published_before(comment):
    with refused("comments_comment_starts_undecided"):
        forge(comment, reference="A", submission_key="A", first_published_at=timezone.now())


@pytest.mark.parametrize("column", WORDS)
def test_no_words_of_a_comment_can_be_changed(change, column, comment):
    with refused("comments_comment_words_stay"):
        change(comment, **{column: other(getattr(comment, column))})


@pytest.mark.parametrize("column", ["post_id", "parent_id"])
def test_a_comment_cannot_be_moved(change, column, comment):
    with refused("comments_comment_words_stay"):
        change(comment, **{column: 1000})


@pytest.mark.parametrize("column", ["house_rule", "decided_by_id", "decided_at"])
def test_a_decision_cannot_be_rewritten(change, column, comment, cast):
    by_update(comment, **decided(State.DECLINED, cast.editor))
    values = {"house_rule": "concise", "decided_by_id": cast.author.pk, "decided_at": timezone.now()}
    with refused("comments_comment_decision_stays"):
        change(fresh(comment), **{column: values[column]})


def test_the_first_publication_cannot_be_forgotten(published, cast):
    declined = decided(State.DECLINED, cast.editor)
    with refused("comments_comment_decision_stays"):
        by_update(published, first_published_at=None, **declined)
    by_update(published, **declined)


def test_the_first_publication_cannot_be_made_up(comment, cast):
    with refused("comments_comment_decision_stays"):
        by_update(comment, first_published_at=timezone.now(), **decided(State.DECLINED, cast.editor))


@on_sqlite
@pytest.mark.parametrize("column", ["id", "reference", "submission_key"])
def test_a_comment_cannot_take_the_place_of_another(column, comment, live):
    later = receive(live, CommentWords("I agree."), once="2")
    run("PRAGMA recursive_triggers = OFF")
    with refused("comments_comment_no_takeover", "comments_comment_words_stay"):
        run(
            f"UPDATE OR REPLACE comments_comment SET {column} = %s WHERE id = %s",
            getattr(comment, column),
            later.pk,
        )
    run("PRAGMA recursive_triggers = ON")


def make_reply(comment, person):
    return OfficialReply.objects.create(
        comment=comment,
        body="Yes.",
        html="Yes.",
        person=person,
        name="A",
        role="B",
        replied_at=timezone.now(),
    )


def test_an_undecided_comment_cannot_be_answered(comment, cast):
    with refused("comments_officialreply_to_a_published_comment"):
        make_reply(comment, cast.author)


def test_a_comment_on_a_withdrawn_post_cannot_be_answered(published, cast):
    make_reply(published, cast.author)
    withdraw(published.post, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="A wrong figure.")
    with refused("comments_officialreply_to_a_published_comment"):
        make_reply(published, cast.author)
