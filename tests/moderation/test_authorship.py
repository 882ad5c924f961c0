"""Whose words are submitted: who may, what is shown of it, and what lapses with another's words."""

import pytest
from django.utils import timezone

from moderation.models import Attestation, Signature, Submission
from moderation.submitting import attest, recall, waiting_authors
from posts.drafting import start_post
from posts.models import Revision
from teams.refusals import NotNow
from tests.attacks import by_update, forge, refused
from tests.conftest import STATEMENT, submit_it
from tests.making import fresh, guest_post, return_it, save, sign_it, wording
from tests.moderation.test_views import ANSWERS, at
from tests.pages import text_of, tree, words

REWRITTEN = "Wholly other words that somebody else typed, none of which stood here before they came along."


@pytest.fixture
def desk(sign_in, cast):
    """The browser of an author."""
    return sign_in(cast.author)


@pytest.fixture
def ghosted(draft, cast):
    """A draft that its author has in the byline and somebody else wrote much of."""
    save(draft, cast.editor, source=REWRITTEN, authors=[cast.author])
    return draft


@pytest.fixture
def pair(cast):
    """A text of two authors who both attested to it, under submission."""
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    submission = submit_it(post, cast.author)
    attest(submission.revision, STATEMENT, by=cast.co_author)
    return submission


def shown(response):
    """The shares on a page, by name."""
    (table,) = tree(response).findall(".//table[@class='govuk-table shares']")
    return [tuple(text_of(cell) for cell in row.iter("td")) for row in list(table.iter("tr"))[1:]]


# Submitting


def test_a_post_that_somebody_outside_the_byline_wrote_is_not_submitted(ghosted, cast):
    with pytest.raises(NotNow, match="Ed Editor is not in the byline and wrote 16 of the 30 words"):
        submit_it(ghosted, cast.author)
    assert not Revision.objects.exists()
    assert not fresh(ghosted.draft).locked


def test_it_is_submitted_once_they_join_the_byline(ghosted, cast):
    save(ghosted, cast.author, source=REWRITTEN, authors=[cast.author, cast.editor])
    assert waiting_authors(submit_it(ghosted, cast.author).revision) == [cast.editor]


def test_it_is_submitted_once_its_authors_have_rewritten_it(ghosted, cast):
    save(ghosted, cast.author)
    assert submit_it(ghosted, cast.author).revision.shares == [{"name": "Ada Author", "share": 100}]


def test_a_department_may_allow_all_of_it(ghosted, cast):
    cast.department.share_limit = 100
    cast.department.save()
    assert submit_it(ghosted, cast.author)


def test_taking_the_writer_out_of_the_byline_does_not_help(pair, cast):
    recall(pair, by=cast.author)
    save(pair.post, cast.co_author, authors=[cast.co_author])
    with pytest.raises(NotNow, match="Ada Author is not in the byline"):
        submit_it(pair.post, cast.co_author)


def test_the_words_of_a_guest_are_not_refused(cast):
    revision = submit_it(guest_post(cast), cast.author).revision
    assert revision.shares[0]["name"] == "Gus Guest"


# What is shown


def test_the_submit_page_says_so_before_it_asks_anything(desk, ghosted):
    page = desk.get(at(ghosted, "submit/"))
    assert "Ed Editor is not in the byline and wrote 16 of the 30 words" in words(page)
    assert "How was generative AI used?" not in words(page)


def test_an_answered_submission_is_refused_all_the_same(desk, ghosted):
    version = fresh(ghosted.draft).version
    response = desk.post(at(ghosted, "submit/"), {**ANSWERS, "plan": "now", "version": version})
    assert (response.status_code, Submission.objects.exists()) == (409, False)
    assert "Either Ed Editor joins the byline" in words(response)


@pytest.mark.parametrize("page", ["", "submit/"])
def test_the_author_sees_the_shares_the_largest_first(desk, ghosted, page):
    assert shown(desk.get(at(ghosted, page))) == [("Ed Editor", "53%"), ("Ada Author", "47%")]


def test_a_share_that_rounds_to_nothing_is_still_somebodys(desk, cast):
    post = start_post(cast.team, wording(source="word " * 500), by=cast.author)
    save(post, cast.editor, source="word " * 501, authors=[cast.author])
    assert shown(desk.get(at(post)))[-1] == ("Ed Editor", "under 1%")


def test_signatories_see_the_shares_as_they_were_sealed(sign_in, draft, cast):
    save(draft, cast.editor, title="What we have learned on the river", authors=[cast.author])
    submission = submit_it(draft, cast.author)
    page = sign_in(cast.press_officer).get(submission.get_absolute_url())
    assert shown(page) == [("Ada Author", "96%"), ("Ed Editor", "4%")]


def test_a_post_without_words_shows_no_table(desk, cast):
    post = start_post(cast.team, wording(title="!", summary="", source=""), by=cast.author)
    assert tree(desk.get(at(post))).find(".//table[@class='govuk-table shares']") is None


# An attestation is for one text


def test_another_persons_words_need_new_statements_from_all_in_the_byline(pair, cast):
    return_it(pair, cast.press_officer)
    save(
        pair.post,
        cast.editor,
        title="What we have learned on the river",
        authors=[cast.author, cast.co_author],
    )
    again = submit_it(pair.post, cast.editor)
    assert waiting_authors(again.revision) == [cast.author, cast.co_author]
    with pytest.raises(NotNow, match="Not every author"):
        sign_it(again, cast.press_officer)


def test_an_authors_own_new_words_need_new_statements_too(pair, cast):
    recall(pair, by=cast.author)
    save(pair.post, cast.author, title="Better", authors=[cast.author, cast.co_author])
    assert waiting_authors(submit_it(pair.post, cast.author).revision) == [cast.co_author]


def test_the_same_text_again_needs_new_statements(pair, cast):
    return_it(pair, cast.press_officer)
    assert waiting_authors(submit_it(pair.post, cast.author).revision) == [cast.co_author]


def test_no_words_come_into_a_text_that_was_attested_to(pair, cast):
    with pytest.raises(NotNow, match="Recall it first"):
        save(pair.post, cast.editor, title="Mine")
    with refused("posts_revision_no_update"):
        by_update(pair.revision, source="Mine.")


def test_a_statement_cannot_be_moved_to_a_new_text(pair, cast):
    recall(pair, by=cast.author)
    save(pair.post, cast.editor, title="Mine", authors=[cast.author, cast.co_author])
    again = submit_it(pair.post, cast.editor)
    statement = Attestation.objects.get(person=cast.co_author)
    with refused("moderation_attestation_no_update"):
        by_update(statement, revision_id=again.revision_id)


def test_the_database_takes_no_signature_on_old_statements(pair, cast):
    return_it(pair, cast.press_officer)
    again = submit_it(pair.post, cast.author)
    with refused("moderation_signature_after_attestation"):
        Signature.objects.create(
            step=again.steps.get(),
            submission=again,
            person=cast.press_officer,
            role="Press officer",
            fingerprint=again.revision.fingerprint,
            signed_at=timezone.now(),
        )


# What the database keeps


def test_the_writers_of_a_locked_draft_cannot_be_changed(submission):
    with refused("posts_draft_locked_words_stay"):
        by_update(submission.post.draft, authorship=[], version=2)


def test_the_writers_of_a_draft_change_only_with_a_save(draft):
    with refused("posts_draft_counts_its_saves"):
        by_update(draft.draft, authorship=[])


def test_a_revision_has_the_writers_of_its_draft(submission, cast):
    with refused("posts_revision_is_the_draft"):
        forge(submission.revision, number=2, authorship=[[cast.co_author.pk, 27]])
