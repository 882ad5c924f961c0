"""The forms that ask for a code: allauth checks it and counts the wrong ones, and here each works once."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.exceptions import ValidationError

from teams.forms import Form, LineField, OurForm, TextField
from teams.second_factor import APP, spend, was_spent


def _code_field(label: str, help_text: str) -> LineField:
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "govuk-input--width-10"}
    widget = forms.TextInput(attrs=attrs)
    return LineField(label=label, help_text=help_text, max_length=40, widget=widget)


def _one_code() -> LineField:
    return _code_field("Code", "The six digits that your authenticator app shows now, or a recovery code.")


class EachCodeOnce(OurForm):
    """Beside a form of allauth's: refuses a code of the app that was used, and says so."""

    user: Any
    authenticator: Any
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()  # type: ignore[misc]  # allauth's, in the classes below
        except ValidationError as error:
            if error.code == "incorrect_code" and was_spent(self.user, self.cleaned_data["code"]):
                raise get_adapter().validation_error("used_code") from error
            raise
        if self.authenticator.type == APP and not spend(self.authenticator, code):
            raise get_adapter().validation_error("used_code")
        return code


class CodeForm(EachCodeOnce, AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code that follows the password."""

    code = _one_code()


class CodeAgainForm(EachCodeOnce, ReauthenticateForm):  # type: ignore[misc]
    """A code from somebody who has signed in."""

    code = _one_code()


class SetUpForm(OurForm, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator app."""

    code = _code_field("Code from the app", "The six digits that it shows for Policy Blogs.")


class ResetForm(Form):
    """An administrator's reason for resetting somebody's second factor."""

    reason = TextField(
        label="Reason",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Say how you made sure who asked. The person reads it, and it stays in the record.",
        error_messages={"required": "Say why you are resetting the second factor."},
    )
