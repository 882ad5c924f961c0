"""Markdown to HTML: what authors get, what hostile text gets, and the child process that does it."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from posts import rendering
from posts.render_child import ATTRIBUTES, TAGS, article, is_allowed_link, sanitise
from posts.rendering import MAX_LENGTH, ImageFacts, RenderingBusy, RenderingRefused, render, visible

ROOT = Path(rendering.__file__).resolve().parent.parent
KEY = "0123456789abcdef"
DIGEST = KEY * 4
IMAGES = {KEY: ImageFacts(DIGEST, 2000, 1000)}


def html(source):
    return render(source, IMAGES).html


def compact(source):
    """The rendered HTML without white space between tags and without ids."""
    text = re.sub(r'\s+id="[^"]*"', "", " ".join(html(source).split()))
    return re.sub(r" ?(</?(?:ul|ol|li|p|pre|blockquote|h\d|hr)\b[^>]*>) ?", r"\1", text)


def refusal(source):
    with pytest.raises(RenderingRefused) as refused:
        render(source, IMAGES)
    return str(refused.value)


class Emitted(HTMLParser):
    """Collects what a page would act on."""

    def __init__(self, text):
        super().__init__()
        self.tags = set()
        self.attributes = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault((tag, name), []).append(value)


# Lists

LISTS = {
    "straight after a paragraph": ("text\n- a\n- b", "<p>text</p><ul><li>a</li><li>b</li></ul>"),
    "numbered after a paragraph": ("text\n1. a\n2. b", "<p>text</p><ol><li>a</li><li>b</li></ol>"),
    "nested by two": ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    "nested by three": ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
    "nested by four": ("- a\n    - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    "three deep": ("- a\n  - b\n    - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
    "numbered in bullets": ("- a\n  1. b\n  2. c", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>"),
    "bullets too far left": ("1. a\n  - b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
    "bullets a little to the right": ("- a\n - b", "<ul><li>a</li><li>b</li></ul>"),
    "bullets, then numbers": ("- a\n\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    "starting at three": ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    "with brackets": ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
    "a year is no list": ("It was\n1986. A good year", "<p>It was 1986. A good year</p>"),
    "a year in an item is no list": ("- It was\n  1986. Good", "<ul><li>It was 1986. Good</li></ul>"),
    "an item goes on": ("- a\n  more\n- b", "<ul><li>a more</li><li>b</li></ul>"),
    "an item goes on lazily": ("- a\nmore\n- b", "<ul><li>a more</li><li>b</li></ul>"),
    "two paragraphs": (
        "- a\n\n  more\n- b",
        "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>",
    ),
    "one gap makes all paragraphs": (
        "- a\n- b\n\n- c",
        "<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>",
    ),
    "nested after a gap": (
        "- a\n\n  - b\n- c",
        "<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p></li></ul>",
    ),
    "ended by a heading": ("- a\n# b\nc", "<ul><li>a</li></ul><h2>b</h2><p>c</p>"),
    "ended by a quote": ("- a\n> b", "<ul><li>a</li></ul><blockquote><p>b</p></blockquote>"),
    "ended by a rule": ("- a\n***\nb", "<ul><li>a</li></ul><hr><p>b</p>"),
    "ended by a paragraph": ("- a\n\nb", "<ul><li>a</li></ul><p>b</p>"),
    "in a quote": (
        "> a\n> - b\n>   - c",
        "<blockquote><p>a</p><ul><li>b<ul><li>c</li></ul></li></ul></blockquote>",
    ),
    "on one line": ("- 1. a\n  2. b", "<ul><li><ol><li>a</li><li>b</li></ol></li></ul>"),
    "an empty item": ("-\n- a", "<ul><li></li><li>a</li></ul>"),
    "a tab": ("- a\n\t- b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    "code in an item": (
        "- a\n\n      b\n\n- c",
        '<ul><li><p>a</p><pre tabindex="0"><code>b </code></pre></li><li><p>c</p></li></ul>',
    ),
    "pasted deep": ("- a\n      - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), LISTS.values(), ids=LISTS)
def test_lists_are_what_their_writers_mean(source, expected):
    assert compact(source) == expected


def test_lines_with_dashes_in_fenced_code_stay_as_they_are():
    assert "text\n- a\n  - b\n" in html("```\ntext\n- a\n  - b\n```")


# Other Markdown


@pytest.mark.parametrize(
    ("source", "tag"),
    [("#", "h2"), ("##", "h2"), ("###", "h3"), ("####", "h4"), ("#####", "h4"), ("######", "h4")],
)
def test_headings_are_between_h2_and_h4(source, tag):
    assert html(f"{source} Costs") == f'<{tag} id="h-costs">Costs</{tag}>'


def test_a_hashtag_is_no_heading():
    assert html("#Budget day\n\n- #Floods") == "<p>#Budget day</p>\n<ul>\n<li>#Floods</li>\n</ul>"


def test_headings_with_the_same_words_have_different_ids():
    ids = re.findall('id="(.*?)"', html("# Costs\n\n# Costs\n\n# Costs--2"))
    assert ids == ["h-costs", "h-costs--2", "h-costs-2"]


def test_a_heading_of_signs_only_has_an_id():
    assert html("# ???") == '<h2 id="h-section">???</h2>'


def test_a_table_scrolls_in_a_labelled_region_and_says_what_its_columns_are():
    table = html("| Year | Cost |\n|:--|--:|\n| 2026 | 4 |")
    assert table.startswith(
        '<div aria-label="Table" class="table-scroll" role="region" tabindex="0">\n<table>'
    )
    assert '<th class="align-right" scope="col">Cost</th>' in table


def test_a_table_straight_after_a_paragraph_is_a_table():
    assert "<p>The figures:</p>\n<div" in html("The figures:\n| a | b |\n|---|---|\n| 1 | 2 |")


def test_the_regions_of_two_tables_have_different_labels():
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    assert re.findall('aria-label="(.*?)"', html(f"{table}\n\n{table}")) == ["Table", "Table 2"]


def test_an_empty_corner_of_a_table_is_no_header():
    assert "<td></td>\n<th" in html("| | Cost |\n|---|---|\n| 2026 | 4 |")


def test_fenced_code_is_left_alone_and_can_be_scrolled_by_keyboard():
    assert html("```python\n*a* < b\n```") == (
        '<pre tabindex="0"><code class="language-python">*a* &lt; b\n</code></pre>'
    )


@pytest.mark.parametrize(
    "source",
    [
        "> ```\n> a\n> ```\n> b",
        "- ```\n  a\n  ```\n- b",
        "1. x\n   ```\n   a\n   ```\n",
        "~~~\na\n~~~",
        "````\na\n````",
    ],
)
def test_code_can_be_fenced_anywhere(source):
    assert '<pre tabindex="0"><code>a\n</code></pre>' in html(source)


def test_a_fence_that_is_never_closed_holds_the_rest():
    assert html("```\na\n# b").count("<") == 4


def test_footnotes_are_numbered_as_they_are_cited():
    notes = html("One[^b] two[^a].\n\n[^a]: Second.\n[^b]: First.")
    assert re.findall(r"\[(\d)\]</a>", notes) == ["1", "2"]
    assert notes.index("First.") < notes.index("Second.")


def test_a_footnote_and_its_mark_lead_to_each_other():
    notes = html("One[^a name].\n\n[^a name]: Why.")
    assert '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">[1]</a></sup>' in notes
    assert '<li id="fn:1">' in notes
    assert 'aria-label="Back to the text at note 1" class="footnote-backref" href="#fnref:1"' in notes


@pytest.mark.parametrize("note", ["", "[a]: /b"])
def test_a_footnote_without_words_yet_is_no_error(note):
    assert '<li id="fn:1">' in html(f"One[^1].\n\n[^1]: {note}")


def test_quotes_and_dots_stay_as_typed():
    assert html("\"a\" 'b' -- c...") == "<p>\"a\" 'b' -- c...</p>"


@pytest.mark.parametrize(
    "source",
    ["<script>alert(1)</script>", "a <b onclick=x>b</b>", "<!-- a -->", "<div>\n*a*\n</div>", "</p><style>"],
)
def test_raw_html_is_shown_as_text(source):
    shown = render(source, {})
    assert Emitted(shown.html).tags <= {"p", "em"}
    assert shown.blocks[0].startswith(f"p: {source[:5].strip()}")


# Images


def test_an_image_alone_is_a_figure_in_the_widths_that_exist():
    assert html(f"![A chart](image:{KEY})") == (
        f'<figure><img alt="A chart" height="640" loading="lazy" sizes="(min-width: 40em) 630px, 100vw"'
        f' src="/images/{DIGEST}-640.webp" srcset="/images/{DIGEST}-320.webp 320w,'
        f' /images/{DIGEST}-640.webp 640w, /images/{DIGEST}-1280.webp 1280w" width="1280"></figure>'
    )


def test_a_small_image_is_offered_in_its_own_width():
    small = render(f"![A chart](image:{KEY})", {KEY: ImageFacts(DIGEST, 400, 100)}).html
    assert f'src="/images/{DIGEST}-400.webp"' in small
    assert 'height="100"' in small


def test_the_title_of_an_image_is_its_caption():
    figure = html(f'![A chart](image:{KEY} "Figure 1: R&D < 5%")')
    assert figure.endswith("<figcaption>Figure 1: R&amp;D &lt; 5%</figcaption></figure>")
    assert "title=" not in figure


def test_an_image_between_words_is_no_figure():
    assert html(f"See ![A chart](image:{KEY})").startswith("<p>See <img ")


def test_an_image_may_be_a_reference():
    assert "<figure>" in html(f"![A chart][c]\n\n[c]: image:{KEY}")


@pytest.mark.parametrize("alt", ["", " ", "&nbsp;", "...", "\u200b"])
def test_an_image_without_a_description_is_refused_by_name(alt):
    assert f"image:{KEY} has no description" in refusal(f"![{alt}](image:{KEY})")


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/x.png",
        "//evil.example/x.png",
        "data:image/png;base64,AAAA",
        "/images/x.png",
        "x.png",
        "image:ffffffffffffffff",
        f"IMAGE:{KEY}",
        f"image:{KEY}&quot; onerror=x",
    ],
)
def test_any_other_image_is_refused_by_name(address):
    assert f"The image {address[:6]}" in refusal(f"![A chart](<{address}>)")


@pytest.mark.parametrize("alt", ['"><script>alert(1)</script>', "&quot; onerror=&quot;x", "a & b &amp; c"])
def test_a_description_cannot_leave_its_attribute(alt):
    image = Emitted(html(f"![{alt}](image:{KEY})"))
    assert image.tags == {"figure", "img"}
    assert len(image.attributes) == 7


# Links

GOOD_LINKS = [
    "https://www.gov.uk/a?b=1&c=2#d",
    "http://example.org",
    "HTTPS://example.org/a@b",
    "mailto:team@rivers.example",
    "mailto:team@rivers.example?subject=Floods",
    "/floods/2026/",
    "/",
    "#h-costs",
    "https://cy.example/llifogydd-â",
]
BAD_LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&#58;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "javascript\u200b:alert(1)",
    "\uff4aavascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>",
    "file:///etc/passwd",
    "blob:https://x",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/&Tab;/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "https://www.gov.uk@evil.example",
    "https://www.gov.uk\\@evil.example",
    "https://www.gov.uk\u202e/moc.live",
    "https://www.gov.uk\u2028/",
    "www.gov.uk",
    "?a",
    "",
]


@pytest.mark.parametrize("url", GOOD_LINKS)
def test_a_good_link_survives(url):
    assert render(f"[words](<{url}>)", {}).links == [url]


@pytest.mark.parametrize("url", BAD_LINKS)
@pytest.mark.parametrize("form", ["[words]({})", "[words](<{}>)", "[words][r]\n\n[r]: {}", "<{}>"])
def test_a_bad_link_leaves_only_words(form, url):
    assert Emitted(html(form.format(url))).attributes.get(("a", "href")) is None


def test_a_bad_link_keeps_its_words():
    assert html("[*my* words](javascript:x)") == "<p><em>my</em> words</p>"


def test_an_address_in_brackets_is_a_link():
    assert render("<https://www.gov.uk/> <team@rivers.example>", {}).links == [
        "https://www.gov.uk/",
        "mailto:team@rivers.example",
    ]


def test_a_link_has_no_other_attribute():
    assert html('[words](https://www.gov.uk/ "title")') == '<p><a href="https://www.gov.uk/">words</a></p>'


@given(st.text(max_size=30))
@example("/\t/evil.example")
@example("#\u0000")
def test_no_allowed_link_has_a_hidden_character(url):
    assert not is_allowed_link(url) or url.isprintable()


# What can be seen


def test_the_visible_blocks_are_in_the_order_of_the_page():
    source = (
        "# Costs\n\nWe  *spent*\nmoney[^1].\n\n1. One\n   - deep\n2. Two\n\n> quoted\n> - item\n\n"
        f"```\ncode  here\n```\n\n![A chart](image:{KEY} 'Figure 1')\n\n[^1]: A note."
    )
    assert render(source, IMAGES).blocks == [
        "h2: Costs",
        "p: We spent money[1].",
        "li 1: One",
        "li 1 li: deep",
        "li 2: Two",
        "quote: quoted",
        "quote li: item",
        "pre: code here",
        "figcaption: Figure 1",
        "note 1: A note.",
    ]


def test_empty_cells_are_visible_because_figures_stand_beside_them():
    assert render("| a | b |\n|---|---|\n| | 1 |\n| 2 | |", {}).blocks == [
        "th: a", "th: b", "td: ", "td: 1", "td: 2", "td: ",
    ]  # fmt: skip


def test_a_numbered_list_shows_its_numbers():
    assert render("7. a\n8. b", {}).blocks == ["li 7: a", "li 8: b"]


def test_gaps_between_items_change_no_block():
    assert render("- a\n- b", {}).blocks == render("- a\n\n- b", {}).blocks


def test_links_and_images_are_listed_with_repeats_and_without_those_of_footnotes():
    seen = render(f"[a](/a) [b](/b) [a](/a) x[^1] ![One](image:{KEY}) ![Two](image:{KEY})\n\n[^1]: n", IMAGES)
    assert seen.links == ["/a", "/b", "/a"]
    assert seen.images == [{"digest": DIGEST, "alt": "One"}, {"digest": DIGEST, "alt": "Two"}]


def test_words_are_counted_as_readers_would():
    assert render("# Two words\n\n- *three* more [words](/x)", {}).words == 5


@pytest.mark.parametrize(
    "stored", ["</p></ul></td>", "<li>a<ol start=x><li>", "<img><a>b", "<p><section></ul>"]
)
def test_html_that_was_tampered_with_is_read_without_an_error(stored):
    assert isinstance(visible(stored), tuple)


def test_words_put_into_stored_html_are_seen():
    stored = html("We will consult.")
    assert visible(stored.replace("will", "<span>will not</span>"))[0] == ["p: We will not consult."]


# Properties

# fmt: off
PIECES = st.sampled_from([
    "\n", "\n\n", "  ", "    ", "- ", "1. ", "> ", "# ", "*", "**", "_", "`", "```\n", "---\n", "===\n",
    "[", "](", ")", "[a](/b)", "[^1]", "[^1]: ", f"![c](image:{KEY})", "|a|b|\n|-|-|\n|", "<b>", "<a@b.c>",
    "&amp;", "&#2;", "&", "<", "\\", "\0", "\x02", "\x03", "\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03",
    "word ", '"', "http://", "javascript:", "é", "\u202e",
])
# fmt: on
sources = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join)
thorough = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def laid_out(source):
    """In this process: hypothesis needs many small texts, and finds no hang in them."""
    with suppress(RenderingRefused, UnicodeEncodeError, RecursionError):
        return article(source, IMAGES)
    return None


@thorough
@given(sources)
def test_a_second_sanitising_changes_nothing(source):
    if made := laid_out(source):
        assert sanitise(made.html) == made.html


@thorough
@given(sources)
def test_nothing_is_emitted_but_what_is_allowed(source):
    if made := laid_out(source):
        emitted = Emitted(made.html)
        assert emitted.tags <= TAGS
        assert all(name in ATTRIBUTES[tag] for tag, name in emitted.attributes)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", made.html)


@thorough
@given(sources)
def test_what_is_visible_can_be_read_again_from_the_stored_html(source):
    if made := laid_out(source):
        assert visible(made.html) == (made.blocks, made.links, made.images)


@thorough
@given(sources)
def test_the_same_text_is_always_laid_out_the_same(source):
    assert laid_out(source) == laid_out(source)


@thorough
@given(st.text(st.sampled_from("<>/=\"' abscriptonlcksrvg&#;:x\n!-")))
def test_the_sanitiser_takes_any_html(raw):
    emitted = Emitted(sanitise(raw))
    assert emitted.tags <= TAGS
    assert sanitise(sanitise(raw)) == sanitise(raw)


# Hostile texts


def filled(unit):
    return (unit * (MAX_LENGTH // len(unit) + 1))[:MAX_LENGTH]


HARMLESS = {
    unit: filled(unit) for unit in ("*", "_", "`", "(", "&", ">", "\0", "*a_b", "[^1]: x\n", "]", "\\")
}
SLOW = {
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(440))[:MAX_LENGTH],
    "deep quotes": filled("> " * 16 + "a\n"),
    "cells": f"|{'a|' * 20_000}\n|{'-|' * 20_000}\n",
}
ENDLESS = {unit: filled(unit) for unit in ("![", "* * a\n", "***a")}
ENDLESS["a reference of 50,000 characters"] = "[a]: http://" + "x" * 50_000 + "\n\n" + "[a][a]" * 8_000


def seconds_for(source):
    started_at = time.monotonic()
    with suppress(RenderingRefused):
        render(source, {})
    return time.monotonic() - started_at


@pytest.fixture
def _impatient(monkeypatch):
    monkeypatch.setattr(rendering, "LIMIT", 1.0)


@pytest.mark.parametrize("source", [*HARMLESS.values(), *SLOW.values()], ids=[*map(repr, HARMLESS), *SLOW])
def test_hostile_text_is_laid_out_or_refused_in_time(source):
    assert seconds_for(source) < 6


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS)
def test_text_without_end_is_refused_at_the_limit(source):
    assert seconds_for(source) < 2.5


def test_an_endless_text_is_refused_in_words_and_the_next_is_laid_out():
    assert "brackets" in refusal(filled("["))
    assert html("text") == "<p>text</p>"


@pytest.mark.usefixtures("_impatient")
def test_a_child_that_is_stopped_at_the_limit_leaves_no_zombie():
    before = child_pid()
    refusal(filled("["))
    assert not Path(f"/proc/{before}").exists()


def test_100_000_characters_are_laid_out():
    assert render(filled("word "), {}).words == MAX_LENGTH // 5


def test_one_character_more_is_refused():
    assert "100,001 characters" in refusal("x" * 100_001)


def test_quotes_in_quotes_are_refused_by_line():
    assert refusal("a\n\n" + ">" * 17).startswith("Line 3 ")


def test_half_a_character_is_refused_by_line():
    assert refusal("a\nb \ud83d c").startswith("Line 2 ")


# The child


def child_pid():
    html("text")
    return rendering._renderer._child.process.pid


@pytest.fixture
def _new_child():
    rendering._renderer.stop()
    yield
    rendering._renderer.stop()


def test_one_child_serves_many_texts():
    assert child_pid() == child_pid()


def test_a_killed_child_is_replaced():
    before = child_pid()
    os.kill(before, signal.SIGKILL)
    assert html("text") == "<p>text</p>"
    assert child_pid() != before


@pytest.mark.usefixtures("_new_child")
def test_a_text_that_kills_its_child_is_refused(monkeypatch):
    ready = "import sys; sys.stdout.buffer.write(bytes([0, 0, 0, 2]) + b'{}')"
    monkeypatch.setattr(rendering, "_BOOT", ready)
    assert refusal("text") == rendering.BROKEN


@pytest.mark.usefixtures("_new_child")
def test_a_child_that_cannot_start_is_nobodys_fault(monkeypatch):
    monkeypatch.setattr(rendering, "_BOOT", "raise SystemExit")
    with pytest.raises(RenderingBusy, match="try again"):
        render("text", {})


def test_four_threads_get_their_own_answers():
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda number: html(f"text {number}"), range(60)))
    assert answers == [f"<p>text {number}</p>" for number in range(60)]


@pytest.mark.usefixtures("_impatient")
def test_waiting_for_a_turn_ends():
    with rendering._renderer._turns, pytest.raises(RenderingBusy):
        render("text", {})


def test_a_request_that_was_broken_off_leaves_no_answer_for_the_next():
    def break_off(*_):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, break_off)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    with pytest.raises(KeyboardInterrupt):
        render(filled("["), {})
    signal.signal(signal.SIGALRM, before)
    assert html("text") == "<p>text</p>"


def answer_after_fork():
    """What a forked process lays out, and the child it used."""
    read, write = os.pipe()
    if not os.fork():
        with suppress(BaseException):
            os.write(write, f"{html('forked')} {child_pid()}".encode())
        rendering._renderer.stop()
        os._exit(0)
    os.close(write)
    with open(read) as pipe:
        text = pipe.read()
    os.wait()
    return text.rsplit(" ", 1)


def test_a_forked_process_has_a_child_of_its_own():
    mine = child_pid()
    text, theirs = answer_after_fork()
    assert text == "<p>forked</p>"
    assert int(theirs) != mine == child_pid()


def test_a_process_forked_while_a_text_is_laid_out_does_not_wait_for_it():
    with rendering._renderer._turns:
        text, _ = answer_after_fork()
    assert text == "<p>forked</p>"


def test_the_child_ends_with_its_parent():
    script = (
        "import os, sys; sys.path.append(sys.argv[1]);"
        "from posts import rendering; rendering.render('a', {});"
        "print(rendering._renderer._child.process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(ROOT)], capture_output=True, text=True, check=False
    )
    status = Path(f"/proc/{int(run.stdout)}/status")
    for _ in range(40):
        if not status.exists() or "State:\tZ" in status.read_text():
            return
        time.sleep(0.05)
    pytest.fail("the child is still there")


def test_the_child_knows_nothing_of_our_environment():
    assert Path(f"/proc/{child_pid()}/environ").read_bytes() == b""


def test_the_child_loads_no_django():
    script = (
        "import sys; sys.path.append(sys.argv[1]); import posts.render_child; print('django' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-c", script, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"


def test_the_child_has_little_memory():
    limits = Path(f"/proc/{child_pid()}/limits").read_text()
    assert re.search(r"Max address space +536870912 +536870912", limits)


def test_threads_that_wait_are_served_after_a_hostile_text(monkeypatch):
    monkeypatch.setattr(rendering, "LIMIT", 1.5)
    hostile = threading.Thread(target=seconds_for, args=[filled("[")])
    hostile.start()
    time.sleep(0.1)
    assert html("text") == "<p>text</p>"
    hostile.join()
