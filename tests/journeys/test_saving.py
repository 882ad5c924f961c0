"""Never lose a word: two writers in two browsers, a lost connection, and an earlier version brought back."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_main_journey import email_of

pytestmark = pytest.mark.journey

COLLEAGUE = "Tomos Gwilt"
TWO = "The first paragraph is mine.\n\nThe second paragraph is yours."


def start_a_post(visitor, title, text=TWO):
    """A new post with a text; its address on the desk."""
    visitor.goes_to("/desk/posts/new/")
    if visitor.page.get_by_label("Flood Resilience", exact=True).count():
        visitor.ticks("Flood Resilience")
    visitor.writes("Title", title)
    visitor.presses("Start writing")
    if text:
        visitor.writes("Text", text)
        saved(visitor.page)
    return visitor.path


def saved(page):
    expect(page.locator("#saving-status")).to_have_text("Saved.")


def text(page):
    return page.locator("#id_source")


def type_at_the_end(page, words, after=""):
    """Type with the keys, behind these words or at the end of the text."""
    text(page).evaluate(
        "(box, after) => { box.focus();"
        " const at = after ? box.value.indexOf(after) + after.length : box.value.length;"
        " box.setSelectionRange(at, at); }",
        after,
    )
    page.keyboard.type(words, delay=15)


def test_two_writers_see_each_other_and_lose_no_word(visit, people):
    ada, tomos = visit(people["author"]), visit(email_of(COLLEAGUE))
    place = start_a_post(ada, "Two of us at one text")
    tomos.goes_to(place)
    expect(tomos.page.locator("#saving-others")).to_contain_text("Also open here:")
    expect(ada.page.locator("#saving-others")).to_contain_text(COLLEAGUE, timeout=15_000)

    for turn in range(3):
        type_at_the_end(ada.page, f" Mine {turn}.", "is mine.")
        type_at_the_end(tomos.page, f" Yours {turn}.")
    for writer in (ada, tomos):
        expect(text(writer.page)).to_have_value(
            "The first paragraph is mine. Mine 2. Mine 1. Mine 0.\n\n"
            "The second paragraph is yours. Yours 0. Yours 1. Yours 2.",
            timeout=25_000,
        )


def test_two_who_change_the_same_words_choose(visit, people):
    ada, tomos = visit(people["author"]), visit(email_of(COLLEAGUE))
    place = start_a_post(ada, "Two of us at one sentence")
    tomos.goes_to(place)
    tomos.page.context.set_offline(True)
    type_at_the_end(tomos.page, " Tomos says so.", "is mine.")
    type_at_the_end(ada.page, " Ada says so.", "is mine.")
    saved(ada.page)
    tomos.page.context.set_offline(False)
    expect(tomos.page.locator("#saving-why")).to_contain_text("changed the same words as you", timeout=20_000)
    tomos.errors.clear()  # the browser repeats the lost connection and the 409 in its console
    tomos.presses("See both and choose", status=409)
    tomos.sees("Tomos says so.", "Ada says so.")
    tomos.ticks("Both, theirs first")
    tomos.presses("Save what I chose")
    expect(text(tomos.page)).to_have_value(
        "The first paragraph is mine. Ada says so.\n\nThe first paragraph is mine. Tomos says so.\n\n"
        "The second paragraph is yours."
    )


def test_a_lost_connection_keeps_the_words_on_the_page_and_saves_them_after(visit, people):
    ada = visit(people["author"])
    place = start_a_post(ada, "Written on a train")
    page = ada.page
    page.context.set_offline(True)
    type_at_the_end(page, " Typed in a tunnel.")
    expect(page.locator("#saving-why")).to_contain_text("The connection is lost.")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Keep on this device").click()
    assert "Typed in a tunnel." in page.evaluate("JSON.stringify(localStorage)")
    page.context.set_offline(False)
    saved(page)
    assert page.evaluate("localStorage.length") == 0
    ada.errors.clear()  # the console repeats that the connection was lost
    ada.goes_to(place)
    assert text(page).input_value().endswith("Typed in a tunnel.")


def test_words_kept_on_the_device_come_back_when_the_browser_was_closed(visit, people):
    ada = visit(people["author"])
    place = start_a_post(ada, "Closed in a tunnel")
    page = ada.page
    page.context.set_offline(True)
    type_at_the_end(page, " Nobody heard this.")
    page.get_by_role("button", name="Keep on this device").click()
    page.close()
    ada.context.set_offline(False)
    again = ada.opens_another_tab()
    again.goes_to(place)
    assert not text(again.page).input_value().endswith("Nobody heard this.")
    again.page.get_by_role("button", name="Put them in").click()
    saved(again.page)
    assert text(again.page).input_value().endswith("Nobody heard this.")
    assert again.page.evaluate("localStorage.length") == 0


def test_an_earlier_version_is_brought_back(visit, people):
    ada = visit(people["author"])
    place = start_a_post(ada, "Written, then ruined")
    ada.writes("Text", "Ruined.")
    saved(ada.page)
    ada.goes_to(place)
    ada.follows("Versions")
    ada.page.locator("tbody a").nth(1).click()
    ada.page.locator("ol a").last.click()
    ada.page.get_by_role("link", name="Later").click()
    ada.sees("Bring this version back")
    ada.presses("Bring this version back")
    assert text(ada.page).input_value() == TWO
