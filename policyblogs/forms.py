"""How forms are drawn: one markup for every field of ours, in templates/components/field*.html."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input

from teams.forms import OurForm, say_what_is_missing

# The GOV.UK component of each widget: the first that fits, as check boxes are a kind of radios to Django.
BLOCKS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.CheckboxInput, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Textarea, "textarea"),
    (forms.Select, "select"),
    (forms.FileInput, "file-upload"),
    (Input, "input"),
)
BLOCKS_OF_CHOICES = ("checkboxes", "radios")


class GovukBoundField(BoundField):
    """A field that knows its GOV.UK component and what describes it."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        self.block = next((block for kind, block in BLOCKS if isinstance(field.widget, kind)), "input")
        if not isinstance(form, OurForm):  # allauth says "New Password" and "This field is required."
            self.label = str(self.label).capitalize()
            say_what_is_missing(field, self.label)

    @property
    def template_name(self) -> str:
        """A lone check box has its label beside it; a set of boxes or radio buttons has a legend."""
        if self.block not in BLOCKS_OF_CHOICES:
            return "components/field_group.html" if self.use_fieldset else "components/field.html"
        return "components/field_choices.html" if self.use_fieldset else "components/field_checkbox.html"

    @property
    def limit(self) -> str:
        """The most characters that the field takes, where it says so beforehand."""
        limit = getattr(self.field, "max_length", None) if getattr(self.field, "shows_limit", False) else None
        return f"{limit:,}" if limit else ""

    @property
    def aria_describedby(self) -> str | None:
        described_by = super().aria_describedby
        if self.limit and described_by is not None:
            return f"{described_by} {self.auto_id}_limit".strip()
        return described_by

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """No `required` and no `maxlength`: our messages say it. No placeholder: the label says it."""
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        if widget.is_hidden:
            return attrs
        if self.use_fieldset:
            attrs.pop("aria-invalid", None)  # not allowed on a radio button
        if isinstance(widget, forms.MultiWidget):  # each of its boxes has classes of its own
            return {**attrs, "required": False}
        unwanted = {name: False for name in ("placeholder", "maxlength") if name in widget.attrs}
        return {**attrs, **unwanted, "required": False, "class": self._classes(widget.attrs.get("class"))}

    def _classes(self, more: str | None) -> str:
        is_choice = self.block in BLOCKS_OF_CHOICES
        own = f"govuk-{self.block}__input" if is_choice else f"govuk-{self.block}"
        error = f"{own}--error" if self.errors and not is_choice else None
        return " ".join(filter(None, [own, error, more]))


class Renderer(TemplatesSetting):
    """Templates from ours. Only our forms and those of allauth have our look; the admin keeps its own."""

    form_template_name = "components/form.html"

    @staticmethod
    def bound_field_class(  # type: ignore[override]  # a class, say the stubs, but Django only calls it
        form: forms.BaseForm, field: forms.Field, name: str
    ) -> BoundField:
        is_ours = isinstance(form, OurForm) or type(form).__module__.startswith("allauth.")
        return (GovukBoundField if is_ours else BoundField)(form, field, name)
