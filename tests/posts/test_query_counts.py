"""Public pages take the same few queries however much is on them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.replying import reply_officially
from comments.workflow import State
from tests.conftest import submit_it
from tests.making import (
    decide,
    make_comment,
    make_live,
    make_live_elsewhere,
    make_many_comments,
    make_many_live,
    release_again,
    return_it,
    save,
)

LISTS = {"/": 6, "/floods/": 5, "/floods/?page=1": 5, "/floods/2026/03/": 5, "/feed/": 3, "/floods/feed/": 3}
LISTS |= {"/departments/department-for-rivers/": 4}


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def discuss(post, number, cast):
    """Published comments, each third with an answer below it and each second with an official reply."""
    for place, comment in enumerate(make_many_comments(post, number, cast.editor)):
        if place % 2:
            reply_officially(comment, by=cast.author, body="Thank you.")
        if place % 3 == 0:
            decide(make_comment(post, f"Answer {place}", parent=comment), State.PUBLISHED, cast.editor)


@pytest.mark.parametrize(("address", "at_most"), LISTS.items())
def test_a_list_takes_the_same_queries_with_one_post_and_with_thirty(client, cast, address, at_most):
    make_many_live(cast, 1)
    one = queries(client, address)
    posts = make_many_live(cast, 30)
    assert (queries(client, address), len(posts)) == (one, 30)
    assert one <= at_most


def test_a_post_takes_the_same_queries_with_one_comment_and_with_thirty(client, live, cast):
    discuss(live, 1, cast)
    one = queries(client, live.get_absolute_url())
    discuss(live, 30, cast)
    assert queries(client, live.get_absolute_url()) == one
    assert one <= 6


def test_the_sign_off_page_takes_the_same_queries_after_many_comments(client, live, cast):
    address = f"{live.get_absolute_url()}sign-off/"
    before = queries(client, address)
    discuss(live, 9, cast)
    assert queries(client, address) == before
    assert before <= 6


def test_the_sign_off_takes_the_same_queries_after_two_rounds_and_after_five(client, draft, cast):
    def rounds(number):
        for place in range(number - 1):
            save(draft, cast.author, title=f"Number {place} of {number}")
            return_it(submit_it(draft, cast.author), cast.press_officer)
        address = release_again(draft, cast, title=f"Signed after {number}").get_absolute_url()
        return queries(client, f"{address}sign-off/"), queries(client, f"{address}sign-off.json")

    assert rounds(2) == rounds(5) == (7, 7)


def test_a_page_that_did_not_change_takes_one_query(client, live):
    for address in ["/floods/", "/floods/feed/", "/feed/"]:
        etag = client.get(address)["ETag"]
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address, headers={"if-none-match": etag}).status_code == 304
        assert len(captured) == 1


def test_the_comment_form_takes_two_queries_at_most(client, live):
    assert queries(client, f"{live.get_absolute_url()}comment/") <= 2


def test_a_picture_takes_one_query(client, live):
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/images/{'0' * 64}-320.webp")
    assert len(captured) == 1


def test_blogs_in_two_departments_take_no_more_queries_than_in_one(client, cast):
    make_live(cast)
    before = queries(client, "/"), queries(client, "/feed/")
    make_live_elsewhere(cast)
    assert (queries(client, "/"), queries(client, "/feed/")) == before
