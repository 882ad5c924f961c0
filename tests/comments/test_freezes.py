"""Comments in a freeze: closed with its notice, and open again by themselves after it."""

from datetime import timedelta

import pytest

from comments.models import Comment
from comments.receiving import why_closed
from comments.replying import reply_officially
from comments.tokens import status_token
from comments.workflow import State
from posts.drafting import set_partners
from teams import clock, freezing
from teams.models import Freeze
from teams.refusals import NotNow
from tests.conftest import submit_it
from tests.covering import make_freeze
from tests.making import decide, form_of, fresh, make_comment, make_live_elsewhere, sign_it
from tests.pages import kept, words

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
CLOSED = "Comments are closed for now. An election has been called."
LEVELS = Freeze.Level.values


def freeze_now(cast, **changes):
    """A freeze that began an hour ago and lasts until tomorrow."""
    return make_freeze(cast, starts=-HOUR, **changes)


def freeze_of_the_other_department(cast):
    by = cast.outside_officer
    return freeze_now(cast, department=cast.other_department, by=by, directors=[by])


def lift(freeze, cast):
    freezing.lift(freeze, by=cast.press_officer, reason="It was called off.")


# Receiving


@pytest.mark.parametrize("level", LEVELS)
def test_no_comment_is_received_in_a_freeze(live, cast, level):
    freeze_now(cast, level=level)
    with pytest.raises(NotNow, match=CLOSED):
        make_comment(live)
    assert not Comment.objects.exists()


def test_comments_are_received_until_it_begins(live, cast):
    make_freeze(cast, starts=HOUR)
    assert make_comment(live).state == State.WAITING


@pytest.mark.parametrize("level", LEVELS)
def test_they_are_received_again_when_it_ends_with_no_act_of_anybody(live, cast, level):
    freeze = freeze_now(cast, level=level)
    with clock.set_to(freeze.ends_at):
        assert make_comment(live).state == State.WAITING


def test_they_are_received_again_when_it_is_lifted(live, cast):
    lift(freeze_now(cast), cast)
    assert make_comment(live).state == State.WAITING


def test_they_stay_closed_while_another_freeze_holds(live, cast):
    freeze = freeze_now(cast)
    freeze_now(cast, lasts=2 * DAY)
    lift(freeze, cast)
    with pytest.raises(NotNow):
        make_comment(live)


def test_an_answer_to_a_comment_is_not_received_either(live, cast):
    parent = decide(make_comment(live), State.PUBLISHED, cast.community_manager)
    freeze_now(cast)
    with pytest.raises(NotNow, match=CLOSED):
        make_comment(live, parent=parent)


def test_a_freeze_of_all_departments_closes_comments_everywhere(live, cast):
    elsewhere = make_live_elsewhere(cast)
    freeze_now(cast, everywhere=True)
    assert why_closed(live) == why_closed(elsewhere) == CLOSED


def test_a_freeze_of_another_department_closes_nothing_here(live, cast):
    freeze_of_the_other_department(cast)
    assert why_closed(live) == ""


@pytest.fixture
def shared(draft, cast):
    """A live post written with a team of the other department."""
    set_partners(draft, [cast.other_team], by=cast.author)
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.press_officer)
    sign_it(submission, cast.outside_officer)
    return fresh(draft)


def test_a_freeze_of_a_partner_closes_comments_on_what_it_wrote_too(shared, cast):
    freeze_of_the_other_department(cast)
    assert why_closed(shared) == CLOSED


def test_the_page_of_what_a_partner_wrote_changes_when_its_freeze_begins(shared, cast, client):
    before = client.get(shared.get_absolute_url())
    freeze_of_the_other_department(cast)
    after = client.get(shared.get_absolute_url())
    assert before["ETag"] != after["ETag"]
    assert CLOSED in words(after)


def test_of_two_notices_that_of_the_stricter_is_shown(live, cast):
    freeze_now(cast)
    strict = freezing.Declaration(
        level=Freeze.Level.MOURNING,
        department=None,
        starts_at=clock.now() - HOUR,
        ends_at=clock.now() + HOUR,
        notice="We are in national mourning.",
        directors=[cast.editor, cast.administrator],
    )
    freezing.declare(strict, by=cast.superuser)
    assert why_closed(live) == "Comments are closed for now. We are in national mourning."


def test_a_comment_that_was_stored_before_is_acknowledged_when_it_is_sent_again(live, cast):
    comment = make_comment(live, once="sent-before")
    freeze_now(cast)
    assert make_comment(live, once="sent-before") == comment


# What readers see


def test_the_post_says_why_comments_are_closed_and_offers_no_form(client, live, cast):
    freeze_now(cast)
    page = client.get(live.get_absolute_url())
    assert CLOSED in words(page)
    assert "Comment on this post" not in words(page)


def test_the_post_offers_the_form_again_after_it(client, live, cast):
    lift(freeze_now(cast), cast)
    page = client.get(live.get_absolute_url())
    assert "Comments are closed" not in words(page)
    assert "Comment on this post" in words(page)


def test_comments_that_were_published_stay_and_take_no_answer(client, live, cast):
    decide(make_comment(live, "Ours rusted."), State.PUBLISHED, cast.community_manager)
    freeze_now(cast)
    page = words(client.get(live.get_absolute_url()))
    assert "Ours rusted." in page
    assert "Answer" not in page


def test_a_kept_page_is_another_when_comments_close_and_when_they_open(client, live, cast):
    freeze, seen = make_freeze(cast), []
    for at in (clock.now(), freeze.starts_at, freeze.ends_at):
        with clock.set_to(at):
            freezing.turn_pages()
            seen.append(client.get(live.get_absolute_url())["ETag"])
    assert len(set(seen)) == 3


def test_an_opened_form_sent_in_a_freeze_is_refused_with_its_words(client, live, cast):
    sent = form_of(live, body="Ours rusted within a year.")
    freeze_now(cast)
    page = client.post(f"{live.get_absolute_url()}comment/", sent)
    assert page.status_code == 409
    assert CLOSED in words(page)
    assert "Ours rusted within a year." in kept(page).values()
    assert not Comment.objects.exists()


def test_the_form_can_be_opened_by_nobody_in_a_freeze(client, live, cast):
    freeze_now(cast)
    page = client.get(f"{live.get_absolute_url()}comment/")
    assert CLOSED in words(page)


def test_a_private_status_page_answers_in_a_freeze(client, live, cast):
    comment = make_comment(live)
    freeze_now(cast)
    assert client.get(f"/comments/{status_token(comment.reference)}/").status_code == 200


# What the team does meanwhile


def test_in_an_election_waiting_comments_are_decided(live, cast):
    comment = make_comment(live)
    freeze_now(cast)
    decide(comment, State.PUBLISHED, cast.community_manager)
    assert fresh(comment).state == State.PUBLISHED


def test_in_an_election_a_published_comment_is_answered(live, cast):
    comment = decide(make_comment(live), State.PUBLISHED, cast.community_manager)
    freeze_now(cast)
    assert reply_officially(comment, by=cast.author, body="Thank you.").pk


def test_in_mourning_no_comment_is_published(live, cast):
    comment = make_comment(live)
    freeze_now(cast, level=Freeze.Level.MOURNING)
    with pytest.raises(NotNow, match="Nothing may change"):
        decide(comment, State.PUBLISHED, cast.community_manager)
    assert fresh(comment).state == State.WAITING


def test_in_mourning_no_published_comment_is_taken_down(live, cast):
    comment = decide(make_comment(live), State.PUBLISHED, cast.community_manager)
    freeze_now(cast, level=Freeze.Level.MOURNING)
    with pytest.raises(NotNow, match="Nothing may change"):
        decide(comment, State.DECLINED, cast.community_manager)
    assert fresh(comment).state == State.PUBLISHED


def test_in_mourning_a_waiting_comment_is_declined_as_readers_see_nothing_of_it(live, cast):
    comment = make_comment(live)
    freeze_now(cast, level=Freeze.Level.MOURNING)
    decide(comment, State.DECLINED, cast.community_manager)
    assert fresh(comment).state == State.DECLINED


def test_in_mourning_no_comment_is_answered(live, cast):
    comment = decide(make_comment(live), State.PUBLISHED, cast.community_manager)
    freeze_now(cast, level=Freeze.Level.MOURNING)
    with pytest.raises(NotNow, match="Nothing may change"):
        reply_officially(comment, by=cast.author, body="Thank you.")
    assert not comment.official_replies.exists()


def test_mourning_in_another_department_stops_no_answer_here(live, cast):
    comment = decide(make_comment(live), State.PUBLISHED, cast.community_manager)
    by = cast.outside_officer
    two = [by, cast.outsider]
    freeze_now(cast, level=Freeze.Level.MOURNING, department=cast.other_department, by=by, directors=two)
    assert reply_officially(comment, by=cast.author, body="Thank you.").pk
