"""Whose words a text holds: what a save keeps, what it credits, and that it is quick on any two texts."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posts.authorship import counted, in_per_cent, rewritten, words_of

ADA, CY, ED = 1, 2, 3
WORDS = st.sampled_from(["the", "river", "rose", "and", "we", "a.", "it", "**fell**", "-"])
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", " ", "\n", "\n\n"])), max_size=40).map(
    lambda parts: "".join(word + end for word, end in parts)
)
PEOPLE = st.sampled_from([ADA, CY, ED])
SAVES = st.lists(st.tuples(TEXTS, PEOPLE), min_size=1, max_size=6)


def written(*saves):
    """The last text and its runs, after these people saved these texts."""
    text, runs = "", []
    for after, person in saves:
        runs = rewritten(text, runs, after, by=person)
        text = after
    return text, runs


def counts(*saves):
    return counted(written(*saves)[1])


def numbered(numbers, *, wide=7):
    """A text of words that occur once, some to a sentence and some sentences to a paragraph."""
    return "".join(
        f"w{number}{'. ' if number % wide == 0 else ' '}{chr(10) * 2 if number % (3 * wide) == 0 else ''}"
        for number in numbers
    )


# What counts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We put out **forty sensors**.", ["we", "put", "out", "forty", "sensors"]),
        ("## What broke\n\n- batteries\n- _brackets_", ["what", "broke", "batteries", "brackets"]),
        ("See [the data](https://example.org/a-b).", ["see", "the", "data", "https://example.org/a-b"]),
        ("It's 5 km/h — or 7,000 m²!", ["it's", "5", "km/h", "or", "7,000", "m²"]),
        ("--- ** _ “” \n\n > ", []),
        ("", []),
    ],
)
def test_a_word_is_what_was_written_without_its_marks(text, words):
    assert words_of(text) == words


def test_the_first_text_is_its_writers():
    assert written(("One two three.", ADA)) == ("One two three.", [[ADA, 3]])


def test_words_put_between_are_the_savers():
    assert written(("One two three.", ADA), ("One and two three.", CY))[1] == [[ADA, 1], [CY, 1], [ADA, 2]]


def test_words_put_in_the_place_of_others_are_the_savers():
    assert counts(("One two three four.", ADA), ("One deux trois four.", CY)) == {ADA: 2, CY: 2}


def test_a_word_taken_out_and_put_back_by_somebody_else_is_theirs():
    assert counts(("One two three.", ADA), ("One three.", ADA), ("One two three.", CY)) == {ADA: 2, CY: 1}


@pytest.mark.parametrize("marked", ["**One** two, _three_!", "- one\n- two\n- three", "ONE “two” Three"])
def test_marks_and_capital_letters_make_nobody_a_writer(marked):
    assert counts(("One two three", ADA), (marked, CY)) == {ADA: 3}


def test_who_makes_a_word_a_link_writes_the_address_only():
    assert counts(("See the data.", ADA), ("See the [data](https://example.org).", CY)) == {ADA: 3, CY: 1}


# What moves


MOVABLE = ["The river rose in the night.", "We put out forty sensors.", "Two of the forty broke."]


def test_a_moved_paragraph_keeps_its_writers():
    before, after = "\n\n".join(MOVABLE), "\n\n".join([MOVABLE[2], MOVABLE[0], MOVABLE[1]])
    assert counts((before, ADA), (after, CY)) == {ADA: len(words_of(before))}


def test_a_moved_paragraph_keeps_its_writers_word_by_word():
    before = [("One two.\n\nThree four.", ADA), ("One two.\n\nThree and four.", CY)]
    assert written(*before, ("Three and four.\n\nOne two.", ED))[1] == [[ADA, 1], [CY, 1], [ADA, 3]]


def test_a_sentence_moved_to_another_paragraph_keeps_its_writer():
    before = "The river rose. We slept.\n\nIt fell again."
    after = "We slept.\n\nIt fell again. The river rose. So it goes."
    assert counts((before, ADA), (after, CY)) == {ADA: 8, CY: 3}


def test_a_moved_line_of_a_list_keeps_its_writer():
    assert counts(("- batteries\n- brackets\n- birds", ADA), ("- birds\n- batteries\n- brackets", CY)) == {
        ADA: 3
    }


def test_two_like_paragraphs_keep_a_writer_each():
    text, runs = written(("Yes.", ADA), ("Yes.\n\nYes.", CY))
    assert runs == [[ADA, 1], [CY, 1]]
    assert rewritten(text, runs, text, by=ED) == runs


# What always holds


@given(SAVES)
def test_the_runs_sum_to_the_words_of_the_text(saves):
    text, runs = written(*saves)
    assert sum(number for _, number in runs) == len(words_of(text))
    assert all(number > 0 for _, number in runs)
    assert all(one[0] != next_one[0] for one, next_one in pairwise(runs))


@given(SAVES, PEOPLE)
def test_saving_the_same_text_changes_nothing(saves, person):
    text, runs = written(*saves)
    assert rewritten(text, runs, text, by=person) == runs


@given(SAVES, st.data())
def test_who_only_removes_words_is_credited_with_none(saves, data):
    text, runs = written(*saves)
    parts = text.split(" ")
    kept = data.draw(st.lists(st.booleans(), min_size=len(parts), max_size=len(parts)))
    after = " ".join(part for part, keep in zip(parts, kept, strict=True) if keep)
    assert 99 not in counted(rewritten(text, runs, after, by=99))


@given(SAVES, TEXTS, st.data())
def test_who_only_adds_words_takes_none_from_anybody(saves, more, data):
    text, runs = written(*saves)
    place = data.draw(st.sampled_from([0, *(at for at, char in enumerate(text) if char == " ")]))
    after = counted(rewritten(text, runs, f"{text[:place]} {more} {text[place:]}", by=99))
    assert after.pop(99, 0) == len(words_of(more))
    assert after == counted(runs)


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans(), PEOPLE), max_size=30), st.integers(1, 9))
def test_words_that_somebody_typed_and_that_stay_are_theirs_whoever_saves_later(changes, wide):
    """Each change takes one word out or puts a new one in; every word occurs once, so each has one writer."""
    numbers, writer, nth = list(range(30)), dict.fromkeys(range(30), ADA), 30
    text = numbered(numbers, wide=wide)
    runs = rewritten("", [], text, by=ADA)
    for place, adds, person in changes:
        at = place % (len(numbers) + 1)
        if adds:
            numbers.insert(at, nth)
            writer[nth] = person
            nth += 1
        else:
            del numbers[at : at + 1]
        after = numbered(numbers, wide=wide)
        runs = rewritten(text, runs, after, by=person)
        text = after
    assert [person for person, number in runs for _ in range(number)] == [writer[n] for n in numbers]


@given(st.dictionaries(st.integers(), st.integers(1, 10**6), min_size=1))
def test_shares_sum_to_a_hundred_and_are_each_within_one_of_the_truth(counts):
    shares, total = in_per_cent(counts), sum(counts.values())
    assert sum(shares.values()) == 100
    assert all(abs(shares[who] - number * 100 / total) < 1 for who, number in counts.items())


def test_a_text_without_words_has_no_shares():
    assert in_per_cent({}) == {}


@pytest.mark.parametrize(
    ("runs", "fits"), [([[ADA, 1]], [[ADA, 3]]), ([[ADA, 9]], [[ADA, 3]]), ([], [[CY, 3]])]
)
def test_runs_that_do_not_fit_their_text_are_cut_or_go_on(runs, fits):
    assert rewritten("One two three", runs, "One two three", by=CY) == fits


# What it costs


def some_text(seed, number=10_000):
    """Words as often as in English, in sentences and paragraphs."""
    chance = random.Random(seed)
    words = chance.choices([f"w{n}" for n in range(8000)], [1 / (n + 1) for n in range(8000)], k=number)
    return "".join(
        f"{word}{'. ' if n % 15 == 14 else ' '}{chr(10) * 2 * (n % 60 == 59)}" for n, word in enumerate(words)
    )


def shuffled(words):
    return random.Random(7).sample(words, len(words))


SLOW = {
    "two unlike texts": (some_text(1), some_text(2)),
    "every tenth word changed": (some_text(1), some_text(1).replace("w1 ", "x ")),
    "a word everywhere changed": (some_text(1), some_text(1).replace("w0 ", "x ")),
    "half of the words gone": (some_text(1), "new " + " ".join(some_text(1).split()[::2])),
    "two words over and over": ("a b " * 5000, "b a c " * 3333),
    "one word over and over": ("a " * 10_000, "b a " * 5000),
    "every word in another place": (numbered(range(10_000)), numbered(shuffled(range(10_000)))),
    "ten thousand paragraphs": ("a\n\nb\n\n" * 5000, "b c\n\na\n\n" * 3333),
    "no space at all": ("a." * 50_000, "b." * 50_000),
}


@pytest.mark.parametrize(("before", "after"), SLOW.values(), ids=SLOW)
def test_ten_thousand_words_take_under_a_fifth_of_a_second(before, after):
    runs, took = [[ADA, len(words_of(before))]], []
    for _ in range(3):
        start = time.thread_time()
        rewritten(before, runs, after, by=CY)
        took.append(time.thread_time() - start)
    assert min(took) < 0.2


def test_a_text_written_anew_is_nearly_all_its_new_writers():
    shares = in_per_cent(counts((some_text(1, 900), ADA), (some_text(2, 900), CY)))
    assert shares[CY] > 85
