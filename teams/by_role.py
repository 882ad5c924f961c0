"""Pages of the administration opened by roles, for whatever app has any."""

import re

from django.contrib import admin

from teams.models import Department
from teams.permissions import Action, departments_where, may_use


class ByRole(admin.ModelAdmin):
    """Opens pages by the action that a role gives; Django's own permissions are not used."""

    action = Action.USE_ADMIN
    actions = None
    view_on_site = False
    may_add = may_change = may_delete = False

    def has_view_permission(self, request, obj=None):
        return may_use(request.user, self.action) and (
            obj is None or self.get_queryset(request).contains(obj)
        )

    has_module_permission = has_view_permission

    def has_add_permission(self, request):
        return self.may_add and self.has_view_permission(request)

    def has_change_permission(self, request, obj=None):
        return self.may_change and self.has_view_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.may_delete and self.has_view_permission(request, obj)

    def lookup_allowed(self, lookup, value, request=None):
        """No number longer than a key can have: it would make the database fail, not find nothing."""
        too_long = re.search(r"\d{19}", str(value))
        return not too_long and super().lookup_allowed(lookup, value, request)

    def log_addition(self, *args):
        """The record keeps what was decided; Django's own log is not used."""

    log_change = log_deletions = log_addition

    def mine(self, request):
        """The departments that this person administers."""
        everything = Department.objects.all()
        if request.user.is_superuser:
            return everything
        return everything.filter(pk__in=departments_where(request.user, self.action))
