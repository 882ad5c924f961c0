"""Preview links: one draft for somebody without an account, for a while, and without a trace."""

from datetime import timedelta

import pytest

from posts.previewing import AT_MOST, LASTS, end_link, make_link, open_links, token_of
from teams import clock
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.embargoes import embargoed
from tests.making import fresh, make_picture, release_it, save
from tests.pages import heading, words
from tests.scenes import SPRING


def at(link, more=""):
    return f"/desk/preview/{token_of(link)}/{more}"


@pytest.fixture
def link(draft, cast):
    return make_link(draft, "Jo Sallow", by=cast.author)


def test_whoever_has_the_link_reads_the_draft_without_an_account(client, link, draft, cast):
    save(draft, cast.author, source="Newest words.")
    page = client.get(at(link))
    assert page.status_code == 200
    assert "Newest words." in words(page)
    assert "Policy adviser" in words(page)


def test_the_page_leaves_no_trace(client, link):
    page = client.get(at(link))
    assert page["Cache-Control"] == "private, no-store"
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert not page.cookies


def test_pictures_of_the_draft_come_by_the_link_alone(client, link, draft, cast):
    picture = make_picture(draft, cast.author)
    save(draft, cast.author, source=picture.markdown)
    address = f"{at(link)}images/{picture.digest}-{picture.smallest_width}.webp"
    assert address in client.get(at(link)).content.decode()
    assert client.get(address).status_code == 200
    end_link(link, by=cast.author)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("token", ["x", "MQ.abc", "", "\u00e9"])
def test_a_link_that_we_did_not_make_opens_nothing(client, link, token):
    assert client.get(f"/desk/preview/{token or '-'}/").status_code == 404


def test_a_link_of_one_draft_opens_no_other(client, link, draft, cast):
    picture = make_picture(release_it(fresh(draft), cast), cast.author)
    other = f"{at(link)}images/{'0' * 64}-{picture.smallest_width}.webp"
    assert client.get(other).status_code == 404


def is_over(client, link):
    page = client.get(at(link))
    return page.status_code == 410 and heading(page) == "This link has ended" and "river" not in words(page)


def test_a_link_ends_when_somebody_ends_it(client, link, cast):
    end_link(link, by=cast.co_author)
    assert is_over(client, link)


def test_a_link_ends_after_30_days(client, draft, cast):
    with clock.set_to(SPRING):
        link = make_link(draft, "Jo", by=cast.author)
    with clock.set_to(SPRING + LASTS - timedelta(seconds=1)):
        assert client.get(at(link)).status_code == 200
    with clock.set_to(SPRING + LASTS):
        assert is_over(client, link)


def test_a_link_dies_on_release_and_a_new_one_opens_the_next_draft(client, draft, cast):
    link = make_link(draft, "Jo", by=cast.author)
    live = release_it(fresh(draft), cast)
    assert is_over(client, link)
    save(live, cast.author, source="The next draft.")
    assert is_over(client, link)
    assert "The next draft." in words(client.get(at(make_link(live, "Jo", by=cast.author))))


def test_an_embargo_closes_links_and_lets_none_be_made(client, link, draft, cast):
    embargoed(fresh(draft), cast.author)
    assert is_over(client, link)
    with pytest.raises(NotNow, match="embargo"):
        make_link(fresh(draft), "Jo", by=cast.author)


def test_only_writers_make_and_end_links(draft, link, cast):
    for person in (cast.press_officer, cast.outsider, cast.nobody):
        with pytest.raises(NotAllowed):
            make_link(draft, "Jo", by=person)
        with pytest.raises(NotAllowed):
            end_link(link, by=person)


def test_links_do_not_grow_without_end(draft, cast):
    for number in range(AT_MOST):
        make_link(draft, f"Jo {number}", by=cast.author)
    with pytest.raises(NotNow, match="already"):
        make_link(draft, "One more", by=cast.author)
    assert len(open_links(draft)) == AT_MOST


def test_the_record_tells_of_links(link, cast):
    end_link(link, by=cast.co_author)
    end_link(link, by=cast.author)  # has ended: nothing more to tell
    told = Entry.objects.filter(action__startswith="post.preview").select_related("details")
    assert sorted((entry.action, entry.details.actor_label) for entry in told) == [
        ("post.preview_ended", "Cy Coauthor"),
        ("post.preview_made", "Ada Author"),
    ]


def test_links_are_made_and_ended_on_their_page(sign_in, client, draft, cast):
    desk = sign_in(cast.author)
    page = f"/desk/posts/{draft.pk}/links/"
    assert desk.post(page, {"for_whom": ""}).status_code == 422
    desk.post(page, {"for_whom": "Jo Sallow"})
    link = open_links(draft)[0]
    shown = desk.get(page)
    assert "For Jo Sallow, until" in words(shown)
    assert f"http://testserver{at(link)}" in shown.content.decode()
    desk.post(f"{page}{link.pk}/end/")
    assert open_links(draft) == []
