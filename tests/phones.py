"""An authenticator app as a phone has one, and browsers of people who sign in with it."""

import base64
import hashlib
import hmac
import struct
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client

from teams import second_factor
from tests.conftest import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SET_UP = "/sign-in/second-factor/set-up/"
SIGNED_IN = "allauth.account.auth_backends.AuthenticationBackend"
WRONG = "00000000000"  # too long to be anybody's


def code_at(secret, step):
    """RFC 4226, of the time step that RFC 6238 counts."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1)
    place = digest[-1] & 15
    return f"{(int.from_bytes(digest[place : place + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


def code(later=0, secret=SECRET):
    """What the app shows now; or `later` steps of half a minute on, which is taken for one step."""
    return code_at(secret, int(time.time()) // 30 + later)


def give_phone(person):
    """Let the person have an authenticator app and recovery codes, as if set up long ago."""
    app = TOTP.activate(person, SECRET).instance
    RecoveryCodes.activate(person)
    return app


def recovery_code(person):
    return second_factor.codes_left(person)[0]


def apps_of(person):
    return Authenticator.objects.filter(user=person, type=second_factor.APP).count()


def with_password(person, browser=None, password=PASSWORD):
    """The browser of somebody who has typed their password, and nothing else."""
    browser = browser or Client(raise_request_exception=False)
    browser.post("/sign-in/", {"login": person.email, "password": password})
    return browser


def with_code(person, typed=None):
    """The browser of somebody who has signed in with both."""
    browser = with_password(person)
    response = browser.post("/sign-in/code/", {"code": typed or code()})
    assert response.status_code == 302, response.content
    return browser


def forced(person):
    """A session of somebody who is signed in, but never typed anything."""
    browser = Client(raise_request_exception=False)
    browser.force_login(person, backend=SIGNED_IN)
    return browser


def is_signed_in(browser):
    return "_auth_user_id" in browser.session


def forget_for_half_a_minute():
    """What allauth remembers of used codes is over; so are the counts of wrong ones."""
    cache.clear()


def key_on(response):
    """The key that a set-up page shows to type."""
    return response.context["form"].secret


def sets_up(browser):
    """Set up an app in this browser, and return its key."""
    key = key_on(browser.get(SET_UP))
    response = browser.post(SET_UP, {"code": code(secret=key)})
    assert response.status_code == 302, response.content
    return key
