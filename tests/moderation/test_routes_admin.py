"""Routes and groups in the administration: a department's own only, and each change with its reason."""

import pytest

from moderation import routes
from moderation.models import Group, RouteStep
from moderation.routes import press_office
from teams.models import Entry
from tests.covering import make_step
from tests.making import fresh
from tests.pages import words

GROUPS, STEPS = "/admin/moderation/group/", "/admin/moderation/routestep/"
WHY = "Figures are checked."
REFUSED = 200  # Django's admin shows the form again, with its errors, as any page
OTHERS = ["author", "nobody", "press_officer", "clearer", "auditor"]


@pytest.fixture
def admin(sign_in, cast):
    """The browser of the department's administrator."""
    return sign_in(cast.administrator)


@pytest.fixture
def group(cast):
    """A group whose one member is the clearer."""
    made = routes.open_group(
        Group(department=cast.department, name="Analysts"), by=cast.administrator, reason="Wanted."
    )
    routes.set_members(made, [cast.clearer], by=cast.administrator, reason="Wanted.")
    return made


@pytest.fixture
def foreign(cast):
    """A group of the other department."""
    by = cast.outside_officer
    made = routes.open_group(
        Group(department=cast.other_department, name="Engineers"), by=by, reason="Wanted."
    )
    routes.set_members(made, [by], by=by, reason="Wanted.")
    return made


def new_group(cast, **changes):
    usual = {"department": cast.department.pk, "name": "Analysts", "members": [cast.clearer.pk], "why": WHY}
    return {**usual, **changes}


def new_step(cast, group, **changes):
    return {"team": cast.team.pk, "position": 1, "group": group.pk, "why": WHY, **changes}


def listed(browser, page):
    return list(browser.get(page).context["cl"].result_list)


def newest(action):
    return Entry.objects.filter(action=action).latest("number").details


# Groups


def test_an_administrator_opens_a_group_with_its_members(admin, cast):
    assert admin.post(f"{GROUPS}add/", new_group(cast)).status_code == 302
    group = Group.objects.get(name="Analysts")
    assert (group.is_press_office, list(group.members.all())) == (False, [cast.clearer])
    assert newest("group.opened").reason == newest("group.changed").reason == WHY


@pytest.mark.parametrize(
    "changed", [{"why": ""}, {"name": ""}, {"department": ""}], ids=["no reason", "no name", "no department"]
)
def test_a_faulty_group_is_refused(admin, cast, changed):
    assert admin.post(f"{GROUPS}add/", new_group(cast, **changed)).status_code == REFUSED
    assert not Group.objects.filter(kind=Group.Kind.CLEARERS).exists()


def test_a_second_group_of_the_same_name_is_refused(admin, cast, group):
    assert admin.post(f"{GROUPS}add/", new_group(cast)).status_code == REFUSED
    assert Group.objects.filter(name="Analysts").count() == 1


@pytest.mark.parametrize("who", ["author", "auditor", "outside_officer"])
def test_nobody_without_the_role_becomes_a_member(admin, cast, who):
    answer = admin.post(f"{GROUPS}add/", new_group(cast, members=[getattr(cast, who).pk]))
    assert answer.status_code == REFUSED
    assert not Group.objects.filter(kind=Group.Kind.CLEARERS).exists()


def test_a_group_is_not_opened_in_another_department(admin, cast):
    answer = admin.post(f"{GROUPS}add/", new_group(cast, department=cast.other_department.pk))
    assert (answer.status_code, Group.objects.filter(name="Analysts").exists()) == (REFUSED, False)


def test_members_are_changed_with_a_reason(admin, cast, group):
    sent = {"members": [cast.press_officer.pk, cast.clearer.pk], "why": "Leave."}
    admin.post(f"{GROUPS}{group.pk}/change/", sent)
    assert set(group.members.all()) == {cast.press_officer, cast.clearer}
    assert newest("group.changed").changes == {"members": ["Cleo Clearer", "Cleo Clearer, Pat Press"]}


def test_a_group_keeps_its_name_and_its_department(admin, cast, group):
    sent = new_group(cast, name="Others", department=cast.other_department.pk)
    admin.post(f"{GROUPS}{group.pk}/change/", sent)
    assert (fresh(group).name, fresh(group).department) == ("Analysts", cast.department)


def test_the_press_office_is_not_changed_here(admin, cast):
    office = press_office(cast.department)
    answer = admin.post(f"{GROUPS}{office.pk}/change/", {"members": [cast.clearer.pk], "why": WHY})
    assert answer.status_code == 403
    assert not office.members.exists()


def test_a_group_is_not_deleted(admin, group):
    assert admin.post(f"{GROUPS}{group.pk}/delete/", {"why": WHY, "post": "yes"}).status_code == 403
    assert Group.objects.filter(pk=group.pk).exists()


def test_only_groups_of_the_own_department_are_listed(admin, cast, group, foreign):
    assert listed(admin, GROUPS) == [group]


def test_a_group_of_another_department_is_not_changed(admin, cast, foreign):
    admin.post(f"{GROUPS}{foreign.pk}/change/", {"members": [cast.clearer.pk], "why": WHY})
    assert list(foreign.members.all()) == [cast.outside_officer]


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_opens_a_group(sign_in, cast, who):
    answer = sign_in(getattr(cast, who)).post(f"{GROUPS}add/", new_group(cast))
    assert answer.status_code in (302, 403)
    assert not Group.objects.filter(name="Analysts").exists()


# Steps


def test_an_administrator_puts_a_group_on_a_route(admin, cast, group):
    assert admin.post(f"{STEPS}add/", new_step(cast, group)).status_code == 302
    assert [step.group for step in cast.team.route.all()] == [group]
    assert newest("route.changed").reason == WHY


@pytest.mark.parametrize(
    "changed",
    [{"why": ""}, {"position": 0}, {"position": 100}, {"position": ""}, {"team": ""}],
    ids=["no reason", "too early", "too late", "no position", "no team"],
)
def test_a_faulty_step_is_refused(admin, cast, group, changed):
    assert admin.post(f"{STEPS}add/", new_step(cast, group, **changed)).status_code == REFUSED
    assert not RouteStep.objects.exists()


def test_a_group_is_once_on_a_route(admin, cast, group):
    admin.post(f"{STEPS}add/", new_step(cast, group))
    assert admin.post(f"{STEPS}add/", new_step(cast, group, position=2)).status_code == REFUSED
    assert cast.team.route.count() == 1


def test_the_press_office_cannot_be_chosen(admin, cast):
    answer = admin.post(f"{STEPS}add/", new_step(cast, press_office(cast.department)))
    assert (answer.status_code, RouteStep.objects.count()) == (REFUSED, 0)


def test_a_group_of_another_department_cannot_be_chosen(admin, cast, foreign):
    answer = admin.post(f"{STEPS}add/", new_step(cast, foreign))
    assert (answer.status_code, RouteStep.objects.count()) == (REFUSED, 0)


def test_a_team_of_another_department_cannot_be_chosen(admin, cast, group):
    answer = admin.post(f"{STEPS}add/", new_step(cast, group, team=cast.other_team.pk))
    assert (answer.status_code, RouteStep.objects.count()) == (REFUSED, 0)


def test_the_platform_administrator_is_told_that_a_route_stays_in_its_department(sign_in, cast, foreign):
    page = sign_in(cast.superuser).post(f"{STEPS}add/", new_step(cast, foreign))
    assert page.status_code == REFUSED
    assert "A route goes through groups of its own department." in words(page)


def test_a_step_is_taken_off_with_a_reason(admin, cast):
    step = make_step(cast)
    admin.post(f"{STEPS}{step.pk}/delete/", {"why": "The law is plain now."})
    assert not RouteStep.objects.exists()
    assert newest("route.changed").reason == "The law is plain now."


def test_without_a_reason_it_stays(admin, cast):
    step = make_step(cast)
    assert admin.post(f"{STEPS}{step.pk}/delete/", {"why": " "}).status_code == 422
    assert RouteStep.objects.exists()


def test_a_step_is_never_edited(admin, cast, group):
    step = make_step(cast)
    assert admin.post(f"{STEPS}{step.pk}/change/", new_step(cast, group, position=5)).status_code == 403
    assert (fresh(step).position, fresh(step).group.name) == (1, "Legal advisers")


@pytest.mark.parametrize("who", [*OTHERS, "outside_officer"])
def test_nobody_else_takes_it_off(sign_in, cast, who):
    step = make_step(cast)
    sign_in(getattr(cast, who)).post(f"{STEPS}{step.pk}/delete/", {"why": "To be quicker."})
    assert RouteStep.objects.filter(pk=step.pk).exists()


def test_bulk_deletion_takes_no_step_off(admin, cast):
    step = make_step(cast)
    chosen = {"action": "delete_selected", "_selected_action": [step.pk], "post": "yes"}
    admin.post(STEPS, chosen)
    assert RouteStep.objects.filter(pk=step.pk).exists()
