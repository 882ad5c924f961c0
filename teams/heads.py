"""Heads of the record: the digest of its last entry, signed and published once a day for everybody to keep.

Whoever holds the database can cut off the chain's tail, or make all of it anew. Not what readers have kept:
a head names an entry and its digest, and is signed with a key that is not in the database.
"""

import base64
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from teams import clock, record
from teams.chain import moment
from teams.models import PublishedHead

KEY_INFO = b"policyblogs: signing heads of the record, version 1"
PEM_END = "-----END PUBLIC KEY-----"


def publish_head() -> PublishedHead | None:
    """Publish the end of the chain, once a day in London. Return the newest head; None of an empty record.

    Any number of workers may call this at any time: whoever holds the end of the chain is alone.
    """
    now = clock.now()
    day = timezone.localdate(now)
    newest = PublishedHead.objects.first()
    if newest and newest.day >= day:
        return newest
    with transaction.atomic():
        last = record.end_of_chain()
        newest = PublishedHead.objects.first()
        if last is None or (newest and newest.day >= day):
            return newest
        head = PublishedHead(day=day, number=last.number, digest=last.digest, published_at=now)
        head.signature = signature_of(head)
        head.save(force_insert=True)
        return head


def signed_text(head: PublishedHead) -> str:
    """The very words that are signed: what the head is, its entry's number and digest, and the time."""
    at = moment(head.published_at)
    return f"Head of the record of Policy Blogs\n{head.number}\n{head.digest}\n{at}\n"


def signature_of(head: PublishedHead) -> str:
    return base64.b64encode(_private_key(settings.SECRET_KEY).sign(signed_text(head).encode())).decode()


def is_signed(head: PublishedHead, keys: Iterable[Ed25519PublicKey]) -> bool:
    """Whether one of the keys signed the head."""
    return any(_verifies(key, head) for key in keys)


def _verifies(key: Ed25519PublicKey, head: PublishedHead) -> bool:
    try:
        key.verify(base64.b64decode(head.signature, validate=True), signed_text(head).encode())
    except (InvalidSignature, ValueError):  # another signature, or none at all
        return False
    return True


def public_keys() -> list[Ed25519PublicKey]:
    """The key that signs now, then those of earlier secrets that the settings still name."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [_private_key(secret).public_key() for secret in secrets]


def _private_key(secret: str) -> Ed25519PrivateKey:
    """A key of its own, derived from the site's secret: it signs nothing else, and tells nothing of it."""
    seed = HKDF(algorithm=SHA256(), length=32, salt=None, info=KEY_INFO).derive(secret.encode())
    return Ed25519PrivateKey.from_private_bytes(seed)


def pem() -> str:
    """The public keys, as /record/key.pem has them."""
    return "".join(
        key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode() for key in public_keys()
    )


def read_keys(text: str) -> list[Ed25519PublicKey]:
    """Read a kept key.pem. Raises ValueError for anything else."""
    parts = [part + PEM_END for part in text.split(PEM_END)[:-1]]
    keys = [load_pem_public_key(part.strip().encode()) for part in parts]
    if not keys or not all(isinstance(key, Ed25519PublicKey) for key in keys):
        raise ValueError("there is no public key of this kind in it")
    return keys  # type: ignore[return-value]  # each was looked at above


def as_file(head: PublishedHead) -> dict[str, Any]:
    """What /record/head.json says."""
    return {
        "site": settings.SITE_URL,
        "number": head.number,
        "digest": head.digest,
        "published_at": moment(head.published_at),
        "signed_text": signed_text(head),
        "signature": head.signature,
        "key": f"{settings.SITE_URL}/record/key.pem",
    }


def read_file(text: str) -> PublishedHead:
    """Read a kept head.json. Raises ValueError for anything else."""
    try:
        kept = json.loads(text)
        number, at = int(kept["number"]), parse_datetime(kept["published_at"])
        digest, signature = str(kept["digest"]), str(kept["signature"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("it is not a head of the record") from error
    if not isinstance(at, datetime) or timezone.is_naive(at):
        raise ValueError("its time cannot be read")
    return PublishedHead(number=number, digest=digest, published_at=at, signature=signature)


def by_number(heads: Iterable[PublishedHead]) -> dict[int, set[str]]:
    """The digests that were published for each entry, as verification wants them."""
    digests = defaultdict(set)
    for head in heads:
        digests[head.number].add(head.digest)
    return dict(digests)


def unsigned(heads: Iterable[PublishedHead], keys: Sequence[Ed25519PublicKey]) -> list[PublishedHead]:
    """The heads that none of the keys signed."""
    return [head for head in heads if not is_signed(head, keys)]
