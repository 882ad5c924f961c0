"""The first signature of a sitting asks who is there; nothing that was answered is lost by it."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware

from moderation.models import Return, Signature
from moderation.signing import TESTS
from posts.drafting import start_post
from teams import clock
from teams.signing_in import SITTING, confirmed_recently, kept_answers, require_confirmation
from tests import phones
from tests.conftest import PASSWORD, submit_it
from tests.making import wording
from tests.pages import heading, links, typed, words

AGAIN = "/sign-in/again/"
ANSWERS = dict.fromkeys(TESTS, "yes")


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def officer(cast):
    """The browser of a press officer who has signed in with password and code."""
    phones.give_phone(cast.press_officer)
    return phones.with_code(cast.press_officer)


def at(submission):
    return f"/admin/moderation/submission/{submission.pk}/change/"


def sign(browser, submission, **more):
    sent = {"verdict": "sign", "fingerprint": submission.revision.fingerprint, **ANSWERS, **more}
    return browser.post(at(submission), sent)


def confirm(browser, where=AGAIN, **typed):
    return browser.post(where, typed or {"password": PASSWORD})


def asked_and_confirmed(browser, submission, **more):
    """Press Sign, be asked to confirm, and do: the answer that leads back."""
    page = browser.get(sign(browser, submission, **more)["Location"])
    return confirm(browser, password=PASSWORD, next=page.context["redirect_field_value"])


def test_the_first_signature_leads_to_confirming_and_signs_nothing(officer, submission):
    response = sign(officer, submission)
    assert (response.status_code, urlsplit(response["Location"]).path) == (302, AGAIN)
    assert not Signature.objects.exists()


def test_the_page_says_why_and_offers_a_code(officer, submission):
    page = officer.get(sign(officer, submission)["Location"])
    assert heading(page) == "Confirm that it is you"
    assert "Nothing is signed yet." in words(page)
    assert any(link.startswith(f"{AGAIN}code/?next=") for link in links(page))


def test_after_it_the_person_is_back_at_the_text_and_signs(officer, submission):
    back = asked_and_confirmed(officer, submission)
    assert back["Location"] == at(submission)
    officer.get(back["Location"])
    assert not Signature.objects.exists()
    assert sign(officer, submission)["Location"] == "/admin/moderation/submission/"
    assert Signature.objects.get().submission == submission


def test_what_was_typed_is_still_there(officer, submission):
    page = officer.get(asked_and_confirmed(officer, submission, note="Seen by legal.")["Location"])
    assert typed(page).items() >= {**ANSWERS, "note": "Seen by legal."}.items()


def test_what_was_typed_is_shown_once(officer, submission):
    back = asked_and_confirmed(officer, submission)["Location"]
    officer.get(back)
    assert not typed(officer.get(back)).items() & ANSWERS.items()


def test_what_was_typed_on_one_text_answers_nothing_on_another(officer, submission, cast):
    other = submit_it(start_post(cast.team, wording(title="Another post"), by=cast.author), cast.author)
    asked_and_confirmed(officer, submission)
    assert not typed(officer.get(at(other))).items() & ANSWERS.items()


def test_no_link_answers_the_tests(officer, submission):
    """Somebody could send it to a press officer, who would have to press Sign only."""
    sent = {**ANSWERS, "note": "All is well."}
    assert not typed(officer.get(at(submission), sent)).items() & sent.items()


def test_a_code_confirms_as_well(officer, submission):
    confirm(officer, f"{AGAIN}code/", code=phones.code(later=1))
    sign(officer, submission)
    assert Signature.objects.exists()


@pytest.mark.parametrize("typed", [{"password": "wrong"}, {"password": ""}])
def test_a_wrong_password_confirms_nothing(typed, officer, submission):
    confirm(officer, **typed)
    sign(officer, submission)
    assert not Signature.objects.exists()


def test_the_code_that_signed_in_confirms_nothing(officer, submission):
    assert confirm(officer, f"{AGAIN}code/", code=phones.code()).status_code == 422
    sign(officer, submission)
    assert not Signature.objects.exists()


@pytest.mark.parametrize(("minutes", "signed"), [(59, True), (61, False)])
def test_a_confirmation_lasts_a_sitting(minutes, signed, officer, submission):
    assert timedelta(minutes=60) == SITTING
    confirm(officer)
    with clock.set_to(clock.now() + timedelta(minutes=minutes)):
        sign(officer, submission)
    assert Signature.objects.exists() == signed


def test_a_confirmation_is_of_one_session(officer, cast, submission):
    confirm(officer)
    sign(phones.with_code(cast.press_officer, phones.code(later=1)), submission)
    assert not Signature.objects.exists()


def test_signing_out_ends_it(officer, cast, submission):
    confirm(officer)
    officer.post("/sign-in/out/")
    phones.with_password(cast.press_officer, officer)
    officer.post("/sign-in/code/", {"code": phones.code(later=1)})
    assert phones.is_signed_in(officer)
    sign(officer, submission)
    assert not Signature.objects.exists()


def test_five_wrong_passwords_stop_the_confirming_for_a_while(officer, submission):
    for _ in range(5):
        confirm(officer, password="wrong")
    confirm(officer)
    sign(officer, submission)
    assert not Signature.objects.exists()


def test_returning_needs_no_confirmation(officer, submission):
    returned = {"verdict": "return", "fingerprint": submission.revision.fingerprint, "reasons": "Say more."}
    officer.post(at(submission), returned)
    assert Return.objects.exists()


def test_the_demonstration_asks_for_none(cast, submission, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    sign(phones.forced(cast.press_officer), submission)
    assert Signature.objects.exists()


# The helper


@pytest.fixture
def sent(rf, cast):
    """A request of a form, by somebody who has signed in."""
    request = rf.post("/desk/", {"relevant": "yes", "password": "secret"})
    request.user = cast.press_officer
    for middleware in (SessionMiddleware, MessageMiddleware):
        middleware(lambda _: None).process_request(request)
    return request


def test_the_way_back_is_the_path_alone(sent):
    response = require_confirmation(sent, keep=["relevant"])
    assert parse_qs(urlsplit(response["Location"]).query) == {"next": ["/desk/"]}


def test_only_what_the_page_names_is_kept(sent):
    require_confirmation(sent, keep=["relevant", "note"])
    assert kept_answers(sent) == {"relevant": "yes"}


def test_whoever_typed_nothing_again_has_not_confirmed(sent):
    assert not confirmed_recently(sent)


def test_confirming_leads_nowhere_else(officer):
    response = confirm(officer, password=PASSWORD, next="https://evil.example/")
    assert response["Location"] == "/desk/"
