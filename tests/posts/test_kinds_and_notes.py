"""Kinds of posts, and the note by which readers of a live post learn what changed in it."""

import pytest

from moderation.submitting import recall
from posts.drafting import start_post, words_of
from posts.models import Kind
from posts.sealing import lacking
from teams.refusals import NotNow
from tests.conftest import submit_it
from tests.making import fresh, make_live, release_again, release_it, save, sign_it, take_down, wording
from tests.pages import kept, plain, typed, words

FIRST, SECOND = "A figure in the second paragraph was wrong.", "We added what the brackets cost."
REFUSED = "say for its readers what changed"


def read(client, post):
    return words(client.get(post.get_absolute_url()))


def sent(post, cast, **changes):
    """What the browser sends from the form of a draft."""
    post = fresh(post)
    usual = {
        "title": post.draft.title,
        "summary": post.draft.summary,
        "source": post.draft.source,
        "version": post.draft.version,
        "authors": cast.author.pk,
        "kind": post.draft.kind,
    }
    return {**usual, **changes}


# Kinds


def test_a_post_is_an_update_unless_it_says_otherwise(draft):
    assert draft.draft.kind == Kind.UPDATE


def test_a_post_begins_as_a_question(cast):
    post = start_post(cast.team, wording(kind=Kind.QUESTION), by=cast.author)
    assert fresh(post).draft.kind == Kind.QUESTION


def test_a_save_changes_the_kind(draft, cast):
    save(draft, cast.author, kind=Kind.QUESTION)
    assert fresh(draft).draft.kind == Kind.QUESTION
    assert words_of(fresh(draft).draft).kind == Kind.QUESTION


def test_the_kind_is_sealed(draft, cast):
    save(draft, cast.author, kind=Kind.QUESTION)
    assert submit_it(draft, cast.author).revision.kind == Kind.QUESTION


def test_another_kind_gives_another_fingerprint(submission, cast):
    recall(submission, by=cast.author)
    save(submission.post, cast.author, kind=Kind.QUESTION)
    again = submit_it(submission.post, cast.author)
    assert again.revision.fingerprint != submission.revision.fingerprint


def test_readers_see_that_a_post_is_a_question(client, cast):
    assert "Question" in read(client, make_live(cast, kind=Kind.QUESTION))


def test_readers_see_no_such_word_on_an_update(client, live):
    assert "Question" not in read(client, live)


def test_readers_see_another_kind_with_the_text_that_was_signed_for_it(client, cast):
    post = make_live(cast)
    save(post, cast.author, kind=Kind.QUESTION)
    assert "Question" not in read(client, post)
    release_it(post, cast)
    assert "Question" in read(client, post)


@pytest.mark.parametrize("kind", Kind)
def test_the_form_of_the_draft_saves_the_kind(sign_in, draft, cast, kind):
    sign_in(cast.author).post(f"/desk/posts/{draft.pk}/edit/", sent(draft, cast, kind=kind.value))
    assert (fresh(draft).draft.version, fresh(draft).draft.kind) == (2, kind)


def test_the_form_takes_no_other_kind_and_keeps_the_words(sign_in, draft, cast):
    mine = sent(draft, cast, kind="opinion", source="My words")
    page = sign_in(cast.author).post(f"/desk/posts/{draft.pk}/edit/", mine)
    assert (page.status_code, kept(page)["Text"]) == (422, "My words")
    assert fresh(draft).draft.version == 1


# The note of what changed: when it is asked for


def test_the_first_text_of_a_post_needs_no_note(draft):
    assert lacking(draft.draft) == ""


@pytest.mark.parametrize("note", ["", "  \n"])
def test_a_changed_live_post_is_not_submitted_without_a_note(live, cast, note):
    save(live, cast.author, source="Corrected.", note=note)
    with pytest.raises(NotNow, match=REFUSED):
        submit_it(live, cast.author)
    assert not fresh(live).draft.locked


def test_a_changed_live_post_is_submitted_with_a_note(live, cast):
    save(live, cast.author, source="Corrected.", note=FIRST)
    assert submit_it(live, cast.author).revision.note == FIRST


def test_the_note_of_the_live_text_does_not_serve_again(live, cast):
    release_again(live, cast, source="Corrected.", note=FIRST)
    save(live, cast.author, source="Corrected once more.", note=f" {FIRST} ")
    with pytest.raises(NotNow, match=REFUSED):
        submit_it(live, cast.author)


def test_a_new_note_serves_for_the_next_change(live, cast):
    release_again(live, cast, source="Corrected.", note=FIRST)
    save(live, cast.author, source="Corrected once more.", note=SECOND)
    assert submit_it(live, cast.author).revision.note == SECOND


def test_a_returned_change_is_submitted_again_with_the_note_it_had(live, cast):
    save(live, cast.author, source="Corrected.", note=FIRST)
    recall(submit_it(live, cast.author), by=cast.author)
    save(live, cast.author, source="Corrected, and better.", note=FIRST)
    assert submit_it(live, cast.author).revision.note == FIRST


def test_a_change_of_nothing_but_the_byline_needs_a_note_too(live, cast):
    save(live, cast.author, authors=[cast.author, cast.co_author], note="")
    with pytest.raises(NotNow, match=REFUSED):
        submit_it(live, cast.author)


def test_the_form_asks_for_a_note_once_a_post_has_been_released(sign_in, live, cast):
    assert "note" in typed(sign_in(cast.author).get(f"/desk/posts/{live.pk}/edit/"))


def test_the_form_asks_for_none_before(sign_in, draft, cast):
    assert "note" not in typed(sign_in(cast.author).get(f"/desk/posts/{draft.pk}/edit/"))


def test_the_form_of_the_draft_saves_the_note(sign_in, live, cast):
    sign_in(cast.author).post(f"/desk/posts/{live.pk}/edit/", sent(live, cast, note=FIRST))
    assert fresh(live).draft.note == FIRST


def test_a_note_that_is_too_long_is_refused_and_kept(sign_in, live, cast):
    long = "a" * 501
    page = sign_in(cast.author).post(f"/desk/posts/{live.pk}/edit/", sent(live, cast, note=long))
    assert (page.status_code, kept(page)["What changed, for readers"]) == (422, long)
    assert fresh(live).draft.note == ""


# The note of what changed: what is signed and read


def test_another_note_gives_another_fingerprint(live, cast):
    save(live, cast.author, source="Corrected.", note=FIRST)
    first = submit_it(live, cast.author)
    recall(first, by=cast.author)
    save(live, cast.author, source="Corrected.", note=SECOND)
    assert submit_it(live, cast.author).revision.fingerprint != first.revision.fingerprint


def test_readers_see_the_note_of_a_changed_post(client, live, cast):
    release_again(live, cast, source="Corrected.", note=FIRST)
    assert FIRST in read(client, live)


def test_they_see_no_note_before_it_is_signed(client, live, cast):
    save(live, cast.author, source="Corrected.", note=FIRST)
    submission = submit_it(live, cast.author)
    assert FIRST not in plain(client.get(live.get_absolute_url()))
    sign_it(submission, cast.press_officer)
    assert FIRST in read(client, live)


def test_they_see_every_note_there_has_been_the_newest_first(client, live, cast):
    release_again(live, cast, source="Corrected.", note=FIRST)
    release_again(live, cast, source="Corrected once more.", note=SECOND)
    page = read(client, live)
    listed = page[page.rindex("What changed") :]
    assert listed.index(SECOND) < listed.index(FIRST)


def test_a_post_that_never_changed_has_no_list_of_changes(client, live):
    assert "What changed" not in read(client, live)


def test_markup_in_a_note_is_shown_as_text(client, live, cast):
    release_again(live, cast, source="Corrected.", note="<script>alert(1)</script>")
    page = client.get(live.get_absolute_url())
    assert "<script>alert(1)" not in page.content.decode()
    assert "<script>alert(1)</script>" in words(page)


def test_notes_go_from_the_page_of_a_withdrawn_post(client, live, cast):
    release_again(live, cast, source="Corrected.", note=FIRST)
    take_down(fresh(live), cast)
    assert FIRST not in plain(client.get(live.get_absolute_url()))
