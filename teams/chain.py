"""The arithmetic of the record: what each digest covers, and whether a chain of rows holds. No database.

An entry's digest covers its own columns, the digest of its details, and the digest of the entry before.
So an edit, a removal or a change of order shows. What the chain alone cannot show, a tail cut off or the
whole made anew, shows against a head: the digest of an entry, published where it cannot be taken back.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from teams.models import Entry, EntryDetails

DETAILS = ["salt", "actor_id", "actor_label", "actor_role", "subject_label", "reason", "changes"]
BLANK: Mapping[str, Any] = {**dict.fromkeys(DETAILS, ""), "actor_id": None, "changes": {}}
EXPUNGE_ASKED, EXPUNGED = "record.expunge_asked", "record.expunged"
ASKED_IN = "asked in entry"  # in the changes of EXPUNGED: the number of the entry that asked

# SQLite lets a forger store anything anywhere, so what JSON has no form for is told apart, not a failure.
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=repr).encode


class Row(NamedTuple):
    """An entry with its details, as they are read together. Where details are missing, `salt` is None."""

    number: int
    at: datetime
    action: str
    subject_kind: str
    subject_id: int
    post_id: int | None
    department_id: int | None
    previous: str
    details_digest: str
    digest: str
    salt: str | None
    actor_id: int | None
    actor_label: str
    actor_role: str
    subject_label: str
    reason: str
    changes: dict[str, Any]

    @property
    def is_blank(self) -> bool:
        return all(getattr(self, name) == value for name, value in BLANK.items())


class Fault(NamedTuple):
    """What is wrong with one entry, and the number of the last that holds before it."""

    number: int
    why: str
    after: int


@dataclass(frozen=True)
class Finding:
    """What verification found: how many entries there are, and what is wrong with any of them, in order."""

    entries: int
    faults: tuple[Fault, ...] = ()
    expunged: int = 0

    @property
    def intact(self) -> int:
        """How many entries hold, from the first on."""
        return self.faults[0].after if self.faults else self.entries

    @property
    def broken(self) -> int | None:
        return self.faults[0].number if self.faults else None

    @property
    def why(self) -> str:
        return self.faults[0].why if self.faults else ""

    def __str__(self) -> str:
        if self.faults:
            return f"entry {self.broken} is broken: {self.why} ({self.intact} entries before it are intact)"
        return f"{self.entries} entries, intact" + (f", {self.expunged} expunged" if self.expunged else "")


def digest_of(entry: "Entry | Row") -> str:
    """Return the SHA-256 of an entry: its columns as canonical JSON, times in UTC to the microsecond."""
    return _sha256(
        {
            "number": entry.number,
            "at": entry.at and moment(entry.at),
            "action": entry.action,
            "subject": [entry.subject_kind, entry.subject_id],
            "post": entry.post_id,
            "department": entry.department_id,
            "details": entry.details_digest,
            "previous": entry.previous,
        }
    )


def digest_of_details(details: "EntryDetails | Row") -> str:
    """Return the SHA-256 of what an entry says. Salted: one left by expunged words cannot be guessed back."""
    return _sha256({name: getattr(details, name) for name in DETAILS})


def moment(at: datetime) -> str:
    """A time as digests and signatures have it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _sha256(values: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(values).encode(errors="surrogatepass")).hexdigest()


@dataclass
class Walk:
    """One walk along the chain, from the first entry to the last, in one pass and little memory.

    `heads` are the digests published for entries, by number. After a fault the walk goes on from what it
    found, so that one broken entry does not hide another.
    """

    heads: Mapping[int, set[str]] = field(default_factory=dict)
    number: int = 0
    previous: str = ""
    seen: int = 0
    faults: list[Fault] = field(default_factory=list)
    blank: set[int] = field(default_factory=set)
    asked: dict[int, dict[int, int | None]] = field(default_factory=lambda: defaultdict(dict))
    expunged: set[int] = field(default_factory=set)

    def along(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Take the rows in the order of their numbers, and pass on those that hold by themselves."""
        for row in rows:
            why = self._fault(row)
            if why:
                self.faults.append(Fault(row.number, why, self.number))
            else:
                yield row
            self.number, self.previous, self.seen = row.number, row.digest, self.seen + 1

    def finding(self) -> Finding:
        """What the whole walk found, once every row is taken."""
        ends = [*self.faults, *self._end()]
        return Finding(self.seen, tuple(sorted(ends)), len(self.blank & self.expunged))

    def _fault(self, row: Row) -> str:
        """Say what is wrong with the row that comes now, or nothing."""
        of_details = self._fault_of_details(row)  # followed in any case: a later entry may rest on it
        return self._fault_of_link(row) or of_details

    def _fault_of_link(self, row: Row) -> str:
        if row.number != self.number + 1:
            return f"entry {self.number + 1} is missing"
        if row.previous != self.previous:
            return "it does not follow the entry before"
        if row.digest != digest_of(row):
            return "it was changed after it was written"
        published = self.heads.get(row.number)
        if published and published != {row.digest}:
            return "another digest was published for it"
        return ""

    def _fault_of_details(self, row: Row) -> str:
        if row.salt is None:
            return "its details are missing"
        if row.is_blank:
            self.blank.add(row.number)  # what follows says whether two people did that
            return ""
        if row.details_digest != digest_of_details(row):
            return "its details were changed after they were written"
        if row.action in (EXPUNGE_ASKED, EXPUNGED) and row.subject_kind == "entry":
            return self._follow_expunging(row)
        return ""

    def _follow_expunging(self, row: Row) -> str:
        """Two people: one entry asks, a later one by somebody else says that it is done."""
        asked = self.asked[row.subject_id]
        if row.action == EXPUNGE_ASKED:
            asked[row.number] = row.actor_id
            return ""
        asked_in = said(row.changes, ASKED_IN, 1)
        asked_by = next((by for number, by in asked.items() if number == asked_in), None)
        if asked_by is None or row.actor_id in (None, asked_by):
            return f"it expunges entry {row.subject_id}, which takes two people"
        self.expunged.add(row.subject_id)
        return ""

    def _end(self) -> Iterator[Fault]:
        """What only the end of the chain can tell."""
        for number in self.blank - self.expunged:
            yield Fault(number, "its details were blanked, and no two people had them expunged", number - 1)
        for number in self.expunged - self.blank:
            yield Fault(number, "its details were expunged, and are there", number - 1)
        if max(self.heads, default=0) > self.number:
            why = f"it is missing, and with it every entry to {max(self.heads)}, whose digest was published"
            yield Fault(self.number + 1, why, self.number)


def said(changes: Any, name: str, place: int) -> Any:
    """What `changes` say of a name: its old value at place 0, its new one at 1. None where they do not."""
    try:
        return changes[name][place]
    except (KeyError, IndexError, TypeError):
        return None


def check(rows: Iterable[Row], heads: Mapping[int, set[str]] | None = None) -> Finding:
    """Walk the rows, which come in the order of their numbers, against these heads."""
    walk = Walk(heads or {})
    for _ in walk.along(rows):
        pass
    return walk.finding()
