"""The form's token is signed, timed and for one post; the status link's is derived and cannot be guessed."""

import hashlib
import time

import pytest
from django.core import signing

from comments.tokens import (
    FORM_LASTS,
    FORM_SALT,
    REFERENCE_LETTERS,
    FormExpired,
    form_token,
    read_form_token,
    read_status_token,
    reference_of,
    status_token,
)


def token_made(seconds_ago, monkeypatch):
    now = time.time()
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: now - seconds_ago)
        return form_token(7)


def test_each_opening_of_the_form_has_a_token_of_its_own():
    assert read_form_token(form_token(7), 7) != read_form_token(form_token(7), 7)


def test_a_token_says_the_same_each_time_it_is_read():
    token = form_token(7)
    assert read_form_token(token, 7) == read_form_token(token, 7)


def test_a_token_of_another_post_is_refused():
    with pytest.raises(FormExpired):
        read_form_token(form_token(7), 8)


def test_a_form_open_over_a_weekend_still_works(monkeypatch):
    assert read_form_token(token_made(FORM_LASTS - 60, monkeypatch), 7)


def test_a_token_expires_after_three_days(monkeypatch):
    with pytest.raises(FormExpired):
        read_form_token(token_made(FORM_LASTS + 60, monkeypatch), 7)


@pytest.mark.parametrize("forged", ["", "x", "a:b", "a:b:c", "\0", "é:é:é", ":" * 50, "x" * 100_000])
def test_what_we_did_not_make_is_refused(forged):
    with pytest.raises(FormExpired):
        read_form_token(forged, 7)


def test_a_changed_token_is_refused():
    token = form_token(7)
    with pytest.raises(FormExpired):
        read_form_token(token[:-1] + ("a" if token[-1] != "a" else "b"), 7)


@pytest.mark.parametrize("content", [7, [7], [7, "a", "b"], None, {"post": 7}, "text"])
def test_something_else_that_we_signed_is_refused(content):
    with pytest.raises(FormExpired):
        read_form_token(signing.dumps(content, salt=FORM_SALT), 7)


def test_a_token_signed_for_another_purpose_is_refused():
    with pytest.raises(FormExpired):
        read_form_token(signing.dumps([7, "once"], salt="other"), 7)


def test_a_reference_can_be_read_out():
    keys = [hashlib.sha256(bytes([number])).hexdigest() for number in range(50)]
    letters = {letter for key in keys for letter in reference_of(key)}
    assert letters <= set(REFERENCE_LETTERS)
    assert not letters & set("01AEIOU")


def test_another_comment_has_another_reference():
    assert reference_of("ab" * 32) != reference_of("ac" * 32)


def test_the_status_link_leads_to_its_reference():
    assert read_status_token(status_token("BCDFGHJK")) == "BCDFGHJK"


def test_the_status_link_is_derived_so_that_later_mail_can_carry_it():
    assert status_token("BCDFGHJK") == status_token("BCDFGHJK")


def test_the_status_link_changes_with_the_installations_secret(settings):
    before = status_token("BCDFGHJK")
    settings.SECRET_KEY = "another secret of more than thirty-two characters"
    assert read_status_token(before) is None


@pytest.mark.parametrize(
    "guess", ["", "-", "BCDFGHJK", "BCDFGHJK-", "BCDFGHJK-" + "0" * 32, "é", "BCDFGHJK-é", "\0"]
)
def test_a_guessed_status_link_leads_nowhere(guess):
    assert read_status_token(guess) is None


def test_the_digest_of_one_comment_does_not_open_another():
    digest = status_token("BCDFGHJK").partition("-")[2]
    assert read_status_token(f"CCDFGHJK-{digest}") is None
