"""What authors declare of generative AI: shown to signatories, on the post, and on its sign-off record."""

import pytest

from moderation.models import Attestation
from moderation.submitting import Statement, attest
from posts.drafting import start_post
from tests.conftest import STATEMENT, submit_it
from tests.making import fresh, make_live, save, sign_it, wording
from tests.pages import words

HELP, DRAFT, NONE = Attestation.AIUse.HELP, Attestation.AIUse.DRAFT, Attestation.AIUse.NONE
LINES = {
    HELP: "Generative AI helped with research, structure or wording.",
    DRAFT: "Generative AI wrote a first draft, which the author then rewrote.",
}


def declared(use):
    return Statement(ai_use=use, new_policy=False, unreleased_statistics=False)


def submitted(cast, *uses):
    """A text whose authors declare these uses in turn."""
    authors = [cast.author, cast.co_author][: len(uses)]
    post = start_post(cast.team, wording(authors=authors), by=cast.author)
    submission = submit_it(post, cast.author, declared(uses[0]))
    for author, use in list(zip(authors, uses, strict=True))[1:]:
        attest(submission.revision, declared(use), by=author)
    return submission


def released(cast, *uses):
    submission = submitted(cast, *uses)
    sign_it(submission, cast.press_officer)
    return fresh(submission.post)


@pytest.mark.parametrize("use", LINES)
def test_readers_are_told_under_the_byline(client, cast, use):
    page = words(client.get(released(cast, use).get_absolute_url()))
    assert f"Ada Author, Policy adviser {LINES[use]} Published" in page


def test_where_none_was_used_the_post_says_nothing(client, live):
    assert "Generative AI" not in words(client.get(live.get_absolute_url()))


@pytest.mark.parametrize(
    ("uses", "told"),
    [((NONE, HELP), HELP), ((DRAFT, HELP), DRAFT), ((HELP, DRAFT), DRAFT), ((HELP, HELP), HELP)],
)
def test_of_several_authors_the_most_that_one_declared_is_told_once(client, cast, uses, told):
    page = words(client.get(released(cast, *uses).get_absolute_url()))
    assert LINES[told] in page
    assert page.count("Generative AI") == 1


def test_readers_are_told_of_the_text_they_see_not_of_a_later_one(client, cast):
    post = make_live(cast)
    save(post, cast.author, title="Newer")
    submit_it(post, cast.author, declared(HELP))
    assert "Generative AI" not in words(client.get(post.get_absolute_url()))


def test_readers_are_no_longer_told_once_a_text_without_it_is_live(client, cast):
    post = released(cast, HELP)
    save(post, cast.author, title="Newer")
    sign_it(submit_it(post, cast.author, STATEMENT), cast.press_officer)
    assert "Generative AI" not in words(client.get(post.get_absolute_url()))


def test_signatories_see_each_statement_and_the_line_that_readers_will_see(sign_in, cast):
    submission = submitted(cast, HELP, NONE)
    page = words(sign_in(cast.press_officer).get(submission.get_absolute_url()))
    assert (
        "I wrote this post. Generative AI helped with research, structure or wording. No new policy." in page
    )
    assert "I wrote this post. No generative AI was used." in page
    assert f"Cy Coauthor, Policy adviser {LINES[HELP]}" in page


def test_the_sign_off_record_names_each_authors_answer(client, cast):
    post = released(cast, HELP, NONE)
    page = words(client.get(f"{post.get_absolute_url()}sign-off/"))
    assert "I wrote this post. Generative AI helped with research, structure or wording." in page
    assert "I wrote this post. No generative AI was used." in page


def test_the_preview_of_a_draft_says_nothing_yet(sign_in, cast):
    post = released(cast, HELP)
    assert "Generative AI" not in words(sign_in(cast.author).get(f"/desk/posts/{post.pk}/preview/"))
