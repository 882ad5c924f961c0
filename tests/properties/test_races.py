"""Two people at once, with real transactions, on PostgreSQL: one outcome, and the other is told why."""

import threading

import pytest
from django.db import connection, connections

from moderation.models import Signature, Submission
from moderation.releasing import release, withdraw
from moderation.signing import ALL_MET, return_to_authors, sign
from moderation.submitting import recall, submit
from moderation.workflow import State
from posts.drafting import DraftWords, save_draft
from posts.models import Post, Withdrawal
from teams import guarding, record, second_factor
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests import phones
from tests.conftest import STATEMENT, submit_it

ROUNDS = 6
REFUSALS = (NotAllowed, NotNow)

pytestmark = [
    pytest.mark.concurrent,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="not run: SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture(autouse=True)
def _guards_down_before_the_tables_are_emptied(transactional_db):
    yield
    guarding.drop()


def at_once(*acts):
    """Run every act in a thread of its own, all at the same moment; return what each raised, or None."""
    ready, outcomes = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number, act):
        ready.wait(5)
        try:
            act()
        except REFUSALS as refusal:
            outcomes[number] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes


def fresh(submission):
    return Submission.objects.select_related("revision", "post").get(pk=submission.pk)


def again(post, cast, number):
    """Another draft of the post, submitted."""
    post = Post.objects.select_related("draft").get(pk=post.pk)
    text = f"Text of round {number}."
    words = DraftWords(post.draft.title, post.draft.summary, text, [], [cast.author], note=text)
    save_draft(post, words, by=cast.author, version=post.draft.version)
    return submit_it(post, cast.author)


def rounds(submission, cast):
    """Open submissions, one after another: the first, then one more for each further round."""
    yield submission
    for number in range(1, ROUNDS):
        yield again(submission.post, cast, number)


def signs(submission, by):
    return lambda: sign(
        fresh(submission), by=by, fingerprint=submission.revision.fingerprint, answers=ALL_MET
    )


def test_of_two_signers_one_signs(submission, cast):
    for opened in rounds(submission, cast):
        outcomes = at_once(signs(opened, cast.press_officer), signs(opened, cast.second_press_officer))
        assert sum(outcome is None for outcome in outcomes) == 1
        assert Signature.objects.filter(submission=opened).count() == 1


def test_a_signer_and_a_recaller_have_one_outcome(submission, cast):
    for opened in rounds(submission, cast):
        outcomes = at_once(
            signs(opened, cast.press_officer), lambda o=opened: recall(fresh(o), by=cast.author)
        )
        assert sum(outcome is None for outcome in outcomes) == 1
        live = Post.objects.get(pk=opened.post_id).live_revision_id == opened.revision_id
        assert live == (fresh(opened).state == State.RELEASED)


def test_a_signer_and_an_editor_leave_only_signed_words_live(submission, cast):
    for number, opened in enumerate(rounds(submission, cast)):
        words = DraftWords("Sneaked in", "Unsigned", f"Unsigned words {number}", [], [cast.author])
        version = opened.revision.draft_version
        post = Post.objects.select_related("draft").get(pk=opened.post_id)
        at_once(
            signs(opened, cast.press_officer),
            lambda p=post, w=words, v=version: save_draft(p, w, by=cast.author, version=v),
        )
        live = Post.objects.get(pk=opened.post_id).live_revision
        assert live == opened.revision
        assert "Unsigned" not in live.source


def test_a_signer_and_a_returner_have_one_outcome(submission, cast):
    def returns(opened):
        return lambda: return_to_authors(
            fresh(opened),
            by=cast.second_press_officer,
            fingerprint=opened.revision.fingerprint,
            reasons="Why.",
        )

    for opened in rounds(submission, cast):
        outcomes = at_once(signs(opened, cast.press_officer), returns(opened))
        assert sum(outcome is None for outcome in outcomes) == 1


def test_of_two_releases_one_happens(submission, cast):
    for opened in rounds(submission, cast):
        sign(opened, by=cast.press_officer, fingerprint=opened.revision.fingerprint, answers=ALL_MET)
        cleared = fresh(opened)
        outcomes = at_once(*[lambda c=cleared: release(c, by=cast.press_officer, role="Last signatory")] * 2)
        assert all(isinstance(outcome, NotNow) for outcome in outcomes)
    assert Entry.objects.filter(action="post.released").count() == ROUNDS


def test_of_two_submitters_one_submits(draft, cast):
    def submits(by):
        return lambda: submit(
            Post.objects.select_related("draft").get(pk=draft.pk), STATEMENT, by=by, version=1
        )

    outcomes = at_once(submits(cast.author), submits(cast.author))
    assert sum(outcome is None for outcome in outcomes) == 1
    assert Submission.objects.count() == 1


def test_a_withdrawal_and_a_new_signature_never_leave_an_unsigned_word(live, cast):
    for number in range(ROUNDS):
        opened = again(live, cast, number)
        at_once(
            signs(opened, cast.press_officer),
            lambda: withdraw(
                Post.objects.get(pk=live.pk), by=cast.editor, reason=Withdrawal.Reason.ERROR, why="Why."
            ),
        )
        shown = Post.objects.get(pk=live.pk).live_revision
        assert shown is None or fresh(shown.submission).state == State.RELEASED


def test_decisions_at_once_leave_a_whole_chain(live, cast):
    subject = record.Subject("post", live.pk, "a post", cast.department)
    at_once(*[lambda: [record.append("test.decision", subject, by=cast.author) for _ in range(5)]] * 8)
    assert record.verify().broken is None
    assert Entry.objects.filter(action="test.decision").count() == 40


def test_of_two_who_send_one_code_one_is_let_in(cast):
    app, outcomes = phones.give_phone(cast.press_officer), []
    for later in (0, 1):
        typed = phones.code(later)
        at_once(*[lambda typed=typed: outcomes.append(second_factor.spend(app, typed))] * 4)
    assert sorted(outcomes) == [False] * 6 + [True] * 2
