"""Two texts of one draft on a page: what both say is settled, and where they differ the writer chooses."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from posts.differences import compare_words
from posts.forms import DraftForm
from posts.merging import Choice, Clash
from posts.models import Post
from posts.saved_models import Aside
from posts.saving import CHOSEN, FIELDS, Choices, Together
from teams.forms import LineField
from teams.http import StaffRequest

CHOICE = "choice-"
CHOICES = [(Choice.MINE, "Mine"), (Choice.THEIRS, "Theirs"), (Choice.BOTH, "Both, theirs first")]


def show_both(
    request: StaffRequest, post: Post, data: QueryDict, together: Together, *, aside: Aside | None = None
) -> HttpResponse:
    """Show the clashes of a save, with all that was typed in hidden fields, ready to be sent again."""
    names = {**FIELDS, **CHOSEN}
    made = choices_in(data).made
    clashes = [
        _clash(name, names[name], clash, CHOICES[:2], made) for name, clash in together.clashes.items()
    ]
    clashes += [
        _clash(f"source-{number}", f"Text, place {number + 1}", clash, CHOICES, made)
        for number, clash in enumerate(together.source.clashes)
    ]
    kept = [
        (name, field.cleaned(value) if isinstance(field, LineField) else value)
        for name, field in DraftForm.base_fields.items()
        for value in data.getlist(name)
    ]
    context = {
        "post": post,
        "theirs": together.theirs,
        "clashes": clashes,
        "asked_again": bool(made),
        "kept": kept,
        "mine": data.get("source", ""),
        "aside": aside,
    }
    return render(request, "posts/desk/conflict.html", context, status=200 if aside else 409)


def _clash(
    name: str, label: str, clash: Clash, choices: list[tuple[Choice, str]], made: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "mine": clash.mine,
        "theirs": clash.theirs,
        "pieces": compare_words(clash.theirs, clash.mine),
        "choices": [(value, label, made.get(name) == value) for value, label in choices],
    }


def choices_in(data: QueryDict) -> Choices:
    """What was chosen on the page, and the version of the draft that it showed."""
    onto = data.get("onto", "")
    version = int(onto) if onto.isdecimal() and len(onto) < 10 else 0
    made = {name.removeprefix(CHOICE): str(data[name]) for name in data if name.startswith(CHOICE)}
    return Choices(version, made)
