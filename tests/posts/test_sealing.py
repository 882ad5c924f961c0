"""Sealing: what a revision holds, and that it is the draft as it stood."""

import pytest
from django.db import IntegrityError, transaction

from moderation.submitting import recall
from posts.drafting import start_post
from posts.fingerprint import fingerprint
from posts.models import SLUG_LIMIT, Revision
from posts.rendering import MAX_LENGTH, RULES
from posts.sealing import lay_out_to_seal
from teams.refusals import NotNow
from tests.conftest import WORDS, submit_it
from tests.making import fresh, make_live_elsewhere, make_picture, release_again, save, wording


def revision_of(cast, **changes):
    return submit_it(start_post(cast.team, wording(**changes), by=cast.author), cast.author).revision


def test_a_revision_is_the_draft(submission):
    revision = submission.revision
    assert (revision.title, revision.summary, revision.source) == (WORDS.title, WORDS.summary, WORDS.source)
    assert revision.tags == WORDS.tags
    assert revision.byline == [{"name": "Ada Author", "role": "Policy adviser"}]


def test_a_revision_keeps_how_it_was_laid_out(submission):
    revision = submission.revision
    assert '<h2 id="h-what-broke">What broke</h2>' in revision.html
    assert (revision.rules, revision.links) == (RULES, ["https://example.org/data"])
    assert revision.blocks[:2] == ["p: We put out forty sensors.", "h2: What broke"]
    assert revision.words == sum(len(block.partition(": ")[2].split()) for block in revision.blocks)


def test_the_fingerprint_is_that_of_its_words(submission):
    revision = fresh(submission.revision)
    assert revision.fingerprint == fingerprint(revision.as_words())


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another"},
        {"summary": "Another."},
        {"source": "Another."},
        {"tags": ["Data", "Sensors"]},
        {"source": WORDS.source.replace("example.org", "example.com")},
    ],
)
def test_any_change_gives_another_fingerprint(submission, cast, changes):
    recall(submission, by=cast.author)
    save(submission.post, cast.author, **changes)
    assert submit_it(submission.post, cast.author).revision.fingerprint != submission.revision.fingerprint


def test_the_same_words_again_have_the_same_fingerprint(submission, cast):
    recall(submission, by=cast.author)
    again = submit_it(submission.post, cast.author).revision
    assert (again.number, again.fingerprint) == (2, submission.revision.fingerprint)


def test_another_job_title_in_the_byline_gives_another_fingerprint(submission, cast):
    recall(submission, by=cast.author)
    cast.author.job_title = "Head of rivers"
    cast.author.save()
    assert submit_it(submission.post, cast.author).revision.fingerprint != submission.revision.fingerprint


def test_a_revision_keeps_all_contributors_up_to_it(draft, cast):
    save(draft, cast.editor)
    save(draft, cast.author)
    assert submit_it(draft, cast.author).revision.contributors == ["Ada Author", "Ed Editor"]


def test_whoever_is_named_in_the_byline_is_a_contributor(draft, cast):
    save(draft, cast.author, authors=[cast.author, cast.co_author])
    assert submit_it(draft, cast.author).revision.contributors == ["Ada Author", "Cy Coauthor"]


def test_a_revision_keeps_its_pictures_and_only_those_in_its_text(draft, cast):
    used = make_picture(draft, cast.author)
    save(draft, cast.author, source=used.markdown)
    revision = submit_it(draft, cast.author).revision
    assert list(revision.pictures.all()) == [used]
    assert revision.images == [{"digest": used.digest, "alt": "A gauge on a bridge"}]


def test_a_picture_that_is_not_in_the_text_is_not_in_the_revision(draft, cast):
    make_picture(draft, cast.author)
    assert not submit_it(draft, cast.author).revision.pictures.exists()


@pytest.mark.parametrize(
    ("lacking", "word"), [("title", "title"), ("summary", "summary"), ("source", "text")]
)
def test_a_draft_that_lacks_something_is_not_sealed(cast, lacking, word):
    post = start_post(cast.team, wording(**{lacking: "  "}), by=cast.author)
    with pytest.raises(NotNow, match=f"Write a {word} before you submit"):
        lay_out_to_seal(post.draft)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("x" * (MAX_LENGTH + 1), "characters"),
        (">" * 40 + " deep", "quote in more than"),
        ("![A picture](image:0000000000000000)", "not one of this post's"),
        ("![](https://example.org/a.png)", "not one of this post's"),
    ],
)
def test_a_text_that_cannot_be_laid_out_is_refused_in_words(cast, source, why):
    post = start_post(cast.team, wording(source=source), by=cast.author)
    with pytest.raises(NotNow, match=why):
        submit_it(post, cast.author)
    assert not Revision.objects.exists()
    assert not fresh(post.draft).locked


def test_sealing_locks_the_draft(submission):
    assert submission.post.draft.locked


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("What we learned on the river", "what-we-learned-on-the-river"),
        ("Ŵyl & Çà: 50% “off”!", "wyl-ca-50-off"),
        ("../../etc/passwd", "etcpasswd"),
        ("x" * 200, "x" * (SLUG_LIMIT - 6)),
        ("--- a ---", "a"),
    ],
)
def test_the_address_is_made_of_the_title(cast, title, slug):
    assert revision_of(cast, title=title).slug == slug


def test_a_title_without_latin_letters_has_the_number_of_the_post_as_its_address(cast):
    revision = revision_of(cast, title="河流 ??")
    assert revision.slug == f"post-{revision.post_id}"


def test_addresses_are_told_apart_within_a_team(cast):
    assert [revision_of(cast).slug[-5:] for _ in range(3)] == ["river", "ver-2", "ver-3"]


def test_another_team_may_use_the_same_address(cast):
    mine = revision_of(cast)
    assert make_live_elsewhere(cast).slug == mine.slug


def test_a_recalled_post_gives_its_address_to_itself_again(submission, cast):
    recall(submission, by=cast.author)
    assert submit_it(submission.post, cast.author).revision.slug == submission.revision.slug


def test_a_released_post_keeps_its_address_under_another_title(live, cast):
    again = release_again(live, cast, title="Quite another")
    assert again.live_text.slug == live.slug == "what-we-learned-on-the-river"


def test_revisions_of_a_post_are_numbered_in_order(live, cast):
    release_again(live, cast, source="Second.")
    assert [revision.number for revision in live.revisions.all()] == [1, 2]


def test_a_sealed_text_cannot_be_changed(submission):
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=submission.revision.pk).update(title="Quickly")
