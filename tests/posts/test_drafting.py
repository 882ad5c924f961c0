"""Writing: who may start and save, what a save keeps, and what it refuses."""

import pytest
from django.core.files.storage import default_storage

from moderation.submitting import recall
from posts.drafting import SaveConflict, add_image, image_path, save_draft, start_post
from posts.models import Draft, Post
from posts.pictures import PictureRefused
from teams.refusals import NotAllowed, NotNow
from tests.making import fresh, make_picture, picture_file, save, wording

WRITERS = ["author", "co_author", "editor", "writing_press_officer"]
NO_WRITERS = [
    "press_officer",
    "community_manager",
    "administrator",
    "auditor",
    "outsider",
    "outside_officer",
    "nobody",
    "superuser",
]


def contributors(post):
    return {line.person.name for line in post.contributors.all()}


def byline(post):
    return [line.person.name for line in post.draft.byline.all()]


@pytest.mark.parametrize("who", WRITERS)
def test_writers_of_the_team_start_posts(cast, who):
    person = getattr(cast, who)
    post = start_post(cast.team, wording(), by=person)
    assert (post.started_by, contributors(post), byline(post)) == (person, {person.name}, [person.name])


def test_nobody_else_starts_a_post(cast):
    for who in NO_WRITERS:
        with pytest.raises(NotAllowed):
            start_post(cast.team, wording(), by=getattr(cast, who))
        assert not Post.objects.exists()


def test_an_author_of_one_team_starts_nothing_in_another(cast):
    with pytest.raises(NotAllowed):
        start_post(cast.sister_team, wording(), by=cast.author)


def test_a_new_post_is_not_public(draft):
    assert not Post.objects.live().exists()
    assert (draft.slug, draft.live_revision, draft.first_released_at) == (None, None, None)


@pytest.mark.parametrize("who", WRITERS)
def test_writers_of_the_team_save_and_are_kept_as_contributors(draft, cast, who):
    person = getattr(cast, who)
    saved = save(draft, person, title="Better")
    assert (saved.title, saved.saved_by, saved.version) == ("Better", person, 2)
    assert contributors(draft) == {"Ada Author", person.name}


def test_nobody_else_saves(draft, cast):
    for who in NO_WRITERS:
        with pytest.raises(NotAllowed):
            save(draft, getattr(cast, who), title="Worse")
        assert fresh(draft.draft).version == 1
        assert contributors(draft) == {"Ada Author"}


def test_whoever_has_left_saves_nothing(draft, cast):
    cast.author.is_active = False
    with pytest.raises(NotAllowed):
        save(draft, cast.author, title="Worse")


def test_a_contributor_stays_one_when_their_words_are_gone(draft, cast):
    save(draft, cast.co_author, title="Theirs")
    save(draft, cast.author)
    assert contributors(draft) == {"Ada Author", "Cy Coauthor"}


def test_a_save_over_a_later_save_is_refused_and_shows_it(draft, cast):
    save(draft, cast.co_author, title="Theirs")
    with pytest.raises(SaveConflict, match="Cy Coauthor saved this draft after you opened it") as conflict:
        save_draft(draft, wording(title="Mine"), by=cast.author, version=1)
    assert conflict.value.theirs.title == "Theirs"
    assert fresh(draft.draft).title == "Theirs"


def test_a_save_of_a_version_that_never_was_is_refused(draft, cast):
    with pytest.raises(SaveConflict):
        save_draft(draft, wording(), by=cast.author, version=99)


def test_a_draft_under_submission_cannot_be_saved(submission, cast):
    with pytest.raises(NotNow, match="Recall it first"):
        save(submission.post, cast.author, title="Quickly")


def test_a_recalled_draft_can_be_saved_again(submission, cast):
    recall(submission, by=cast.author)
    assert save(submission.post, cast.author, title="Better").title == "Better"


def test_saving_a_live_post_leaves_what_readers_see(live, cast, client):
    before = client.get(live.get_absolute_url()).content
    save(live, cast.author, title="Not yet", source="Not yet.")
    assert client.get(live.get_absolute_url()).content == before
    assert fresh(live).page_version == live.page_version


def test_the_byline_keeps_its_order(draft, cast):
    save(draft, cast.author, authors=[cast.editor, cast.author])
    assert byline(draft) == ["Ed Editor", "Ada Author"]


def test_a_save_without_authors_puts_the_writer_in_the_byline(draft, cast):
    save(draft, cast.editor, authors=[])
    assert byline(draft) == ["Ed Editor"]


def test_somebody_who_does_not_write_for_the_team_cannot_be_in_the_byline(draft, cast):
    for who in ["press_officer", "outsider", "nobody"]:
        with pytest.raises(NotNow, match="cannot be in the byline"):
            save(draft, cast.author, authors=[getattr(cast, who)])
        assert byline(draft) == ["Ada Author"]


def test_a_refused_save_keeps_nothing(draft, cast):
    with pytest.raises(NotNow):
        save(draft, cast.editor, title="Worse", authors=[cast.nobody])
    assert contributors(draft) == {"Ada Author"}
    assert fresh(draft.draft).title == "What we learned on the river"


def test_a_post_has_one_draft(draft, cast):
    save(draft, cast.author)
    save(draft, cast.editor)
    assert Draft.objects.count() == 1


# Pictures


def test_a_picture_is_kept_by_its_content_and_its_giver_contributes(draft, cast):
    image = make_picture(draft, cast.editor)
    assert (image.width, image.height, image.uploaded_by) == (64, 48, cast.editor)
    assert default_storage.exists(image_path(image.digest, 64))
    assert contributors(draft) == {"Ada Author", "Ed Editor"}


def test_nobody_else_adds_a_picture(draft, cast):
    for who in NO_WRITERS:
        with pytest.raises(NotAllowed):
            make_picture(draft, getattr(cast, who))
        assert not draft.images.exists()


def test_the_same_picture_again_is_one_with_the_newer_description(draft, cast):
    make_picture(draft, cast.author, alt="A bridge")
    make_picture(draft, cast.editor, alt="A gauge on a bridge")
    assert [image.alt for image in draft.images.all()] == ["A gauge on a bridge"]


def test_the_same_picture_in_another_post_is_its_own(draft, cast):
    other = start_post(cast.team, wording(), by=cast.author)
    assert make_picture(draft, cast.author).pk != make_picture(other, cast.author).pk


def test_what_is_not_a_picture_leaves_nothing(draft, cast):
    file = picture_file()
    file.seek(0)
    file.file.truncate(20)
    with pytest.raises(PictureRefused):
        add_image(draft, file, by=cast.editor, alt="Half")
    assert not draft.images.exists()
    assert contributors(draft) == {"Ada Author"}


def test_brackets_in_a_description_do_not_break_the_line_to_copy(draft, cast):
    image = make_picture(draft, cast.author, alt="A gauge [left] ](x)")
    assert image.markdown == f"![A gauge (left) )(x)](image:{image.key})"
