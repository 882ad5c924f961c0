"""Everything that `verify_record` looks at, as of one moment: the chain, its heads, and what they witness."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection, transaction

from teams import heads, record
from teams.chain import Finding, Walk
from teams.models import EntryDetails, PublishedHead
from teams.witnessing import WITNESSES, Witnessed


@dataclass(frozen=True)
class Verdict:
    """What the chain says of itself, and what else is wrong, each in a line."""

    finding: Finding
    faults: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """Every fault in words; none of a record that is whole."""
        broken = [str(self.finding)] if self.finding.faults else []
        further = [f"entry {fault.number} is broken: {fault.why}" for fault in self.finding.faults[1:]]
        return [*broken, *further, *self.faults]


def verify_everything(kept: Sequence[PublishedHead] = (), keys: Sequence[Ed25519PublicKey] = ()) -> Verdict:
    """Walk the chain once, against every published head and those that somebody kept.

    `keys` are public keys, besides this site's own, that may have signed a head.
    """
    with as_of_one_moment():
        published = [*PublishedHead.objects.order_by("number"), *kept]
        witnessed = Witnessed(WITNESSES.values())
        walk = Walk(heads.by_number(published))
        with_details = 0
        for row in walk.along(record.rows()):
            with_details += 1
            witnessed.hear(row)
        finding = walk.finding()
        faults = [*_heads_not_signed(published, keys), *witnessed.faults()]
        if not finding.faults and EntryDetails.objects.count() != with_details:
            faults.append("there are details without an entry")
    return Verdict(finding, tuple(faults))


def _heads_not_signed(published: Sequence[PublishedHead], keys: Sequence[Ed25519PublicKey]) -> Iterator[str]:
    for head in heads.unsigned(published, [*heads.public_keys(), *keys]):
        yield f"the head of entry {head.number} is not signed with a key of this site"


@contextmanager
def as_of_one_moment() -> Iterator[None]:
    """Read everything as it stands now, however long that takes, and hold up nobody who writes."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:  # atomic() would take SQLite's one right to write
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
