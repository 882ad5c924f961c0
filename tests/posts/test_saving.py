"""Saving while others save: brought together, chosen between, kept aside; and whose words they are then."""

import pytest

from posts.drafting import DraftWords, SaveConflict, words_of
from posts.models import Kind
from posts.saving import (
    ASIDES_AT_MOST,
    Choices,
    Clashing,
    asides_of,
    forget_aside,
    no_longer_aside,
    save_typed,
    set_aside,
)
from posts.shares import shares_of
from teams.refusals import NotAllowed, NotNow
from tests.conftest import WORDS
from tests.making import fresh, save, wording

TWO = "First paragraph.\n\nSecond paragraph."
TAB = "a" * 32


@pytest.fixture
def two(draft, cast):
    """The draft with two paragraphs, at its second version."""
    save(draft, cast.author, source=TWO)
    return fresh(draft)


def type_in(post, by, version, **changes):
    return save_typed(post, wording(**changes), by=by, version=version)


def test_what_two_people_change_in_different_paragraphs_is_saved_together(two, cast):
    type_in(two, cast.author, 2, source="First!\n\nSecond paragraph.")
    draft = type_in(two, cast.co_author, 2, source="First paragraph.\n\nSecond!")
    assert (draft.source, draft.version, draft.saved_by) == ("First!\n\nSecond!", 4, cast.co_author)


def test_words_that_are_brought_together_stay_their_writers(two, cast):
    type_in(two, cast.author, 2, source="Alpha beta gamma delta.\n\nSecond paragraph.")
    draft = type_in(two, cast.co_author, 2, source="First paragraph.\n\nEpsilon zeta eta theta.")
    shares = {line["name"]: line["share"] for line in shares_of(draft)}
    assert set(shares) == {"Ada Author", "Cy Coauthor"}


def test_fields_are_brought_together_too(two, cast):
    type_in(two, cast.author, 2, source=TWO, title="Their title", kind=Kind.QUESTION)
    draft = type_in(two, cast.co_author, 2, source=TWO, summary="My summary.", tags=["Mine"])
    assert (draft.title, draft.kind, draft.summary, draft.tags) == (
        "Their title",
        Kind.QUESTION,
        "My summary.",
        ["Mine"],
    )


def test_two_bylines_clash_and_name_the_people(two, cast):
    type_in(two, cast.author, 2, source=TWO, authors=[cast.author, cast.co_author])
    with pytest.raises(Clashing) as clash:
        type_in(two, cast.co_author, 2, source=TWO, authors=[cast.co_author])
    clash = clash.value.together.clashes["authors"]
    assert (clash.mine, clash.theirs) == ("Cy Coauthor", "Ada Author, Cy Coauthor")


def test_a_byline_changed_by_one_alone_is_kept(two, cast):
    type_in(two, cast.author, 2, source=TWO, authors=[cast.author, cast.co_author])
    draft = type_in(two, cast.co_author, 2, source=f"{TWO}\n\nMore.", authors=[cast.author])
    assert words_of(draft).authors == [cast.author, cast.co_author]


def test_a_clash_saves_nothing_and_shows_both(two, cast):
    type_in(two, cast.author, 2, source="First paragraph.\n\nTheirs.", title="Their title")
    with pytest.raises(Clashing) as refused:
        type_in(two, cast.co_author, 2, source="First!\n\nMine.", title="My title")
    together = refused.value.together
    assert [(clash.mine, clash.theirs) for clash in together.source.clashes] == [("Mine.", "Theirs.")]
    assert (together.clashes["title"].mine, together.clashes["title"].theirs) == ("My title", "Their title")
    assert fresh(two.draft).version == 3


def choose(post, by, made, *, onto=3):
    words = wording(source="First!\n\nMine.", title="My title")
    return save_typed(post, words, by=by, version=2, choices=Choices(onto, made))


@pytest.fixture
def clashing(two, cast):
    type_in(two, cast.author, 2, source="First paragraph.\n\nTheirs.", title="Their title")
    return two


def test_choices_settle_a_clash(clashing, cast):
    draft = choose(clashing, cast.co_author, {"title": "theirs", "source-0": "both"})
    assert (draft.title, draft.source) == ("Their title", "First!\n\nTheirs.\n\nMine.")


@pytest.mark.parametrize("made", [{}, {"title": "mine"}, {"title": "mine", "source-0": "nonsense"}])
def test_a_clash_that_is_not_settled_whole_saves_nothing(clashing, cast, made):
    with pytest.raises(Clashing):
        choose(clashing, cast.co_author, made)
    assert fresh(clashing.draft).version == 3


def test_choices_made_for_an_older_version_count_no_more(clashing, cast):
    save(clashing, cast.author, source="First paragraph.\n\nTheirs again.", title="Their title")
    with pytest.raises(Clashing) as refused:
        choose(clashing, cast.co_author, {"title": "mine", "source-0": "mine"})
    assert refused.value.together.source.clashes[0].theirs == "Theirs again."


def test_from_a_version_that_is_not_kept_whole_texts_are_shown(two, cast):
    two.saved_states.all().delete()
    type_in(two, cast.author, 2, source="Theirs.")
    with pytest.raises(SaveConflict) as refused:
        type_in(two, cast.co_author, 1, source="Mine.")
    assert [(c.mine, c.theirs) for c in refused.value.together.source.clashes] == [("Mine.", "Theirs.")]


def test_a_version_that_is_yet_to_come_is_no_way_round_what_others_saved(two, cast):
    with pytest.raises(Clashing):
        type_in(two, cast.co_author, 99, source="Mine alone.")


def test_what_is_not_new_is_no_save_and_makes_nobody_a_contributor(draft, cast):
    saved = save_typed(draft, words_of(draft.draft), by=cast.editor, version=1)
    assert saved.version == 1
    assert not draft.contributors.filter(person=cast.editor).exists()


@pytest.mark.parametrize("who", ["press_officer", "community_manager", "outsider", "nobody"])
def test_nobody_else_saves_what_they_typed(draft, cast, who):
    for words in (words_of(draft.draft), wording(title="Mine")):
        with pytest.raises(NotAllowed):
            save_typed(draft, words, by=getattr(cast, who), version=1)


def test_nothing_is_saved_while_the_draft_is_with_its_signatories(submission, cast):
    with pytest.raises(NotNow, match="Recall it first"):
        save_typed(submission.post, wording(title="Late"), by=cast.author, version=1)


# Kept aside


def aside(post, person, text="Mine.", tab=TAB):
    return set_aside(post, {"source": [text]}, by=person, tab=tab, version=1, why="Others changed it.")


def test_words_aside_are_their_writers_alone(draft, cast):
    aside(draft, cast.author)
    assert [kept.typed for kept in asides_of(draft, cast.author)] == [{"source": ["Mine."]}]
    assert asides_of(draft, cast.co_author) == []


def test_a_page_keeps_its_newest_words_aside_and_each_page_its_own(draft, cast):
    aside(draft, cast.author, "Old.")
    aside(draft, cast.author, "New.")
    aside(draft, cast.author, "Other.", tab="b" * 32)
    assert sorted(kept.typed["source"][0] for kept in asides_of(draft, cast.author)) == ["New.", "Other."]


def test_a_page_that_could_save_forgets_what_it_had_aside(draft, cast):
    aside(draft, cast.author)
    no_longer_aside(draft, cast.author, TAB)
    assert asides_of(draft, cast.author) == []


@pytest.mark.parametrize("key", ["", "x", "-1", "99999999999999999999", "1.5"])
def test_a_key_that_is_none_forgets_nothing(draft, cast, key):
    aside(draft, cast.author)
    forget_aside(draft, cast.author, key)
    assert len(asides_of(draft, cast.author)) == 1


def test_words_aside_do_not_grow_without_end(draft, cast):
    for number in range(ASIDES_AT_MOST + 3):
        aside(draft, cast.author, tab=f"{number:032x}")
    assert len(asides_of(draft, cast.author)) == ASIDES_AT_MOST


def test_typed_words_are_told_from_saved_ones_by_their_values(draft):
    assert words_of(draft.draft) == DraftWords(
        WORDS.title, WORDS.summary, WORDS.source, ["Sensors", "Data"], words_of(draft.draft).authors
    )
