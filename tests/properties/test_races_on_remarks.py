"""Two people at one remark or one link at once, on PostgreSQL: one outcome, and the other is told why."""

import pytest
from django.db import connection

from moderation.advising import advise, withdraw_request
from moderation.models import Advice, AdviceRequest, Remark
from moderation.remarks import accept, decline
from posts.models import Contributor
from teams import guarding
from tests.making import return_it
from tests.properties.test_races import ROUNDS, at_once
from tests.remarking import BETTER, SENSORS, make_remark, make_request, source_of, submit_again, suggest

pytestmark = [
    pytest.mark.concurrent,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="not run: SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture(autouse=True)
def _guards_down_before_the_tables_are_emptied(transactional_db):
    yield
    guarding.drop()


def decides(verb, made, by):
    return lambda: verb(Remark.objects.select_related("submission").get(pk=made.pk), by=by)


def test_of_an_accepter_and_a_decliner_one_decides(submission, cast):
    for _ in range(ROUNDS):
        made = suggest(submission, cast.press_officer)
        return_it(submission, cast.press_officer)
        before = source_of(submission.post)
        outcomes = at_once(decides(accept, made, cast.author), decides(decline, made, cast.co_author))
        assert sum(outcome is None for outcome in outcomes) == 1
        made.refresh_from_db()
        is_in = made.outcome == "accepted"
        assert source_of(submission.post) == (before.replace(SENSORS, BETTER) if is_in else before)
        assert Contributor.objects.filter(person=cast.press_officer).exists() >= is_in
        if is_in:
            return  # from now on that press officer has wording in the post
        submission = submit_again(submission.post, cast)


def test_two_acceptances_at_once_both_reach_the_draft(submission, cast):
    first = suggest(submission, cast.press_officer)
    second = suggest(submission, cast.editor, paragraph=1, suggestion="## What held")
    return_it(submission, cast.second_press_officer)
    outcomes = at_once(decides(accept, first, cast.author), decides(accept, second, cast.co_author))
    assert outcomes == [None, None]
    assert BETTER in source_of(submission.post)
    assert "## What broke" not in source_of(submission.post)


def test_an_acceptance_and_a_submission_leave_no_words_whose_writer_could_sign(submission, cast):
    made = suggest(submission, cast.press_officer)
    return_it(submission, cast.second_press_officer)
    at_once(decides(accept, made, cast.author), lambda: submit_again(submission.post, cast))
    post = submission.post
    newest = post.submissions.select_related("revision").latest("pk").revision
    wrote = post.contributors.filter(person=cast.press_officer).exists()
    assert (BETTER in newest.source) <= wrote
    made.refresh_from_db()
    assert made.outcome in ("accepted", "resolved")


def test_advice_and_the_end_of_its_link_have_one_outcome(submission, cast):
    for number in range(ROUNDS):
        asked = make_request(submission, cast.press_officer, question=f"Question {number}")
        again = AdviceRequest.objects.select_related("submission").get(pk=asked.pk)
        outcomes = at_once(
            lambda a=asked: advise(a, "no_concerns", ""),
            lambda a=again: withdraw_request(a, by=cast.press_officer),
        )
        given = Advice.objects.filter(request=asked).exists()
        assert given == (outcomes[0] is None)


def test_the_same_remark_sent_twice_at_once_is_one(submission, cast):
    outcomes = at_once(*[lambda: make_remark(submission, cast.press_officer)] * 4)
    assert outcomes == [None] * 4
    assert Remark.objects.count() == 1
