"""A guest author: added on the desk, asked by mail, and answering without an account or a cookie."""

import email
import re
import time

import pytest

from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.journey

GUEST, ADDRESS = "Gus Guest", "gus.guest@elsewhere.example"
SUMMARY = "A ward that flooded twice has a small wish."
TEXT = """\
I am a nurse on a ward that flooded twice in one winter, and nobody has asked us what we would change.

We would move the switch for the pump from the cellar to the hall."""


@pytest.fixture
def mail_to_the_guest(site, tmp_path_factory):
    """Wait for the mail to the guest, and return what it says."""

    def read():
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            for path in sorted(tmp_path_factory.getbasetemp().glob("site*/mail/*.log")):
                message = email.message_from_bytes(path.read_bytes())
                if message["To"] == ADDRESS:
                    return message.get_payload(decode=True).decode()
            time.sleep(0.5)
        pytest.fail("no mail came for the guest")

    return read


def test_a_guest_says_that_they_wrote_it_without_an_account(visit, people, mail_to_the_guest):
    author = visit(people["author"])
    write_for_the_guest(author)
    submit(author)
    address = re.search(r"http://\S+/attest/\S+", mail_to_the_guest())[0]
    guest = visit(viewport=PHONE, javascript=False)
    answer(guest, address)
    author.goes_to(author.path)
    author.sees("With the press office", "Said “I wrote this” of revision 1")


def write_for_the_guest(author):
    author.goes_to("/desk/posts/new/")
    author.writes("Title", "The switch in the cellar")
    author.presses("Start writing")
    author.presses("Save and add a guest author")
    author.presses("Add guest author", status=422)
    author.sees("Enter their name", "Enter their role", "Enter their own email address")
    author.writes("Their name", GUEST)
    author.writes("Their role", "Nurse, Derby")
    author.writes("Their own email address", ADDRESS)
    author.presses("Add guest author")
    author.sees("Added. Choose Gus Guest in the byline")
    author.writes("Summary", SUMMARY)
    author.writes("Text", TEXT)
    for box in author.page.get_by_role("group", name="Byline").get_by_role("checkbox").all():
        box.uncheck()
    author.ticks(f"{GUEST}, guest author")


def submit(author):
    """Whose words they are is asked, and refused where it was forgotten."""
    author.presses("Save and go to submit")
    author.sees("is not in the byline and wrote")
    author.follows("Go on writing")
    author.writes("Summary", "")
    author.writes("Text", "")
    author.presses("Save draft")
    author.page.get_by_label("Who wrote the words that you add now?").select_option(label=GUEST)
    author.writes("Summary", SUMMARY)
    author.writes("Text", TEXT)
    author.presses("Save and go to submit")
    author.sees("Share of the words that each person wrote", GUEST, f"Also in the byline: {GUEST}")
    author.presses("Submit to the press office")
    author.sees("Waiting for an author", GUEST)


def answer(guest, address):
    guest.goes_to(address)
    guest.sees("Did you write this post?", "move the switch for the pump")
    assert not guest.scrolls_sideways()
    guest.presses("I did not write this")
    guest.sees("that you did not write it")
    guest.presses("Send my statement", status=422)
    guest.sees("Confirm that you wrote this post")
    guest.ticks("I wrote this post myself")
    guest.ticks("No generative AI was used")
    guest.ticks("No", within="Does this post announce new policy?")
    guest.ticks("No", within="Does it hold statistics that have not been released?")
    guest.presses("Send my statement")
    guest.sees("Thank you")
    guest.does_not_see("move the switch for the pump")
    assert guest.stores_nothing()
