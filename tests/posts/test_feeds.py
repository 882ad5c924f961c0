"""The Atom feeds, read as a feed reader does: whole, absolute, and true to what was signed."""

from datetime import UTC, datetime

import feedparser
import pytest
from django.utils.html import escape

from moderation.submitting import attest
from posts.drafting import start_post
from teams import clock
from tests.conftest import STATEMENT, submit_it
from tests.making import (
    make_live,
    make_live_elsewhere,
    make_many_live,
    make_picture,
    release_again,
    release_it,
    save,
    sign_it,
    take_down,
    wording,
)

FEEDS = ["/feed/", "/floods/feed/"]


def read(client, address="/floods/feed/"):
    """The feed, which must be well-formed."""
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content, sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo
    return feed


def content(client):
    return read(client).entries[0].content[0].value


def make_live_with_two_authors(cast):
    post = start_post(cast.team, wording(authors=[cast.author, cast.co_author]), by=cast.author)
    submission = submit_it(post, cast.author)
    attest(submission.revision, STATEMENT, by=cast.co_author)
    sign_it(submission, cast.press_officer)


@pytest.mark.parametrize("address", FEEDS)
def test_an_empty_feed_is_a_feed(client, cast, address):
    assert read(client, address).entries == []


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_the_whole_post_under_its_address(client, live, address):
    (entry,) = read(client, address).entries
    assert entry.link == f"http://testserver{live.get_absolute_url()}"
    assert entry.title == "What we learned on the river"
    assert entry.content[0].value == live.live_text.html
    assert [tag.term for tag in entry.tags] == ["Sensors", "Data"]


def test_a_feed_names_its_blog(client, live):
    feed = read(client).feed
    assert (feed.title, feed.subtitle, feed.author) == ("Flood Resilience", "On floods.", "Flood Resilience")
    assert {(link.rel, link.href) for link in feed.links} == {
        ("alternate", "http://testserver/floods/"),
        ("self", "http://testserver/floods/feed/"),
    }


def test_every_author_is_named(client, cast):
    make_live_with_two_authors(cast)
    assert [author.name for author in read(client).entries[0].authors] == ["Ada Author", "Cy Coauthor"]


def test_the_feed_of_everything_has_the_posts_of_all_blogs_newest_first(client, cast):
    make_live(cast, title="Older")
    make_live_elsewhere(cast, title="Newer")
    assert [entry.title for entry in read(client, "/feed/").entries] == ["Newer", "Older"]
    assert [entry.title for entry in read(client).entries] == ["Older"]


def test_a_feed_has_the_ten_newest(client, cast):
    make_many_live(cast, 12)
    assert [entry.title for entry in read(client).entries] == [f"Post {n}" for n in range(11, 1, -1)]


def test_an_entry_keeps_its_id_and_is_updated_by_another_release(client, cast):
    with clock.set_to(datetime(2026, 3, 2, 9, tzinfo=UTC)):
        post = make_live(cast)
        before = read(client).entries[0]
    with clock.set_to(datetime(2026, 3, 9, 9, tzinfo=UTC)):
        release_again(post, cast, title="Another title", source="Another text.")
    after = read(client).entries[0]
    assert (after.id, after.published, after.link) == (before.id, before.published, before.link)
    assert (before.updated, after.updated) == ("2026-03-02T09:00:00+00:00", "2026-03-09T09:00:00+00:00")
    assert after.title == "Another title"


def test_ids_are_different_and_do_not_depend_on_the_host_that_was_asked(client, cast):
    make_live(cast, title="One")
    make_live(cast, title="Two")
    ours, others = (
        [entry.id for entry in feedparser.parse(client.get("/feed/", headers={"host": host}).content).entries]
        for host in ("127.0.0.1:8000", "[::1]")
    )
    assert ours == others
    assert len(set(ours)) == 2


def test_the_feed_is_as_old_as_its_newest_change(client, cast):
    with clock.set_to(datetime(2026, 3, 2, 9, tzinfo=UTC)):
        make_live(cast)
    assert read(client).feed.updated == "2026-03-02T09:00:00+00:00"


def test_links_and_pictures_have_whole_addresses(client, cast):
    post = start_post(cast.team, wording(), by=cast.author)
    picture = make_picture(post, cast.author)
    source = f"[a](/floods/) [b](https://example.org/x)[^1]\n\n{picture.markdown}\n\n## Head\n\n[^1]: Note."
    save(post, cast.author, source=source)
    address = release_it(post, cast).get_absolute_url()
    html = content(client)
    assert 'href="http://testserver/floods/"' in html
    assert 'href="https://example.org/x"' in html
    assert f'src="http://testserver/images/{picture.digest}-64.webp"' in html
    assert f'href="http://testserver{address}#fn:1"' in html
    assert '="/' not in html
    assert '="#' not in html
    assert ", /images" not in html


def test_words_that_look_like_addresses_stay_as_they_were_signed(client, cast):
    source = 'Write `src="/var/log"` or href="/here" and <a href="/there">.'
    post = make_live(cast, source=source)
    assert content(client) == post.live_text.html


def test_plain_words_are_not_markup_in_a_feed(client, cast):
    said = "<b>5 < 6</b> & &amp; <script>"
    make_live(cast, title=said, summary=said)
    entry = read(client).entries[0]
    assert entry.title == said
    assert entry.summary == escape(said)


@pytest.mark.parametrize(
    "said", ["]]>", "&#1;&#0;&#xFFFE;", "\U0001f600 ŵ 漢", "<![CDATA[ <!--", "&nbsp;&no;"]
)
def test_no_text_breaks_a_feed(client, cast, said):
    make_live(cast, title=f"T {said}", summary=said, source=said, tags=[f"t {said}"])
    assert len(read(client).entries) == 1


def test_a_picture_description_cannot_break_a_feed(client, cast):
    post = start_post(cast.team, wording(), by=cast.author)
    picture = make_picture(post, cast.author, alt='A "gauge" > & &#1; <b>')
    save(post, cast.author, source=picture.markdown)
    release_it(post, cast)
    assert "http://testserver/images/" in content(client)


def test_a_withdrawn_post_leaves_the_feed(client, live, cast):
    take_down(live, cast)
    assert read(client).entries == []


def test_a_feed_of_no_blog_is_not_found(client, cast):
    assert client.get("/nobody/feed/").status_code == 404


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_that_did_not_change_is_not_sent_again(client, live, address):
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
