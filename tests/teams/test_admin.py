"""Teams, people and roles in the administration: own departments only, each change in the record."""

import pytest
from django.urls import reverse

from teams.models import Department, Entry, Role, RoleHeld, Team, User
from teams.roles import DEPARTMENT_ROLES
from tests.conftest import make_person

WHY = "The team was renamed."
NEW_PERSON = {
    "name": "New Person",
    "email": "new.person@blogs.example",
    "job_title": "Analyst",
    "is_active": "on",
    "why": "A new analyst.",
}
HOSTILE = {
    "is_superuser": "on",
    "is_staff": "on",
    "password": "!",
    "groups": "1",
    "user_permissions": "1",
    "id": "1",
    "pk": "1",
    "last_login_0": "2020-01-01",
    "roles_held": "1",
}


def page(model, name, *args):
    return reverse(f"admin:teams_{model._meta.model_name}_{name}", args=args)


@pytest.fixture
def admin(cast, sign_in):
    """The browser of the department's administrator."""
    return sign_in(cast.administrator)


@pytest.fixture
def platform(cast, sign_in):
    """The browser of the platform administrator."""
    return sign_in(cast.superuser)


def listed(client, model):
    return set(client.get(page(model, "changelist")).context["cl"].result_list)


def newest():
    return Entry.objects.select_related("details").first()


def errors(response):
    return response.context["adminform"].form.errors


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def as_posted(person, **values):
    said = {"name": person.name, "job_title": person.job_title, "is_active": "on", "why": WHY}
    return {**said, **values}


# Departments


def test_an_administrator_reads_their_own_department(admin, cast):
    assert listed(admin, Department) == {cast.department}


SETTINGS = {"target_hours": "16", "share_limit": "20", "why": "So decided in March."}


def test_an_administrator_cannot_rename_their_department(admin, cast):
    sent = {"name": "Mine", "slug": "mine", **SETTINGS}
    admin.post(page(Department, "change", cast.department.pk), sent)
    assert fresh(cast.department).name == "Department for Rivers"


def test_an_administrator_sets_how_their_department_signs_off(admin, cast):
    admin.post(page(Department, "change", cast.department.pk), {**SETTINGS, "names_signatories": "on"})
    assert fresh(cast.department).names_signatories
    assert newest().details.changes == {"names_signatories": ["False", "True"]}


@pytest.mark.parametrize(("name", "value"), [("target_hours", "0"), ("share_limit", "101")])
def test_a_setting_out_of_bounds_is_refused(admin, cast, name, value):
    sent = {**SETTINGS, name: value}
    assert admin.post(page(Department, "change", cast.department.pk), sent).status_code == 200
    assert fresh(cast.department).target_hours == 16


def test_a_platform_administrator_opens_a_department(platform):
    platform.post(page(Department, "add"), {"name": "Office for Parks", "slug": "parks", **SETTINGS})
    assert Department.objects.filter(slug="parks").exists()
    assert newest().action == "department.opened"


def test_a_renamed_department_goes_into_the_record(platform, cast):
    sent = {"name": "Rivers", "slug": cast.department.slug, **SETTINGS}
    platform.post(page(Department, "change", cast.department.pk), sent)
    assert newest().details.changes == {"name": ["Department for Rivers", "Rivers"]}


# Teams

NEW_TEAM = {"name": "Tides", "slug": "tides", "purpose": "On tides.", "about": "", "why": WHY}


def test_an_administrator_sees_the_teams_of_their_department(admin, cast):
    assert listed(admin, Team) == {cast.team, cast.sister_team}


def test_an_administrator_opens_a_team(admin, cast):
    admin.post(page(Team, "add"), {**NEW_TEAM, "department": cast.department.pk})
    entry = newest()
    assert Team.objects.get(slug="tides").department == cast.department
    assert (entry.action, entry.department_id) == ("team.opened", cast.department.pk)
    assert entry.details.actor_id == cast.administrator.pk


def test_an_administrator_opens_no_team_in_another_department(admin, cast):
    response = admin.post(page(Team, "add"), {**NEW_TEAM, "department": cast.other_department.pk})
    assert "department" in errors(response)
    assert not Team.objects.filter(slug="tides").exists()


@pytest.mark.parametrize("slug", ["desk", "Admin", "assets", "floods", "not a slug", "../desk"])
def test_a_blog_cannot_have_an_address_that_is_taken_or_is_none(slug, admin, cast):
    response = admin.post(page(Team, "add"), {**NEW_TEAM, "slug": slug, "department": cast.department.pk})
    assert "slug" in errors(response)


def test_a_changed_team_goes_into_the_record_with_from_and_to(admin, cast):
    changed = {"name": cast.team.name, "purpose": "On floods and tides.", "about": "", "why": WHY}
    admin.post(page(Team, "change", cast.team.pk), changed)
    assert newest().details.changes == {"purpose": ["On floods.", "On floods and tides."]}


def test_a_changed_team_is_a_new_version_of_its_pages(admin, cast):
    changed = {"name": "Floods", "purpose": "On floods.", "about": "", "why": WHY}
    admin.post(page(Team, "change", cast.team.pk), changed)
    assert fresh(cast.team).page_version == cast.team.page_version + 1


def test_a_team_stays_at_its_address_and_in_its_department(admin, cast):
    moved = {"slug": "elsewhere", "department": cast.other_department.pk, "page_version": 99}
    changed = {"name": "Floods", "purpose": "On floods.", "why": WHY}
    admin.post(page(Team, "change", cast.team.pk), changed | moved)
    team = fresh(cast.team)
    assert (team.name, team.slug, team.department) == ("Floods", "floods", cast.department)
    assert team.page_version == cast.team.page_version + 1


def test_an_administrator_cannot_change_a_team_of_another_department(admin, cast):
    before = Entry.objects.count()
    admin.post(page(Team, "change", cast.other_team.pk), {"name": "Mine", "purpose": "Mine.", "why": WHY})
    assert fresh(cast.other_team).name == "Safer Streets"
    assert Entry.objects.count() == before


# People


def test_an_administrator_sees_the_people_of_their_department_and_those_without_a_role(admin, cast):
    people = listed(admin, User)
    assert {cast.author, cast.press_officer, cast.administrator, cast.nobody} <= people
    assert not {cast.outsider, cast.outside_officer, cast.superuser} & people


def test_a_platform_administrator_sees_everybody(platform):
    assert listed(platform, User) == set(User.objects.all())


def test_an_administrator_adds_a_person(admin):
    admin.post(page(User, "add"), NEW_PERSON)
    person = User.objects.get(email="new.person@blogs.example")
    assert (person.name, person.job_title, person.is_active) == ("New Person", "Analyst", True)
    assert not person.has_usable_password()
    assert newest().action == "person.added"


def test_nobody_can_be_added_as_a_platform_administrator(admin):
    admin.post(page(User, "add"), {**NEW_PERSON, **HOSTILE})
    person = User.objects.get(email="new.person@blogs.example")
    assert not person.is_superuser
    assert not person.has_usable_password()
    assert not person.held


def test_two_people_cannot_have_one_address_in_other_letters(admin, cast):
    response = admin.post(page(User, "add"), {**NEW_PERSON, "email": cast.author.email.upper()})
    assert "email" in errors(response)


def test_a_changed_person_goes_into_the_record_with_from_and_to(admin, cast):
    admin.post(page(User, "change", cast.author.pk), as_posted(cast.author, job_title="Head of Floods"))
    entry = newest()
    assert (entry.action, entry.subject_id) == ("person.changed", cast.author.pk)
    assert entry.details.changes == {"job_title": ["Policy adviser", "Head of Floods"]}


@pytest.mark.parametrize("name", ["author", "press_officer", "administrator", "nobody"])
def test_an_administrator_changes_nobodys_address_power_or_password(name, admin, cast):
    person = fresh(getattr(cast, name))
    posted = as_posted(person, job_title="New", email="mine@blogs.example", **HOSTILE)
    admin.post(page(User, "change", person.pk), posted)
    after = fresh(person)
    assert after.job_title == "New"
    assert (after.email, after.password) == (person.email, person.password)
    assert (after.pk, after.is_superuser) == (person.pk, False)
    assert not newest().details.changes.keys() - {"job_title"}


@pytest.mark.parametrize("name", ["outsider", "outside_officer", "superuser"])
def test_an_administrator_cannot_change_anybody_else(name, admin, cast):
    person = getattr(cast, name)
    admin.post(page(User, "change", person.pk), as_posted(person, name="Mine"))
    assert fresh(person).name == person.name


def test_a_role_here_puts_nobody_of_another_department_into_an_administrators_hands(admin, cast):
    """Or giving somebody a role would be a way to rename them, or to shut them out."""
    RoleHeld.objects.create(person=cast.outside_officer, role=Role.AUTHOR, team=cast.team)
    admin.post(
        page(User, "change", cast.outside_officer.pk), {"name": "Shut out", "job_title": "", "why": WHY}
    )
    person = fresh(cast.outside_officer)
    assert (person.name, person.is_active) == ("Ola Outside", True)


def test_a_person_who_may_no_longer_sign_in_is_signed_out(admin, cast, client):
    posted = as_posted(cast.author)
    del posted["is_active"]
    admin.post(page(User, "change", cast.author.pk), posted)
    assert newest().details.changes == {"is_active": ["True", "False"]}
    client.force_login(cast.author, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/desk/").status_code == 302


def test_a_change_by_the_platform_is_recorded_where_the_person_belongs(platform, cast):
    outside = as_posted(cast.outsider, job_title="New")
    platform.post(page(User, "change", cast.outsider.pk), outside)
    assert newest().department_id == cast.other_department.pk


# Roles


def give(client, person, role, **place):
    posted = {"person": person.pk, "role": role, "why": WHY, **{kind: row.pk for kind, row in place.items()}}
    return client.post(page(RoleHeld, "add"), posted)


def test_an_administrator_sees_the_roles_in_their_department(admin, cast):
    people = {held.person for held in listed(admin, RoleHeld)}
    assert {cast.author, cast.press_officer} <= people
    assert not {cast.outsider, cast.outside_officer} & people


def test_an_administrator_gives_a_role(admin, cast):
    give(admin, cast.nobody, Role.AUTHOR, team=cast.team)
    assert cast.nobody.roles_held.get().team == cast.team
    assert newest().action == "role.given"


@pytest.mark.parametrize(
    ("role", "kind", "place"),
    [(Role.AUTHOR, "team", "other_team"), (Role.PRESS_OFFICER, "department", "other_department")],
)
def test_an_administrator_gives_no_role_elsewhere(role, kind, place, admin, cast):
    response = give(admin, cast.nobody, role, **{kind: getattr(cast, place)})
    assert kind in errors(response)
    assert not cast.nobody.roles_held.exists()


def test_administrators_cannot_give_themselves_a_role(admin, cast):
    assert give(admin, cast.administrator, Role.PRESS_OFFICER, department=cast.department).status_code == 403
    assert cast.administrator.roles_held.count() == 1


def test_a_platform_administrator_cannot_be_given_a_role(admin, cast):
    give(admin, cast.superuser, Role.PRESS_OFFICER, department=cast.department)
    assert not cast.superuser.roles_held.exists()


def test_platform_administrators_cannot_give_themselves_a_role(platform, cast):
    give(platform, cast.superuser, Role.PRESS_OFFICER, department=cast.department)
    assert not cast.superuser.roles_held.exists()


def test_a_role_in_the_wrong_kind_of_place_is_refused_in_words(admin, cast):
    response = give(admin, cast.nobody, Role.AUTHOR, department=cast.department)
    assert "need a team and no department" in str(errors(response))


def test_a_role_that_a_person_has_is_not_given_twice(admin, cast):
    response = give(admin, cast.author, Role.AUTHOR, team=cast.team)
    assert response.status_code == 200
    assert errors(response)


def end(client, held):
    return client.post(page(RoleHeld, "delete", held.pk), {"why": WHY})


def test_an_administrator_ends_a_role(admin, cast):
    end(admin, cast.author.roles_held.get())
    assert not cast.author.roles_held.exists()
    assert newest().action == "role.ended"


def test_an_administrator_ends_no_role_elsewhere(admin, cast):
    end(admin, cast.outside_officer.roles_held.first())
    assert cast.outside_officer.roles_held.count() == len(DEPARTMENT_ROLES)


def test_administrators_do_not_end_their_own_role(admin, cast):
    assert end(admin, cast.administrator.roles_held.get()).status_code == 403
    assert cast.administrator.roles_held.exists()


def test_a_role_is_never_edited(admin, cast):
    held = cast.author.roles_held.get()
    posted = {"person": cast.nobody.pk, "role": Role.TEAM_EDITOR, "team": cast.team.pk}
    assert admin.post(page(RoleHeld, "change", held.pk), posted).status_code == 403
    assert fresh(held).person == cast.author


# All lists


@pytest.mark.parametrize("model", [Department, Team, User, RoleHeld])
def test_a_list_has_no_actions_and_nothing_to_edit(model, admin, cast):
    posted = {"action": "delete_selected", "_selected_action": [1], "post": "yes", "form-0-name": "Mine"}
    before = set(model.objects.all())
    response = admin.post(page(model, "changelist"), posted)
    assert response.status_code < 500
    assert set(model.objects.all()) == before
    assert response.context is None or response.context["cl"].formset is None


def test_a_second_administrator_can_end_the_role_of_the_first(cast, sign_in):
    second = make_person("Dot Deputy", (Role.DEPARTMENT_ADMIN, cast.department))
    end(sign_in(second), cast.administrator.roles_held.get())
    assert not cast.administrator.roles_held.exists()
