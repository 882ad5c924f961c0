"""From the queue to signed in three actions and one page load: by mouse, by keys, without JavaScript."""

import pytest

from tests.journeys.conftest import LARGE, PHONE
from tests.journeys.test_remarks import submit_a_post

pytestmark = pytest.mark.journey

QUEUE = "/admin/moderation/submission/"
TESTS = ["Relevant?", "Objective and explanatory?", "Not party-political?", "Economical?"]


class Loads:
    """Counts the pages that a visitor's window loads."""

    def __init__(self, visitor):
        self.number = 0
        visitor.page.on("domcontentloaded", lambda: setattr(self, "number", self.number + 1))


def at_the_queue(visit, people, title, **window):
    submit_a_post(visit(people["author"]), title)
    officer = visit(people["press_officer"], **window)
    officer.goes_to(QUEUE)
    officer.sees(title)
    return officer


def test_by_mouse(visit, people):
    officer = at_the_queue(visit, people, "Three clicks by mouse")
    loads = Loads(officer)
    officer.follows("Three clicks by mouse")
    assert loads.number == 1
    officer.answers_the_tests()
    officer.presses("Sign this text")
    assert loads.number == 2  # the screen, and the queue again, which says that it is signed
    officer.sees("Signed: Three clicks by mouse")


def test_by_keyboard_alone(visit, people):
    officer = at_the_queue(visit, people, "Three acts by keyboard")
    keyboard = officer.page.keyboard
    for _ in range(officer.page.locator("tbody tr").count()):
        keyboard.press("j")
        if focused(officer) == "Three acts by keyboard":
            break
    loads = Loads(officer)
    officer.arrives_by(lambda: keyboard.press("Enter"))
    keyboard.press("y")
    assert focused(officer) == "Sign this text"
    officer.arrives_by(lambda: keyboard.press("Enter"))
    assert loads.number == 2
    officer.sees("Signed: Three acts by keyboard")


def test_without_javascript_the_same_form_signs(visit, people):
    officer = at_the_queue(visit, people, "Signed without a script", javascript=False)
    officer.follows("Signed without a script")
    assert not officer.sees_button("Yes to all four")
    for question in TESTS:
        officer.ticks("Yes", within=question)
    officer.presses("Sign this text")
    officer.sees("Signed: Signed without a script")


# The keys


def focused(visitor):
    return visitor.page.evaluate("document.activeElement.innerText")


def press(visitor, key, **more):
    """Press a key as a browser tells of it, such as one that is held down."""
    told = {"key": key, "bubbles": True, "cancelable": True, **more}
    visitor.page.evaluate(
        "told => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', told))", told
    )


def test_keys_go_down_and_up_the_list(visit, people):
    officer = at_the_queue(visit, people, "Up and down the list")
    titles = officer.page.locator("tbody tr td:first-child a").all_inner_texts()
    for key, place in [("j", 0), ("j", 1), ("k", 0), ("k", 0)]:
        officer.page.keyboard.press(key)
        assert focused(officer) == titles[place]


def test_a_key_held_down_or_with_another_does_nothing(visit, people):
    officer = at_the_queue(visit, people, "A key held down")
    for more in [{"repeat": True}, {"ctrlKey": True}, {"metaKey": True}, {"altKey": True}]:
        press(officer, "j", **more)
        assert officer.page.evaluate("document.activeElement === document.body")


def test_a_key_that_something_else_took_does_nothing(visit, people):
    officer = at_the_queue(visit, people, "A key that is taken")
    officer.page.evaluate("document.addEventListener('keydown', event => event.preventDefault(), true)")
    officer.page.keyboard.press("j")
    assert officer.page.evaluate("document.activeElement === document.body")


def test_no_key_acts_while_somebody_types_or_chooses(visit, people):
    officer = at_the_queue(visit, people, "While somebody types")
    officer.page.get_by_label("Kind", exact=True).focus()
    officer.page.keyboard.press("j")
    assert officer.page.evaluate("document.activeElement.id") == "filter-kind"
    officer.follows("While somebody types")
    officer.writes("Reasons", "")
    officer.page.get_by_label("Reasons").focus()
    officer.page.keyboard.type("y")
    assert officer.page.locator(".tests input:checked").count() == 0


def test_the_keys_stay_off_on_every_page_once_they_are_turned_off(visit, people):
    officer = at_the_queue(visit, people, "With the keys off")
    officer.page.get_by_role("button", name="Turn the keys off").click()
    officer.page.locator("h1").click()
    officer.page.keyboard.press("j")
    assert officer.page.evaluate("document.activeElement === document.body")
    assert officer.page.locator("[aria-keyshortcuts]").count() == 0
    officer.follows("With the keys off")
    officer.page.keyboard.press("y")
    assert officer.page.locator(".tests input:checked").count() == 0
    officer.page.get_by_role("button", name="Turn single keys on").click()
    officer.page.locator("h1").click()
    officer.page.keyboard.press("y")
    assert officer.page.locator(".tests input:checked").count() == 4


# How the pages look to axe


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [LARGE, PHONE], ids=["1280", "375"])
def test_nothing_is_wrong_with_the_pages_of_the_press_desk(visit, people, viewport, scheme):
    officer = visit(people["press_officer"], viewport=viewport, scheme=scheme)
    for path in [f"{QUEUE}?show=ended", f"{QUEUE}?show=calendar", "/desk/freezes/", "/desk/freezes/new/"]:
        officer.goes_to(path)
        assert not officer.scrolls_sideways(), path
    officer.goes_to("/desk/cover/")
    assert not officer.scrolls_sideways()
    officer.goes_to(QUEUE)
    officer.clicks(officer.page.locator("tbody tr a").first)
    assert not officer.scrolls_sideways()
    officer.clicks(officer.page.get_by_role("link", name="Decide when it goes live"))
    assert not officer.scrolls_sideways()
    administrator = visit(people["department_admin"], viewport=viewport, scheme=scheme)
    for path in [
        "/admin/moderation/routestep/",
        "/admin/moderation/routestep/add/",
        "/admin/moderation/group/",
    ]:
        administrator.goes_to(path)
        assert not administrator.scrolls_sideways(), path
