"""What a save keeps of its writers, what is sealed of them, and who wrote too much."""

import pytest

from posts.authorship import words_of
from posts.drafting import start_post
from posts.models import Draft
from posts.shares import shares_of, text_of, written_outside
from tests.conftest import submit_it
from tests.making import fresh, make_guest, save, wording

TEN = "One two three four five six seven eight nine ten"


@pytest.fixture
def ten(cast):
    """A draft of ten words and no others, all of them its author's."""
    return start_post(cast.team, wording(title="", summary="", source=TEN), by=cast.author)


def edit(post, by, source, **more):
    return save(post, by, title="", summary="", source=source, **more)


def shares(post):
    return [(line["name"], line["share"]) for line in shares_of(fresh(post.draft))]


def test_the_words_of_a_new_post_are_its_starters(ten):
    assert shares(ten) == [("Ada Author", 100)]


def test_a_save_credits_the_saver_with_the_new_words_only(ten, cast):
    edit(ten, cast.editor, f"{TEN} eleven twelve")
    assert fresh(ten.draft).authorship == [[cast.author.pk, 10], [cast.editor.pk, 2]]


def test_title_and_summary_count(cast):
    post = start_post(cast.team, wording(title="One two", summary="Three", source=""), by=cast.author)
    save(post, cast.editor, title="One two", summary="Three four", source="")
    assert shares(post) == [("Ada Author", 75), ("Ed Editor", 25)]


def test_a_paragraph_moved_between_summary_and_text_keeps_its_writer(cast):
    post = start_post(cast.team, wording(title="T", summary="One two.", source="Three."), by=cast.author)
    save(post, cast.editor, title="T", summary="Three.", source="One two.")
    assert shares(post) == [("Ada Author", 100)]


def test_who_saves_without_a_change_has_no_share(ten, cast):
    edit(ten, cast.editor, TEN)
    assert shares(ten) == [("Ada Author", 100)]


def test_accepted_wording_is_its_writers_and_they_contribute(ten, cast):
    edit(ten, cast.author, f"{TEN} eleven twelve", words_by=cast.press_officer)
    assert fresh(ten.draft).authorship == [[cast.author.pk, 10], [cast.press_officer.pk, 2]]
    assert {line.person.name for line in ten.contributors.all()} == {"Ada Author", "Pat Press"}


def test_the_runs_are_those_of_the_text_after_every_save(draft, cast):
    for person, source in [("editor", "Some words."), ("co_author", "Some other words."), ("author", "")]:
        save(draft, getattr(cast, person), source=source)
        saved = fresh(draft.draft)
        assert sum(number for _, number in saved.authorship) == len(words_of(text_of(saved)))


def test_words_written_in_bulk_are_their_savers(ten, cast):
    Draft.objects.filter(pk=ten.draft.pk).update(authorship=[], version=2)
    edit(ten, cast.editor, f"{TEN} eleven")
    assert fresh(ten.draft).authorship == [[cast.author.pk, 10], [cast.editor.pk, 1]]


# Sealed


def test_a_revision_keeps_runs_and_shares(draft, cast):
    summary = "Three things that a season of sensors taught us."
    save(draft, cast.editor, summary=summary, authors=[cast.author])
    revision = submit_it(draft, cast.author).revision
    assert revision.authorship == fresh(draft.draft).authorship
    assert revision.shares == [{"name": "Ada Author", "share": 96}, {"name": "Ed Editor", "share": 4}]
    assert sum(line["share"] for line in revision.shares) == 100


def test_shares_are_sealed_with_the_names_of_the_day(submission, cast):
    cast.author.name = "Ada Married"
    cast.author.save()
    assert fresh(submission.revision).shares == [{"name": "Ada Author", "share": 100}]


# Too much by somebody outside the byline


def test_a_fifth_by_somebody_outside_the_byline_is_not_too_much(ten, cast):
    edit(ten, cast.editor, TEN.replace("nine ten", "neuf dix"), authors=[cast.author])
    assert written_outside(fresh(ten)) == ""


def test_more_than_a_fifth_is_said_with_name_and_numbers(ten, cast):
    edit(ten, cast.editor, TEN.replace("eight nine ten", "huit neuf dix"), authors=[cast.author])
    assert written_outside(fresh(ten)) == (
        "Ed Editor is not in the byline and wrote 3 of the 10 words: more than 20 per cent. "
        "Either Ed Editor joins the byline, or its authors rewrite those words themselves."
    )


def test_whoever_is_in_the_byline_may_have_written_everything(ten, cast):
    edit(ten, cast.editor, "All new", authors=[cast.editor])
    assert written_outside(fresh(ten)) == ""


def test_the_limit_is_the_departments(ten, cast):
    edit(ten, cast.editor, TEN.replace("ten", "dix"), authors=[cast.author])
    cast.department.share_limit = 9
    cast.department.save()
    assert "wrote 1 of the 10 words: more than 9 per cent" in written_outside(fresh(ten))
    cast.department.share_limit = 10
    cast.department.save()
    assert written_outside(fresh(ten)) == ""


def test_several_outside_the_byline_are_each_measured_alone(ten, cast):
    edit(ten, cast.editor, TEN.replace("nine ten", "neuf dix"), authors=[cast.author])
    edit(
        ten, cast.co_author, TEN.replace("seven eight nine ten", "sept huit neuf dix"), authors=[cast.author]
    )
    assert shares(ten) == [("Ada Author", 60), ("Cy Coauthor", 20), ("Ed Editor", 20)]
    assert written_outside(fresh(ten)) == ""


def test_rewriting_the_words_brings_the_share_down(ten, cast):
    edit(ten, cast.editor, "All new from somebody else", authors=[cast.author])
    assert written_outside(fresh(ten))
    edit(ten, cast.author, TEN)
    assert shares(ten) == [("Ada Author", 100)]
    assert written_outside(fresh(ten)) == ""


def test_the_words_of_a_guest_typed_in_by_an_author_are_the_guests(ten, cast):
    guest = make_guest(ten, cast.author)
    edit(ten, cast.author, "All of it in the words of a guest", words_by=guest, authors=[guest])
    assert shares(ten) == [("Gus Guest", 100)]
    assert written_outside(fresh(ten)) == ""
