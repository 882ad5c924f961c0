"""Blocks written in forms without JavaScript: cells, previews, what goes into the draft, and refusals."""

import time

import pytest

from posts.block_forms import FORMS
from posts.rendering import MAX_LENGTH
from posts.sealing import lay_out
from tests.conftest import WORDS, submit_it
from tests.making import fresh, make_picture, save
from tests.pages import errors, heading, title, tree, typed, words

TABLE = {
    "cells-rows": 3,
    "cells-columns": 2,
    "cells-0-0": "Place",
    "cells-0-1": "Gauges",
    "cells-1-0": "Leeds",
}
TABLE |= {"cells-1-1": "1,200", "cells-2-0": "A|B *c*", "cells-2-1": ""}
CHART = {"title": "Gauges: in place", "unit": "gauges", **TABLE, "cells-2-1": "-3"}
SENT = {
    "table": TABLE,
    "chart": CHART,
    "quotation": {"words": "We *heard* it.", "source": "Ada Obi"},
    "inset": {"words": "- one\n- two"},
    "details": {"summary": "What we did", "words": "This."},
    "update": {"day": "2027-03-03", "words": "More."},
    "footnote": {"words": "From the [data](/x).", "after": ""},
}
SHOWN = {
    "table": ["th: Place", "th: Gauges", "td: Leeds", "td: 1,200", "td: A|B *c*", "td: "],
    "chart": [
        "figcaption: Gauges: in place (gauges)",
        "th: Place",
        "th: Gauges",
        "th: Leeds",
        "td bar 100: 1,200",
        "th: A|B *c*",
        "td bar 0: −3",
    ],
    "quotation": ["quote: We heard it.", "figcaption: Ada Obi"],
    "inset": ["inset li: one", "inset li: two"],
    "details": ["details summary: What we did", "details: This."],
    "update": ["update: Update, 3 March 2027", "update: More."],
    "footnote": ["note 1: From the data."],
}


@pytest.fixture
def desk(sign_in, cast):
    """The browser of an author."""
    return sign_in(cast.author)


def at(post, block):
    return f"/desk/posts/{post.pk}/add/{block}/"


def blocks_of(post):
    draft = fresh(post.draft)
    return lay_out(post, draft.source).blocks


@pytest.mark.parametrize("block", FORMS)
def test_each_block_has_a_page(desk, draft, block):
    response = desk.get(at(draft, block))
    assert response.status_code == 200
    assert heading(response) == f"Add to your text: {FORMS[block].name.lower()}"


@pytest.mark.parametrize("block", SENT)
def test_a_block_goes_to_the_end_of_the_saved_text(desk, draft, block):
    before = blocks_of(draft)
    response = desk.post(at(draft, block), {**SENT[block], "version": 1, "do": "insert"})
    assert (response.status_code, response["Location"]) == (302, f"/desk/posts/{draft.pk}/edit/")
    assert blocks_of(draft)[-len(SHOWN[block]) :] == SHOWN[block]
    assert blocks_of(draft)[: len(before) - 1] == before[:-1]
    assert fresh(draft.draft).version == 2


@pytest.mark.parametrize("block", SENT)
def test_a_preview_shows_the_block_and_saves_nothing(desk, draft, block):
    response = desk.post(at(draft, block), {**SENT[block], "version": 1, "do": "preview"})
    assert response.status_code == 200
    assert all(shown.partition(": ")[2] in words(response) for shown in SHOWN[block])
    assert fresh(draft.draft).source == WORDS.source
    assert {name: str(value) for name, value in SENT[block].items()}.items() <= typed(response).items()


def test_a_video_shows_a_picture_of_the_post_and_links_out(desk, draft, cast):
    picture = make_picture(draft, cast.author, alt="A [person] in waders")
    sent = {"title": "Fitting", "address": "https://www.youtube.com/watch?v=1", "length": "3 minutes"}
    sent |= {"picture": picture.key, "transcript": "", "version": 1}
    assert desk.post(at(draft, "video"), sent).status_code == 302
    made = lay_out(draft, fresh(draft.draft).source)
    assert made.links[-1] == "https://www.youtube.com/watch?v=1"
    assert made.images == [{"digest": picture.digest, "alt": "A (person) in waders"}]


def test_a_video_elsewhere_without_a_link_is_refused(desk, draft, cast):
    picture = make_picture(draft, cast.author)
    sent = {"title": "Fitting", "address": "javascript:x", "length": "1 minute", "picture": picture.key}
    response = desk.post(at(draft, "video"), sent)
    assert response.status_code == 422
    assert "does not say where it is" in errors(response)[0]


def test_the_video_page_says_when_there_is_no_picture(desk, draft):
    assert "This post has no pictures yet." in words(desk.get(at(draft, "video")))


# Cells


@pytest.mark.parametrize(("button", "rows", "columns"), [("row", "4", "2"), ("column", "3", "3")])
def test_a_row_or_column_is_added_and_what_was_typed_is_kept(desk, draft, button, rows, columns):
    found = typed(desk.post(at(draft, "table"), {**TABLE, "do": button, "version": 1}))
    assert (found["cells-rows"], found["cells-columns"]) == (rows, columns)
    assert (found["cells-2-0"], found["version"]) == ("A|B *c*", "1")


def test_cells_are_filled_from_a_spreadsheet(desk, draft):
    sent = {**CHART, "do": "fill", "paste": "\t2024\nLeeds\t5"}
    found = typed(desk.post(at(draft, "chart"), sent))
    assert [found[f"cells-{row}-{column}"] for row in (0, 1) for column in (0, 1)] == [
        "",
        "2024",
        "Leeds",
        "5",
    ]
    assert found["title"] == "Gauges: in place"


def test_what_cannot_be_pasted_is_kept_with_the_cells(desk, draft):
    response = desk.post(at(draft, "table"), {**TABLE, "do": "fill", "paste": "x\n" * 60})
    assert response.status_code == 422
    assert errors(response) == ["There are 60 rows and 1 columns. Paste up to 50 rows and 10 columns."]
    assert (typed(response)["cells-1-0"], typed(response)["paste"][:2]) == ("Leeds", "x\n")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"cells-1-1": "12x"}, "Row 1: “12x” is not a number. Write it like 12,345 or 3.5 or -40%."),
        ({"cells-1-1": ""}, "Row 1: a number is missing. Write it like 12,345 or 3.5 or -40%."),
        ({"cells-1-0": ""}, "Row 1: say in the first column what it is."),
        ({"title": ":"}, "Enter title"),
        ({"cells-rows": "1"}, "Fill in a row of headings and at least one row below it."),
    ],
)
def test_a_chart_is_refused_by_row_and_keeps_what_was_typed(desk, draft, changes, said):
    response = desk.post(at(draft, "chart"), {**CHART, **changes, "do": "insert"})
    assert (response.status_code, errors(response)) == (422, [said])
    assert typed(response)["unit"] == "gauges"
    assert title(response).startswith("Error: ")


@pytest.mark.parametrize("cell", ["x" * 501, "|" * 501])
def test_a_cell_that_is_too_long_is_refused(desk, draft, cell):
    response = desk.post(at(draft, "table"), {**TABLE, "cells-1-1": cell})
    assert (response.status_code, len(errors(response))) == (422, 1)


# Footnotes


def test_a_note_is_marked_behind_the_words_that_it_belongs_to(desk, draft):
    desk.post(at(draft, "footnote"), {"words": "Not the sea.", "after": "forty  sensors", "version": 1})
    assert fresh(draft.draft).source.startswith("We put out **forty sensors[^1]**.")


def test_a_note_has_a_mark_of_its_own(desk, draft, cast):
    save(draft, cast.author, source="One[^1] and[^3].\n\n[^1]: a\n[^3]: b")
    desk.post(at(draft, "footnote"), {"words": "Two.", "after": "and"})
    assert "and[^2][^3]" in fresh(draft.draft).source


@pytest.mark.parametrize(("after", "said"), [("no such", "are not in your text."), ("e", "times. Give more")])
def test_a_note_without_a_place_is_refused(desk, draft, after, said):
    response = desk.post(at(draft, "footnote"), {"words": "Two.", "after": after})
    assert response.status_code == 422
    assert said in errors(response)[0]
    assert fresh(draft.draft).source == WORDS.source


# Refusals


def test_a_heading_in_an_inset_is_refused_and_kept(desk, draft):
    response = desk.post(at(draft, "inset"), {"words": "## Costs"})
    assert (response.status_code, typed(response)["words"]) == (422, "## Costs")
    assert errors(response) == [
        "The inset that begins on line 1 has a heading in it. Make it bold words, or end the block first."
    ]


def test_a_block_does_not_overwrite_what_others_saved(desk, draft, cast):
    save(draft, cast.co_author, source="Theirs.")
    response = desk.post(at(draft, "inset"), {"words": "Mine.", "version": 1})
    assert (response.status_code, fresh(draft.draft).source) == (409, "Theirs.")
    again = {name: value.strip() for name, value in typed(response).items()}
    assert desk.post(at(draft, "inset"), again).status_code == 302
    assert fresh(draft.draft).source == "Theirs.\n\n::: inset\nMine.\n:::\n"


def test_a_locked_draft_gets_no_block(desk, draft, cast):
    submit_it(draft, cast.author)
    assert desk.get(at(draft, "inset"))["Location"] == f"/desk/posts/{draft.pk}/"
    response = desk.post(at(draft, "inset"), {"words": "Mine.", "version": 1})
    assert response.status_code == 409
    assert "Recall it first" in errors(response)[0]
    assert typed(response)["words"].strip() == "Mine."


def test_a_text_that_would_be_too_long_is_refused(desk, draft, cast):
    save(draft, cast.author, source="x" * MAX_LENGTH)
    response = desk.post(at(draft, "inset"), {"words": "Mine."})
    assert response.status_code == 409
    assert "A post may have 100,000." in errors(response)[0]


def test_there_is_no_other_block(desk, draft):
    assert desk.get(at(draft, "poll")).status_code == 404


@pytest.mark.parametrize("who", ["outsider", "press_officer", "nobody"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_its_writers_add_to_a_post(sign_in, cast, draft, who, method):
    response = getattr(sign_in(getattr(cast, who)), method)(at(draft, "inset"), {"words": "Mine."})
    assert response.status_code in (403, 404)
    assert fresh(draft.draft).source == WORDS.source


# Beside the text


def test_the_draft_offers_every_block_and_saves_before_it_goes_there(desk, draft):
    edit = f"/desk/posts/{draft.pk}/edit/"
    page = tree(desk.get(edit))
    offered = [button.get("value") for button in page.findall(".//div[@class='blocks']/button")]
    assert offered == list(FORMS)
    sent = {**typed(desk.get(edit)), "authors": [draft.started_by_id], "source": "Saved.", "then": "chart"}
    assert desk.post(edit, sent)["Location"] == at(draft, "chart")
    assert fresh(draft.draft).source == "Saved."


def test_enter_in_the_form_of_the_draft_still_saves(desk, draft):
    page = tree(desk.get(f"/desk/posts/{draft.pk}/edit/"))
    buttons = [
        node for node in page.find(".//form[@data-draft]").iter("button") if node.get("type") == "submit"
    ]
    assert buttons[0].get("value") == "edit"


def test_in_a_dialog_the_block_comes_back_for_the_caret(desk, draft):
    response = desk.post(at(draft, "inset"), {"words": "Mine.", "in": "dialog", "do": "insert"})
    assert response.json() == {"text": "::: inset\nMine.\n:::", "mark": ""}
    assert fresh(draft.draft).source == WORDS.source


def test_in_a_dialog_a_note_gets_a_mark_that_the_unsaved_text_has_not(desk, draft):
    sent = {"words": "Mine.", "in": "dialog", "whole": "a[^1]\n\n[^1]: b"}
    assert desk.post(at(draft, "footnote"), sent).json() == {"text": "[^2]: Mine.", "mark": "[^2]"}


def test_in_a_dialog_there_is_the_form_alone(desk, draft):
    response = desk.get(f"{at(draft, 'footnote')}?in=dialog")
    assert "<html" not in response.content.decode()
    assert 'name="after"' not in response.content.decode()


def test_in_a_dialog_a_chart_that_is_written_is_opened_to_change(desk, draft):
    written = "::: chart Gauges: in place\nUnit: gauges\nColumns: | Place | Gauges |\n| Leeds | 1,200 |\n:::"
    found = typed(desk.post(at(draft, "chart"), {"do": "change", "in": "dialog", "written": written}))
    assert (found["title"], found["unit"], found["cells-1-1"]) == ("Gauges: in place", "gauges", "1,200")


@pytest.mark.parametrize("written", ["", "words", "::: chart A\na | x\n:::", "::: poll"])
@pytest.mark.parametrize("block", ["table", "chart"])
def test_what_the_form_cannot_hold_is_not_opened(desk, draft, block, written):
    response = desk.post(at(draft, block), {"do": "change", "in": "dialog", "written": written})
    assert response.status_code in (200, 409)
    assert response.status_code == 409 or (block, written) not in {("chart", "words"), ("table", "")}


@pytest.mark.parametrize(
    "line", ["-" * 90_000 + "x", "| " * 45_000, "\\" * 90_000, "a: " * 30_000, "1," * 45_000]
)
@pytest.mark.parametrize(("block", "first"), [("table", "| a |"), ("chart", "::: chart a")])
def test_a_hostile_block_is_opened_or_not_in_a_moment(desk, draft, block, first, line):
    began = time.monotonic()
    written = f"{first}\n{line}\n:::"
    assert desk.post(at(draft, block), {"do": "change", "in": "dialog", "written": written}).status_code < 500
    assert time.monotonic() - began < 2
