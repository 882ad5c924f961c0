"""Teams, people and roles in the administration. Who may is asked of `teams.permissions`.

Every change is in the record: who, as what, when, from what, to what, and why.
"""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from teams import appointing, auditing, record
from teams.by_role import ByRole
from teams.forms import Form, TextField
from teams.models import Department, RoleHeld, Team, User
from teams.permissions import Action
from teams.second_factor import app_of

__all__ = ["auditing"]  # the record's own pages


def why_field():
    return TextField(
        label="Why",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The record keeps it.",
        error_messages={"required": "Say why, for the record"},
    )


class ForAReason(forms.ModelForm):
    """A change with its reason, which the record keeps."""

    why = why_field()


class EndForm(Form):
    """The reason for ending something."""

    why = why_field()


class Recorded(ByRole):
    """Pages whose every change goes into the record, with its reason."""

    form = ForAReason

    def enter(self, request, obj, form, *, action, department):
        """Write an entry with what the form changed, from and to."""
        kind = obj._meta.verbose_name
        changes = {
            name: [str(form.initial.get(name, "")), str(form.cleaned_data[name])]
            for name in form.changed_data
            if name != "why"
        }
        if action == "changed" and not changes:
            return
        record.append(
            f"{kind}.{action}",
            record.Subject(kind, obj.pk, obj.name, department),
            by=request.user,
            role=appointing.acting_as(request.user, department),
            reason=form.cleaned_data["why"],
            changes=changes,
        )


class EndedForAReason(ByRole):
    """Pages whose rows are made and ended, never edited: both with a reason, which the record keeps."""

    form = ForAReason
    may_add = may_delete = True

    def delete_view(self, request, object_id, extra_context=None):
        """Say what ends, ask why, and end it."""
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_delete_permission(request, row):
            raise PermissionDenied
        form = EndForm(request.POST if request.method == "POST" else None)
        words = self.words_of_end(row)
        if form.is_valid():
            self.end(request, row, form.cleaned_data["why"])
            messages.success(request, words["done"])
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        status = 422 if form.errors else 200
        return TemplateResponse(request, "teams/end_row.html", {**words, "form": form}, status=status)


@admin.register(Department)
class DepartmentAdmin(Recorded):
    """Departments. The platform administrator makes and names them; their own administrators set the rest."""

    action = Action.MANAGE_TEAMS
    may_change = True
    fields = [
        "name",
        "slug",
        "target_hours",
        "share_limit",
        "short_questions",
        "names_signatories",
        "publishes_differences",
        "why",
    ]

    def get_queryset(self, request):
        return self.mine(request)

    def has_add_permission(self, request):
        return request.user.is_superuser

    def get_readonly_fields(self, request, obj=None):
        return [] if request.user.is_superuser else ["name", "slug"]

    def get_prepopulated_fields(self, request, obj=None):
        return {"slug": ["name"]} if request.user.is_superuser else {}

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        for team in obj.teams.all():
            team.bump()  # its pages name the department
        self.enter(request, obj, form, action="changed" if change else "opened", department=obj)


@admin.register(Team)
class TeamAdmin(Recorded):
    """Teams and their blogs."""

    action = Action.MANAGE_TEAMS
    may_add = may_change = True
    list_display = ["name", "department", "slug"]
    fields = ["department", "name", "slug", "purpose", "about", "why"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related("department")
            .filter(department__in=self.mine(request))
        )

    def get_readonly_fields(self, request, obj=None):
        return ["department", "slug"] if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return super().formfield_for_foreignkey(db_field, request, queryset=self.mine(request), **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        obj.bump()
        self.enter(request, obj, form, action="changed" if change else "opened", department=obj.department)


class PersonForm(ForAReason):
    """A person. A guest author who is given an account stays who they are in the bylines they are in."""

    def clean_email(self):
        email = self.cleaned_data["email"].strip().lower()
        guest = None if self.instance.pk else User.objects.filter(email=email, is_guest=True).first()
        if guest:
            guest.is_guest = False
            self.instance = guest
        return email


@admin.register(User)
class UserAdmin(Recorded):
    """People. A new person sets their own password by the "forgotten password" link."""

    form = PersonForm
    action = Action.MANAGE_PEOPLE
    may_add = may_change = True
    list_display = ["name", "email", "job_title", "is_active"]
    search_fields = ["name", "email"]
    fields = ["name", "email", "job_title", "is_active", "why"]

    def get_queryset(self, request):
        return User.objects.manageable_by(request.user, self.mine(request))

    def get_fields(self, request, obj=None):
        return [*self.fields, "second_factor"] if obj else self.fields

    def get_readonly_fields(self, request, obj=None):
        return ["email", "second_factor"] if obj else []

    def second_factor(self, person):
        app, address = app_of(person), reverse("second_factor_reset", args=[person.pk])
        return format_html('Set up. <a href="{}">Reset it</a>', address) if app else "None"

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        department = self.department_of(obj, request)
        self.enter(request, obj, form, action="changed" if change else "added", department=department)

    def department_of(self, person, request):
        """Whose auditors read of a change: those of where the person has a role, or of where it was made."""
        if person.held:
            return person.held[0].in_department
        return None if request.user.is_superuser else self.mine(request).first()


@admin.register(RoleHeld)
class RoleHeldAdmin(EndedForAReason):
    """Who has which role where. A role is given and ended, never edited."""

    action = Action.MANAGE_PEOPLE
    list_display = ["person", "role", "team", "department"]
    list_filter = ["role"]
    fields = ["person", "role", "team", "department", "why"]

    def get_queryset(self, request):
        return RoleHeld.objects.within(self.mine(request))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        choices = {
            "department": self.mine(request),
            "team": Team.objects.filter(department__in=self.mine(request)),
            "person": User.objects.filter(is_active=True),
        }
        return super().formfield_for_foreignkey(db_field, request, queryset=choices[db_field.name], **kwargs)

    def save_model(self, request, obj, form, change):
        appointing.appoint(obj, by=request.user, reason=form.cleaned_data["why"])

    def words_of_end(self, held):
        return {
            "title": f"End a role of {held.person.name}",
            "text": f"{held.person.name} will no longer be: {held}. What they did in this role stays in the "
            "record.",
            "button": "End the role",
            "done": f"Ended: {held} of {held.person.name}.",
        }

    def end(self, request, held, why):
        appointing.end_role(held, by=request.user, reason=why)
