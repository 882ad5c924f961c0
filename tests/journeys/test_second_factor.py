"""A second factor from setting it up to losing the phone, on a server that asks for one."""

import pytest

from policyblogs.demonstration.people import PASSWORD
from tests.journeys.conftest import LARGE, PHONE, Visitor, running, scratch_database
from tests.phones import WRONG, code

pytestmark = pytest.mark.journey

OFFICERS = {"desktop": "priya.ellerby@rivers.example", "phone": "ngozi.ferncliffe@places.example"}
ADMINISTRATOR, AUTHOR = "rukmini.haldane@places.example", "marit.oyelaran@places.example"
WINDOWS = {"desktop": (LARGE, "light"), "phone": (PHONE, "dark")}


@pytest.fixture(scope="module")
def strict_site(chromium, tmp_path_factory):
    """The address of a server with the requirement on."""
    data = tmp_path_factory.mktemp("strict")
    with (
        scratch_database("strict") as database,
        running(data, database, "tests.journeys.strict_settings") as address,
    ):
        yield address


@pytest.fixture
def arrive(browser, strict_site):
    """Open a window in which nobody is signed in."""
    contexts = []

    def _arrive(window):
        viewport, scheme = WINDOWS[window]
        contexts.append(browser.new_context(viewport=viewport, color_scheme=scheme))
        return Visitor(contexts[-1], strict_site, set())

    yield _arrive
    for context in contexts:
        context.close()


def sets_up(visitor, button="Set up"):
    """Set up an app as somebody without a camera does, and return its key and the recovery codes."""
    assert not visitor.scrolls_sideways()
    key = "".join(visitor.page.locator(".secret-key").inner_text().split())
    assert visitor.page.locator(".qr-code").evaluate("picture => picture.naturalWidth") > 0
    visitor.writes("Code from the app", code(secret=key))
    visitor.presses(button)
    return key, visitor.page.locator(".recovery-codes li").all_inner_texts()


def shows(visitor, typed, status=200):
    visitor.writes("Code", typed)
    visitor.presses("Sign in", status)


@pytest.mark.parametrize("window", WINDOWS)
def test_from_setting_it_up_to_losing_the_phone(window, arrive):
    officer, email = arrive(window), OFFICERS[window]

    officer.signs_in(email)
    officer.sees("Set up your authenticator app", "Nothing else opens until it is set up.")
    officer.goes_to("/admin/")
    officer.sees("Set up your authenticator app")
    officer.writes("Code from the app", WRONG)
    officer.presses("Set up", status=422)
    officer.sees("That code is not right.")
    key, codes = sets_up(officer)
    officer.sees("Your recovery codes")
    assert len(codes) == 10
    officer.presses("Go to the desk")
    officer.presses("Sign out")

    officer.signs_in(email)
    officer.sees("Enter your code")
    shows(officer, WRONG, status=422)
    shows(officer, code(1, key))
    officer.goes_to("/admin/moderation/submission/")
    officer.clicks(officer.page.locator("main table a").first)
    screen = officer.path
    officer.answers_the_tests()
    officer.presses("Sign this text")
    officer.sees("Confirm that it is you", "Nothing is signed yet.")
    officer.writes("Password", "wrong")
    officer.presses("Continue")
    officer.sees("That is not your password")
    officer.writes("Password", PASSWORD)
    officer.presses("Continue")
    assert officer.path == screen  # the answers are kept, and not in the address
    officer.presses("Sign this text")
    officer.sees("Signed: ")
    officer.presses("Sign out")

    officer.signs_in(email)
    shows(officer, codes[0])
    officer.sees("You used a recovery code, and have 9 left.")
    officer.presses("Sign out")
    officer.signs_in(email)
    shows(officer, codes[0], status=422)
    shows(officer, codes[1])


def test_every_page_of_it_is_sound(arrive):
    author = arrive("phone")
    author.signs_in(AUTHOR)
    author.follows("How you sign in: Marit Oyelaran")
    author.sees("Authenticator app Not set up")
    author.follows("Set up authenticator app")
    sets_up(author)
    author.goes_to("/sign-in/second-factor/")
    author.follows("Replace authenticator app")
    author.goes_to("/sign-in/second-factor/recovery-codes/new/")
    author.presses("Make new recovery codes")
    author.sees("These are your new recovery codes.")
    author.goes_to("/sign-in/again/code/")
    author.goes_to("/sign-in/second-factor/remove/")

    administrator = arrive("desktop")
    administrator.signs_in(ADMINISTRATOR)
    sets_up(administrator)
    administrator.goes_to("/sign-in/second-factor/remove/")
    administrator.sees("You cannot remove your second factor")
    administrator.goes_to("/admin/teams/user/?q=Marit")
    administrator.follows("Marit Oyelaran")
    administrator.follows("Reset it")
    administrator.presses("Reset", status=422)
    administrator.writes("Reason", "She rang from her desk.")
    administrator.presses("Reset")
    administrator.sees("The second factor of Marit Oyelaran is reset.")

    author.goes_to("/sign-in/second-factor/")
    author.sees("Authenticator app Not set up")
    author.goes_to("/sign-in/second-factor/set-up/")
    sets_up(author)
    author.goes_to("/sign-in/second-factor/remove/")
    author.presses("Remove your second factor")
    author.sees("You sign in with your password only.")
