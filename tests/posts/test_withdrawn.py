"""A withdrawn post: its address answers for good, with what readers are owed, and nothing else is left."""

from datetime import UTC, datetime

import pytest

from posts.drafting import start_post
from posts.models import Withdrawal
from teams import clock
from tests.histories import make_history, make_live_then
from tests.making import make_picture, release_it, save, take_down, wording
from tests.pages import heading, plain, title, words

PUBLISHED = datetime(2026, 3, 2, 9, tzinfo=UTC)
WITHDRAWN = datetime(2026, 5, 8, 16, tzinfo=UTC)
YEARS_LATER = datetime(2046, 1, 1, tzinfo=UTC)
REASONS = Withdrawal.Reason


@pytest.fixture
def gone(cast):
    """Makes a post that was published in March and withdrawn in May for a reason, with a picture in it."""

    def _gone(reason=REASONS.ERROR):
        with clock.set_to(PUBLISHED):
            post = start_post(cast.team, wording(), by=cast.author)
            image = make_picture(post, cast.author)
            save(post, cast.author, source=f"Look:\n\n{image.markdown}")
            post = release_it(post, cast)
        with clock.set_to(WITHDRAWN):
            take_down(post, cast, reason)
        return post

    return _gone


@pytest.mark.parametrize("reason", REASONS)
def test_its_address_names_the_blog_the_dates_and_the_reason(reason, client, gone):
    page = client.get(gone(reason).get_absolute_url())
    assert (page.status_code, heading(page)) == (410, "This post has been withdrawn")
    for said in [reason.label, "Published 2 March 2026", "Withdrawn 8 May 2026", "Flood Resilience"]:
        assert said in words(page)


@pytest.mark.parametrize("reason", sorted(Withdrawal.TITLE_HIDDEN))
def test_the_title_is_in_no_part_of_the_page_where_it_may_hold_the_reason(reason, client, gone):
    page = client.get(gone(reason).get_absolute_url())
    assert "river" not in words(page) + title(page)
    assert "sensors taught us" not in plain(page)


def test_its_address_answers_the_same_after_twenty_years(client, gone):
    address = gone().get_absolute_url()
    before = client.get(address)
    with clock.set_to(YEARS_LATER):
        after = client.get(address)
    assert (after.status_code, after.content) == (410, before.content)


def test_its_address_answers_whatever_is_written_since(client, gone, cast):
    post = gone(REASONS.PERSONAL_DATA)
    before = client.get(post.get_absolute_url())
    save(post, cast.author, title="Another title", source="Other words.", note="New.")
    assert client.get(post.get_absolute_url()).content == before.content


def test_its_pictures_are_gone_from_their_public_addresses(client, gone):
    image = gone().images.get()
    for width in (320, 640, image.smallest_width):
        assert client.get(f"/images/{image.digest}-{width}.webp").status_code == 404


def test_the_team_still_sees_its_pictures(sign_in, gone, cast):
    image = gone().images.get()
    address = f"/desk/images/{image.digest}-{image.smallest_width}.webp"
    assert sign_in(cast.author).get(address).status_code == 200


@pytest.mark.parametrize("page", ["/feed/", "/floods/feed/", "/floods/tag/sensors/", "/floods/", "/"])
def test_no_feed_and_no_list_names_it(page, client, gone):
    assert gone().slug not in plain(client.get(page))


@pytest.mark.parametrize("page", ["sign-off/", "comment/"])
def test_what_hung_on_its_address_is_gone_with_it(page, client, gone):
    answer = client.get(f"{gone().get_absolute_url()}{page}")
    assert (answer.status_code, heading(answer)) == (410, "This post has been withdrawn")


def test_nobody_keeps_the_page_without_asking(client, gone):
    assert "max-age=0" in client.get(gone().get_absolute_url())["Cache-Control"]


def test_a_post_of_a_past_government_is_withdrawn_like_any_other(client, cast):
    post = make_live_then(cast)
    make_history(cast)
    take_down(post, cast, REASONS.SUPERSEDED)
    page = client.get(post.get_absolute_url())
    assert (page.status_code, "Superseded by events" in words(page)) == (410, True)
