"""Documents and clipboards come in with every word, heading, list, link, table and footnote."""

import subprocess
import time
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posts.importing.clipboard import from_html
from posts.importing.converting import DocumentRefused, from_clipboard, from_document
from posts.importing.reading import address_of, read_html
from posts.importing.tree import Document, Heading, Listing, Paragraph, Run, Table
from posts.importing.tree import Item as ListItem
from posts.importing.writing import write
from posts.rendering import ImageFacts, render
from tests.posts.documents import (
    FLOODS,
    STORIES,
    docx,
    google_html,
    kept,
    odt,
    outlook_html,
    packed,
    word_html,
)

WORD_AND_LIBREOFFICE = [
    *((f"docx of {name}", docx(story)) for name, story in STORIES.items()),
    *((f"odt of {name}", odt(story)) for name, story in STORIES.items()),
    ("docx split over runs", docx(FLOODS, split=True)),
    ("docx with tracked changes", docx(FLOODS, tracked=True)),
    ("docx with headings by another name", docx(FLOODS, headings="berschrift{}")),
    ("odt with tracked changes", odt(FLOODS, tracked=True)),
]
CLIPBOARDS = [
    *((f"Word: {name}", word_html(story)) for name, story in STORIES.items()),
    *(
        (f"Google Docs: {name}", google_html(story))
        for name, story in STORIES.items()
        if name not in ("floods", "notes")
    ),
    *(
        (f"Outlook: {name}", outlook_html(story))
        for name, story in STORIES.items()
        if name not in ("floods", "notes")
    ),
]
PICTURE = ImageFacts("0" * 64, 1200, 800)


def story_of(name):
    return STORIES[next((key for key in STORIES if name.endswith(key)), "floods")]


def laid_out(source):
    facts = {str(number): PICTURE for number in range(9)}
    return render(source.replace("(picture:", "(image:"), facts)


@pytest.mark.parametrize(
    ("name", "data"), WORD_AND_LIBREOFFICE, ids=[name for name, _ in WORD_AND_LIBREOFFICE]
)
def test_a_document_keeps_everything(name, data):
    imported, right = from_document(data), kept(story_of(name))
    article = laid_out(imported.source)
    assert imported.title == right.title
    assert article.blocks == right.blocks
    assert article.links == right.links
    assert len(imported.pictures) == imported.source.count("](picture:") == right.pictures


@pytest.mark.parametrize(("name", "html"), CLIPBOARDS, ids=[name for name, _ in CLIPBOARDS])
def test_a_clipboard_keeps_everything(name, html):
    right = kept(story_of(name))
    article = laid_out(from_html(html)[0])
    title = [f"h2: {right.title}"] if right.title else []
    assert article.blocks == [*title, *right.blocks]
    assert article.links == right.links


def test_a_page_keeps_its_shape():
    html = """<nav><ul><li><a href="/x">Menu</a></li></ul></nav><h1>One</h1><p>A <code>b_c</code><br>new line</p>
    <table><thead><tr><th>H</th><th>I</th></tr></thead><tbody><tr><td colspan=2>wide</td></tr><tr><td>x<p>y</p></td>
    <td><ul><li>z</li></ul></td></tr></tbody></table><pre>code  here</pre><script>alert(1)</script><img src="x.png" alt="a">"""
    source, left_out = from_html(html)
    assert laid_out(source).blocks == [
        "li: Menu", "h2: One", "p: A b_c new line", "th: H", "th: I", "td: wide", "td: ", "td: x y", "td: z", "pre: code here",
    ]  # fmt: skip
    assert left_out == ["pictures, which you can paste or drop by themselves"]


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("https://www.google.com/url?q=https://example.org/a&sa=D", "https://example.org/a"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=1",
            "https://example.org/a",
        ),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("/floods/", "/floods/"),
        ("javascript:alert(1)", ""),
        ("file:///C:/a.docx", ""),
        ("//evil.example/", ""),
        ("#_ftn1", ""),
        (
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://www.google.com/url?q=javascript:alert(1)",
        ),
        ("http://[broken", ""),
    ],
)
def test_a_link_leads_where_readers_can_follow(href, address):
    assert address_of(href) == address


# What the writer escapes

WORDS = st.text(alphabet="ab1 *_`[]()#>-+.!|~<&;:=\\\"'\u00e9\n", max_size=24).map(
    lambda text: " ".join(text.split())
)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), min_size=1, max_size=3)


def said(runs):
    return " ".join("".join(run.text for run in runs).split())


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS.filter(bool), min_size=1, max_size=3))
def test_words_of_paragraphs_come_out_as_they_went_in(texts):
    _, source = write(Document([Paragraph([Run(text)]) for text in texts]))
    assert [block.partition(": ")[2] for block in laid_out(source).blocks] == texts


@settings(max_examples=200, deadline=None)
@given(WORDS.filter(bool), WORDS.filter(bool), WORDS.filter(bool))
def test_words_of_headings_items_and_cells_come_out_as_they_went_in(heading, item, cell):
    blocks = [
        Heading(2, [Run(heading)]),
        Listing(False, 1, [ListItem([Paragraph([Run(item)])]), ListItem([Paragraph([Run("z")])])]),
        Table([[[Run("H")], [Run(cell)]], [[Run(cell)], [Run("x")]]]),
    ]
    _, source = write(Document(blocks))
    found = [block.partition(": ")[2] for block in laid_out(source).blocks]
    assert found == [heading, item, "z", "H", cell, cell, "x"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/ab=\"' pdivltrhb&;!-[]1\n", max_size=120))
def test_any_html_is_read(html):
    write(read_html(html))


# Hostile files


def bomb():
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 70_000_000)
    return out.getvalue()


def entities(declaration):
    good = BytesIO(docx(STORIES["plain"]))
    with ZipFile(good) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/document.xml"] = declaration + files["word/document.xml"].split(b"?>", 1)[1]
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


LAUGHS = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DEEP_ODT = packed({"content.xml": "<a>" * 100_000 + "</a>" * 100_000})
REFUSED = {
    "empty": b"",
    "not a document": b"Hello, world",
    "an old document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000,
    "half a document": docx(FLOODS)[:900],
    "an archive of something else": packed({"a.txt": "x"}),
    "a bomb": bomb(),
    "a billion laughs": entities(LAUGHS),
    "an entity from outside": entities(OUTSIDE),
    "broken XML": packed({"word/document.xml": "<w:document>"}),
    "elements within elements": DEEP_ODT,
    "nothing in it": odt([]),
    "too large": b"PK" + b"\0" * 31_000_000,
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_a_hostile_document_is_refused_in_words_and_in_time(data):
    began = time.monotonic()
    with pytest.raises(DocumentRefused) as refused:
        from_document(data)
    assert time.monotonic() - began < 6
    assert str(refused.value).endswith(".")
    assert "Traceback" not in str(refused.value)


@pytest.mark.parametrize(
    "html", ["<div>" * 50_000, "<b>" * 50_000 + "x", "<table><tr><td>" * 3_000, "<p>a" * 100_000]
)
def test_hostile_clipboards_end_in_time(html):
    began = time.monotonic()
    with suppress(DocumentRefused):
        from_clipboard(html)
    assert time.monotonic() - began < 6


def test_reading_takes_no_more_memory_than_it_may():
    program = "from posts.importing.child import limit; limit(); bytearray(300_000_000)"
    done = subprocess.run(
        [__import__("sys").executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert "MemoryError" in done.stderr
