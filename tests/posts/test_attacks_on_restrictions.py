"""Direct attacks on embargoes and on posts of a past government. A guard refuses each."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.models import OfficialReply
from comments.workflow import State
from moderation.models import Attestation, Return, Signature, Submission, SubmissionStep
from moderation.submitting import Timing, recall
from moderation.workflow import Plan
from moderation.workflow import State as SubmissionState
from posts.embargo import lift_embargo, name_person, remove_person
from posts.history import end_history
from posts.models import Contributor, DraftAuthor
from posts.restrictions import Embargo
from tests.attacks import WAYS, by_update, forge, fresh, refused
from tests.conftest import submit_it
from tests.embargoes import BEFORE, RELEASE_ON, RELEASED_AT, embargo_of, embargoed
from tests.histories import THEN, a_past_government, make_history, make_live_then
from tests.making import decide, make_comment, make_live, make_picture, save, sign_it

EARLY = "posts_post_not_before_its_embargo"


@pytest.fixture(params=WAYS)
def change(request):
    """Each way to change a row: `change(row, column=value)`."""
    return request.param


@pytest.fixture
def embargo(draft, cast):
    """An embargo in force that names its author and a press officer."""
    return embargo_of(embargoed(draft, cast.author, cast.press_officer))


@pytest.fixture
def signed(embargo, cast):
    """The post under it, signed by every step, and to be released now if it were not for the embargo."""
    return sign_for_now(embargo.post, cast)


def sign_for_now(post, cast, **how):
    submission = submit_it(post, cast.author, **how)
    sign_it(submission, cast.press_officer)
    by_update(submission, plan=Plan.NOW, release_at=None)
    return fresh(submission)


def release_by_hand(change, submission, at):
    address = {"slug": submission.revision.slug, "released_on": at.date()}
    times = {"first_released_at": at, "last_released_at": at}
    change(submission.post, live_revision_id=submission.revision_id, **address, **times)


# Release


def test_an_embargoed_post_cannot_be_made_live_before_its_time(change, signed):
    with refused(EARLY):
        release_by_hand(change, signed, BEFORE)
    release_by_hand(change, signed, RELEASED_AT)


def test_an_embargoed_post_cannot_be_made_live_a_microsecond_early(change, signed):
    with refused(EARLY):
        release_by_hand(change, signed, RELEASED_AT - timedelta(microseconds=1))
    release_by_hand(change, signed, RELEASED_AT + timedelta(microseconds=1))


def test_a_new_text_of_a_live_post_cannot_be_made_live_early_either(change, live, cast):
    save(live, cast.author, title="New figures", note="New figures.")
    embargoed(live, cast.author, cast.press_officer)
    submission = sign_for_now(live, cast)
    with refused(EARLY):
        change(fresh(live), live_revision_id=submission.revision_id, last_released_at=timezone.now())


def test_the_time_of_the_last_release_cannot_be_moved_to_end_an_embargo(change, live, cast):
    embargoed(live, cast.author)
    with refused("posts_post_release_time_is_of_a_release"):
        change(live, last_released_at=RELEASED_AT)


# The embargo


@pytest.fixture
def other(cast):
    """A live post of the same team."""
    return make_live(cast, title="Another")


def test_an_embargo_cannot_be_given_to_another_post(change, embargo, other):
    with refused("posts_embargo_ends_once"):
        change(embargo, post_id=other.pk)


@pytest.mark.parametrize("column", ["set_by_id", "set_at"])
def test_who_set_it_and_when_cannot_be_changed(change, column, embargo, cast):
    value = {"set_by_id": cast.editor.pk, "set_at": timezone.now() - timedelta(days=1)}[column]
    with refused("posts_embargo_ends_once"):
        change(embargo, **{column: value})


def test_a_lifted_embargo_stays_lifted(change, embargo, cast):
    lift_embargo(embargo.post, by=cast.author, why="Early.")
    with refused("posts_embargo_ends_once"):
        change(fresh(embargo), lifted_at=None, lifted_by_id=None)
    with refused("posts_embargo_ends_once"):
        change(fresh(embargo), lifted_by_id=cast.editor.pk)


def test_an_embargo_is_lifted_by_somebody(embargo):
    with pytest.raises(IntegrityError), transaction.atomic():
        by_update(embargo, lifted_at=timezone.now())


def test_an_embargo_that_ended_with_the_release_stays_as_it_was(change, embargo, signed, cast):
    release_by_hand(by_update, signed, RELEASED_AT)
    with refused("posts_embargo_ends_once"):
        change(embargo, not_before=RELEASED_AT + timedelta(days=7))
    with refused("posts_embargo_ends_once"):
        change(fresh(embargo), lifted_at=timezone.now(), lifted_by_id=cast.author.pk)


def test_an_embargo_cannot_be_moved_before_the_last_release(live, cast):
    embargo = embargo_of(embargoed(live, cast.author))
    with refused("posts_embargo_ends_once"):
        by_update(embargo, not_before=live.first_released_at)


def test_a_post_is_under_one_embargo_at_a_time(embargo):
    with refused("posts_embargo_one_at_a_time"):
        forge(embargo)


def test_an_embargo_cannot_begin_lifted_or_over(live, cast):
    values = {"post": live, "release_on": RELEASE_ON, "set_by": cast.author, "set_at": timezone.now()}
    lifted = {"lifted_by": cast.author, "lifted_at": timezone.now()}
    with refused("posts_embargo_one_at_a_time"):
        Embargo.objects.create(**values, **lifted, not_before=RELEASED_AT)
    with refused("posts_embargo_one_at_a_time"):
        Embargo.objects.create(**values, not_before=live.last_released_at)
    Embargo.objects.create(**values, not_before=RELEASED_AT)


# The list


@pytest.mark.parametrize("column", ["person_id", "named_by_id", "named_at"])
def test_no_line_of_the_list_can_be_rewritten(change, column, embargo, cast):
    line = embargo.access.get(person=cast.press_officer)
    value = timezone.now() - timedelta(days=1) if column == "named_at" else cast.editor.pk
    with refused("posts_embargoaccess_removed_once"):
        change(line, **{column: value})


def test_no_line_of_the_list_can_be_given_to_another_embargo(change, embargo, other, cast):
    theirs = embargo_of(embargoed(other, cast.editor))
    with refused("posts_embargoaccess_removed_once"):
        change(embargo.access.get(person=cast.press_officer), embargo_id=theirs.pk)


def test_a_removal_cannot_be_undone_or_signed_over(change, embargo, cast):
    remove_person(embargo.post, cast.press_officer, by=cast.author)
    line = embargo.access.get(person=cast.press_officer)
    with refused("posts_embargoaccess_removed_once"):
        change(line, removed_at=None, removed_by_id=None)
    with refused("posts_embargoaccess_removed_once"):
        change(fresh(line), removed_by_id=cast.editor.pk)


def test_the_list_of_a_lifted_embargo_stays_as_it_was(change, embargo, cast):
    lift_embargo(embargo.post, by=cast.author, why="Early.")
    line = embargo.access.get(person=cast.press_officer)
    with refused("posts_embargoaccess_removed_once"):
        change(line, removed_at=timezone.now(), removed_by_id=cast.author.pk)
    with refused("posts_embargoaccess_named_once"):
        forge(line, person_id=cast.editor.pk)


def test_nobody_is_named_twice_or_named_and_removed_at_once(embargo, cast):
    line = embargo.access.get(person=cast.press_officer)
    with refused("posts_embargoaccess_named_once"):
        forge(line)
    removed = {"removed_at": timezone.now(), "removed_by_id": cast.author.pk}
    with refused("posts_embargoaccess_named_once"):
        forge(line, person_id=cast.editor.pk, **removed)
    assert forge(line, person_id=cast.editor.pk).person == cast.editor


# What only named people write


def test_a_draft_cannot_be_saved_by_whoever_is_not_named(change, embargo, cast):
    draft = embargo.post.draft
    Contributor.objects.create(post=embargo.post, person=cast.editor, since=timezone.now())
    with refused("posts_draft_by_a_named_person"):
        change(draft, title="Mine", version=2, saved_by_id=cast.editor.pk)
    name_person(embargo.post, cast.editor, by=cast.author)
    change(fresh(draft), title="Mine", version=2, saved_by_id=cast.editor.pk)


def test_nobody_is_put_in_the_byline_who_is_not_named(embargo, cast):
    with refused("posts_draftauthor_by_a_named_person"):
        DraftAuthor.objects.create(draft=embargo.post.draft, person=cast.editor, position=2)


def test_a_picture_cannot_be_added_by_whoever_is_not_named(draft, cast):
    image = make_picture(draft, cast.author)
    embargoed(draft, cast.author)
    Contributor.objects.create(post=draft, person=cast.editor, since=timezone.now())
    with refused("posts_image_by_a_named_person"):
        forge(image, digest="0" * 64, uploaded_by_id=cast.editor.pk)


def test_a_text_cannot_be_sealed_or_submitted_by_whoever_is_not_named(embargo, cast):
    submission = submit_it(embargo.post, cast.author)
    recall(submission, by=cast.author)
    with refused("posts_revision_by_a_named_person"):
        forge(submission.revision, number=2, sealed_by_id=cast.editor.pk)
    revision = forge(submission.revision, number=2)
    state = {"state": SubmissionState.OPEN, "ended_at": None, "revision_id": revision.pk}
    with refused("moderation_submission_by_a_named_person"):
        forge(fresh(submission), submitted_by_id=cast.editor.pk, **state)


def verdict_of(submission, person):
    step = SubmissionStep.objects.get(submission=submission)
    return {"step": step, "submission": submission, "person": person, "role": "Press officer"}


def test_an_embargoed_text_cannot_be_signed_by_whoever_is_not_named(embargo, cast):
    submission = submit_it(embargo.post, cast.author)
    values = {"fingerprint": submission.revision.fingerprint, "signed_at": timezone.now()}
    tests = dict.fromkeys(("relevant", "objective", "impartial", "economical"), True)
    with refused("moderation_signature_by_a_named_person"):
        Signature.objects.create(**verdict_of(submission, cast.second_press_officer), **values, **tests)
    Signature.objects.create(**verdict_of(submission, cast.press_officer), **values, **tests)


def test_an_embargoed_text_cannot_be_returned_by_whoever_is_not_named(embargo, cast):
    submission = submit_it(embargo.post, cast.author)
    values = {"reasons": "Why?", "returned_at": timezone.now()}
    with refused("moderation_return_by_a_named_person"):
        Return.objects.create(**verdict_of(submission, cast.second_press_officer), **values)


def test_an_embargoed_text_cannot_be_attested_by_whoever_is_not_named(draft, cast):
    save(draft, cast.author, authors=[cast.author, cast.co_author])
    submission = submit_it(draft, cast.author)
    embargo = embargo_of(embargoed(draft, cast.author))
    line = embargo.access.get(person=cast.co_author)
    by_update(line, removed_at=timezone.now(), removed_by_id=cast.author.pk)
    attestation = Attestation.objects.get(revision=submission.revision)
    with refused("moderation_attestation_by_a_named_person"):
        forge(attestation, person_id=cast.co_author.pk)


# Posts of a past government


@pytest.fixture
def past(cast):
    """A post that was published under a past government, and locked since."""
    post = make_live_then(cast)
    make_history(cast)
    return fresh(post)


def test_a_post_of_the_past_gets_no_other_text(change, cast):
    post = make_live_then(cast)
    save(post, cast.author, title="Rewritten", note="All of it.")
    signed = sign_for_now(post, cast, timing=Timing(Plan.BUTTON))
    values = {"set_by": cast.administrator, "set_at": timezone.now()}
    past = a_past_government(cast, **values)
    past.save()
    released = {"live_revision_id": signed.revision_id, "last_released_at": timezone.now()}
    with refused("posts_post_of_the_past_keeps_its_text"):
        change(fresh(post), **released)
    end_history(past, by=cast.administrator, why="Wrong days.")
    change(fresh(post), **released)


def test_the_draft_of_a_post_of_the_past_is_not_changed(change, past):
    with refused("posts_draft_of_the_past_stays"):
        change(past.draft, title="Rewritten", version=past.draft.version + 1)


def test_a_post_of_the_past_is_not_submitted_again(past):
    submission = Submission.objects.get(post=past)
    state = {"state": SubmissionState.OPEN, "ended_at": None}
    revision = forge(submission.revision, number=2)
    with refused("moderation_submission_not_of_the_past"):
        forge(submission, revision_id=revision.pk, **state)


def test_a_post_of_the_past_takes_no_comment_and_no_reply(cast):
    post = make_live_then(cast)
    comment = decide(make_comment(post), State.PUBLISHED, cast.editor)
    make_history(cast)
    undecided = {
        "state": State.WAITING,
        "decided_at": None,
        "decided_by_id": None,
        "first_published_at": None,
    }
    with refused("comments_comment_not_on_the_past"):
        forge(comment, reference="abcdefghjkmn", submission_key="0" * 64, **undecided)
    values = {"comment": comment, "body": "b", "html": "b", "person": cast.author, "name": "A", "role": "R"}
    with refused("comments_officialreply_not_on_the_past"):
        OfficialReply.objects.create(**values, replied_at=timezone.now())


@pytest.mark.parametrize("column", ["name", "starts_on", "ends_on", "department_id", "set_by_id"])
def test_no_past_government_can_be_rewritten(change, column, cast):
    past = make_history(cast)
    days = {"starts_on": past.starts_on + timedelta(days=9), "ends_on": past.ends_on - timedelta(days=9)}
    others = {"department_id": cast.other_department.pk, "set_by_id": cast.editor.pk, "name": "Mine"}
    with refused("posts_pastgovernment_ends_once"):
        change(past, **{column: {**days, **others}[column]})


def test_history_mode_that_has_ended_stays_ended(change, cast):
    past = end_history(make_history(cast), by=cast.administrator, why="Wrong days.")
    with refused("posts_pastgovernment_ends_once"):
        change(past, ended_at=None, ended_by_id=None)


def test_the_days_of_past_governments_never_meet(cast):
    past = make_history(cast)
    values = {"set_by": cast.administrator, "set_at": timezone.now()}
    with refused("posts_pastgovernment_has_its_own_days"):
        forge(past, name="Another", starts_on=past.ends_on, ends_on=past.ends_on + timedelta(days=9))
    forge(
        past, name="Another", starts_on=past.ends_on + timedelta(days=1), ends_on=past.ends_on + timedelta(9)
    )
    a_past_government(cast, department=cast.other_department, **values).save()


def test_the_last_day_of_a_past_government_is_not_before_its_first(cast):
    values = {"set_by": cast.administrator, "set_at": timezone.now()}
    past = a_past_government(cast, **values)
    past.starts_on, past.ends_on = past.ends_on, past.starts_on
    with pytest.raises(IntegrityError), transaction.atomic():
        past.save()


def test_a_first_release_with_a_day_of_the_past_is_an_import(signed, cast):
    make_history(cast)
    lift_embargo(signed.post, by=cast.author, why="Early.")
    release_by_hand(by_update, signed, THEN)
    assert fresh(signed.post).is_live
