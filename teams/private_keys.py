"""Keys for one purpose each, derived from the installation's privacy key: what is encrypted at rest."""

import base64
import hashlib
import hmac
from functools import cache

from cryptography.fernet import Fernet
from django.conf import settings


def key_for(purpose: str) -> bytes:
    return hmac.digest(settings.PRIVACY_KEY.encode(), purpose.encode(), hashlib.sha256)


@cache
def cipher_for(purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(key_for(purpose)))
