"""When readers must fetch a page again, what caches may keep, and that it is the same for everybody."""

import pytest
from django.test import Client

from comments.replying import reply_officially
from comments.workflow import State
from tests.making import decide, fresh, make_comment, make_live, make_live_elsewhere, release_again, take_down
from tests.pages import pages_of


def etags(client, pages):
    return {name: client.get(address).get("ETag") for name, address in pages.items()}


def comment_published(post, cast):
    return decide(make_comment(post), State.PUBLISHED, cast.editor)


def comment_removed(post, cast):
    decide(comment_published(post, cast), State.DECLINED, cast.editor)


def answered(post, cast):
    reply_officially(comment_published(post, cast), by=cast.author, body="Thank you.")


def released_again(post, cast):
    release_again(post, cast, source="Another text.")


def another_released(post, cast):
    make_live(cast, title="Another")


def team_edited(post, cast):
    browser = Client()
    browser.force_login(cast.administrator, backend="allauth.account.auth_backends.AuthenticationBackend")
    sent = {"name": "Floods and Drought", "purpose": "On both.", "about": "", "why": "Wider."}
    assert browser.post(f"/admin/teams/team/{cast.team.pk}/change/", sent).status_code == 302


def department_renamed(post, cast):
    browser = Client()
    browser.force_login(cast.superuser, backend="allauth.account.auth_backends.AuthenticationBackend")
    department = cast.department
    sent = {"name": "Department for Water", "slug": department.slug}
    sent |= {
        "target_hours": department.target_hours,
        "share_limit": department.share_limit,
        "why": "Renamed.",
    }
    assert browser.post(f"/admin/teams/department/{cast.department.pk}/change/", sent).status_code == 302


LISTS = {"directory", "feed", "blog", "first page", "blog feed", "month", "tag"}


@pytest.mark.parametrize(
    ("act", "changed"),
    [
        (comment_published, {"post"}),
        (comment_removed, {"post"}),
        (answered, {"post"}),
        (released_again, LISTS | {"post", "sign-off"}),
        (another_released, LISTS),
        (team_edited, {"directory", "blog", "blog feed", "post", "sign-off", "month", "tag"}),
        (department_renamed, {"directory", "blog", "post", "sign-off", "month", "tag"}),
    ],
)
def test_what_readers_see_differently_has_another_etag(client, live, cast, act, changed):
    pages = pages_of(live)
    before = etags(client, pages)
    act(live, cast)
    after = etags(client, pages)
    assert {name for name in changed if before[name] == after[name]} == set()


@pytest.mark.parametrize("act", [comment_published, comment_removed, answered, released_again, team_edited])
def test_what_happens_in_one_blog_leaves_the_etags_of_another(client, live, cast, act):
    pages = {
        "blog": "/streets/",
        "feed": "/streets/feed/",
        "post": make_live_elsewhere(cast).get_absolute_url(),
    }
    before = etags(client, pages)
    act(live, cast)
    assert etags(client, pages) == before


def test_a_new_department_changes_the_directory(client, cast):
    before = client.get("/")["ETag"]
    type(cast.department).objects.create(name="Office for Bridges", slug="bridges")
    assert client.get("/")["ETag"] != before


def test_an_unchanged_page_is_not_sent_again(client, live):
    for page in ["directory", "feed", "blog", "month", "tag", "post", "sign-off"]:
        address = pages_of(live)[page]
        etag = client.get(address)["ETag"]
        response = client.get(address, headers={"if-none-match": etag})
        assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


def test_an_etag_made_weak_on_the_way_still_counts(client, live):
    etag = client.get(live.get_absolute_url(), headers={"accept-encoding": "gzip"})["ETag"]
    assert etag.startswith("W/")
    answer = client.get(live.get_absolute_url(), headers={"if-none-match": etag, "accept-encoding": "gzip"})
    assert answer.status_code == 304


def test_an_etag_of_one_page_is_not_that_of_another(client, live):
    found = list(etags(client, pages_of(live)).values())
    assert len(set(found)) == len(found)


def test_other_templates_or_styles_make_other_etags(client, live, settings):
    before = client.get("/")["ETag"]
    settings.RELEASE = "the next one"
    assert client.get("/")["ETag"] != before


def test_a_strange_etag_gets_the_page(client, live):
    for etag in ['"x"', "x", "", "*, *", '"' + "x" * 5000, "W/", "é"]:
        assert client.get("/floods/", headers={"if-none-match": etag}).status_code in (200, 304)


def test_a_failed_condition_of_one_reader_is_kept_by_no_cache(client, live):
    response = client.get("/floods/", headers={"if-match": '"another"'})
    assert response.status_code == 412
    assert "public" not in response["Cache-Control"]
    assert "ETag" not in response


# For everybody the same


def test_a_public_page_may_be_kept_and_asks_for_nothing(client, live):
    for page in ["directory", "feed", "blog", "month", "tag", "post", "sign-off"]:
        response = client.get(pages_of(live)[page])
        assert response.status_code == 200
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        assert not response.cookies


def test_the_notice_of_a_withdrawal_may_be_kept_and_asks_for_nothing(client, live, cast):
    take_down(live, cast)
    response = client.get(live.get_absolute_url())
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert not response.cookies


@pytest.mark.parametrize("who", ["author", "press_officer", "superuser"])
def test_whoever_is_signed_in_gets_the_same_bytes(sign_in, live, cast, who):
    mine, strangers = sign_in(getattr(cast, who)), Client()
    for address in [*pages_of(live).values(), f"{live.get_absolute_url()}x/", "/robots.txt"]:
        ours, theirs = mine.get(address), strangers.get(address)
        assert ours.content == theirs.content
        assert ours.headers == theirs.headers
        assert not ours.cookies


def test_a_broken_session_cookie_changes_nothing(client, live):
    client.cookies["sessionid"] = "x" * 5000
    client.cookies["messages"] = "forged"
    response = client.get("/floods/")
    assert (response.status_code, response.cookies) == (200, {})


def test_no_page_names_another_site(client, live):
    for address in pages_of(live).values():
        page = client.get(address).content.decode()
        assert 'src="http' not in page
        assert "<script" not in page


def test_the_sign_off_page_keeps_the_names_that_were_sealed(client, live, cast):
    address = f"{live.get_absolute_url()}sign-off/"
    before = client.get(address).content
    cast.author.name = "Ada Married"
    cast.author.save()
    assert client.get(address).content == before


def test_pages_of_the_platform_are_not_kept(client, db):
    for address in ["/healthz", "/readyz", "/robots.txt", "/sign-in/"]:
        assert "public" not in client.get(address)["Cache-Control"]


def test_a_deleted_person_is_no_longer_a_way_to_see_more(sign_in, live, cast):
    browser = sign_in(cast.author)
    cast.author.is_active = False
    cast.author.save()
    assert browser.get("/desk/").status_code == 302
    assert fresh(live).is_live
