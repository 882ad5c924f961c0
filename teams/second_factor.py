"""The second factor: who needs one, its codes, and its changes, each with an entry of the record and a mail.

django-allauth keeps it as an authenticator app and a set of recovery codes, and says which code is right.
"""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import transaction

from teams import mail, record
from teams.models import Department, User
from teams.permissions import Action, departments_where
from teams.refusals import NotAllowed, NotNow
from teams.roles import NEED_SECOND_FACTOR, Role

APP, CODES = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES
AN_APP, NOTHING = "authenticator app", None  # as the record says it
LAST_STEP = "last_step"  # in an app's data: the newest half minute whose code was used


def is_needed(person: User) -> bool:
    """Whether this person must have a second factor: they sign, administer, or read the record."""
    return settings.SECOND_FACTOR_REQUIRED and (
        person.is_superuser
        or any(held.role in NEED_SECOND_FACTOR for held in person.held)
        or person.signing_groups.exists()
    )


def app_of(person: User) -> Authenticator | None:
    return Authenticator.objects.filter(user=person, type=APP).first()


def codes_left(person: User) -> list[str]:
    """The recovery codes that were not used yet."""
    codes = Authenticator.objects.filter(user=person, type=CODES).first()
    return codes.wrap().get_unused_codes() if codes else []


# Codes of the app


def spend(app: Authenticator, code: str) -> bool:
    """Use up a right code. False if it, or a later one, was used before.

    allauth remembers a used code for half a minute, but with its tolerance takes it for a minute and a half.
    """
    with transaction.atomic():
        locked = Authenticator.objects.select_for_update().filter(pk=app.pk).first()
        if locked is None:
            return False
        step = _step_of(locked, code)
        if step is None or step <= locked.data.get(LAST_STEP, 0):
            return False
        locked.data[LAST_STEP] = step
        locked.save(update_fields=["data"])
        return True


def was_spent(person: User, code: str) -> bool:
    """Whether this is a code of the person's app that was used, or is older than one that was."""
    app = app_of(person)
    if app is None:
        return False
    step = _step_of(app, code)
    return step is not None and step <= app.data.get(LAST_STEP, 0)


def _step_of(app: Authenticator, code: str) -> int | None:
    """The half minute since 1970 whose code this is, of those in which it may be used now."""
    secret = decrypt(app.data["secret"])
    steps = totp.yield_hotp_counters_from_time()
    return next((step for step in steps if _is_code(code, totp.hotp_value(secret, step))), None)


def _is_code(typed: str, value: int) -> bool:
    return bool(totp.compare_user_code(actual=typed, expected=totp.format_hotp_value(value)))


# Changes


@transaction.atomic
def set_up(person: User, *, secret: str, code: str) -> None:
    """Give the person an authenticator app, in the place of the one they have. `code` is its first."""
    _lock(person)
    replaced, _ = Authenticator.objects.filter(user=person, type=APP).delete()
    app = totp.TOTP.activate(person, secret).instance
    spend(app, code)
    RecoveryCodes.activate(person)  # those that the person has stay good
    changes = {"second factor": [AN_APP if replaced else NOTHING, AN_APP]}
    _record("person.second_factor_set", person, by=person, changes=changes)
    mail.send("second_factor_set", [person.email], {"person": person, "replaced": replaced})


@transaction.atomic
def remove(person: User) -> None:
    """Take the person's own second factor away. Whoever needs one can only replace it."""
    _lock(person)
    if is_needed(person):
        raise NotAllowed("Your role needs a second factor. You can replace it, but not remove it.")
    _forget(person)
    changes = {"second factor": [AN_APP, NOTHING]}
    _record("person.second_factor_removed", person, by=person, changes=changes)
    mail.send("second_factor_removed", [person.email], {"person": person})


@transaction.atomic
def reset(person: User, *, by: User | None, reason: str) -> None:
    """Take away the second factor of somebody who has lost it, so that they set up another.

    `by` is None for whoever runs the installation, at the command line.
    """
    _lock(person)
    if by is not None:
        require_manager_of(person, by)
    if not reason.strip():
        raise NotNow("Say why you are resetting the second factor.")
    _forget(person)
    changes = {"second factor": [AN_APP, NOTHING]}
    _record("person.second_factor_reset", person, by=by, reason=reason, changes=changes)
    mail.send("second_factor_reset", [person.email], {"person": person, "by": by, "reason": reason})


@transaction.atomic
def renew_codes(person: User) -> None:
    """Make ten new recovery codes; the old ones stop working."""
    _lock(person)
    if app_of(person) is None:
        raise NotNow("Recovery codes need a second factor. Set one up first.")
    before = len(codes_left(person))
    Authenticator.objects.filter(user=person, type=CODES).delete()
    RecoveryCodes.activate(person)
    changes = {"recovery codes": [before, len(codes_left(person))]}
    _record("person.recovery_codes_made", person, by=person, changes=changes)
    mail.send("recovery_codes_made", [person.email], {"person": person})


@transaction.atomic
def note_used_code(person: User) -> int:
    """Write down that a recovery code was used, and return how many are left."""
    left = len(codes_left(person))
    changes = {"recovery codes": [left + 1, left]}
    _record("person.recovery_code_used", person, by=person, changes=changes)
    mail.send("recovery_code_used", [person.email], {"person": person, "left": left})
    return left


def _lock(person: User) -> None:
    """Let one change of a person's second factor happen at a time."""
    User.objects.select_for_update().get(pk=person.pk)


def _forget(person: User) -> None:
    if app_of(person) is None:
        raise NotNow(f"{person.name} has no second factor.")
    Authenticator.objects.filter(user=person).delete()


def require_manager_of(person: User, by: User) -> None:
    """Raise NotAllowed unless `by` may reset the person's second factor. Nobody resets their own."""
    if person == by:
        raise NotAllowed("You may not reset your own second factor. Ask another administrator.")
    if not manages_all_of(by, person):
        raise NotAllowed("You may reset the second factor only of people whom you manage.")


def manages_all_of(by: User, person: User) -> bool:
    """Whether every role of the person, and every group that they sign for, is where `by` administers."""
    mine = Department.objects.filter(pk__in=departments_where(by, Action.MANAGE_PEOPLE))
    if by.is_superuser:
        return True
    signs_elsewhere = person.signing_groups.exclude(department__in=mine).exists()
    return not signs_elsewhere and User.objects.manageable_by(by, mine).filter(pk=person.pk).exists()


def _record(action: str, person: User, *, by: User | None, **said: Any) -> None:
    subject = record.Subject("person", person.pk, person.name, _home(person))
    record.append(action, subject, by=by, role=_role(person, by), **said)


def _home(person: User) -> Department | None:
    """The department whose auditors read of it."""
    if person.held:
        return person.held[0].in_department
    group = person.signing_groups.select_related("department").first()
    return group.department if group else None


def _role(person: User, by: User | None) -> str:
    """As what somebody acts on a second factor: their own, or that of a person whom they manage."""
    if by is None:
        return "Installation"
    if by.is_superuser:
        return "Platform administrator"
    if by != person:
        return str(Role.DEPARTMENT_ADMIN.label)
    return str(by.held[0]) if by.held else ""
