"""What changed between two revisions: every field that differs, and in the text only what differs."""

import time

import pytest

from moderation.comparing import compare
from posts.differences import Piece
from posts.models import Revision
from tests.conftest import submit_it
from tests.making import make_picture, save

WORDS = {
    "title": "Title",
    "summary": "Summary.",
    "source": "One.\n\nTwo.\n\nThree.\n\nFour.",
    "tags": ["Data"],
    "kind": "update",
    "note": "",
    "partners": ["Water Quality"],
    "byline": [{"name": "Ada Author", "role": "Adviser"}],
    "links": ["https://example.org/"],
    "images": [{"digest": "0" * 64, "alt": "A gauge"}],
}


def revision(**changes):
    return Revision(**{**WORDS, **changes})


def changed(**changes):
    """What a comparison with the usual revision says, as labels with lines of (op, text)."""
    found = compare(revision(), revision(**changes))
    return {change.label: [[(p.op, p.text) for p in line] for line in change.lines] for change in found}


def rebuilt(change, op):
    """One side of a comparison, put together again."""
    return ["".join(p.text for p in line if p.op in ("same", op)) for line in change.lines]


def test_nothing_differs_between_equal_texts():
    assert changed() == {}


@pytest.mark.parametrize(
    ("label", "changes"),
    [
        ("Title", {"title": "Other"}),
        ("Summary", {"summary": "Other."}),
        ("Tags", {"tags": ["Data", "Sea"]}),
        ("Kind", {"kind": "question"}),
        ("What changed, for readers", {"note": "A figure was put right."}),
        ("Written with", {"partners": ["Water Quality", "Safer Streets"]}),
        ("Byline", {"byline": [{"name": "Ada Author", "role": "Director"}]}),
        ("Byline", {"byline": [*WORDS["byline"], {"name": "Cy Coauthor", "role": ""}]}),
        ("Links", {"links": ["https://example.com/"]}),
        ("Pictures", {"images": [{"digest": "0" * 64, "alt": "A bridge"}]}),
        ("Pictures", {"images": [{"digest": "1" * 64, "alt": "A gauge"}]}),
        ("Text", {"source": "One.\n\nTwo.\n\nThree.\n\nFive."}),
    ],
)
def test_a_field_that_differs_is_named_and_no_other(label, changes):
    assert list(changed(**changes)) == [label]


def test_the_order_of_tags_and_of_the_byline_counts():
    two = [{"name": "A", "role": ""}, {"name": "B", "role": ""}]
    found = compare(revision(tags=["a", "b"], byline=two), revision(tags=["b", "a"], byline=two[::-1]))
    assert [change.label for change in found] == ["Tags", "Byline"]


def test_words_are_compared_within_a_field():
    assert changed(title="New Title") == {"Title": [[("added", "New "), ("same", "Title")]]}


def test_of_the_text_only_what_changed_and_its_neighbours_are_shown():
    lines = changed(source="One.\n\nTwo!\n\nThree.\n\nFour.")["Text"]
    assert lines == [
        [("same", "One.")],
        [("removed", "Two."), ("added", "Two!")],
        [("same", "Three.")],
    ]


def test_an_added_and_a_removed_paragraph_are_whole():
    assert [("added", "Between.")] in changed(source="One.\n\nBetween.\n\nTwo.\n\nThree.\n\nFour.")["Text"]
    assert [("removed", "Two.")] in changed(source="One.\n\nThree.\n\nFour.")["Text"]


def test_both_texts_can_be_read_from_a_comparison():
    old, new = "The cat sat.\n\nOn a mat.", "The dog sat down.\n\nOn the mat.\n\nWell."
    (change,) = compare(revision(source=old), revision(source=new))
    assert [line for line in rebuilt(change, "removed") if line] == old.split("\n\n")
    assert rebuilt(change, "added") == new.split("\n\n")


def test_a_change_of_white_space_only_is_said():
    assert "Text" in changed(source="One.\n\n\nTwo.\n\nThree.\n\nFour.")


def test_nothing_is_lost_between_an_empty_text_and_a_text():
    (change,) = compare(revision(source=""), revision(source="One.\n\nTwo."))
    assert rebuilt(change, "added") == ["One.", "Two."]


HOSTILE = {
    "the same paragraph": ("a\n\n" * 33_000, "a\n\n" * 32_999 + "b"),
    "paragraphs in turn": (
        "\n\n".join(f"x\n\np{n}" for n in range(9_000)),
        "\n\n".join(f"x\n\nq{n}" for n in range(9_000)),
    ),
    "the same word": ("a " * 50_000, "a " * 49_999 + "b"),
    "words in turn": (
        "\n\n".join([" ".join(f"x p{n}" for n in range(120))] * 100),
        "\n\n".join([" ".join(f"x q{n}" for n in range(120))] * 100),
    ),
    "empty lines": ("\n" * 99_999 + "a", "\n" * 99_999 + "b"),
    "spaces": (" " * 99_999 + "a", " " * 99_998 + "ab"),
    "one long word": ("a" * 100_000, "a" * 99_999 + "b"),
    "no order": ("\n\n".join(map(str, range(15_000))), "\n\n".join(map(str, range(15_000, 0, -1)))),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_long_text_is_compared_in_seconds_and_whole(what):
    old, new = HOSTILE[what]
    started = time.process_time()
    (change,) = compare(revision(source=old), revision(source=new))
    assert time.process_time() - started < 5
    assert any(piece.op == "added" for line in change.lines for piece in line)


def test_a_hostile_list_of_links_is_compared_in_seconds():
    old = [f"https://example.org/{n}" for n in range(5_000)]
    started = time.process_time()
    (change,) = compare(revision(links=old), revision(links=old[::-1]))
    assert time.process_time() - started < 5
    assert [piece.op for piece in change.lines[0]] == ["removed", "added"]


def test_one_changed_word_in_a_very_long_text_is_found():
    old = "\n\n".join(f"Paragraph {n}" for n in range(5_000))
    (change,) = compare(revision(source=old), revision(source=old.replace("h 4321", "h was 4321")))
    assert change.lines == [[Piece("same", "Paragraph "), Piece("added", "was "), Piece("same", "4321")]]


# On the press desk


@pytest.fixture
def screen(sign_in, cast):
    """What a press officer sees of a submission."""

    def _screen(submission):
        browser = sign_in(cast.press_officer)
        return browser.get(f"/admin/moderation/submission/{submission.pk}/change/").content.decode()

    return _screen


def test_a_first_submission_is_compared_with_nothing(screen, submission):
    assert "What changed" not in screen(submission)


def test_a_new_text_is_compared_with_the_one_readers_see(screen, live, cast):
    save(live, cast.author, title="What we learned by the river")
    page = screen(submit_it(live, cast.author))
    assert "What changed since the last signed revision (1)" in page
    assert "<del>on</del><ins>by</ins>" in page


def test_markup_in_a_change_is_shown_as_text(screen, live, cast):
    save(live, cast.author, title="<script>alert(1)</script>", source="</ins><b>x</b>")
    page = screen(submit_it(live, cast.author))
    assert "<script>alert" not in page
    assert "<ins>&lt;/ins&gt;&lt;b&gt;x&lt;/b&gt;</ins>" in page


def test_another_picture_is_a_change(screen, live, cast):
    image = make_picture(live, cast.author)
    save(live, cast.author, source=image.markdown)
    assert f"<ins>A gauge on a bridge ({image.digest[:8]})</ins>" in screen(submit_it(live, cast.author))
