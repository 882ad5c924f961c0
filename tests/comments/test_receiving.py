"""Receiving a comment: once however often it is sent, apart where there is doubt, and safe to show."""

from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from comments.models import Comment
from comments.privacy import decrypt, keyed_hash
from comments.receiving import CommentWords, receive, to_html
from comments.workflow import State
from moderation.releasing import withdraw
from posts.models import Withdrawal
from teams import clock
from teams.models import Entry
from teams.refusals import NotNow
from tests.making import decide, make_comment, make_live, make_live_elsewhere

EMAIL = "Reader@Example.org"


@contextmanager
def meanwhile(act):
    """Let something happen between the looks of a verb and its first write."""
    done = []

    def wrapper(execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT") and not done:
            done.append(True)
            act()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield


def take_down(post, cast):
    withdraw(post, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="Wrong figures.")


def test_a_comment_waits_for_a_decision(live):
    comment = make_comment(live)
    assert (comment.state, comment.decided_by, comment.first_published_at) == (State.WAITING, None, None)


def test_the_promise_is_two_working_days(live):
    with clock.set_to(datetime(2026, 4, 2, 9, tzinfo=UTC)):  # the Thursday before Easter
        comment = make_comment(live)
    assert comment.due_at == datetime(2026, 4, 8, 9, tzinfo=UTC)


def test_the_same_words_from_the_same_form_are_one_comment(live):
    assert make_comment(live, "Twice", once="form") == make_comment(live, "Twice", once="form")
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("changed", [{"body": "Else"}, {"name": "Bo"}, {"email": EMAIL}, {"notify": True}])
def test_other_words_from_the_same_form_are_another_comment(live, changed):
    make_comment(live, "Twice", once="form")
    make_comment(live, **{"body": "Twice", "once": "form", **changed})
    assert Comment.objects.count() == 2


def test_the_same_words_from_another_form_are_another_comment(live):
    assert make_comment(live, "Me too") != make_comment(live, "Me too")


def test_the_same_words_below_another_comment_are_another_comment(live, cast):
    parent = decide(make_comment(live), State.PUBLISHED, cast.editor)
    assert make_comment(live, "Yes", once="form") != make_comment(live, "Yes", once="form", parent=parent)


def test_the_same_comment_arriving_twice_at_once_is_stored_once(live):
    with meanwhile(lambda: make_comment(live, "Race", once="form")):
        late = make_comment(live, "Race", once="form")
    assert [late] == list(Comment.objects.all())


def test_a_withdrawal_at_the_very_moment_refuses_the_comment(live, cast):
    with meanwhile(lambda: take_down(live, cast)), pytest.raises(IntegrityError), transaction.atomic():
        make_comment(live)
    assert not Comment.objects.exists()


def test_a_withdrawn_post_takes_no_comments(live, cast):
    take_down(live, cast)
    live.refresh_from_db()
    with pytest.raises(NotNow, match="withdrawn"):
        make_comment(live)


def test_a_comment_stored_before_a_withdrawal_is_acknowledged_again(live, cast):
    stored = make_comment(live, "In time", once="form")
    take_down(live, cast)
    live.refresh_from_db()
    assert make_comment(live, "In time", once="form") == stored


def test_a_draft_takes_no_comments(draft):
    with pytest.raises(NotNow):
        make_comment(draft)


def test_what_is_typed_where_people_cannot_type_is_held_apart(live):
    words = CommentWords("Buy now")
    assert receive(live, words, once="a", trap="https://spam.example").state == State.LIKELY_SPAM


@pytest.mark.parametrize(("links", "state"), [(3, State.WAITING), (4, State.LIKELY_SPAM)])
def test_more_than_three_links_are_held_apart(live, links, state):
    assert make_comment(live, "https://example.org/ " * links).state == state


def test_an_answer_to_a_published_comment_is_kept_below_it(live, cast):
    parent = decide(make_comment(live), State.PUBLISHED, cast.editor)
    assert make_comment(live, parent=parent).parent == parent


@pytest.mark.parametrize("state", [State.DECLINED, State.SPAM])
def test_a_comment_that_is_not_public_cannot_be_answered(live, cast, state):
    parent = decide(make_comment(live), state, cast.editor)
    with pytest.raises(NotNow, match="no longer there"):
        make_comment(live, parent=parent)


def test_a_waiting_comment_cannot_be_answered(live):
    with pytest.raises(NotNow):
        make_comment(live, parent=make_comment(live))


def test_an_answer_cannot_be_answered(live, cast):
    parent = decide(make_comment(live), State.PUBLISHED, cast.editor)
    answer = decide(make_comment(live, parent=parent), State.PUBLISHED, cast.editor)
    with pytest.raises(NotNow):
        make_comment(live, parent=answer)


def test_a_comment_on_another_post_cannot_be_answered(live, cast):
    elsewhere = decide(make_comment(make_live(cast)), State.PUBLISHED, cast.editor)
    with pytest.raises(NotNow):
        make_comment(live, parent=elsewhere)


def test_an_address_is_not_in_any_column_as_it_was_written(live):
    make_comment(live, email=EMAIL, notify=True)
    row = Comment.objects.values().get()
    assert not [name for name, value in row.items() if "example.org" in str(value).lower()]


def test_an_address_can_be_read_with_the_key(live):
    assert decrypt(make_comment(live, email=EMAIL).email_encrypted) == EMAIL


def test_the_same_address_is_encrypted_otherwise_each_time(live):
    first, second = make_comment(live, email=EMAIL), make_comment(live, email=EMAIL)
    assert first.email_encrypted != second.email_encrypted


def test_comments_of_an_address_are_found_by_its_keyed_hash(live):
    mine = make_comment(live, email=EMAIL)
    make_comment(live, email="other@example.org")
    make_comment(live)
    assert list(Comment.objects.filter(email_hash=keyed_hash("reader@example.ORG "))) == [mine]


def test_without_an_address_nothing_is_encrypted_and_nobody_is_told(live):
    comment = make_comment(live, notify=True)
    assert (comment.email_encrypted, comment.email_hash, comment.notify) == ("", "", False)


def test_each_comment_has_a_reference_of_its_own(live):
    assert len({make_comment(live).reference for _ in range(20)}) == 20


def test_receiving_is_not_a_decision_and_leaves_no_entry(live):
    before = Entry.objects.count()
    make_comment(live)
    assert Entry.objects.count() == before


def test_receiving_changes_nothing_that_readers_see(live):
    make_comment(live)
    version = live.page_version
    live.refresh_from_db()
    assert live.page_version == version


def test_comments_of_two_posts_with_the_same_form_token_are_two(live, cast):
    make_comment(live, "Same", once="form")
    make_comment(make_live_elsewhere(cast), "Same", once="form")
    assert Comment.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>bold</b> & <script>", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;</p>"),
        ("One\n\nTwo", "<p>One</p>\n\n<p>Two</p>"),
        ("One\nTwo", "<p>One<br>Two</p>"),
        (
            "See https://example.org/a?b=1&c=2.",
            '<p>See <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow">https://example.org/a?b=1&amp;c=2</a>.</p>',
        ),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
        ("**not** [a](https://b)", "<p>**not** [a](https://b)</p>"),
    ],
)
def test_words_become_paragraphs_with_links_and_nothing_else(typed, shown):
    assert to_html(typed) == shown


def test_a_link_cannot_carry_an_attribute_of_its_own():
    assert 'onclick="' not in to_html('https://example.org/"onclick="alert(1)')
