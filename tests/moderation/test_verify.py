"""docs/verify.py, run as readers run it: real pages verify, and no alteration passes."""

import ast
import hashlib
import importlib.util
import json
import random
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from hypothesis import HealthCheck, given, settings

from comments.workflow import State
from policyblogs.demonstration.building import build
from posts.drafting import start_post
from posts.models import Post
from posts.render_child import article as lay_out
from posts.rendering import RenderingRefused, visible
from tests.making import decide, make_comment, make_picture, release_again, release_it, save, wording
from tests.posts.test_blocks import texts
from tests.posts.test_rendering import IMAGES, sources

PROGRAM = Path(__file__).resolve().parents[2] / "docs" / "verify.py"
SITE = "http://testserver"
RICH = (
    "Twelve *gauges* & <b>more</b> along the river[^1].\n\n## Costs\n\nSee [the data](https://example.org/?a=1&b=2)"
    " or [our blog](/floods/) and [the costs](#h-costs).\n\n| Site | Before | After |\n|---|---|---|\n"
    "| Weir | 14 | |\n| Lock | | 31 |\n\n3. Third\n4. Fourth\n   - deep\n\n- one\n- two\n\n> Quoted words\n\n"
    "```python\nprint('<x>')\n```\n\n::: quotation\nWe heard it\nSource: Ada Obi\n:::\n\n"
    "::: details What we did\n- this\n:::\n\n"
    "::: inset\nMore soon\n:::\n\n::: update 3 March 2027\nCounted again\n:::\n\n"
    "::: chart Gauges\nUnit: each\nWeir | 14\nLock | -3\n:::\n\n"
    "Last of all[^2], this.\n\n[^1]: Not the sea.\n[^2]: Nearly."
)


@pytest.fixture
def post(cast):
    """A live post with one of everything, a comment, and a name, a title and a summary that need escaping."""
    words = {
        "title": "R&D: “what” we <i>learned</i>",
        "summary": 'Three "things".',
        "tags": ["Sensors", "R&D"],
    }
    post = start_post(cast.team, wording(**words), by=cast.author)
    picture = make_picture(post, cast.author, alt='A "gauge" > a <b>')
    video = f"::: video Gauges\nAddress: https://example.org/v\nPicture: {picture.markdown}\n:::"
    save(post, cast.author, source=f"{RICH}\n\n{picture.markdown}\n\n{video}", **words)
    live = release_it(post, cast)
    decide(make_comment(live, "Hear, <article> hear."), State.PUBLISHED, cast.editor)
    return live


@pytest.fixture
def verify(tmp_path):
    """Run the program on a page and a record. Returns its status and all that it says."""

    def _verify(page, record):
        (tmp_path / "page.html").write_text(page, encoding="utf-8", newline="")
        (tmp_path / "sign-off.json").write_text(record, encoding="utf-8")
        return run(tmp_path / "page.html", tmp_path / "sign-off.json")

    return _verify


def run(*files):
    command = [sys.executable, "-IS", str(PROGRAM), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout + done.stderr


def saved(client, post):
    """The page of a post and its sign-off record, as they are saved."""
    page, record = client.get(post.get_absolute_url()), client.get(f"{post.get_absolute_url()}sign-off.json")
    return page.content.decode(), record.content.decode()


# What was signed


def test_every_post_of_the_demonstration_verifies(client, db, verify):
    build()
    posts = list(Post.objects.live().with_live_text())
    found = {post.slug: verify(*saved(client, post)) for post in posts}
    assert len(found) > 5
    assert {slug: said for slug, (status, said) in found.items() if status} == {}


def test_it_says_what_was_signed_and_where(client, post, verify):
    status, said = verify(*saved(client, post))
    assert status == 0
    assert f"what was signed: {post.live_text.fingerprint}, {SITE}{post.get_absolute_url()}" in said


def test_a_post_that_was_released_again_verifies(client, live, cast, verify):
    assert verify(*saved(client, release_again(live, cast, title="Quite another")))[0] == 0


def as_whole_addresses(page):
    """As some browsers save a page: each address with its host."""
    page = re.sub(r'(?<=[" ])/(?=images/|floods/)', f"{SITE}/", page)
    here = re.search(r'rel="canonical" href="([^"]*)"', page)[1]
    return page.replace('href="#', f'href="{here}#')


SAVED_AS = {
    "with whole addresses": as_whole_addresses,
    "with other entities": lambda page: page.replace("&quot;", "&#34;").replace("“", "&ldquo;"),
    "with line ends of Windows": lambda page: page.replace("\n", "\r\n"),
    "with another comment": lambda page: page.replace("Hear, ", "There, "),
    "with a note by the browser": lambda page: f"<!-- saved from url=(0022){SITE}/ -->\n{page}",
}


@pytest.mark.parametrize("how", SAVED_AS)
def test_a_page_may_be_saved(how, client, post, verify):
    page, record = saved(client, post)
    assert SAVED_AS[how](page) != page
    assert verify(SAVED_AS[how](page), record)[0] == 0


# What was not


def within(page, start, end="</article>"):
    """The page before, in and after a part of its article."""
    begin = page.index(start, page.index("<article>")) + len(start)
    stop = page.index(end, begin)
    return page[:begin], page[begin:stop], page[stop:]


def one_of(chance, pattern, page, change, start='data-signed="text">', end='<ul class="tags">'):
    """Change one of the places that the pattern finds in a part of the article."""
    before, part, after = within(page, start, end)
    place = chance.choice(list(re.finditer(pattern, part)))
    return before + part[: place.start()] + change(place) + part[place.end() :] + after


def other(chance, place):
    """Another word or address in a place."""
    at = chance.randrange(len(place[0]))
    return place[0][:at] + chance.choice("xyz789") * 2 + place[0][at:]


IN_WORDS = r"(?<=[> ])[A-Za-z0-9]+(?=[^<>]*<)(?![^<]*>)"


def in_mark(name, end):
    def alter(chance, page):
        return one_of(
            chance, r"[A-Za-z]+", page, lambda place: other(chance, place), f'data-signed="{name}">', end
        )

    return alter


def in_text(pattern, change=None):
    def alter(chance, page):
        return one_of(chance, pattern, page, lambda place: change(place) if change else other(chance, place))

    return alter


def in_a_tag(chance, page):
    before, part, after = within(page, '<ul class="tags">', "</ul>")
    return before + part.replace(">Sensors<", f">{other(chance, re.match('Sensors', 'Sensors'))}<") + after


PAGE_CHANGES = {
    "word": in_text(IN_WORDS),
    "word gone": in_text(IN_WORDS, lambda place: ""),
    "link": in_text(r'(?<=<a href=")(?!#fn)[^"]+(?=")'),
    "link to elsewhere as a mark of a note": in_text(
        r'(?<=class="footnote-ref" href=")[^"]+', lambda place: "//x"
    ),
    "bar of a chart": in_text(r'(?<=<td class="bar-)\d+'),
    "inset made plain": in_text(r' class="inset"', lambda place: ""),
    "link put in": in_text(
        r"<p>", lambda place: '<p><a class="footnote-ref" href="https://x.example/">1</a>'
    ),
    "words in an arrow": in_text("\u21a9", lambda place: "Not so."),
    "picture": in_text(r"(?<=/images/)[0-9a-f]{60}"),
    "picture of another host": in_text(r"/images/", lambda place: "https://x.example/images/"),
    "picture in another width": in_text(r'(?<=srcset=")', lambda place: "https://x.example/1.webp 1w, "),
    "description": in_text(r'(?<=alt=")[^"]+'),
    "byline": in_mark("byline", "</p>"),
    "title": in_mark("title", "</h1>"),
    "summary": in_mark("summary", "</p>"),
    "tag": in_a_tag,
    "tag that leads away": lambda chance, page: page.replace('tags"><a href="', 'tags"><a href="//x.example'),
    "paragraph gone": in_text(r"(?s)<p>.*?</p>", lambda place: ""),
    "paragraph put in": in_text(r"</p>", lambda place: "</p><p>Words.</p>"),
    "paragraph put between": lambda chance, page: page.replace("<article>", "<article><p>Words.</p>"),
    "words marked as signed": lambda chance, page: page.replace(
        "<article>",
        f'<article><p data-signed="{chance.choice(["slug", "blocks", "note", "x", ""])}">Words.</p>',
    ),
    "cell moved": in_text(r"<td>(\w+)</td>\s*<td></td>", lambda place: f"<td></td><td>{place[1]}</td>"),
    "number of an item": in_text(r'start="3"', lambda place: 'start="5"'),
    "items without numbers": lambda chance, page: page.replace("<ol", "<ul").replace("</ol>", "</ul>"),
    "heading as words": lambda chance, page: page.replace("<h2 id=", "<p id="),
    "hidden": in_text(r"<p>", lambda place: "<p hidden>"),
    "hidden by style": in_text(r"<p>", lambda place: '<p style="display:none">'),
    "frame": in_text(r"</p>", lambda place: '</p><iframe src="https://x.example/"></iframe>'),
    "script": in_text(r"</p>", lambda place: "</p><script>document.title</script>"),
    "comment": in_text(r"</p>", lambda place: "</p><!--><p>Words.</p> -->"),
}


@pytest.fixture
def all_caught(verify):
    """Alter page and record with each seed; say which of the alterations were not caught."""

    def _all_caught(page, record, changes, seeds):
        missed = []
        for number in range(seeds):
            name, change = list(changes.items())[number % len(changes)]
            altered = change(random.Random(number), page, record)
            assert altered != (page, record), name
            status, said = verify(*altered)
            if status != 1 or "NOT what was signed. First difference: " not in said:
                missed.append((number, name, status, said))
        return missed == [] or missed

    return _all_caught


def test_a_hundred_alterations_of_the_page_are_caught(client, post, all_caught):
    page, record = saved(client, post)
    changes = {name: on_the_page(change) for name, change in PAGE_CHANGES.items()}
    assert all_caught(page, record, changes, 108) is True


def on_the_page(change):
    return lambda chance, page, record: (change(chance, page), record)


def in_the_record(change):
    def alter(chance, page, record):
        facts = json.loads(record)
        change(chance, facts)
        return page, json.dumps(facts)

    return alter


def canonical_letter(chance, facts):
    at = chance.randrange(len(facts["canonical"]))
    facts["canonical"] = facts["canonical"][:at] + "~" + facts["canonical"][at + 1 :]


def fingerprint_digit(chance, facts):
    at = chance.randrange(64)
    digit = "0123456789abcdef"[(int(facts["fingerprint"][at], 16) + chance.randrange(1, 16)) % 16]
    facts["fingerprint"] = facts["fingerprint"][:at] + digit + facts["fingerprint"][at + 1 :]


def address(chance, facts):
    facts["post"] = facts["post"][:-1] + "s/"


def forged(field, change):
    """The canonical text altered and its fingerprint made again: words that the page does not show."""

    def alter(chance, facts):
        words = json.loads(facts["canonical"])
        words[field] = change(words[field])
        facts["canonical"] = json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        facts["fingerprint"] = hashlib.sha256(facts["canonical"].encode()).hexdigest()

    return alter


RECORD_CHANGES = {
    "letter": canonical_letter,
    "fingerprint": fingerprint_digit,
    "address": address,
    "title": forged("title", lambda title: title + "!"),
    "summary": forged("summary", lambda summary: ""),
    "slug": forged("slug", lambda slug: slug + "-2"),
    "tags": forged("tags", lambda tags: tags[1:]),
    "byline": forged("byline", lambda byline: [{**byline[0], "role": ""}]),
    "blocks": forged("blocks", lambda blocks: blocks[::-1]),
    "block": forged("blocks", lambda blocks: blocks[1:]),
    "links": forged("links", lambda links: [*links, "/x/"]),
    "images": forged("images", lambda images: [{**images[0], "alt": "A bridge"}]),
}


def test_a_hundred_alterations_of_the_record_are_caught(client, post, all_caught):
    changes = {name: in_the_record(change) for name, change in RECORD_CHANGES.items()}
    assert all_caught(*saved(client, post), changes, 104) is True


def test_the_first_difference_is_named(client, post, verify):
    page, record = saved(client, post)
    said = verify(page.replace("along the river", "along the canal"), record)[1]
    assert said.startswith("NOT what was signed. First difference: blocks 1: signed is 'p: Twelve gauges")
    assert "along the canal" in said


# What it cannot tell


@pytest.mark.parametrize(
    ("page", "record"),
    [
        ("", None),
        ("<p>Another page</p>", None),
        (None, ""),
        (None, "[]"),
        (None, "{}"),
        (None, '{"canonical": 1, "fingerprint": 2, "post": 3}'),
        (None, "[" * 100_000),
    ],
    ids=["nothing", "another page", "no record", "a list", "an empty record", "numbers", "a deep list"],
)
def test_files_of_no_use_are_said_to_be_in_one_line(page, record, client, post, verify):
    usual_page, usual_record = saved(client, post)
    status, said = verify(usual_page if page is None else page, usual_record if record is None else record)
    assert status == 2
    assert said.startswith("verify.py needs a saved page and its sign-off.json: ")
    assert said.count("\n") == 1


def test_files_that_are_not_there_are_of_no_use(tmp_path):
    assert run(tmp_path / "a", tmp_path / "b")[0] == 2
    assert run()[0] == 2


# The program itself


def test_it_is_written_for_python_3_8_and_its_own_library():
    tree = ast.parse(PROGRAM.read_text(), feature_version=(3, 8))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= set(sys.stdlib_module_names)


def loaded():
    spec = importlib.util.spec_from_file_location("verify", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


READ = loaded().read
ADDRESS = f"{SITE}/floods/2026/03/02/what/"


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(sources | texts.map("".join))
def test_it_reads_any_text_as_the_platform_does(source):
    made = None
    with suppress(RenderingRefused, UnicodeEncodeError, RecursionError):
        made = lay_out(source, IMAGES)
    if made:
        found = READ(f'<article><div class="article" data-signed="text">{made.html}</div></article>', ADDRESS)
        blocks, links, images = visible(made.html)
        assert found["unsigned"] == []
        assert found["blocks"] == [block.strip() for block in blocks]
        assert found["images"] == images
        assert found["links"] == [whole(url) for url in links if not url.startswith("#fn")]


def whole(url):
    return {"/": SITE, "#": ADDRESS}.get(url[:1], "") + url


def test_readers_can_fetch_the_program_that_is_in_the_documents():
    assert Path(finders.find("verify.py")).read_bytes() == PROGRAM.read_bytes()
