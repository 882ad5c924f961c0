"""Forms as our pages show them, and fields that clean what people type."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.forms.utils import pretty_name

from teams.cleaning import clean_line, clean_text
from teams.saying import LONDON, said_hour

NO_ANSWER = forms.Field.default_error_messages["required"]
# Django's say again what was sent, which only a forger can have typed.
NOT_OFFERED = dict.fromkeys(
    ("invalid_choice", "invalid_list", "invalid_pk_value"), "Choose from the answers that are offered."
)


class OurForm(forms.BaseForm):
    """What the project's renderer draws in our look. The admin's own forms are not ours."""

    use_required_attribute = False  # or the browser stops the form before our messages can be seen

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = pretty_name(name) if field.label is None else field.label
            say_what_is_missing(field, str(field.label))
            if isinstance(field, forms.ChoiceField):
                field.error_messages |= NOT_OFFERED


class Form(OurForm, forms.Form):
    """A form on one of our pages."""


class LineField(forms.CharField):
    """One line of text, cleaned. The browser may not cut what is pasted, so `maxlength` is not written."""

    cleaned: Callable[[str], str] = staticmethod(clean_line)

    def __init__(self, *, max_length: int | None = None, shows_limit: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_length = max_length
        self.shows_limit = shows_limit

    def to_python(self, value: Any) -> str | None:
        return super().to_python(value if value in self.empty_values else self.cleaned(str(value)))

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What is shown again after an error carries no control characters either."""
        return self.cleaned(data) if isinstance(data, str) else data

    def validate(self, value: Any) -> None:
        super().validate(value)
        if self.max_length is not None and value and len(value) > self.max_length:
            limit = f"{self.label or 'This'} must be {self.max_length:,} characters or fewer"
            raise ValidationError(f"{limit}; it has {len(value):,}", code="max_length")


class AddressField(LineField):
    """An email address, cleaned."""

    widget = forms.EmailInput
    default_validators = [validate_email]


class TextField(LineField):
    """Paragraphs of text, cleaned. A limit is told before it is met."""

    widget = forms.Textarea
    cleaned = staticmethod(clean_text)

    def __init__(self, *, shows_limit: bool = True, **kwargs: Any) -> None:
        super().__init__(shows_limit=shows_limit, **kwargs)


class MomentField(forms.MultiValueField):
    """A day and a time in London, each in its own box."""

    def __init__(self, *, label: str, help_text: str = "") -> None:
        super().__init__(
            fields=(forms.DateField(), forms.TimeField()),
            widget=MomentWidget(),
            label=label,
            help_text=help_text or "Day and time, in London.",
            error_messages={
                "required": f"Enter the day and time for “{label}”.",
                "incomplete": f"Enter both the day and the time for “{label}”.",
            },
        )

    def compress(self, data_list: list[Any]) -> datetime | None:
        if not data_list:
            return None
        return moment(*data_list)


def moment(day: date, hour: time) -> datetime:
    """The moment of a day and a time in London.

    Raises ValidationError for a time that the clocks skip in spring, or show twice in autumn.
    """
    naive = datetime.combine(day, hour)
    first, second = (naive.replace(tzinfo=LONDON, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first
    back_again = first.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None)
    why = (
        "comes twice, as the clocks go back"
        if back_again == naive
        else "does not exist, as the clocks go forward"
    )
    raise ValidationError(f"{said_hour(first)} {why} that night. Choose another time.")


class MomentWidget(forms.MultiWidget):
    """Two boxes of the browser's own for a date and a time."""

    use_fieldset = True
    template_name = "components/moment.html"

    def __init__(self) -> None:
        day = {"type": "date", "aria-label": "Day", "class": "govuk-input govuk-input--width-10"}
        time = {"type": "time", "aria-label": "Time", "class": "govuk-input govuk-input--width-5"}
        super().__init__(
            widgets={
                "day": forms.DateInput(attrs=day, format="%Y-%m-%d"),
                "time": forms.TimeInput(attrs=time, format="%H:%M"),
            }
        )

    def decompress(self, value: datetime | None) -> list[Any]:
        if value is None:
            return [None, None]
        local = value.astimezone(LONDON)
        return [local.date(), local.time()]


def say_what_is_missing(field: forms.Field, label: str) -> None:
    """Name the field in its message, as the summary of errors stands far from it."""
    if field.error_messages["required"] == NO_ANSWER:
        field.error_messages["required"] = _missing(field, label)


def _missing(field: forms.Field, label: str) -> str:
    if label.endswith("?"):
        return f"Answer “{label}”"
    if isinstance(field, forms.BooleanField):
        return f"Select “{label}”"
    verb = "Select" if isinstance(field, forms.ChoiceField | forms.FileField) else "Enter"
    return f"{verb} {label[:1].lower() if label[1:2].islower() else label[:1]}{label[1:]}"
