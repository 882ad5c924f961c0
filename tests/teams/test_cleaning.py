"""What people type is cleaned before anything else sees it."""

import unicodedata
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teams.cleaning import clean_line, clean_text

CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n", "\t"}
MISLEADING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INVISIBLE = set("\u200b\u2060\ufeff\u00ad\u180e")
AWKWARD = (
    "a =\n\t\r\x00\x85\u200b\u200c\u200d\u202e\u2028\u0301\u0316\u0338\u0344\ufe0f\ud800\uffff"
    "⇒↔क्षम👩🏴\U000e0067\U000e007f"
)

anything = st.text(st.one_of(st.characters(), st.sampled_from(AWKWARD)), max_size=40)


def is_forbidden(character):
    code = ord(character)
    return (
        character in CONTROLS | MISLEADING | INVISIBLE
        or 0xD800 <= code <= 0xDFFF
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


@given(anything)
def test_nothing_forbidden_is_left(text):
    assert not [character for character in clean_text(text) if is_forbidden(character)]


@given(anything)
@example("👩\u200d\u0301")
@example("=\u200d\u0338\u200da")
@example("a" + "\u0344" * 40)
def test_cleaning_twice_changes_nothing(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(anything)
def test_text_has_one_spelling(text):
    assert unicodedata.is_normalized("NFC", clean_text(text))


@given(anything)
def test_a_line_is_one_line_with_single_spaces(text):
    assert clean_line(text) == " ".join(clean_line(text).split())


@given(st.text("abc é—“”£\n\t", min_size=1).filter(lambda text: text == text.strip()))
def test_ordinary_text_is_kept(text):
    assert clean_text(text) == text


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_break_becomes_a_newline(line_break):
    assert clean_text(f"one{line_break}two") == "one\ntwo"


@pytest.mark.parametrize(
    "text", ["", " \n", "\x00", "\u200b\ufeff", "\u202e", "\u200d", "\u3164", "\u2800", "\u0301"]
)
def test_text_that_nobody_could_see_counts_as_empty(text):
    assert clean_text(text) == clean_line(text) == ""


def test_words_cannot_be_shown_backwards():
    assert clean_line("invoice\u202efdp.exe") == "invoicefdp.exe"


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "क्\u200dष",
        "👩🏽\u200d⚕\ufe0f",
        "🙂\u200d↔\ufe0f",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
    ids=["Persian", "Hindi", "a doctor", "a head that shakes", "the flag of England"],
)
def test_joiners_and_flags_that_mean_something_are_kept(text):
    assert clean_line(text) == text


@pytest.mark.parametrize("text", ["a\u200d", "\u200da", "a \u200d b", "1\u200d2", "ab\U000e0041"])
def test_joiners_and_flag_letters_that_only_hide_are_removed(text):
    assert clean_line(text) == text.translate({0x200D: None, 0xE0041: None}).replace("  ", " ")


def test_a_tower_of_accents_takes_no_time():
    began = perf_counter()
    assert len(clean_text("a" + "\u0300\u0316" * 100_000)) <= 31
    assert perf_counter() - began < 2
