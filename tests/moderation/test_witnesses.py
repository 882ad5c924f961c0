"""What stands in the tables and not in the record, or the other way about, is named by verification."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from comments.models import Comment, OfficialReply
from comments.replying import reply_officially
from comments.workflow import State as CommentState
from moderation.models import Attestation, Return, Signature, Submission, SubmissionStep
from moderation.releasing import withdraw
from moderation.submitting import recall
from posts.models import Post, Withdrawal
from teams.appointing import appoint, end_role
from teams.models import Entry, EntryDetails, Role, RoleHeld
from teams.verifying import verify_everything
from teams.witnessing import WITNESSES
from tests.attacks import forge, fresh, other, without_guards
from tests.conftest import submit_it
from tests.making import (
    SPRING,
    decide,
    faults,
    make_comment,
    record_roles,
    release_again,
    return_it,
    save,
    sign_it,
    take_down,
)


@pytest.fixture
def everything(cast, draft):
    """At least one row of each kind, all by the verbs, and the roles of the cast given by somebody."""
    record_roles()
    return_it(submit_it(draft, cast.author), cast.press_officer)
    save(draft, cast.author, title="Another title")
    recall(submit_it(draft, cast.author), by=cast.author)
    save(draft, cast.author, title="A third title")
    sign_it(submit_it(draft, cast.author), cast.press_officer)
    live = fresh(draft)
    comment = make_comment(live)
    decide(comment, CommentState.PUBLISHED, cast.community_manager)
    reply_officially(comment, by=cast.community_manager, body="Thank you.")
    return live


@pytest.fixture
def unguarded(everything):
    """The same, with every guard down, until the test ends."""
    with without_guards():
        yield everything


def test_what_was_decided_by_the_verbs_is_all_witnessed(everything, cast):
    take_down(everything, cast)
    end_role(cast.author.roles_held.get(), by=cast.administrator)
    assert faults() == []


def test_withdrawing_while_a_new_text_is_submitted_is_witnessed(everything, cast):
    save(everything, cast.author, title="A fourth title")
    submit_it(everything, cast.author)
    take_down(everything, cast)
    assert fresh(everything).submissions.filter(state="lapsed").exists()
    assert faults() == []


def test_a_second_release_and_a_second_decision_are_witnessed(everything, cast):
    release_again(everything, cast, title="A fourth title")
    decide(Comment.objects.get(), CommentState.DECLINED, cast.community_manager)
    decide(Comment.objects.get(), CommentState.PUBLISHED, cast.editor)
    assert faults() == []


# Rows that nobody decided


def test_a_role_that_nobody_gave_is_named(unguarded, cast):
    held = RoleHeld.objects.create(person=cast.nobody, role=Role.PRESS_OFFICER, department=cast.department)
    assert faults() == [f"role {held.pk} has no entry in the record"]


def test_a_role_that_was_ended_and_is_held_again_is_named(unguarded, cast):
    held = cast.press_officer.roles_held.get()
    end_role(held, by=cast.administrator)
    again = RoleHeld.objects.create(person=held.person, role=held.role, department=held.department)
    assert faults() == [f"role {again.pk} has no entry in the record"]
    again.delete()
    appoint(RoleHeld(person=held.person, role=held.role, department=held.department), by=cast.administrator)
    assert faults() == []


def test_a_role_that_is_gone_though_nobody_ended_it_is_named(unguarded, cast):
    RoleHeld.objects.filter(person=cast.auditor).delete()
    (fault,) = faults()
    told = f"person_id {cast.auditor.pk}, role auditor, team_id None, department_id {cast.department.pk}"
    assert fault == f"role is gone, and the record tells of it: {told}"


def test_an_attestation_without_an_entry_is_named(unguarded, cast):
    forged = forge(Attestation.objects.order_by("pk").last(), person_id=cast.co_author.pk)
    assert faults() == [f"attestation {forged.pk} has no entry in the record"]


def test_a_signature_without_an_entry_is_named(unguarded):
    signature = Signature.objects.get()
    others = forge(signature.step.group, name="Others", kind="clearers")
    step = forge(signature.step, group_id=others.pk)
    forged = forge(signature, step_id=step.pk)
    assert faults() == [
        f"signature {forged.pk} has no entry in the record",
        f"step of a cleared submission {step.pk} has no entry in the record",
    ]


def test_a_withdrawal_without_an_entry_is_named(unguarded, cast):
    forged = Withdrawal.objects.create(
        post=unguarded,
        revision=unguarded.live_revision,
        reason="published_in_error",
        withdrawn_by=cast.editor,
        withdrawn_at=timezone.now(),
    )
    assert faults() == [f"withdrawal {forged.pk} has no entry in the record"]


@pytest.mark.parametrize(
    ("model", "column", "what"),
    [
        (Submission, "submitted_by_id", "submission"),
        (Attestation, "person_id", "attestation"),
        (Attestation, "new_policy", "attestation"),
        (Signature, "person_id", "signature"),
        (Signature, "fingerprint", "signature"),
        (Return, "person_id", "return"),
        (OfficialReply, "body", "official reply"),
        (OfficialReply, "person_id", "official reply"),
        (RoleHeld, "person_id", "role"),
    ],
)
def test_a_row_that_is_not_as_its_entry_says_is_named(model, column, what, unguarded, cast):
    row = model.objects.order_by("pk")[0]
    people = {"person_id": cast.nobody.pk, "submitted_by_id": cast.nobody.pk}
    model.objects.filter(pk=row.pk).update(**{column: people.get(column, other(getattr(row, column)))})
    named = faults()
    assert f"{what} {row.pk} has no entry in the record" in named
    assert any(line.startswith(f"{what} is gone, and the record tells of it") for line in named)


def test_a_role_moved_to_another_department_is_named(unguarded, cast):
    held = cast.auditor.roles_held.get()
    cast.auditor.roles_held.update(department=cast.other_department)
    assert f"role {held.pk} has no entry in the record" in faults()


@pytest.mark.parametrize("model", [Attestation, Return, OfficialReply])
def test_a_row_that_is_gone_is_named(model, unguarded):
    row = model.objects.order_by("pk")[0]
    row.delete()
    (fault,) = faults()
    assert "is gone, and the record tells of it" in fault


@pytest.mark.parametrize("state", ["returned", "recalled", "lapsed", "cleared"])
def test_a_submission_that_ended_otherwise_than_told_is_named(state, unguarded):
    submission = Submission.objects.exclude(state=state).order_by("pk")[0]
    times = {"cleared_at": SPRING, "ended_at": None} if state == "cleared" else {"ended_at": SPRING}
    Submission.objects.filter(pk=submission.pk).update(state=state, **times)
    assert any(line.startswith(f"{state} submission ") for line in faults())


def test_a_step_of_a_cleared_submission_that_nobody_signed_is_named(unguarded):
    step = SubmissionStep.objects.get(submission__state="released")
    step.signature.delete()
    assert f"step of a cleared submission {step.pk} has no entry in the record" in faults()


def test_a_text_made_live_that_was_never_released_is_named(unguarded):
    returned = Submission.objects.get(state="returned")
    Post.objects.update(live_revision=returned.revision)
    assert faults() == [f"live text {unguarded.pk} is not as the record last told"]


def test_an_older_text_made_live_again_is_named(unguarded, cast):
    first = unguarded.live_revision
    release_again(unguarded, cast, title="A fourth title")
    Post.objects.update(live_revision=first)
    assert faults() == [f"live text {unguarded.pk} is not as the record last told"]


def test_a_withdrawn_text_made_live_again_is_named(unguarded, cast):
    live = unguarded.live_revision
    withdraw(unguarded, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="Wrong.")
    Post.objects.update(live_revision=live)
    assert faults() == [f"live text {unguarded.pk} is not as the record last told"]


def test_a_text_taken_down_that_nobody_withdrew_is_named(unguarded):
    Post.objects.update(live_revision=None)
    assert faults() == [f"live text {unguarded.pk} is not as the record last told"]


@pytest.mark.parametrize(
    "values", [{"state": "spam"}, {"state": "declined", "house_rule": "concise"}], ids=["spam", "declined"]
)
def test_a_comment_that_is_not_as_it_was_decided_is_named(values, unguarded):
    Comment.objects.update(**values)
    assert faults() == [f"decided comment {Comment.objects.get().pk} is not as the record last told"]


# An entry is a witness only in a chain that holds, and once


def test_an_entry_is_witness_to_one_row_only(unguarded, cast):
    recalled = Submission.objects.get(state="recalled")
    returned = Submission.objects.get(state="returned")
    Submission.objects.filter(pk=returned.pk).update(state="recalled")
    assert f"recalled submission {max(recalled.pk, returned.pk)} has no entry in the record" in faults()


def test_an_entry_that_was_altered_is_no_witness(unguarded):
    entry = Entry.objects.get(action="post.signed")
    EntryDetails.objects.filter(pk=entry.pk).update(actor_label="Somebody Else")
    verdict = verify_everything()
    assert verdict.finding.broken == entry.number
    assert f"signature {entry.subject_id} has no entry in the record" in verdict.faults


def test_every_witness_names_what_there_is(db):
    """A row of a table of witnesses is data: a misspelt path would only show when somebody verifies."""
    for witness in WITNESSES.values():
        list(witness.rows().values_list(*witness.paths())[:1])


# The command


def test_the_command_names_what_nobody_decided(unguarded, cast):
    held = RoleHeld.objects.create(person=cast.nobody, role=Role.AUTHOR, team=cast.team)
    with pytest.raises(CommandError, match=f"^role {held.pk} has no entry in the record$"):
        call_command("verify_record")


def test_the_command_finds_nothing_where_all_was_decided(everything, capsys):
    call_command("verify_record")
    assert capsys.readouterr().out == f"{Entry.objects.count()} entries, intact\n"


def test_verifying_takes_one_query_for_each_kind_of_row(everything, django_assert_num_queries):
    with django_assert_num_queries(len(WITNESSES) + 3):  # and for heads, entries and details
        verify_everything()
