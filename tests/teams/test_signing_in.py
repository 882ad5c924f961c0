"""Signing in with a password and a code, and what a session may do before it has shown both."""

import pytest
from django.test import Client

from teams import second_factor
from tests import phones
from tests.conftest import PASSWORD
from tests.pages import errors, heading, links, title

CODE, SET_UP, AGAIN = "/sign-in/code/", "/sign-in/second-factor/set-up/", "/sign-in/again/"
OTHER_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def officer(cast):
    """A press officer with an authenticator app."""
    phones.give_phone(cast.press_officer)
    return cast.press_officer


# The password, then the code


def test_the_password_alone_signs_nobody_with_an_app_in(officer):
    browser = phones.with_password(officer)
    assert not phones.is_signed_in(browser)
    assert browser.get("/desk/")["Location"] == "/sign-in/?next=/desk/"


def test_the_password_leads_to_the_code(officer, client):
    response = client.post("/sign-in/", {"login": officer.email, "password": PASSWORD})
    assert response["Location"] == CODE
    assert heading(client.get(CODE)) == "Enter your code"


@pytest.mark.parametrize("later", [0, 1])
def test_password_and_code_sign_in(later, officer):
    browser = phones.with_code(officer, phones.code(later))
    assert phones.is_signed_in(browser)
    assert browser.get("/desk/").status_code == 200


def test_a_code_may_be_typed_as_it_is_shown(officer):
    shown = phones.code()
    assert phones.is_signed_in(phones.with_code(officer, f" {shown[:3]} {shown[3:]}"))


def test_a_wrong_code_is_refused_in_words(officer):
    browser = phones.with_password(officer)
    response = browser.post(CODE, {"code": phones.WRONG})
    assert response.status_code == 422
    assert errors(response) == ["That code is not right. Enter the one that your app shows now."]
    assert title(response).startswith("Error: ")
    assert not phones.is_signed_in(browser)


@pytest.mark.parametrize("sent", [{}, {"code": ""}, {"code": " "}, {"credential": "{}"}])
def test_no_code_is_refused_in_words(sent, officer):
    response = phones.with_password(officer).post(CODE, sent)
    assert (response.status_code, errors(response)) == (422, ["Enter code"])


@pytest.mark.parametrize("typed", ["٠٠٠٠٠٠", "x" * 100_000, "\u202e1", "<b>", "1" * 41])
def test_any_code_has_an_answer(typed, officer):
    assert phones.with_password(officer).post(CODE, {"code": typed}).status_code == 422


def test_a_code_too_old_is_refused(officer):
    assert phones.with_password(officer).post(CODE, {"code": phones.code(-3)}).status_code == 422


@pytest.mark.parametrize("forgets", [lambda: None, phones.forget_for_half_a_minute])
def test_a_code_works_once(forgets, officer):
    typed = phones.code()
    phones.with_code(officer, typed)
    forgets()
    browser = phones.with_password(officer)
    response = browser.post(CODE, {"code": typed})
    assert errors(response) == ["That code was used already. Wait until your app shows the next one."]
    assert not phones.is_signed_in(browser)


def test_the_next_code_works_after_it(officer):
    phones.with_code(officer)
    assert phones.is_signed_in(phones.with_code(officer, phones.code(later=1)))


def test_nobody_has_a_page_for_codes_without_a_password(client, officer):
    assert client.get(CODE)["Location"] == "/sign-in/"
    assert client.post(CODE, {"code": phones.code()})["Location"] == "/sign-in/"
    assert not phones.is_signed_in(client)


def test_somebody_elses_code_is_wrong(officer, cast):
    second_factor.set_up(cast.auditor, secret=OTHER_SECRET, code=phones.code(secret=OTHER_SECRET))
    response = phones.with_password(officer).post(CODE, {"code": phones.code(1, OTHER_SECRET)})
    assert response.status_code == 422


def test_whoever_began_to_sign_in_can_begin_as_somebody_else(officer, cast):
    browser = phones.with_password(officer)
    browser.post("/sign-in/out/")
    assert heading(browser.get("/sign-in/")) == "Sign in"
    assert phones.is_signed_in(phones.with_password(cast.author, browser))


def test_whoever_may_no_longer_sign_in_does_not_by_a_code(officer):
    browser = phones.with_password(officer)
    officer.is_active = False
    officer.save()
    browser.post(CODE, {"code": phones.code()})
    assert browser.get("/desk/").status_code == 302


def test_a_new_password_by_mail_does_not_go_round_the_code(officer, client, mailoutbox):
    client.post("/sign-in/forgotten/", {"email": officer.email})
    link = next(line for line in mailoutbox[0].body.split() if "/forgotten/" in line)
    page = client.get(link, follow=True)
    new = {"password1": "another-long-password", "password2": "another-long-password"}
    client.post(page.redirect_chain[-1][0], new)
    browser = phones.with_password(officer, client, "another-long-password")
    assert not phones.is_signed_in(browser)
    assert browser.get("/sign-in/")["Location"] == CODE


# Too many wrong ones


def test_after_five_wrong_codes_the_right_one_is_refused_too(officer):
    browser = phones.with_password(officer)
    for _ in range(5):
        browser.post(CODE, {"code": phones.WRONG})
    response = browser.post(CODE, {"code": phones.code()})
    assert errors(response) == ["Too many wrong tries. Wait five minutes, then try again."]
    assert not phones.is_signed_in(browser)


def test_signing_in_anew_gives_no_further_tries(officer):
    for _ in range(5):
        phones.with_password(officer).post(CODE, {"code": phones.WRONG})
    assert phones.with_password(officer).post(CODE, {"code": phones.code()}).status_code == 422


def test_a_used_code_gives_no_further_tries(officer):
    """Or somebody who has read one code over a shoulder could guess on."""
    typed = phones.code()
    phones.with_code(officer, typed)
    browser = phones.with_password(officer)
    for _ in range(3):
        browser.post(CODE, {"code": phones.WRONG})
        browser.post(CODE, {"code": typed})
    assert "Too many wrong tries" in errors(browser.post(CODE, {"code": phones.code(later=1)}))[0]


def test_after_five_wrong_passwords_the_right_one_is_refused_too(cast, client):
    for _ in range(5):
        phones.with_password(cast.author, client, "wrong")
    response = client.post("/sign-in/", {"login": cast.author.email, "password": PASSWORD})
    assert errors(response) == ["Too many wrong tries. Wait five minutes, then try again."]
    assert not phones.is_signed_in(client)


def test_a_wrong_password_is_refused_in_words(cast, client):
    response = client.post("/sign-in/", {"login": cast.author.email, "password": "wrong"})
    assert errors(response) == ["The email address or the password is not right"]


# Session cookies


def key_of(browser):
    return browser.cookies["sessionid"].value


def test_the_session_has_another_key_after_signing_in(officer):
    browser = phones.with_password(officer)
    before = key_of(browser)
    browser.post(CODE, {"code": phones.code()})
    assert phones.is_signed_in(browser)
    assert key_of(browser) != before
    old = Client()
    old.cookies["sessionid"] = before
    assert not phones.is_signed_in(old)


def test_nobody_can_choose_anothers_session_beforehand(cast, client):
    client.cookies["sessionid"] = "x" * 32
    phones.with_password(cast.author, client)
    assert phones.is_signed_in(client)
    assert key_of(client) != "x" * 32


def test_signing_out_ends_the_session(officer):
    browser = phones.with_code(officer)
    before = key_of(browser)
    browser.post("/sign-in/out/")
    browser.cookies["sessionid"] = before
    assert not phones.is_signed_in(browser)


# A session must show the second factor that the person has now


def test_a_session_opened_with_a_password_before_there_was_an_app_is_asked_for_a_code(cast):
    thief = phones.with_password(cast.press_officer)
    phones.sets_up(phones.with_password(cast.press_officer))
    assert thief.get("/desk/")["Location"] == f"{AGAIN}code/?next=/desk/"
    assert thief.get(SET_UP)["Location"].startswith(f"{AGAIN}code/")


def test_a_right_code_opens_it(cast):
    browser = phones.forced(cast.press_officer)
    phones.give_phone(cast.press_officer)
    response = browser.post(f"{AGAIN}code/", {"code": phones.code(), "next": "/desk/"})
    assert response["Location"] == "/desk/"
    assert browser.get("/desk/").status_code == 200


def test_a_wrong_code_does_not(cast):
    browser = phones.forced(cast.press_officer)
    phones.give_phone(cast.press_officer)
    assert browser.post(f"{AGAIN}code/", {"code": phones.WRONG}).status_code == 422
    assert browser.get("/desk/").status_code == 302


def test_its_password_is_no_way_round_the_code(cast):
    browser = phones.forced(cast.press_officer)
    phones.give_phone(cast.press_officer)
    assert AGAIN not in links(browser.get(f"{AGAIN}code/"))
    assert browser.post(AGAIN, {"password": PASSWORD}).status_code == 403
    assert browser.get("/desk/").status_code == 302


def test_another_app_asks_every_other_session_for_a_code(officer):
    here = phones.with_code(officer)
    elsewhere = phones.with_code(officer, phones.code(later=1))
    phones.sets_up(here)
    assert here.get("/desk/").status_code == 200
    assert elsewhere.get("/desk/")["Location"].startswith(f"{AGAIN}code/")


def test_a_reset_leads_every_session_to_set_another_up(officer, cast):
    browser = phones.with_code(officer)
    second_factor.reset(officer, by=cast.administrator, reason="Lost.")
    assert browser.get("/desk/")["Location"].startswith(SET_UP)


def test_an_author_with_an_app_shows_it_too(cast):
    browser = phones.forced(cast.author)
    phones.give_phone(cast.author)
    assert browser.get("/desk/")["Location"].startswith(f"{AGAIN}code/")


def test_an_author_without_one_needs_none(cast):
    assert phones.with_password(cast.author).get("/desk/").status_code == 200


def test_the_demonstration_asks_for_none(cast, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    assert phones.with_password(cast.press_officer).get("/desk/").status_code == 200
