"""Pages of posts: by number for the first hundred, and by the last post beyond."""

from datetime import timedelta

from posts.views.reading import LAST_NUMBERED_PAGE, PAGE_SIZE
from tests.making import make_many_live
from tests.pages import heading, links

ABSURD = [
    "0",
    "-1",
    "1.5",
    "1e9",
    "0x1",
    "1_0",
    " 1",
    "１",
    "²",
    "999999999999999999999",
    "000001999999999999999999999999",
    "000001" + "9" * 5000,
    "9" * 5000,
    "",
    "x",
    "' OR 1=1 --",
    "1;DROP TABLE posts_post",
    "<script>",
    "../../etc",
    "%",
    "null",
    "\ufffd",
]
CURSORS = [
    *(value for value in ABSURD if value),
    "20260302090000000000",
    "20260302090000000000-",
    "20260302090000000000--5",
    "20260302090000000000-１",
    "20260302090000000000-1_0",
    "20260302090000000000-" + "9" * 5000,
    "20260302090000000000-1-1",
    "20261302090000000000-1",
    "00000101000000000000-1",
    "2026030209000000000-1",
    "２０２６0302090000000000-1",
    "-1",
    "20260302090000-0000-1",
]
ODD_BUT_WHOLE = [
    "00010101000000000000-1",
    "99991231235959999999-1",
    "20260302090000000000-0",
    "20260302090000000000-999999999999999999",
]


NEWER = ("?page=98", "?page=99")  # links back, from the pages that a test begins with


def posts_on(response):
    return [link for link in links(response) if link.startswith("/floods/20")]


def test_an_absurd_page_is_not_found(client, cast):
    for address in ["/floods/", "/floods/2026/03/", "/floods/tag/data/"]:
        for page in ABSURD:
            response = client.get(address, {"page": page})
            assert (response.status_code, heading(response)) == (404, "Page not found"), page


def test_an_absurd_place_is_not_found(client, cast):
    for before in CURSORS:
        assert client.get("/floods/", {"before": before}).status_code == 404


def test_a_place_where_nothing_was_is_answered(client, cast):
    for before in ODD_BUT_WHOLE:
        assert client.get("/floods/", {"before": before}).status_code in (200, 404)


def test_nul_in_a_query_is_a_bad_request(client, cast):
    for query in ["page=%00", "before=%00", "page=1%00", "x=%00"]:
        assert client.get(f"/floods/?{query}").status_code == 400


def test_a_broken_query_is_no_fault_of_ours(client, cast):
    for query in ["page=%ff%fe", "page=1&page=x", "before=x&page=1", "page[]=2", "&&&="]:
        assert client.get(f"/floods/?{query}").status_code in (200, 404)


def test_an_empty_place_is_the_first_page(client, cast):
    assert client.get("/floods/", {"before": ""}).status_code == 200


def test_a_page_has_ten_posts_and_leads_to_the_next(client, cast):
    make_many_live(cast, 12)
    first, second = client.get("/floods/"), client.get("/floods/?page=2")
    assert (len(posts_on(first)), len(posts_on(second))) == (10, 2)
    assert "?page=2" in links(first)
    assert "?page=1" in links(second)


def test_exactly_ten_posts_are_one_page(client, cast):
    make_many_live(cast, 10)
    assert "?page=2" not in links(client.get("/floods/"))
    assert client.get("/floods/?page=2").status_code == 404


def test_everything_is_reached_once_from_page_to_page_beyond_the_last_number(client, cast):
    many = make_many_live(cast, LAST_NUMBERED_PAGE * PAGE_SIZE + 15)
    seen, query = [], f"?page={LAST_NUMBERED_PAGE - 1}"
    while query:
        page = client.get(f"/floods/{query}")
        seen += posts_on(page)
        forward = [link for link in links(page) if link.startswith("?") and link not in NEWER]
        query = forward[0] if forward else ""
    assert seen == [post.get_absolute_url() for post in many[2 * PAGE_SIZE + 14 :: -1]]
    assert client.get(f"/floods/?page={LAST_NUMBERED_PAGE + 1}").status_code == 404


def test_reading_on_by_the_last_post_stays_in_the_blog(client, cast):
    (post,) = make_many_live(cast, 1)
    place = f"{post.first_released_at + timedelta(days=1):%Y%m%d%H%M%S%f}-{post.pk}"
    assert client.get("/floods/", {"before": place}).status_code == 200
    assert client.get("/water/", {"before": place}).status_code == 404
