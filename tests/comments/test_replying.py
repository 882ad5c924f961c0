"""Official replies: who gives them, to what, in whose name, and what readers see."""

import pytest
from django.db import IntegrityError, transaction

from comments.models import OfficialReply
from comments.replying import reply_officially
from comments.workflow import State
from moderation.releasing import withdraw
from posts.models import Withdrawal
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.making import decide, fresh, make_comment, make_comment_in


@pytest.fixture
def comment(live, cast):
    return decide(make_comment(live), State.PUBLISHED, cast.editor)


@pytest.mark.parametrize("who", ["author", "editor", "community_manager", "writing_press_officer"])
def test_people_of_the_team_reply(comment, cast, who):
    assert reply_officially(comment, by=getattr(cast, who), body="Thank you.").comment == comment


def test_nobody_else_replies(comment, cast):
    for who in [
        "press_officer",
        "administrator",
        "auditor",
        "outsider",
        "outside_officer",
        "nobody",
        "superuser",
    ]:
        with pytest.raises(NotAllowed):
            reply_officially(comment, by=getattr(cast, who), body="Thank you.")
        assert not OfficialReply.objects.exists()


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_only_a_published_comment_is_answered(live, cast, state):
    comment = make_comment_in(state, live, cast.editor)
    with pytest.raises(NotNow):
        reply_officially(comment, by=cast.author, body="Thank you.")


def test_a_comment_on_a_withdrawn_post_is_not_answered(comment, live, cast):
    withdraw(live, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="Wrong.")
    with pytest.raises(NotNow):
        reply_officially(comment, by=cast.author, body="Thank you.")


def test_a_reply_carries_name_job_and_team(comment, cast):
    reply = reply_officially(comment, by=cast.author, body="Thank you.")
    assert (reply.name, reply.role) == ("Ada Author", "Policy adviser, Flood Resilience")


def test_a_reply_of_somebody_without_a_job_title_names_the_team(comment, cast):
    cast.author.job_title = ""
    assert reply_officially(comment, by=cast.author, body="Thank you.").role == "Flood Resilience"


def test_a_reply_keeps_the_name_it_was_given_in(comment, cast):
    reply = reply_officially(comment, by=cast.author, body="Thank you.")
    cast.author.name = "Ada Married"
    cast.author.save()
    assert fresh(reply).name == "Ada Author"


def test_a_reply_is_plain_text(comment, cast):
    reply = reply_officially(comment, by=cast.author, body="<i>One</i>\n\nhttps://example.org")
    assert reply.html.startswith("<p>&lt;i&gt;One&lt;/i&gt;</p>")
    assert 'rel="nofollow"' in reply.html


def test_a_reply_is_recorded_with_its_words(comment, cast):
    reply_officially(comment, by=cast.author, body="Thank you.")
    details = Entry.objects.get(action="comment.answered").details
    assert (details.actor_label, details.actor_role) == ("Ada Author", "Author, Flood Resilience")
    assert details.changes == {"reply": [None, "Thank you."]}


def test_readers_see_the_reply_on_a_new_version_of_the_page(comment, live, cast, client):
    before = fresh(live).page_version
    reply_officially(comment, by=cast.author, body="We bought better brackets.")
    assert fresh(live).page_version == before + 1
    page = client.get(live.get_absolute_url()).content.decode()
    assert page.index(comment.body) < page.index("Official reply") < page.index("better brackets")


def test_a_reply_goes_with_the_comment_it_answers(comment, live, cast, client):
    reply_officially(comment, by=cast.author, body="We bought better brackets.")
    decide(comment, State.DECLINED, cast.editor)
    assert "better brackets" not in client.get(live.get_absolute_url()).content.decode()


def test_a_reply_is_written_once(comment, cast):
    reply = reply_officially(comment, by=cast.author, body="Thank you.")
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficialReply.objects.filter(pk=reply.pk).update(body="Go away.")
