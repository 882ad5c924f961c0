"""Blocks between ::: lines: what readers get of each, what is refused by its line, and hostile ones."""

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posts.blocks import number
from posts.render_child import article, sanitise
from posts.rendering import LIMIT, MAX_LENGTH, RenderingRefused, render, visible
from tests.posts.test_rendering import DIGEST, IMAGES, KEY, sources

PICTURE = f"![A person in waders](image:{KEY})"
VIDEO = f"::: video Fitting & more\nAddress: https://www.youtube.com/watch?v=1&b=2\nPicture: {PICTURE}\n"
CHART = "::: chart Gauges\nUnit: gauges\nLeeds | 1,200\nYork | 300\n:::"


def refusal(source):
    with pytest.raises(RenderingRefused) as refused:
        render(source, IMAGES)
    return str(refused.value)


SEEN = {
    "a quotation": (
        "::: quotation\nWe *heard* it.\n\n- one\n\nSource: Ada Obi, [head](/x)\n:::",
        ["quote: We heard it.", "quote li: one", "figcaption: Ada Obi, head"],
    ),
    "an inset": ("::: inset\nFirst.\n\n1. a\n2. b\n:::", ["inset: First.", "inset li 1: a", "inset li 2: b"]),
    "words on the first line": ("::: Inset: hello\nthere\n:::", ["inset: hello there"]),
    "the long name of an inset": ("::: inset text\nhello\n:::", ["inset: hello"]),
    "an inset that begins with a name": ("::: inset text like this\n:::", ["inset: text like this"]),
    "details": (
        "::: details What **we** did\nThis.\n:::",
        ["details summary: What we did", "details: This."],
    ),
    "a dated note": (
        "::: update note 3 March 2027\nMore.\n:::",
        ["update: Update, 3 March 2027", "update: More."],
    ),
    "a chart": (
        CHART,
        [
            "figcaption: Gauges (gauges)",
            "td: ",
            "th: Gauges",
            "th: Leeds",
            "td bar 100: 1,200",
            "th: York",
            "td bar 25: 300",
        ],
    ),
    "a chart of two series both ways": (
        "::: chart Change\nColumns: Year | Rivers | Sea\n2024 | 30% | -10%\n2025 | £0 | −2.5\n:::",
        [
            "figcaption: Change",
            "th: Year",
            "th: Rivers",
            "th: Sea",
            "th: 2024",
            "td bar 75 from 25: 30%",
            "td bar 25: −10%",
            "th: 2025",
            "td bar 0 from 25: £0",
            "td bar 6 from 19: −2.5",
        ],
    ),
    "a chart with bars at its ends": (
        "::: chart A\n| Kind | Number |\n".replace("| Kind | Number |", "Columns: | Kind | Number |")
        + "|---|---|\n| a\\|b * <i> | 1 |\n:::",
        ["figcaption: A", "th: Kind", "th: Number", "th: a|b * <i>", "td bar 100: 1"],
    ),
    "a video": (
        VIDEO + "Length: 3 minutes\nTranscript: /t/\n:::",
        [
            "p: Watch: Fitting & more (3 minutes, opens on youtube.com)",
            "figcaption: Transcript of: Fitting & more",
        ],
    ),
    "a block between paragraphs": ("a\n::: inset\nb\n:::\nc", ["p: a", "inset: b", "p: c"]),
    "a block after a list": ("- a\n::: inset\nb\n:::\n- c", ["li: a", "inset: b", "li: c"]),
    "code in a block": ("::: inset\n```\n:::\n```\n:::", ["inset pre: :::"]),
    "a table in details": (
        "::: details D\n| a |\n|---|\n| b |\n:::",
        ["details summary: D", "details th: a", "details td: b"],
    ),
    "a note in a block": ("::: inset\na[^1]\n\n[^1]: n\n:::", ["inset: a[1]", "note 1: n"]),
    "colons in code": ("    ::: inset", ["pre: ::: inset"]),
    "colons in a quote": ("> ::: inset", ["quote: ::: inset"]),
    "colons in a line": ("a ::: inset", ["p: a ::: inset"]),
    "more colons and an end in words": (":::: INSET\nb\n::: end", ["inset: b"]),
}


@pytest.mark.parametrize("what", SEEN)
def test_readers_see(what):
    source, blocks = SEEN[what]
    assert render(source, IMAGES).blocks == blocks


def test_a_video_links_out_and_shows_a_picture_of_our_own():
    made = render(VIDEO + "Transcript: /t/\n:::", IMAGES)
    assert made.links == ["https://www.youtube.com/watch?v=1&b=2", "/t/"]
    assert made.images == [{"digest": DIGEST, "alt": "A person in waders"}]
    assert not {"iframe", "video", "script", "object"} & set(made.html.replace("<", " ").split())


def test_links_in_blocks_are_listed_in_their_order():
    made = render("[a](/a)\n::: details [b](/b)\n[c](/c)\n:::\n::: quotation\nx\nSource: [d](/d)\n:::", {})
    assert made.links == ["/a", "/b", "/c", "/d"]


def test_every_number_of_a_chart_is_in_a_cell_of_its_table():
    html = render(CHART, {}).html
    assert '<th scope="row">Leeds</th>\n<td class="bar-100">1,200</td>' in html


def test_a_bar_that_was_drawn_otherwise_is_seen():
    made = render(CHART, {})
    assert visible(made.html.replace("bar-25", "bar-90"))[0] != made.blocks


REFUSED = {
    "an unknown block": (
        "a\n\n::: poll Yes?\nb\n:::",
        "Line 3 begins a block “poll Yes?”, which there is not.",
    ),
    "no end": ("a\n::: inset\nb\n", "The inset that begins on line 2 does not end."),
    "code without end": ("::: inset\n```\n:::\n", "The inset that begins on line 1 does not end."),
    "no begin": ("a\n:::\n", "Line 2 ends a block, but none was begun."),
    "a block in a block": ("::: inset\n::: details x\na\n:::\n:::", "Line 2 begins a block."),
    "a heading": ("a\n\n::: inset\n## b\n:::", "The inset that begins on line 3 has a heading"),
    "a heading underlined": ("::: details a\nb\n---\n:::", "The details that begins on line 1 has a heading"),
    "no words": ("::: inset\n\n:::", "The inset that begins on line 1 has no words"),
    "nobody who said it": ("::: quotation\na\n:::", "line 1 does not say who said it"),
    "two who said it": ("::: quotation\na\nSource: b\nSource: c\n:::", "Line 4 says a second time"),
    "details of nothing": ("::: details\na\n:::", "line 1 has no title"),
    "a note without a date": ("::: update\na\n:::", "line 1 has no title"),
    "a day that there is not": (
        "::: update 30 February 2027\na\n:::",
        "Line 1: “30 February 2027” is not a date.",
    ),
    "a date in figures": ("::: update 3/3/2027\na\n:::", "Line 1: “3/3/2027” is not a date."),
    "a bad number": ("\n::: chart A\na | 1\nb | 12x\n:::", "Line 4: “12x” is not a number."),
    "headings that look like a row": ("::: chart A\nYear | Gauges\n1 | 2\n:::", "begin it with Columns:"),
    "a row without numbers": ("::: chart A\nwords\n:::", "Line 2 is not a row of a chart."),
    "a row without a label": ("::: chart A\n | 3 |\n:::", "Line 2 is not a row of a chart."),
    "four series": ("::: chart A\na | 1 | 2 | 3 | 4\n:::", "Line 2 is not a row of a chart."),
    "rows of two lengths": ("::: chart A\nColumns: a|b\na | 1\nb | 1 | 2\n:::", "Line 4 has 2 numbers;"),
    "series without names": ("::: chart A\na | 1 | 2\n:::", "Columns: Year | First | Second"),
    "another number of names": ("::: chart A\nColumns: a|b|c\na | 1\n:::", "names 3 columns and has 2"),
    "no rows": ("::: chart A\n:::", "has 0 rows"),
    "31 rows": ("::: chart A\n" + "a | 1\n" * 31 + ":::", "has 31 rows"),
    "another kind": ("::: chart A\nKind: pie\na | 1\n:::", "Charts are of the kind bar."),
    "two units": ("::: chart A\nUnit: a\nUnit: b\na | 1\n:::", "Line 3 says “Unit” a second time."),
    "code in a chart": ("::: chart A\n```\na | 1\n```\n:::", "line 1 holds code"),
    "a video without a picture": ("::: video A\nAddress: https://a.example/\n:::", "line 1 has no picture"),
    "a video of somebody's picture": (
        VIDEO.replace(KEY, "feed") + ":::",
        "image:feed is not one of this post's",
    ),
    "a video nowhere": (VIDEO.replace("https://www.youtube.com", "") + ":::", "does not say where it is"),
    "a video by script": (VIDEO.replace("https", "javascript") + ":::", "does not say where it is"),
    "a video at a broken host": (VIDEO.replace("www.youtube.com", "[x") + ":::", "does not say where it is"),
    "a transcript by script": (VIDEO + "Transcript: data:x\n:::", "address is not a link"),
    "a line that videos have not": (VIDEO + "Autoplay: yes\n:::", "Line 4 is not a line of a video."),
    "a picture from elsewhere": (
        VIDEO.replace("image:", "https:") + ":::",
        "Line 3 is not a line of a video.",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_text_is_refused_in_words_for(what):
    source, said = REFUSED[what]
    assert said in refusal(source)


@pytest.mark.parametrize(
    ("written", "counts"),
    [
        ("12,345", "12345"),
        ("1 234", "1234"),
        ("-3.5", "-3.5"),
        ("−40%", "-40"),
        ("£1.20", "1.20"),
        ("7 %", "7"),
    ],
)
def test_numbers_are_read_as_people_write_them(written, counts):
    assert str(number(written)) == counts


@pytest.mark.parametrize("written", ["", "12,34", "1e5", "1.2.3", "٣", "1" * 16, "a", "--1", "NaN"])
def test_other_words_are_no_numbers(written):
    assert number(written) is None


# Properties

LINES = [
    "::: inset\n",
    "::: details a\n",
    "::: update 3 March 2027\n",
    "::: quotation\n",
    "Source: a\n",
    ":::\n",
]
LINES += [
    "::: chart a\n",
    "Columns: a | b\n",
    "a | 1\n",
    "b | -2\n",
    "::: video a\n",
    "Address: https://a.example\n",
]
LINES += [f"Picture: {PICTURE}\n", "words\n", "\n", "- a\n", "```\n", "> a\n", "    a\n", "\x02block:0\x03\n"]
BLOCKS = [source for source, _ in SEEN.values()]
texts = st.lists(
    st.sampled_from(LINES) | st.sampled_from([f"\n{block}\n" for block in BLOCKS]) | sources, max_size=8
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts.map("".join))
def test_what_is_visible_can_be_read_again_and_sanitising_again_changes_nothing(source):
    with suppress(RenderingRefused, UnicodeEncodeError, RecursionError):
        made = article(source, IMAGES)
        assert visible(made.html) == (made.blocks, made.links, made.images)
        assert sanitise(made.html) == made.html


def filled(unit):
    return (unit * (MAX_LENGTH // len(unit) + 1))[:MAX_LENGTH]


HOSTILE = {
    "begins": filled("::: inset\n"),
    "ends": filled(":::\n"),
    "blocks": filled("::: inset\na\n:::\n"),
    "colons": filled(":"),
    "colons and spaces": ":::" + filled(": ")[3:],
    "a line of spaces": "::: chart a\n" + filled(" ")[20:] + "x",
    "a row of bars": "::: chart a\n" + filled("|")[20:],
    "a row of dashes": "::: chart a\n" + filled("-")[20:] + "x",
    "digits": "::: chart a\na | " + filled("1,")[20:],
    "a quotation of sources": "::: quotation\n" + filled("Source: \n")[20:],
    "brackets in a picture": "::: video a\nPicture: " + filled("![")[30:],
    "lists in a block": "::: inset\n" + filled("- a\n")[20:] + "\n:::",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_blocks_are_laid_out_or_refused_in_time(what):
    began = time.monotonic()
    with suppress(RenderingRefused):
        render(HOSTILE[what], IMAGES)
    assert time.monotonic() - began < LIMIT + 2
