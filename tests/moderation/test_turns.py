"""What waits for one person, at the top of the desk."""

import pytest

from comments.receiving import CommentWords, receive
from moderation.signing import return_to_authors
from moderation.standing import standing
from moderation.turns import tasks
from teams.models import User


def waiting_for(person, *posts):
    person = User.objects.get(pk=person.pk)
    return [task.title for task in tasks(person, [(post, standing(post)) for post in posts])]


def test_a_draft_waits_for_its_writer(draft, cast):
    assert waiting_for(cast.author, draft) == [draft.title]


def test_a_submitted_post_waits_for_the_press_office_and_not_for_its_author(submission, cast):
    submission.post.refresh_from_db()
    assert waiting_for(cast.author, submission.post) == []
    assert len(waiting_for(cast.press_officer)) == 1


def test_a_submitted_post_does_not_wait_for_another_press_office(submission, cast):
    assert waiting_for(cast.outside_officer) == []


def test_a_returned_post_comes_before_a_draft(submission, cast):
    fingerprint = submission.revision.fingerprint
    return_to_authors(submission, by=cast.press_officer, fingerprint=fingerprint, reasons="Say why.")
    post = type(submission.post).objects.get(pk=submission.post_id)
    task = tasks(cast.author, [(post, standing(post))])[0]
    assert task.label == "Returned"


@pytest.mark.parametrize(("name", "expected"), [("community_manager", 1), ("outsider", 0)])
def test_a_comment_waits_for_the_community_managers_of_its_blog(live, cast, name, expected):
    receive(live, CommentWords(body="A comment."), once="one")
    assert len(waiting_for(getattr(cast, name))) == expected


def test_nothing_waits_for_somebody_without_a_role(submission, cast):
    assert waiting_for(cast.nobody) == []
