"""The ten-step walk of the start page."""

import pytest

from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.journey

COMMENT = "We keep a gauge of our own at the mill, and it agrees with yours to a hand's width."
ADDED = "We added this paragraph to answer the press office."
TO_CLEAR = "A week with a lock keeper"


def begins(visitor, label):
    """Press the button of a step, which signs in as its person and opens its page."""
    visitor.goes_to("/start/")
    buttons = visitor.page.get_by_role("button", name=f"{label} as ")
    visitor.clicks(buttons.first)


def resubmits(visitor):
    """From the page of a returned post, change it and submit it again. Return the number of clicks."""
    visitor.follows("Write")
    text = visitor.page.get_by_label("Text", exact=True)
    visitor.writes("Text", f"{text.input_value()}\n\n{ADDED}")
    visitor.presses("Save and go to submit")
    visitor.ticks("I wrote this post myself")  # the other answers are those of the last time
    visitor.presses("Submit to the press office")
    return 4


def test_the_walk_in_ten_steps(visit):
    evaluator = visit()

    evaluator.goes_to("/start/")
    evaluator.follows("Open the post")
    evaluator.sees("comments", "Published")
    evaluator.follows("How this post was signed off")
    evaluator.sees("Fingerprint", "Press officer")

    evaluator.goes_to("/start/")
    evaluator.follows("Write a comment")
    evaluator.writes("Your comment", COMMENT)
    evaluator.ticks("My comment keeps to the house rules")
    evaluator.presses("Send comment")
    evaluator.sees("Comment received")
    private_page = evaluator.path

    begins(evaluator, "Open the returned post")
    title = evaluator.page.get_by_role("heading", level=1).inner_text()
    evaluator.goes_to("/desk/")  # from here, told only that the post was returned: at most six clicks
    evaluator.follows(title)
    clicks = 1 + resubmits(evaluator)
    assert clicks <= 6
    evaluator.sees("Submitted. Its signatories have been told.")

    begins(evaluator, "Open the press desk")
    evaluator.follows(title)
    evaluator.sees("What changed since", ADDED)
    evaluator.answers_the_tests()
    evaluator.presses("Sign this text")

    evaluator.goes_to("/start/")
    evaluator.follows("Open the blog")
    evaluator.sees(title)

    begins(evaluator, "Open the posts to clear")
    evaluator.follows(TO_CLEAR)
    evaluator.sees("Your signature is one of several.")
    evaluator.answers_the_tests()
    evaluator.presses("Sign this text")
    evaluator.sees(f"Signed: {TO_CLEAR}")

    begins(evaluator, "Open the queue of comments")
    evaluator.clicks(evaluator.page.get_by_role("link", name="We keep a gauge of our own").first)
    evaluator.ticks("Publish")
    evaluator.presses("Save decision")
    evaluator.goes_to(private_page)
    evaluator.sees("Published")

    begins(evaluator, "Start a post")
    evaluator.sees("Start a post")

    begins(evaluator, "Open the post on the desk")
    evaluator.follows("Withdraw the live post")
    evaluator.ticks("Superseded by events")
    evaluator.writes("Explanation for the record", "To see what happens.")
    evaluator.presses("Withdraw the post")
    evaluator.sees("Withdrawn")

    begins(evaluator, "Open the record")
    evaluator.sees("Post withdrawn", "Post signed", "Comment published")


@pytest.mark.parametrize("viewport", [PHONE, {"width": 320, "height": 640}])
def test_the_start_page_fits_a_phone(visit, viewport):
    evaluator = visit(viewport=viewport)
    evaluator.goes_to("/start/")
    assert not evaluator.scrolls_sideways()
