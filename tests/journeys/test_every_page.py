"""Every kind of page that each role can reach by links: nothing is wrong with any of them."""

from collections import Counter, deque
from urllib.parse import urldefrag, urlsplit

import pytest
from django.urls import resolve

from policyblogs.demonstration.people import PEOPLE

pytestmark = pytest.mark.journey

WALK = [person for person in PEOPLE if person.walk]
DEEPEST, PAGES_AT_MOST, OF_A_KIND_AT_MOST = 4, 40, 2
NOT_PAGES = {"posts:feed", "posts:blog-feed", "posts:image", "posts:desk-image"}
NOT_PAGES |= {"moderation:sign-off-json", "record-feed", "record-head", "record-key"}
A_TAG = "/parks-and-allotments/tag/evidence/"  # the newest posts may be those of other journeys, without tags
SIGN_IN_PAGES = [
    "",
    "new/",
    "closed/",
    "forgotten/",
    "forgotten/sent/",
    "forgotten/done/",
    "forgotten/1-2-3/",
]


def kind(path):
    return resolve(urlsplit(path).path).view_name


def links(visitor):
    """The addresses of this site that the page links to, without fragments."""
    found = visitor.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    own = (urldefrag(url).url for url in found if url.startswith(f"{visitor.address}/"))
    return dict.fromkeys(url.removeprefix(visitor.address) for url in own)


def walk(visitor, *starts, within):
    """Open the starts and what can be reached from them, some of each kind. Return the kinds opened."""
    opened, known, waiting = Counter(), set(starts), deque((start, 0) for start in starts)
    while waiting and opened.total() < PAGES_AT_MOST:
        path, depth = waiting.popleft()
        if opened[kind(path)] == OF_A_KIND_AT_MOST:
            continue
        visitor.goes_to(path)
        opened[kind(path)] += 1
        if depth < DEEPEST:
            new = [link for link in links(visitor) if link not in known and is_to_open(link, within)]
            known.update(new)
            waiting.extend((link, depth + 1) for link in new)
    return set(opened)


def is_to_open(path, within):
    return path.startswith(within) and kind(path) not in NOT_PAGES


@pytest.mark.parametrize("person", WALK, ids=[person.roles_said.split(";")[0] for person in WALK])
def test_no_page_of_a_role_has_a_fault(visit, person):
    opened = walk(visit(signed_in=person.email), "/desk/", within=("/desk/", "/admin/", "/sign-in/"))
    assert len(opened) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_public_page_has_a_fault_or_stores_anything(visit, scheme):
    reader = visit(scheme=scheme)
    opened = walk(reader, "/", A_TAG, within=tuple(f"/{slug}" for slug in blogs(reader)))
    assert opened >= {"posts:blog", "posts:tag", "posts:detail", "comments:form"}
    assert opened >= {"moderation:sign-off", "moderation:department"}
    assert reader.stores_nothing()


def blogs(reader):
    reader.goes_to("/")
    return {path.split("/")[1] for path in links(reader)} - {"", "sign-in", "feed"}


def test_no_page_for_those_who_cannot_sign_in_has_a_fault(visit):
    visitor = visit()
    for path in SIGN_IN_PAGES:
        visitor.goes_to(f"/sign-in/{path}")


def test_no_page_that_says_no_has_a_fault(visit, people):
    visit().goes_to("/not/a/page/", status=404)
    author = visit(signed_in=people["author"])
    author.goes_to("/admin/", status=403)
    author.goes_to("/desk/posts/1/recall/", status=405)
