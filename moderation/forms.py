"""The forms of sign-off."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moderation.models import Attestation, Signature, Submission
from moderation.signing import PARLIAMENT_ASKED, TESTS, Answers
from moderation.submitting import Statement, Timing, refuse_timing
from moderation.workflow import CHOSEN_PLANS, Plan
from posts.models import Post, Withdrawal
from teams.forms import Form, TextField, moment
from teams.models import User
from teams.refusals import NotNow
from teams.saying import LONDON

YES_NO = [("yes", "Yes"), ("no", "No")]


def _yes_no(label: str, help_text: str, *, missing: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )


class VersionForm(Form):
    """Which save of the draft the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)


class AttestForm(Form):
    """A named author's statement."""

    wrote_it = forms.BooleanField(
        label="I wrote this post myself",
        error_messages={
            "required": "Confirm that you wrote this post. Only its writers may be in the byline."
        },
    )
    ai_use = forms.ChoiceField(
        label="How was generative AI used?",
        choices=Attestation.AIUse.choices,
        widget=forms.RadioSelect,
        help_text="Press officers and readers will see your answer.",
        error_messages={"required": "Choose how generative AI was used."},
    )
    new_policy = _yes_no(
        "Does this post announce new policy?",
        "The most important announcements go to Parliament first.",
        missing="Say whether this post announces new policy.",
    )
    unreleased_statistics = _yes_no(
        "Does it hold statistics that have not been released?",
        "Nothing may hint at official statistics early. A post that holds some needs a statistics embargo.",
        missing="Say whether it holds statistics that have not been released.",
    )

    def statement(self) -> Statement:
        data = self.cleaned_data
        return Statement(
            ai_use=Attestation.AIUse(data["ai_use"]),
            new_policy=data["new_policy"] == "yes",
            unreleased_statistics=data["unreleased_statistics"] == "yes",
        )


def last_answers(post: Post, person: User) -> dict[str, str]:
    """What this person answered for the last revision. That they wrote the text, they say anew."""
    last = Attestation.objects.filter(revision__post=post, person=person).order_by("-pk").first()
    if last is None:
        return {}
    said = {"new_policy": last.new_policy, "unreleased_statistics": last.unreleased_statistics}
    return {"ai_use": last.ai_use, **{name: "yes" if answer else "no" for name, answer in said.items()}}


class TimingForm(Form):
    """When the post goes live once every step has signed it."""

    plan = forms.ChoiceField(
        label="When should it go live?",
        choices=[(plan, plan.label) for plan in CHOSEN_PLANS],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose when the post should go live."},
    )
    day = forms.DateField(
        label="Day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "govuk-input--width-10"}, format="%Y-%m-%d"),
        help_text="Only for a set time.",
        error_messages={"invalid": "Enter the day as a date, such as 2026-03-27."},
    )
    hour = forms.TimeField(
        label="Time",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time", "class": "govuk-input--width-5"}, format="%H:%M"),
        help_text="London time, such as 09:30.",
        error_messages={"invalid": "Enter the time in hours and minutes, such as 09:30."},
    )

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if self.cleaned_data.get("plan") == Plan.AT and not self.errors:
            for name, what in [("day", "day"), ("hour", "time")]:
                if not self.cleaned_data.get(name):
                    self.add_error(name, f"Enter the {what} of release.")
            if not self.errors:
                self._check_moment()
        return data

    def _check_moment(self) -> None:
        try:
            refuse_timing(self.timing())
        except ValidationError as refusal:
            self.add_error("hour", refusal)
        except NotNow as refusal:
            self.add_error("day", str(refusal))

    def timing(self) -> Timing:
        """What was chosen; the moment in London's time."""
        data = self.cleaned_data
        if data["plan"] != Plan.AT:
            return Timing(Plan(data["plan"]))
        return Timing(Plan.AT, moment(data["day"], data["hour"]))


def timing_of(submission: Submission) -> dict[str, Any]:
    """What the form starts with: the plan as it stands; one that a freeze held is to be chosen anew."""
    plan = "" if submission.plan == Plan.HELD else submission.plan
    if not submission.release_at:
        return {"plan": plan}
    local = submission.release_at.astimezone(LONDON)
    return {"plan": plan, "day": local.date(), "hour": local.time()}


class SubmitterForm(TimingForm, VersionForm):
    """The submission of a draft by somebody who is not in its byline."""


class SubmitForm(AttestForm, TimingForm, VersionForm):
    """The submission of a draft by one of its named authors."""


class SignForm(Form):
    """The four tests of government publicity and, where new policy is announced, Parliament."""

    relevant = _yes_no(
        "Relevant", "To the department's responsibilities.", missing="Say whether it is relevant."
    )
    objective = _yes_no(
        "Objective and explanatory",
        "It informs, and does not argue for the government.",
        missing="Say whether it is objective and explanatory.",
    )
    impartial = _yes_no(
        "Not party-political",
        "Nor open to being taken as such.",
        missing="Say whether it is free of party politics.",
    )
    economical = _yes_no(
        "Economical", "A sensible use of public money.", missing="Say whether it is economical."
    )
    parliament = forms.ChoiceField(
        label="New policy: has Parliament been told?",
        choices=[choice for choice in Signature.Parliament.choices if choice[0]],
        widget=forms.RadioSelect,
        error_messages={"required": PARLIAMENT_ASKED},
    )
    note = TextField(
        label="Note for the record",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, asks_parliament: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_parliament:
            del self.fields["parliament"]

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        for name, words in TESTS.items():
            if self.cleaned_data.get(name) == "no":
                self.add_error(
                    name, f"You answered that it is not {words}. Return it instead, with the reason."
                )
        is_exempt = self.cleaned_data.get("parliament") == Signature.Parliament.NOT_NEEDED
        if is_exempt and not self.cleaned_data.get("note"):
            self.add_error("note", "Say why this need not go to Parliament first.")
        return data

    def answers(self) -> Answers:
        data = self.cleaned_data
        return Answers(
            **{name: data[name] == "yes" for name in TESTS},
            parliament=Signature.Parliament(data.get("parliament", "")),
            note=data["note"],
        )


class ReturnForm(Form):
    """A press officer's reasons for returning a post."""

    reasons = TextField(
        label="Reasons",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="The authors see this, and it stays in the record. Say what to change and why.",
        error_messages={
            "required": "Say why you are returning the post, so that its authors know what to change."
        },
    )


class WithdrawForm(Form):
    """The reason for taking a live post down."""

    reason = forms.ChoiceField(
        label="Reason that readers will see",
        choices=Withdrawal.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reason that readers will see."},
    )
    why = TextField(
        label="Explanation for the record",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Readers do not see this.",
        error_messages={"required": "Explain the withdrawal for the record."},
    )


class CancelForm(Form):
    """Why a release is given up."""

    reason = TextField(
        label="Reason for the record",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the release is cancelled."},
    )
