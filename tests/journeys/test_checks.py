"""Checks beside the text: found after a pause, mended in place and undone, dismissed with a reason."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_saving import saved, start_a_post, text

pytestmark = pytest.mark.journey

WORDS = "😀 We will utilise forty gauges.\n\nPrior to the flood, it rained."


def test_checks_stand_beside_the_text_and_are_mended_or_dismissed(visit, people):
    ada = visit(people["author"])
    place = start_a_post(ada, "Checked while it is written", WORDS)
    page, number = ada.page, ada.page.locator("#checks-number")
    expect(number).to_have_text("3 things to look at")
    page.locator("#checks > summary").click()
    page.get_by_role("button", name="forty", exact=True).click()
    assert text(page).evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == "forty"
    page.get_by_role("button", name="Write “40”").click()
    assert text(page).input_value() == WORDS.replace("forty", "40")
    expect(number).to_have_text("2 things to look at")
    page.keyboard.press("Control+z")
    assert text(page).input_value() == WORDS
    expect(number).to_have_text("3 things to look at")
    page.locator(".finding__dismiss summary").first.click()
    page.get_by_label("Why? Your signatories read it.").first.fill("It is their name for it.")
    page.get_by_role("button", name="Do not show it again").first.click()
    expect(number).to_have_text("2 things to look at")
    saved(page)
    ada.goes_to(place.replace("edit", "checks"))
    ada.sees("2 things to look at in the saved draft", "It is right as it is")
