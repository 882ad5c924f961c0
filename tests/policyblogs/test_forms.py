"""Fields of ours are drawn in one look, clean what is typed, and name themselves in their errors."""

import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.template import engines
from tinyhtml5 import parse

from teams.forms import Form, LineField, TextField

CHOICES = [("a", "Apples"), ("b", "Bread")]


class EveryKind(Form):
    title = LineField(max_length=10, help_text="Keep it short.")
    words = TextField(max_length=2_000, required=False)
    email = forms.EmailField(label="Your email address")
    secret = forms.CharField(widget=forms.PasswordInput(attrs={"placeholder": "secret"}))
    rule = forms.ChoiceField(choices=[("", ""), *CHOICES])
    food = forms.ChoiceField(
        label="What do you eat?", choices=CHOICES, widget=forms.RadioSelect, help_text="One."
    )
    tests = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField(label="I agree")
    picture = forms.FileField()
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("Somebody else was quicker.")


def drawn(form):
    return {
        node.get("id"): node
        for node in parse(str(form), namespace_html_elements=False).iter()
        if node.get("id")
    }


def said(template, **context):
    return engines["django"].from_string(template).render(context)


@pytest.fixture
def wrong():
    return EveryKind({"title": "A title that is long"}, {})


@pytest.mark.parametrize(
    ("id_", "block"),
    [
        ("id_title", "govuk-input"),
        ("id_words", "govuk-textarea"),
        ("id_email", "govuk-input"),
        ("id_secret", "govuk-input"),
        ("id_rule", "govuk-select"),
        ("id_food_0", "govuk-radios__input"),
        ("id_tests_1", "govuk-checkboxes__input"),
        ("id_agreed", "govuk-checkboxes__input"),
        ("id_picture", "govuk-file-upload"),
    ],
)
def test_each_widget_has_the_class_of_its_component(id_, block):
    assert drawn(EveryKind())[id_].get("class") == block


def test_the_browser_neither_stops_the_form_nor_cuts_what_is_pasted():
    assert not {"required", "maxlength", "placeholder"} & {
        name for node in drawn(EveryKind()).values() for name in node.attrib
    }


def test_hint_and_error_describe_the_field(wrong):
    nodes = drawn(wrong)
    described_by = nodes["id_title"].get("aria-describedby").split()
    assert ["".join(nodes[id_].itertext()).strip() for id_ in described_by] == [
        "Keep it short.",
        "Error: Title must be 10 characters or fewer; it has 20",
    ]


def test_hint_and_error_describe_a_set_of_choices(wrong):
    assert 'fieldset" aria-describedby="id_food_helptext id_food_error"' in str(wrong)


def test_a_limit_is_told_beforehand():
    nodes = drawn(EveryKind())
    assert nodes["id_words"].get("aria-describedby") == "id_words_limit"
    assert nodes["id_words_limit"].text == "You can enter up to 2,000 characters"


def test_what_was_too_long_is_kept(wrong):
    assert drawn(wrong)["id_title"].get("value") == "A title that is long"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("email", "Enter your email address"),
        ("rule", "Select rule"),
        ("food", "Answer “What do you eat?”"),
        ("agreed", "Select “I agree”"),
    ],
)
def test_a_missing_answer_is_named(wrong, name, message):
    assert wrong.errors[name] == [message]


def test_the_summary_leads_to_the_first_input_of_each_field(wrong):
    summary = said("{% error_summary form %}", form=wrong)
    assert '<a href="#id_title">' in summary
    assert '<a href="#id_food_0">' in summary
    assert "<li>Somebody else was quicker.</li>" in summary


def test_there_is_no_summary_of_nothing():
    assert said("{% error_summary form %}", form=EveryKind()).strip() == ""


def test_a_label_can_be_larger():
    assert 'class="govuk-label govuk-label--l"' in said(
        "{% field form.title label_size='l' %}", form=EveryKind()
    )


def test_text_of_invisible_characters_is_missing():
    assert EveryKind({"title": "\u200b\x00"}).errors["title"] == ["Enter title"]


def test_control_characters_are_removed_from_what_is_kept_and_what_is_shown():
    form = EveryKind({"title": "One\x00 \t title", "words": "a\r\nb\x07"})
    assert (form["title"].value(), form["words"].value()) == ("One title", "a\nb")
    form.is_valid()
    assert (form.cleaned_data["title"], form.cleaned_data["words"]) == ("One title", "a\nb")


class NotOurs(forms.Form):
    name = forms.CharField(widget=AdminTextInputWidget, max_length=9)


def test_forms_of_the_admin_are_left_alone():
    html = str(NotOurs()["name"])
    assert 'class="vTextField"' in html
    assert 'maxlength="9"' in html
    assert "required" in html


@pytest.mark.django_db
def test_signing_in_has_our_look_and_our_words(client):
    page = client.post("/sign-in/", {"login": ""}).content.decode()
    assert "<title>Error: Sign in " in page
    assert '<a href="#id_password">Enter password</a>' in page
    assert 'class="govuk-input govuk-input--error"' in page
