"""Exporting entries for a request for information, with the personal data of others struck out.

The rule: roles stay, names of people who are not in scope become "Person 1", "Person 2"..., the same person
the same number in one bundle. In every text, addresses and numbers that lead to a person are struck out.
"""

import csv
import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import TextIOWrapper
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django import forms
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone

from teams import clock, record
from teams.chain import EXPUNGED, moment
from teams.forms import Form, TextField
from teams.models import Department, Entry, User
from teams.querysets import EntryQuerySet
from teams.record import Subject
from teams.record_words import changes_in_words, in_words
from teams.refusals import NotNow
from teams.roles import Role
from teams.striking import Pseudonyms

AT_MOST = 20_000  # entries in a bundle: made while somebody waits, in well under a minute
IN_MEMORY = 5_000_000  # bytes; a larger bundle is made in a temporary file
COLUMNS = (
    "entry",
    "when",
    "what",
    "about",
    "post",
    "who",
    "role",
    "why",
    "from and to",
    "previous",
    "digest",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the last four as wide as they look


@dataclass(frozen=True)
class Selection:
    """The entries that an auditor looked for, and how."""

    entries: EntryQuerySet
    asked: dict[str, str]

    @cached_property
    def count(self) -> int:
        return self.entries.count()

    @property
    def why_not(self) -> str:
        """Why these entries cannot be exported, or nothing."""
        if not self.count:
            return "There are no entries to export. Look for others."
        if self.count > AT_MOST:
            return f"These are {self.count:,} entries, and a bundle holds {AT_MOST:,}. Look for fewer."
        return ""

    def people(self) -> dict[int, str]:
        """The people in the entries, by their numbers: whoever decided, and whom it was about."""
        if self.why_not:
            return {}
        return {person: name for name, person in sorted(self.names().items()) if name}

    def names(self) -> dict[str, int]:
        """Every name that somebody in the entries has or had, with the number of the person."""
        plain = self.entries.order_by()
        acted = plain.values_list("details__actor_label", "details__actor_id")
        met = plain.filter(subject_kind="person").values_list("details__subject_label", "subject_id")
        return {name: person for name, person in [*acted.distinct(), *met.distinct()] if person}


class ExportForm(Form):
    """What the bundle is for, and whose names stay in it."""

    why = TextField(
        label="What is it for?",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example the reference of the request. The record keeps this.",
        error_messages={"required": "Say what the bundle is for"},
    )
    people = forms.TypedMultipleChoiceField(
        label="Whose names stay?",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="People whose part is a public matter, such as senior civil servants. Everybody else "
        "becomes “Person 1”, “Person 2” and so on. Roles stay.",
    )

    def __init__(self, *args: Any, people: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = list(people.items())  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Bundle:
    """A ZIP ready to be sent."""

    file: IO[bytes]
    name: str


def export(selection: Selection, *, by: User, why: str, people: Collection[int]) -> Bundle:
    """Make the bundle, and write into the record of each department concerned that it was made."""
    if selection.why_not:
        raise NotNow(selection.why_not)
    names = selection.names()
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # closed by the answer that sends it
    with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
        _write(bundle, selection, Pseudonyms(_all_names(names, people), people))
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    in_scope = sorted(name for name, person in names.items() if person in people)
    _record(selection, by, why, {"names that stay": ", ".join(in_scope), "SHA-256 of the file": digest})
    return Bundle(file, f"record-{timezone.localdate(clock.now())}.zip")


def _all_names(names: dict[str, int], in_scope: Collection[int]) -> dict[str, int]:
    """The names of everybody: texts name people who did nothing in these entries. Where two people have one
    name, it is that of the one whose name must not stay."""
    everybody = [*User.objects.values_list("name", "pk"), *names.items()]
    return dict(sorted(everybody, key=lambda pair: pair[1] not in in_scope))


def _write(bundle: ZipFile, selection: Selection, who: Pseudonyms) -> None:
    """Write each file of the bundle entry by entry. The spreadsheet comes first, and decides who is who."""
    last = selection.entries.order_by("-number").values_list("number", flat=True)[0]
    entries = selection.entries.filter(number__lte=last).order_by("number")
    with _text(bundle, "entries.csv", "utf-8-sig") as text:  # or spreadsheets take it for another encoding
        lines = csv.writer(text)
        lines.writerow(COLUMNS)
        lines.writerows([_cell(value) for value in _line(told)] for told in _told(entries, who))
    with _text(bundle, "entries.json", "utf-8") as text:
        for place, told in enumerate(_told(entries, who)):
            text.write(("[\n" if place == 0 else ",\n") + json.dumps(told, ensure_ascii=False))
        text.write("\n]\n")
    context = {"selection": selection, "made_at": clock.now(), "people": len(who.numbers)}
    bundle.writestr("README.txt", render_to_string("record/export_readme.txt", context))


def _text(bundle: ZipFile, name: str, encoding: str) -> TextIOWrapper:
    return TextIOWrapper(bundle.open(name, "w"), encoding=encoding, newline="")


def _told(entries: EntryQuerySet, who: Pseudonyms) -> Iterator[dict[str, Any]]:
    """What the bundle tells of each entry."""
    expunged = set(Entry.objects.filter(action=EXPUNGED).values_list("subject_id", flat=True))
    for entry in entries.iterator(1_000):
        told = {"entry": entry.number, "when": moment(entry.at), "what": in_words(entry.action)}
        said = {"expunged": True} if entry.number in expunged else _said(entry, who)
        yield {**told, **said, "post": entry.post_id, "previous": entry.previous, "digest": entry.digest}


def _said(entry: Entry, who: Pseudonyms) -> dict[str, Any]:
    details = entry.details
    is_person = entry.subject_kind == "person"
    about = (
        who.name(entry.subject_id, details.subject_label)
        if is_person
        else f"{entry.subject_kind} {entry.subject_id}: {who.strike(details.subject_label)}"
    )
    return {
        "about": about,
        "who": who.name(details.actor_id, details.actor_label) if details.actor_id else details.actor_label,
        "role": details.actor_role,
        "why": who.strike(details.reason),
        "from and to": who.strike_all(details.changes),
    }


def _line(told: dict[str, Any]) -> Iterator[Any]:
    for column in COLUMNS:
        value = told.get(column, "[expunged]" if "expunged" in told else "")
        yield changes_in_words(value) if isinstance(value, dict) else value


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


@transaction.atomic
def _record(selection: Selection, by: User, why: str, more: dict[str, str]) -> None:
    asked = ", ".join(f"{name}: {value}" for name, value in selection.asked.items()) or "everything"
    changes = {
        name: [None, value]
        for name, value in {"looked for": asked, "entries": selection.count, **more}.items()
    }
    concerned = selection.entries.order_by().values(concerned=F("department_id"))
    for department in Department.objects.filter(pk__in=concerned):
        subject = Subject("department", department.pk, f"the record of {department}", department)
        role = f"{Role.AUDITOR.label}, {department}"
        record.append("record.exported", subject, by=by, role=role, reason=why, changes=changes)
