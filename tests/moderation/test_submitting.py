"""Submitting, attesting and recalling: who may, what is sealed, who is told."""

from datetime import UTC, datetime

import pytest
from django_tasks_db.models import DBTaskResult

from moderation.models import Attestation, Group, RouteStep, Submission
from moderation.submitting import Statement, attest, lapse, recall, submit, waiting_authors
from moderation.workflow import State
from posts.drafting import start_post
from teams import clock
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.conftest import STATEMENT, submit_it
from tests.making import fresh, release_again, return_it, save, sign_it, wording

WRITERS = ["author", "co_author", "editor", "writing_press_officer"]
NO_WRITERS = [
    "press_officer",
    "clearer",
    "community_manager",
    "administrator",
    "auditor",
    "outsider",
    "outside_officer",
    "nobody",
    "superuser",
]


@pytest.fixture
def pair(cast):
    """A draft of two authors."""
    return start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)


def told():
    """To whom mail is queued, and about what."""
    mails = [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.order_by("enqueued_at")]
    return [(mail["address"].partition("@")[0], mail["subject"]) for mail in mails]


def entry(action):
    return Entry.objects.get(action=action).details


# Submitting


@pytest.mark.parametrize("who", WRITERS)
def test_writers_of_the_team_submit(draft, cast, who):
    person = getattr(cast, who)
    submission = submit(draft, STATEMENT, by=person, version=1)
    assert (submission.state, submission.submitted_by) == (State.OPEN, person)


def test_nobody_else_submits(draft, cast):
    for who in NO_WRITERS:
        with pytest.raises(NotAllowed):
            submit(draft, STATEMENT, by=getattr(cast, who), version=1)
        assert not Submission.objects.exists()
        assert not fresh(draft.draft).locked


def test_a_post_is_submitted_once_at_a_time(submission, cast):
    with pytest.raises(NotNow, match="with its signatories already"):
        submit_it(submission.post, cast.author)


def test_a_draft_saved_since_it_was_read_is_not_submitted(draft, cast):
    save(draft, cast.co_author, title="Theirs")
    draft.draft.refresh_from_db()
    with pytest.raises(NotNow, match="Cy Coauthor saved this draft after you opened it"):
        submit(draft, STATEMENT, by=cast.author, version=1)


def test_a_text_that_is_live_already_is_not_submitted_again(live, cast):
    with pytest.raises(NotNow, match="live already"):
        submit_it(live, cast.author)


def test_a_returned_text_can_be_submitted_again_as_it_is(submission, cast):
    return_it(submission, cast.press_officer)
    assert submit_it(submission.post, cast.author).revision.number == 2


def test_an_author_cannot_submit_without_a_statement(draft, cast):
    with pytest.raises(NotNow, match="Answer the questions"):
        submit(draft, None, by=cast.author, version=1)
    assert not Submission.objects.exists()


def test_somebody_who_is_not_in_the_byline_submits_without_one(draft, cast):
    submission = submit(draft, None, by=cast.editor, version=1)
    assert not submission.revision.attestations.exists()
    assert waiting_authors(submission.revision) == [cast.author]


def test_a_statement_of_somebody_who_is_not_in_the_byline_is_not_kept(draft, cast):
    assert not submit(draft, STATEMENT, by=cast.editor, version=1).revision.attestations.exists()


def test_what_an_author_stated_is_kept(draft, cast):
    statement = Statement(ai_use=Attestation.AIUse.HELP, new_policy=True, unreleased_statistics=False)
    kept = submit(draft, statement, by=cast.author, version=1).revision.attestations.get()
    assert (kept.person, kept.ai_use, kept.new_policy, kept.unreleased_statistics) == (
        cast.author,
        "help",
        True,
        False,
    )


def test_a_submission_is_due_in_two_working_days(draft, cast):
    with clock.set_to(datetime(2026, 12, 24, 15, tzinfo=UTC)):
        submission = submit_it(draft, cast.author)
    assert submission.due_at == datetime(2026, 12, 30, 15, tzinfo=UTC)


def test_every_route_ends_with_the_press_office(submission):
    (step,) = submission.steps.all()
    assert step.group.kind == Group.Kind.PRESS_OFFICE


def test_a_submission_keeps_the_route_it_opened_with(submission, cast):
    group = Group.objects.create(department=cast.department, kind=Group.Kind.CLEARERS, name="Analysts")
    RouteStep.objects.create(team=cast.team, position=1, group=group)
    assert submission.steps.count() == 1
    recall(submission, by=cast.author)
    names = [step.group.name for step in submit_it(submission.post, cast.author).steps.all()]
    assert names == ["Analysts", "Press office"]


def test_a_submission_is_recorded_with_its_fingerprint(submission, cast):
    details = entry("post.submitted")
    assert details.actor_id == cast.author.pk
    assert details.changes == {
        "fingerprint": [None, submission.revision.fingerprint],
        "revision": [None, 1],
        "release": [None, "As soon as it is signed"],
    }


def test_the_press_office_of_the_department_is_told(submission):
    assert sorted(who for who, _ in told()) == ["pat.press", "sol.second", "wyn.writer"]
    assert all(subject.startswith("To sign by") for _, subject in told())


def test_a_press_officer_who_has_left_is_not_told(draft, cast):
    cast.second_press_officer.is_active = False
    cast.second_press_officer.save()
    submit_it(draft, cast.author)
    assert "sol.second" not in [who for who, _ in told()]


def test_a_title_does_not_become_markup_or_lines_in_mail(cast):
    post = start_post(cast.team, wording(title="R&D <b>now</b>"), by=cast.author)
    submit_it(post, cast.author)
    assert {subject.partition(": ")[2] for _, subject in told()} == {"R&D <b>now</b>"}


# Attesting


def test_another_author_is_asked_before_the_press_office_is_told(pair, cast):
    submit_it(pair, cast.author)
    assert told() == [("cy.coauthor", "Say that you wrote: What we learned on the river")]


def test_the_press_office_is_told_with_the_last_statement(pair, cast):
    submission = submit_it(pair, cast.author)
    attest(submission.revision, STATEMENT, by=cast.co_author)
    assert sorted(who for who, _ in told()) == ["cy.coauthor", "pat.press", "sol.second", "wyn.writer"]


def test_nobody_signs_before_every_author_has_attested(pair, cast):
    submission = submit_it(pair, cast.author)
    with pytest.raises(NotNow, match="Not every author"):
        sign_it(submission, cast.press_officer)
    attest(submission.revision, STATEMENT, by=cast.co_author)
    sign_it(submission, cast.press_officer)


def test_an_attestation_is_recorded(pair, cast):
    submission = submit_it(pair, cast.author)
    attest(submission.revision, STATEMENT, by=cast.co_author)
    actors = [line.details.actor_label for line in Entry.objects.filter(action="post.attested")]
    assert sorted(actors) == ["Ada Author", "Cy Coauthor"]


def test_only_people_in_the_byline_attest(pair, cast):
    submission = submit_it(pair, cast.author)
    for who in ["editor", "press_officer", "outsider", "superuser"]:
        with pytest.raises(NotAllowed, match="Only people named in the byline"):
            attest(submission.revision, STATEMENT, by=getattr(cast, who))


def test_nobody_attests_twice(submission, cast):
    with pytest.raises(NotNow, match="already attested"):
        attest(submission.revision, STATEMENT, by=cast.author)


def test_nobody_attests_to_what_has_ended(pair, cast):
    submission = submit_it(pair, cast.author)
    recall(submission, by=cast.author)
    with pytest.raises(NotNow, match="no longer waiting"):
        attest(submission.revision, STATEMENT, by=cast.co_author)


def test_a_statement_is_for_one_revision_only(pair, cast):
    first = submit_it(pair, cast.author)
    attest(first.revision, STATEMENT, by=cast.co_author)
    return_it(first, cast.press_officer)
    again = submit_it(pair, cast.author)
    assert waiting_authors(again.revision) == [cast.co_author]


# Recalling and lapsing


@pytest.mark.parametrize("who", WRITERS)
def test_writers_of_the_team_recall(submission, cast, who):
    recall(submission, by=getattr(cast, who))
    assert fresh(submission).state == State.RECALLED
    assert not fresh(submission.post.draft).locked


def test_nobody_else_recalls(submission, cast):
    for who in NO_WRITERS:
        with pytest.raises(NotAllowed):
            recall(submission, by=getattr(cast, who))
        assert fresh(submission).state == State.OPEN


def test_what_is_signed_cannot_be_recalled(live, submission, cast):
    with pytest.raises(NotNow, match="has ended: released"):
        recall(submission, by=cast.author)


def test_a_recall_is_recorded_with_from_and_to(submission, cast):
    recall(submission, by=cast.author)
    assert entry("post.recalled").changes == {"state": ["open", "recalled"]}


def test_a_recalled_new_text_leaves_the_live_one_up(live, cast):
    save(live, cast.author, title="Newer")
    recall(submit_it(live, cast.author), by=cast.author)
    assert fresh(live).live_revision_id == live.live_revision_id


def test_a_lapse_is_the_platforms_own_act(submission):
    lapse(submission, reason="Something else overtook it.")
    details = entry("post.lapsed")
    assert (details.actor_id, details.actor_label) == (None, "Policy Blogs")
    assert details.reason == "Something else overtook it."


def test_a_live_post_can_be_changed_signed_and_released_many_times(live, cast):
    for number in range(2, 5):
        live = release_again(live, cast, title=f"Version {number}")
        assert (live.live_text.number, live.live_text.title) == (number, f"Version {number}")
