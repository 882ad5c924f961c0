"""The pages of the second factor: setting it up, recovery codes, removing it, resetting somebody else's."""

from datetime import timedelta

import pytest

from policyblogs.middleware import POLICY
from teams import clock, second_factor
from teams.models import Entry
from tests import phones
from tests.conftest import PASSWORD
from tests.pages import errors, heading, kept, links, plain, words

CODE, SET_UP, AGAIN = "/sign-in/code/", "/sign-in/second-factor/set-up/", "/sign-in/again/"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def officer(cast):
    """A press officer with an authenticator app."""
    phones.give_phone(cast.press_officer)
    return cast.press_officer


def key_of(browser):
    return browser.cookies["sessionid"].value


# Setting up


def test_whoever_needs_one_and_has_none_is_led_to_set_it_up(cast):
    browser = phones.with_password(cast.press_officer)
    assert phones.is_signed_in(browser)
    assert browser.get("/desk/")["Location"] == f"{SET_UP}?next=/desk/"
    response = browser.get(SET_UP)
    assert heading(response) == "Set up your authenticator app"
    assert "Nothing else opens until it is set up." in words(response)


def test_what_was_sent_before_it_is_set_up_is_given_back(cast, draft):
    browser = phones.with_password(cast.writing_press_officer)
    response = browser.post(f"/desk/posts/{draft.pk}/edit/", {"title": "Mine", "source": "My text."})
    assert (response.status_code, heading(response)) == (403, "Your second factor comes first")
    assert kept(response) == {"Title": "Mine", "Text": "My text."}
    assert SET_UP in links(response)


def test_setting_up_opens_the_desk_and_shows_the_recovery_codes(cast):
    browser = phones.with_password(cast.press_officer)
    key = phones.key_on(browser.get(SET_UP))
    response = browser.post(SET_UP, {"code": phones.code(secret=key)}, follow=True)
    assert heading(response) == "Your recovery codes"
    assert all(code in words(response) for code in second_factor.codes_left(cast.press_officer))
    assert response["Cache-Control"] == "private, no-store"
    assert browser.get("/desk/").status_code == 200


def test_setting_up_gives_the_session_another_key(cast):
    browser = phones.with_password(cast.press_officer)
    before = key_of(browser)
    phones.sets_up(browser)
    assert key_of(browser) != before


def test_a_wrong_code_sets_nothing_up_and_keeps_the_key(cast):
    browser = phones.with_password(cast.press_officer)
    key = phones.key_on(browser.get(SET_UP))
    response = browser.post(SET_UP, {"code": phones.WRONG})
    assert (response.status_code, phones.key_on(response)) == (422, key)
    assert phones.apps_of(cast.press_officer) == 0
    assert browser.get("/desk/").status_code == 302


def test_five_wrong_codes_stop_the_setting_up_for_a_while(cast):
    browser = phones.with_password(cast.press_officer)
    key = phones.key_on(browser.get(SET_UP))
    for _ in range(5):
        browser.post(SET_UP, {"code": phones.WRONG})
    response = browser.post(SET_UP, {"code": phones.code(secret=key)})
    assert errors(response) == ["Too many wrong tries. Wait five minutes, then try again."]


def test_each_time_the_page_is_opened_the_key_is_another(cast):
    """Or somebody who has seen it once would have the codes for ever."""
    browser = phones.with_password(cast.press_officer)
    assert phones.key_on(browser.get(SET_UP)) != phones.key_on(browser.get(SET_UP))


def test_a_key_that_was_used_is_not_kept_in_the_session(cast):
    browser = phones.with_password(cast.press_officer)
    key = phones.sets_up(browser)
    assert key not in str(dict(browser.session))


def test_the_picture_is_an_image_that_nobody_stores(cast):
    browser = phones.with_password(cast.press_officer)
    browser.get(SET_UP)
    response = browser.get(f"{SET_UP}picture.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Security-Policy"] == POLICY
    assert response.content.startswith(b"<svg")
    assert b'fill="white"' in response.content  # or it could not be seen on a dark page


def test_there_is_no_picture_when_nothing_is_being_set_up(cast):
    browser = phones.with_password(cast.press_officer)
    assert browser.get(f"{SET_UP}picture.svg").status_code == 404


def test_the_key_is_shown_to_type_and_to_open(cast):
    response = phones.with_password(cast.press_officer).get(SET_UP)
    key = phones.key_on(response)
    assert " ".join(key[place : place + 4] for place in range(0, 32, 4)) in words(response)
    link = f"otpauth://totp/pat.press%40blogs.example?secret={key}&issuer=Policy%20Blogs"
    assert link in links(response)


def test_a_session_that_typed_nothing_lately_types_its_password_first(cast):
    response = phones.forced(cast.press_officer).get(SET_UP)
    assert response["Location"] == f"{AGAIN}?next=%2Fsign-in%2Fsecond-factor%2Fset-up%2F"


def test_so_does_one_that_signed_in_a_while_ago(cast):
    browser = phones.with_password(cast.press_officer)
    with clock.set_to(clock.now() + timedelta(minutes=6)):
        assert browser.get(SET_UP)["Location"].startswith(AGAIN)


def test_typing_it_leads_back(cast):
    browser = phones.forced(cast.press_officer)
    response = browser.post(AGAIN, {"password": PASSWORD, "next": SET_UP})
    assert response["Location"] == SET_UP
    assert browser.get(SET_UP).status_code == 200


# Recovery codes


def test_a_recovery_code_signs_in_and_says_how_many_are_left(officer):
    browser = phones.with_code(officer, phones.recovery_code(officer))
    page = browser.get("/desk/")
    assert page.status_code == 200
    assert "You used a recovery code, and have 9 left." in words(page)


def test_a_recovery_code_works_once(officer):
    typed = phones.recovery_code(officer)
    phones.with_code(officer, typed)
    browser = phones.with_password(officer)
    assert browser.post(CODE, {"code": typed}).status_code == 422
    assert not phones.is_signed_in(browser)


def test_whoever_lost_the_phone_replaces_the_app(officer):
    browser = phones.with_code(officer, phones.recovery_code(officer))
    page = browser.get(SET_UP)
    assert heading(page) == "Replace your authenticator app"
    key = phones.sets_up(browser)
    assert not phones.is_signed_in(_tries(officer, phones.code(later=1)))
    assert phones.is_signed_in(_tries(officer, phones.code(1, key)))


def _tries(person, typed):
    browser = phones.with_password(person)
    browser.post(CODE, {"code": typed})
    return browser


def test_new_recovery_codes_are_made_by_a_press_of_a_button(officer):
    browser = phones.with_code(officer)
    before = second_factor.codes_left(officer)
    browser.get("/sign-in/second-factor/recovery-codes/new/")
    assert second_factor.codes_left(officer) == before
    page = browser.post("/sign-in/second-factor/recovery-codes/new/", follow=True)
    assert not set(before) & set(second_factor.codes_left(officer))
    assert all(code in words(page) for code in second_factor.codes_left(officer))


def test_the_recovery_codes_are_shown_only_to_whoever_typed_something_lately(officer):
    browser = phones.with_code(officer)
    with clock.set_to(clock.now() + timedelta(minutes=6)):
        response = browser.get("/sign-in/second-factor/recovery-codes/")
    assert response["Location"].startswith(AGAIN)


def test_looking_at_recovery_codes_changes_nothing(officer):
    browser = phones.with_code(officer)
    before = list(officer.authenticator_set.values_list("data", flat=True))
    browser.get("/sign-in/second-factor/recovery-codes/")
    assert list(officer.authenticator_set.values_list("data", flat=True)) == before


def test_whoever_has_used_them_all_is_told(officer):
    for code in second_factor.codes_left(officer):
        assert officer.authenticator_set.get(type="recovery_codes").wrap().validate_code(code)
    page = phones.with_code(officer).get("/sign-in/second-factor/recovery-codes/")
    assert "You have used them all." in words(page)


# Removing and resetting on pages


def test_an_author_removes_theirs(cast):
    phones.give_phone(cast.author)
    browser = phones.with_code(cast.author)
    browser.get("/sign-in/second-factor/remove/")
    assert phones.apps_of(cast.author) == 1
    page = browser.post("/sign-in/second-factor/remove/", follow=True)
    assert phones.apps_of(cast.author) == 0
    assert "You sign in with your password only." in words(page)


def test_a_press_officer_is_told_that_they_cannot(officer):
    browser = phones.with_code(officer)
    page = browser.get("/sign-in/second-factor/remove/")
    assert heading(page) == "You cannot remove your second factor"
    assert browser.post("/sign-in/second-factor/remove/").status_code == 403
    assert phones.apps_of(officer) == 1


def test_the_overview_says_what_there_is(officer, cast):
    page = phones.with_code(officer).get("/sign-in/second-factor/")
    assert "Recovery codes 10 left" in words(page)
    assert "/sign-in/second-factor/remove/" not in links(page)
    page = phones.with_password(cast.author).get("/sign-in/second-factor/")
    assert "Authenticator app Not set up" in words(page)


@pytest.fixture
def admin(cast, settings):
    """The browser of the department's administrator, who has shown a second factor."""
    phones.give_phone(cast.administrator)
    return phones.with_code(cast.administrator)


def reset_page(person):
    return f"/desk/people/{person.pk}/second-factor/"


def test_an_administrator_resets_on_the_page_of_the_person(admin, officer):
    page = admin.get(f"/admin/teams/user/{officer.pk}/change/")
    assert reset_page(officer) in links(page)
    response = admin.post(reset_page(officer), {"reason": "She rang."}, follow=True)
    assert "The second factor of Pat Press is reset" in plain(response)
    assert phones.apps_of(officer) == 0


def test_a_person_without_one_has_nothing_to_reset(admin, cast):
    page = admin.get(f"/admin/teams/user/{cast.press_officer.pk}/change/")
    assert reset_page(cast.press_officer) not in links(page)
    assert heading(admin.get(reset_page(cast.press_officer))) == "Pat Press has no second factor"


def test_a_reset_without_a_reason_is_refused_in_words(admin, officer):
    response = admin.post(reset_page(officer), {"reason": " "})
    assert (response.status_code, errors(response)) == (422, ["Say why you are resetting the second factor."])
    assert phones.apps_of(officer) == 1


@pytest.mark.parametrize(
    ("name", "status"),
    [("outsider", 404), ("outside_officer", 404), ("superuser", 404), ("administrator", 403)],
)
def test_an_administrator_has_no_page_for_anybody_else(name, status, admin, cast):
    person = getattr(cast, name)
    assert admin.get(reset_page(person)).status_code == status
    assert admin.post(reset_page(person), {"reason": "Why not."}).status_code == status


def test_a_reset_on_the_page_is_in_the_record(admin, officer, cast):
    admin.post(reset_page(officer), {"reason": "She rang."})
    entry = Entry.objects.first()
    assert (entry.action, entry.details.reason) == ("person.second_factor_reset", "She rang.")


def test_an_administrator_who_typed_nothing_lately_types_the_password_first(cast, admin, officer):
    with clock.set_to(clock.now() + timedelta(minutes=6)):
        response = admin.get(reset_page(officer))
    assert response["Location"].startswith(AGAIN)


def test_what_was_sent_too_late_is_done_once_the_password_is_typed(cast):
    phones.give_phone(cast.author)
    browser = phones.with_code(cast.author)
    with clock.set_to(clock.now() + timedelta(minutes=6)):
        asked = browser.post("/sign-in/second-factor/remove/")
    assert asked["Location"].startswith(AGAIN)
    assert phones.apps_of(cast.author) == 1
    where = browser.get(asked["Location"]).context["redirect_field_value"]
    browser.post(AGAIN, {"password": PASSWORD, "next": where})
    assert phones.apps_of(cast.author) == 0
