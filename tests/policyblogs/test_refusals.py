"""Every refusal is a page in the site's style that says what to do and keeps what was typed."""

from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection
from django.test import Client

from comments.models import Comment
from comments.tokens import form_token
from policyblogs.views import server_error
from teams import guarding
from tests.making import form_of, fresh, take_down
from tests.pages import heading, kept, links, title, words

SIGNED_IN = "allauth.account.auth_backends.AuthenticationBackend"
TYPED = {"title": "My title", "summary": "My summary.", "source": "My text.", "tags": "Mine"}
PART = b'--B\r\nContent-Disposition: form-data; name="body"\r\n'
KEPT = {"Title": "My title", "Summary": "My summary.", "Text": "My text.", "Tags": "Mine"}


def in_our_style(response):
    """Whether an answer is a whole page of ours."""
    page = response.content.decode()
    return title(response).endswith("– Policy Blogs") and "site-header" in page and bool(heading(response))


@contextmanager
def a_database_that_is_away(but=()):
    """Every statement fails as when the server has gone, but for those that begin with one of `but`."""

    def wrapper(execute, sql, params, many, context):
        if sql.startswith(tuple(but)):
            return execute(sql, params, many, context)
        raise OperationalError("server closed the connection unexpectedly")

    with connection.execute_wrapper(wrapper):
        yield


@pytest.fixture
def strict(cast):
    """The browser of an author, with the check of the form's token switched on."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.author, backend=SIGNED_IN)
    return browser


@pytest.fixture
def quiet(client):
    """A client that shows our page for a fault, as a server does."""
    client.raise_request_exception = False
    return client


def at(post):
    return f"/desk/posts/{post.pk}/edit/"


# 400


def test_another_host_is_refused(client, db):
    for host in ["evil.example", "127.0.0.1.evil.example", "a b", "<script>", ""]:
        for address in ["/", "/floods/", "/desk/", "/nothing/", "/sign-in/"]:
            response = client.get(address, headers={"host": host}, SERVER_NAME=host)
            assert response.status_code == 400
            assert in_our_style(response)


def test_a_body_that_is_too_large_says_that_it_is_too_long(client, live):
    response = client.post(f"{live.get_absolute_url()}comment/", form_of(live, body="x" * 3_000_000))
    assert response.status_code == 400
    assert in_our_style(response)
    assert "longer than any text that we take" in words(response)


def test_a_draft_that_is_too_large_says_that_it_is_too_long(sign_in, cast, draft):
    response = sign_in(cast.author).post(at(draft), {**TYPED, "source": "é" * 1_500_000})
    assert response.status_code == 400
    assert "Shorten it" in words(response)


def test_too_many_fields_are_refused(client, live):
    response = client.post(f"{live.get_absolute_url()}comment/", {f"f{n}": "x" for n in range(300)})
    assert response.status_code == 400
    assert in_our_style(response)


def test_a_broken_form_is_refused(client, live):
    for content_type, body in [
        ("multipart/form-data", b"--B--"),
        ("multipart/form-data; boundary=", b"--B--"),
        ("multipart/form-data; boundary=é", b"--B--"),
        ("multipart/form-data; boundary=" + "x" * 300, b"--B--"),
        ("application/x-www-form-urlencoded; charset=utf-16", b"body=x"),
    ]:
        address = f"{live.get_absolute_url()}comment/"
        response = client.generic("POST", address, body, content_type=content_type)
        assert response.status_code == 400
        assert in_our_style(response)


def test_half_a_form_is_no_fault_of_ours(client, live):
    for body in [
        b"",
        b"--B",
        b"--B\r\n\r\n",
        PART + b"\r\nunfinished",
        PART + b"Content-Transfer-Encoding: base64\r\n\r\n!\r\n--B--",
        b"\xff" * 1000,
    ]:
        address = f"{live.get_absolute_url()}comment/"
        response = client.generic("POST", address, body, content_type="multipart/form-data; boundary=B")
        assert response.status_code in (400, 422)
        assert in_our_style(response)


# 403


def test_a_form_without_its_token_keeps_the_words(strict, draft):
    response = strict.post(at(draft), TYPED)
    assert (response.status_code, heading(response)) == (403, "This form has expired")
    assert kept(response) == KEPT
    assert fresh(draft.draft).version == 1


def test_a_form_from_another_site_keeps_the_words(strict, draft):
    response = strict.post(at(draft), TYPED, headers={"origin": "https://evil.example"})
    assert (response.status_code, kept(response)) == (403, KEPT)


def test_whoever_was_signed_out_keeps_the_words(client, draft):
    response = client.post(at(draft), TYPED)
    assert (response.status_code, heading(response)) == (403, "You have been signed out")
    assert kept(response) == KEPT
    assert "/sign-in/" in links(response)


def test_whoever_was_signed_out_keeps_the_description_of_a_picture(client, draft):
    response = client.post(f"/desk/posts/{draft.pk}/images/", {"alt": "A gauge on a bridge"})
    assert kept(response) == {"Description of the picture": "A gauge on a bridge"}


def test_whoever_lost_the_role_keeps_the_words(sign_in, cast, draft):
    browser = sign_in(cast.author)
    cast.author.roles_held.all().delete()
    response = browser.post(at(draft), TYPED)
    assert (response.status_code, heading(response)) == (403, "You may not do that")
    assert kept(response) == KEPT


def test_passwords_are_never_given_back(strict, client, draft):
    for response in [
        strict.post("/sign-in/", {"login": "a@b.example", "password": "secret-secret"}),
        client.post("/desk/", {"password": "secret-secret", "password1": "secret-secret"}),
    ]:
        assert "secret-secret" not in response.content.decode()


def test_kept_words_are_text_and_clean(client, draft):
    response = client.post(at(draft), {"title": "</textarea><script>1</script>", "source": "a\0\u202eb"})
    assert "<script>1" not in response.content.decode()
    assert kept(response) == {"Title": "</textarea><script>1</script>", "Text": "ab"}


def test_nothing_typed_is_nothing_kept(client, draft):
    assert kept(client.post(at(draft), {"title": "", "source": " \n"})) == {}


def test_a_page_of_another_role_says_which(sign_in, cast):
    response = sign_in(cast.community_manager).get("/desk/posts/new/")
    assert response.status_code == 403
    assert "You may not write posts for this team." in words(response)
    assert "/desk/" in links(response)


# 404, 405, 409


def test_what_is_not_there_has_a_page(sign_in, cast):
    for address in ["/nothing/", "/floods/nothing/", "/comments/x/", "/desk/posts/9/"]:
        response = sign_in(cast.author).get(address)
        assert response.status_code == 404
        assert in_our_style(response)
        assert "/" in links(response)


@pytest.mark.parametrize(
    ("method", "address"), [("get", "/desk/posts/{}/recall/"), ("put", "/desk/"), ("post", "/feed/")]
)
def test_another_method_has_a_page(sign_in, cast, draft, method, address):
    response = getattr(sign_in(cast.author), method)(address.format(draft.pk))
    assert response.status_code == 405
    assert in_our_style(response)
    assert response["Allow"]


def test_another_method_keeps_the_words(client, live):
    response = client.post(live.get_absolute_url(), {"body": "Sent to the wrong place."})
    assert (response.status_code, kept(response)) == (405, {"Your words": "Sent to the wrong place."})


def test_what_cannot_be_done_now_keeps_the_words(sign_in, cast, submission):
    sent = {**TYPED, "version": 1, "authors": [cast.author.pk]}
    response = sign_in(cast.author).post(at(submission.post), sent)
    assert (response.status_code, heading(response)) == (409, "That cannot be done now")
    assert kept(response) == KEPT


def test_what_the_database_refuses_keeps_the_words(quiet, live, cast):
    """Somebody goes round the check of the page: the guard of the database answers."""
    token = form_token(live.pk)
    sent = {"body": "Just in time?", "house_rules": "on", "token": token}
    with withdrawn_before_the_first_write(live, cast):
        response = quiet.post(f"{live.get_absolute_url()}comment/", sent)
    assert (response.status_code, heading(response)) == (409, "That could not be saved")
    assert kept(response) == {"Your words": "Just in time?"}
    assert not Comment.objects.exists()


@contextmanager
def withdrawn_before_the_first_write(live, cast):
    done = []

    def wrapper(execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT") and not done:
            done.append(True)
            take_down(live, cast)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield


# 503


def test_a_database_that_is_away_keeps_the_comment(quiet, live):
    address, sent = f"{live.get_absolute_url()}comment/", form_of(live, name="Ann Example")
    with a_database_that_is_away():
        response = quiet.post(address, sent)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert in_our_style(response)
    assert kept(response) == {"Your words": "A thoughtful comment.", "Name": "Ann Example"}


def test_a_database_that_goes_away_before_the_write_keeps_the_comment(quiet, live):
    with a_database_that_is_away(but=["SELECT"]):
        response = quiet.post(f"{live.get_absolute_url()}comment/", form_of(live))
    assert (response.status_code, kept(response)) == (503, {"Your words": "A thoughtful comment."})


def test_a_database_that_is_away_keeps_the_draft(quiet, sign_in, cast, draft):
    sign_in(cast.author)
    with a_database_that_is_away():
        response = quiet.post(at(draft), TYPED)
    assert (response.status_code, kept(response)) == (503, KEPT)


def test_a_page_without_its_database_says_when_to_come_back(quiet, sign_in, cast):
    for address in ["/", "/floods/", "/feed/", "/desk/", "/sign-in/"]:
        sign_in(cast.author)
        with a_database_that_is_away():
            response = quiet.get(address)
        assert (response.status_code, response["Retry-After"]) == (503, "60")
        assert in_our_style(response)
        assert "public" not in response["Cache-Control"]


def test_the_probes_say_what_is_away(quiet, db):
    with a_database_that_is_away():
        assert quiet.get("/healthz").status_code == 200
        assert quiet.get("/readyz").status_code == 503


def test_without_a_guard_nothing_is_written_and_the_words_are_kept(quiet, sign_in, cast, draft):
    sign_in(cast.author)
    guarding.drop()
    response = quiet.post(at(draft), TYPED)
    guarding.install()
    assert (response.status_code, kept(response)) == (503, KEPT)
    assert fresh(draft.draft).version == 1


def test_a_fault_of_ours_has_a_page(rf):
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert in_our_style(response)
