"""The heads of the record as everybody can keep them: a page, a feed, a signed file, a key."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest

from teams import clock, heads, record
from teams.heads import publish_head
from teams.models import Entry, PublishedHead
from teams.record import Subject
from tests.pages import heading, links, words

NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
ADDRESSES = ["/record/", "/record/feed/", "/record/head.json", "/record/key.pem"]


@pytest.fixture
def published(db):
    """Three days, with a decision and a head on each."""
    for day in range(3):
        with clock.set_to(NOON + timedelta(days=day)):
            record.append("post.acted", Subject("post", 7, "Secret words"), by=None, reason="Secret reason.")
            publish_head()
    return list(PublishedHead.objects.all())


@pytest.mark.parametrize("address", ADDRESSES)
def test_anybody_can_keep_it_without_a_cookie(address, published, client):
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_unchanged_copy_is_not_sent_again(address, published, client):
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    assert client.head(address)["ETag"] == etag


@pytest.mark.parametrize("address", ADDRESSES[:3])
def test_another_day_is_another_copy(address, published, client):
    etag = client.get(address)["ETag"]
    with clock.set_to(NOON + timedelta(days=9)):
        publish_head()
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_says_nothing_of_what_was_decided(address, published, client):
    page = client.get(address).content.decode()
    assert "Secret" not in page
    assert "post.acted" not in page


@pytest.mark.parametrize("address", ADDRESSES)
def test_reading_it_writes_nothing(address, published, client):
    before = Entry.objects.count(), PublishedHead.objects.count()
    assert client.post(address).status_code == 405
    client.get(address)
    assert (Entry.objects.count(), PublishedHead.objects.count()) == before


def test_the_feed_has_an_entry_a_day_with_number_digest_and_time(published, client):
    feed = feedparser.parse(client.get("/record/feed/").content)
    assert not feed.bozo
    assert len(feed.entries) == 3
    for entry, head in zip(feed.entries, published, strict=True):
        assert entry.title == f"Entry {head.number}: {head.digest}"
        assert entry.published_parsed[:4] == (2026, 6, head.day.day, 12)
        assert head.signature in entry.summary
        assert heads.signed_text(head).splitlines()[3] in entry.summary


def test_every_entry_of_the_feed_is_known_by_its_day(published, client):
    ids = [entry.id for entry in feedparser.parse(client.get("/record/feed/").content).entries]
    assert ids == [f"tag:127.0.0.1,2026-06-0{day}:record-head" for day in (5, 4, 3)]


def test_the_file_is_the_newest_head_signed(published, client):
    head = heads.read_file(client.get("/record/head.json").content.decode())
    assert head.number == 3
    assert heads.is_signed(head, heads.read_keys(client.get("/record/key.pem").content.decode()))


def test_the_page_shows_the_heads_and_where_to_keep_them(published, client):
    response = client.get("/record/")
    assert heading(response) == "Heads of the record"
    assert published[0].digest in words(response)
    assert set(ADDRESSES[1:]) <= set(links(response))


def test_before_the_first_head_there_is_no_file(db, client):
    assert client.get("/record/head.json").status_code == 404
    response = client.get("/record/")
    assert "No head yet" in words(response)
    assert "/record/head.json" not in links(response)
    assert not feedparser.parse(client.get("/record/feed/").content).bozo


def test_every_public_page_leads_there(db, client):
    assert "/record/" in links(client.get("/"))


def test_the_page_takes_few_queries(published, client, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get("/record/")
