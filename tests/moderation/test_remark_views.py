"""Remarks in a browser: on the signing screen, on a page of their own, on the page of a post, and at home."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from moderation.models import Mention, Remark
from moderation.remarks import accept, decline, reply
from moderation.submitting import recall
from teams.models import RoleHeld
from tests.conftest import submit_it
from tests.making import fresh, return_it, save
from tests.pages import errors, heading, kept, links, text_of, title, tree, typed, words
from tests.policyblogs.test_html import wrong_with
from tests.remarking import (
    BETTER,
    SENSORS,
    add_step,
    make_remark,
    make_request,
    source_of,
    submit_again,
    suggest,
)

BARS = "If its author accepts your wording you become a contributor and cannot sign this post."


@pytest.fixture
def press(sign_in, cast):
    """The browser of a press officer."""
    return sign_in(cast.press_officer)


@pytest.fixture
def made(submission, cast):
    return suggest(submission, cast.press_officer)


@pytest.fixture
def returned(made, cast):
    """A remark with wording on a submission that was returned."""
    return_it(made.submission, cast.press_officer)
    return made


def screen(submission):
    return f"/admin/moderation/submission/{submission.pk}/change/"


def remark_page(submission):
    return f"/desk/submissions/{submission.pk}/remark/"


def remarks_page(post):
    return f"/desk/posts/{post.pk}/remarks/"


def at(remark, what):
    return f"/desk/remarks/{remark.pk}/{what}/"


def buttons(response):
    return [text_of(node) for node in tree(response).find(".//main").iter("button")]


def remark_heads(response):
    """The headings of the remarks on the screen that are not folded away, and those that are."""
    page = tree(response)
    folded = {node for part in page.iter("details") for node in part.iter("article")}
    shown = [node for node in page.iter("article") if "remark" in node.get("class", "")]
    heads = [(text_of(node.find("h3")), node in folded) for node in shown]
    return [head for head, away in heads if not away], [head for head, away in heads if away]


# The signing screen


def test_the_screen_lists_the_paragraphs_with_a_form(press, submission):
    page = press.get(screen(submission))
    assert "Remark on a paragraph" in words(page)
    for place in range(4):
        assert f"{remark_page(submission)}?paragraph={place}" in links(page)
    options = [text_of(node) for node in tree(page).iter("option")]
    assert options[:3] == ["The whole text", "1: We put out **forty sensors**.", "2: ## What broke"]


def test_the_screen_says_first_that_wording_bars_from_signing(press, submission):
    assert BARS in words(press.get(screen(submission)))


def test_the_box_is_off_where_nobody_else_could_sign(press, submission, cast):
    RoleHeld.objects.filter(person__in=[cast.second_press_officer, cast.writing_press_officer]).delete()
    page = press.get(screen(submission))
    assert "Nobody else could sign for Press office" in words(page)
    assert "suggestion" not in typed(page)
    assert "text" in typed(page)


def test_wording_sent_where_the_box_is_off_is_refused_and_given_back(press, submission, cast):
    RoleHeld.objects.filter(person__in=[cast.second_press_officer, cast.writing_press_officer]).delete()
    response = press.post(remark_page(submission), {"paragraph": "0", "text": "", "suggestion": BETTER})
    assert (response.status_code, kept(response)) == (409, {"Suggested wording": BETTER})


def test_a_remark_from_the_screen_comes_back_to_the_screen(press, submission):
    response = press.post(remark_page(submission), {"paragraph": "0", "text": "Which river?"})
    made = Remark.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"{screen(submission)}#remark-{made.pk}")
    page = press.get(screen(submission))
    assert {"Remark 1: paragraph 1 Open"} == set(remark_heads(page)[0])
    assert "Which river?" in words(page)
    assert "1 open remark goes with it." in words(page)


def test_a_suggestion_is_shown_as_a_difference(press, made):
    difference = "**forty <del>sensors**.</del><ins>sensors** on one river.</ins>"
    assert difference in press.get(screen(made.submission)).content.decode()


def test_the_screen_of_the_next_round_shows_outcomes(press, returned, cast):
    accept(returned, by=cast.author)
    page = press.get(screen(submit_it(returned.submission.post, cast.author)))
    assert remark_heads(page)[0] == ["Remark 1: paragraph 1 Accepted"]
    assert "Accepted by Ada Author" in words(page)


def test_what_was_seen_rounds_ago_is_folded_away(press, returned, cast):
    second = submit_again(returned.submission.post, cast)
    make_remark(second, cast.press_officer, text="Still?")
    return_it(second, cast.press_officer)
    third = submit_again(second.post, cast)
    new, before = remark_heads(press.get(screen(third)))
    assert (new, before) == (
        ["Remark 2: paragraph 1 Resolved by a later revision"],
        ["Remark 1: paragraph 1 Resolved by a later revision"],
    )


def test_who_never_looked_sees_all_of_it(sign_in, returned, cast):
    second = submit_again(returned.submission.post, cast)
    make_remark(second, cast.press_officer, text="Still?")
    new, before = remark_heads(sign_in(cast.second_press_officer).get(screen(second)))
    assert (len(new), before) == (2, [])


def test_an_old_remark_that_was_answered_since_is_new_again(press, returned, cast):
    return_again = submit_again(returned.submission.post, cast)
    return_it(return_again, cast.press_officer)
    made = make_remark(return_again, cast.press_officer)
    reply(made, "Because.", by=cast.author)
    third = submit_again(return_again.post, cast)
    assert "Because." in words(press.get(screen(third)))


def test_the_screen_of_what_ended_takes_no_remark(press, submission, cast):
    recall(submission, by=cast.author)
    assert "Remark on a paragraph" not in words(press.get(screen(submission)))


def test_an_earlier_screen_shows_no_later_remark(press, returned, cast):
    second = submit_again(returned.submission.post, cast)
    make_remark(second, cast.press_officer, text="Much later.")
    assert "Much later." not in words(press.get(screen(returned.submission)))


# Making one


def test_the_form_comes_with_the_words_of_the_paragraph(press, submission):
    page = press.get(f"{remark_page(submission)}?paragraph=0")
    assert (typed(page)["paragraph"], typed(page)["suggestion"].strip()) == ("0", SENSORS)


@pytest.mark.parametrize("place", ["99", "x", "-1", "9" * 30, "²", ""])
def test_a_paragraph_that_is_not_there_is_none(press, submission, place):
    page = press.get(f"{remark_page(submission)}?paragraph={place}")
    assert (page.status_code, typed(page)["paragraph"]) == (200, "")


def test_wording_that_was_not_changed_is_none(press, submission):
    press.post(remark_page(submission), {"paragraph": "0", "text": "Look.", "suggestion": SENSORS})
    assert Remark.objects.get().suggestion == ""


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Write your remark, or change the wording."),
        ({"suggestion": BETTER}, "Choose the paragraph that your wording is for."),
        ({"paragraph": "99", "text": "Hm."}, "Choose from the answers that are offered."),
        ({"text": "x" * 5_001}, "Remark must be 5,000 characters or fewer; it has 5,001"),
        ({"text": "Hm.", "tell": "999"}, "Choose from the answers that are offered."),
        ({"text": "Hm.", "tell": "9" * 40}, "Choose from the answers that are offered."),
    ],
)
def test_what_cannot_be_a_remark_is_said_and_kept(press, submission, sent, said):
    page = press.post(remark_page(submission), sent)
    assert (page.status_code, errors(page)) == (422, [said])
    assert title(page).startswith("Error:")
    assert all(
        typed(page)[name].strip() == value for name, value in sent.items() if name in ("text", "suggestion")
    )
    assert not Remark.objects.exists()


def test_people_to_tell_are_those_who_can_see_the_post(press, submission):
    boxes = [text_of(node) for node in tree(press.get(remark_page(submission))).iter("label")]
    assert {"Ada Author", "Ed Editor", "Sol Second"} <= set(boxes)
    assert not {"Pat Press", "Mo Manager", "Olu Outsider", "Nia Nobody"} & set(boxes)


def test_a_writer_goes_on_at_the_page_of_remarks(sign_in, submission, cast):
    response = sign_in(cast.editor).post(remark_page(submission), {"text": "Hm."})
    assert response["Location"].startswith(remarks_page(submission.post))


def test_a_submission_that_ended_takes_no_remark(press, submission, cast):
    recall(submission, by=cast.author)
    assert press.get(remark_page(submission)).status_code == 409
    response = press.post(remark_page(submission), {"text": "Too late."})
    assert (response.status_code, kept(response)) == (409, {"Your words": "Too late."})


@pytest.mark.parametrize(
    "name", ["community_manager", "outsider", "outside_officer", "administrator", "auditor"]
)
def test_nobody_else_finds_the_pages(sign_in, made, cast, name):
    browser = sign_in(getattr(cast, name))
    assert browser.get(remarks_page(made.submission.post)).status_code == 404
    assert browser.get(remark_page(made.submission)).status_code == 404
    assert browser.get(at(made, "reply")).status_code == 404
    for what in ("reply", "read"):
        assert browser.post(at(made, what), {"text": "Hm."}).status_code in (403, 404)


def test_a_clearer_without_a_role_in_the_team_finds_them(sign_in, draft, cast):
    add_step(cast.team, cast.community_manager)
    submission = submit_it(draft, cast.author)
    browser = sign_in(cast.community_manager)
    browser.post(remark_page(submission), {"text": "Is it lawful?"})
    assert "Is it lawful?" in words(browser.get(remarks_page(draft)))


# The page of remarks, for authors


@pytest.fixture
def desk(sign_in, cast):
    """The browser of the author."""
    return sign_in(cast.author)


def test_an_author_accepts(desk, returned):
    page = desk.get(remarks_page(returned.submission.post))
    assert ("Accept" in buttons(page), "Decline" in buttons(page)) == (True, True)
    response = desk.post(at(returned, "accept"), follow=True)
    assert "Accepted: paragraph 1. Its wording is in the draft." in words(response)
    assert BETTER in source_of(returned.submission.post)


def test_an_author_declines(desk, returned):
    response = desk.post(at(returned, "decline"), follow=True)
    assert "Declined: paragraph 1." in words(response)
    assert fresh(returned).outcome == "declined"


def test_the_next_remark_that_waits_comes_next(desk, submission, cast):
    one, two, three = (
        make_remark(submission, cast.press_officer, text=text) for text in ("One", "Two", "Three")
    )
    page = remarks_page(submission.post)
    assert desk.post(at(two, "decline"))["Location"] == f"{page}#remark-{three.pk}"
    assert desk.post(at(three, "decline"))["Location"] == f"{page}#remark-{one.pk}"
    assert desk.post(at(one, "decline"))["Location"] == page


def test_before_the_return_only_declining_is_offered_and_why_is_said(desk, made):
    page = desk.get(remarks_page(made.submission.post))
    assert ("Accept" in buttons(page), "Decline" in buttons(page)) == (False, True)
    assert "Recall it to accept the remark; you can decline or reply now." in words(page)


def test_a_press_officer_has_nothing_to_accept(press, returned):
    page = press.get(remarks_page(returned.submission.post))
    assert not {"Accept", "Decline"} & set(buttons(page))
    assert press.post(at(returned, "accept")).status_code == 403


def test_a_paragraph_that_changed_is_said_and_the_remark_stays(desk, returned, cast):
    save(returned.submission.post, cast.author, source="All new.")
    response = desk.post(at(returned, "accept"))
    assert response.status_code == 409
    assert "Copy the wording by hand." in words(response)


def test_the_page_of_a_post_shows_what_waits(desk, returned, cast):
    page = desk.get(f"/desk/posts/{returned.submission.post_id}/")
    assert "Accept" in buttons(page)
    assert remarks_page(returned.submission.post) in links(page)
    decline(returned, by=cast.author)
    assert "None waits." in words(desk.get(f"/desk/posts/{returned.submission.post_id}/"))


def test_a_post_without_remarks_has_no_page_of_them_but_an_empty_one(desk, draft, cast):
    assert desk.get(remarks_page(draft)).status_code == 404
    submission = submit_it(draft, cast.author)
    assert "No remark waits" in words(desk.get(remarks_page(submission.post)))


def test_reading_decides_nothing(desk, returned):
    for what in ("accept", "decline", "read"):
        assert desk.get(at(returned, what)).status_code == 405
    assert fresh(returned).outcome == "open"


# Conversation and mentions


def test_a_reply_is_shown_to_both(desk, returned):
    page = desk.get(at(returned, "reply"))
    assert heading(page).startswith("Reply to remark 1")
    assert typed(page)["tell"]  # whoever made the remark is ticked beforehand
    desk.post(at(returned, "reply"), {"text": "It is one river."})
    assert "It is one river." in words(desk.get(remarks_page(returned.submission.post)))


def test_an_empty_reply_is_asked_for(desk, returned):
    page = desk.post(at(returned, "reply"), {"text": " "})
    assert (page.status_code, errors(page)) == (422, ["Write your reply."])


def test_who_was_told_sees_it_at_home_until_they_have_read_it(sign_in, submission, cast):
    made = make_remark(submission, cast.press_officer, tell=[cast.editor])
    editor = sign_in(cast.editor)
    assert "Pat Press mentioned you: What we learned on the river" in words(editor.get("/desk/"))
    assert "I have read it" in buttons(editor.get(remarks_page(submission.post)))
    editor.post(at(made, "read"))
    assert "mentioned you" not in words(editor.get("/desk/"))
    assert Mention.objects.get().read_at


def test_two_mentions_on_one_post_are_one_task(sign_in, submission, cast):
    for text in ("One", "Two"):
        make_remark(submission, cast.press_officer, text=text, tell=[cast.editor])
    assert words(sign_in(cast.editor).get("/desk/")).count("mentioned you") == 1


def test_what_was_resolved_is_nobodys_to_do(sign_in, submission, cast):
    make_remark(submission, cast.press_officer, tell=[cast.editor])
    return_it(submission, cast.press_officer)
    submit_again(submission.post, cast)
    assert "mentioned you" not in words(sign_in(cast.editor).get("/desk/"))


# Every page


def test_every_page_is_sound(sign_in, press, cast, submission):
    hostile = "<script>alert(1)</script>"
    made = suggest(submission, cast.press_officer, suggestion=hostile, text=hostile, tell=[cast.author])
    reply(made, hostile, by=cast.editor)
    make_request(submission, cast.press_officer, question=hostile)
    post = submission.post
    pages = [screen(submission), remark_page(submission), remarks_page(post), at(made, "reply")]
    pages += [f"/desk/posts/{post.pk}/", f"/desk/submissions/{submission.pk}/advice/", "/desk/"]
    found = {}
    for page in pages:
        response = press.get(page)
        found[page] = wrong_with(response, private=True)
        assert "<script>alert" not in response.content.decode()
    author = sign_in(cast.author)
    for page in pages[1:]:
        found["author", page] = wrong_with(author.get(page), private=True)
    for page in (remark_page(submission), at(made, "reply"), f"/desk/submissions/{submission.pk}/advice/"):
        found["sent", page] = wrong_with(author.post(page, {}), private=True)
    assert {page: faults for page, faults in found.items() if faults} == {}


def test_the_screen_takes_the_same_queries_however_many_remarks(press, submission, cast):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert press.get(screen(submission)).status_code == 200
        return len(seen)

    def speak(number):
        made = suggest(submission, cast.second_press_officer, text=f"Remark {number}", tell=[cast.author])
        reply(made, "Why?", by=cast.author)

    speak(1)
    few = queries()
    for number in range(2, 13):
        speak(number)
    assert queries() == few <= 59
