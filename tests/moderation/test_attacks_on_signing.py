"""Direct attacks on signatures, routes and submissions. A guard refuses each."""

from dataclasses import replace
from itertools import permutations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from moderation.models import Attestation, Group, Return, RouteStep, Signature, Submission, SubmissionStep
from moderation.releasing import withdraw
from moderation.routes import press_office
from moderation.signing import ALL_MET, sign
from moderation.submitting import attest, recall
from moderation.workflow import MOVES, UNDER_WAY, Plan, State
from posts.drafting import DraftWords, add_image, save_draft, start_post
from posts.models import Withdrawal
from teams.models import Role, RoleHeld
from tests.attacks import WAYS, by_update, forge, fresh, on_postgresql, other, refused, run
from tests.conftest import STATEMENT, WORDS, submit_it
from tests.posts.test_pictures import make_picture

IS_SIGNED = "moderation_live_text_is_signed"
ADDRESS_STAYS = "posts_post_address_stays"


@pytest.fixture(params=WAYS)
def change(request):
    """Each way to change a row: `change(row, column=value)`."""
    return request.param


def sign_it(submission, by):
    sign(submission, by=by, fingerprint=submission.revision.fingerprint, answers=ALL_MET)
    return fresh(submission)


def submit_another(cast, *authors, by=None):
    words = DraftWords("Another post", WORDS.summary, WORDS.source, authors=authors)
    return submit_it(start_post(cast.team, words, by=by or cast.author), by or cast.author)


@pytest.fixture
def newer(live, cast):
    """The open submission of a second text of the live post."""
    words = DraftWords("A second text", WORDS.summary, WORDS.source, WORDS.tags, note="A second text.")
    save_draft(live, words, by=cast.author, version=live.draft.version)
    return submit_it(live, cast.author)


@pytest.fixture
def withdrawn(live, cast):
    withdraw(live, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="A wrong figure.")
    return fresh(live)


@pytest.fixture
def picture(draft, cast):
    upload = SimpleUploadedFile("river.png", make_picture(32, 32, "PNG"))
    return add_image(draft, upload, by=cast.author, alt="The river in flood")


# Signatures


def forge_signature(submission, person, **values):
    """Insert a signature as the press officer of the department would, with other values."""
    signature = {
        "submission": submission,
        "step": submission.steps.first(),
        "person": person,
        "role": "Press officer",
        "fingerprint": submission.revision.fingerprint,
        **vars(ALL_MET),
        "signed_at": timezone.now(),
    }
    return Signature.objects.create(**{**signature, **values})


def make_officer(person, department):
    RoleHeld.objects.create(person=person, role=Role.PRESS_OFFICER, department=department)


def test_a_press_officer_of_the_department_can_sign(submission, cast):
    forge_signature(submission, cast.press_officer)


def test_an_author_cannot_sign_their_own_words(submission, cast):
    make_officer(cast.author, cast.department)
    with refused("moderation_signature_not_own_words"):
        forge_signature(submission, cast.author)


def test_an_author_in_the_byline_who_never_saved_cannot_sign(cast):
    make_officer(cast.co_author, cast.department)
    submission = submit_another(cast, cast.author, cast.co_author)
    attest(submission.revision, STATEMENT, by=cast.co_author)
    with refused("moderation_signature_not_own_words"):
        forge_signature(submission, cast.co_author)


def test_a_press_officer_who_once_saved_the_draft_cannot_sign(draft, cast):
    save_draft(draft, WORDS, by=cast.writing_press_officer, version=1)
    save_draft(draft, WORDS, by=cast.author, version=2)
    submission = submit_it(draft, cast.author)
    with refused("moderation_signature_not_own_words"):
        forge_signature(submission, cast.writing_press_officer)


def test_a_press_officer_who_uploaded_a_picture_cannot_sign(draft, cast):
    upload = SimpleUploadedFile("river.png", make_picture(32, 32, "PNG"))
    add_image(draft, upload, by=cast.writing_press_officer, alt="The river in flood")
    submission = submit_it(draft, cast.author)
    with refused("moderation_signature_not_own_words"):
        forge_signature(submission, cast.writing_press_officer)


@pytest.mark.parametrize(
    "name", ["editor", "clearer", "community_manager", "administrator", "auditor", "nobody", "superuser"]
)
def test_nobody_but_a_press_officer_can_sign(name, submission, cast):
    with refused("moderation_signature_is_valid"):
        forge_signature(submission, getattr(cast, name))


def test_a_press_officer_of_another_department_cannot_sign(submission, cast):
    with refused("moderation_signature_is_valid"):
        forge_signature(submission, cast.outside_officer)


def test_a_press_officer_who_may_no_longer_sign_in_cannot_sign(submission, cast):
    by_update(cast.press_officer, is_active=False)
    with refused("moderation_signature_is_valid"):
        forge_signature(submission, cast.press_officer)


def test_a_platform_administrator_cannot_be_given_a_role(cast):
    with refused("teams_roleheld_not_by_the_platform"):
        make_officer(cast.superuser, cast.department)


def test_a_role_cannot_be_handed_to_somebody_else(change, cast):
    with refused("teams_roleheld_no_update"):
        change(cast.press_officer.roles_held.get(), person_id=cast.superuser.pk)


def test_a_press_officer_cannot_be_made_a_platform_administrator(change, cast):
    with refused("teams_user_with_roles_is_no_superuser"):
        change(cast.press_officer, is_superuser=True)


def test_another_fingerprint_cannot_be_signed(submission, cast):
    with refused("moderation_signature_is_valid"):
        forge_signature(submission, cast.press_officer, fingerprint="0" * 64)


def test_the_step_of_another_submission_cannot_be_signed(submission, cast):
    with refused("moderation_signature_is_valid"):
        forge_signature(submission, cast.press_officer, step=submit_another(cast).steps.get())


def test_nothing_can_be_signed_before_every_named_author_attested(cast):
    submission = submit_another(cast, cast.author, cast.co_author)
    with refused("moderation_signature_after_attestation"):
        forge_signature(submission, cast.press_officer)
    attest(submission.revision, STATEMENT, by=cast.co_author)
    forge_signature(submission, cast.press_officer)


def test_new_policy_cannot_be_signed_without_a_word_on_parliament(draft, cast):
    submission = submit_it(draft, cast.author, statement=replace(STATEMENT, new_policy=True))
    with refused("moderation_signature_parliament_first"):
        forge_signature(submission, cast.press_officer)
    forge_signature(submission, cast.press_officer, parliament=Signature.Parliament.TOLD)


@pytest.mark.parametrize("name", ["co_author", "press_officer"])
def test_only_people_in_the_byline_can_attest(name, submission, cast):
    mine = submission.revision.attestations.get()
    with refused("moderation_attestation_is_an_authors"):
        forge(mine, person_id=getattr(cast, name).pk)


def test_nobody_can_attest_to_an_ended_submission(cast):
    submission = submit_another(cast, cast.author, cast.co_author)
    recall(submission, by=cast.author)
    with refused("moderation_attestation_is_an_authors"):
        forge(Attestation.objects.get(), person_id=cast.co_author.pk)


def test_an_ended_submission_cannot_be_signed(submission, cast):
    recall(submission, by=cast.author)
    with refused("moderation_signature_is_valid"):
        forge_signature(submission, cast.press_officer)


def test_a_return_takes_a_signatory_of_an_open_submission(submission, cast):
    values = {
        "step": submission.steps.get(),
        "role": "",
        "reasons": "Say why.",
        "returned_at": timezone.now(),
    }
    with refused("moderation_return_is_valid"):
        Return.objects.create(submission=submission, person=cast.outside_officer, **values)
    Return.objects.create(submission=submission, person=cast.press_officer, **values)


@pytest.fixture
def two_steps(draft, cast):
    """A submission that the legal adviser signs before the press office."""
    lawyers = Group.objects.create(
        department=cast.department, kind=Group.Kind.CLEARERS, name="Legal advisers"
    )
    lawyers.members.add(cast.clearer)
    RouteStep.objects.create(team=cast.team, position=1, group=lawyers)
    return submit_it(draft, cast.author)


def test_a_later_step_cannot_be_signed_first(two_steps, cast):
    legal, press = two_steps.steps.all()
    with refused("moderation_signature_is_valid"):
        forge_signature(two_steps, cast.press_officer, step=press)
    forge_signature(two_steps, cast.clearer, step=legal)
    forge_signature(two_steps, cast.press_officer, step=press)


def test_a_submission_cannot_be_cleared_while_one_step_is_unsigned(change, two_steps, cast):
    forge_signature(two_steps, cast.clearer)
    with refused("moderation_submission_cleared_by_signatures"):
        change(two_steps, state=State.CLEARED)


@pytest.mark.parametrize("values", [{"kind": "clearers"}, {"department_id": 0}], ids=str)
def test_a_press_office_cannot_be_made_something_else(change, values, submission):
    with refused("moderation_group_stays_itself"):
        change(submission.steps.get().group, **values)


def test_a_department_cannot_be_given_a_second_press_office(submission):
    with refused("moderation_group_one_press_office"):
        forge(submission.steps.get().group, name="Another press office")


@on_postgresql
def test_a_temporary_table_does_not_blind_a_guard(submission, cast):
    make_officer(cast.author, cast.department)
    run("CREATE TEMPORARY TABLE posts_contributor (post_id bigint, person_id bigint)")
    with refused("moderation_signature_not_own_words"):
        forge_signature(submission, cast.author)


# Submissions


def test_a_submission_cannot_be_cleared_without_a_signature(change, submission):
    with refused("moderation_submission_cleared_by_signatures"):
        change(submission, state=State.CLEARED)


# The states that a signed submission goes through on its way to each.
WAYS_TO = {
    State.OPEN: [],
    State.RELEASED: [State.CLEARED, State.RELEASED],
    State.CANCELLED: [State.CLEARED, State.CANCELLED],
}


def put_in(submission, state):
    ended_at = None if state in UNDER_WAY else timezone.now()
    by_update(submission, state=state, ended_at=ended_at)


def bring(submission, state, officer):
    """Have the submission signed, and in this state."""
    forge_signature(submission, officer)
    for step in WAYS_TO.get(state, [state]):
        if step == State.RELEASED:
            put_live(submission)
        put_in(submission, step)


def put_live(submission):
    """Move the live pointer to the text of a cleared submission, as a release does."""
    now = timezone.now()
    address = {"slug": submission.revision.slug, "released_on": now.date(), "first_released_at": now}
    by_update(submission.post, live_revision=submission.revision_id, last_released_at=now, **address)


@pytest.mark.parametrize(("before", "after"), [*permutations(State, 2)])
def test_a_signed_submission_moves_as_the_table_says(before, after, submission, cast):
    bring(submission, before, cast.press_officer)
    if after not in MOVES[before]:
        with refused("moderation_submission_moves", "moderation_submission_released_is_live"):
            put_in(submission, after)
        return
    if after == State.RELEASED:
        put_live(submission)
    put_in(submission, after)


def test_a_cleared_submission_is_not_released_while_its_text_is_not_live(submission, cast):
    bring(submission, State.CLEARED, cast.press_officer)
    with refused("moderation_submission_released_is_live"):
        put_in(submission, State.RELEASED)


@pytest.mark.parametrize("state", [state for state in State if state != State.OPEN])
def test_a_submission_cannot_be_inserted_ended(state, submission, cast):
    recall(submission, by=cast.author)
    values = {"revision_id": forge(submission.revision, number=2).pk}
    with refused("moderation_submission_starts_open"):
        forge(submission, state=state, ended_at=timezone.now(), **values)
    forge(submission, state=State.OPEN, **values)


def test_a_text_of_another_post_cannot_be_submitted(submission, cast):
    recall(submission, by=cast.author)
    revision = submit_another(cast).revision
    with refused("moderation_submission_starts_open"):
        forge(submission, state=State.OPEN, revision_id=forge(revision, number=2).pk)


@pytest.mark.parametrize("column", ["post_id", "submitted_by_id", "submitted_at"])
def test_a_submission_stays_what_it_is(change, column, submission):
    with refused("moderation_submission_stays_itself"):
        change(submission, **{column: other(getattr(submission, column))})


def test_the_revision_of_a_submission_cannot_be_swapped(change, submission):
    with refused("moderation_submission_stays_itself"):
        change(submission, revision_id=forge(submission.revision, number=2).pk)


def test_a_second_submission_of_a_post_cannot_be_open(submission):
    with refused("moderation_submission_starts_open"):
        forge(submission, revision_id=forge(submission.revision, number=2).pk)


def test_a_step_that_is_not_on_the_route_cannot_be_added(submission, cast):
    with refused("moderation_step_is_on_the_route"):
        forge(submission.steps.get(), group_id=press_office(cast.other_department).pk)


def test_the_press_office_cannot_be_copied_before_the_rest_of_the_route(two_steps, cast):
    legal, press = two_steps.steps.all()
    recall(two_steps, by=cast.author)
    again = forge(two_steps, state=State.OPEN, revision_id=forge(two_steps.revision, number=2).pk)
    with refused("moderation_step_route_is_whole"):
        SubmissionStep.objects.create(submission=again, position=press.position, group=press.group)
    SubmissionStep.objects.create(submission=again, position=legal.position, group=legal.group)
    SubmissionStep.objects.create(submission=again, position=press.position, group=press.group)


@pytest.mark.parametrize("plan", [Plan.BUTTON, Plan.AT])
def test_when_a_submission_is_released_cannot_be_changed_after_its_end(change, plan, submission, cast):
    values = {"plan": plan, "release_at": timezone.now() if plan == Plan.AT else None}
    change(submission, **values)
    recall(submission, by=cast.author)
    with refused("moderation_submission_plan_until_its_end"):
        change(fresh(submission), plan=Plan.NOW, release_at=None)


def test_no_step_can_be_added_once_somebody_signed(submission, cast):
    forge_signature(submission, cast.press_officer)
    group = Group.objects.create(department=cast.department, kind=Group.Kind.CLEARERS, name="Legal advisers")
    RouteStep.objects.create(team=cast.team, position=1, group=group)
    with refused("moderation_step_before_signatures"):
        forge(submission.steps.get(), group_id=group.pk)


def test_a_step_cannot_be_removed(submission):
    with refused("moderation_submissionstep_no_delete"):
        run("DELETE FROM moderation_submissionstep")
    assert Submission.objects.get().steps.count() == 1
