"""Two texts that grew from one: what is brought together, what clashes, and that no word is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posts.merging import Choice, Clash, Merge, merge, merge_value, splices

BASE = "One.\n\nTwo.\n\nThree."


def merged(mine, theirs, base=BASE):
    found = merge(base, mine, theirs)
    assert not found.clashes, found
    return found.text()


def test_changes_of_different_paragraphs_are_both_kept():
    assert merged("One!\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nThree?") == "One!\n\nTwo.\n\nThree?"


def test_changes_of_neighbouring_paragraphs_are_both_kept():
    assert merged("One!\n\nTwo.\n\nThree.", "One.\n\nTwo?\n\nThree.") == "One!\n\nTwo?\n\nThree."


def test_a_paragraph_that_both_add_at_the_end_stands_twice_theirs_first():
    assert merged(f"{BASE}\n\nMine.", f"{BASE}\n\nTheirs.") == f"{BASE}\n\nTheirs.\n\nMine."


def test_somebody_types_on_while_another_adds_behind_them():
    assert merged("One.\n\nHello", "One.\n\nHel\n\nWor", "One.\n\nHel") == "One.\n\nHello\n\nWor"


def test_a_paragraph_removed_by_one_and_left_alone_by_the_other_is_gone():
    assert merged("One.\n\nThree.", "One.\n\nTwo.\n\nThree?") == "One.\n\nThree?"


def test_the_same_change_by_both_is_made_once():
    assert merged("One!\n\nTwo.\n\nThree.", "One!\n\nTwo.\n\nThree?") == "One!\n\nTwo.\n\nThree?"


def test_two_changes_of_one_paragraph_clash_and_the_rest_does_not():
    found = merge(BASE, "One!\n\nMine.\n\nThree.", "One.\n\nTheirs.\n\nThree?")
    assert found.parts == ["One!", Clash("Mine.", "Theirs."), "Three?"]


def test_a_paragraph_that_one_changed_and_the_other_removed_clashes():
    assert merge(BASE, "One.\n\nTwo!\n\nThree.", "One.\n\nThree.").clashes == [Clash("Two!", "")]


@pytest.mark.parametrize(
    ("choice", "text"),
    [(Choice.MINE, "A\n\nM"), (Choice.THEIRS, "A\n\nT"), (Choice.BOTH, "A\n\nT\n\nM")],
)
def test_a_choice_settles_a_clash(choice, text):
    assert Merge(["A", Clash("M", "T")]).text([choice]) == text


def test_a_clash_without_a_choice_makes_no_text():
    with pytest.raises(ValueError, match="not settled"):
        Merge([Clash("M", "T")]).text()


def test_without_the_text_that_both_began_with_they_clash_as_wholes():
    assert merge(None, "Mine.", "Theirs.").clashes == [Clash("Mine.", "Theirs.")]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "value"),
    [
        ("a", "a", "b", "b"),
        ("a", "b", "a", "b"),
        ("a", "b", "b", "b"),
        ("a", "b", "c", None),
        (None, "b", "c", None),
    ],
)
def test_a_field_is_theirs_whose_change_it_is(base, mine, theirs, value):
    assert merge_value(base, mine, theirs) == value


PARAGRAPHS = st.lists(st.sampled_from(["a", "b", "c", "d", "e x", "f"]), max_size=7).map("\n\n".join)
ALL = st.sampled_from(list(Choice))


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_no_paragraph_that_somebody_added_is_lost_if_both_are_kept(base, mine, theirs):
    found = merge(base, mine, theirs)
    text = found.text([Choice.BOTH] * len(found.clashes))
    added = {p for t in (mine, theirs) for p in t.split("\n\n")} - {*base.split("\n\n"), ""}
    assert added <= set(text.split("\n\n"))


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_no_paragraph_stands_in_a_merge_that_stood_in_none_of_the_texts(base, mine, theirs):
    found = merge(base, mine, theirs)
    text = found.text([Choice.MINE] * len(found.clashes))
    assert set(text.split("\n\n")) <= {p for t in (base, mine, theirs) for p in t.split("\n\n")} | {""}


@given(PARAGRAPHS, PARAGRAPHS)
def test_a_change_of_one_alone_is_taken_as_it_is(base, mine):
    assert merge(base, mine, base).text() == mine
    assert merge(base, base, mine).text() == mine


TEXT = st.text(alphabet="ab\n é😀", max_size=30)


@given(TEXT, TEXT)
def test_splices_make_the_one_text_of_the_other_in_units_of_a_browser(before, after):
    units = before.encode("utf-16-le")
    for start, end, words in reversed(splices(before, after)):
        units = units[: 2 * start] + words.encode("utf-16-le") + units[2 * end :]
    assert units.decode("utf-16-le") == after


def test_hostile_texts_are_brought_together_in_time():
    base, mine, theirs = ("\n\n".join("ab"[n % 2] for n in range(k, k + 30_000)) for k in (0, 1, 2))
    began = time.process_time()
    merge(base, f"x\n\n{mine}", f"y\n\n{theirs}")
    assert time.process_time() - began < 5
