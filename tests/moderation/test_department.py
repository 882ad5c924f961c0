"""The page of a department: its blogs, and how long sign-off takes there."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from posts.drafting import start_post
from teams import clock
from teams.models import Department
from tests.conftest import submit_it
from tests.making import make_live, release_again, return_it, save, sign_it, wording
from tests.pages import heading, links, text_of, tree, words

ADDRESS = "/departments/department-for-rivers/"
SVG = "{http://www.w3.org/2000/svg}"
LONDON = ZoneInfo("Europe/London")


def rows(page):
    """The figures in the table, by line."""
    return [[text_of(cell) for cell in row] for row in tree(page).find(".//tbody").iter("tr")]


@pytest.fixture
def decided(cast):
    """Two verdicts of November 2026 in the first team: a return after 3 hours and a signature after 5.5."""
    with clock.set_to(datetime(2026, 11, 2, 9, tzinfo=LONDON)):
        post = start_post(cast.team, wording(), by=cast.author)
        submission = submit_it(post, cast.author)
    with clock.set_to(datetime(2026, 11, 2, 12, tzinfo=LONDON)):
        return_it(submission, cast.press_officer)
        submission = submit_it(post, cast.author)
    with clock.set_to(datetime(2026, 11, 3, 9, 30, tzinfo=LONDON)):
        sign_it(submission, cast.press_officer)


@pytest.fixture
def november():
    with clock.set_to(datetime(2026, 11, 25, 12, tzinfo=LONDON)):
        yield


def test_the_directory_leads_to_each_department(client, cast):
    assert ADDRESS in links(client.get("/"))
    assert "/departments/ministry-of-roads/" in links(client.get("/"))


def test_it_shows_its_own_blogs(client, cast):
    page = client.get(ADDRESS)
    assert heading(page) == "Department for Rivers"
    assert {"/floods/", "/water/"} <= set(links(page))
    assert "/streets/" not in links(page)


def test_a_department_without_blogs_says_so(client, db):
    Department.objects.create(name="New", slug="new")
    assert "No blogs yet." in words(client.get("/departments/new/"))


def test_there_is_no_page_of_no_department(client, db):
    assert client.get("/departments/nothing/").status_code == 404


def test_without_a_verdict_it_says_where_figures_will_be(client, cast):
    page = client.get(ADDRESS)
    assert "No figures yet" in words(page)
    assert tree(page).find(".//table") is None


def test_it_shows_the_figures_of_each_month_with_any(client, decided, november):
    assert rows(client.get(ADDRESS)) == [["Nov 2026", "2", "3.0", "5.5"]]


def test_the_chart_says_that_the_table_has_the_same(client, decided, november):
    page = tree(client.get(ADDRESS))
    chart = page.find(f".//{SVG}svg")
    assert chart.get("role") == "img"
    assert "The table below has the same figures." in text_of(chart.find(f"{SVG}title"))
    assert chart.get("aria-labelledby") == chart.find(f"{SVG}title").get("id")
    assert page.find(".//table") is not None


def test_it_says_what_the_department_aims_for(client, cast):
    assert "aims for 16 working hours" in words(client.get(ADDRESS))
    Department.objects.filter(pk=cast.department.pk).update(target_hours=1)
    assert "aims for 1 working hour." in words(client.get(ADDRESS))


def test_it_says_that_only_released_posts_count(client, decided, november):
    assert "What was never released is not counted" in words(client.get(ADDRESS))


def test_a_release_makes_another_version_of_the_page(client, live, cast):
    before = client.get(ADDRESS)["ETag"]
    assert client.get(ADDRESS, headers={"if-none-match": before}).status_code == 304
    release_again(live, cast, title="Another")
    assert client.get(ADDRESS)["ETag"] != before


def test_another_month_makes_another_version_of_the_page(client, decided, november):
    before = client.get(ADDRESS)["ETag"]
    with clock.set_to(datetime(2026, 12, 1, 0, 5, tzinfo=LONDON)):
        assert client.get(ADDRESS)["ETag"] != before


def test_a_return_of_what_nobody_has_read_changes_nothing(client, live, cast):
    before = client.get(ADDRESS)
    save(live, cast.author, title="Not yet")
    return_it(submit_it(live, cast.author), cast.press_officer)
    return_it(
        submit_it(start_post(cast.team, wording(title="New"), by=cast.author), cast.author),
        cast.press_officer,
    )
    after = client.get(ADDRESS)
    assert (after.content, after["ETag"]) == (before.content, before["ETag"])


def test_it_takes_the_same_queries_however_much_was_decided(client, cast, django_assert_max_num_queries):
    make_live(cast)
    with django_assert_max_num_queries(4):
        client.get(ADDRESS)
    for number in range(4):
        make_live(cast, title=f"Post {number}")
    with django_assert_max_num_queries(4):
        client.get(ADDRESS)
