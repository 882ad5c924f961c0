"""What readers get: the pages, what is never on them, and when they must be fetched again."""

from datetime import UTC, datetime

import pytest

from posts.drafting import start_post
from posts.models import Withdrawal
from teams import clock
from teams.models import Team
from tests.conftest import submit_it
from tests.making import (
    make_live,
    make_live_elsewhere,
    make_picture,
    release_again,
    release_it,
    save,
    take_down,
    wording,
)
from tests.pages import heading, links, pages_of, plain, title, words

HIDING = ["personal_data", "spent_conviction", "defamation", "court_order"]
SHOWING = ["published_in_error", "copyright", "duplicate", "superseded"]


# The pages


def test_the_directory_lists_departments_with_their_blogs(client, cast):
    page = words(client.get("/"))
    assert page.index("Department for Rivers") < page.index("Flood Resilience") < page.index("On floods.")
    assert page.index("Water Quality") < page.index("Ministry of Roads") < page.index("Safer Streets")


def test_an_empty_platform_says_so(client, db):
    assert "No blogs yet" in words(client.get("/"))


def test_the_directory_has_the_newest_posts_of_all_blogs(client, cast):
    older = make_live(cast, title="Older")
    newer = make_live_elsewhere(cast, title="Newer")
    page = client.get("/")
    assert [link for link in links(page) if "/20" in link] == [
        newer.get_absolute_url(),
        older.get_absolute_url(),
    ]


def test_a_blog_lists_its_own_posts_newest_first(client, cast):
    older, newer = make_live(cast, title="Older"), make_live(cast, title="Newer")
    make_live_elsewhere(cast)
    page = client.get("/floods/")
    assert heading(page) == "Flood Resilience: posts"
    assert [link for link in links(page) if "/20" in link] == [
        newer.get_absolute_url(),
        older.get_absolute_url(),
    ]


def test_a_blog_without_posts_says_so(client, cast):
    assert "Nothing here yet" in words(client.get("/floods/"))


def test_a_blog_says_what_it_is_about(client, cast):
    Team.objects.filter(pk=cast.team.pk).update(about="We measure rivers.")
    assert "We measure rivers." in words(client.get("/floods/"))


def test_a_month_has_its_posts_and_no_others(client, cast):
    with clock.set_to(datetime(2026, 3, 31, 23, 30, tzinfo=UTC)):  # April in London
        april = make_live(cast, title="April")
    with clock.set_to(datetime(2026, 3, 31, 22, 30, tzinfo=UTC)):
        march = make_live(cast, title="March")
    for post, address in [(march, "/floods/2026/03/"), (april, "/floods/2026/04/")]:
        assert [link for link in links(client.get(address)) if "/20" in link] == [post.get_absolute_url()]


def test_a_tag_has_its_posts_and_no_others(client, cast):
    tagged = make_live(cast, title="Tagged", tags=["Sea walls"])
    make_live(cast, title="Not tagged", tags=[])
    page = client.get("/floods/tag/sea-walls/")
    assert [link for link in links(page) if "/20" in link] == [tagged.get_absolute_url()]


def test_a_tag_of_another_blog_has_no_posts_here(client, cast):
    make_live_elsewhere(cast, tags=["Sea walls"])
    assert "Nothing here yet" in words(client.get("/floods/tag/sea-walls/"))


def test_every_tag_of_a_post_leads_to_a_page_with_the_post(client, cast):
    post = make_live(cast, tags=["Data", "C++", "Ŵyl", "a/b"])
    for address in [link for link in links(client.get(post.get_absolute_url())) if "/tag/" in link]:
        assert post.get_absolute_url() in links(client.get(address))


def test_a_post_shows_what_was_signed(client, live):
    page = client.get(live.get_absolute_url())
    assert heading(page) == "What we learned on the river"
    assert title(page) == "What we learned on the river – Flood Resilience – Policy Blogs"
    for part in ["Three things a season", "Ada Author, Policy adviser", "forty sensors", "Sensors", "Data"]:
        assert part in words(page)


def test_a_post_names_its_one_address_whatever_was_asked(client, live):
    page = client.get(f"{live.get_absolute_url()}?utm_source=x").content.decode()
    assert f'<link rel="canonical" href="http://testserver{live.get_absolute_url()}">' in page


def test_a_second_release_keeps_the_address_and_says_when_it_changed(client, cast):
    with clock.set_to(datetime(2026, 3, 2, 9, tzinfo=UTC)):
        post = make_live(cast)
    address = post.get_absolute_url()
    with clock.set_to(datetime(2026, 3, 9, 9, tzinfo=UTC)):
        release_again(post, cast, title="Quite another title", source="Quite another text.")
    page = words(client.get(address))
    assert "Quite another text." in page
    assert "Published 2 March 2026, changed 9 March 2026" in page


def test_head_is_answered_like_get_without_the_page(client, live):
    for page in ["post", "sign-off", "blog", "feed", "directory"]:
        address = pages_of(live)[page]
        head, get = client.head(address), client.get(address)
        assert (head.status_code, head["ETag"], head.content) == (200, get["ETag"], b"")


def test_public_pages_are_only_read(client, live):
    for method in ["post", "put", "patch", "delete"]:
        for address in pages_of(live).values():
            assert getattr(client, method)(address).status_code == 405


def test_what_is_not_there_is_not_found(client, live):
    for address in [
        "/nobody/",
        "/floods/2026/",
        "/floods/2026/13/",
        "/floods/0000/01/",
        "/floods/2026/02/30/what-we-learned-on-the-river/",
        "/floods/2026/1/1/x/",
        "/floods/２０２６/０１/",
        "/water/2026/01/01/what-we-learned-on-the-river/",
        "/floods/tag/ä/",
        "/" + "x" * 5000 + "/",
        "/floods/99999999999999999999/01/",
        "/images/" + "0" * 64 + "-320.webp",
        "/images/" + "0" * 64 + "-" + "9" * 400 + ".webp",
        "/images/../../etc/passwd",
        "/%ff%fe/",
    ]:
        response = client.get(address)
        assert (response.status_code, heading(response)) == (404, "Page not found")


def test_an_address_without_its_closing_slash_leads_to_the_page(client, live):
    response = client.get(live.get_absolute_url().rstrip("/"))
    assert (response.status_code, response["Location"]) == (301, live.get_absolute_url())


def test_the_right_slug_on_another_day_is_not_found(client, live):
    assert client.get(f"/floods/2001/01/01/{live.slug}/").status_code == 404


# Withdrawal


def test_a_withdrawn_post_is_gone_with_its_reason(client, live, cast):
    take_down(live, cast)
    response = client.get(live.get_absolute_url())
    assert response.status_code == 410
    for part in ["Published in error", "What we learned on the river", "Other posts of Flood Resilience"]:
        assert part in words(response)


@pytest.mark.parametrize("reason", HIDING)
def test_some_reasons_hide_the_title(client, live, cast, reason):
    take_down(live, cast, reason)
    for suffix in ["", "sign-off/", "comment/"]:
        response = client.get(live.get_absolute_url() + suffix)
        assert response.status_code == 410
        assert "learned" not in plain(response)


@pytest.mark.parametrize("reason", SHOWING)
def test_other_reasons_show_the_title(client, live, cast, reason):
    take_down(live, cast, reason)
    assert "What we learned on the river" in words(client.get(live.get_absolute_url()))


def test_every_reason_either_hides_or_shows_the_title():
    assert sorted(HIDING + SHOWING) == sorted(Withdrawal.Reason.values)


def test_the_explanation_for_the_record_is_not_public(client, live, cast):
    take_down(live, cast)
    assert "Secret explanation" not in plain(client.get(live.get_absolute_url()))


def test_a_withdrawn_post_is_in_no_list_and_no_feed(client, live, cast):
    pages = pages_of(live)
    take_down(live, cast)
    for name in ["directory", "feed", "blog", "blog feed", "month", "tag"]:
        assert live.slug not in client.get(pages[name]).content.decode(), name


def test_a_withdrawn_post_that_was_changed_and_signed_again_is_back(client, live, cast):
    take_down(live, cast)
    release_again(live, cast, source="Put right.")
    response = client.get(live.get_absolute_url())
    assert response.status_code == 200
    assert "Put right." in words(response)


# Pictures


@pytest.fixture
def pictured(cast):
    """A post that is not live, with a picture in its text."""
    post = start_post(cast.team, wording(), by=cast.author)
    image = make_picture(post, cast.author)
    save(post, cast.author, source=f"Look:\n\n{image.markdown}")
    return post


def picture_at(post):
    image = post.images.get()
    return f"/images/{image.digest}-{image.smallest_width}.webp"


def test_a_picture_of_a_draft_has_no_public_address(client, pictured):
    assert client.get(picture_at(pictured)).status_code == 404


def test_a_picture_of_a_submitted_text_has_no_public_address(client, pictured, cast):
    submit_it(pictured, cast.author)
    assert client.get(picture_at(pictured)).status_code == 404


def test_a_picture_of_a_live_post_is_public(client, pictured, cast):
    release_it(pictured, cast)
    response = client.get(picture_at(pictured))
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert b"".join(response)[:4] == b"RIFF"


def test_a_picture_goes_with_the_withdrawal(client, pictured, cast):
    take_down(release_it(pictured, cast), cast)
    assert client.get(picture_at(pictured)).status_code == 404


def test_a_picture_taken_out_of_the_text_is_no_longer_public(client, pictured, cast):
    release_again(release_it(pictured, cast), cast, source="No picture any more.")
    assert client.get(picture_at(pictured)).status_code == 404


def test_a_picture_that_the_live_text_does_not_use_is_not_public(client, live, cast):
    make_picture(live, cast.author)
    assert client.get(picture_at(live)).status_code == 404


def test_a_picture_of_another_width_is_not_found(client, pictured, cast):
    release_it(pictured, cast)
    for width in ["0", "65", "9" * 300]:
        assert client.get(f"/images/{pictured.images.get().digest}-{width}.webp").status_code == 404


def test_a_picture_need_not_be_fetched_again(client, pictured, cast):
    release_it(pictured, cast)
    etag = client.get(picture_at(pictured))["ETag"]
    assert client.get(picture_at(pictured), headers={"if-none-match": etag}).status_code == 304
