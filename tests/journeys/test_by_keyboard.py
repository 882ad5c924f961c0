"""Work without a mouse: everything can be reached and used by keys, and where they are can be seen."""

import pytest

from policyblogs.demonstration.people import PASSWORD

pytestmark = pytest.mark.journey

TABS_AT_MOST = 60
HAS_FOCUS = "node => node === document.activeElement"


def picture_of(visitor, element):
    """The element as it looks now, with what surrounds it closely: a ring may stand there."""
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    clip = {"x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": box["height"] + 12}
    return visitor.page.screenshot(clip=clip, animations="disabled")


def tabs_to(visitor, element):
    """Press Tab until the element has the focus, which can then be seen."""
    before = picture_of(visitor, element)
    for _ in range(TABS_AT_MOST):
        visitor.page.keyboard.press("Tab")
        if element.evaluate(HAS_FOCUS):
            assert picture_of(visitor, element) != before, f"the focus on {element} cannot be seen"
            return
    pytest.fail(f"{element} was not reached by {TABS_AT_MOST} times Tab")


def types(visitor, label, text):
    tabs_to(visitor, visitor.page.get_by_label(label, exact=True))
    visitor.page.keyboard.insert_text(text)


def enters(visitor, role, name, key="Enter", status=200):
    tabs_to(visitor, visitor.page.get_by_role(role, name=name, exact=True))
    visitor.arrives_by(lambda: visitor.page.keyboard.press(key), status)


def chooses(visitor, question, key):
    """Reach the first radio button of a question; Space takes it, an arrow the next one."""
    tabs_to(visitor, visitor.page.get_by_role("group", name=question).get_by_role("radio").first)
    visitor.page.keyboard.press(key)


def test_a_post_is_written_and_submitted_by_keyboard_alone(visit, people):
    author = visit()
    author.goes_to("/sign-in/")
    types(author, "Email", people["author"])
    types(author, "Password", PASSWORD)
    author.arrives_by(lambda: author.page.keyboard.press("Enter"))

    enters(author, "link", "Start a post")
    types(author, "Title", "Written without a mouse")
    enters(author, "button", "Start writing")
    types(author, "Summary", "Keys are enough.")
    types(author, "Text", "Every word of this was typed.\n\nSo was this.")
    enters(author, "button", "Save and go to submit", key="Space")

    tabs_to(author, author.page.get_by_label("I wrote this post myself"))
    author.page.keyboard.press("Space")
    chooses(author, "How was generative AI used?", "Space")
    chooses(author, "Does this post announce new policy?", "ArrowDown")
    chooses(author, "Does it hold statistics that have not been released?", "ArrowDown")
    enters(author, "button", "Submit to the press office")
    author.sees("Submitted. Its signatories have been told.")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_the_focus_goes_to_the_summary_of_a_failed_comment(visit, javascript):
    reader = visit(javascript=javascript)
    reader.goes_to("/coastal-change/")
    reader.clicks(reader.page.locator("main h3 a").first)
    reader.follows("Comment on this post")
    reader.presses("Send comment", status=422)
    summary = reader.page.locator(".govuk-error-summary")
    assert summary.evaluate(HAS_FOCUS)
    with_focus = picture_of(reader, summary)
    reader.page.keyboard.press("Tab")
    assert picture_of(reader, summary) != with_focus
    reader.page.keyboard.press("Enter")
    assert reader.page.get_by_label("Your comment").evaluate(HAS_FOCUS)
