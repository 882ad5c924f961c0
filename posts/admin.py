"""History mode in the administration: set and ended by the administrators of a department."""

from django import forms
from django.contrib import admin

from posts.history import end_history, set_history, why_not_set
from posts.restrictions import PastGovernment
from teams.admin import ByRole
from teams.cleaning import clean_line, clean_text
from teams.models import Department
from teams.permissions import Action, departments_where


class SetForm(forms.ModelForm):
    """The days of a past government, and its name as readers see it."""

    class Meta:
        model = PastGovernment
        fields = ["department", "name", "starts_on", "ends_on"]

    def clean_name(self):
        return clean_line(self.cleaned_data["name"])

    def clean(self):
        super().clean()
        given = {name: self.cleaned_data.get(name) for name in self.Meta.fields}
        if all(given.values()) and given["starts_on"] <= given["ends_on"]:
            refusal = why_not_set(PastGovernment(**given))
            if refusal:
                self.add_error("ends_on", refusal)


class EndForm(forms.ModelForm):
    """Taking the banner off."""

    end = forms.BooleanField(
        label="Take the banner off, and let these posts be changed again",
        error_messages={"required": "Tick this to take the banner off."},
    )
    why = forms.CharField(
        label="Why, for the record", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )

    class Meta:
        model = PastGovernment
        fields = []

    def clean_why(self):
        return clean_text(self.cleaned_data["why"])


@admin.register(PastGovernment)
class PastGovernmentAdmin(ByRole):
    """Past governments. What is set is never edited: it is ended, and set anew."""

    action = Action.SET_HISTORY
    may_add = may_change = True
    list_display = ["name", "department", "starts_on", "ends_on", "ended_at"]
    list_select_related = ["department"]
    shown = ["department", "name", "starts_on", "ends_on", "set_by", "set_at"]

    def get_queryset(self, request):
        mine = departments_where(request.user, self.action)
        return super().get_queryset(request).filter(department__in=mine)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.ended_at)

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **{**kwargs, "form": EndForm if change else SetForm})

    def get_fields(self, request, obj=None):
        if obj is None:
            return SetForm.Meta.fields
        return [*self.shown, "ended_by", "ended_at"] if obj.ended_at else [*self.shown, "end", "why"]

    def get_readonly_fields(self, request, obj=None):
        return [*self.shown, "ended_by", "ended_at"] if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        mine = Department.objects.filter(pk__in=departments_where(request.user, self.action))
        return super().formfield_for_foreignkey(db_field, request, queryset=mine, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            end_history(obj, by=request.user, why=form.cleaned_data["why"])
        else:
            set_history(obj, by=request.user)
