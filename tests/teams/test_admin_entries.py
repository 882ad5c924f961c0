"""Each change of teams, people and roles is whole in the record: who, as what, what, and why."""

import pytest

from teams.models import Department, Entry, Role, RoleHeld, Team, User
from tests.pages import heading
from tests.teams.test_admin import (
    NEW_PERSON,
    NEW_TEAM,
    WHY,
    admin,
    as_posted,
    end,
    errors,
    fresh,
    give,
    newest,
    page,
    platform,
)

__all__ = ["admin", "platform"]


def test_the_record_says_as_what_an_administrator_acted_and_why(admin, cast):
    admin.post(page(User, "change", cast.author.pk), as_posted(cast.author, job_title="Head of Floods"))
    details = newest().details
    assert (details.actor_label, details.actor_role) == (
        "Dee Admin",
        "Department administrator, Department for Rivers",
    )
    assert details.reason == WHY


def test_the_record_says_as_what_the_platform_acted(platform, cast):
    renamed = {"name": "Rivers", "slug": cast.department.slug, "why": WHY}
    renamed |= {"target_hours": 16, "share_limit": 20}
    platform.post(page(Department, "change", cast.department.pk), renamed)
    assert (newest().details.actor_role, newest().details.reason) == ("Platform administrator", WHY)


def test_giving_and_ending_a_role_say_why(admin, cast):
    give(admin, cast.nobody, Role.AUTHOR, team=cast.team)
    given = newest().details
    assert (given.reason, given.changes["role"], given.subject_label) == (WHY, [None, "author"], "Nia Nobody")
    end(admin, cast.nobody.roles_held.get())
    ended = newest().details
    assert (ended.reason, ended.changes["role"]) == (WHY, ["author", None])


@pytest.mark.parametrize("model", [Team, User, RoleHeld])
def test_nothing_is_added_without_a_reason(model, admin, cast):
    posted = {
        Team: {**NEW_TEAM, "department": cast.department.pk},
        User: NEW_PERSON,
        RoleHeld: {"person": cast.nobody.pk, "role": Role.AUTHOR, "team": cast.team.pk},
    }[model]
    before = model.objects.count()
    response = admin.post(page(model, "add"), {**posted, "why": " "})
    assert errors(response) == {"why": ["Say why, for the record"]}
    assert model.objects.count() == before


def test_nothing_is_changed_without_a_reason(admin, cast):
    response = admin.post(
        page(User, "change", cast.author.pk), as_posted(cast.author, job_title="New", why="")
    )
    assert "why" in errors(response)
    assert fresh(cast.author).job_title == "Policy adviser"


def test_a_role_is_not_ended_without_a_reason(admin, cast):
    held = cast.author.roles_held.get()
    response = admin.post(page(RoleHeld, "delete", held.pk), {"why": ""})
    assert response.status_code == 422
    assert cast.author.roles_held.exists()


def test_whoever_ends_a_role_is_asked_about_the_person(admin, cast):
    response = admin.get(page(RoleHeld, "delete", cast.author.roles_held.get().pk))
    assert heading(response) == "End a role of Ada Author"
    assert cast.author.roles_held.exists()


def test_a_form_sent_without_a_change_is_no_entry(admin, cast):
    before = Entry.objects.count()
    admin.post(page(User, "change", cast.author.pk), as_posted(cast.author))
    assert Entry.objects.count() == before


@pytest.mark.parametrize("model", [Team, User])
def test_every_column_that_changed_is_told_from_and_to(model, admin, cast):
    row, changes = {
        Team: (cast.team, {"name": "Tides", "purpose": "On tides.", "about": "More."}),
        User: (cast.author, {"name": "Ada Other", "job_title": "Analyst", "is_active": ""}),
    }[model]
    admin.post(page(model, "change", row.pk), {**changes, "why": WHY})
    told = newest().details.changes
    assert set(told) == set(changes)
    for name, (before, after) in told.items():
        assert (before, after) == (str(getattr(row, name)), str(getattr(fresh(row), name)))
