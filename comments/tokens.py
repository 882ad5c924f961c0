"""The two tokens of a commenter: the form's, signed and timed, and the private status link, derived."""

import secrets

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

FORM_SALT, STATUS_SALT = "comments.form", "comments.status"
FORM_LASTS = 3 * 24 * 60 * 60  # seconds: a form left open over a weekend still works
REFERENCE_LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"  # no vowels, no look-alikes


class FormExpired(Exception):
    """The token is too old, was changed, or is for another post."""


def form_token(post_id: int) -> str:
    """Return a token for one opening of the form of one post."""
    return signing.dumps([post_id, secrets.token_urlsafe(12)], salt=FORM_SALT)


def read_form_token(token: str, post_id: int) -> str:
    """Return the one-time part of a token of this post's form, or raise FormExpired."""
    try:
        for_post, once = signing.loads(token, salt=FORM_SALT, max_age=FORM_LASTS)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise FormExpired from error
    if for_post != post_id:
        raise FormExpired
    return str(once)


def reference_of(submission_key: str) -> str:
    """Return the reference of the comment stored under this key: 10 letters and digits that can be read out.

    Derived, so that the demonstration has the same ones every time. The key holds the form's one-time part,
    so a reference cannot be guessed from the words of a comment.
    """
    number, letters = int(submission_key[:16], 16), ""
    for _ in range(10):
        number, place = divmod(number, len(REFERENCE_LETTERS))
        letters += REFERENCE_LETTERS[place]
    return letters


def status_token(reference: str) -> str:
    """Return the private link's token. Derived, so that it is stored nowhere and later mail can carry it."""
    return f"{reference}-{salted_hmac(STATUS_SALT, reference, algorithm='sha256').hexdigest()[:32]}"


def read_status_token(token: str) -> str | None:
    """Return the reference that the token is for, or None when it was not made by us."""
    reference = token.partition("-")[0]
    return reference if constant_time_compare(status_token(reference), token) else None
