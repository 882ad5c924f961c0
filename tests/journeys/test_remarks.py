"""Remarks and advice, end to end: suggested wording, a key for each decision, a view from outside."""

import re

import pytest

from tests.journeys.conftest import PHONE
from tests.journeys.test_main_journey import email_of

pytestmark = pytest.mark.journey

SUMMARY = "Nineteen gauges went quiet this winter. We read the logs and wrote to each of their neighbours."
FIRST = "Nineteen of our gauges went quiet between December and March, most of them in the same week."
SECOND = "The fault is in the batteries, which the makers must replace at once."
BETTER = "We think that the fault is in the batteries, and have asked the makers to look at them."
THIRD = "If you live near a gauge, tell us when you last saw its light."
TEXT = f"{FIRST}\n\n## What we found\n\n{SECOND}\n\n{THIRD}"
BARS = "If its author accepts your wording you become a contributor and cannot sign this post."
SECOND_OFFICER = "Kwame Lindqvist"
LAWYER = {
    "Their name": "Jo Sallow",
    "Their organisation": "Sallow and Marsh",
    "Their email address": "jo@law.example",
}
QUESTION = "May we say that the batteries are at fault?"


@pytest.fixture
def mail_of(site, tmp_path_factory):
    """The newest mail of the demonstration to an address, once the worker has filed it."""

    def find(address, visitor):
        for _ in range(100):
            filed = sorted(
                tmp_path_factory.getbasetemp().glob("site*/mail/*"), key=lambda path: path.stat().st_mtime
            )
            found = [text for text in map(read, filed) if f"To: {address}" in text]
            if found:
                return found[-1]
            visitor.page.wait_for_timeout(200)
        pytest.fail(f"no mail to {address}")

    def read(path):
        return path.read_text().replace("=\n", "").replace("=3D", "=")

    return find


def test_wording_and_advice_go_round_and_the_post_is_signed(visit, people, mail_of):
    author, press_officer = visit(people["author"]), visit(people["press_officer"])
    desk_page = submit_a_post(author, "Why nineteen gauges went quiet")
    screen = suggest_wording(press_officer, "Why nineteen gauges went quiet")
    remark_on_another_paragraph(press_officer)
    ask_a_lawyer(press_officer)

    adviser = visit(javascript=False)
    link = re.search(r"/advice/\S+/", mail_of("jo@law.example", adviser))[0]
    remark_and_advise(adviser, link)
    read_the_advice_and_return(press_officer, screen)
    find_the_link_ended(adviser, link)

    decide_by_key(author, desk_page)
    author.goes_to(f"{desk_page}submit/")
    submit(author)

    refuse_whose_words_are_in_it(press_officer, "Why nineteen gauges went quiet")
    second_officer = visit(email_of(SECOND_OFFICER))
    open_screen(second_officer, "Why nineteen gauges went quiet")
    second_officer.answers_the_tests()
    second_officer.presses("Sign this text")
    second_officer.sees("Signed: Why nineteen gauges went quiet")


def test_it_works_on_a_phone_without_javascript(visit, people):
    author = visit(people["author"], viewport=PHONE, javascript=False)
    press_officer = visit(people["press_officer"], viewport=PHONE, javascript=False)
    desk_page = submit_a_post(author, "What the quiet gauges cost")
    open_screen(press_officer, "What the quiet gauges cost")
    press_officer.page.get_by_text("The paragraphs as they were written", exact=True).click()
    press_officer.follows("Remark on paragraph 3")
    assert press_officer.page.get_by_label("Suggested wording").input_value() == SECOND
    press_officer.writes("Suggested wording", BETTER)
    press_officer.presses("Add remark")
    press_officer.writes("Reasons", "See remark 1.")
    press_officer.presses("Return to its authors")

    author.goes_to(desk_page)
    author.follows("All remarks on this post (1)")
    assert not author.scrolls_sideways()
    author.follows("Reply to remark 1")
    author.presses("Add reply", status=422)
    author.writes("Reply", "Yes, that is fairer.")
    author.presses("Add reply")
    author.presses("Accept")
    author.sees("Its wording is in the draft.", "Yes, that is fairer.")
    author.goes_to(f"{desk_page}edit/")
    assert BETTER in author.page.get_by_label("Text", exact=True).input_value()


def submit_a_post(author, title):
    author.goes_to("/desk/")
    author.follows("Start a post")
    author.writes("Title", title)
    author.presses("Start writing")
    author.writes("Summary", SUMMARY)
    author.writes("Text", TEXT)
    author.presses("Save and go to submit")
    desk_page = author.path.removesuffix("submit/")
    submit(author)
    return desk_page


def submit(author):
    author.ticks("I wrote this post myself")
    author.ticks("No generative AI was used")
    author.ticks("No", within="Does this post announce new policy?")
    author.ticks("No", within="Does it hold statistics that have not been released?")
    author.presses("Submit to the press office")


def open_screen(press_officer, title):
    press_officer.goes_to("/admin/moderation/submission/")
    press_officer.follows(title)
    return press_officer.path


def suggest_wording(press_officer, title):
    screen = open_screen(press_officer, title)
    press_officer.sees(BARS)
    press_officer.page.get_by_role("button", name="Remark on paragraph 3", exact=True).click()
    assert press_officer.page.get_by_label("Paragraph", exact=True).input_value() == "2"
    wording = press_officer.page.get_by_label("Suggested wording")
    assert wording.input_value() == SECOND
    press_officer.writes("Remark", "We cannot know this yet.")
    wording.fill(BETTER)
    press_officer.page.get_by_text("Tell somebody", exact=True).click()
    press_officer.ticks("Tomos Gwilt")
    press_officer.presses("Add remark")
    press_officer.sees("Remark added: paragraph 3.", "Remark 1: paragraph 3", "We cannot know this yet.")
    assert "asked" in " ".join(press_officer.page.locator(".remark ins").all_inner_texts())
    return screen


def remark_on_another_paragraph(press_officer):
    press_officer.presses("Add remark", status=422)
    press_officer.sees("There is a problem", "Write your remark, or change the wording.")
    press_officer.page.get_by_label("Paragraph", exact=True).select_option("0")
    press_officer.writes("Remark", "Is it nineteen of how many?")
    press_officer.presses("Add remark")
    press_officer.sees("2 open remarks go with it.")


def ask_a_lawyer(press_officer):
    press_officer.follows("Ask somebody outside for a view")
    press_officer.presses("Send the link", status=422)
    for label, answer in {**LAWYER, "What do you want to know?": QUESTION}.items():
        press_officer.writes(label, answer)
    press_officer.presses("Send the link")
    press_officer.sees("Jo Sallow has been sent the link.", "Jo Sallow, Sallow and Marsh")


def remark_and_advise(adviser, link):
    adviser.goes_to("/advice/nobody-made-this/", status=404)
    adviser.goes_to(link)
    adviser.sees("Priya Ellerby asks for your view", QUESTION, FIRST, THIRD)
    adviser.presses("Add remark", status=422)
    adviser.page.get_by_label("Paragraph", exact=True).select_option("2")
    adviser.writes("Remark", "Say who has found this, and when.")
    adviser.presses("Add remark")
    adviser.sees("Your remarks", "Say who has found this, and when.")
    adviser.ticks("Concerns")
    adviser.presses("Send my advice", status=422)
    adviser.sees("Say what your concerns are, or why you cannot say.")
    adviser.writes("Your advice", "As it stands it blames the makers.")
    adviser.presses("Send my advice")
    adviser.sees("Thank you for your advice", "As it stands it blames the makers.")
    assert not adviser.sees_button("Send my advice")
    assert adviser.stores_nothing()


def read_the_advice_and_return(press_officer, screen):
    press_officer.goes_to(screen)
    press_officer.sees(
        "Jo Sallow, Sallow and Marsh", "As it stands it blames the makers.", "Remark 3: paragraph 3"
    )
    press_officer.writes("Reasons", "Please look at remarks 1 to 3.")
    press_officer.presses("Return to its authors")


def find_the_link_ended(adviser, link):
    adviser.goes_to(link, status=410)
    adviser.sees("This link has ended", "Ask Priya Ellerby")
    adviser.does_not_see(FIRST)


def decide_by_key(author, desk_page):
    """Accept the wording, decline the second, accept what the lawyer said; no key acts while one types."""
    author.goes_to(f"{desk_page}remarks/")
    keyboard = author.page.keyboard
    author.page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    author.page.locator("main > input").focus()
    keyboard.type("jad")
    assert author.page.locator("main > input").input_value() == "jad"
    author.goes_to(f"{desk_page}remarks/")
    keyboard.press("a")
    assert author.page.get_by_role("status").inner_text() == "Press J to go to a remark first."
    for key, head in [("j", "Remark 1"), ("j", "Remark 2"), ("k", "Remark 1")]:
        keyboard.press(key)
        assert focused(author).startswith(head)
    author.arrives_by(lambda: keyboard.press("a"))
    author.sees("Accepted: paragraph 3. Its wording is in the draft.")
    assert focused(author).startswith("Remark 2")
    turn_the_keys_off_and_on(author)
    author.arrives_by(lambda: keyboard.press("d"))
    author.sees("Declined: paragraph 1.")
    assert focused(author).startswith("Remark 3")
    author.arrives_by(lambda: keyboard.press("a"))
    author.sees("No remark waits")


def focused(visitor):
    return visitor.page.evaluate("document.activeElement.innerText")


def turn_the_keys_off_and_on(author):
    author.page.get_by_role("button", name="Turn the keys off").click()
    author.page.locator("[data-remark]").first.focus()
    author.page.keyboard.press("d")
    author.page.get_by_role("button", name="Turn single keys on").click()
    author.page.locator("[data-remark]").first.focus()


def refuse_whose_words_are_in_it(press_officer, title):
    press_officer.goes_to("/admin/moderation/submission/?show=others")
    press_officer.follows(title)
    press_officer.sees(
        "What changed since you last looked (revision 1)",
        "Remark 1: paragraph 3",
        "Accepted by Nadia Farrow",
        "Declined by Nadia Farrow",
        "You wrote words of this post, so somebody else must sign it.",
    )
    assert not press_officer.sees_button("Sign this text")
