"""A copy of a post as the start of another: its words, their writers, its pictures, and what it refuses."""

import pytest

from posts.copying import copy_post
from posts.drafting import words_of
from posts.models import Post
from posts.shares import shares_of
from teams.refusals import NotAllowed, NotNow
from tests.conftest import WORDS, submit_it
from tests.embargoes import embargoed
from tests.making import fresh, make_picture, save, sign_it


def test_a_copy_begins_with_the_words_and_is_a_post_of_its_own(draft, cast):
    copy = fresh(copy_post(draft, by=cast.co_author))
    words = words_of(copy.draft)
    assert (words.title, words.summary, words.source) == (WORDS.title, WORDS.summary, WORDS.source)
    assert (words.authors, copy.started_by, copy.is_live) == ([cast.co_author], cast.co_author, False)
    save(copy, cast.co_author, source="Other words.")
    assert fresh(draft.draft).source == WORDS.source


def test_words_of_a_copy_stay_their_writers(draft, cast):
    copy = copy_post(draft, by=cast.co_author)
    assert [line["name"] for line in shares_of(fresh(copy.draft))] == ["Ada Author"]


def test_whoever_wrote_the_words_cannot_sign_the_copy(draft, cast):
    save(draft, cast.writing_press_officer, source=f"{WORDS.source}\n\nA press officer's words.")
    copy = copy_post(fresh(draft), by=cast.author)
    submission = submit_it(copy, cast.author)
    with pytest.raises(NotAllowed):
        sign_it(submission, cast.writing_press_officer)
    assert sign_it(submission, cast.press_officer)


def test_pictures_come_along(draft, cast):
    picture = make_picture(draft, cast.author)
    save(draft, cast.author, source=picture.markdown)
    copy = copy_post(fresh(draft), by=cast.co_author)
    assert [image.digest for image in copy.images.all()] == [picture.digest]
    assert picture.markdown in fresh(copy.draft).source


def test_a_copy_of_a_live_post_asks_no_reader_what_changed(live, cast):
    assert words_of(fresh(copy_post(live, by=cast.author)).draft).note == ""


def test_an_embargo_is_not_copied_away(draft, cast):
    with pytest.raises(NotNow, match="embargo"):
        copy_post(embargoed(draft, cast.author), by=cast.author)
    assert Post.objects.count() == 1


def test_only_writers_of_the_team_copy(draft, cast):
    for person in (cast.press_officer, cast.outsider, cast.nobody):
        with pytest.raises(NotAllowed):
            copy_post(draft, by=person)


def test_a_post_is_copied_by_the_button_of_its_page(sign_in, draft, cast):
    desk = sign_in(cast.author)
    assert "Start another post from this" in desk.get(f"/desk/posts/{draft.pk}/").content.decode()
    answer = desk.post(f"/desk/posts/{draft.pk}/copy/")
    copy = Post.objects.order_by("pk").last()
    assert (answer.status_code, answer["Location"]) == (302, f"/desk/posts/{copy.pk}/edit/")
