"""The record as auditors read it, in the administration: entries found, read, exported, expunged by two."""

from django import forms
from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from teams import exporting, expunging
from teams.by_role import ByRole
from teams.forms import Form, TextField
from teams.models import Entry
from teams.permissions import Action
from teams.record_search import SearchForm
from teams.record_words import facts, from_and_to, in_words, short_changes
from teams.refusals import NotNow

PAGE = 50
get_or_post = method_decorator(require_http_methods(["GET", "HEAD", "POST"]))


class ExpungeForm(Form):
    """Why an entry should be expunged."""

    reason = TextField(
        label="Why should it be expunged?",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="This stays in the record: do not say again what should go.",
        error_messages={"required": "Say why the entry should be expunged"},
    )


class AgreeForm(Form):
    """A second auditor's agreement, which cannot be taken back."""

    agreed = forms.BooleanField(
        label="I have read the entry, and agree that its words go for good",
        error_messages={"required": "Confirm that you have read the entry and agree"},
    )


@admin.register(Entry)
class EntryAdmin(ByRole):
    """Entries of the departments that the person signed in audits."""

    action = Action.READ_RECORD

    def get_queryset(self, request):
        return Entry.objects.readable_by(request.user).select_related("details")

    def get_urls(self):
        own = [
            path("export/", self.admin_site.admin_view(self.export_view), name="teams_entry_export"),
            path(
                "<int:number>/expunge/",
                self.admin_site.admin_view(self.expunge_view),
                name="teams_entry_expunge",
            ),
        ]
        return own + super().get_urls()

    def find(self, request, number):
        """The entry, if it is one that this person reads."""
        is_number = str(number).isascii() and str(number).isdecimal() and len(str(number)) < 19
        entry = self.get_queryset(request).filter(pk=number).first() if is_number else None
        if entry is None:
            raise Http404("There is no such entry in the record of your department.")
        return entry

    @method_decorator(require_safe)
    def changelist_view(self, request, extra_context=None):
        """The newest entries first, or those that were looked for."""
        form = SearchForm(request.GET)
        found = form.found(self.get_queryset(request)) if form.is_valid() else Entry.objects.none()
        page = Paginator(found, PAGE).get_page(request.GET.get("page"))
        rows = [(entry, in_words(entry.action), short_changes(entry.details.changes)) for entry in page]
        asked = form.asked() if form.is_valid() else {}
        context = {"form": form, "page": page, "rows": rows, "asked": asked}
        return TemplateResponse(request, "record/list.html", context, status=422 if form.errors else 200)

    @method_decorator(require_safe)
    def change_view(self, request, object_id, form_url="", extra_context=None):
        """One entry, whole."""
        entry = self.find(request, object_id)
        context = {
            "entry": entry,
            "what": in_words(entry.action),
            "facts": facts(entry),
            "changes": from_and_to(entry.details.changes),
            "expunged": expunging.is_expunged(entry),
            "ask": expunging.asked(entry),
            "why_not": expunging.why_not(entry, request.user),
        }
        return TemplateResponse(request, "record/entry.html", context)

    @get_or_post
    def expunge_view(self, request, number):
        """Ask for an entry's words to go, or agree to what another auditor asked for."""
        entry = self.find(request, number)
        ask = expunging.asked(entry)
        form_class = AgreeForm if ask else ExpungeForm
        form = form_class(request.POST if request.method == "POST" else None)
        if request.method == "POST" and bool(ask) != (request.POST.get("step") == "agree"):
            raise NotNow("Another auditor acted on this entry after you opened it. Look again.")
        if form.is_valid():
            self.expunge(request, entry, ask, form)
            return redirect("admin:teams_entry_change", entry.pk)
        context = {
            "entry": entry,
            "facts": facts(entry),
            "changes": from_and_to(entry.details.changes),
            "ask": ask,
            "form": form,
            "why_not": expunging.why_not(entry, request.user),
        }
        return TemplateResponse(request, "record/expunge.html", context, status=422 if form.errors else 200)

    def expunge(self, request, entry, ask, form):
        if ask is not None:
            expunging.expunge(ask, by=request.user)
            messages.success(request, f"Entry {entry.number} is expunged. Its digest stays in the chain.")
        else:
            expunging.ask_to_expunge(entry, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, "Asked. The words go when another auditor agrees.")

    @get_or_post
    def export_view(self, request):
        """A bundle of the entries that were looked for, with the personal data of others struck out."""
        search = SearchForm(request.GET)
        if not search.is_valid():
            raise NotNow("What to look for is not right. Go back to the record and look again.")
        selection = exporting.Selection(search.found(self.get_queryset(request)), search.asked())
        form = exporting.ExportForm(
            request.POST if request.method == "POST" else None, people=selection.people()
        )
        if form.is_valid():
            bundle = exporting.export(selection, by=request.user, **form.cleaned_data)
            return FileResponse(bundle.file, as_attachment=True, filename=bundle.name)
        context = {"form": form, "selection": selection}
        return TemplateResponse(request, "record/export.html", context, status=422 if form.errors else 200)
