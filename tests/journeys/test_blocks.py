"""Blocks without markup in a browser: beside the text, and on pages without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, axe_findings
from tests.journeys.test_saving import saved, start_a_post, text

pytestmark = pytest.mark.journey


def put_caret_behind(page, words):
    text(page).evaluate(
        "(box, words) => { box.focus(); const at = box.value.indexOf(words) + words.length;"
        " box.setSelectionRange(at, at); }",
        words,
    )


def opened(page, name):
    page.locator("[data-blocks]").get_by_role("button", name=name, exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def test_a_table_is_put_where_the_caret_stands_and_undo_takes_it_out(visit, people):
    ada = visit(people["author"])
    start_a_post(ada, "A table beside the text", "First.\n\nSecond.")
    page = ada.page
    put_caret_behind(page, "First.")
    dialog = opened(page, "Table")
    dialog.get_by_label("Or paste cells").fill("\t2024\nLeeds\t5")
    dialog.get_by_role("button", name="Fill the cells").click()
    expect(dialog.get_by_label("Row 1, column 1")).to_have_value("Leeds")
    dialog.get_by_role("button", name="Add a row").click()
    expect(dialog.get_by_label("Row 2, column 1")).to_be_focused()
    page.keyboard.type("A|B")
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog.get_by_role("region", name="Preview").locator("td").last).to_be_attached()
    assert axe_findings(page) == []
    dialog.get_by_role("button", name="Put it in the text").click()
    table = "|  | 2024 |\n| --- | ---: |\n| Leeds | 5 |\n| A\\|B |  |"
    expect(text(page)).to_have_value(f"First.\n\n{table}\n\nSecond.")
    saved(page)
    page.keyboard.press("Control+z")
    expect(text(page)).to_have_value("First.\n\nSecond.")


@pytest.mark.parametrize(
    ("block", "written"),
    [
        ("Table", "| A\\|B | C |\n| --- | --- |\n| d | e |"),
        ("Chart", "::: chart T\nColumns: | A | C |\n| d | 1 |\n:::"),
    ],
)
def test_a_block_where_the_caret_stands_is_changed(visit, people, block, written):
    ada = visit(people["author"])
    start_a_post(ada, f"A {block} to change", f"First.\n\n{written}\n\nLast.")
    page = ada.page
    put_caret_behind(page, "| d")
    dialog = opened(page, block)
    expect(dialog.get_by_label("Row 1, column 1")).to_have_value("d")
    dialog.get_by_label("Row 1, column 1").fill("changed")
    dialog.get_by_role("button", name="Put it in the text").click()
    expect(text(page)).to_have_value(f"First.\n\n{written.replace('| d |', '| changed |')}\n\nLast.")


def test_a_footnote_is_marked_at_the_caret(visit, people):
    ada = visit(people["author"])
    start_a_post(ada, "A note beside the text", "First.\n\nSecond.")
    page = ada.page
    put_caret_behind(page, "First")
    dialog = opened(page, "Footnote")
    dialog.get_by_label("Note", exact=True).fill("Of two.")
    dialog.get_by_role("button", name="Put it in the text").click()
    expect(text(page)).to_have_value("First[^1].\n\nSecond.\n\n[^1]: Of two.\n")


def test_what_is_wrong_is_said_in_the_dialog_and_cancel_changes_nothing(visit, people):
    ada = visit(people["author"])
    start_a_post(ada, "A chart beside the text", "First.")
    page = ada.page
    dialog = opened(page, "Chart")
    dialog.get_by_role("button", name="Put it in the text").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Enter title")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).not_to_be_visible()
    expect(text(page)).to_have_value("First.")
    expect(text(page)).to_be_focused()
    ada.errors.clear()  # the console repeats the 422


@pytest.mark.parametrize("block", ["table", "chart", "quotation", "update", "video", "footnote"])
def test_each_form_is_fine_on_a_page_of_its_own(visit, people, block):
    ada = visit(people["author"])
    start_a_post(ada, f"A {block} on a page")
    ada.goes_to(ada.path.replace("/edit/", f"/add/{block}/"))


def test_on_a_phone_without_javascript_a_chart_is_written_on_its_page(visit, people):
    start_a_post(ada := visit(people["author"]), "A chart on a phone", "First.")
    place = ada.path
    phone = visit(people["author"], viewport=PHONE, javascript=False)
    phone.goes_to(place)
    phone.presses("Chart")
    assert phone.path == place.replace("/edit/", "/add/chart/")
    phone.writes("Title", "Gauges in place")
    phone.writes("Or paste cells from a spreadsheet", "Place\tGauges\nLeeds\t1,200\nYork\t300")
    phone.presses("Fill the cells")
    phone.presses("Add a row")
    phone.presses("Preview")
    assert not phone.scrolls_sideways()
    phone.presses("Put it in the text")
    phone.follows("Back to the post")
    phone.goes_to(place.replace("/edit/", "/preview/"))
    phone.sees("Gauges in place", "1,200")
    assert not phone.scrolls_sideways()
