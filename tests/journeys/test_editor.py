"""The editor: a toolbar and keys, the published page beside the text, a quiet page, undo beyond a reload."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE
from tests.journeys.test_saving import saved, start_a_post, text, type_at_the_end

pytestmark = pytest.mark.journey


@pytest.fixture
def ada(visit, people):
    """An author at a new post."""
    visitor = visit(people["author"])
    start_a_post(visitor, "Written at the desk", "")
    return visitor


def value(visitor):
    return text(visitor.page).input_value()


def choose(page, words):
    """Select these words in the text."""
    text(page).evaluate(
        "(box, words) => { const at = box.value.indexOf(words); box.focus();"
        " box.setSelectionRange(at, at + words.length); }",
        words,
    )


BUTTONS = [
    ("Heading", "Alt+2", "## one\n\ntwo"),
    ("Subheading", "Alt+3", "### one\n\ntwo"),
    ("Bold", "Control+b", "**one**\n\ntwo"),
    ("Italic", "Control+i", "_one_\n\ntwo"),
    ("Link", "Control+k", "[one](url)\n\ntwo"),
    ("Bullets", "Alt+8", "- one\n\ntwo"),
    ("Numbers", "Alt+7", "1. one\n\ntwo"),
    ("Quote", "Alt+9", "> one\n\ntwo"),
]


def test_each_button_and_its_key_do_the_same(ada):
    page = ada.page
    for button, key, after in BUTTONS:
        for press in (
            page.get_by_role("button", name=button, exact=True).click,
            lambda key=key: page.keyboard.press(key),
        ):
            text(page).fill("one\n\ntwo")
            choose(page, "one")
            press()
            assert value(ada) == after
    saved(page)


def test_a_line_is_made_a_heading_wherever_the_caret_is_in_it(ada):
    page = ada.page
    text(page).fill("one\n\nWhat we found\n\ntwo")
    type_at_the_end(page, "", "What we")
    page.keyboard.press("Alt+2")
    assert value(ada) == "one\n\n## What we found\n\ntwo"
    page.keyboard.press("Alt+3")
    page.keyboard.press("Alt+3")
    assert value(ada) == "one\n\nWhat we found\n\ntwo"
    saved(page)


def test_the_toolbar_is_one_stop_of_the_tab_key_and_arrows_move_in_it(ada):
    page = ada.page
    page.get_by_role("button", name="Heading", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Subheading", exact=True)).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Preview", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(text(page)).to_be_focused()


def test_the_published_page_stands_beside_the_text_while_it_is_typed(ada):
    page = ada.page
    text(page).fill("## What we found\n\nThe batteries were **old**.")
    beside = page.locator("#beside-page")
    expect(beside.locator("h2", has_text="What we found")).to_be_visible()
    expect(beside.locator("strong")).to_have_text("old")
    expect(beside.locator("h3.govuk-heading-xl")).to_have_text("Written at the desk")
    text(page).fill("Only <script>alert(1)</script> words.")
    expect(beside.locator(".article")).to_have_text("Only <script>alert(1)</script> words.")
    saved(page)


def test_on_a_phone_the_page_beside_waits_until_it_is_asked_for(visit, people):
    ada = visit(people["author"], viewport=PHONE)
    start_a_post(ada, "Written on a phone", "Words.")
    assert not ada.scrolls_sideways()
    expect(ada.page.locator("#beside")).to_be_hidden()
    ada.page.get_by_role("button", name="Preview", exact=True).click()
    expect(ada.page.locator("#beside-page")).to_contain_text("Words.")
    assert not ada.scrolls_sideways()


def test_undo_goes_back_beyond_a_reload_and_redo_comes_back(ada):
    page = ada.page
    for words in ("First.", " Second.", " Third."):
        type_at_the_end(page, words)
        saved(page)
    page.reload()
    text(page).focus()
    seen = []
    for key in ["Control+z"] * 3 + ["Control+y"] * 3:
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        seen.append(value(ada))
    assert seen[-1] == "First. Second. Third."
    assert "First." in seen
    assert seen[2] in ("", "First.")
    saved(page)


def test_a_quiet_page_shows_the_text_alone(ada):
    page = ada.page
    page.get_by_role("button", name="Quiet", exact=True).click()
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.get_by_label("Title", exact=True)).to_be_hidden()
    expect(text(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Title", exact=True)).to_be_visible()


def test_without_a_script_the_form_is_plain_and_saves(visit, people):
    ada = visit(people["author"], javascript=False)
    ada.goes_to("/desk/posts/new/")
    ada.writes("Title", "Written without a script")
    ada.presses("Start writing")
    assert not ada.page.locator("markdown-toolbar").is_visible()
    assert not ada.page.locator("#beside").is_visible()
    ada.writes("Text", "Plain words.")
    ada.presses("Save draft")
    ada.sees("Draft saved.")
    assert value(ada) == "Plain words."
