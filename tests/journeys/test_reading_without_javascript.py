"""What readers can do with JavaScript off, on a desk and on a phone; no page is wider than a phone."""

import pytest

pytestmark = pytest.mark.journey

DESK_WINDOW, PHONE, SMALLEST = ({"width": width, "height": 800} for width in (1280, 375, 320))
BLOG = "/coastal-change/"
COMMENT = "Our path went over the edge in March. Which line of the list is that on?"
TOO_LONG = "Please say more about groynes. " * 200


@pytest.fixture
def open_post():
    def _open_post(reader):
        reader.goes_to(BLOG)
        reader.clicks(reader.page.locator("main h3 a").first)
        return reader.path

    return _open_post


@pytest.mark.parametrize("viewport", [DESK_WINDOW, PHONE], ids=["desk", "phone"])
def test_everything_a_reader_does_works_without_javascript(visit, viewport, open_post):
    reader = visit(viewport=viewport, javascript=False)
    reader.goes_to("/")
    reader.follows("Coastal Change")
    post = open_post(reader)
    reader.clicks(reader.page.locator("main a[href*='/tag/']").first)
    reader.sees("Posts tagged")
    reader.goes_to(post)
    reader.follows("How this post was signed off")
    reader.sees("Who wrote it", "Who signed it", "Fingerprint")
    reader.follows("Back to the post")
    reader.follows("Comment on this post")
    reader.writes("Your comment", COMMENT)
    reader.ticks("My comment keeps to the house rules")
    reader.presses("Send comment")
    reader.sees("Comment received", COMMENT)
    assert not reader.scrolls_sideways()
    assert reader.stores_nothing()


def test_a_comment_sent_again_after_going_back_is_the_same_comment(visit, open_post):
    reader = visit(javascript=False)
    open_post(reader)
    reader.follows("Comment on this post")
    reader.writes("Your comment", COMMENT)
    reader.ticks("My comment keeps to the house rules")
    reader.presses("Send comment")
    status_page = reader.path
    reader.goes_back()
    reader.presses("Send comment")
    assert reader.path == status_page


def test_a_comment_that_is_refused_comes_back_whole(visit, open_post):
    reader = visit(javascript=False)
    open_post(reader)
    reader.follows("Comment on this post")
    reader.writes("Your comment", TOO_LONG)
    reader.presses("Send comment", status=422)
    reader.sees("There is a problem", "must be 5,000 characters or fewer", "Read the house rules")
    assert reader.page.get_by_label("Your comment").input_value().strip() == TOO_LONG.strip()


def test_a_published_comment_can_be_answered_without_javascript(visit):
    reader = visit(javascript=False)
    reader.goes_to("/local-buses/")
    reader.clicks(reader.page.locator("main h3 a").first)
    reader.clicks(reader.page.get_by_role("link", name="Answer").first)
    reader.sees("Answer a comment", "wrote:")


def test_no_public_page_is_wider_than_a_small_phone(visit, open_post):
    reader = visit(viewport=SMALLEST)
    post = open_post(reader)
    for path in ["/", BLOG, post, f"{post}sign-off/", f"{post}comment/", "/sign-in/"]:
        reader.goes_to(path)
        assert not reader.scrolls_sideways(), path


DESK = {
    "author": ["", "posts/new/", "posts/{}/", "posts/{}/edit/", "posts/{}/images/", "posts/{}/submit/"],
    "community_manager": ["", "comments/", "comments/{}/"],
}


@pytest.mark.parametrize("role", DESK)
def test_no_desk_page_is_wider_than_a_small_phone(visit, people, role):
    staff = visit(people[role], viewport=SMALLEST)
    staff.goes_to("/desk/comments/" if role == "community_manager" else "/desk/")
    number = staff.page.locator("main table a").first.get_attribute("href").strip("/").split("/")[-1]
    for path in DESK[role]:
        staff.goes_to(f"/desk/{path.format(number)}")
        assert not staff.scrolls_sideways(), path


def test_no_page_of_the_press_desk_is_wider_than_a_small_phone(visit, people):
    officer = visit(people["press_officer"], viewport=SMALLEST)
    officer.follows("Press desk")
    assert not officer.scrolls_sideways()
    officer.clicks(officer.page.locator("main table a").first)
    assert not officer.scrolls_sideways()
