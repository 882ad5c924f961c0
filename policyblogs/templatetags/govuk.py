"""The tags and filters that every template may use without loading them."""

from collections.abc import Iterator
from itertools import zip_longest

from django import template
from django.conf import settings
from django.forms import BaseForm, MultiWidget
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from teams.saying import said_date, said_hour, said_time, said_when

register = template.Library()
CHARACTERS = ("sea", "moss", "plum", "clay", "slate", "heath")  # in policyblogs.css


@register.simple_tag
def govuk_brand() -> bool:
    """Whether pages look like GOV.UK; error pages have no context processor to tell them."""
    return bool(settings.GOVUK_BRAND)


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, object]:
    """Every error of the forms, each with a link to its field. Nothing, when there is none."""
    return {"problems": [problem for form in forms for problem in _problems(form)]}


@register.simple_tag
def field(bound_field: BoundField, *, label_size: str = "") -> SafeString:
    """A field with its label in another size: s, m, l or xl."""
    return bound_field.render(context={**bound_field.get_context(), "label_size": label_size})


@register.inclusion_tag("components/tag.html")
def status_tag(label: str, colour: str = "") -> dict[str, str]:
    """Colours: grey, green, teal, purple, magenta, red, orange and yellow; blue when none is given."""
    return {"label": label, "colour": colour}


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*labels_and_urls: str) -> dict[str, object]:
    """A label and an address in turn; a label without address, last, is the page itself."""
    return {"crumbs": zip_longest(labels_and_urls[::2], labels_and_urls[1::2])}


@register.simple_block_tag
def inset(content: str) -> SafeString:
    return _component("inset_text", content=content)


@register.simple_block_tag
def details(content: str, summary: str) -> SafeString:
    """Text that opens on demand."""
    return _component("details", content=content, summary=summary)


for saying in (said_date, said_hour, said_time, said_when):
    register.filter(saying.__name__, saying)


@register.filter
def field_named(form: BaseForm, name: str) -> BoundField:
    """The field of a form by its name, for pages that lay some of them out on their own."""
    return form[name]


@register.filter
def character(key: int) -> str:
    """The look of a blog, which its team's key decides for good; neighbours differ."""
    return CHARACTERS[key % len(CHARACTERS)]


def _problems(form: BaseForm) -> Iterator[tuple[str, str]]:
    """Pairs of the id to go to, which is empty for an error of the whole form, and the message."""
    for error in form.non_field_errors():
        yield "", str(error)
    for bound_field in form:
        for error in bound_field.errors:
            yield _id_of_first_input(bound_field), str(error)


def _id_of_first_input(bound_field: BoundField) -> str:
    if bound_field.is_hidden:
        return ""
    if isinstance(bound_field.field.widget, MultiWidget):
        return f"{bound_field.auto_id}_0"  # of its boxes, which Django numbers
    choices = bound_field.subwidgets if bound_field.use_fieldset else []
    return choices[0].id_for_label if choices else bound_field.id_for_label


def _component(name: str, **context: object) -> SafeString:
    return render_to_string(f"components/{name}.html", context)
