"""What every staff page shows: the navigation of the desk, by role. Public pages never evaluate it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from teams.http import StaffRequest
from teams.permissions import Action, may_use

ITEMS: list[tuple[str, str, *tuple[Action, ...]]] = [
    ("Desk", "moderation:home", Action.USE_DESK),
    ("Press desk", "admin:moderation_submission_changelist", Action.USE_PRESS_DESK),
    ("Comments", "comments:queue", Action.SEE_COMMENTS),
    ("Freezes", "moderation:freezes", Action.DECLARE_FREEZES),
    ("Cover", "moderation:cover", Action.USE_PRESS_DESK, Action.MANAGE_PEOPLE),
    ("People", "admin:teams_user_changelist", Action.MANAGE_PEOPLE),
    ("Record", "admin:teams_entry_changelist", Action.READ_RECORD),
    ("Administration", "admin:index", Action.MANAGE_TEAMS),
]


@dataclass(frozen=True)
class Item:
    """One place of the desk."""

    label: str
    url: str
    current: bool


def desk_nav(request: StaffRequest) -> dict[str, object]:
    return {"desk_nav": SimpleLazyObject(lambda: list(_items(request)))}


def _items(request: StaffRequest) -> Iterator[Item]:
    for label, name, *actions in ITEMS:
        if any(may_use(request.user, action) for action in actions):
            url = reverse(name)
            yield Item(label, url, request.path == url)
