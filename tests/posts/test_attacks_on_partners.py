"""Direct attacks on partner teams and on releases. A guard refuses each."""

import pytest

from moderation.submitting import recall
from posts.models import Release, RevisionPartner
from tests.attacks import WAYS, forge, fresh, other, refused
from tests.conftest import submit_it
from tests.making import save
from tests.moderation.test_attacks_on_signing import forge_signature, put_in, put_live

WITH_ITS_SIGNATORIES = {
    "added": "posts_postpartner_added_before_submission",
    "removed": "posts_postpartner_removed_before_submission",
}


@pytest.fixture(params=WAYS)
def change(request):
    """Each way to change a row: `change(row, column=value)`."""
    return request.param


@pytest.fixture
def partnership(draft, cast):
    """The draft, written with another team of the department."""
    return draft.partnerships.create(team=cast.sister_team)


def test_a_partner_cannot_be_added_to_a_submitted_post(submission, cast):
    with refused(WITH_ITS_SIGNATORIES["added"]):
        submission.post.partnerships.create(team=cast.sister_team)
    recall(submission, by=cast.author)
    submission.post.partnerships.create(team=cast.sister_team)


def test_a_partner_cannot_be_taken_from_a_submitted_post(partnership, cast):
    submission = submit_it(partnership.post, cast.author)
    with refused(WITH_ITS_SIGNATORIES["removed"]):
        partnership.delete()
    recall(submission, by=cast.author)
    partnership.delete()


def test_a_partnership_cannot_be_given_to_another_team(change, partnership, cast):
    with refused("posts_postpartner_no_update"):
        change(partnership, team_id=cast.other_team.pk)


def test_a_team_is_no_partner_of_itself(draft, cast):
    with refused("posts_postpartner_is_another_team"):
        draft.partnerships.create(team=cast.team)


def test_a_sealed_partner_is_one_of_the_post(partnership, cast):
    sealed = submit_it(partnership.post, cast.author).revision
    revision = forge(sealed, number=2)
    with refused("posts_revisionpartner_is_the_posts"):
        RevisionPartner.objects.create(revision=revision, team=cast.other_team)
    RevisionPartner.objects.create(revision=revision, team=cast.sister_team)


def test_a_text_that_is_not_live_has_no_release(live, cast):
    save(live, cast.author, title="A second text")
    newer = submit_it(live, cast.author)
    with refused("posts_release_of_the_live_text"):
        Release.objects.create(post=live, revision=newer.revision, released_at=live.last_released_at)


def test_a_release_is_at_the_time_when_its_text_went_live(submission, cast):
    forge_signature(submission, cast.press_officer)
    put_in(submission, "cleared")
    put_live(submission)
    post = fresh(submission.post)
    values = {"post": post, "revision": post.live_revision}
    with refused("posts_release_of_the_live_text"):
        Release.objects.create(**values, released_at=other(post.last_released_at))
    Release.objects.create(**values, released_at=post.last_released_at)
