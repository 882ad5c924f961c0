"""Giving people roles and ending them."""

import pytest
from django.db import IntegrityError, transaction

from teams.appointing import appoint, end_role
from teams.models import Entry, Role, RoleHeld
from teams.refusals import NotAllowed, NotNow
from teams.roles import DEPARTMENT_ROLES, TEAM_ROLES


def role_of(person, role, place):
    kind = "team" if role in TEAM_ROLES else "department"
    return RoleHeld(person=person, role=role, **{kind: place})


@pytest.fixture
def to_give(cast):
    """The role of an author, for somebody who has none."""
    return role_of(cast.nobody, Role.AUTHOR, cast.team)


def changes():
    return Entry.objects.first().details.changes


@pytest.mark.parametrize("role", Role)
def test_an_administrator_gives_every_role_in_their_department(role, cast):
    place = cast.team if role in TEAM_ROLES else cast.department
    appoint(role_of(cast.nobody, role, place), by=cast.administrator)
    assert cast.nobody.roles_held.get().place == place


def test_giving_a_role_goes_into_the_record(to_give, cast):
    appoint(to_give, by=cast.administrator)
    entry = Entry.objects.select_related("details").first()
    assert (entry.action, entry.subject_id, entry.department_id) == (
        "role.given",
        cast.nobody.pk,
        cast.department.pk,
    )
    assert (entry.details.actor_id, entry.details.actor_role) == (
        cast.administrator.pk,
        "Department administrator, Department for Rivers",
    )
    assert changes() == {
        "role": [None, "author"],
        "in": [None, "Flood Resilience"],
        "team number": [None, cast.team.pk],
    }


def test_ending_a_role_goes_into_the_record(cast):
    end_role(cast.author.roles_held.get(), by=cast.administrator)
    assert Entry.objects.first().action == "role.ended"
    assert changes() == {
        "role": ["author", None],
        "in": ["Flood Resilience", None],
        "team number": [cast.team.pk, None],
    }
    assert not cast.author.roles_held.exists()


@pytest.mark.parametrize(
    "name", ["author", "editor", "press_officer", "auditor", "nobody", "outside_officer"]
)
def test_nobody_else_gives_or_ends_roles(name, to_give, cast):
    by = getattr(cast, name)
    with pytest.raises(NotAllowed):
        appoint(to_give, by=by)
    with pytest.raises(NotAllowed):
        end_role(cast.co_author.roles_held.get(), by=by)


@pytest.mark.parametrize("role", Role)
def test_an_administrator_gives_no_role_in_another_department(role, cast):
    place = cast.other_team if role in TEAM_ROLES else cast.other_department
    with pytest.raises(NotAllowed):
        appoint(role_of(cast.nobody, role, place), by=cast.administrator)


def test_an_administrator_ends_no_role_in_another_department(cast):
    for held in [*cast.outsider.roles_held.all(), *cast.outside_officer.roles_held.all()]:
        with pytest.raises(NotAllowed):
            end_role(held, by=cast.administrator)


@pytest.mark.parametrize("role", [*TEAM_ROLES, Role.PRESS_OFFICER, Role.AUDITOR])
def test_administrators_give_themselves_no_role(role, cast):
    place = cast.team if role in TEAM_ROLES else cast.department
    with pytest.raises(NotAllowed, match="your own roles"):
        appoint(role_of(cast.administrator, role, place), by=cast.administrator)


def test_administrators_do_not_end_their_own_role(cast):
    with pytest.raises(NotAllowed, match="your own roles"):
        end_role(cast.administrator.roles_held.get(), by=cast.administrator)


def test_a_platform_administrator_gives_roles_in_every_department(to_give, cast):
    appoint(to_give, by=cast.superuser)
    appoint(role_of(cast.nobody, Role.DEPARTMENT_ADMIN, cast.other_department), by=cast.superuser)
    assert Entry.objects.first().details.actor_role == "Platform administrator"


@pytest.mark.parametrize("role", Role)
def test_a_platform_administrator_holds_no_role(role, cast):
    place = cast.team if role in TEAM_ROLES else cast.department
    with pytest.raises(NotNow):
        appoint(role_of(cast.superuser, role, place), by=cast.administrator)
    with pytest.raises(NotAllowed):
        appoint(role_of(cast.superuser, role, place), by=cast.superuser)


def test_the_platform_sets_up_its_first_people(to_give, cast):
    appoint(to_give, by=None)
    details = Entry.objects.first().details
    assert (details.actor_label, details.actor_role) == ("Policy Blogs", "Installation")


@pytest.mark.parametrize("role", Role)
def test_a_role_is_held_once_in_a_place(role, cast):
    place = cast.team if role in TEAM_ROLES else cast.department
    appoint(role_of(cast.nobody, role, place), by=cast.administrator)
    with pytest.raises(IntegrityError), transaction.atomic():
        appoint(role_of(cast.nobody, role, place), by=cast.administrator)


@pytest.mark.parametrize(
    ("role", "kind"),
    [(role, "department") for role in TEAM_ROLES] + [(role, "team") for role in DEPARTMENT_ROLES],
)
def test_a_role_in_the_wrong_kind_of_place_is_refused(role, kind, cast):
    held = RoleHeld(person=cast.nobody, role=role, **{kind: getattr(cast, kind)})
    with pytest.raises(IntegrityError), transaction.atomic():
        appoint(held, by=cast.administrator)


def test_a_role_in_no_place_is_refused(cast):
    with pytest.raises(NotAllowed):
        appoint(RoleHeld(person=cast.nobody, role=Role.AUTHOR), by=cast.administrator)


def test_a_refused_role_leaves_no_entry(to_give, cast):
    before = Entry.objects.count()
    with pytest.raises(NotAllowed):
        appoint(to_give, by=cast.author)
    assert Entry.objects.count() == before
