"""The press desk in the admin: the queue, the one screen, the two verdicts, and nothing to edit."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from moderation.claiming import claim
from moderation.models import Signature
from moderation.queues import QUEUES
from moderation.signing import TESTS
from moderation.submitting import AT_ONCE, Timing, recall
from moderation.workflow import Plan, State
from posts.drafting import start_post
from teams import clock
from teams.models import RoleHeld
from teams.roles import Role
from tests.conftest import STATEMENT, submit_it
from tests.embargoes import embargoed, opened
from tests.making import (
    fresh,
    make_live_elsewhere,
    make_picture,
    return_it,
    save,
    sign_it,
    wording,
)
from tests.pages import errors, heading, kept, links, tags, title, tree, typed, words

QUEUE = "/admin/moderation/submission/"
YES = dict.fromkeys(TESTS, "yes")  # to each of the four tests


@pytest.fixture
def desk(sign_in, cast):
    """The browser of a press officer."""
    return sign_in(cast.press_officer)


def at(submission):
    return f"{QUEUE}{submission.pk}/change/"


def buttons(response):
    return {node.get("value") for node in tree(response).iter("button") if node.get("name") == "verdict"}


def submitted(cast, name, days_ago=0, authors=(), timing=AT_ONCE):
    with clock.set_to(timezone.now() - timedelta(days=days_ago)):
        post = start_post(cast.team, wording(title=name, authors=authors), by=cast.author)
        return submit_it(post, cast.author, timing=timing)


def sign_sent(submission, **changed):
    return {"verdict": "sign", "fingerprint": submission.revision.fingerprint, **YES, **changed}


def return_sent(submission, reasons="Whose figures?", **changed):
    return {
        "verdict": "return",
        "fingerprint": submission.revision.fingerprint,
        "reasons": reasons,
        **changed,
    }


# The queue


def test_the_oldest_due_is_first(desk, cast):
    newer, older = submitted(cast, "Newer", 7), submitted(cast, "Older", 14)
    found = [link for link in links(desk.get(QUEUE)) if link.endswith("/change/")]
    assert found == [at(older), at(newer)]


def test_only_submissions_of_my_department_are_there(sign_in, cast, submission):
    assert at(submission) in links(sign_in(cast.press_officer).get(QUEUE))
    assert at(submission) not in links(sign_in(cast.outside_officer).get(QUEUE))


def test_other_teams_of_the_department_are_there(desk, cast):
    RoleHeld.objects.create(person=cast.nobody, role=Role.AUTHOR, team=cast.sister_team)
    post = start_post(cast.sister_team, wording(), by=cast.nobody)
    assert at(submit_it(post, cast.nobody)) in links(desk.get(QUEUE))


def test_what_is_late_is_marked(desk, cast):
    submitted(cast, "Of last month", days_ago=30)
    assert "Late" in tags(desk.get(QUEUE))


def test_what_is_in_time_is_not_marked(desk, submission):
    assert "Late" not in tags(desk.get(QUEUE))


def test_what_waits_for_an_author_is_marked(desk, cast):
    submitted(cast, "Of two", authors=[cast.author, cast.co_author])
    assert "Waiting for an author" in tags(desk.get(QUEUE, {"show": "authors"}))


def test_what_waits_for_nobody_else_is_not_marked(desk, submission):
    assert "Waiting for an author" not in tags(desk.get(QUEUE))


def test_what_has_ended_is_in_its_own_list(desk, submission, cast):
    return_it(submission, cast.press_officer)
    assert at(submission) not in links(desk.get(QUEUE))
    assert at(submission) in links(desk.get(QUEUE, {"show": "ended"}))


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.key)
def test_an_empty_list_says_so(desk, cast, queue):
    assert queue.empty in words(desk.get(QUEUE, {"show": queue.key}))


def test_an_unknown_list_is_not_found(desk, cast):
    for shown in ["nonsense", "", "waiting'"]:
        assert desk.get(QUEUE, {"show": shown}).status_code == 404


def queries(desk, address, **asked):
    with CaptureQueriesContext(connection) as found:
        assert desk.get(address, asked).status_code == 200
    return len(found)


@pytest.mark.parametrize("shown", [queue.key for queue in QUEUES])
def test_a_list_takes_the_same_queries_however_long(desk, cast, shown):
    one_in_every_list(cast)
    before = queries(desk, QUEUE, show=shown)
    for _ in range(3):
        one_in_every_list(cast)
    assert queries(desk, QUEUE, show=shown) == before <= 23


def one_in_every_list(cast):
    """A submission for each list of the press officer, except for what a freeze holds."""
    submitted(cast, "To claim")
    claim(submitted(cast, "Claimed"), by=cast.press_officer)
    claim(submitted(cast, "Claimed by another"), by=cast.second_press_officer)
    submitted(cast, "Of two", authors=[cast.author, cast.co_author])
    sign_it(submitted(cast, "Signed", timing=Timing(Plan.BUTTON)), cast.press_officer)
    sign_it(submitted(cast, "Released"), cast.press_officer)


@pytest.mark.parametrize("who", ["author", "administrator", "auditor", "superuser", "nobody"])
def test_the_press_desk_is_for_signatories(sign_in, cast, submission, who):
    browser = sign_in(getattr(cast, who))
    assert browser.get(QUEUE).status_code == 403
    assert browser.get(at(submission)).status_code == 403
    assert browser.post(at(submission), sign_sent(submission)).status_code == 403


# The screen


def test_the_screen_shows_the_article_and_what_its_author_stated(desk, submission):
    page = words(desk.get(at(submission)))
    for part in [
        "forty sensors",
        "Three things a season",
        "Ada Author, Policy adviser",
        "I wrote this post. No generative AI was used. No new policy. No unreleased statistics.",
        "Links to other sites, for you to open",
        submission.revision.fingerprint,
        "Your signature releases the post",
    ]:
        assert part in page


def test_the_article_on_the_screen_is_the_article_that_readers_get(desk, draft, cast):
    image = make_picture(draft, cast.author)
    save(draft, cast.author, source=f"Look:\n\n{image.markdown}\n\n> A quote")
    submission = submit_it(draft, cast.author)
    screen = desk.get(at(submission)).content.decode()
    sign_it(submission, cast.press_officer)
    published = submission.revision.html
    assert published in desk.get(fresh(draft).get_absolute_url()).content.decode()
    assert published.replace("/images/", f"{QUEUE}{submission.pk}/images/") in screen


def test_what_must_be_looked_at_is_said_first(desk, draft, cast):
    statement = type(STATEMENT)(ai_use="draft", new_policy=True, unreleased_statistics=True)
    embargoed(draft, cast.author, cast.press_officer)
    page = words(opened(desk, draft).get(at(submit_it(draft, cast.author, statement))))
    assert "Check that Parliament has been told first" in page
    assert "They must not be published early" in page


def test_what_changed_since_the_return_is_shown(desk, submission, cast):
    return_it(submission, cast.second_press_officer, reasons="Whose figures?")
    save(submission.post, cast.author, title="What we learned by the river")
    page = desk.get(at(submit_it(submission.post, cast.author)))
    assert "What changed since revision 1 was returned" in words(page)
    assert "<del>on</del><ins>by</ins>" in page.content.decode()
    assert "Whose figures?" in words(page)


def test_what_changed_since_the_live_text_is_shown(desk, live, cast):
    save(live, cast.author, summary="Four things.")
    assert "What changed since the last signed revision (1)" in words(
        desk.get(at(submit_it(live, cast.author)))
    )


def test_markup_of_a_writer_is_shown_as_text(desk, cast):
    hostile = "<script>alert(1)</script>"
    post = start_post(cast.team, wording(title=hostile, summary=hostile, tags=[hostile]), by=cast.author)
    assert "<script>alert" not in desk.get(at(submit_it(post, cast.author))).content.decode()


def test_there_is_nothing_to_edit(desk, submission):
    page = desk.get(at(submission))
    remark = {"paragraph", "text", "suggestion"}  # words about the text, kept apart from it
    of_the_verdict = {"csrfmiddlewaretoken", "fingerprint", "note", "reasons", "claimed_by"}
    assert set(typed(page)) == of_the_verdict | remark | {"seen-on"}


@pytest.mark.parametrize("page", ["add/", "1/delete/"])
def test_submissions_are_neither_added_nor_deleted_here(desk, submission, page):
    for method in [desk.get, desk.post]:
        assert method(f"{QUEUE}{page.replace('1', str(submission.pk))}").status_code == 403
    assert fresh(submission).state == State.OPEN


def test_bulk_actions_do_nothing(desk, submission):
    sent = {"action": "delete_selected", "_selected_action": submission.pk, "post": "yes"}
    assert desk.post(QUEUE, sent).status_code == 405
    assert fresh(submission).state == State.OPEN


# Signing


def test_signing_releases_the_post_and_says_so(desk, submission):
    response = desk.post(at(submission), sign_sent(submission), follow=True)
    assert response.redirect_chain == [(QUEUE, 302)]
    assert "Signed: What we learned on the river" in words(response)
    assert fresh(submission.post).live_revision == submission.revision


def test_the_form_of_the_screen_signs(desk, submission):
    sent = {**typed(desk.get(at(submission))), **YES, "verdict": "sign"}
    assert desk.post(at(submission), sent).status_code == 302
    assert Signature.objects.get().submission == submission


def test_a_signature_for_another_text_is_refused_with_a_page(desk, submission):
    for fingerprint in ["", "0" * 64, "x" * 100_000, "é\0"]:
        response = desk.post(at(submission), sign_sent(submission, fingerprint=fingerprint))
        assert (response.status_code, heading(response)) == (409, "That cannot be done now")
        assert "Read it again." in words(response)
        assert not Signature.objects.exists()


def test_an_older_page_of_a_resubmitted_post_signs_nothing(desk, submission, cast):
    seen = sign_sent(submission)
    recall(submission, by=cast.author)
    save(submission.post, cast.author, title="Newer")
    newer = submit_it(submission.post, cast.author)
    assert desk.post(at(submission), seen).status_code == 409
    assert desk.post(at(newer), seen).status_code == 409
    assert not Signature.objects.exists()


def test_whoever_wrote_words_sees_why_and_has_no_buttons(sign_in, cast, draft):
    save(draft, cast.writing_press_officer, authors=[cast.author])
    submission = submit_it(draft, cast.author)
    page = sign_in(cast.writing_press_officer).get(at(submission))
    assert "You wrote words of this post, so somebody else must sign it." in words(page)
    assert buttons(page) == set()
    response = sign_in(cast.writing_press_officer).post(at(submission), sign_sent(submission))
    assert response.status_code == 403
    assert "You wrote words of this post" in words(response)


def test_whoever_waits_for_an_author_sees_whom(desk, cast):
    page = desk.get(at(submitted(cast, "Of two", authors=[cast.author, cast.co_author])))
    assert "Cy Coauthor is in the byline and has not yet attested" in words(page)
    assert buttons(page) == set()


def test_what_has_ended_says_how_and_has_no_buttons(desk, submission, cast):
    sign_it(submission, cast.second_press_officer)
    page = desk.get(at(submission))
    assert "This submission has ended: released." in words(page)
    assert buttons(page) == set()


def test_an_open_submission_has_both_verdicts(desk, submission):
    assert buttons(desk.get(at(submission))) == {"claim", "sign", "return"}


# Returning


def test_returning_sends_the_reasons_and_says_so(desk, submission):
    response = desk.post(at(submission), return_sent(submission), follow=True)
    assert "Returned to its authors: What we learned on the river" in words(response)
    assert fresh(submission).returned.reasons == "Whose figures?"


@pytest.mark.parametrize("reasons", ["", "  ", "\u200b\0", "x" * 10_001])
def test_returning_needs_reasons_and_keeps_the_rest(desk, submission, reasons):
    response = desk.post(at(submission), return_sent(submission, reasons))
    assert (response.status_code, len(errors(response))) == (422, 1)
    assert title(response).startswith("Error: ")
    assert typed(response)["reasons"] == reasons.strip(" \u200b\0")
    assert typed(response)["fingerprint"] == submission.revision.fingerprint
    assert "forty sensors" in words(response)
    assert fresh(submission).state == State.OPEN


def test_reasons_for_a_text_that_changed_are_kept(desk, submission):
    response = desk.post(at(submission), return_sent(submission, fingerprint="0" * 64))
    assert (response.status_code, kept(response)["Reasons"]) == (409, "Whose figures?")


def test_reasons_for_what_was_recalled_are_kept(desk, submission, cast):
    recall(submission, by=cast.author)
    for reasons in ["Whose figures?", "x" * 10_001]:
        response = desk.post(at(submission), return_sent(submission, reasons))
        assert (response.status_code, kept(response)["Reasons"]) == (409, reasons)


def test_another_verdict_is_none(desk, submission):
    for verdict in ["", "clear", "sign ", "SIGN"]:
        assert desk.post(at(submission), sign_sent(submission, verdict=verdict)).status_code == 422
        assert fresh(submission).state == State.OPEN


# Addresses


def test_an_unknown_submission_is_not_found(desk, submission):
    for key in ["0", "999999999", "9" * 30, "9" * 5000, "x", "１", "²", "-1", "1.0", "1_0", "a/b"]:
        response = desk.get(f"{QUEUE}{key}/change/")
        assert (response.status_code, heading(response)) == (404, "Page not found")


def test_a_submission_of_another_department_is_not_found(desk, cast):
    submission = make_live_elsewhere(cast).submissions.get()
    assert desk.get(at(submission)).status_code == 404
    assert desk.post(at(submission), sign_sent(submission)).status_code == 404


def test_head_is_answered(desk, submission):
    assert desk.head(QUEUE).status_code == desk.head(at(submission)).status_code == 200


def test_other_methods_are_refused(desk, submission):
    for method in ["put", "patch", "delete"]:
        for address in [QUEUE, at(submission)]:
            response = getattr(desk, method)(address)
            assert (response.status_code, heading(response)) == (405, "That address works another way")


def test_reading_decides_nothing(desk, submission):
    desk.get(at(submission), sign_sent(submission))
    assert fresh(submission).state == State.OPEN


def test_a_stranger_is_sent_to_sign_in_and_keeps_the_reasons(client, submission):
    assert client.get(at(submission))["Location"] == f"/sign-in/?next={at(submission)}"
    response = client.post(at(submission), return_sent(submission))
    assert (response.status_code, kept(response)["Reasons"]) == (403, "Whose figures?")
