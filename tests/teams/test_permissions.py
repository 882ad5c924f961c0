"""Who may do what: the one table, and the questions that are asked of it."""

import pytest

from teams.models import Role
from teams.permissions import (
    MAY,
    PLATFORM_ADMIN_MAY,
    Action,
    can,
    can_anywhere,
    departments_where,
    manages,
    may_use,
    require,
    role_for,
    teams_where,
)
from teams.refusals import NotAllowed
from teams.roles import DEPARTMENT_ROLES, TEAM_ROLES
from tests.conftest import make_person

EVERY_PAIR = [(action, role) for action in Action for role in Role]


def test_every_action_has_a_row():
    assert set(MAY) == set(Action)


def test_every_role_is_held_in_a_team_or_in_a_department():
    assert sorted([*TEAM_ROLES, *DEPARTMENT_ROLES]) == sorted(Role)


def test_who_signs_cannot_write_and_who_writes_cannot_sign():
    assert not MAY[Action.SIGN_POSTS] & MAY[Action.WRITE_POSTS]


def test_a_department_administrator_has_no_part_in_posts_or_comments():
    theirs = {action for action in Action if Role.DEPARTMENT_ADMIN in MAY[action]}
    assert theirs == {
        Action.USE_DESK,
        Action.USE_ADMIN,
        Action.DECLARE_FREEZES,
        Action.MANAGE_TEAMS,
        Action.MANAGE_PEOPLE,
        Action.SET_HISTORY,
    }


def test_an_auditor_only_reads():
    theirs = {action for action in Action if Role.AUDITOR in MAY[action]}
    assert theirs == {Action.USE_DESK, Action.USE_ADMIN, Action.READ_RECORD, Action.SEE_EMBARGOES}


@pytest.mark.parametrize(("action", "role"), EVERY_PAIR, ids=[f"{a.name}-{r}" for a, r in EVERY_PAIR])
def test_a_role_gives_its_actions_in_its_own_place_only(action, role, cast):
    person = make_person("Pia", (role, cast.team if role in TEAM_ROLES else cast.department))
    assert can(person, action, cast.team) is (role in MAY[action])
    assert not can(person, action, cast.other_team)


@pytest.mark.parametrize("action", Action)
def test_a_role_in_a_department_counts_in_each_of_its_teams(action, cast):
    officer = make_person("Pia", *((role, cast.department) for role in DEPARTMENT_ROLES))
    expected = bool(MAY[action] & set(DEPARTMENT_ROLES))
    assert can(officer, action, cast.team) is can(officer, action, cast.sister_team) is expected


@pytest.mark.parametrize("action", Action)
def test_a_role_in_a_team_does_not_count_in_another_team_of_the_department(action, cast):
    writer = make_person("Pia", *((role, cast.sister_team) for role in TEAM_ROLES))
    assert not can(writer, action, cast.team)


@pytest.mark.parametrize("action", Action)
def test_a_person_without_a_role_can_do_nothing(action, cast):
    assert not can(cast.nobody, action, cast.team)
    assert not can_anywhere(cast.nobody, action)
    assert not may_use(cast.nobody, action)


@pytest.mark.parametrize("action", Action)
def test_a_platform_administrator_can_do_nothing_for_a_team(action, cast):
    assert not can(cast.superuser, action, cast.team)
    assert may_use(cast.superuser, action) is (action in PLATFORM_ADMIN_MAY)


@pytest.mark.parametrize("name", ["editor", "press_officer", "administrator", "auditor", "superuser"])
def test_a_person_who_may_no_longer_sign_in_can_do_nothing(name, cast):
    person = getattr(cast, name)
    person.is_active = False
    assert not any(can(person, action, cast.team) or may_use(person, action) for action in Action)


def test_requiring_what_a_person_has_passes(cast):
    require(cast.author, Action.WRITE_POSTS, cast.team)


def test_a_refusal_says_what_where_and_whom_to_ask(cast):
    with pytest.raises(NotAllowed) as refusal:
        require(cast.author, Action.SIGN_POSTS, cast.team)
    assert str(refusal.value) == (
        "You may not sign or return posts of this team: Flood Resilience. "
        "Ask your department administrator for the role."
    )


def test_the_role_is_told_with_its_place(cast):
    assert role_for(cast.author, Action.WRITE_POSTS, cast.team) == "Author, Flood Resilience"
    assert (
        role_for(cast.press_officer, Action.SIGN_POSTS, cast.team) == "Press officer, Department for Rivers"
    )
    assert role_for(cast.author, Action.SIGN_POSTS, cast.team) == ""


def test_places_are_told_apart(cast):
    person = cast.writing_press_officer
    assert departments_where(person, Action.SEE_POSTS) == {cast.department.pk}
    assert teams_where(person, Action.SEE_POSTS) == {cast.team.pk}
    assert departments_where(person, Action.WRITE_POSTS) == set()


@pytest.mark.parametrize(
    ("name", "own", "other"),
    [("administrator", True, False), ("superuser", True, True), ("press_officer", False, False)],
)
def test_departments_are_managed_by_their_administrators(name, own, other, cast):
    person = getattr(cast, name)
    assert manages(person, cast.department) is own
    assert manages(person, cast.other_department) is other


def test_an_administrator_does_not_manage_what_is_in_no_department(cast):
    assert not manages(cast.administrator, None)


def test_roles_are_read_once_for_each_request(cast, django_assert_num_queries):
    person = type(cast.author).objects.get(pk=cast.author.pk)
    with django_assert_num_queries(1):
        assert can(person, Action.WRITE_POSTS, cast.team)
        assert not can(person, Action.SIGN_POSTS, cast.team)
