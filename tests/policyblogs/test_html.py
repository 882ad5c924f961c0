"""Every kind of page is sound HTML with one heading, and every answer carries the headers that protect it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from tinyhtml5.parser import HTMLParser

from comments.replying import reply_officially
from comments.tokens import status_token
from comments.workflow import State
from moderation.guest_links import token_for
from moderation.submitting import attest, recall
from policyblogs.middleware import POLICY
from posts.drafting import start_post
from tests.conftest import STATEMENT, submit_it
from tests.making import (
    decide,
    form_of,
    guest_post,
    make_comment,
    make_picture,
    release_again,
    return_it,
    save,
    take_down,
    wording,
)

TREE = Path(__file__).resolve().parent.parent.parent
SIGNED_IN = "allauth.account.auth_backends.AuthenticationBackend"
RICH = (
    "Words & <b>more</b>.\n\n## Costs\n\n## Costs\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two\n\n"
    "> A quote\n\n```python\nprint('<x>')\n```\n\nA note[^1] and [a link](https://example.org/?a=1&b=2).\n\n"
    "[^1]: Here."
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}


@pytest.fixture
def things(cast):
    """One of everything that a page can show, each with hostile names."""
    post = start_post(cast.team, wording(title="R&D <i>now</i>", summary='"5 < 6"'), by=cast.author)
    picture = make_picture(post, cast.author, alt='A "gauge" <b>')
    save(post, cast.author, title="R&D <i>now</i>", source=f"{RICH}\n\n{picture.markdown}")
    live = release_again(post, cast, title="R&D <i>now</i>", source=f"{RICH}\n\n{picture.markdown}")
    comment = make_comment(live, "<p>Hm</p>\n\nhttps://a.example/?x=1&y", name="<b>")
    comment = decide(comment, State.PUBLISHED, cast.editor)
    decide(make_comment(live, "An answer", parent=comment), State.PUBLISHED, cast.editor)
    decide(decide(make_comment(live), State.PUBLISHED, cast.editor), State.DECLINED, cast.editor)
    reply_officially(comment, by=cast.author, body="Thank you & <b>.")
    waiting = make_comment(live, "x" * 300)
    draft = start_post(cast.team, wording(title="A draft"), by=cast.author)
    returned = submit_it(start_post(cast.team, wording(title="Back"), by=cast.author), cast.author)
    return_it(returned, cast.press_officer, reasons="<b>Why</b>")
    again = submit_it(returned.post, cast.author)
    both = wording(title="Of two", authors=[cast.author, cast.co_author])
    pair = submit_it(start_post(cast.team, both, by=cast.author), cast.author)
    asked = submit_it(guest_post(cast, title="<i>By a guest</i>"), cast.author)
    done = submit_it(guest_post(cast, title="Done"), cast.author)
    guest = done.revision.authors.get().person
    attest(done.revision, STATEMENT, by=guest)
    over = submit_it(guest_post(cast, title="Over"), cast.author)
    recall(over, by=cast.author)
    gone = take_down(release_again(start_post(cast.team, wording(), by=cast.author), cast), cast).post
    return {
        "live": live.get_absolute_url(),
        "reference": comment.reference,
        "status": f"/comments/{status_token(comment.reference)}/",
        "waiting_status": f"/comments/{status_token(waiting.reference)}/",
        "gone": gone.get_absolute_url(),
        "post": f"/desk/posts/{live.pk}/",
        "draft": f"/desk/posts/{draft.pk}/",
        "pair": f"/desk/posts/{pair.post_id}/",
        "comment": f"/desk/comments/{comment.pk}/",
        "waiting": f"/desk/comments/{waiting.pk}/",
        "submission": f"/admin/moderation/submission/{again.pk}/change/",
        "form": form_of(live),
        "asked": f"/attest/{token_for(asked.revision, guest)}/",
        "done": f"/attest/{token_for(done.revision, guest)}/",
        "over": f"/attest/{token_for(over.revision, guest)}/",
        "guests": f"/desk/posts/{asked.post_id}/guests/",
    }


PAGES = {
    "nobody": [
        "/",
        "/floods/",
        "/floods/?page=1",
        "/floods/tag/sensors/",
        "{live}",
        "{live}sign-off/",
        "/departments/department-for-rivers/",
        "{live}comment/",
        "{live}comment/?to={reference}",
        "{gone}",
        "{status}",
        "{waiting_status}",
        "{asked}",
        "{done}",
        "{over}",
        "/nothing/",
        "/floods/?page=x",
        "/floods/?page=%00",
        "/sign-in/",
        "/sign-in/new/",
        "/sign-in/closed/",
        "/sign-in/forgotten/",
        "/sign-in/forgotten/sent/",
        "/sign-in/forgotten/abc-def/",
        "/sign-in/forgotten/done/",
    ],
    "author": [
        "/desk/",
        "/desk/posts/new/",
        "{post}",
        "{draft}",
        "{draft}edit/",
        "{post}edit/",
        "{draft}preview/",
        "{post}preview/",
        "{post}images/",
        "{draft}images/",
        "{draft}submit/",
        "{draft}guests/",
        "{guests}",
        "/desk/posts/999999/",
        "/admin/",
        "/sign-in/out/",
        "/sign-in/password/",
        "/sign-in/again/",
    ],
    "co_author": ["{pair}attest/", "/desk/"],
    "editor": ["{post}withdraw/", "{draft}withdraw/", "/desk/"],
    "community_manager": [
        "/desk/",
        "/desk/comments/",
        *(f"/desk/comments/?show={name}" for name in ("published", "declined", "spam")),
        "{comment}",
        "{waiting}",
    ],
    "press_officer": [
        "/desk/",
        "/admin/",
        "/admin/moderation/submission/",
        "/admin/moderation/submission/?show=ended",
        "{submission}",
        "/admin/moderation/submission/x/change/",
    ],
}
ADMIN = {
    "administrator": [
        "/admin/",
        "/admin/teams/",
        "/admin/teams/team/",
        "/admin/teams/team/add/",
        "/admin/teams/user/",
        "/admin/teams/user/add/",
        "/admin/teams/roleheld/",
        "/admin/teams/roleheld/add/",
    ],
    "auditor": ["/admin/", "/admin/teams/entry/", "/admin/teams/entry/1/change/"],
    "superuser": ["/admin/", "/admin/teams/department/", "/admin/teams/department/add/"],
}
SENT = {
    "nobody": [
        ("{live}comment/", {}),
        ("/sign-in/", {}),
        ("/sign-in/forgotten/", {"email": "x"}),
        ("/", {"body": "<b>"}),
        ("{asked}", {}),
    ],
    "author": [
        ("/desk/posts/new/", {}),
        ("{draft}edit/", {"title": "<b>", "source": "x" * 100_001}),
        ("{draft}edit/", {"title": "Mine", "version": 9, "authors": "1"}),
        ("{draft}images/", {}),
        ("{draft}guests/", {"name": "<b>", "email": "<b>"}),
        ("{draft}submit/", {}),
        ("/sign-in/password/", {}),
    ],
    "co_author": [("{pair}attest/", {})],
    "editor": [("{post}withdraw/", {})],
    "community_manager": [("{comment}", {}), ("{comment}reply/", {}), ("{waiting}", {"decision": "decline"})],
    "press_officer": [
        ("{submission}", {"verdict": "return", "fingerprint": "<b>"}),
        ("{submission}", {"verdict": "sign"}),
    ],
}


def browser_of(cast, who):
    browser = Client(raise_request_exception=False)
    if who != "nobody":
        browser.force_login(getattr(cast, who), backend=SIGNED_IN)
    return browser


def faults_of(page):
    """What is wrong with a page, in words."""
    parser = HTMLParser(namespace_html_elements=False)
    nodes = list(parser.parse(page).iter())
    faults = [f"parse error: {code} at {position}" for position, code, _ in parser.errors]
    ids = [node.get("id") for node in nodes if node.get("id")]
    faults += [f"id twice: {name}" for name in {name for name in ids if ids.count(name) > 1}]
    tags = [node.tag for node in nodes]
    faults += [f"{tag} is not there once" for tag in ("h1", "main", "title") if tags.count(tag) != 1]
    labelled = {node.get("for") for node in nodes if node.tag == "label"}
    for node in nodes:
        faults += _faults_of_node(node, ids, labelled)
    return faults


def _faults_of_node(node, ids, labelled):
    is_field = node.tag in ("input", "textarea", "select") and node.get("type") not in ("hidden", "submit")
    if is_field and node.get("id") not in labelled and not node.get("aria-label"):
        yield f"field without a label: {node.get('name')}"
    if node.tag == "img" and "alt" not in node.attrib:
        yield "picture without a description"
    if "style" in node.attrib or any(name.startswith("on") for name in node.attrib):
        yield f"inline style or script in {node.tag}"
    for name in ("aria-describedby", "aria-labelledby", "for"):
        yield from (f"{name} leads nowhere: {to}" for to in node.get(name, "").split() if to not in ids)
    if node.tag == "a" and node.get("href", "").startswith("#") and node.get("href")[1:] not in ids:
        yield f"link leads nowhere: {node.get('href')}"


def lacking(response):
    """The headers that an answer lacks."""
    absent = {name for name, value in HEADERS.items() if response.headers.get(name) != value}
    if response.headers.get("Referrer-Policy") not in ("same-origin", "no-referrer"):
        absent.add("Referrer-Policy")
    return absent


def wrong_with(response, *, private):
    """Everything that is wrong with an answer."""
    faults = faults_of(response.content.decode())
    faults += [f"{name} is missing" for name in lacking(response)]
    if response.status_code in (301, 302, 500):
        faults.append(f"status {response.status_code}")
    if private and "public" in response["Cache-Control"]:
        faults.append("may be kept by caches")
    return faults


def test_every_page_is_sound_and_protected(cast, things):
    wrong = {}
    for who in {*PAGES, *ADMIN}:
        browser = browser_of(cast, who)
        for pattern in [*PAGES.get(who, []), *ADMIN.get(who, [])]:
            response = browser.get(pattern.format(**things))
            wrong[who, pattern] = wrong_with(response, private=who != "nobody")
    assert {page: faults for page, faults in wrong.items() if faults} == {}


def test_every_refusal_is_sound_and_protected(cast, things):
    wrong = {}
    for who, forms in SENT.items():
        browser = browser_of(cast, who)
        for pattern, sent in forms:
            response = browser.post(pattern.format(**things), sent)
            wrong[who, pattern, str(sent)[:40]] = wrong_with(response, private=True)
            assert 400 <= response.status_code < 500 or pattern.startswith("/sign-in/")
    assert {page: faults for page, faults in wrong.items() if faults} == {}


def test_answers_that_are_no_pages_carry_the_headers(client, cast):
    for address in ["/feed/", "/robots.txt", "/healthz", "/readyz", "/floods", "/desk/", "/assets/no.css"]:
        assert lacking(client.get(address)) == set(), address


def test_a_foreign_host_gets_the_headers_too(client, db):
    assert lacking(client.get("/", headers={"host": "evil.example"})) == set()


def test_a_body_that_is_too_large_gets_the_headers_too(client, live):
    response = client.post(f"{live.get_absolute_url()}comment/", {"body": "x" * 3_000_000})
    assert (response.status_code, lacking(response)) == (400, set())


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere():
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    for name in ["default-src", "object-src", "base-uri", "frame-ancestors"]:
        assert f"{name} 'none'" in POLICY
    assert "form-action 'self'" in POLICY


# Static files and the deployment, each by a process of its own

PRODUCTION = {
    "POLICYBLOGS_SECRET_KEY": "kI9tF3cQz7xVb2nM5wLpR8sYdG4hJ6aE0uTqXoZiCvBn1KyHgDm",
    "POLICYBLOGS_PRIVACY_KEY": "Zp4Wm8Rk2Tx6Vb1Nc9Qs3Ld7Fg5Hj0YaUeIoXzCvBnMqWkEtRyP",
    "POLICYBLOGS_ALLOWED_HOSTS": "blogs.example",
    "POLICYBLOGS_SITE_URL": "https://blogs.example",
    "POLICYBLOGS_MAIL_URL": "smtps://user:password@mail.example:465",
    "POLICYBLOGS_BEHIND_PROXY": "1",
}


def in_production(data, *arguments):
    """Run Python in the project with the settings of a production server."""
    ours = ("POLICYBLOGS_", "DJANGO_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment |= {**PRODUCTION, "POLICYBLOGS_DATA_DIR": str(data), "DATABASE_URL": ""}
    options = {"cwd": TREE, "env": environment, "capture_output": True, "text": True}
    return subprocess.run([sys.executable, *arguments], check=False, **options)


def test_the_deployment_check_finds_nothing(tmp_path):
    done = in_production(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues (0 silenced)" in done.stdout


STATIC = """
import django
django.setup()
from django.conf import settings
settings.STATIC_ROOT.mkdir(parents=True)
(settings.STATIC_ROOT / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
from django.test import Client
plain = Client().get("/", headers={"host": "blogs.example"})
secure = Client().get("/assets/icon.svg", secure=True, headers={"host": "blogs.example"})
for response in (plain, secure):
    print(response.status_code, sorted(response.headers))
    print(response.headers.get("Content-Security-Policy"))
print(plain.headers["Location"], secure.headers["Strict-Transport-Security"])
"""


def test_static_files_and_redirects_in_production_carry_the_headers(tmp_path):
    os_name = {"DJANGO_SETTINGS_MODULE": "policyblogs.settings"}
    script = f"import os; os.environ.update({os_name!r})\n{STATIC}"
    lines = in_production(tmp_path, "-c", script).stdout.splitlines()
    assert [line[:3] for line in lines[::2]][:2] == ["301", "200"]
    assert lines[1] == lines[3] == POLICY
    assert all(name in line for name in HEADERS for line in (lines[0], lines[2]))
    assert lines[4].startswith("https://blogs.example/ max-age=")
