"""Commenters' e-mail addresses: encrypted at rest, and found again by a keyed hash."""

import hashlib
import hmac

from teams.private_keys import cipher_for, key_for

PURPOSE = "comment addresses"


def encrypt(text: str) -> str:
    return cipher_for(PURPOSE).encrypt(text.encode()).decode() if text else ""


def decrypt(token: str) -> str:
    return cipher_for(PURPOSE).decrypt(token.encode()).decode() if token else ""


def keyed_hash(address: str) -> str:
    """Return 64 hex digits that are the same for the same address, and mean nothing without the key."""
    if not address:
        return ""
    key = key_for("comment address hash")
    return hmac.new(key, address.strip().lower().encode(), hashlib.sha256).hexdigest()
