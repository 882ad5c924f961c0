"""Any text in any field and any address: never a fault of ours, and never a word lost."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comments.tokens import form_token
from comments.workflow import State
from teams.cleaning import clean_line, clean_text
from tests.making import decide, make_comment
from tests.pages import kept, typed

few = settings(
    max_examples=50,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
character = st.characters(exclude_categories=["Cs"])
short = st.text(character, max_size=60)
part = st.text(character, min_size=1, max_size=30)
long = st.builds(lambda part, times: part * times, part, st.integers(1, 300))
nasty = st.sampled_from(
    [
        "\0",
        "\r\n\r\n",
        "\u202e\u2066\u200b\ufeff",
        "Z" + "\u0301" * 2000,
        "</textarea></title><script>alert(1)</script>",
        "{{ 7|add:7 }}{% debug %}",
        "'; DROP TABLE posts_post; --",
        "%00%ff%s%n",
        "[" * 2000,
        "*_`" * 1000,
        "> " * 300,
        "9" * 5000,
        "-1",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿👩‍👩‍👧",
        "\x85\u2028\u2029\x1b[31m",
    ]
)
anything = st.one_of(short, long, nasty)


def send(browser, address, fields):
    body = urlencode(fields, doseq=True)
    return browser.post(address, body, content_type="application/x-www-form-urlencoded")


def lost(fields, found, lines=(), texts=()):
    """The fields whose words, cleaned, are not on the page."""
    expected = {name: clean_line(fields[name]) for name in lines}
    expected |= {name: clean_text(fields[name]) for name in texts}
    return {name: text for name, text in expected.items() if found.get(name, "") != text}


@few
@given(
    body=anything,
    name=anything,
    organisation=anything,
    email=anything,
    website=anything,
    perspective=short,
    token=st.none() | short,
    agreed=st.booleans(),
)
def test_any_comment_is_taken_or_given_back(client, live, token, agreed, **written):
    fields = {**written, "token": form_token(live.pk) if token is None else token}
    consent = {"house_rules": "on"} if agreed else {}
    response = send(client, f"{live.get_absolute_url()}comment/", fields | consent)
    assert response.status_code in (303, 422)
    if response.status_code == 422:
        lines = ["name", "organisation", "email", "website"]
        assert lost(fields, typed(response), lines, ["body"]) == {}


@few
@given(text=anything, name=anything, to=anything)
def test_any_answer_to_any_comment_is_taken_or_given_back(client, live, cast, text, name, to):
    parent = decide(make_comment(live), State.PUBLISHED, cast.editor)
    for reference in (to, parent.reference + to[:3]):
        address = f"{live.get_absolute_url()}comment/?{urlencode({'to': reference})}"
        response = send(client, address, {"body": text, "name": name})
        assert response.status_code in (400, 404, 422)
        if response.status_code == 422:
            assert lost({"body": text, "name": name}, typed(response), ["name"], ["body"]) == {}


@few
@given(
    title=anything,
    summary=anything,
    source=anything,
    tags=anything,
    version=st.just("1") | anything,
    authors=st.none() | anything,
    then=st.sampled_from(["edit", "preview", "submit"]) | short,
)
def test_any_draft_is_saved_or_given_back(sign_in, cast, draft, version, authors, then, **written):
    browser = sign_in(cast.author)
    people = [cast.author.pk] if authors is None else [authors]
    fields = {**written, "version": version, "authors": people, "then": then}
    response = send(browser, f"/desk/posts/{draft.pk}/edit/", fields)
    assert response.status_code in (302, 409, 422)
    if response.status_code == 302:
        assert browser.get(response["Location"]).status_code in (200, 422)
    else:
        assert lost(fields, typed(response), ["title", "tags"], ["summary", "source"]) == {}


@few
@given(reasons=anything, fingerprint=anything, verdict=st.just("return") | short)
def test_any_reasons_are_given_back(sign_in, cast, submission, reasons, fingerprint, verdict):
    fields = {"reasons": reasons, "fingerprint": fingerprint, "verdict": verdict}
    address = f"/admin/moderation/submission/{submission.pk}/change/"
    response = send(sign_in(cast.press_officer), address, fields)
    assert response.status_code in (409, 422)
    if response.status_code == 409:
        assert kept(response).get("Reasons", "") == clean_text(reasons)
    elif verdict == "return":
        assert lost(fields, typed(response), texts=["reasons"]) == {}


PATHS = [
    "/{}/",
    "/floods/{}/",
    "/floods/tag/{}/",
    "/floods/{}/01/",
    "/floods/2026/{}/",
    "/floods/2026/01/01/{}/",
    "/floods/2026/01/01/{}/comment/",
    "/comments/{}/",
    "/images/{}.webp",
    "/sign-in/forgotten/{}/",
    "/{}",
]


@few
@given(part=anything | st.binary(max_size=40), pattern=st.sampled_from(PATHS))
def test_any_address_has_an_answer(client, live, part, pattern):
    assert client.get(pattern.format(quote(part, safe=""))).status_code < 500
    assert client.post(pattern.format(quote(part, safe="")), {"body": "Words"}).status_code < 500


@few
@given(
    name=st.sampled_from(["page", "before", "to", "show", "next", "q"]) | short,
    value=anything | st.binary(max_size=40),
    address=st.sampled_from(["/", "/floods/", "/feed/", "/floods/2026/01/", "{}", "{}comment/"]),
)
def test_any_query_has_an_answer(client, live, name, value, address):
    where = address.format(live.get_absolute_url())
    assert client.get(f"{where}?{urlencode({name: value})}").status_code < 500


@pytest.mark.parametrize("address", ["/desk/comments/", "/admin/moderation/submission/", "/desk/posts/new/"])
@settings(parent=few, max_examples=15)
@given(name=st.sampled_from(["page", "show", "o", "q"]) | short, value=anything)
def test_any_query_of_staff_has_an_answer(sign_in, cast, address, name, value):
    browser = sign_in(cast.writing_press_officer)
    assert browser.get(f"{address}?{urlencode({name: value})}").status_code < 500


HEADERS = [
    "if-none-match",
    "if-match",
    "if-modified-since",
    "accept-encoding",
    "range",
    "cookie",
    "accept-language",
    "origin",
]
a_header = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=200)


@few
@given(headers=st.dictionaries(st.sampled_from(HEADERS), a_header, max_size=5))
def test_any_headers_have_an_answer(client, live, headers):
    assert client.get(live.get_absolute_url(), headers=headers).status_code < 500
    assert client.get("/floods/feed/", headers=headers).status_code < 500
