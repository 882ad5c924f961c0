"""The fingerprint of a revision's words."""

import json
from dataclasses import asdict, fields, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from posts.fingerprint import Words, canonical, fingerprint

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
texts = st.lists(text, max_size=4)
byline = st.lists(st.fixed_dictionaries({"name": text, "role": text}), max_size=3)
images = st.lists(st.fixed_dictionaries({"digest": text, "alt": text}), max_size=3)
some_words = st.builds(
    Words,
    text,
    text,
    text,
    tags=texts,
    kind=text,
    note=text,
    partners=texts,
    byline=byline,
    source=text,
    blocks=texts,
    links=texts,
    images=images,
)

WORDS = Words(
    title="Heat pumps: what we heard",
    summary="Twelve weeks of letters.",
    slug="heat-pumps",
    tags=["heat", "homes"],
    kind="update",
    note="A figure was put right.",
    partners=["Homes", "Warmth"],
    byline=[{"name": "Ann Author", "role": "Policy lead"}, {"name": "Bo Writer", "role": "Analyst"}],
    source="Café & *bread*",
    blocks=["p: Café & bread", "p: end"],
    links=["https://www.gov.uk/", "/about/"],
    images=[{"digest": "a" * 64, "alt": "A chart"}, {"digest": "b" * 64, "alt": "A map"}],
)

CHANGES = {
    "title": "Heat pumps: what we learned",
    "summary": "Twelve weeks of letters. ",
    "slug": "heat-pumps-2",
    "tags": ["heat"],
    "kind": "question",
    "note": "A figure was corrected.",
    "partners": ["Homes"],
    "byline": [{"name": "Ann Author", "role": "Director"}, {"name": "Bo Writer", "role": "Analyst"}],
    "source": "Cafe\u0301 & *bread*",
    "blocks": ["p: Café & bread", "li: end"],
    "links": ["https://www.gov.uk/", "/about"],
    "images": [{"digest": "a" * 64, "alt": "A chart"}, {"digest": "b" * 64, "alt": "A plan"}],
}


@pytest.mark.parametrize("name", [field.name for field in fields(Words)])
def test_a_change_in_any_field_changes_the_fingerprint(name):
    assert fingerprint(replace(WORDS, **{name: CHANGES[name]})) != fingerprint(WORDS)


@pytest.mark.parametrize("name", ["tags", "partners", "byline", "blocks", "links", "images"])
def test_order_changes_the_fingerprint(name):
    turned = replace(WORDS, **{name: getattr(WORDS, name)[::-1]})
    assert fingerprint(turned) != fingerprint(WORDS)


@given(some_words, some_words)
def test_different_words_have_different_fingerprints(one, other):
    assume(one != other)
    assert fingerprint(one) != fingerprint(other)


@given(some_words)
def test_the_canonical_form_says_all_the_words_and_its_own_version(words):
    assert json.loads(canonical(words)) == {"format": 2, **asdict(words)}


@given(some_words)
def test_words_stored_as_json_and_read_again_keep_their_fingerprint(words):
    again = Words(**json.loads(json.dumps(asdict(words))))
    assert fingerprint(again) == fingerprint(words)


def test_the_order_of_keys_inside_a_byline_does_not_matter():
    turned = [dict(reversed(line.items())) for line in WORDS.byline]
    assert fingerprint(replace(WORDS, byline=turned)) == fingerprint(WORDS)


def test_the_canonical_form_has_no_spaces_and_no_escapes():
    assert canonical(WORDS).startswith('{"blocks":["p: Café & bread","p: end"],"byline":[{"name":')


def test_the_fingerprint_of_these_words_never_changes():
    """Signatures of years ago must still be verified: if this fails, give the new form a new number."""
    assert fingerprint(WORDS) == "cf118e915c4cdbc953bbd7a3b3206890b1a2b12ad73e7b8a859dacbceb06ea5f"
