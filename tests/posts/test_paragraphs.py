"""Paragraphs of a source: found by their blank lines, and exchanged without a change to anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posts.paragraphs import paragraphs, spans, start_of, with_wording

TEXT = "One.\n\n\n  Two,\nstill two.\n \nThree.\n"
scraps = st.text(alphabet="a \n-", max_size=30)


def test_blank_lines_set_paragraphs_apart():
    assert paragraphs(TEXT) == ["One.", "  Two,\nstill two.", "Three."]


@pytest.mark.parametrize("text", ["", " \n \n", "\n\n\n"])
def test_a_text_without_words_has_no_paragraph(text):
    assert paragraphs(text) == []


@given(scraps)
def test_paragraphs_are_where_their_spans_say(text):
    assert [text[start:end] for start, end in spans(text)] == paragraphs(text)
    assert " ".join(paragraphs(text)).split() == text.split()


def test_wording_takes_the_place_of_its_paragraph_and_nothing_else():
    assert with_wording(TEXT, 1, "  Two,\nstill two.", "2") == "One.\n\n\n2\n \nThree.\n"


def test_wording_follows_a_paragraph_that_moved():
    assert with_wording("New.\n\nOne.", 0, "One.", "1") == "New.\n\n1"


def test_a_paragraph_that_is_there_twice_is_known_by_its_place():
    assert with_wording("Same.\n\nSame.", 1, "Same.", "1") == "Same.\n\n1"


@pytest.mark.parametrize(
    ("text", "place"), [("New.\n\nSame.\n\nSame.", 0), ("Changed.", 0), ("", 0), ("Same.\n\nSame.", 7)]
)
def test_wording_finds_no_paragraph_that_changed_or_is_there_twice(text, place):
    assert with_wording(text, place, "Same.", "1") is None


@given(scraps, st.data())
def test_the_same_wording_changes_nothing(text, data):
    there = paragraphs(text)
    if there:
        place = data.draw(st.integers(0, len(there) - 1))
        assert with_wording(text, place, there[place], there[place]) == text


def test_a_long_paragraph_is_known_by_its_first_words():
    assert start_of("Word " * 50) == "Word Word Word Word Word Word Word Word Word Word Word Word…"
    assert start_of("Short\n  and broken.") == "Short and broken."
