"""A statistics embargo, end to end: set, named, asked before, signed, and the list that an auditor reads."""

from datetime import timedelta

import pytest
from django.utils import timezone

from policyblogs.demonstration.people import PEOPLE
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.journey

TITLE = "Flood insurance claims fell by 3.9 per cent"
QUESTION = "This draft is under a statistics embargo"
WAITS = ("A post of Flood Resilience waits", "Ask Nadia Farrow to name you.")
TESTS = ("Relevant?", "Objective and explanatory?", "Not party-political?", "Economical?")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
def test_an_embargoed_post_opens_to_those_who_are_named(viewport, visit, people):
    window = {"viewport": viewport} if viewport else {}
    author, officer = visit(people["author"], **window), visit(people["press_officer"], **window)
    title = f"{TITLE}, on a phone" if viewport else TITLE

    page = set_an_embargo(author)
    write(author, page, title)
    submit(author, title)
    learn_that_it_waits(officer, title)
    name(author, page, "Priya Ellerby")
    sign(officer, title)
    read_the_list(visit(people["auditor"], **window), page, title)


def set_an_embargo(author):
    """On a draft that has only a working title, so that nothing is written down before."""
    author.follows("Start a post")
    author.writes("Title", "Figures of the spring")
    author.presses("Start writing")
    author.follows("Back to the post")
    page = author.path
    author.follows("Statistics embargo")
    author.presses("Set the embargo", status=422)
    author.sees("There is a problem", "Enter the day of release.")
    author.writes("Day of release", f"{timezone.localdate() + timedelta(days=30)}")
    author.presses("Set the embargo")
    author.sees("is under an embargo until 9:30am on", "Nadia Farrow Named by Nadia Farrow")
    return page


def open_it(visitor):
    visitor.sees(QUESTION, "Opening it is recorded with your name and the time.")
    visitor.presses("Open the draft")


def write(author, page, title):
    author.goes_to(f"{page}edit/")
    open_it(author)
    author.sees("Under a statistics embargo until 9:30am on")
    author.writes("Title", title)
    author.writes("Summary", "What the spring did to claims.")
    author.writes("Text", "Claims fell by 3.9 per cent, and we did not expect it.")
    author.presses("Save and go to submit")


def submit(author, title):
    author.ticks("I wrote this post myself")
    author.ticks("No generative AI was used")
    author.ticks("No", within="Does this post announce new policy?")
    author.ticks("Yes", within="Does it hold statistics that have not been released?")
    author.presses("Submit to the press office")
    author.sees("Submitted.", title)


def learn_that_it_waits(officer, title):
    officer.goes_to("/desk/")
    officer.sees("A post of Flood Resilience under a statistics embargo waits", WAITS[1])
    officer.goes_to("/admin/moderation/submission/")
    officer.sees(*WAITS)
    officer.does_not_see("3.9")
    assert not officer.scrolls_sideways()


def name(author, page, person):
    author.goes_to(f"{page}embargo/")
    job_title = next(one.job_title for one in PEOPLE if one.name == person)
    author.page.get_by_label("Who may open it too").select_option(label=f"{person}, {job_title}")
    author.presses("Name this person")
    author.sees(f"{person} may open it now, and has been told by email.", f"{person} Named by Nadia Farrow")
    assert not author.scrolls_sideways()


def sign(officer, title):
    officer.goes_to("/admin/moderation/submission/")
    officer.does_not_see(WAITS[0])
    officer.follows(title)
    officer.does_not_see("3.9")
    open_it(officer)
    officer.sees("With your signature the post waits for the end of its embargo", "fell by 3.9 per cent")
    for test in TESTS:
        officer.ticks("Yes", within=test)
    officer.presses("Sign this text")
    officer.sees(f"Signed: {title}")
    officer.goes_to("/admin/moderation/submission/?show=scheduled")
    officer.sees(title)


def read_the_list(auditor, page, title):
    """An auditor reads who had access and who opened it, and not what it says."""
    auditor.goes_to(f"{page}embargo/")
    auditor.sees(
        "Priya Ellerby Named by Nadia Farrow", "Who opened the draft Priya Ellerby,", "Nadia Farrow,"
    )
    auditor.does_not_see("3.9")
    assert not auditor.sees_button("Lift the embargo")
    auditor.goes_to(page, status=403)
