"""Sign-off under a statistics embargo: what signatories who are not named learn, and when it goes live."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from moderation.claiming import claim
from moderation.exceptions import grant_exception, posts_to_decide
from moderation.models import Attestation
from moderation.queues import desk_of, signable_now
from moderation.releasing import withdraw
from moderation.reminding import remind
from moderation.scheduling import plan_release, planned_in_words, release_due, release_now
from moderation.submitting import Statement, Timing, attest, recall, submit
from moderation.turns import tasks
from moderation.withheld import withheld_from
from moderation.workflow import Plan, State
from posts.access import Closed
from posts.drafting import start_post
from posts.embargo import (
    EmbargoNeeded,
    TooEarly,
    lift_embargo,
    name_person,
    set_embargo,
)
from posts.models import Withdrawal
from teams import clock, freezing
from teams.freezing import Declaration
from teams.models import Entry, Freeze
from teams.refusals import NotNow
from tests.conftest import submit_it
from tests.embargoes import BEFORE, RELEASE_ON, RELEASED_AT, UNTIL, embargoed, mail_to, opened
from tests.making import fresh, return_it, save, sign_it, wording
from tests.pages import errors, heading, links, title, words

QUEUE = "/admin/moderation/submission/"
HOLDS_STATISTICS = Statement(Attestation.AIUse.NONE, new_policy=False, unreleased_statistics=True)
WAITS = "A post under a statistics embargo waits for you"


@pytest.fixture
def waiting(draft, cast):
    """The submission of an embargoed draft that names its author only."""
    return submit_it(embargoed(draft, cast.author), cast.author)


@pytest.fixture
def named(waiting, cast):
    """The same, after a press officer has been named."""
    name_person(waiting.post, cast.press_officer, by=cast.author)
    return waiting


def at(submission):
    return f"{QUEUE}{submission.pk}/change/"


# A text that holds statistics


def test_a_text_that_holds_unreleased_statistics_needs_an_embargo(draft, cast):
    with pytest.raises(EmbargoNeeded, match="Set a statistics embargo"):
        submit_it(draft, cast.author, HOLDS_STATISTICS)
    assert not draft.revisions.exists()
    assert submit_it(embargoed(draft, cast.author), cast.author, HOLDS_STATISTICS).state == State.OPEN


def test_a_second_author_who_says_so_needs_one_too(cast):
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    submission = submit_it(post, cast.author)
    with pytest.raises(EmbargoNeeded):
        attest(submission.revision, HOLDS_STATISTICS, by=cast.co_author)
    embargoed(post, cast.author)
    assert attest(submission.revision, HOLDS_STATISTICS, by=cast.co_author).unreleased_statistics


def test_the_form_says_so_beside_the_answer_and_leads_to_the_embargo(sign_in, draft, cast):
    answers = {"wrote_it": "on", "ai_use": "none", "new_policy": "no", "unreleased_statistics": "yes"}
    desk, address = sign_in(cast.author), f"/desk/posts/{draft.pk}/"
    page = desk.post(f"{address}submit/", {**answers, "version": 1, "plan": "now"})
    assert page.status_code == 422
    assert errors(page) == [
        "This post holds statistics that have not been released. Set a statistics embargo on it first."
    ]
    assert f"{address}embargo/" in links(page)


# A signatory who is not named


def test_a_press_officer_who_is_not_named_learns_only_that_a_post_waits(sign_in, waiting, cast):
    page = sign_in(cast.press_officer).get(QUEUE)
    assert "A post of Flood Resilience waits" in words(page)
    assert "Ask Ada Author to name you." in words(page)
    assert "river" not in words(page)
    assert at(waiting) not in links(page)


def test_the_queue_of_somebody_named_shows_the_post(sign_in, named, cast):
    page = sign_in(cast.press_officer).get(QUEUE)
    assert at(named) in links(page)
    assert "Ask Ada Author" not in words(page)


def test_the_post_is_in_no_list_of_whoever_is_not_named(waiting, cast):
    for officer in [cast.press_officer, cast.second_press_officer, cast.writing_press_officer]:
        assert not desk_of(officer).submissions.exists()
        assert not signable_now(desk_of(officer)).exists()
        assert [item.team for item in withheld_from(officer)] == [cast.team]


@pytest.mark.parametrize("who", ["clearer", "administrator", "auditor", "outside_officer", "superuser"])
def test_whoever_does_not_sign_it_does_not_learn_that_it_waits(who, waiting, cast):
    assert withheld_from(getattr(cast, who)) == []


def test_the_desk_of_whoever_is_not_named_says_whom_to_ask(waiting, cast):
    (task,) = tasks(cast.press_officer, [])
    assert task.title == "A post of Flood Resilience under a statistics embargo waits"
    assert task.hint == "Ask Ada Author to name you."


def test_the_screen_is_closed_to_whoever_is_not_named(sign_in, waiting, cast):
    page = sign_in(cast.press_officer).get(at(waiting))
    assert (page.status_code, heading(page)) == (403, "You may not open this draft")
    assert "river" not in words(page) + title(page)


def test_the_screen_asks_somebody_named_first(sign_in, named, cast):
    desk = sign_in(cast.press_officer)
    asked = desk.get(at(named), follow=True)
    assert heading(asked) == "This draft is under a statistics embargo"
    assert "river" not in words(asked) + title(asked)
    assert opened(desk, named.post).get(at(named)).status_code == 200
    assert Entry.objects.get(action="post.embargoed_opened").details.actor_id == cast.press_officer.pk


def test_the_history_of_a_submission_asks_first_too(sign_in, named, cast):
    assert sign_in(cast.press_officer).get(f"{QUEUE}{named.pk}/history/").status_code == 302


@pytest.mark.parametrize("verb", [sign_it, return_it, lambda submission, by: claim(submission, by=by)])
def test_nothing_is_decided_by_whoever_is_not_named(verb, waiting, cast):
    with pytest.raises(Closed):
        verb(waiting, cast.press_officer)
    assert fresh(waiting).state == State.OPEN


def test_a_colleague_who_is_not_named_does_not_recall_it(waiting, cast):
    with pytest.raises(Closed):
        recall(waiting, by=cast.editor)


def test_a_colleague_who_is_not_named_does_not_submit_it(draft, cast):
    embargoed(draft, cast.author)
    with pytest.raises(Closed):
        submit(draft, None, by=cast.editor, version=1)


def test_a_press_officer_who_is_not_named_does_not_plan_its_release(waiting, cast):
    with pytest.raises(Closed):
        plan_release(waiting, Timing(Plan.BUTTON), by=cast.press_officer)


# Mail


def test_the_title_goes_to_named_people_only(draft, cast):
    submit_it(embargoed(draft, cast.author, cast.press_officer), cast.author)
    assert "river" in mail_to(cast.press_officer)[-1][0]
    ((subject, body),) = mail_to(cast.second_press_officer)
    assert subject == WAITS
    assert "Ask Ada Author to name you." in body
    assert "river" not in body


def test_a_reminder_carries_no_title_to_whoever_is_not_named(waiting, cast):
    late = datetime(2027, 6, 9, 15, 0)  # a working day
    with clock.set_to(timezone.make_aware(late)):
        assert remind() == 1
    mails = mail_to(cast.press_officer) + mail_to(cast.administrator)
    assert {subject for subject, _ in mails} == {WAITS}
    assert not any("river" in body for _, body in mails)


def test_reasons_of_a_return_go_to_named_people_and_not_into_the_record(named, cast):
    return_it(named, cast.press_officer, reasons="3.9 per cent must not be said.")
    assert "3.9" in mail_to(cast.author)[-1][1]
    details = Entry.objects.get(action="post.returned").details
    assert "3.9" not in details.reason
    assert "SHA-256" in details.reason


def test_nothing_that_is_recorded_under_an_embargo_says_a_word_of_the_draft(named, cast):
    sign_it(named, cast.press_officer)
    about = Entry.objects.filter(subject_kind__in=["post", "signature", "embargo"])
    labels = set(about.values_list("details__subject_label", flat=True))
    assert labels == {"A post under a statistics embargo"}


# Release


def test_a_post_signed_before_its_time_is_released_at_its_time(named, cast):
    with clock.set_to(BEFORE):
        sign_it(named, cast.press_officer)
        assert release_due() == 0
    submission = fresh(named)
    assert (submission.state, submission.plan, submission.release_at) == (State.CLEARED, Plan.AT, RELEASED_AT)
    with clock.set_to(RELEASED_AT):
        assert release_due() == 1
    assert fresh(named.post).first_released_at == RELEASED_AT


def test_a_post_signed_after_its_time_is_released_at_once(named, cast):
    with clock.set_to(RELEASED_AT):
        sign_it(named, cast.press_officer)
    assert fresh(named.post).is_live


def test_waiting_for_the_embargo_is_on_the_record(named, cast):
    sign_it(named, cast.press_officer)
    details = Entry.objects.get(action="release.planned").details
    assert details.changes == {"release": ["now", "2036-03-04T09:30+00:00"]}
    assert details.reason == f"The post is under a statistics embargo until {UNTIL}."


def test_the_button_is_not_pressed_before_the_time(named, cast):
    plan_release(named, Timing(Plan.BUTTON), by=cast.author)
    sign_it(named, cast.press_officer)
    with clock.set_to(BEFORE), pytest.raises(NotNow, match=f"under a statistics embargo until {UNTIL}"):
        release_now(fresh(named), by=cast.author)
    with clock.set_to(RELEASED_AT):
        release_now(fresh(named), by=cast.author)
    assert fresh(named.post).is_live


def test_no_release_is_planned_for_a_time_before(named, cast):
    soon = RELEASED_AT - timedelta(days=1)
    with clock.set_to(soon - timedelta(days=1)), pytest.raises(TooEarly, match="Choose a later time"):
        plan_release(named, Timing(Plan.AT, soon), by=cast.author)


def test_a_release_waits_again_when_the_embargo_is_moved(named, cast):
    sign_it(named, cast.press_officer)
    set_embargo(named.post, RELEASE_ON + timedelta(days=7), by=cast.author)
    with clock.set_to(RELEASED_AT):
        release_due()
    assert fresh(named).release_at == RELEASED_AT + timedelta(days=7)
    assert not fresh(named.post).is_live


def test_a_lifted_embargo_stops_no_release(named, cast):
    lift_embargo(named.post, by=cast.author, why="Early.")
    sign_it(named, cast.press_officer)
    assert fresh(named.post).is_live


def test_signatories_are_told_that_it_waits(named):
    assert planned_in_words(named) == (
        f"It goes live as soon as it is signed. Not before {UNTIL}: it is under a statistics embargo."
    )


def test_the_screen_says_what_a_signature_does_under_an_embargo(sign_in, named, cast):
    page = words(opened(sign_in(cast.press_officer), named.post).get(at(named)))
    assert f"With your signature the post waits for the end of its embargo, {UNTIL}." in page


def test_withdrawing_the_live_text_ends_the_submission_of_an_embargoed_one(live, cast):
    save(live, cast.author, title="A figure of 3.9 per cent", note="New figures.")
    submission = submit_it(embargoed(live, cast.author), cast.author)
    withdraw(live, by=cast.press_officer, reason=Withdrawal.Reason.PERSONAL_DATA, why="A name.")
    assert fresh(submission).state == State.LAPSED


# A freeze


def test_a_named_director_who_is_not_named_on_the_embargo_does_not_let_the_post_through(named, cast):
    sign_it(named, cast.press_officer)
    with clock.set_to(RELEASED_AT):
        freeze = freezing.declare(
            Declaration(
                department=cast.department,
                level=Freeze.Level.ELECTION,
                starts_at=RELEASED_AT,
                ends_at=RELEASED_AT + timedelta(days=30),
                notice="An election.",
                directors=[cast.editor],
            ),
            by=cast.administrator,
        )
        assert posts_to_decide(cast.editor) == []
        with pytest.raises(Closed):
            grant_exception(freeze, named.post, by=cast.editor, reason="It cannot wait.")
        name_person(named.post, cast.editor, by=cast.author)
        assert posts_to_decide(cast.editor) == [(freeze, named.post)]
