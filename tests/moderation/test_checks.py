"""Automatic checks of a text: what each looks for, and that none of them hangs or refuses."""

import time

import pytest

from moderation.checks import checks, stated
from moderation.models import Attestation
from posts.models import Image
from tests.conftest import submit_it
from tests.making import make_picture, save

LONG = "word " * 26


@pytest.fixture
def check(submission):
    """The check with a label, of the submitted revision with changes that are not saved."""

    def _check(label, **changes):
        for name, value in changes.items():
            setattr(submission.revision, name, value)
        (found,) = [check for check in checks(submission.revision) if check.label.startswith(label)]
        return found

    return _check


@pytest.mark.parametrize(("length", "passed"), [(65, True), (66, False)])
def test_a_title_reads_best_up_to_65_characters(check, length, passed):
    found = check("Title", title="x" * length)
    assert (found.passed, found.found) == (passed, f"{length} characters")


@pytest.mark.parametrize(("length", "passed"), [(140, True), (141, False)])
def test_a_summary_reads_best_up_to_140_characters(check, length, passed):
    assert check("Summary", summary="x" * length).passed == passed


@pytest.mark.parametrize(
    ("block", "passed"),
    [
        ("p: " + "word " * 25, True),
        (f"p: {LONG}", False),
        ("p: " + "Short one. " * 5, True),
        (f"li: {LONG}", False),
        ("p: At 3.5 metres it was 3.5 metres. " * 1, True),
    ],
)
def test_a_sentence_reads_best_up_to_25_words(check, block, passed):
    assert check("Sentences", blocks=[block]).passed == passed


def test_a_long_sentence_is_shown(check):
    found = check("Sentences", blocks=[f"p: {LONG}"])
    assert (found.found, len(found.details)) == ("1 longer", 1)
    assert found.details[0].startswith("word word")


def test_not_every_long_sentence_is_shown(check):
    found = check("Sentences", blocks=[f"p: {LONG}"] * 9)
    assert (found.found, len(found.details)) == ("9 longer", 5)


@pytest.mark.parametrize(("sentences", "passed"), [(5, True), (6, False)])
def test_a_paragraph_reads_best_up_to_five_sentences(check, sentences, passed):
    assert check("Paragraphs", blocks=["p: " + "It rained. " * sentences]).passed == passed


def test_links_to_other_sites_are_listed_once_to_be_opened(check):
    found = check(
        "Links", links=["https://b.example/", "/floods/", "https://a.example/", "https://b.example/"]
    )
    assert (found.passed, found.details) == (False, ("https://a.example/", "https://b.example/"))


def test_links_within_the_platform_need_no_look(check):
    assert check("Links", links=["/floods/", "#h-what-broke"]).passed


@pytest.mark.parametrize(("width", "passed"), [(999, False), (1000, True), (3999, True), (4000, False)])
def test_pictures_are_best_between_1000_and_3999_pixels(draft, cast, width, passed):
    image = make_picture(draft, cast.author)
    Image.objects.filter(pk=image.pk).update(width=width)
    save(draft, cast.author, source=image.markdown)
    found = [check for check in checks(submit_it(draft, cast.author).revision) if "ictures" in check.label]
    assert [check.passed for check in found] == [passed]


def test_what_was_found_comes_first(submission):
    assert [check.passed for check in checks(submission.revision)] == [False, True, True, True, True, True]


def test_a_check_refuses_nothing(cast, draft):
    save(draft, cast.author, title="x" * 200, summary="x" * 400, source=LONG)
    assert submit_it(draft, cast.author)


@pytest.mark.parametrize(
    "text", [". " * 50_000, "a" * 100_000, "!?." * 33_000, '. "A' * 25_000, "x . X" * 20_000]
)
def test_a_hostile_long_text_is_checked_in_seconds(submission, text):
    submission.revision.blocks = [f"p: {text}"]
    started = time.process_time()
    assert checks(submission.revision)
    assert time.process_time() - started < 3


# What the authors stated


def attested(**said):
    return Attestation(**{"ai_use": "none", "new_policy": False, "unreleased_statistics": False, **said})


def test_nothing_to_look_at_is_nothing_said():
    assert stated([attested(), attested()]) == []


@pytest.mark.parametrize(
    ("said", "words"), [("new_policy", "new policy"), ("unreleased_statistics", "unreleased statistics")]
)
def test_what_one_author_stated_is_said(said, words):
    (text,) = stated([attested(), attested(**{said: True})])
    assert words in text
