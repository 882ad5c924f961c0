"""The forms of freezes and of cover."""

from typing import Any

from django import forms
from django.db.models import Q

from moderation.authority import signs_in_their_own_right
from posts.forms import KeysField
from teams.forms import Form, LineField, MomentField, TextField
from teams.freezing import Declaration
from teams.models import Department, Freeze, User
from teams.permissions import MAY, Action


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One person, by name and email address."""

    def __init__(self, *, label: str, help_text: str = "") -> None:
        super().__init__(
            queryset=User.objects.none(),
            empty_label="Choose a person",
            label=label,
            help_text=help_text,
            error_messages={"required": f"Choose a person for “{label}”."},
        )

    def label_from_instance(self, person: User) -> str:
        return with_job_title(person)


def with_job_title(person: User) -> str:
    return f"{person.name}, {person.job_title}" if person.job_title else person.name


class FreezeForm(Form):
    """The declaration of a freeze."""

    department = forms.ModelChoiceField(
        label="For whom?", queryset=Department.objects.none(), required=False, empty_label="All departments"
    )
    level = forms.ChoiceField(
        label="How strict?",
        choices=Freeze.Level.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how strict the freeze is."},
    )
    starts_at = MomentField(label="From")
    ends_at = MomentField(label="To", help_text="Day and time, in London. It can be lifted earlier.")
    notice = TextField(
        label="Notice for readers",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Shown where comments are closed.",
    )
    directors = KeysField(
        label="Who may let a post through?",
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Directors by name. An election freeze needs one of them for each post, mourning two.",
        error_messages={"required": "Name the people who may let a post through."},
    )

    def __init__(self, *args: Any, mine: set[int], may_all: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        department = self.fields["department"]
        assert isinstance(department, forms.ModelChoiceField)  # noqa: S101  # for the types only
        department.queryset = Department.objects.all() if may_all else Department.objects.filter(pk__in=mine)
        if not may_all:
            department.required, department.empty_label = True, None
        people = User.objects.filter(is_active=True)
        if not may_all:
            held = {"roles_held__department__in": mine}, {"roles_held__team__department__in": mine}
            people = people.filter(**held[0]) | people.filter(**held[1])
        directors = self.fields["directors"]
        assert isinstance(directors, forms.ModelMultipleChoiceField)  # noqa: S101
        directors.queryset = people.filter(roles_held__isnull=False).distinct()
        directors.label_from_instance = with_job_title  # type: ignore[method-assign, assignment]

    def declaration(self) -> Declaration:
        data = self.cleaned_data
        return Declaration(
            level=Freeze.Level(data["level"]),
            department=data["department"],
            starts_at=data["starts_at"],
            ends_at=data["ends_at"],
            notice=data["notice"],
            directors=list(data["directors"]),
        )


class LiftForm(Form):
    """A reason for the record."""

    reason = TextField(
        label="Reason",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why. It stays in the record."},
    )


class DelegationForm(Form):
    """Who signs for whom, and when."""

    giver = PersonField(label="Who is away?")
    receiver = PersonField(label="Who signs for them?")
    starts_at = MomentField(label="From")
    ends_at = MomentField(label="To")
    reason = LineField(label="What for?", max_length=300, help_text="Such as leave or training.")

    def __init__(self, *args: Any, givers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["giver"], givers)
        _offer(self.fields["receiver"], people_of_the_press_desk())


class DutyForm(Form):
    """A shift on the out-of-hours list."""

    department = forms.ModelChoiceField(
        label="Press office", queryset=Department.objects.none(), empty_label=None
    )
    person = PersonField(label="Who is on duty?")
    starts_at = MomentField(label="From")
    ends_at = MomentField(label="To")

    def __init__(self, *args: Any, departments: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["department"], departments)
        _offer(self.fields["person"], people_of_the_press_desk())


def people_of_the_press_desk() -> Any:
    """Everybody who can open the press desk: press officers and clearers."""
    roles = MAY[Action.USE_PRESS_DESK]
    return User.objects.filter(is_active=True, roles_held__role__in=roles).distinct()


def givers_for(person: User, managed: Any) -> Any:
    """Whose signing this person may delegate: their own, and that of people whom they administer."""
    administered = people_of_the_press_desk().filter(roles_held__department__in=managed)
    own = [person.pk] if signs_in_their_own_right(person) else []
    return User.objects.filter(Q(pk__in=administered.values("pk")) | Q(pk__in=own))


def _offer(field: forms.Field, rows: Any) -> None:
    field.queryset = rows  # type: ignore[attr-defined]
