"""A guest author is no account: not by signing in, a password, a role, the administration or the database."""

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.hashers import make_password
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from teams.appointing import appoint
from teams.models import Entry, RoleHeld, User
from teams.permissions import Action, can, can_anywhere, may_use
from teams.roles import DEPARTMENT_ROLES, Role
from tests.attacks import WAYS, by_update, fresh, refused
from tests.conftest import PASSWORD
from tests.making import make_guest
from tests.pages import words


@pytest.fixture
def guest(draft, cast):
    return make_guest(draft, cast.author)


@pytest.fixture(params=WAYS, ids=lambda way: way.__name__)
def change(request):
    return request.param


# Sign-in


@pytest.mark.parametrize("password", ["", "!", PASSWORD])
def test_a_guest_cannot_sign_in(client, guest, password):
    response = client.post("/sign-in/", {"login": guest.email, "password": password or guest.password})
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_guest_is_refused_in_the_words_for_a_wrong_password(client, guest, cast):
    known = client.post("/sign-in/", {"login": cast.author.email, "password": "wrong"})
    of_guest = client.post("/sign-in/", {"login": guest.email, "password": "wrong"})
    assert words(of_guest) == words(known)


def test_a_guest_gets_no_mail_for_a_forgotten_password(client, guest):
    response = client.post("/sign-in/forgotten/", {"email": guest.email})
    assert response["Location"] == "/sign-in/forgotten/sent/"
    assert (len(mail.outbox), DBTaskResult.objects.count()) == (0, 0)


def test_even_a_link_for_a_new_password_gives_a_guest_none(client, guest):
    """Nobody is sent one; the database would refuse the password."""
    key = f"{user_pk_to_url_str(guest)}-{default_token_generator.make_token(guest)}"
    address = client.get(f"/sign-in/forgotten/{key}/")["Location"]
    with transaction.atomic():
        response = client.post(address, dict.fromkeys(["password1", "password2"], "another-long-password"))
        transaction.set_rollback(True)
    assert (response.status_code, fresh(guest).has_usable_password()) == (409, False)


def test_a_session_of_a_guest_opens_nothing(sign_in, guest):
    assert sign_in(guest).get("/desk/")["Location"] == "/sign-in/?next=/desk/"


def test_a_guest_has_no_action_anywhere(guest, cast):
    assert not any(can(guest, action, cast.team) or can_anywhere(guest, action) for action in Action)
    assert not any(may_use(guest, action) for action in Action)
    assert not guest.is_staff


# The administration


def test_guests_are_not_among_the_people_of_the_administration(sign_in, guest, cast):
    for who in ["administrator", "superuser"]:
        browser = sign_in(getattr(cast, who))
        page = browser.get(reverse("admin:teams_user_changelist"))
        assert guest not in page.context["cl"].result_list
        opened = browser.get(reverse("admin:teams_user_change", args=[guest.pk]))
        assert opened["Location"] == "/admin/"


def test_guests_cannot_be_chosen_for_a_role(sign_in, guest, cast):
    browser = sign_in(cast.administrator)
    assert guest.name not in words(browser.get(reverse("admin:teams_roleheld_add")))
    sent = {"person": guest.pk, "role": "author", "team": cast.team.pk, "department": ""}
    assert browser.post(reverse("admin:teams_roleheld_add"), sent).status_code == 200
    assert not guest.roles_held.exists()


def test_no_form_of_the_administration_makes_a_guest(sign_in, cast):
    sent = {"name": cast.nobody.name, "job_title": "", "is_active": "on", "is_guest": "on"}
    sign_in(cast.superuser).post(reverse("admin:teams_user_change", args=[cast.nobody.pk]), sent)
    assert not fresh(cast.nobody).is_guest


def test_a_guest_who_joins_gets_an_account_like_everybody(sign_in, guest, cast, draft):
    sent = {
        "name": "Gus Guest",
        "email": "Gus.Guest@elsewhere.example",
        "job_title": "Analyst",
        "is_active": "on",
        "why": "Joined the team.",
    }
    assert sign_in(cast.administrator).post(reverse("admin:teams_user_add"), sent).status_code == 302
    joined = User.objects.get(email=guest.email)
    assert (joined.pk, joined.is_guest, joined.is_active, joined.job_title) == (
        guest.pk,
        False,
        True,
        "Analyst",
    )
    assert not joined.has_usable_password()
    assert Entry.objects.first().action == "person.added"


def test_the_address_of_an_account_is_still_taken(sign_in, cast):
    sent = {"name": "Twin", "email": cast.author.email, "job_title": "", "is_active": "on"}
    response = sign_in(cast.administrator).post(reverse("admin:teams_user_add"), sent)
    assert "email" in response.context["adminform"].form.errors


# The database


@pytest.mark.parametrize(
    "changed",
    [{"is_active": True}, {"is_superuser": True}, {"password": make_password(PASSWORD)}, {"password": ""}],
    ids=["active", "superuser", "a password", "an empty password"],
)
def test_a_guest_cannot_be_made_an_account_in_part(guest, change, changed):
    with pytest.raises(IntegrityError, match="guest_is_no_account"), transaction.atomic():
        change(guest, **changed)


def test_an_account_cannot_become_a_guest(cast, change):
    person = cast.nobody
    by_update(person, is_active=False, password="!")
    with refused("teams_user_becomes_no_guest"):
        change(person, is_guest=True)


def test_a_guest_cannot_be_inserted_with_a_password_or_active(db):
    for fields in [
        {"is_active": True, "password": "!"},
        {"is_active": False, "password": make_password("x")},
    ]:
        with pytest.raises(IntegrityError, match="guest_is_no_account"), transaction.atomic():
            User.objects.create(email="g@x.example", name="G", is_guest=True, **fields)


@pytest.mark.parametrize("role", Role)
def test_a_guest_cannot_be_given_a_role(guest, cast, role):
    place = {"department": cast.department} if role in DEPARTMENT_ROLES else {"team": cast.team}
    with refused("teams_roleheld_not_by_a_guest"):
        RoleHeld.objects.create(person=guest, role=role, **place)
    with refused("teams_roleheld_not_by_a_guest"):
        appoint(RoleHeld(person=guest, role=role, **place), by=None)
