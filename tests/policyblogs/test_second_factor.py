"""No address but the few that lead to it opens to a session that has not shown its second factor."""

import pytest

from policyblogs.addresses import ADDRESSES, PUBLIC
from teams.models import Entry
from teams.signing_in import OPEN_BEFORE, SET_UP, SHOW
from tests import phones
from tests.policyblogs.test_addresses import NAMES, address, arguments, ask, things  # noqa: F401
from tests.policyblogs.test_html import faults_of, in_production, lacking

PAGES = ["", "set-up/", "remove/", "recovery-codes/", "recovery-codes/new/"]
CLOSED = [name for name in NAMES if ADDRESSES[name] is not PUBLIC]
WHERE = {SET_UP: "/sign-in/second-factor/set-up/", SHOW: "/sign-in/again/code/"}
NEEDING = ["press_officer", "writing_press_officer", "administrator", "auditor", "superuser"]


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def opened(browser, cast, things, led_to):  # noqa: F811
    """The addresses that do anything else than lead there, or refuse what is sent."""
    args, found = arguments(cast, things), []
    for name in CLOSED:
        where = address(name, args, cast)
        get, post = ask(browser, "GET", where), ask(browser, "POST", where)
        is_led = get.status_code == 302 and get["Location"].startswith(f"{led_to}?next=")
        if not (is_led and post.status_code == 403):
            found.append(name)
    return found


def with_password_only(person):
    browser = phones.with_password(person)
    assert phones.is_signed_in(browser)
    return browser


@pytest.mark.parametrize("name", NEEDING)
def test_only_the_pages_that_set_it_up_open_to_whoever_has_none(name, cast, things):  # noqa: F811
    before = Entry.objects.count()
    browser = with_password_only(getattr(cast, name))
    assert set(opened(browser, cast, things, WHERE[SET_UP])) == OPEN_BEFORE[SET_UP]
    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", [*NEEDING, "author", "community_manager"])
def test_only_the_page_for_a_code_opens_to_a_session_that_has_shown_none(name, cast, things):  # noqa: F811
    person = getattr(cast, name)
    browser = with_password_only(person)
    phones.give_phone(person)
    assert set(opened(browser, cast, things, WHERE[SHOW])) == OPEN_BEFORE[SHOW]


@pytest.mark.parametrize("name", [*NEEDING, "author"])
def test_nothing_opens_between_the_password_and_the_code(name, cast, things):  # noqa: F811
    person = getattr(cast, name)
    phones.give_phone(person)
    browser = phones.with_password(person)
    assert opened(browser, cast, things, "/sign-in/") == []


def test_what_opens_before_it_is_what_leads_to_it():
    others = {"second_factor_picture", "account_reauthenticate", "account_change_password"}
    assert {SET_UP: {SET_UP, *others}, SHOW: {SHOW, "account_change_password"}} == OPEN_BEFORE
    assert ADDRESSES["account_logout"] is PUBLIC


def test_signing_out_and_changing_the_password_stay_open(cast):
    browser = with_password_only(cast.press_officer)
    assert browser.get("/sign-in/password/").status_code == 200
    assert browser.get("/sign-in/out/").status_code == 200
    browser.post("/sign-in/out/")
    assert not phones.is_signed_in(browser)


def test_readers_pages_stay_open(cast, things):  # noqa: F811
    browser = with_password_only(cast.press_officer)
    assert browser.get(things.live.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "where", ["/admin", "/admin/login/", "/admin/teams/user/", "/desk//", "/desk/../admin/"]
)
def test_no_spelling_of_an_address_goes_round_it(where, cast):
    response = with_password_only(cast.superuser).get(where, follow=True)
    last = response.redirect_chain[-1][0] if response.redirect_chain else where
    assert last.startswith(WHERE[SET_UP]) or response.status_code == 404


def test_every_page_of_it_is_sound_and_protected(cast):
    phones.give_phone(cast.administrator)
    phones.give_phone(cast.press_officer)
    browser, wrong = phones.with_password(cast.administrator), {}
    pages = [f"/sign-in/second-factor/{page}" for page in PAGES]
    pages += [
        "/sign-in/again/",
        "/sign-in/again/code/",
        f"/desk/people/{cast.press_officer.pk}/second-factor/",
    ]
    code = browser.get("/sign-in/code/")
    browser.post("/sign-in/code/", {"code": phones.code()})
    for response in [code, *map(browser.get, pages)]:
        wrong[response.request["PATH_INFO"]] = faults_of(response.content.decode()), lacking(response)
        assert (response.status_code, "public" in response["Cache-Control"]) == (200, False)
    assert {page: faults for page, faults in wrong.items() if any(faults)} == {}


def test_a_server_for_readers_asks_for_it(tmp_path):
    said = in_production(tmp_path, "-c", "from policyblogs.settings import *; print(SECOND_FACTOR_REQUIRED)")
    assert (said.stdout, said.stderr) == ("True\n", "")
