"""Striking out: what leads to a person goes, what was decided stays."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teams.striking import STRUCK_OUT, Pseudonyms

NOBODY = Pseudonyms({})
STRUCK = [
    "jo@rivers.example",
    "Jo.Bloggs+floods@mail.rivers.example",
    "o'neill@rivers.example",
    "020 7946 0000",
    "(020) 7946 0000",
    "02079460000",
    "07700 900123",
    "07700-900-123",
    "+44 7700 900123",
    "+44 (0)20 7946 0000",
    "+353 1 496 0000",
    "0044 20 7946 0000",
    "AB 12 34 56 C",
    "AB123456C",
    "ab 12 34 56 c",
    "AB-12-34-56-C",
    "SW1A 2AA",
    "sw1a2aa",
    "M1 1AE",
    "EC1A 1BB",
    "GIR 0AA",
]
STAYS = [
    "Say where the figures are from.",
    "fingerprint: nothing → 343b50f108eb643342c0ab2f089245c8a6a2ae6ba188cdb9214b765d31828ee8",
    "0b50f108eb643342c0ab2f089245c8a6a2ae6ba188cdb9214b765d31828ee80a",
    "Revision 12 of 3 March 2026 at 9:30am",
    "2026-03-02T09:00:00.000000+00:00",
    "01.02.2026",
    "1,000,000 homes, 99.5%, £0.25, 10-15 people",
    "Press officer, Department for Rivers",
    "post 12: What we learned on the river",
    "R2D2 asks @ noon",
    "B7QK2M9XW4TD on What we learned",
]


@pytest.mark.parametrize("address", STRUCK)
def test_what_leads_to_a_person_is_struck_out(address):
    assert NOBODY.strike(f"Ask ({address}), please.") == f"Ask ({STRUCK_OUT}), please."
    assert NOBODY.strike(address) == STRUCK_OUT


@pytest.mark.parametrize("text", STAYS)
def test_what_leads_to_nobody_stays(text):
    assert NOBODY.strike(text) == text


def test_every_address_of_a_text_goes():
    text = "Jo (jo@rivers.example, 07700 900123) of SW1A 2AA and M1 1AE"
    assert NOBODY.strike(text) == "Jo ([struck out], [struck out]) of [struck out] and [struck out]"


# Names

NAMES = {"Pat Press": 7, "Ann": 8, "Ann Lee": 9, "Zoë O'Neill-Smith": 10}


def test_a_name_becomes_a_numbered_person_the_same_each_time():
    who = Pseudonyms(NAMES)
    told = who.strike("Pat Press told Ann Lee, as Pat Press does.")
    assert told == "Person 1 told Person 2, as Person 1 does."
    assert who.name(9, "Ann Lee") == "Person 2"


def test_the_longest_name_is_meant():
    assert Pseudonyms(NAMES).strike("Ann Lee and Ann") == "Person 1 and Person 2"


@pytest.mark.parametrize("name", ["pat press", "PAT PRESS", "Pat  Press", "Pat\nPress", "Pat-Press"])
def test_a_name_is_known_however_it_is_written(name):
    assert Pseudonyms(NAMES).strike(f"By {name}.") == "By Person 1."


@pytest.mark.parametrize("text", ["Annual report", "Compat Pressure", "Pat pressed on", "Joanne", "Ann2"])
def test_a_word_that_only_begins_like_a_name_stays(text):
    assert Pseudonyms(NAMES).strike(text) == text


def test_names_with_marks_and_accents_are_known():
    assert Pseudonyms(NAMES).strike("Ask Zoë O'Neill-Smith's team") == "Ask Person 1's team"


def test_people_in_scope_keep_their_names():
    who = Pseudonyms(NAMES, in_scope={7})
    assert who.strike("Pat Press and Ann Lee") == "Pat Press and Person 1"
    assert who.name(7, "Pat Press") == "Pat Press"


def test_every_text_in_a_value_is_struck():
    value = {"name": ["Pat Press", "Ann Lee"], "why": [None, {"more": ["AB123456C", 3, True]}]}
    assert Pseudonyms(NAMES).strike_all(value) == {
        "name": ["Person 1", "Person 2"],
        "why": [None, {"more": [STRUCK_OUT, 3, True]}],
    }


@pytest.mark.parametrize("name", ["", " ", "..."])
def test_a_name_without_a_word_is_no_name(name):
    assert Pseudonyms({name: 1}).strike("A text... with all sorts.") == "A text... with all sorts."


@settings(deadline=None)
@given(before=st.text(max_size=20), after=st.text(max_size=20))
def test_no_address_survives_among_other_words(before, after):
    for address in ("jo@rivers.example", "07700 900123"):
        assert address not in NOBODY.strike(f"{before} {address} {after}")


def test_long_texts_take_no_long_time():
    many = Pseudonyms({f"Person{n} Family{n}": n for n in range(3_000)})
    began = time.perf_counter()
    for text in ("a" * 50_000, "0 " * 25_000, "a.b-" * 12_000, "+1 (0" * 10_000, "Person1 Famil " * 4_000):
        many.strike(text)
    assert time.perf_counter() - began < 5
