"""Advice from outside: asked by those on the post, by a link that ends; on the record, and no signature."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import signing

from moderation import advising
from moderation.advice_models import Advice, View
from moderation.advising import (
    SALT,
    find_request,
    remark_as_adviser,
    token_of,
    why_link_ended,
    withdraw_request,
)
from moderation.models import AdviceRequest, Remark
from moderation.remarks import accept
from moderation.submitting import recall
from moderation.workflow import State
from teams import clock
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.making import fresh, return_it, sign_it
from tests.remarking import LAWYER, give, make_request, queued, submit_again

LONDON = ZoneInfo("Europe/London")
THURSDAY_BEFORE_EASTER = datetime(2026, 4, 2, 10, tzinfo=LONDON)  # then come two bank holidays
MAY_ASK = ["author", "co_author", "editor", "press_officer", "second_press_officer", "writing_press_officer"]
MAY_NOT = [
    "community_manager",
    "administrator",
    "auditor",
    "outsider",
    "outside_officer",
    "nobody",
    "superuser",
]


@pytest.fixture
def asked(submission, cast):
    """The lawyer, asked by the press officer."""
    return make_request(submission, cast.press_officer)


def entry(action):
    return Entry.objects.filter(action=action).latest("number").details


def after(asked):
    """Let the clock stand when the link has just expired."""
    return clock.set_to(asked.expires_at)


# Asking


@pytest.mark.parametrize("name", MAY_ASK)
def test_those_on_the_post_ask(submission, cast, name):
    assert make_request(submission, getattr(cast, name)).asked_by == getattr(cast, name)


@pytest.mark.parametrize("name", MAY_NOT)
def test_nobody_else_asks(submission, cast, name):
    with pytest.raises(NotAllowed):
        make_request(submission, getattr(cast, name))
    assert not AdviceRequest.objects.exists()


def test_the_link_goes_by_mail_to_that_person_and_nobody_else(asked):
    (mail,) = queued("asks for your view")
    assert mail.address == LAWYER.email
    (link,) = [line for line in mail.body.splitlines() if "/advice/" in line]
    assert find_request(link.split("/advice/")[1].rstrip("/")) == asked


def test_the_mail_does_not_name_the_post(asked):
    (mail,) = queued("asks for your view")
    assert asked.submission.revision.title not in mail.subject + mail.body


def test_asking_is_on_the_record_without_the_address(asked):
    found = entry("advice.asked")
    assert found.changes["adviser"] == [None, "Jo Law, Law and Sons"]
    assert found.actor_label == "Pat Press"
    assert LAWYER.email not in str(found.changes)


def test_the_same_request_twice_is_one(submission, cast):
    assert make_request(submission, cast.press_officer) == make_request(submission, cast.press_officer)
    assert len(queued("asks for your view")) == 1


def test_a_request_that_ended_can_be_made_again(asked, submission, cast):
    withdraw_request(asked, by=cast.press_officer)
    assert make_request(submission, cast.press_officer) != asked


def test_a_link_works_for_five_working_days(submission, cast):
    with clock.set_to(THURSDAY_BEFORE_EASTER):
        asked = make_request(submission, cast.press_officer)
    assert asked.expires_at == datetime(2026, 4, 13, 10, tzinfo=LONDON)


def test_a_link_can_work_for_another_number_of_days(submission, cast):
    with clock.set_to(THURSDAY_BEFORE_EASTER):
        asked = make_request(submission, cast.press_officer, days=30)
    assert asked.expires_at == THURSDAY_BEFORE_EASTER + timedelta(days=30)


@pytest.mark.parametrize("days", [0, -1, 31, 10_000])
def test_a_link_works_for_thirty_days_at_most(submission, cast, days):
    with pytest.raises(NotNow, match="1 to 30 days"):
        make_request(submission, cast.press_officer, days=days)


def test_nobody_is_asked_about_a_submission_that_ended(submission, cast):
    return_it(submission, cast.press_officer)
    with pytest.raises(NotNow, match="This submission has ended"):
        make_request(submission, cast.press_officer)


# A post that nobody outside may see


@pytest.fixture
def kept_inside(monkeypatch):
    def keep():
        monkeypatch.setattr(advising, "why_kept_inside", lambda post: "It holds unreleased statistics.")

    return keep


def test_nobody_is_asked_about_a_post_that_is_kept_inside(submission, cast, kept_inside):
    kept_inside()
    with pytest.raises(NotNow, match="unreleased statistics"):
        make_request(submission, cast.press_officer)


def test_a_link_closes_when_its_post_is_kept_inside(asked, kept_inside):
    kept_inside()
    assert why_link_ended(asked)
    with pytest.raises(NotNow, match="This link has ended"):
        give(asked)


# The link


def test_nobody_else_makes_a_link(asked):
    forged = [
        str(asked.pk),
        signing.dumps(asked.pk, salt="another"),
        signing.dumps(asked.pk, salt=SALT, key="another key"),
        token_of(asked)[:-1],
        f"{token_of(asked)}x",
        "é:1:ü",
        "",
    ]
    assert [find_request(token) for token in forged] == [None] * len(forged)


def test_a_link_for_a_request_that_is_not_there_leads_nowhere(asked):
    assert find_request(signing.dumps(asked.pk + 1, salt=SALT)) is None


def test_a_link_expires(asked):
    assert why_link_ended(asked) == ""
    with after(asked):
        assert why_link_ended(asked) == "It worked for a limited time, which is over."


def test_a_link_ends_when_it_is_withdrawn(asked, cast):
    withdraw_request(asked, by=cast.press_officer)
    assert why_link_ended(fresh(asked))
    assert entry("advice.ended").actor_label == "Pat Press"


def test_a_link_is_withdrawn_once(asked, cast):
    withdraw_request(asked, by=cast.press_officer)
    with pytest.raises(NotNow, match="ended already"):
        withdraw_request(asked, by=cast.press_officer)


@pytest.mark.parametrize("name", MAY_NOT)
def test_those_not_on_the_post_withdraw_no_link(asked, cast, name):
    with pytest.raises(NotAllowed):
        withdraw_request(asked, by=getattr(cast, name))
    assert fresh(asked).ended_at is None


@pytest.mark.parametrize(
    "end",
    [
        lambda submission, cast: return_it(submission, cast.press_officer),
        lambda submission, cast: recall(submission, by=cast.author),
        lambda submission, cast: sign_it(submission, cast.press_officer),
    ],
    ids=["returned", "recalled", "signed"],
)
def test_a_link_ends_with_its_submission(asked, submission, cast, end):
    end(submission, cast)
    assert why_link_ended(fresh(asked))
    assert entry("advice.ended").reason == "Its submission ended."


def test_a_link_is_for_its_own_revision(asked, submission, cast):
    return_it(submission, cast.press_officer)
    submit_again(submission.post, cast)
    assert why_link_ended(fresh(asked))


# Remarks from outside


def test_an_adviser_remarks_on_a_paragraph(asked):
    made = remark_as_adviser(asked, "Whose sensors?", paragraph=0)
    assert (made.quote, made.writer) == ("We put out **forty sensors**.", "Jo Law, Law and Sons")
    assert entry("remark.made").changes["adviser"] == [None, "Jo Law, Law and Sons"]


def test_the_same_remark_from_outside_twice_is_one(asked):
    assert remark_as_adviser(asked, "Whose?", paragraph=0) == remark_as_adviser(asked, "Whose?", paragraph=0)


def test_a_remark_from_outside_is_accepted_like_any_other_and_makes_nobody_a_contributor(asked, cast):
    made = remark_as_adviser(asked, "Whose sensors?", paragraph=0)
    before = set(asked.submission.post.contributors.values_list("person", flat=True))
    return_it(asked.submission, cast.press_officer)
    accept(made, by=cast.author)
    assert set(asked.submission.post.contributors.values_list("person", flat=True)) == before


@pytest.mark.parametrize("act", [lambda asked: remark_as_adviser(asked, "Late.", paragraph=None), give])
def test_an_expired_link_takes_nothing(asked, act):
    with after(asked), pytest.raises(NotNow, match="Ask Pat Press for a new one"):
        act(asked)
    assert not Advice.objects.exists()
    assert not Remark.objects.exists()


# Advice


@pytest.mark.parametrize("view", View)
def test_advice_is_kept_and_recorded(asked, view):
    advice = give(asked, view)
    assert (advice.view, advice.text) == (view, "Say less.")
    found = entry("advice.given")
    assert found.changes["view"] == [None, view.label]
    assert found.changes["adviser"] == [None, "Jo Law, Law and Sons"]
    assert found.actor_id is None


def test_whoever_asked_is_told(asked):
    give(asked)
    (mail,) = queued("has advised on")
    assert mail.address == "pat.press@blogs.example"
    assert "Concerns" in mail.body


def test_the_same_advice_twice_is_one(asked):
    assert give(asked) == give(asked)
    assert len(queued("has advised on")) == 1


def test_advice_is_given_once(asked):
    give(asked)
    with pytest.raises(NotNow, match="You have given your advice already"):
        give(asked, View.NO_CONCERNS, "")


def test_after_the_advice_no_more_remarks(asked):
    give(asked)
    with pytest.raises(NotNow, match="You have given your advice already"):
        remark_as_adviser(asked, "One more thing.", paragraph=None)


def test_no_concerns_need_no_words(asked):
    assert give(asked, View.NO_CONCERNS, "").text == ""


@pytest.mark.parametrize("view", [View.CONCERNS, View.CANNOT_SAY])
def test_another_view_needs_words(asked, view):
    with pytest.raises(NotNow, match="Say what your concerns are"):
        give(asked, view, " ")


def test_advice_is_not_a_signature(asked, submission):
    give(asked, View.NO_CONCERNS, "Fine.")
    assert fresh(submission).state == State.OPEN
    assert submission.steps.filter(signature=None).exists()


def test_advice_stops_no_signature_either(asked, submission, cast):
    give(asked)
    assert sign_it(submission, cast.press_officer)
