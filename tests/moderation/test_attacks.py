"""Direct attacks on what readers see, on sealed texts and on drafts. A guard refuses each."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from moderation.releasing import withdraw
from moderation.signing import ALL_MET, return_to_authors, sign
from moderation.submitting import recall
from posts.drafting import DraftWords, add_image, save_draft, start_post
from posts.models import Contributor, Draft, DraftAuthor, Image, Post, RevisionAuthor, Withdrawal
from tests.attacks import WAYS, by_sql, by_update, forge, fresh, other, refused
from tests.conftest import WORDS, submit_it
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


# What readers see


def test_a_text_under_submission_cannot_be_made_live(change, live, newer):
    with refused(IS_SIGNED):
        change(live, live_revision_id=newer.revision_id)


def test_a_first_text_under_submission_cannot_be_made_live(change, submission):
    now = timezone.now()
    address = {"slug": submission.revision.slug, "released_on": now.date()}
    times = {"first_released_at": now, "last_released_at": now}
    with refused(IS_SIGNED):
        change(submission.post, live_revision_id=submission.revision_id, **address, **times)


def test_a_returned_text_cannot_be_made_live(change, live, newer, cast):
    fingerprint = newer.revision.fingerprint
    return_to_authors(newer, by=cast.press_officer, fingerprint=fingerprint, reasons="Say why.")
    with refused(IS_SIGNED):
        change(live, live_revision_id=newer.revision_id)


def test_the_signed_text_of_another_post_cannot_be_made_live(change, live, cast):
    signed = sign_it(submit_another(cast), cast.press_officer)
    with refused(IS_SIGNED, "posts_post_no_takeover"):
        change(live, live_revision_id=signed.revision_id)


def test_a_live_post_cannot_go_back_to_an_older_signed_text(change, live, newer, cast):
    first = live.live_revision_id
    sign_it(newer, cast.press_officer)
    with refused(IS_SIGNED):
        change(fresh(live), live_revision_id=first)


def test_a_withdrawn_text_cannot_be_put_back(change, withdrawn):
    with refused(IS_SIGNED):
        change(withdrawn, live_revision_id=withdrawn.withdrawals.get().revision_id)


def test_a_live_text_cannot_be_taken_down_without_a_withdrawal(change, live):
    with refused("moderation_live_text_goes_by_withdrawal"):
        change(live, live_revision_id=None)


def test_only_the_live_text_can_be_withdrawn(live, newer, cast):
    values = {"reason": Withdrawal.Reason.ERROR, "withdrawn_by": cast.editor, "withdrawn_at": timezone.now()}
    with refused("posts_withdrawal_of_the_live_text"):
        Withdrawal.objects.create(post=live, revision=newer.revision, **values)
    Withdrawal.objects.create(post=live, revision=live.live_revision, **values)


@pytest.mark.parametrize("column", ["slug", "released_on", "first_released_at"])
def test_no_part_of_the_address_of_a_live_post_can_be_changed(change, column, live):
    with refused(ADDRESS_STAYS):
        change(live, **{column: other(getattr(live, column))})


def test_the_address_of_a_withdrawn_post_cannot_be_changed(change, withdrawn):
    with refused(ADDRESS_STAYS):
        change(withdrawn, slug="elsewhere")


@pytest.mark.parametrize("team", ["sister_team", "other_team"])
def test_a_submitted_post_cannot_be_moved_to_another_team(change, team, submission, cast):
    with refused("posts_post_stays_in_its_team"):
        change(submission.post, team_id=getattr(cast, team).pk)


def test_a_post_cannot_take_an_address_without_going_live(change, draft):
    now = timezone.now()
    times = {"released_on": now.date(), "first_released_at": now, "last_released_at": now}
    with refused("posts_post_address_at_release"):
        change(draft, slug="taken", **times)


def test_a_post_cannot_take_the_number_of_another(live, draft):
    with refused("posts_post_no_takeover"):
        by_sql(live, id=live.pk + 1000)


def test_a_blog_with_posts_cannot_be_moved(change, draft, cast):
    with refused("posts_team_stays_where_it_is"):
        change(cast.team, slug="elsewhere")
    change(cast.sister_team, slug="elsewhere")


def test_a_team_with_posts_cannot_be_given_to_another_press_office(change, draft, cast):
    with refused("posts_team_stays_where_it_is"):
        change(cast.team, department_id=cast.other_department.pk)


def test_a_post_cannot_be_inserted_live(live):
    with refused("posts_post_starts_unpublished"):
        forge(live, slug="a-copy")


# Sealed texts and drafts


@pytest.mark.parametrize("column", ["title", "summary", "slug", "source", "tags", "draft_version"])
def test_a_revision_cannot_be_sealed_that_is_not_the_draft(column, submission):
    revision = submission.revision
    with refused("posts_revision_is_the_draft"):
        forge(revision, number=2, **{column: other(getattr(revision, column))})
    forge(revision, number=2)


def test_nobody_can_be_added_to_the_byline_of_a_submitted_revision(submission, cast):
    DraftAuthor.objects.create(draft=submission.post.draft, person=cast.co_author, position=2)
    Contributor.objects.create(post=submission.post, person=cast.co_author, since=timezone.now())
    with refused("moderation_byline_before_submission"):
        RevisionAuthor.objects.create(revision=submission.revision, person=cast.co_author, position=2)


def test_a_sealed_byline_names_only_authors_of_the_draft(submission, cast):
    revision = forge(submission.revision, number=2)
    with refused("posts_revisionauthor_is_in_the_draft"):
        RevisionAuthor.objects.create(revision=revision, person=cast.press_officer, position=1)
    RevisionAuthor.objects.create(revision=revision, person=cast.author, position=1)


def test_a_picture_of_a_draft_cannot_be_given_to_a_live_text(live, picture):
    with refused("posts_image_revisions_is_in_the_text"):
        Image.revisions.through.objects.create(image=picture, revision=live.live_revision)


def test_the_content_of_a_picture_cannot_be_swapped(change, picture):
    with refused("posts_image_stays_itself"):
        change(picture, digest=other(picture.digest))


def test_a_picture_cannot_be_uploaded_by_somebody_who_is_no_contributor(change, picture, cast):
    with refused("posts_image_changed_by_a_contributor"):
        change(picture, uploaded_by_id=cast.press_officer.pk)
    with refused("posts_image_made_by_a_contributor"):
        forge(picture, digest="0" * 64, uploaded_by_id=cast.press_officer.pk)


@pytest.mark.parametrize("column", ["title", "summary", "slug", "source", "tags", "version"])
def test_no_words_of_a_locked_draft_can_be_changed(column, submission):
    draft = submission.post.draft
    with refused("posts_draft_locked_words_stay", "posts_draft_counts_its_saves"):
        by_update(draft, **{column: other(getattr(draft, column))})


def test_a_draft_cannot_be_unlocked_under_its_signatories(change, submission, cast):
    with refused("moderation_draft_locked_while_submitted"):
        change(submission.post.draft, locked=False)
    recall(submission, by=cast.author)
    change(fresh(submission.post.draft), locked=False)


def test_a_draft_cannot_be_saved_by_somebody_who_is_no_contributor(change, draft, cast):
    with refused("posts_draft_changed_by_a_contributor"):
        change(draft.draft, title="Mine", version=2, saved_by_id=cast.press_officer.pk)
    change(fresh(draft.draft), title="Mine", version=2, saved_by_id=cast.author.pk)


def test_a_draft_cannot_be_begun_by_somebody_who_is_no_contributor(draft, cast):
    post = Post.objects.create(team=cast.team, started_by=cast.author, started_at=timezone.now())
    with refused("posts_draft_made_by_a_contributor"):
        Draft.objects.create(post=post, saved_by=cast.author, saved_at=timezone.now())


@pytest.mark.parametrize("column", ["title", "summary", "source", "tags"])
def test_words_of_a_draft_cannot_be_changed_in_the_same_version(column, draft):
    with refused("posts_draft_counts_its_saves"):
        by_update(draft.draft, **{column: other(getattr(draft.draft, column))})
