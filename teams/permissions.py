"""Who may do what: one table of actions and the roles that have them.

A role is held in a team or in a department. Held in a department, it counts in each of its teams.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from teams.refusals import NotAllowed
from teams.roles import EVERY_ROLE, Role

if TYPE_CHECKING:
    from teams.models import Department, Team, User


class Action(StrEnum):
    """Something a person does. The value finishes the sentence "you may not ..."."""

    USE_DESK = "use the desk"
    WRITE_POSTS = "write posts for this team"
    SUBMIT_POSTS = "submit posts of this team"
    SEE_POSTS = "see the unpublished posts of this team"
    SEE_EMBARGOES = "see who may open the embargoed drafts of this team"
    USE_PRESS_DESK = "use the press desk"
    SIGN_POSTS = "sign or return posts of this team"
    WITHDRAW_POSTS = "withdraw posts of this team"
    SEE_COMMENTS = "see the waiting comments of this team"
    DECIDE_COMMENTS = "decide comments of this team"
    REPLY_OFFICIALLY = "reply for this team"
    USE_ADMIN = "use the administration"
    DECLARE_FREEZES = "stop and start the releases of this department"
    MANAGE_TEAMS = "manage the teams of this department"
    SET_HISTORY = "mark the posts of past governments of this department"
    MANAGE_PEOPLE = "manage the people of this department"
    READ_RECORD = "read the record of this department"


MAY: dict[Action, frozenset[Role]] = {
    Action.USE_DESK: EVERY_ROLE,
    Action.WRITE_POSTS: frozenset({Role.AUTHOR, Role.TEAM_EDITOR}),
    Action.SUBMIT_POSTS: frozenset({Role.AUTHOR, Role.TEAM_EDITOR}),
    Action.SEE_POSTS: frozenset({Role.AUTHOR, Role.TEAM_EDITOR, Role.PRESS_OFFICER}),
    Action.SEE_EMBARGOES: frozenset({Role.AUTHOR, Role.TEAM_EDITOR, Role.PRESS_OFFICER, Role.AUDITOR}),
    Action.USE_PRESS_DESK: frozenset({Role.PRESS_OFFICER, Role.CLEARER}),
    Action.SIGN_POSTS: frozenset({Role.PRESS_OFFICER}),
    Action.WITHDRAW_POSTS: frozenset({Role.TEAM_EDITOR, Role.PRESS_OFFICER}),
    Action.SEE_COMMENTS: frozenset({Role.AUTHOR, Role.TEAM_EDITOR, Role.COMMUNITY_MANAGER}),
    Action.DECIDE_COMMENTS: frozenset({Role.TEAM_EDITOR, Role.COMMUNITY_MANAGER}),
    Action.REPLY_OFFICIALLY: frozenset({Role.AUTHOR, Role.TEAM_EDITOR, Role.COMMUNITY_MANAGER}),
    Action.USE_ADMIN: frozenset({Role.PRESS_OFFICER, Role.CLEARER, Role.DEPARTMENT_ADMIN, Role.AUDITOR}),
    Action.DECLARE_FREEZES: frozenset({Role.PRESS_OFFICER, Role.DEPARTMENT_ADMIN}),
    Action.MANAGE_TEAMS: frozenset({Role.DEPARTMENT_ADMIN}),
    Action.SET_HISTORY: frozenset({Role.DEPARTMENT_ADMIN}),
    Action.MANAGE_PEOPLE: frozenset({Role.DEPARTMENT_ADMIN}),
    Action.READ_RECORD: frozenset({Role.AUDITOR}),
}


def can(person: "User", action: Action, team: "Team") -> bool:
    """Whether this person has the action for the team, by a role in the team or in its department."""
    return person.is_active and any(
        held.role in MAY[action] and (held.team_id == team.pk or held.department_id == team.department_id)
        for held in person.held
    )


def can_anywhere(person: "User", action: Action) -> bool:
    return person.is_active and any(held.role in MAY[action] for held in person.held)


def require(person: "User", action: Action, team: "Team") -> None:
    """Raise NotAllowed, in words for the person, unless they have the action for the team."""
    if not can(person, action, team):
        raise NotAllowed(
            f"You may not {action}: {team.name}. Ask your department administrator for the role."
        )


def role_for(person: "User", action: Action, team: "Team") -> str:
    """Return the role, as text, by which this person has the action: "Press officer, Department for X"."""
    for held in person.held:
        if held.role in MAY[action] and (held.team_id == team.pk or held.department_id == team.department_id):
            return str(held)
    return ""


def departments_where(person: "User", action: Action) -> "set[int]":
    """Return the keys of the departments in which this person has the action for every team."""
    return {h.department_id for h in person.held if h.role in MAY[action] and h.department_id}


def teams_where(person: "User", action: Action) -> "set[int]":
    """Return the keys of the teams in which this person has the action by a role in the team itself."""
    return {h.team_id for h in person.held if h.role in MAY[action] and h.team_id}


def manages(person: "User", department: "Department | None") -> bool:
    """Whether this person administers the department; the platform administrator does every one."""
    if person.is_superuser:
        return True
    return department is not None and department.pk in departments_where(person, Action.MANAGE_PEOPLE)


# What the platform administrator may do without a role: run the installation, and nothing on posts.
PLATFORM_ADMIN_MAY = frozenset(
    {
        Action.USE_DESK,
        Action.USE_ADMIN,
        Action.MANAGE_TEAMS,
        Action.MANAGE_PEOPLE,
        Action.DECLARE_FREEZES,
    }
)


def may_use(person: "User", action: Action) -> bool:
    """Whether this person may open the addresses that need the action, for some team at least."""
    platform = person.is_active and person.is_superuser and action in PLATFORM_ADMIN_MAY
    return platform or can_anywhere(person, action)
