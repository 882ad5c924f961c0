"""The comment form and the private status page, as a stranger's browser meets them."""

import time
from urllib.parse import urlencode

import pytest
from django.utils.html import escape

from comments.models import Comment
from comments.replying import reply_officially
from comments.tokens import form_token, status_token
from comments.workflow import State
from moderation.releasing import withdraw
from posts.models import Withdrawal
from tests.making import decide, form_of, make_comment, make_comment_in, make_live
from tests.pages import errors, heading, kept, title, typed, words

TYPED = {
    "body": "Our parish has two of these.\n\nOne works.",
    "name": "Ann Example",
    "perspective": "affected",
    "organisation": "Parish of Lower Wick",
    "email": "ann@example.org",
    "notify": "on",
    "house_rules": "on",
}
HOSTILE = {
    "NUL": "a\0b",
    "control characters": "a\x01\x1b[31m\x7f\x85b",
    "bidirectional": "a\u202eb\u2066c",
    "zero width": "a\u200bb\ufeffc\u2060",
    "half a pair": "\ud800",
    "not a character": "\ufffe\uffff\U0010ffff",
    "marks": "Z" + "\u0301" * 3000,
    "emoji": "👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "markup": "</textarea><script>alert(1)</script>",
    "template": "{{ 7|add:7 }}{% debug %}",
    "SQL": "'; DROP TABLE comments_comment; --",
    "binary": bytes(range(256)).decode("latin-1"),
}


@pytest.fixture
def address(live):
    return f"{live.get_absolute_url()}comment/"


def take_down(post, cast):
    withdraw(post, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="Wrong.")


# The form


def test_the_form_sets_no_cookie_and_is_private(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert set(response["Cache-Control"].split(", ")) == {"private", "no-cache"}


def test_the_form_answers_head(client, address):
    assert client.head(address).status_code == 200


def test_the_form_is_not_for_search_engines(client, address):
    assert '<meta name="robots" content="noindex">' in client.get(address).content.decode()


def test_the_form_shows_the_comment_that_is_answered(client, address, live, cast):
    parent = decide(make_comment(live, "Whose sensors?", name="Bo"), State.PUBLISHED, cast.editor)
    page = client.get(address, {"to": parent.reference})
    assert heading(page).startswith("Answer a comment")
    assert "Bo wrote:Whose sensors?" in words(page)


@pytest.mark.parametrize("state", [State.WAITING, State.DECLINED, State.SPAM])
def test_a_comment_that_is_not_public_has_no_form_to_answer_it(client, address, live, cast, state):
    comment = make_comment_in(state, live, cast.editor)
    assert client.get(address, {"to": comment.reference}).status_code == 404


def test_nonsense_to_answer_is_not_found(client, address):
    for to in ["x", "1" * 500, "é", "' OR 1=1", "../.."]:
        assert client.get(address, {"to": to}).status_code == 404


def test_nul_to_answer_is_a_bad_request(client, address):
    assert client.get(f"{address}?to=%00").status_code == 400


def test_a_draft_has_no_form(client, draft):
    assert client.get(f"/floods/2026/01/01/{draft.pk}/comment/").status_code == 404


def test_the_form_of_a_withdrawn_post_says_that_it_is_withdrawn(client, address, live, cast):
    take_down(live, cast)
    response = client.get(address)
    assert (response.status_code, heading(response)) == (410, "This post has been withdrawn")


# Sending


def test_a_comment_leads_to_a_private_page_with_its_reference(client, address, live):
    sent = client.post(address, form_of(live))
    comment = Comment.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, f"/comments/{status_token(comment.reference)}/")
    assert not sent.cookies
    page = client.get(sent["Location"])
    assert heading(page) == "Comment received"
    assert comment.reference in words(page)


def test_sending_twice_leads_to_the_same_page(client, address, live):
    sent = form_of(live)
    assert client.post(address, sent)["Location"] == client.post(address, sent)["Location"]
    assert Comment.objects.count() == 1


def test_two_people_with_the_same_stored_form_send_two_comments(client, address, live):
    sent = form_of(live)
    client.post(address, sent)
    client.post(address, {**sent, "body": "Somebody else's words."})
    assert Comment.objects.count() == 2


def test_everything_that_was_typed_is_stored(client, address, live):
    client.post(address, {**TYPED, "token": form_token(live.pk)})
    comment = Comment.objects.get()
    assert (comment.body, comment.name, comment.organisation, comment.perspective, comment.notify) == (
        TYPED["body"],
        TYPED["name"],
        TYPED["organisation"],
        "affected",
        True,
    )


def test_an_answer_is_stored_below_its_comment(client, address, live, cast):
    parent = decide(make_comment(live), State.PUBLISHED, cast.editor)
    client.post(f"{address}?to={parent.reference}", form_of(live))
    assert Comment.objects.get(parent=parent)


def test_the_trap_is_not_an_error_for_whoever_fell_in(client, address, live):
    assert client.post(address, form_of(live, website="https://spam.example")).status_code == 303
    assert Comment.objects.get().state == State.LIKELY_SPAM


def test_a_forged_origin_gains_nothing(client, address, live):
    sent = client.post(address, form_of(live), headers={"origin": "https://evil.example"})
    assert sent.status_code == 303


def test_an_answer_to_a_comment_taken_down_meanwhile_is_kept(client, address, live, cast):
    parent = decide(make_comment(live), State.PUBLISHED, cast.editor)
    decide(parent, State.DECLINED, cast.editor)
    response = client.post(f"{address}?to={parent.reference}", form_of(live, **TYPED))
    assert response.status_code == 409
    assert "no longer there" in words(response)
    assert kept(response)["Your words"] == TYPED["body"]


def test_a_comment_on_a_post_withdrawn_meanwhile_is_kept(client, address, live, cast):
    token = form_token(live.pk)
    take_down(live, cast)
    response = client.post(address, {**TYPED, "token": token})
    assert response.status_code == 409
    assert "withdrawn" in words(response)
    assert kept(response) == {
        "Your words": TYPED["body"],
        "Name": TYPED["name"],
        "Organisation": TYPED["organisation"],
        "Email address": TYPED["email"],
    }


def test_a_faulty_comment_on_a_withdrawn_post_is_kept_too(client, address, live, cast):
    take_down(live, cast)
    response = client.post(address, {"body": "No token, no consent"})
    assert (response.status_code, kept(response)["Your words"]) == (409, "No token, no consent")


def test_a_retry_after_a_withdrawal_still_leads_to_the_stored_comment(client, address, live, cast):
    sent = form_of(live)
    first = client.post(address, sent)["Location"]
    take_down(live, cast)
    assert client.post(address, sent)["Location"] == first


# Tokens


@pytest.mark.parametrize("token", ["", "forged", "a:b:c", "\0", "é" * 300])
def test_a_forged_token_keeps_every_field_and_gives_a_fresh_one(client, address, token):
    response = client.post(address, {**TYPED, "token": token})
    assert response.status_code == 422
    fields = typed(response)
    assert {name: fields[name].replace("\r\n", "\n") for name in TYPED} == TYPED
    assert client.post(address, fields).status_code == 303


def test_an_expired_token_keeps_the_words_and_says_what_to_do(client, address, live, monkeypatch):
    long_ago = time.time() - 4 * 24 * 60 * 60
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: long_ago)
        token = form_token(live.pk)
    response = client.post(address, {**TYPED, "token": token})
    assert response.status_code == 422
    assert "open for a long time" in errors(response)[0]
    assert client.post(address, typed(response)).status_code == 303


def test_a_token_of_another_post_is_not_taken(client, address, live, cast):
    response = client.post(address, form_of(live, token=form_token(make_live(cast).pk)))
    assert response.status_code == 422
    assert not Comment.objects.exists()


def test_a_request_without_a_form_is_answered_with_the_form(client, address):
    response = client.post(address, b"not a form", content_type="application/json")
    assert response.status_code == 422
    assert "body" in typed(response)


# Bad input


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"body": ""}, "Write your comment."),
        ({"body": " \u200b\n"}, "Write your comment."),
        ({"body": "x" * 5001}, "Your comment must be 5,000 characters or fewer; it has 5,001"),
        ({"name": "x" * 81}, "Your name (optional) must be 80 characters or fewer; it has 81"),
        (
            {"organisation": "x" * 121},
            "Your organisation (optional) must be 120 characters or fewer; it has 121",
        ),
        ({"email": "not an address"}, "Enter a valid email address."),
        ({"email": ""}, "Enter the email address that we should write to, or untick the box."),
        ({"house_rules": ""}, "Read the house rules and confirm that your comment keeps to them."),
    ],
)
def test_a_faulty_field_is_named_and_nothing_typed_is_lost(client, address, live, changed, message):
    sent = {**TYPED, "token": form_token(live.pk), **changed}
    response = client.post(address, sent)
    assert response.status_code == 422
    assert errors(response) == [message]
    assert title(response).startswith("Error: ")
    fields = typed(response)
    assert [name for name in TYPED if name not in changed and fields.get(name) != TYPED[name]] == []
    assert fields.get("body", "").strip() == sent["body"].strip(" \u200b\n")
    assert not Comment.objects.exists()


def test_an_unknown_perspective_is_refused(client, address, live):
    response = client.post(address, form_of(live, perspective="king"))
    assert (response.status_code, len(errors(response))) == (422, 1)


def test_every_error_is_named_at_once(client, address, live):
    response = client.post(address, form_of(live, body="", email="x", house_rules=""))
    assert len(errors(response)) == 3


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_is_stored_clean_or_refused(client, address, live, what):
    for field in ["body", "name", "organisation", "email", "perspective", "website"]:
        sent = urlencode(form_of(live, **{field: HOSTILE[what]}), errors="surrogatepass")
        response = client.post(address, sent, content_type="application/x-www-form-urlencoded")
        assert response.status_code in (303, 422)
        assert "\0" not in response.content.decode()
    stored = "".join(f"{c.body}{c.html}{c.name}{c.organisation}" for c in Comment.objects.all())
    assert not set(stored) & set("\0\x01\x1b\x7f\x85\u202e\u2066\u200b\ufeff\ufffe\uffff")
    assert "<script" not in stored.replace(HOSTILE["markup"], "")


def test_a_very_long_comment_is_answered_at_once_and_kept(client, address, live):
    long = "é" * 300_000
    started = time.process_time()
    response = client.post(address, form_of(live, body=long))
    assert (response.status_code, typed(response)["body"]) == (422, long)
    assert time.process_time() - started < 5


def test_many_values_of_one_field_are_one(client, address, live):
    assert client.post(address, form_of(live, body=["first", "last"])).status_code == 303
    assert Comment.objects.get().body == "last"


def test_a_file_instead_of_words_is_refused(client, address, live):
    sent = b'--B\r\nContent-Disposition: form-data; name="body"; filename="x"\r\n\r\n\xff\xfe\r\n--B--\r\n'
    response = client.post(address, sent, content_type="multipart/form-data; boundary=B")
    assert response.status_code == 422


def test_another_encoding_is_a_bad_request(client, address):
    for encoding in ["utf-7", "utf-16", "latin-1"]:
        sent = b'--B\r\nContent-Disposition: form-data; name="perspective"\r\n\r\n+2AA-\r\n--B--\r\n'
        content_type = f"multipart/form-data; boundary=B; charset={encoding}"
        assert client.post(address, sent, content_type=content_type).status_code == 400


def test_other_methods_are_refused_with_a_page(client, address):
    for method in ["put", "patch", "delete", "options"]:
        response = getattr(client, method)(address)
        assert (response.status_code, heading(response)) == (405, "That address works another way")
        assert "POST" in response["Allow"]


# The status page


def status_of(client, comment):
    return client.get(f"/comments/{status_token(comment.reference)}/")


def test_the_status_page_is_private_in_every_way(client, live):
    response = status_of(client, make_comment(live))
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert set(response["Cache-Control"].split(", ")) == {"private", "no-cache"}
    assert not response.cookies


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.WAITING, "A person in the team will decide by"),
        (State.LIKELY_SPAM, "A person in the team will decide by"),
        (State.PUBLISHED, "The team published your comment"),
        (State.DECLINED, "House rule: Stay on topic."),
        (State.SPAM, "took this for advertising"),
    ],
)
def test_the_status_page_follows_the_decision(client, live, cast, state, said):
    response = status_of(client, make_comment_in(state, live, cast.editor))
    assert said in words(response)


def test_the_status_page_gives_back_what_was_written(client, live):
    assert "One works." in words(status_of(client, make_comment(live, TYPED["body"])))


def test_the_status_page_does_not_say_that_a_comment_looks_like_spam(client, live, cast):
    page = status_of(client, make_comment_in(State.LIKELY_SPAM, live, cast.editor))
    assert "spam" not in words(page).lower()


def test_the_status_page_shows_the_official_reply(client, live, cast):
    comment = decide(make_comment(live), State.PUBLISHED, cast.editor)
    reply_officially(comment, by=cast.author, body="We bought better brackets.")
    assert "better brackets" in words(status_of(client, comment))


def test_the_status_page_lives_on_when_the_post_is_withdrawn(client, live, cast):
    comment = decide(make_comment(live), State.PUBLISHED, cast.editor)
    take_down(live, cast)
    response = status_of(client, comment)
    assert "The post has been withdrawn since." in words(response)
    assert escape(live.title) not in response.content.decode()


def test_the_moderators_note_and_name_are_not_on_the_status_page(client, live, cast):
    comment = decide(make_comment(live), State.DECLINED, cast.editor)
    assert "Ed Editor" not in words(status_of(client, comment))


def test_a_wrong_token_is_not_found(client, live):
    for token in ["BCDFGHJK", "BCDFGHJK-" + "0" * 32, "x", "-", "1" * 3000]:
        response = client.get(f"/comments/{token}/")
        assert (response.status_code, heading(response)) == (404, "Page not found")


def test_the_token_of_one_comment_does_not_open_another(client, live):
    first, second = make_comment(live), make_comment(live)
    digest = status_token(first.reference).partition("-")[2]
    assert client.get(f"/comments/{second.reference}-{digest}/").status_code == 404
