"""The forms of remarks and of advice from outside."""

from typing import Any

from django import forms

from moderation.advice_models import View
from moderation.advising import DAYS_AT_MOST, WORKING_DAYS, Adviser
from moderation.models import Submission
from moderation.remarks import RemarkWords
from posts.forms import KeysField
from posts.paragraphs import paragraphs, start_of
from teams.forms import AddressField, Form, LineField, TextField
from teams.models import User

REMARK_LIMIT, WORDING_LIMIT = 5_000, 10_000
PERIODS = ["1", "3", "7", "14", str(DAYS_AT_MOST)]


def _tell() -> KeysField:
    return KeysField(
        label="Tell",
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Each gets an email, and sees it among what is theirs to do. They can all see this post.",
    )


class PlaceForm(Form):
    """Which paragraph a remark is on."""

    paragraph = forms.TypedChoiceField(label="Paragraph", coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, submission: Submission, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = enumerate(paragraphs(submission.revision.source))
        self.fields["paragraph"].choices = [  # type: ignore[attr-defined]
            ("", "The whole text"),
            *((str(place), f"{place + 1}: {start_of(words)}") for place, words in places),
        ]


class RemarkForm(PlaceForm):
    """A remark, perhaps with wording for its paragraph."""

    text = TextField(
        label="Remark", max_length=REMARK_LIMIT, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    suggestion = TextField(
        label="Suggested wording",
        max_length=WORDING_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="The whole paragraph as it should be, in the same notation.",
    )
    tell = _tell()

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tell"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("suggestion") and said.get("paragraph") is None and not self.errors:
            self.add_error("paragraph", "Choose the paragraph that your wording is for.")
        if not said.get("text") and not said.get("suggestion") and not self.errors:
            self.add_error("text", "Write your remark, or change the wording.")

    def words(self) -> RemarkWords:
        said = self.cleaned_data
        return RemarkWords(said["text"], said["paragraph"], said["suggestion"], list(said["tell"]))


class ReplyForm(Form):
    """A turn of the conversation on a remark."""

    text = TextField(
        label="Reply",
        max_length=REMARK_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write your reply."},
    )
    tell = _tell()

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tell"].queryset = people  # type: ignore[attr-defined]


class AskForm(Form):
    """Who is asked for a view from outside, what, and until when."""

    name = LineField(label="Their name", max_length=120)
    organisation = LineField(
        label="Their organisation", max_length=120, help_text="For example a law firm, or another department."
    )
    email = AddressField(
        label="Their email address",
        max_length=254,
        help_text="The link goes to this address only.",
    )
    question = TextField(
        label="What do you want to know?",
        max_length=REMARK_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what you want to know."},
    )
    days = forms.TypedChoiceField(
        label="The link works for",
        coerce=int,
        empty_value=None,
        required=False,
        choices=[
            ("", f"{WORKING_DAYS} working days"),
            *((days, f"{days} day{'s' if days != '1' else ''}") for days in PERIODS),
        ],
        help_text="It ends sooner when the post is signed, returned or recalled.",
    )

    def adviser(self) -> Adviser:
        said = self.cleaned_data
        return Adviser(said["name"], said["organisation"], said["email"])


class AdviserRemarkForm(PlaceForm):
    """A remark from outside: words about the text, and no wording for it."""

    text = TextField(
        label="Remark",
        max_length=REMARK_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write your remark."},
    )


class AdviceForm(Form):
    """The one advice of a person outside."""

    view = forms.ChoiceField(
        label="Your view of this text",
        choices=View.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose your view of this text."},
    )
    advice = TextField(
        label="Your advice",
        max_length=WORDING_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Needed unless you have no concerns.",
    )

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("view", "no_concerns") != View.NO_CONCERNS and said.get("advice") == "":
            self.add_error("advice", "Say what your concerns are, or why you cannot say.")
