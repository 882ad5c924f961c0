"""Signing and returning: who may, which text, in which order, and what is kept."""

import pytest
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from moderation.authority import step_for
from moderation.models import Group, Return, RouteStep, Signature
from moderation.signing import (
    ALL_MET,
    last_signed,
    return_to_authors,
    sign,
    why_not_sign,
)
from moderation.submitting import recall
from moderation.workflow import State
from posts.drafting import start_post
from teams import record
from teams.models import Entry, RoleHeld
from teams.refusals import NotAllowed, NotNow
from teams.roles import Role
from tests.conftest import submit_it
from tests.making import (
    faults_of,
    fresh,
    make_picture,
    release_again,
    return_it,
    save,
    sign_it,
    wording,
)

NO_SIGNATORIES = [
    "author",
    "co_author",
    "editor",
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
def analysts(cast):
    """A step before the press office on the route of the first team: a clearer signs it."""
    group = Group.objects.create(department=cast.department, kind=Group.Kind.CLEARERS, name="Analysts")
    group.members.add(cast.clearer)
    RouteStep.objects.create(team=cast.team, position=1, group=group)
    return group


# Signing


def test_the_last_signature_releases_the_post(submission, cast):
    sign(submission, by=cast.press_officer, fingerprint=submission.revision.fingerprint, answers=ALL_MET)
    submission.post.refresh_from_db()
    assert submission.post.live_revision == submission.revision


def test_a_signature_keeps_who_as_what_and_for_which_text(submission, cast):
    signature = sign_it(submission, cast.press_officer)
    assert (signature.person, signature.role) == (
        cast.press_officer,
        "Press officer, Department for Rivers",
    )
    assert signature.fingerprint == submission.revision.fingerprint


def test_nobody_but_a_press_officer_of_the_department_signs(submission, cast):
    for who in NO_SIGNATORIES:
        with pytest.raises(NotAllowed):
            sign_it(submission, getattr(cast, who))
        assert fresh(submission).state == State.OPEN


def test_a_press_officer_who_has_left_signs_nothing(submission, cast):
    cast.press_officer.is_active = False
    cast.press_officer.save()
    with pytest.raises((NotAllowed, IntegrityError)), transaction.atomic():
        sign_it(submission, cast.press_officer)
    assert fresh(submission).state == State.OPEN


def save_words(post, person):
    save(post, person, title="Their words", authors=[post.started_by])


@pytest.mark.parametrize("contribute", [save_words, make_picture])
def test_whoever_changed_the_post_cannot_sign_it(draft, cast, contribute):
    contribute(draft, cast.writing_press_officer)
    submission = submit_it(draft, cast.author)
    with pytest.raises(NotAllowed, match="You wrote words of this post"):
        sign_it(submission, cast.writing_press_officer)
    assert sign_it(submission, cast.press_officer)


def test_whoever_wrote_words_that_are_gone_still_cannot_sign(draft, cast):
    save_words(draft, cast.writing_press_officer)
    save(draft, cast.author, title="None of theirs is left")
    with pytest.raises(NotAllowed):
        sign_it(submit_it(draft, cast.author), cast.writing_press_officer)


def test_a_press_officer_who_could_write_and_did_not_may_sign(submission, cast):
    assert sign_it(submission, cast.writing_press_officer).person == cast.writing_press_officer


def test_an_author_made_press_officer_still_cannot_sign_their_words(submission, cast):
    RoleHeld.objects.create(person=cast.author, role=Role.PRESS_OFFICER, department=cast.department)
    with pytest.raises(NotAllowed):
        sign_it(submission, fresh(cast.author))


def test_a_signature_for_another_text_is_refused(submission, cast):
    for fingerprint in ["", "0" * 64, "x", "\0"]:
        with pytest.raises(NotNow, match="another text"):
            sign(submission, by=cast.press_officer, fingerprint=fingerprint, answers=ALL_MET)
        assert not Signature.objects.exists()


def test_a_signature_for_the_text_before_is_refused(submission, cast):
    old = submission.revision.fingerprint
    recall(submission, by=cast.author)
    save(submission.post, cast.author, title="Newer")
    newer = submit_it(submission.post, cast.author)
    with pytest.raises(NotNow, match="Read it again"):
        sign(newer, by=cast.press_officer, fingerprint=old, answers=ALL_MET)


def test_nobody_signs_twice(submission, cast):
    sign_it(submission, cast.press_officer)
    with pytest.raises(NotNow, match="has ended: released"):
        sign_it(submission, cast.second_press_officer)
    assert Signature.objects.count() == 1


def test_what_was_recalled_cannot_be_signed(submission, cast):
    recall(submission, by=cast.author)
    with pytest.raises(NotNow, match="has ended: recalled"):
        sign_it(submission, cast.press_officer)


def test_a_signature_is_recorded_in_its_transaction(submission, cast):
    signature = sign_it(submission, cast.press_officer)
    entry = Entry.objects.get(action="post.signed")
    assert (entry.subject_kind, entry.subject_id) == ("signature", signature.pk)
    assert entry.details.actor_id == cast.press_officer.pk
    assert entry.details.changes["fingerprint"] == [None, signature.fingerprint]
    assert record.verify().broken is None


def test_every_signature_has_its_entry(submission, cast):
    sign_it(submission, cast.press_officer)
    assert faults_of("signature") == []


def test_a_signature_without_its_entry_is_found(submission, cast):
    step = submission.steps.get()
    forged = Signature.objects.create(
        step=step,
        submission=submission,
        person=cast.press_officer,
        role="Press officer",
        fingerprint=submission.revision.fingerprint,
        signed_at=submission.submitted_at,
        **vars(ALL_MET),
    )
    assert faults_of("signature") == [f"signature {forged.pk} has no entry in the record"]


# Several steps


def test_the_press_office_waits_for_the_steps_before(draft, cast, analysts):
    submission = submit_it(draft, cast.author)
    with pytest.raises(NotAllowed, match="not a signatory of the step"):
        sign_it(submission, cast.press_officer)


def test_nothing_is_released_before_the_last_signature(draft, cast, analysts):
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.clearer)
    assert fresh(submission).state == State.OPEN
    assert not fresh(draft).is_live
    sign_it(submission, cast.press_officer)
    assert fresh(draft).live_revision == submission.revision


def test_a_group_signs_under_its_own_name(draft, cast, analysts):
    signature = sign_it(submit_it(draft, cast.author), cast.clearer)
    assert signature.role == "Analysts, Department for Rivers"


def test_somebody_outside_the_group_does_not_sign_for_it(draft, cast, analysts):
    with pytest.raises(NotAllowed):
        sign_it(submit_it(draft, cast.author), cast.editor)


def test_a_return_at_the_last_step_undoes_what_was_signed_before(draft, cast, analysts):
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.clearer)
    return_it(submission, cast.press_officer)
    again = submit_it(draft, cast.author)
    assert again.steps.filter(signature=None).count() == 2


# Returning


def test_a_returned_post_can_be_written_again(submission, cast):
    return_it(submission, cast.press_officer)
    assert fresh(submission).state == State.RETURNED
    assert not fresh(submission.post.draft).locked


@pytest.mark.parametrize("reasons", ["", "  \n"])
def test_returning_needs_a_reason(submission, cast, reasons):
    with pytest.raises(NotNow, match="Say why"):
        return_it(submission, cast.press_officer, reasons=reasons)
    assert not Return.objects.exists()


def test_nobody_but_a_press_officer_of_the_department_returns(submission, cast):
    for who in NO_SIGNATORIES:
        with pytest.raises(NotAllowed):
            return_it(submission, getattr(cast, who))
        assert fresh(submission).state == State.OPEN


def test_a_return_of_another_text_is_refused(submission, cast):
    with pytest.raises(NotNow, match="another text"):
        return_to_authors(submission, by=cast.press_officer, fingerprint="0" * 64, reasons="Why.")


def test_what_has_ended_cannot_be_returned(submission, cast):
    recall(submission, by=cast.author)
    with pytest.raises(NotNow, match="has ended"):
        return_it(submission, cast.press_officer)


def test_a_return_is_recorded_with_its_reasons(submission, cast):
    return_it(submission, cast.press_officer, reasons="Say where the figures are from.")
    details = Entry.objects.get(action="post.returned").details
    assert (details.actor_id, details.actor_role) == (
        cast.press_officer.pk,
        "Press officer, Department for Rivers",
    )
    assert details.reason == "Say where the figures are from."
    assert details.changes["state"] == ["open", "returned"]


def test_authors_and_submitter_are_told_the_reasons(draft, cast):
    submission = submit_it(draft, cast.editor)
    DBTaskResult.objects.all().delete()
    return_it(submission, cast.press_officer, reasons="Whose <figures> & words?")
    mails = [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.all()]
    assert sorted(mail["address"] for mail in mails) == [
        "ada.author@blogs.example",
        "ed.editor@blogs.example",
    ]
    assert all("Whose <figures> & words?" in mail["body"] for mail in mails)


def test_a_return_of_a_new_text_leaves_the_live_one_up(live, cast):
    save(live, cast.author, title="Newer")
    return_it(submit_it(live, cast.author), cast.press_officer)
    assert fresh(live).live_revision_id == live.live_revision_id


# What the screen asks


def why_not(submission, person):
    found = step_for(submission, person) if submission.state == State.OPEN else None
    return why_not_sign(submission, person, found and found[0])


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("press_officer", ""),
        ("writing_press_officer", ""),
        ("author", "You wrote words"),
        ("editor", "You are not a signatory"),
        ("outside_officer", "You are not a signatory"),
    ],
)
def test_why_somebody_cannot_sign_is_said(submission, cast, who, why):
    said = why_not(submission, getattr(cast, who))
    assert said.startswith(why)
    assert bool(said) == bool(why)


def test_why_nobody_can_sign_yet_names_who_is_waited_for(cast):
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    said = why_not(submit_it(post, cast.author), cast.press_officer)
    assert said == "Cy Coauthor is in the byline and has not yet attested to this revision."


def test_why_what_ended_cannot_be_signed_is_said(submission, cast):
    recall(submission, by=cast.author)
    assert why_not(fresh(submission), cast.press_officer) == "This submission has ended: recalled."


def test_the_last_signed_text_is_the_last_that_was_cleared(live, cast):
    second = release_again(live, cast, title="Second").live_text
    save(live, cast.author, title="Third")
    return_it(submit_it(live, cast.author), cast.press_officer)
    fourth = submit_it(live, cast.author)
    assert last_signed(live, before=fourth.pk) == second


def test_a_first_submission_has_no_text_signed_before(submission):
    assert last_signed(submission.post, before=submission.pk) is None
