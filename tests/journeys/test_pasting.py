"""Pasting from Word and dropping documents and pictures into the text, in a browser."""

import base64
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.test_saving import saved, start_a_post, text, type_at_the_end
from tests.making import picture_file
from tests.posts.documents import STORIES, docx, word_html

pytestmark = pytest.mark.journey

PASTE = """([html, words]) => { const data = new DataTransfer(); data.setData("text/html", html);
  data.setData("text/plain", words); const box = document.getElementById("id_source");
  const pasted = { clipboardData: data, bubbles: true, cancelable: true };
  box.dispatchEvent(new ClipboardEvent("paste", pasted)); }"""
DROP = """([name, type, content]) => { const data = new DataTransfer();
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  data.items.add(new File([bytes], name, { type })); const box = document.getElementById("id_source");
  box.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); }"""


def drop(page, name, kind, data):
    page.evaluate(DROP, [name, kind, base64.b64encode(data).decode()])


def test_words_documents_and_pictures_come_into_the_text(visit, people):
    ada = visit(people["author"])
    start_a_post(ada, "Brought from elsewhere", "Before.")
    page, box = ada.page, text(ada.page)

    type_at_the_end(page, "\n\n")
    page.evaluate(PASTE, [word_html(STORIES["deep"]), "plain words"])
    expect(box).to_have_value(re.compile("## Plan"))
    page.keyboard.press("Control+z")
    assert "Plan" not in box.input_value()

    page.context.set_offline(True)
    page.evaluate(PASTE, [word_html(STORIES["deep"]), "plain words"])
    expect(box).to_have_value("Before.\n\nplain words")
    page.context.set_offline(False)

    drop(page, "list.docx", "", docx(STORIES["tables"]))
    expect(page.locator("#pasting-said")).to_contain_text("list.docx is in your text.")
    assert "| Year | Stores |" in box.input_value()

    drop(page, "gauge.png", "image/png", picture_file().read())
    dialog = page.get_by_role("dialog", name="Describe the picture")
    dialog.get_by_role("button", name="Put it in the text").click()
    expect(dialog.get_by_role("alert")).to_have_text("Describe what the picture shows.")
    dialog.get_by_label("Description", exact=True).fill("A gauge on a bridge")
    dialog.get_by_role("button", name="Put it in the text").click()
    expect(box).to_have_value(re.compile(r"!\[A gauge on a bridge\]\(image:"))
    saved(page)
