"""Which people, roles and entries of the record a person may see."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from teams.permissions import Action, departments_where

if TYPE_CHECKING:
    from teams.models import Department, User


class EntryQuerySet(models.QuerySet[Any]):
    """Entries of the record."""

    def readable_by(self, person: "User") -> "EntryQuerySet":
        """The entries of the departments that this person audits."""
        return self.filter(department_id__in=departments_where(person, Action.READ_RECORD))


class RoleHeldQuerySet(models.QuerySet[Any]):
    """Roles that people hold."""

    def within(self, departments: "models.QuerySet[Department]") -> "RoleHeldQuerySet":
        """Roles in the departments and in their teams."""
        in_department = Q(department__in=departments) | Q(team__department__in=departments)
        return self.filter(in_department).select_related("person", "team", "department")


class PeopleQuerySet(models.QuerySet["User"]):
    """People."""

    def manageable_by(self, person: "User", departments: "models.QuerySet[Department]") -> "PeopleQuerySet":
        """The people whose every role is in these departments, and those without a role yet. No guests.

        Not the platform administrators, and not whoever has a role elsewhere too: or a role given here would
        put them into these hands.
        """
        accounts = self.filter(is_guest=False)
        if person.is_superuser:
            return accounts
        roles = self.model._meta.get_field("roles_held").related_model._default_manager
        here = Q(department__in=departments) | Q(team__department__in=departments)
        elsewhere = roles.exclude(pk__in=roles.filter(here))
        return accounts.filter(is_superuser=False).exclude(pk__in=elsewhere.values("person"))
