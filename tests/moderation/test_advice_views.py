"""Advice in a browser: asked on the desk, given by a link without a cookie, shown to those who sign."""

import pytest
from django.test import Client

from moderation.advice_models import Advice, View
from moderation.advising import token_of, withdraw_request
from moderation.models import AdviceRequest, Remark
from moderation.submitting import recall
from teams import clock
from tests.conftest import submit_it
from tests.making import make_picture, return_it, save
from tests.pages import errors, heading, kept, links, plain, title, typed, words
from tests.policyblogs.test_html import wrong_with
from tests.remarking import LAWYER, give, make_request

SENT = {**vars(LAWYER), "question": "Is this lawful?"}


@pytest.fixture
def asked(submission, cast):
    return make_request(submission, cast.press_officer)


@pytest.fixture
def outside(db):
    """The browser of the adviser: nobody is signed in."""
    return Client()


def link(asked):
    return f"/advice/{token_of(asked)}/"


def ask_page(submission):
    return f"/desk/submissions/{submission.pk}/advice/"


# On the desk


@pytest.mark.parametrize(("who", "goes_on"), [("press_officer", "/admin/"), ("author", "/desk/posts/")])
def test_somebody_outside_is_asked(sign_in, submission, cast, who, goes_on):
    response = sign_in(getattr(cast, who)).post(ask_page(submission), SENT)
    assert response["Location"].startswith(goes_on)
    assert AdviceRequest.objects.get().email == LAWYER.email


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("name", "Enter their name"),
        ("organisation", "Enter their organisation"),
        ("email", "Enter their email address"),
        ("question", "Say what you want to know."),
    ],
)
def test_what_is_missing_is_said(sign_in, submission, cast, missing, said):
    page = sign_in(cast.author).post(ask_page(submission), {**SENT, missing: ""})
    assert (page.status_code, errors(page)) == (422, [said])


def test_a_period_that_is_not_offered_is_refused(sign_in, submission, cast):
    page = sign_in(cast.author).post(ask_page(submission), {**SENT, "days": "31"})
    assert (page.status_code, typed(page)["question"].strip()) == (422, "Is this lawful?")


def test_nobody_is_asked_about_what_ended(sign_in, submission, cast):
    recall(submission, by=cast.author)
    author = sign_in(cast.author)
    assert "This submission has ended" in words(author.get(ask_page(submission)))
    response = author.post(ask_page(submission), SENT)
    assert (response.status_code, kept(response)["Question"]) == (409, "Is this lawful?")


@pytest.mark.parametrize("where", ["/admin/moderation/submission/{}/change/", "/desk/posts/{}/"])
def test_advice_is_shown_where_the_post_is_signed_and_written(sign_in, asked, cast, where):
    press = sign_in(cast.press_officer)
    page = where.format(asked.submission_id if "admin" in where else asked.submission.post_id)
    assert "The link works until" in words(press.get(page))
    give(asked)
    shown = words(press.get(page))
    assert "Jo Law, Law and Sons Concerns" in shown
    assert "Say less." in shown
    assert "It is not a signature." in shown


def test_a_link_is_ended_on_the_desk(sign_in, asked, cast):
    press = sign_in(cast.press_officer)
    assert "The link of Jo Law has ended." in words(press.post(f"/desk/advice/{asked.pk}/end/", follow=True))
    assert AdviceRequest.objects.get().ended_at


@pytest.mark.parametrize("who", ["community_manager", "outsider", "outside_officer", "auditor"])
def test_nobody_else_asks_or_ends(sign_in, asked, cast, who):
    browser = sign_in(getattr(cast, who))
    assert browser.post(ask_page(asked.submission), SENT).status_code == 404
    assert browser.post(f"/desk/advice/{asked.pk}/end/").status_code == 404
    assert AdviceRequest.objects.get().ended_at is None


def test_a_request_that_is_not_there_is_not_found(sign_in, submission, cast):
    assert sign_in(cast.author).post("/desk/advice/999/end/").status_code == 404
    assert sign_in(cast.author).get("/desk/submissions/999/advice/").status_code == 404


# The link


def test_the_link_shows_that_revision(outside, asked):
    page = outside.get(link(asked))
    assert heading(page) == "Pat Press asks for your view"
    assert "Is this lawful?" in words(page)
    assert "We put out forty sensors." in words(page)


def test_the_link_shows_no_other_revision(outside, asked, submission, cast):
    recall(submission, by=cast.author)
    save(submission.post, cast.author, title="A second title")
    second = submit_it(submission.post, cast.author)
    other = make_request(second, cast.press_officer)
    assert "A second title" in words(outside.get(link(other)))
    assert "A second title" not in plain(outside.get(link(asked)))


def test_nobody_keeps_or_finds_the_page_and_it_sets_no_cookie(outside, asked):
    for response in (outside.get(link(asked)), outside.post(link(asked), {"text": "Whose?"})):
        assert response["Cache-Control"] == "private, no-store"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Referrer-Policy"] == "no-referrer"
        assert not response.cookies


def test_the_page_says_nothing_of_the_desk(outside, asked, cast):
    found = links(outside.get(link(asked)))
    assert not [address for address in found if address.startswith(("/desk/", "/admin/"))]


def test_pictures_are_at_an_address_under_the_link(outside, draft, cast):
    image = make_picture(draft, cast.author)
    save(draft, cast.author, source=f"Look:\n\n{image.markdown}")
    asked = make_request(submit_it(draft, cast.author), cast.press_officer)
    address = f"{link(asked)}images/{image.digest}-{image.smallest_width}.webp"
    page = outside.get(link(asked)).content.decode()
    assert f"/images/{image.digest}" in page
    assert "/desk/images/" not in page
    response = outside.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert response["Cache-Control"] == "private, no-store"
    withdraw_request(asked, by=cast.press_officer)
    assert outside.get(address).status_code == 404


def test_pictures_of_other_posts_are_not_there(outside, asked, draft, cast):
    image = make_picture(draft, cast.author)  # added since, so not in that revision
    where = f"{link(asked)}images/{image.digest}-{image.smallest_width}.webp"
    assert outside.get(where).status_code == 404
    assert outside.get(where.replace(token_of(asked), "x")).status_code == 404


def test_an_adviser_remarks(outside, asked):
    response = outside.post(link(asked), {"act": "remark", "paragraph": "0", "text": "Whose sensors?"})
    made = Remark.objects.get()
    assert (response.status_code, made.adviser) == (303, asked)
    assert response["Location"].endswith(f"/#remark-{made.pk}")
    assert "Whose sensors?" in words(outside.get(link(asked)))


def test_wording_from_outside_is_not_taken(outside, asked):
    outside.post(link(asked), {"act": "remark", "paragraph": "0", "text": "Hm.", "suggestion": "Mine."})
    assert Remark.objects.get().suggestion == ""


def test_an_adviser_advises_once_and_then_only_reads(outside, asked):
    sent = {"act": "advise", "view": "concerns", "advice": "Say less."}
    assert outside.post(link(asked), sent).status_code == 303
    assert outside.post(link(asked), sent).status_code == 303  # a second press of the button
    page = outside.get(link(asked))
    assert heading(page) == "Thank you for your advice"
    assert typed(page) == {}
    response = outside.post(link(asked), {**sent, "advice": "Say more."})
    assert (response.status_code, kept(response)) == (409, {"Your advice": "Say more."})
    assert Advice.objects.get().text == "Say less."


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"act": "advise"}, "Choose your view of this text."),
        ({"act": "advise", "view": "fine"}, "Choose from the answers that are offered."),
        ({"act": "advise", "view": "concerns"}, "Say what your concerns are, or why you cannot say."),
        ({"act": "remark"}, "Write your remark."),
        ({}, "Write your remark."),
        ({"act": "remark", "text": "Hm.", "paragraph": "99"}, "Choose from the answers that are offered."),
    ],
)
def test_what_is_missing_is_said_outside(outside, asked, sent, said):
    page = outside.post(link(asked), sent)
    assert (page.status_code, errors(page)) == (422, [said])
    assert title(page).startswith("Error:")


def test_no_concerns_need_no_words(outside, asked):
    outside.post(link(asked), {"act": "advise", "view": "no_concerns"})
    assert Advice.objects.get().view == View.NO_CONCERNS


@pytest.mark.parametrize("token", ["x", "1", "é", "a:b:c", "%00", "1:1vxxxx:abc"])
def test_a_link_that_we_did_not_make_is_not_found_and_says_whom_to_ask(outside, db, token):
    for response in (outside.get(f"/advice/{token}/"), outside.post(f"/advice/{token}/", {"text": "Hm."})):
        assert response.status_code == 404
        assert "ask the person who sent you the link" in words(response)


def ended_by_time(asked, cast):
    return clock.set_to(asked.expires_at)


def ended_by_hand(asked, cast):
    withdraw_request(asked, by=cast.press_officer)
    return clock.set_to(asked.asked_at)


def ended_by_return(asked, cast):
    return_it(asked.submission, cast.press_officer)
    return clock.set_to(asked.asked_at)


@pytest.mark.parametrize("end", [ended_by_time, ended_by_hand, ended_by_return])
def test_a_link_that_ended_says_whom_to_ask_and_shows_nothing(outside, asked, cast, end):
    with end(asked, cast):
        page = outside.get(link(asked))
        assert (page.status_code, heading(page)) == (410, "This link has ended")
        assert "Ask Pat Press, Department for Rivers" in words(page)
        assert asked.submission.revision.title not in plain(page)
        assert page["Cache-Control"] == "private, no-store"
        response = outside.post(link(asked), {"text": "Too late."})
        assert (response.status_code, kept(response)) == (409, {"Your words": "Too late."})


def test_every_page_is_sound(outside, asked, cast):
    hostile = "<script>alert(1)</script>"
    found = {"fresh": wrong_with(outside.get(link(asked)), private=True)}
    found["errors"] = wrong_with(outside.post(link(asked), {"act": "advise"}), private=True)
    outside.post(link(asked), {"act": "remark", "paragraph": "1", "text": hostile})
    found["remarked"] = wrong_with(outside.get(link(asked)), private=True)
    give(asked, View.CONCERNS, hostile)
    advised = outside.get(link(asked))
    found["advised"] = wrong_with(advised, private=True)
    assert "<script>alert" not in advised.content.decode()
    withdraw_request(asked, by=cast.press_officer)
    found["ended"] = wrong_with(outside.get(link(asked)), private=True)
    found["unknown"] = wrong_with(outside.get("/advice/x/"), private=True)
    assert {page: faults for page, faults in found.items() if faults} == {}
