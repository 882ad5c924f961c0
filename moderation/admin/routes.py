"""Routes and groups of signatories in the administration, for department administrators."""

from django import forms
from django.contrib import admin

from moderation import routes
from moderation.models import Group, RouteStep
from posts.forms import KeysField
from teams.admin import EndedForAReason, ForAReason
from teams.by_role import ByRole
from teams.models import Team, User
from teams.permissions import MAY, Action


class GroupForm(ForAReason):
    """A group; its members must be clearers or press officers of its department."""

    class Meta:
        model = Group
        fields = ["department", "name", "members"]
        widgets = {"members": forms.CheckboxSelectMultiple}

    def clean(self):
        data = super().clean()
        department = data.get("department") or (self.instance.department if self.instance.pk else None)
        may = {"roles_held__department": department, "roles_held__role__in": MAY[Action.USE_PRESS_DESK]}
        allowed = set(User.objects.filter(is_active=True, **may).values_list("pk", flat=True))
        for person in data.get("members") or ():
            if person.pk not in allowed:
                self.add_error("members", f"Give {person.name} the role of clearer in {department} first.")
        return data


@admin.register(Group)
class GroupAdmin(ByRole):
    """Groups of clearers. The press office is its press officers, and needs no members here."""

    action = Action.MANAGE_TEAMS
    may_add = may_change = True
    form = GroupForm
    list_display = ["name", "department"]

    def get_queryset(self, request):
        return Group.objects.filter(department__in=self.mine(request)).select_related("department")

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or not obj.is_press_office)

    def get_readonly_fields(self, request, obj=None):
        return ["department", "name"] if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return super().formfield_for_foreignkey(db_field, request, queryset=self.mine(request), **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        may = {"roles_held__department__in": self.mine(request)}
        people = User.objects.filter(
            is_active=True, roles_held__role__in=MAY[Action.USE_PRESS_DESK], **may
        ).distinct()
        chosen = {"queryset": people, "form_class": KeysField, **kwargs}
        return super().formfield_for_manytomany(db_field, request, **chosen)

    def save_model(self, request, obj, form, change):
        if not change:
            routes.open_group(obj, by=request.user, reason=form.cleaned_data["why"])

    def save_related(self, request, form, formsets, change):
        members, why = list(form.cleaned_data["members"]), form.cleaned_data["why"]
        routes.set_members(form.instance, members, by=request.user, reason=why)


class StepForm(ForAReason):
    """A step; the verb says what a route cannot have."""

    class Meta:
        model = RouteStep
        fields = ["team", "position", "group"]

    def clean(self):
        data = super().clean()
        team, group, position = data.get("team"), data.get("group"), data.get("position")
        if team and group and team.department_id != group.department_id:
            self.add_error("group", "A route goes through groups of its own department.")
        if position is not None and not 1 <= position <= routes.LAST_POSITION:
            self.add_error("position", f"The position must be from 1 to {routes.LAST_POSITION}.")
        return data


@admin.register(RouteStep)
class RouteStepAdmin(EndedForAReason):
    """The steps of each team's route before the press office, which is on every route and always last."""

    action = Action.MANAGE_TEAMS
    form = StepForm
    list_display = ["team", "position", "group"]
    list_filter = [("team", admin.RelatedOnlyFieldListFilter)]  # of the steps that this person may see

    def get_queryset(self, request):
        steps = RouteStep.objects.filter(team__department__in=self.mine(request))
        return steps.select_related("team__department", "group__department")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        mine = self.mine(request)
        choices = {
            "team": Team.objects.filter(department__in=mine),
            "group": Group.objects.filter(department__in=mine, kind=Group.Kind.CLEARERS),
        }
        return super().formfield_for_foreignkey(db_field, request, queryset=choices[db_field.name], **kwargs)

    def save_model(self, request, obj, form, change):
        routes.add_step(obj, by=request.user, reason=form.cleaned_data["why"])

    def words_of_end(self, step):
        return {
            "title": f"Take {step.group.name} off the route of {step.team.name}",
            "text": "Submissions that are under way keep the steps they have.",
            "button": "Take the step off",
            "done": f"Taken off the route of {step.team.name}: {step.group.name}.",
        }

    def end(self, request, step, why):
        routes.remove_step(step, by=request.user, reason=why)
