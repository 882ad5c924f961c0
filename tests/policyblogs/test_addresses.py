"""Every address as every person: open or closed exactly as the tables of addresses and of roles say."""

from types import SimpleNamespace

import pytest
from django.core.checks import run_checks
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from comments.tokens import status_token
from moderation.advising import token_of
from moderation.guest_links import token_for
from policyblogs.addresses import ADDRESSES, PUBLIC
from policyblogs.checks import address_names
from posts.drafting import start_post
from posts.previewing import make_link
from posts.previewing import token_of as token_of_preview
from posts.restrictions import PastGovernment
from teams.heads import publish_head
from teams.models import Entry
from teams.permissions import MAY, PLATFORM_ADMIN_MAY, Action
from teams.roles import TEAM_ROLES
from tests.conftest import make_person, submit_it
from tests.covering import make_delegation, make_duty, make_freeze, make_step
from tests.histories import make_history
from tests.making import guest_post, make_comment, make_picture, release_it, save, wording
from tests.remarking import make_remark, make_request

# An address that nobody gave a row, for the tests at the end.
urlpatterns = [
    path("new/", lambda request: HttpResponse(), name="new"),
    path("", include("policyblogs.urls")),
]

PEOPLE = ["stranger", "author", "co_author", "editor", "community_manager", "press_officer"]
PEOPLE += ["writing_press_officer", "administrator", "auditor", "nobody", "superuser"]
PEOPLE += [
    "neighbour",
    "outsider",
    "outside_officer",
]  # every role of another team, and of another department
METHODS = ["GET", "POST"]
NAMES = sorted({name for name, _ in address_names()})

# What pages ask for beyond their row.
NOBODY, PLATFORM = "nobody", "platform"
CLOSED = [
    "moderation_submission_add",
    "moderation_submission_delete",
    "teams_entry_add",
    "teams_entry_delete",
]
CLOSED += ["moderation_group_delete"]
CLOSED += ["teams_department_delete", "teams_team_delete", "teams_user_delete", "posts_pastgovernment_delete"]
FURTHER = {(f"admin:{page}", method): NOBODY for page in CLOSED for method in METHODS} | {
    ("admin:teams_entry_change", "POST"): NOBODY,
    ("admin:teams_roleheld_change", "POST"): NOBODY,
    ("admin:moderation_routestep_change", "POST"): NOBODY,
    ("admin:teams_department_add", "GET"): PLATFORM,
    ("admin:teams_department_add", "POST"): PLATFORM,
    ("admin:autocomplete", "GET"): Action.MANAGE_PEOPLE,
    ("admin:autocomplete", "POST"): Action.MANAGE_PEOPLE,
    ("comments:decide", "POST"): Action.DECIDE_COMMENTS,
    ("posts:embargo", "POST"): Action.WRITE_POSTS,
    ("posts:preview", "POST"): Action.WRITE_POSTS,
}
REMARKS = ["remarks", "remark", "answer-remark", "read-remark", "ask-advice", "end-advice"]
FURTHER |= {(f"moderation:{name}", method): Action.SEE_POSTS for name in REMARKS for method in METHODS}
SHORT = "admin:django.views.generic.base.RedirectView"  # /admin/teams/team/1/ leads on to .../change/
NOT_OF_A_TEAM = {SHORT}
# Public ways in, and a list that is not found where it would be empty.
OTHERWISE = {
    "admin:login": {"sign in"},
    "become": {"not found", "wrong method"},
    "moderation:advice-image": {"not found", "wrong method"},  # of another post than the link is for
    "admin:app_list": {"open", "not found"},
    "admin:moderation_submission_image": {"not found", "wrong method"},  # of another text
    "posts:end-preview": {"not found", "wrong method"},
    "posts:previewed-image": {"not found", "wrong method"},  # of another post
    "posts:aside": {"not found", "wrong method"},  # nobody has words aside
    "posts:drop-aside": {"not found", "wrong method"},
    "posts:open": {"open", "not found"},  # asks before it shows anything; tests/posts/test_embargo_pages.py
    "moderation:let-through": {"not found", "wrong method"},  # for the directors named
    "moderation:end-delegation": {"open", "refused", "wrong method"},  # for two people and administrators
    "moderation:end-duty": {"open", "refused", "wrong method"},  # for administrators
}
QUERIES = {"admin:autocomplete": "?app_label=teams&model_name=roleheld&field_name=person"}


@pytest.fixture
def things(cast):
    """Something of each kind in the first team, and two more people."""
    cast.neighbour = make_person("Ned Neighbour", *((role, cast.sister_team) for role in TEAM_ROLES))
    cast.stranger = None
    live = start_post(cast.team, wording(title="A live post"), by=cast.author)
    picture = make_picture(live, cast.author)
    save(live, cast.author, title="A live post", source=f"Words.\n\n{picture.markdown}")
    live = release_it(live, cast)
    both = wording(title="Under submission", authors=[cast.author, cast.co_author])
    submission = submit_it(start_post(cast.team, both, by=cast.author), cast.author)
    draft = start_post(cast.team, wording(title="A draft"), by=cast.author)
    comment = make_comment(live)
    make_history(cast)
    remark = make_remark(submission, cast.press_officer)
    asked = make_request(submission, cast.press_officer)
    freeze, delegation, duty = (
        make_freeze(cast, directors=[cast.second_press_officer]),
        make_delegation(cast),
        make_duty(cast),
    )
    publish_head()
    return SimpleNamespace(
        live=live,
        picture=picture,
        submission=submission,
        draft=draft,
        comment=comment,
        remark=remark,
        asked=asked,
        freeze=freeze,
        delegation=delegation,
        duty=duty,
        step=make_step(cast),
        guest_link=ask_a_guest(cast),
        preview_link=token_of_preview(make_link(draft, "Jo", by=cast.author)),
    )


def ask_a_guest(cast):
    """The token of a guest author's link; the picture of the live post is in their text too."""
    post = guest_post(cast)
    guest, picture = post.draft.byline.get().person, make_picture(post, cast.author)
    words = {"title": "From the ward", "source": picture.markdown, "authors": [guest]}
    save(post, cast.author, words_by=guest, **words)
    return token_for(submit_it(post, cast.author).revision, guest)


def arguments(cast, things):
    """The arguments of every address that has any."""
    live, team, submitted = things.live, cast.team.slug, things.submission.post.pk
    picture = [things.picture.digest, things.picture.smallest_width]
    found = {
        f"posts:{name}": [things.draft.pk] for name in ("edit", "preview", "images", "guests", "partners")
    }
    found |= {
        f"posts:{name}": [things.draft.pk]
        for name in ("autosave", "here", "versions", "checks", "document", "describe", "previews", "copy")
    }
    found |= {"posts:end-preview": [things.draft.pk, 999], "posts:previewed": [things.preview_link]}
    found |= {"posts:previewed-image": [things.preview_link, *picture]}
    found |= {f"posts:{name}": [things.draft.pk] for name in ("dismiss-finding", "fix-finding")}
    found |= {"posts:take-dismissal-back": [things.draft.pk, 1]}
    found |= {f"posts:{name}": [things.draft.pk, 1] for name in ("version", "version-json", "bring-back")}
    found |= {f"posts:{name}": [things.draft.pk, 1] for name in ("aside", "drop-aside")}
    found["posts:add-block"] = [things.draft.pk, "table"]
    embargo = ("open", "embargo", "name-person", "remove-person", "lift-embargo")
    found |= {f"posts:{name}": [things.draft.pk] for name in embargo}
    found |= {
        "moderation:guest-attest": [things.guest_link],
        "moderation:guest-image": [things.guest_link, *picture],
    }
    found |= {f"moderation:{name}": [things.draft.pk] for name in ("post", "submit")}
    found |= {"moderation:attest": [submitted], "moderation:recall": [submitted]}
    found |= {"moderation:withdraw": [live.pk], "moderation:sign-off": live.address}
    found |= {"moderation:sign-off-json": live.address, "moderation:department": [cast.department.slug]}
    remark, asked = things.remark.pk, things.asked
    found |= {f"moderation:{name}-remark": [remark] for name in ("accept", "decline", "answer", "read")}
    found |= {f"moderation:{name}": [things.submission.pk] for name in ("remark", "ask-advice")}
    found |= {"moderation:remarks": [submitted], "moderation:end-advice": [asked.pk]}
    found |= {"moderation:advice": [token_of(asked)], "moderation:advice-image": [token_of(asked), *picture]}
    found |= {"moderation:release": [submitted], "moderation:lift-freeze": [things.freeze.pk]}
    found |= {"moderation:let-through": [things.freeze.pk, live.pk]}
    found |= {"moderation:end-delegation": [things.delegation.pk], "moderation:end-duty": [things.duty.pk]}
    found |= {"admin:moderation_submission_image": [things.submission.pk, *picture]}
    found |= {"comments:decide": [things.comment.pk], "comments:reply": [things.comment.pk]}
    found |= {"comments:form": live.address, "comments:status": [status_token(things.comment.reference)]}
    found |= {"posts:blog": [team], "posts:blog-feed": [team], "posts:tag": [team, "sensors"]}
    found |= {"posts:month": live.address[:3], "posts:detail": live.address}
    found |= {"posts:image": picture, "posts:desk-image": picture}
    found |= {"admin:teams_entry_expunge": [Entry.objects.get(action="post.released").pk]}
    found |= {"account_reset_password_from_key": ["abc", "def"], "admin:app_list": ["teams"]}
    found |= {"second_factor_reset": [cast.co_author.pk]}
    rows = [
        things.step,
        things.step.group,
        things.submission,
        Entry.objects.get(action="post.released"),
        cast.department,
        cast.team,
    ]
    for row in [*rows, cast.co_author, cast.co_author.roles_held.get(), PastGovernment.objects.get()]:
        page = f"admin:{row._meta.label_lower.replace('.', '_')}"
        found |= {f"{page}_{name}": [row.pk] for name in ("change", "delete", "history")}
    return found


def address(name, args, cast):
    if name == SHORT:
        return f"/admin/teams/team/{cast.team.pk}/"
    return reverse(name, args=args.get(name, ())) + QUERIES.get(name, "")


def has(person, action, team=None):
    """Whether the tables give this person the action: anywhere, or for the team."""
    if person.is_superuser:
        return action in PLATFORM_ADMIN_MAY
    places = [team, team.department] if team else []
    return any(held.role in MAY[action] and (not team or held.place in places) for held in person.held)


def expected(person, name, method, args, team):
    """What the tables say of this request; where a page is closed, how it may say so."""
    action = ADDRESSES[name]
    further = FURTHER.get((name, method), action)
    if name in OTHERWISE and (action is PUBLIC or (person and has(person, action))):
        return OTHERWISE[name]
    if action is PUBLIC:
        return {"open", "wrong method"}
    if person is None:
        return {"sign in"} if method == "GET" else {"refused"}
    if not has(person, action):
        return {"refused"}
    of_team = team if name in args and name not in NOT_OF_A_TEAM else None
    open_to = {NOBODY: False, PLATFORM: person.is_superuser}
    if further in open_to and not open_to[further]:
        return {"refused", "wrong method"}
    if further not in open_to and not has(person, further, of_team):
        return {"refused", "not found", "wrong method"}
    return {"open", "wrong method"}


def seen(response):
    """What the answer says."""
    status, to = response.status_code, response.headers.get("Location", "")
    if status == 302 and to.startswith("/sign-in/?next="):
        return "sign in"
    if status == 302 and to == "/admin/":  # Django's admin, of what is not in its list
        return "not found"
    named = {403: "refused", 404: "not found", 405: "wrong method"}
    named |= dict.fromkeys([200, 301, 302, 303, 409, 422], "open")
    return named.get(status, f"status {status}")


def ask(client, method, where):
    """Send a request, and undo what it did."""
    with transaction.atomic():
        response = client.generic(method, where, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    return response


def signed_in(person):
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize("name", PEOPLE)
def test_every_address_is_open_and_closed_as_the_tables_say_to(name, cast, things):
    person, args, wrong = getattr(cast, name), arguments(cast, things), []
    client = signed_in(person)
    cookies = client.cookies.copy()
    for view in NAMES:
        answers = []
        for method in METHODS:
            client.cookies = cookies.copy()
            answers.append(seen(ask(client, method, address(view, args, cast))))
            if answers[-1] not in expected(person, view, method, args, cast.team):
                wrong.append((view, method, answers[-1]))
        if set(answers) == {"wrong method"}:
            wrong.append((view, "no method", "open"))
    assert wrong == []


# The start-up check


def test_every_address_has_a_row():
    assert run_checks() == []


def test_every_row_is_of_an_address():
    assert set(ADDRESSES) <= set(NAMES)


def test_a_new_address_without_a_row_stops_the_start(settings):
    settings.ROOT_URLCONF = __name__
    assert {error.id for error in run_checks()} == {"policyblogs.E001", "policyblogs.E002"}


@pytest.mark.parametrize("name", ["stranger", "editor", "superuser"])
def test_a_new_address_without_a_row_is_closed(name, cast, settings):
    settings.ROOT_URLCONF = __name__
    assert signed_in(getattr(cast, name, None)).get("/new/").status_code == 403


@pytest.mark.parametrize("where", ["taggit/tag/", "account/emailaddress/", "auth/group/", "r/1/1/"])
def test_the_admin_has_no_pages_of_libraries(where, cast):
    assert signed_in(cast.superuser).get(f"/admin/{where}").status_code == 404
