"""What is not published leaves no trace: not in a page, a feed, a header, a status or an ETag."""

import pytest

from comments.models import Comment
from comments.tokens import status_token
from comments.workflow import State
from moderation.submitting import recall
from posts.drafting import start_post
from tests.conftest import submit_it
from tests.making import decide, make_comment, make_live, make_picture, return_it, save, take_down, wording
from tests.pages import links, plain


def marked(word):
    """The words of a draft, with one in each of them that no page may show."""
    return {"title": word, "summary": word, "source": f"## {word}", "tags": [word], "note": word}


def crawl(client):
    """Every public page that can be reached from the directory, and the feeds, by address."""
    found, waiting = {}, ["/", "/feed/", "/floods/feed/", "/robots.txt"]
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in found or address.startswith(("/desk", "/admin", "/sign-in", "/assets", "http")):
            continue
        found[address] = client.get(address)
        if found[address]["Content-Type"].startswith("text/html"):
            page = address.partition("?")[0]
            waiting += [link for link in links(found[address]) if link.startswith("/")]
            waiting += [page + link for link in links(found[address]) if link.startswith("?")]
    return found


def only_a_draft(post, cast, word):
    start_post(cast.team, wording(**marked(word)), by=cast.author)


def submitted(post, cast, word):
    submit_it(start_post(cast.team, wording(**marked(word)), by=cast.author), cast.author)


def returned(post, cast, word):
    submission = submit_it(start_post(cast.team, wording(**marked(word)), by=cast.author), cast.author)
    return_it(submission, cast.press_officer, reasons=word)


def over_the_live_text(post, cast, word):
    save(post, cast.author, **marked(word))


def submitted_over_the_live_text(post, cast, word):
    save(post, cast.author, **marked(word))
    submit_it(post, cast.author)


def recalled_over_the_live_text(post, cast, word):
    save(post, cast.author, **marked(word))
    recall(submit_it(post, cast.author), by=cast.author)


def in_a_picture(post, cast, word):
    make_picture(post, cast.author, alt=word)


def in_a_waiting_comment(post, cast, word):
    make_comment(post, word, name=word, organisation=word, email=f"{word}@example.org")


def in_a_declined_comment(post, cast, word):
    decide(make_comment(post, word, name=word), State.DECLINED, cast.editor)


PLANTS = [
    only_a_draft,
    submitted,
    returned,
    over_the_live_text,
    submitted_over_the_live_text,
    recalled_over_the_live_text,
    in_a_picture,
    in_a_waiting_comment,
    in_a_declined_comment,
]


def word_of(plant):
    return "zanzibar" + plant.__name__.replace("_", "")


@pytest.fixture
def posts(cast):
    """A live post with a published comment for each thing to plant."""
    made = [make_live(cast, title=f"Number {number}") for number, _ in enumerate(PLANTS)]
    for post in made:
        decide(make_comment(post), State.PUBLISHED, cast.editor)
    return made


@pytest.fixture
def planted(posts, cast):
    """All that is not published, each under a word of its own."""

    def _plant():
        for plant, post in zip(PLANTS, posts, strict=True):
            plant(post, cast, word_of(plant))

    return _plant


def traces(found):
    """What left a trace where: in a page or in its headers."""
    return [
        (plant.__name__, address)
        for address, page in found.items()
        for plant in PLANTS
        if word_of(plant) in (plain(page) + str(page.headers)).lower()
    ]


def test_the_crawler_would_find_a_trace(client, cast):
    make_live(cast, **marked(word_of(only_a_draft)))
    assert len(traces(crawl(client))) > 5


def test_what_is_not_published_leaves_no_trace_in_any_page_feed_or_status(client, posts, planted):
    planted()
    found = crawl(client)
    for comment in Comment.objects.published():
        address = f"/comments/{status_token(comment.reference)}/"
        found[address] = client.get(address)
    assert set(found) > {post.get_absolute_url() for post in posts}
    assert traces(found) == []


def test_what_is_not_published_changes_no_page_and_no_etag(client, posts, planted):
    def seen():
        pages = crawl(client).items()
        return {address: (page.status_code, page.get("ETag")) for address, page in pages}

    before = seen()
    planted()
    assert seen() == before


def test_newer_words_of_a_withdrawn_post_leave_no_trace(client, live, cast):
    take_down(live, cast)
    over_the_live_text(live, cast, word_of(over_the_live_text))
    found = crawl(client) | {"gone": client.get(live.get_absolute_url())}
    assert traces(found) == []


def test_the_tag_of_a_draft_is_like_a_tag_that_nobody_uses(client, live, cast):
    only_a_draft(live, cast, "zanzibar")
    drafts, nobodys = client.get("/floods/tag/zanzibar/"), client.get("/floods/tag/nobodysss/")
    assert drafts.content.replace(b"zanzibar", b"nobodysss") == nobodys.content


def test_the_address_that_a_draft_would_have_is_not_found(client, live, cast):
    submitted(live, cast, "zanzibar")
    assert client.get(f"/floods/{live.released_on:%Y/%m/%d}/zanzibar/").status_code == 404
