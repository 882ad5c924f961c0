"""What the component page shows: every component in every state, with invented contents. No database."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.utils import timezone

from posts import rendering
from posts.differences import Change, Piece
from teams.forms import AddressField, Form, LineField, MomentField, TextField

COLOURS = ("", "grey", "green", "teal", "purple", "magenta", "red", "orange", "yellow")
ANSWERS = [("near", "Near the river"), ("far", "Away from the river"), ("both", "Both")]
LONG = "The towpath between the two locks was closed for longer than anybody had planned. " * 6

MARKDOWN = """
A paragraph with **strong**, *emphasised* and `fixed` words, [a link](https://example.org/a), a footnote[^1]
and a word that has no place to break: riparianresponsibilitiesandentitlementsregister.

## A heading of a section

- A list of things
- with a second thing
    - and a thing within it
    - and another

1. First, look
2. then measure

### A heading within the section

> We asked for two quotations. Nobody within thirty miles would give one.

| Form | Started | Finished |
|------|---------|----------|
| 6 pages | 3,120 | 2,402 |
| 14 pages | 3,045 | 1,371 |

#### A heading within that

    river = level(gauge) - level(datum)

---

The last paragraph.

[^1]: A footnote says where a figure comes from.
"""


class Fields(Form):
    """One field of each kind."""

    line = LineField(label="Title")
    address = AddressField(label="Email")
    password = LineField(label="Password", widget=forms.PasswordInput)
    text = TextField(
        label="Summary", max_length=2_000, shows_limit=True, widget=forms.Textarea(attrs={"rows": 4})
    )
    choice = forms.ChoiceField(label="Place", choices=[("", "Choose a place"), *ANSWERS])
    radios = forms.ChoiceField(label="Where do you live?", choices=ANSWERS, widget=forms.RadioSelect)
    boxes = forms.MultipleChoiceField(
        label="Where do you work?", choices=ANSWERS, widget=forms.CheckboxSelectMultiple
    )
    moment = MomentField(label="When does it start?")
    tick = forms.BooleanField(label="Tell me what you decide")
    file = forms.FileField(label="Picture")


class FieldsWithHints(Fields):
    """The same, each with a hint."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.help_text = "A hint helps those who do not know what to answer."


class ReasonsForm(Form):
    """As on the press desk."""

    reasons = TextField(label="Reasons", max_length=10_000, widget=forms.Textarea(attrs={"rows": 4}))


def specimens() -> dict[str, object]:
    """Return the context of templates/components_page.html."""
    answers = {"address": "reader@example.org", "choice": "near", "radios": "far", "boxes": ["near", "far"]}
    filled = {"line": "A week with lock-keepers", "text": "What we learned.", "tick": "on", **answers}
    wrong = FieldsWithHints({"wrong-address": "no address", "wrong-text": LONG * 5}, prefix="wrong")
    return {
        "states": [
            ("Empty", Fields(prefix="empty")),
            ("With a hint", FieldsWithHints(prefix="hint")),
            ("Filled in", Fields(prefix="filled", initial=filled)),
            (
                "Long",
                Fields(
                    prefix="long", initial={"line": LONG, "text": LONG, "address": "a" * 80 + "@example.org"}
                ),
            ),
        ],
        "wrong": wrong,
        "colours": COLOURS,
        "form_of_verdict": ReasonsForm(prefix="verdict"),
        "messages": [
            Message(messages.SUCCESS, "The draft is saved."),
            Message(messages.WARNING, "Somebody else saved this draft while you were writing."),
        ],
        **_posts(),
        **_comments(),
        **_desk(),
    }


def _posts() -> dict[str, object]:
    now = timezone.now()
    byline = [
        SimpleNamespace(name="Nadia Farrow", role="Policy adviser, flood warnings"),
        SimpleNamespace(name="Tomos Gwilt", role="Head of flood resilience policy"),
    ]
    text = SimpleNamespace(
        title="What our flood sensors get wrong, and how we know",
        summary="We checked a year of river level readings. Most were sound. The rest are in this post.",
        byline=byline,
        html=rendering.render(MARKDOWN, {}).html,
    )
    teams = [
        SimpleNamespace(
            pk=key,
            name=name,
            slug="blog",
            purpose="How people, homes and warnings can be made ready for floods",
            department=SimpleNamespace(name="Department for Rivers and Coasts"),
            get_absolute_url="#blog",
        )
        for key, name in enumerate(("Sea", "Moss", "Plum", "Clay", "Slate", "Heath"))
    ]
    released = {
        "first_released_at": now - dt.timedelta(days=40),
        "last_released_at": now - dt.timedelta(days=2),
    }
    post = SimpleNamespace(team=teams[0], live_revision=text, get_absolute_url="#post", **released)
    return {"text": text, "post": post, "teams": teams, "tags": ["evidence", "questions", "floods"]}


def _comment(reference: str, name: str, **more: object) -> SimpleNamespace:
    usual = {
        "is_removed": False,
        "shown_perspective": "Front line",
        "organisation": "Lower Mere Parish Council",
        "received_at": timezone.now() - dt.timedelta(days=3),
        "html": "<p>In my experience the gauge at the mill reads high after a storm.</p>",
        "official_replies": SimpleNamespace(all=[]),
    }
    return SimpleNamespace(**(usual | {"reference": reference, "shown_name": name} | more))


def _comments() -> dict[str, object]:
    reply = SimpleNamespace(
        name="Nadia Farrow",
        role="Policy adviser, flood warnings",
        replied_at=timezone.now() - dt.timedelta(days=1),
        html="<p>Thank you. We looked at that gauge, and you are right.</p>",
    )
    removed = {
        "is_removed": True,
        "decided_at": timezone.now(),
        "get_house_rule_display": "Do not give away personal details",
    }
    answered = _comment("SPECIMEN1", "Ffion Adair", official_replies=SimpleNamespace(all=[reply]))
    answer = _comment("SPECIMEN2", "Anonymous", shown_perspective="", organisation="")
    return {"threads": [(answered, [answer]), (_comment("SPECIMEN3", "Removed", **removed), [])]}


def _desk() -> dict[str, object]:
    now = timezone.now()
    pieces = [Piece("same", "The form has "), Piece("removed", "6 pages"), Piece("added", "14 pages")]
    standing = SimpleNamespace(label="With the press office", colour="blue", turn="Press office", since=now)
    return {
        "comparison": {"title": "What changed since revision 1", "changes": [Change("Text", [pieces])]},
        "no_comparison": {"title": "What changed since revision 2", "changes": []},
        "events": [
            {
                "title": "Revision 1 returned",
                "by": "Kwame Lindqvist",
                "at": now,
                "text": "Say whose figure it is.",
            },
            {"title": "Revision 1 submitted", "by": "Nadia Farrow", "at": now - dt.timedelta(days=1)},
            {"title": "Started", "at": now - dt.timedelta(days=12)},
        ],
        "facts": [("Reason", "Published in error"), ("Published", "3 June 2026")],
        "nav_items": [
            {"label": "Desk", "url": "#desk", "current": True},
            {"label": "Comments", "url": "#comments", "current": False},
        ],
        "tasks": [
            {
                "url": "#a",
                "title": "A week with lock-keepers",
                "hint": "Returned",
                "label": "Returned",
                "colour": "orange",
            },
            {"url": "#b", "title": "5 comments wait for a decision", "label": "1 late", "colour": "red"},
        ],
        "lists": [("waiting", "Waiting"), ("ended", "Ended")],
        "desk_lists": [("waiting", "To claim", 3), ("claimed", "Claimed by me", 0), ("ended", "Ended", None)],
        "standing": standing,
        "revision": {"fingerprint": "9f2c" * 16},
    }
