"""Browsers that race for one submission: one signs, one returns, one saves. One outcome, and no words lost.

The ordinary suite takes a few rounds; `make races` sets RACES to 200.
"""

import os
from contextlib import nullcontext

import pytest
from django.db import connection
from django.test import Client

from moderation.models import Return, Signature, Submission
from moderation.workflow import State
from posts.models import Post
from teams import guarding, record
from tests.conftest import submit_it
from tests.making import fresh, save
from tests.moderation.test_press_desk import at, return_sent, sign_sent
from tests.pages import heading, kept, pages_of, plain, typed, words
from tests.properties.test_races import at_once

ASKED = os.environ.get("RACES")
ROUNDS = int(ASKED or "10")
SIGNED_IN = "allauth.account.auth_backends.AuthenticationBackend"

pytestmark = [
    pytest.mark.concurrent,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="not run: SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture(autouse=True)
def _guards_down_before_the_tables_are_emptied(transactional_db):
    yield
    guarding.drop()


@pytest.fixture
def browser():
    """Give somebody a browser of their own, which shows our page for a fault as a server does."""

    def _browser(person):
        client = Client(raise_request_exception=False)
        client.force_login(person, backend=SIGNED_IN)
        return client

    return _browser


def race(*sent):
    """Send each (browser, address, form) at the same moment; return the answers in their order."""
    answers = {}
    at_once(
        *[
            lambda n=n, b=browser, a=address, f=form: answers.update({n: b.post(a, f)})
            for n, (browser, address, form) in enumerate(sent)
        ]
    )
    assert len(answers) == len(sent), "a browser had no answer"
    return [answers[n] for n in range(len(sent))]


def is_told_why(answer, *reasons):
    """Whether a page refuses in order, with one of these reasons."""
    refused = (answer.status_code, heading(answer)) == (409, "That cannot be done now")
    return refused and any(reason in words(answer) for reason in reasons)


def edit_of(post):
    return f"/desk/posts/{post.pk}/edit/"


def test_of_browsers_that_sign_return_and_save_one_decides_and_no_words_are_lost(
    draft, cast, browser, capsys
):
    signer, returner = browser(cast.press_officer), browser(cast.second_press_officer)
    writer, reader, post = browser(cast.author), Client(), draft
    signed = kept_back = 0
    for number in range(ROUNDS):
        save(post, cast.author, source=f"Sent in round {number}.")
        form = typed(writer.get(edit_of(post)))  # opened before it was submitted, sent after
        opened, text = submit_it(post, cast.author), f"Saved in round {number}."
        sign, back, saved = race(
            (signer, at(opened), sign_sent(opened)),
            (returner, at(opened), return_sent(opened)),
            (writer, edit_of(post), {**form, "source": text}),
        )

        assert sorted([sign.status_code, back.status_code]) == [302, 409]
        is_signed, lost = sign.status_code == 302, sign if back.status_code == 302 else back
        ended = "This submission has ended: " + ("released" if is_signed else "returned")
        assert is_told_why(lost, ended), words(lost)
        assert is_signed or not kept(sign)
        assert not is_signed or "Whose figures?" in kept(back).values()  # what the loser typed comes back
        assert fresh(opened).state == (State.RELEASED if is_signed else State.RETURNED)
        assert Signature.objects.filter(submission=opened).exists() == is_signed
        assert Return.objects.filter(submission=opened).exists() != is_signed

        now = Post.objects.select_related("draft", "live_revision").get(pk=post.pk)
        if saved.status_code == 302:
            assert now.draft.source == text
        else:
            assert is_told_why(saved, "This draft is with the press office")
            assert text in kept(saved).values()
            assert now.draft.source == f"Sent in round {number}."
        assert (now.live_revision_id == opened.revision_id) == is_signed
        if now.is_live:
            page = plain(reader.get(pages_of(now)["post"]))
            assert now.live_revision.source in page
            assert "Saved in round" not in page
        signed += is_signed
        kept_back += saved.status_code == 409
    assert Submission.objects.under_way().count() == 0
    assert Signature.objects.count() == signed
    assert record.verify().broken is None
    with capsys.disabled() if ASKED else nullcontext():
        print(f"\n{ROUNDS} rounds: {signed} signed, {ROUNDS - signed} returned, {kept_back} saves refused.")


def test_of_two_browsers_that_press_the_same_button_twice_one_signs(draft, cast, browser):
    """Two windows of one person: a double press is one signature, and the second page says what happened."""
    one, other = browser(cast.press_officer), browser(cast.press_officer)
    opened = submit_it(draft, cast.author)
    answers = race((one, at(opened), sign_sent(opened)), (other, at(opened), sign_sent(opened)))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    lost = max(answers, key=lambda answer: answer.status_code)
    assert is_told_why(lost, "This submission has ended: released", "waits for its release")
    assert Signature.objects.count() == 1


def test_of_two_writers_who_save_at_once_both_texts_are_kept(draft, cast, browser):
    for number in range(max(3, ROUNDS // 10)):
        writers = browser(cast.author), browser(cast.co_author)
        texts = [f"Mine in round {number}.", f"Theirs in round {number}."]
        sent = [
            (writer, edit_of(draft), {**typed(writer.get(edit_of(draft))), "source": text})
            for writer, text in zip(writers, texts, strict=True)
        ]
        answers = race(*sent)
        assert sorted(answer.status_code for answer in answers) == [302, 409]
        lost = [answer.status_code for answer in answers].index(409)
        assert fresh(draft).draft.source == texts[1 - lost]
        assert all(text in plain(answers[lost]) for text in texts)
