"""Signing in: with a password, with a second factor where one is needed, and confirming before a signature.

Accounts are made by administrators, so the public sign-up is closed.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_used
from django.conf import settings
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from teams import clock, second_factor
from teams.models import User
from teams.private_keys import cipher_for

# An hour is about as long as somebody works through a queue in one go. Shorter, and people type passwords
# without looking at what asks for them; longer, and it outlasts a lunch break with the screen unlocked.
SITTING = timedelta(minutes=60)
MOMENT = timedelta(minutes=5)  # after signing in, in which the pages of the second factor do not ask again

SHOWN = "second_factor_shown"  # in a session: the key of the authenticator app that it was shown
KEPT = "kept_answers"  # in a session: what was typed on a page before it asked to confirm
PURPOSE = "second factors"  # of the key that encrypts them
WAIT = "Too many wrong tries. Wait five minutes, then try again."

SET_UP, SHOW = "second_factor_set_up", "mfa_reauthenticate"
# What else opens to a session that must first go to one of these two pages.
OPEN_BEFORE = {
    SET_UP: {SET_UP, "second_factor_picture", "account_reauthenticate", "account_change_password"},
    SHOW: {SHOW, "account_change_password"},
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Our answers to allauth's questions, and our words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The email address or the password is not right",
        "incorrect_password": "That is not your password",
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has signed in a moment ago is not asked for the same again."""
        records = get_authentication_records(self.request, self.request.user)
        return not _is_within(MOMENT, records)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The same, of second factors. Secrets are encrypted in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That code is not right. Enter the one that your app shows now.",
        "used_code": "That code was used already. Wait until your app shows the next one.",
    }

    def encrypt(self, text: str) -> str:
        return cipher_for(PURPOSE).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher_for(PURPOSE).decrypt(encrypted_text.encode()).decode()


# The second factor of a session


def step_before(request: HttpRequest, name: str) -> str:
    """The page that this session must go to before the address `name` opens, or nothing.

    Having a second factor is not enough: the session itself must have shown it. One that was opened with
    the password alone, before there was an app, is asked for a code.
    """
    if not settings.SECOND_FACTOR_REQUIRED:
        return ""
    step = _step(request)
    return step if step and name not in OPEN_BEFORE[step] else ""


def _step(request: HttpRequest) -> str:
    person = _person(request)
    app = second_factor.app_of(person)
    if app:
        return "" if is_shown(request, app) else SHOW
    return SET_UP if second_factor.is_needed(person) else ""


def is_shown(request: HttpRequest, app: Authenticator) -> bool:
    return bool(request.session.get(SHOWN) == app.pk)


def note_shown(request: HttpRequest, person: User) -> None:
    """Keep in the session that it was shown a right code. It goes on under a new key."""
    app = second_factor.app_of(person)
    if app and not is_shown(request, app):
        request.session[SHOWN] = app.pk
        request.session.cycle_key()


@receiver(authenticator_used)
def note_use(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    note_shown(request, user)
    if authenticator.type == second_factor.CODES:
        left = second_factor.note_used_code(user)
        again = "If you have lost your phone, replace your authenticator app."
        messages.warning(request, f"You used a recovery code, and have {left} left. {again}")


# Confirming


def confirmed_recently(request: HttpRequest) -> bool:
    """Whether the person typed their password or a code again in this session, in this sitting."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return True
    records = get_authentication_records(request, request.user)
    return _is_within(SITTING, [record for record in records if record.get("reauthenticated")])


def require_confirmation(request: HttpRequest, *, keep: Iterable[str] = ()) -> HttpResponse | None:
    """The answer that leads to confirming, or nothing where that was done in this sitting.

    The person comes back to the page that they sent. What they typed in the fields named in `keep` waits in
    their session, for that page to show again from `kept_answers`. An address carries none of it: a link
    could be made that answers for them.
    """
    if confirmed_recently(request):
        return None
    messages.info(request, "Nothing is signed yet. Confirm that it is you, then press Sign again.")
    typed = {name: request.POST[name] for name in keep if name in request.POST}
    request.session[KEPT] = {"path": request.path, "typed": typed}
    return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")


def kept_answers(request: HttpRequest) -> dict[str, str]:
    """What this person had typed on this page when they were asked to confirm: given back once."""
    kept = request.session.get(KEPT)
    if not kept or kept["path"] != request.path:
        return {}
    del request.session[KEPT]
    return dict(kept["typed"])


def _is_within(time: timedelta, records: list[dict[str, Any]]) -> bool:
    return bool(records) and clock.now().timestamp() - records[-1]["at"] < time.total_seconds()


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101  # the gate has asked
    return request.user
