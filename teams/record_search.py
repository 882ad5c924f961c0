"""How auditors look for entries: one form of what to look for, and the entries that it finds."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date

from teams.forms import Form, LineField
from teams.models import Entry
from teams.querysets import EntryQuerySet
from teams.record_words import in_words


class DayField(forms.DateField):
    """A day, in the browser's own way of choosing one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)
        self.error_messages["invalid"] = f"{self.label} must be a real date, such as 2026-03-27"

    def to_python(self, value: Any) -> Any:
        """The one spelling that browsers send."""
        if value in self.empty_values:
            return None
        try:
            day = parse_date(str(value).strip())
        except ValueError:
            day = None
        if day is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class SearchForm(Form):
    """What to look for. Every field is about the entries as an auditor may read them."""

    post = forms.IntegerField(
        label="Post number",
        required=False,
        min_value=1,
        max_value=2**63 - 1,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Post number must be a number"},
    )
    who = LineField(label="Person", required=False, max_length=120)
    action = forms.ChoiceField(label="What was done", required=False)
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)
    words = LineField(label="Words", required=False, max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Entry.objects.order_by("action").values_list("action", flat=True).distinct()
        choices = [(action, in_words(action)) for action in known]
        self.fields["action"].choices = [("", "Anything"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("since") and data.get("until") and data["since"] > data["until"]:
            self.add_error("until", "To must be the same day as From, or later")
        return data

    def found(self, entries: EntryQuerySet) -> EntryQuerySet:
        """The entries for which everything that was asked holds."""
        for name, rule in RULES.items():
            value = self.cleaned_data.get(name)
            if value:
                entries = entries.filter(rule(value))
        return entries

    def asked(self) -> dict[str, str]:
        """What was asked for, by the labels of the fields."""
        given = {name: self.cleaned_data.get(name) for name in RULES}
        return {str(self.fields[name].label): str(value) for name, value in given.items() if value}


RULES: dict[str, Callable[[Any], Q]] = {
    "post": lambda number: Q(post_id=number),
    "who": lambda name: (
        Q(details__actor_label__icontains=name)
        | Q(subject_kind="person", details__subject_label__icontains=name)
    ),
    "action": lambda action: Q(action=action),
    "since": lambda day: Q(at__gte=_midnight(day)),
    "until": lambda day: Q(at__lt=_midnight(day + timedelta(days=1))),
    "words": lambda words: Q(details__subject_label__icontains=words) | Q(details__reason__icontains=words),
}


def _midnight(day: date) -> datetime:
    """The moment at which a day begins, in London."""
    return timezone.make_aware(datetime.combine(day, time.min))
