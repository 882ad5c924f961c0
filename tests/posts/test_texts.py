"""The words of a post as its page shows them, from the revision or from the draft."""

from posts import texts
from posts.drafting import start_post
from tests.making import fresh, make_picture, save, wording

PICTURE = f"/images/{'0' * 64}-640.webp"


def test_the_text_of_a_revision_is_what_was_sealed(submission):
    revision = submission.revision
    text = texts.of_revision(revision)
    assert (text.title, text.summary, text.html) == (revision.title, revision.summary, revision.html)
    assert (text.tags, text.byline, text.refusal) == (revision.tags, revision.byline, "")


def test_the_text_of_a_draft_is_what_would_be_sealed(draft, cast, submission):
    assert texts.of_draft(fresh(draft)) == texts.of_revision(submission.revision)


def test_a_draft_that_cannot_be_laid_out_says_why_and_shows_the_rest(cast):
    post = start_post(cast.team, wording(source="![A picture](image:none)"), by=cast.author)
    text = texts.of_draft(post)
    assert (text.title, text.html) == ("What we learned on the river", "")
    assert "not one of this post's" in text.refusal


def test_a_draft_without_a_title_is_called_untitled(cast):
    assert texts.of_draft(start_post(cast.team, wording(title=""), by=cast.author)).title == "Untitled draft"


def test_an_empty_draft_is_a_text(cast):
    post = start_post(cast.team, wording(title="T", summary="", source="", tags=[]), by=cast.author)
    assert (texts.of_draft(post).html, texts.of_draft(post).refusal) == ("", "")


def test_pictures_of_an_unpublished_text_have_their_private_address(draft, cast):
    image = make_picture(draft, cast.author)
    save(draft, cast.author, source=image.markdown)
    html = texts.of_draft(fresh(draft)).html
    assert f'src="/desk/images/{image.digest}-64.webp"' in html
    assert '"/images/' not in html


def test_every_size_of_a_picture_has_its_private_address():
    html = f'<img src="{PICTURE}" srcset="{PICTURE} 320w, {PICTURE} 640w" alt="A > B">'
    assert texts.private_pictures(html).count("/desk/images/") == 3


def test_words_that_look_like_the_address_of_a_picture_stay():
    html = f'<p>See {PICTURE} and src="{PICTURE}".</p><code> {PICTURE}</code>'
    assert texts.private_pictures(html) == html
