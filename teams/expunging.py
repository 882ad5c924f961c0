"""Expunging: the words of an entry go, by two people; that it was there, and its digest, stay in the chain.

One auditor asks, another agrees. Both are in the record, and neither entry says again what went.
"""

from django.db import transaction

from teams import mail, record
from teams.chain import ASKED_IN, BLANK, EXPUNGE_ASKED, EXPUNGED
from teams.models import Department, Entry, EntryDetails, User
from teams.permissions import Action, departments_where
from teams.record import Subject
from teams.refusals import NotAllowed, NotNow
from teams.roles import Role


def asked(entry: Entry) -> Entry | None:
    """The newest entry that asks for this one to be expunged, if there is any."""
    return Entry.objects.filter(action=EXPUNGE_ASKED, **_about(entry)).first()


def is_expunged(entry: Entry) -> bool:
    return Entry.objects.filter(action=EXPUNGED, **_about(entry)).exists()


def _about(entry: Entry) -> dict[str, object]:
    return {"subject_kind": "entry", "subject_id": entry.number}


def why_not(entry: Entry, person: User) -> str:
    """Say why this auditor can neither ask for the entry to be expunged nor agree to it, or nothing."""
    if entry.action in (EXPUNGE_ASKED, EXPUNGED):
        return "What tells of expunging stays in the record."
    if is_expunged(entry):
        return f"Entry {entry.number} is expunged already."
    ask = asked(entry)
    if ask and ask.details.actor_id == person.pk:
        return "You asked for this yourself, so another auditor must agree."
    return ""


@transaction.atomic
def ask_to_expunge(entry: Entry, *, by: User, reason: str) -> Entry:
    """Ask for the words of an entry to go. The reason must not say them again."""
    department = _audited(entry, by)
    record.end_of_chain()  # nobody else asks or agrees meanwhile
    if refusal := why_not(entry, by):
        raise NotNow(refusal)
    if asked(entry):
        raise NotNow(f"Somebody has asked already for entry {entry.number} to be expunged.")
    if not reason.strip():
        raise NotNow("Say why the entry should be expunged, without saying what it says.")
    subject, role = _subject(entry, department), f"{Role.AUDITOR.label}, {department}"
    ask = record.append(EXPUNGE_ASKED, subject, by=by, role=role, reason=reason)
    context = {"entry": entry, "by": by, "reason": reason}
    mail.send("expunge_asked", [person.email for person in _auditors(department, but=by)], context)
    return ask


@transaction.atomic
def expunge(ask: Entry, *, by: User) -> Entry:
    """Agree to what another auditor asked for: the words go now, for good."""
    entry = Entry.objects.get(pk=ask.subject_id)
    department = _audited(entry, by)
    record.end_of_chain()
    refusal = why_not(entry, by)
    if by.pk == ask.details.actor_id:
        raise NotAllowed(refusal)
    if refusal:
        raise NotNow(refusal)
    subject, role = _subject(entry, department), f"{Role.AUDITOR.label}, {department}"
    changes = {ASKED_IN: [None, ask.number], "asked by": [None, ask.details.actor_label]}
    done = record.append(EXPUNGED, subject, by=by, role=role, reason=ask.details.reason, changes=changes)
    EntryDetails.objects.filter(pk=entry.pk).update(**BLANK)
    return done


def _audited(entry: Entry, by: User) -> Department:
    """The department of the entry, of which this person must be an auditor."""
    audited = departments_where(by, Action.READ_RECORD) if by.is_active else set()
    if entry.department_id is None or entry.department_id not in audited:
        raise NotAllowed("Only auditors of its department may have an entry expunged.")
    return Department.objects.get(pk=entry.department_id)


def _auditors(department: Department, *, but: User) -> list[User]:
    held = {"roles_held__role": Role.AUDITOR, "roles_held__department": department}
    return list(User.objects.filter(is_active=True, **held).exclude(pk=but.pk))


def _subject(entry: Entry, department: Department) -> Subject:
    """The entry, without a word of what it says."""
    return Subject("entry", entry.number, str(entry), department, entry.post_id)
