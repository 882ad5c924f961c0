"""The desk's home, one post on it, and submitting, attesting, recalling and withdrawing in a browser."""

import pytest

from moderation.models import Attestation, Submission
from moderation.submitting import recall
from moderation.workflow import State
from posts.drafting import start_post
from posts.models import Withdrawal
from tests.conftest import submit_it
from tests.making import (
    fresh,
    make_comment,
    make_live,
    make_live_elsewhere,
    return_it,
    save,
    sign_it,
    take_down,
    wording,
)
from tests.pages import errors, heading, kept, links, title, typed, words

ANSWERS = {"wrote_it": "on", "ai_use": "help", "new_policy": "no", "unreleased_statistics": "no"}
AT_ONCE = {"plan": "now"}


@pytest.fixture
def desk(sign_in, cast):
    """The browser of an author."""
    return sign_in(cast.author)


@pytest.fixture
def pair(cast):
    """A post of two authors, submitted by the first."""
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    return submit_it(post, cast.author)


def at(post, page=""):
    return f"/desk/posts/{post.pk}/{page}"


# Home


def test_home_lists_the_posts_of_my_teams_with_their_standing(desk, cast, submission):
    other = start_post(cast.team, wording(title="Another"), by=cast.editor)
    make_live_elsewhere(cast, title="Elsewhere")
    page = desk.get("/desk/")
    assert {at(submission.post), at(other)} <= set(links(page))
    assert "With the press office" in words(page)
    assert "Elsewhere" not in words(page)


@pytest.mark.parametrize(
    ("who", "sees_posts"),
    [("press_officer", False), ("community_manager", False), ("auditor", False), ("author", True)],
)
def test_home_shows_posts_to_those_who_write(sign_in, cast, draft, who, sees_posts):
    page = sign_in(getattr(cast, who)).get("/desk/")
    assert page.status_code == 200
    assert (at(draft) in links(page)) == sees_posts


def test_home_counts_what_waits_for_a_press_officer(sign_in, cast, submission):
    page = sign_in(cast.press_officer).get("/desk/")
    assert "1 post waits for you to sign or return it" in words(page)


def test_home_counts_what_waits_for_a_community_manager(sign_in, cast, live):
    make_comment(live)
    make_comment(live)
    assert "2 comments wait for a decision" in words(sign_in(cast.community_manager).get("/desk/"))


def test_home_says_when_another_author_is_waited_for(sign_in, cast, pair):
    assert at(pair.post, "attest/") in links(sign_in(cast.co_author).get("/desk/"))


@pytest.mark.parametrize("who", ["nobody"])
def test_somebody_without_a_role_has_no_desk(sign_in, cast, who):
    response = sign_in(getattr(cast, who)).get("/desk/")
    assert (response.status_code, heading(response)) == (403, "You may not do that")


# One post


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ("author", {"edit/", "submit/", "preview/"}),
        ("editor", {"edit/", "submit/", "preview/"}),
        ("press_officer", {"preview/"}),
    ],
)
def test_a_draft_offers_what_can_be_done_now(sign_in, cast, draft, who, offered):
    found = set(links(sign_in(getattr(cast, who)).get(at(draft))))
    pages = ["edit/", "submit/", "preview/", "attest/", "withdraw/"]
    assert {page for page in pages if at(draft, page) in found} == offered


def test_a_submitted_post_can_be_recalled_and_not_written(desk, submission):
    page = desk.get(at(submission.post))
    assert "Recall, to change it" in words(page)
    assert at(submission.post, "edit/") not in links(page)


def test_a_press_officer_is_led_to_the_press_desk(sign_in, cast, submission):
    page = sign_in(cast.press_officer).get(at(submission.post))
    assert submission.get_absolute_url() in links(page)


def test_a_returned_post_shows_the_reasons(desk, submission, cast):
    return_it(submission, cast.press_officer, reasons="Whose <b>figures</b>?\n\nAnd when?")
    page = desk.get(at(submission.post))
    assert "Why Pat Press returned it" in words(page)
    assert "<b>figures" not in page.content.decode()


@pytest.mark.parametrize(("who", "offered"), [("author", False), ("editor", True), ("press_officer", True)])
def test_a_live_post_can_be_withdrawn_by_some(sign_in, cast, live, who, offered):
    found = links(sign_in(getattr(cast, who)).get(at(live)))
    assert live.get_absolute_url() in found
    assert (at(live, "withdraw/") in found) == offered


def test_a_post_of_another_team_is_not_there(sign_in, cast, submission):
    for page in ["", "submit/", "attest/", "withdraw/"]:
        assert sign_in(cast.outsider).get(at(submission.post, page)).status_code == 404


@pytest.mark.parametrize("page", ["", "submit/", "attest/", "withdraw/"])
def test_an_unknown_post_is_not_found(sign_in, cast, page):
    for pk in ["0", "999999999", "9" * 40]:
        assert sign_in(cast.editor).get(f"/desk/posts/{pk}/{page}").status_code == 404


# Submitting


def test_an_author_submits_with_a_statement(desk, draft):
    response = desk.post(at(draft, "submit/"), {**ANSWERS, **AT_ONCE, "version": 1}, follow=True)
    assert "Submitted. Its signatories have been told." in words(response)
    attestation = Attestation.objects.get()
    assert (attestation.ai_use, attestation.new_policy) == (Attestation.AIUse.HELP, False)


def test_an_author_with_another_is_told_that_the_press_office_waits(desk, cast):
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    response = desk.post(at(post, "submit/"), {**ANSWERS, **AT_ONCE, "version": 1}, follow=True)
    assert "when everybody in the byline has said that they wrote it" in words(response)


def test_the_form_names_the_others_in_the_byline(desk, cast):
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    assert "Also in the byline: Cy Coauthor." in words(desk.get(at(post, "submit/")))


def test_somebody_who_is_not_in_the_byline_is_asked_nothing(sign_in, cast, draft):
    browser = sign_in(cast.editor)
    assert "wrote_it" not in browser.get(at(draft, "submit/")).content.decode()
    assert browser.post(at(draft, "submit/"), {**AT_ONCE, "version": 1}).status_code == 302


@pytest.mark.parametrize("lacking", [*ANSWERS, *AT_ONCE])
def test_every_question_must_be_answered_and_the_answers_stay(desk, draft, lacking):
    answers = {**ANSWERS, **AT_ONCE}
    sent = {**{name: answer for name, answer in answers.items() if name != lacking}, "version": 1}
    response = desk.post(at(draft, "submit/"), sent)
    assert (response.status_code, len(errors(response))) == (422, 1)
    assert title(response).startswith("Error: ")
    fields = typed(response)
    assert {name: fields.get(name) for name in sent} == {**sent, "version": "1"}
    assert not Submission.objects.exists()


def test_a_forged_answer_is_refused(desk, draft):
    for changed in [
        {"ai_use": "lots"},
        {"new_policy": "maybe"},
        {"version": "x"},
        {"version": ""},
        {"plan": "held"},
    ]:
        response = desk.post(at(draft, "submit/"), {**ANSWERS, **AT_ONCE, "version": 1, **changed})
        assert response.status_code == 422
        assert not Submission.objects.exists()


def test_a_draft_saved_meanwhile_is_not_submitted(desk, draft, cast):
    save(draft, cast.co_author, title="Theirs")
    response = desk.post(at(draft, "submit/"), {**ANSWERS, **AT_ONCE, "version": 1})
    assert response.status_code == 409
    assert "Cy Coauthor saved this draft after you opened it." in words(response)


def test_a_text_that_cannot_be_laid_out_says_so_before_and_after(desk, draft, cast):
    save(draft, cast.author, source="![A picture](image:0)")
    assert "not one of this post's" in words(desk.get(at(draft, "submit/")))
    response = desk.post(at(draft, "submit/"), {**ANSWERS, **AT_ONCE, "version": 2})
    assert (response.status_code, "not one of this post's" in words(response)) == (409, True)


def test_submitting_twice_is_refused(desk, submission):
    response = desk.post(at(submission.post, "submit/"), {**ANSWERS, **AT_ONCE, "version": 1})
    assert (response.status_code, Submission.objects.count()) == (409, 1)


# Attesting


def test_another_author_reads_the_text_and_says_so(sign_in, cast, pair):
    browser = sign_in(cast.co_author)
    page = browser.get(at(pair.post, "attest/"))
    assert "forty sensors" in words(page)
    response = browser.post(at(pair.post, "attest/"), {**typed(page), **ANSWERS}, follow=True)
    assert "Your statement is kept with the post." in words(response)
    assert pair.revision.attestations.filter(person=cast.co_author).exists()


def test_a_statement_for_a_text_that_was_replaced_meanwhile_is_refused(sign_in, cast, pair):
    browser = sign_in(cast.co_author)
    seen = typed(browser.get(at(pair.post, "attest/")))
    recall(pair, by=cast.author)
    save(pair.post, cast.author, title="Never shown", authors=[cast.author, cast.co_author])
    newer = submit_it(pair.post, cast.author)
    response = browser.post(at(pair.post, "attest/"), {**seen, **ANSWERS})
    assert response.status_code == 409
    assert not newer.revision.attestations.filter(person=cast.co_author).exists()


def test_a_statement_without_answers_is_refused(sign_in, cast, pair):
    browser = sign_in(cast.co_author)
    response = browser.post(at(pair.post, "attest/"), typed(browser.get(at(pair.post, "attest/"))))
    assert (response.status_code, len(errors(response))) == (422, 4)


@pytest.mark.parametrize("who", ["author", "editor"])
def test_whoever_is_not_asked_is_led_to_the_post(sign_in, cast, pair, who):
    assert sign_in(getattr(cast, who)).get(at(pair.post, "attest/"))["Location"] == at(pair.post)


def test_whoever_is_not_in_the_byline_cannot_state_anything(sign_in, cast, pair):
    sent = {**ANSWERS, "fingerprint": pair.revision.fingerprint}
    assert sign_in(cast.editor).post(at(pair.post, "attest/"), sent).status_code == 403


def test_where_nothing_was_submitted_there_is_nothing_to_attest(desk, draft):
    assert desk.get(at(draft, "attest/")).status_code == 404


# Recalling


def test_a_recall_leads_back_to_the_draft(desk, submission):
    response = desk.post(at(submission.post, "recall/"), follow=True)
    assert response.redirect_chain == [(at(submission.post, "edit/"), 302)]
    assert "Recalled." in words(response)
    assert fresh(submission).state == State.RECALLED


def test_a_recall_is_not_an_address_to_read(desk, submission):
    assert desk.get(at(submission.post, "recall/")).status_code == 405
    assert fresh(submission).state == State.OPEN


def test_what_was_signed_meanwhile_cannot_be_recalled(desk, submission, cast):
    sign_it(submission, cast.press_officer)
    response = desk.post(at(submission.post, "recall/"))
    assert (response.status_code, "has ended: released" in words(response)) == (409, True)


def test_what_was_never_submitted_cannot_be_recalled(desk, draft):
    assert desk.post(at(draft, "recall/")).status_code == 404


def test_a_press_officer_cannot_recall(sign_in, cast, submission):
    assert sign_in(cast.press_officer).post(at(submission.post, "recall/")).status_code == 403


# Withdrawing


@pytest.fixture
def editors_desk(sign_in, cast):
    return sign_in(cast.editor)


def test_a_withdrawal_is_made_and_said(editors_desk, live):
    sent = {"reason": "copyright", "why": "The photographer wrote."}
    response = editors_desk.post(at(live, "withdraw/"), sent, follow=True)
    assert "Withdrawn. Its address now shows the reason." in words(response)
    assert Withdrawal.objects.get().reason == "copyright"


@pytest.mark.parametrize(
    "changed", [{"reason": ""}, {"reason": "boredom"}, {"why": ""}, {"why": " \u200b"}, {"why": "x" * 2001}]
)
def test_a_withdrawal_needs_both_reasons_and_keeps_what_was_typed(editors_desk, live, changed):
    sent = {"reason": "copyright", "why": "The photographer wrote.", **changed}
    response = editors_desk.post(at(live, "withdraw/"), sent)
    assert (response.status_code, len(errors(response))) == (422, 1)
    assert typed(response)["why"] == sent["why"].strip(" \u200b")
    assert fresh(live).is_live


def test_a_withdrawal_of_what_was_withdrawn_meanwhile_is_refused_and_kept(editors_desk, live, cast):
    take_down(live, cast)
    sent = {"reason": "copyright", "why": "The photographer wrote."}
    response = editors_desk.post(at(live, "withdraw/"), sent)
    assert (response.status_code, kept(response)["Explanation"]) == (409, "The photographer wrote.")


def test_a_post_that_is_not_live_has_nothing_to_withdraw(editors_desk, draft):
    assert "nothing to withdraw" in words(editors_desk.get(at(draft, "withdraw/")))


def test_an_author_cannot_withdraw(desk, live):
    response = desk.post(at(live, "withdraw/"), {"reason": "copyright", "why": "Mine."})
    assert (response.status_code, fresh(live).is_live) == (403, True)


def test_home_stays_whole_with_posts_in_every_state(desk, cast, submission, live):
    take_down(make_live(cast, title="Gone"), cast)
    return_it(
        submit_it(start_post(cast.team, wording(title="Back"), by=cast.author), cast.author),
        cast.press_officer,
    )
    page = words(desk.get("/desk/"))
    for part in ["Gone", "Back", "Withdrawn", "Returned", "Live"]:
        assert part in page


def test_submitting_again_starts_from_the_last_answers_but_for_having_written_it(desk, submission, cast):
    recall(submission, by=cast.author)
    page = typed(desk.get(at(submission.post, "submit/")))
    assert (page["ai_use"], page["new_policy"], page["unreleased_statistics"]) == ("none", "no", "no")
    assert "wrote_it" not in page


def test_the_post_says_how_many_comments_wait(sign_in, live, cast):
    address = f"/desk/posts/{live.pk}/"
    assert "for a decision" not in words(sign_in(cast.author).get(address))
    make_comment(live)
    assert "1 comment waits for a decision." in words(sign_in(cast.author).get(address))
    make_comment(live)
    assert "2 comments wait for a decision." in words(sign_in(cast.author).get(address))
