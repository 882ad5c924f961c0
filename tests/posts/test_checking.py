"""Checks of a text: each finds what it should, leaves alone what it should, and ends in time."""

import time

import pytest

from posts.checking import RULES, Text, check
from posts.checking.parsing import Passage
from tests.posts.checked_texts import FINDS, FINE

PAIRS_THAT_FIND = [(rule, text) for rule, texts in FINDS.items() for text in texts]
PAIRS_THAT_DO_NOT = [(rule, text) for rule, texts in FINE.items() for text in texts]


def findings(rule, text):
    whole = Text(title=text, summary="", source="") if rule == "length" else Text("Title", "", text)
    return [finding for finding in check(whole) if finding.rule == rule]


def test_every_rule_has_ten_texts_of_each_sort():
    assert set(FINDS) == set(FINE) == set(RULES)
    for texts in (*FINDS.values(), *FINE.values()):
        assert len(set(texts)) >= 10


@pytest.mark.parametrize(("rule", "text"), PAIRS_THAT_FIND)
def test_a_text_that_breaks_a_rule_is_found(rule, text):
    assert findings(rule, text)


@pytest.mark.parametrize(("rule", "text"), PAIRS_THAT_DO_NOT)
def test_a_text_that_keeps_a_rule_is_left_alone(rule, text):
    assert findings(rule, text) == []


@pytest.mark.parametrize(("rule", "text"), PAIRS_THAT_FIND)
def test_a_finding_names_its_words_at_their_place(rule, text):
    for finding in findings(rule, text):
        assert finding.words == text[finding.start : finding.end]
        assert finding.message.endswith((".", "?"))


def fixed(text, found):
    for finding in sorted(found, key=lambda finding: -finding.start):
        text = text[: finding.start] + finding.fix + text[finding.end :]
    return text


@pytest.mark.parametrize(("rule", "text"), PAIRS_THAT_FIND)
def test_a_fix_leaves_nothing_to_find(rule, text):
    found = findings(rule, text)
    if all(finding.fix is not None for finding in found):
        assert findings(rule, fixed(text, found)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It rained on the 4th of June 2027.", "It rained on 4 June 2027."),
        ("It rained on June 4, 2027.", "It rained on 4 June 2027."),
        ("It rained on 04/06/2027.", "It rained on 4 June 2027."),
        ("The 2026-27 year.", "The 2026 to 2027 year."),
        ("Come at 17:30.", "Come at 5:30pm."),
        ("Come at 12 noon.", "Come at midday."),
        ("Come between 10-11am.", "Come between 10am to 11am."),
        ("We counted 12500 bags.", "We counted 12,500 bags."),
        ("It cost £20k.", "It cost £20,000."),
        ("It rose by 10 per cent.", "It rose by 10%."),
        ("We asked twenty-five people.", "We asked 25 people."),
        ("Prior to that, we utilised it.", "Before that, we used it."),
        ("Bring one, e.g. a torch.", "Bring one, for example a torch."),
        ("### Stores", "## Stores"),
    ],
)
def test_what_a_fix_writes(text, right):
    found = [finding for finding in check(Text("Title", "", text)) if finding.fix is not None]
    assert fixed(text, found) == right


def test_titles_and_summaries_are_checked_too():
    found = check(Text("We utilise data", "It cost £5m.", ""))
    assert [(finding.rule, finding.field) for finding in found] == [
        ("words_to_avoid", "title"),
        ("numbers", "summary"),
    ]


def test_plain_prose_has_nothing_to_find():
    text = FINE["reading_age"][8]
    assert check(Text("What 40 flood stores taught us", "We opened the doors of 40 stores.", text)) == []


def test_places_in_prose_are_places_in_the_text():
    passage = Passage(
        "source", "A [link](https://x.y) `code` **bold** 😀 ![a](image:b)\n\n> quote\n\n```\nx\n```\n"
    )
    assert len(passage.prose) == len(passage.plain) == len(passage.text)
    assert "link" in passage.prose
    assert "quote" not in passage.prose
    assert "quote" in passage.plain
    assert "code" not in passage.plain


HOSTILE = [
    "a" * 100_000,
    "a " * 50_000,
    "A " * 50_000,
    "[" * 100_000,
    "[a](" * 25_000,
    "![" * 50_000,
    "`" * 100_000,
    "`a" * 50_000,
    "|" * 100_000,
    "|-" * 50_000,
    "| a | b |\n" * 10_000,
    "1" * 100_000,
    "1-" * 50_000,
    "0 " * 50_000,
    "07911 " * 16_000,
    "12.12." * 16_000,
    "a@" * 50_000,
    "a." * 50_000,
    "a@a." * 25_000,
    "AB " * 33_000,
    "AB12" * 25_000,
    "Ab " * 33_000,
    "Minister for " * 8_000,
    "Jane Doe, " * 10_000,
    "Secretary of State for A, " * 4_000,
    "was not " * 12_000,
    "is really " * 10_000,
    "the new " * 12_000,
    "we will " * 12_000,
    "figures are not yet " * 5_000,
    "from April, the " * 6_000,
    "£1" * 50_000,
    "https://" * 12_000,
    "https://a.b/" + "c" * 99_000,
    "EA (" * 25_000,
    "EA (a" + "b" * 90_000,
    " (EA" * 25_000,
    "one or " * 14_000,
    "# " * 50_000,
    "#\n" * 50_000,
    "- a\n" * 25_000,
    "> a\n" * 25_000,
    "**a**\n\n" * 14_000,
    "a\n\n" * 33_000,
    "4 June " * 14_000,
    "\t" * 100_000,
    " \n" * 50_000,
    "etc " * 25_000,
    "previous government " * 5_000,
    "“" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_hostile_texts_are_checked_in_time(text):
    began = time.process_time()
    check(Text(text[:200], text[:400], text))
    assert time.process_time() - began < 3


def test_a_post_of_ten_thousand_words_is_checked_while_its_writer_pauses():
    text = "\n\n".join([FINE["reading_age"][0]] * 115)
    check(Text("Title", "", text))
    began = time.process_time()
    check(Text("Title", "", text))
    assert time.process_time() - began < 1.5
