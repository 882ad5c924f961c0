"""The forms of a statistics embargo."""

from typing import Any

from django import forms

from posts.embargo import nameable
from posts.models import Post
from teams.forms import Form, TextField
from teams.models import User


class DayForm(Form):
    """The day of release."""

    release_on = forms.DateField(
        label="Day of release",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="Official statistics are released at 9:30am. The post cannot be released before then.",
        error_messages={
            "required": "Enter the day of release.",
            "invalid": "Enter the day of release as day, month and year, for example 3/3/2027.",
        },
    )


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person, with the work that they do. Longer numbers than a key can have are nobody's."""

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.name}, {obj.job_title}" if obj.job_title else obj.name

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if len(str(value)) <= 18 else "0")


class NameForm(Form):
    """Somebody to name. People are offered who have a role in the department that opens drafts at all."""

    person = PersonField(
        label="Who may open it too",
        queryset=User.objects.none(),
        empty_label="Choose a person",
        help_text="They are told by email. The list of who had access is kept.",
        error_messages={"required": "Choose who may open it.", "invalid_choice": "Choose from the list."},
    )

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        already = post.embargoes.in_force().filter(access__removed_at=None).values("access__person")
        self.fields["person"].queryset = nameable(post).exclude(pk__in=already)  # type: ignore[attr-defined]


class RemoveForm(NameForm):
    """Somebody to take off the list: perhaps a person who has lost their role since."""

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, post=post, **kwargs)
        self.fields["person"].queryset = User.objects.all()  # type: ignore[attr-defined]


class LiftForm(Form):
    """Why an embargo is lifted before its release."""

    why = TextField(
        label="Why you lift it",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For the record.",
        error_messages={"required": "Say why you lift the embargo."},
    )
