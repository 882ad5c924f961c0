"""The forms of commenting and of deciding comments."""

from django import forms

from comments.models import BODY_LIMIT, Comment
from comments.receiving import CommentWords
from comments.workflow import HouseRule
from teams.forms import AddressField, Form, LineField, TextField


class CommentForm(Form):
    """What a reader sends. Nothing but the comment and the house rules is required."""

    body = TextField(
        label="Your comment",
        max_length=BODY_LIMIT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Plain text. Web addresses become links.",
        error_messages={"required": "Write your comment."},
    )
    name = LineField(
        label="Your name (optional)",
        max_length=80,
        required=False,
        help_text="Readers see it. Leave it empty to be shown as Anonymous.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    perspective = forms.ChoiceField(
        label="Where you speak from (optional)",
        choices=[("", "I would rather not say"), *Comment.Perspective.choices],
        required=False,
        help_text="Readers see it.",
    )
    organisation = LineField(
        label="Your organisation (optional)", max_length=120, required=False, help_text="Readers see it."
    )
    email = AddressField(
        label="Your email address (optional)",
        max_length=254,
        required=False,
        help_text="Readers never see it.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    notify = forms.BooleanField(label="Email me when my comment has been decided", required=False)
    house_rules = forms.BooleanField(
        label="My comment keeps to the house rules",
        error_messages={"required": "Read the house rules and confirm that your comment keeps to them."},
    )
    website = LineField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        if (
            self.cleaned_data.get("notify")
            and not self.cleaned_data.get("email")
            and "email" not in self.errors
        ):
            self.add_error("email", "Enter the email address that we should write to, or untick the box.")

    def words(self) -> CommentWords:
        fields = ("body", "name", "email", "perspective", "organisation", "notify")
        return CommentWords(**{name: self.cleaned_data[name] for name in fields})


class DecisionForm(Form):
    """A moderator's decision. `seen` is the state of the comment that they were looking at."""

    decision = forms.ChoiceField(
        label="Decision",
        choices=[("publish", "Publish"), ("decline", "Do not publish"), ("spam", "Mark as spam")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a decision."},
    )
    rule = forms.ChoiceField(
        label="House rule, if you do not publish",
        choices=[("", "Choose the rule that the comment breaks"), *HouseRule.choices],
        required=False,
        help_text="The commenter sees it.",
    )
    note = TextField(
        label="Note for the record (optional)",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = LineField(widget=forms.HiddenInput)

    def offer(self, decisions: set[str]) -> None:
        """Show these decisions only. One that was chosen while it was possible still reaches its verb."""
        field = self.fields["decision"]
        field.choices = [choice for choice in field.choices if choice[0] in decisions]  # type: ignore[attr-defined]

    def clean(self) -> None:
        if self.cleaned_data.get("decision") == "decline" and not self.cleaned_data.get("rule"):
            self.add_error("rule", "Choose the house rule that the comment breaks.")


class OfficialReplyForm(Form):
    """The team's public answer to a comment."""

    body = TextField(
        label="Official reply",
        max_length=BODY_LIMIT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Published at once beneath the comment, with your name and role.",
        error_messages={"required": "Write the reply."},
    )
