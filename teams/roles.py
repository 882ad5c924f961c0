"""The roles that people hold."""

from django.db import models


class Role(models.TextChoices):
    """What a person may be. The first three are held in a team, the rest in a department."""

    AUTHOR = "author", "Author"
    TEAM_EDITOR = "team_editor", "Team editor"
    COMMUNITY_MANAGER = "community_manager", "Community manager"
    PRESS_OFFICER = "press_officer", "Press officer"
    CLEARER = "clearer", "Clearer"
    DEPARTMENT_ADMIN = "department_admin", "Department administrator"
    AUDITOR = "auditor", "Auditor"


TEAM_ROLES = [Role.AUTHOR, Role.TEAM_EDITOR, Role.COMMUNITY_MANAGER]
DEPARTMENT_ROLES = [Role.PRESS_OFFICER, Role.CLEARER, Role.DEPARTMENT_ADMIN, Role.AUDITOR]
EVERY_ROLE = frozenset(Role)
# Who has one of these signs in with a second factor; so do signatories and platform administrators.
NEED_SECOND_FACTOR = frozenset({Role.PRESS_OFFICER, Role.CLEARER, Role.DEPARTMENT_ADMIN, Role.AUDITOR})
