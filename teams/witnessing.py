"""Witnesses: what stands in the tables must stand in the record, and the other way about.

The database cannot refuse a row that its owner forged; the record shows that nobody decided it. Each app
registers a `Witness` for every kind of row that a decision makes, by its name, as nothing imports rightwards.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from teams.chain import Row, moment, said

Key = tuple[Any, ...]
ANY_NUMBER = 10**9  # of rows, where the entry that named them is expunged


@dataclass(frozen=True)
class Witness:
    """A kind of row and the entries that tell of it: what in the row is what in the entry.

    `about`, `post`, `by` and `reason` are paths in the row to what the entry has as its subject's number, its
    post, its person and its reason. `becomes` and `was` go from a name in the entry's changes to the path of
    its new or its old value. `only` are the rows that need an entry. Every row has an entry of its own, and
    every entry its row, unless an entry of `undone_by` with the same old values took it back.

    With `as_last_told` the rows are states: each must be as the last of its entries says.
    With `others` there are further entries like these that have no row of this kind.
    `each` is the name in `becomes` under which an entry may list several values: it tells of a row for each.
    """

    what: str
    model: str
    actions: tuple[str, ...]
    about: str = ""
    post: str = ""
    by: str = ""
    reason: str = ""
    becomes: Mapping[str, str] = field(default_factory=dict)
    was: Mapping[str, str] = field(default_factory=dict)
    only: Mapping[str, Any] = field(default_factory=dict)
    undone_by: tuple[str, ...] = ()
    as_last_told: bool = False
    others: bool = False
    each: str = ""

    def rows(self) -> QuerySet[Any, Any]:
        rows: QuerySet[Any, Any] = apps.get_model(self.model)._base_manager.filter(**self.only)
        return rows.order_by("pk")

    def paths(self) -> list[str]:
        """What to read of a row: its number, where its entry is, and what it says."""
        return ["pk", *self._place(), *filter(None, [self.by, self.reason]), *self._values()]

    def _place(self) -> list[str]:
        return [path for path in (self.about, self.post) if path]

    def _values(self) -> list[str]:
        return [*self.becomes.values(), *self.was.values()]

    def place_of(self, row: Row) -> Key:
        """Whose entry it is: the part of a key that is left when the words are expunged."""
        return tuple(
            value for path, value in ((self.about, row.subject_id), (self.post, row.post_id)) if path
        )

    def one_by_one(self, row: Row) -> Iterator[Row]:
        """The entry as it tells of each of its rows."""
        listed = said(row.changes, self.each, 1)
        if not isinstance(listed, list):
            yield row
            return
        for value in listed:
            yield row._replace(changes={**row.changes, self.each: [None, value]})

    def key_of(self, row: Row, *, undoing: bool = False) -> Key:
        """What the entry says, in the order of `paths`. What undoes a row has its new values as old ones."""
        told = ((self.by, row.actor_id), (self.reason, row.reason))
        new, old = (0, 1) if undoing else (1, 0)
        return (
            *self.place_of(row),
            *(_plain(value) for path, value in told if path),
            *(_plain(said(row.changes, name, new)) for name in self.becomes),
            *(_plain(said(row.changes, name, old)) for name in self.was),
        )


def _plain(value: Any) -> Any:
    """A value as part of a key, which a list cannot be, and as entries have it: times in UTC.

    What is empty in a row is not told of.
    """
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | dict):
        return str(value)
    return None if value == "" else value


WITNESSES: dict[str, Witness] = {}


def register(*witnesses: Witness) -> None:
    for witness in witnesses:
        WITNESSES[witness.what] = witness


class Evidence:
    """What the entries say of the rows of one kind, gathered along the walk, then held against the rows."""

    def __init__(self, witness: Witness) -> None:
        self.witness = witness
        self.told: Counter[Key] = Counter()
        self.last: dict[Key, Key | None] = {}  # None: its words are expunged
        self.expunged: Counter[Key] = Counter()

    def hear(self, row: Row) -> None:
        """Take an entry of one of the actions of this witness."""
        place = self.witness.place_of(row)
        if self.witness.as_last_told:
            self.last[place] = None if row.is_blank else self.witness.key_of(row)
        elif row.is_blank:
            if row.action in self.witness.actions:
                self.expunged[place] += ANY_NUMBER if self.witness.each else 1
        elif row.action in self.witness.actions:
            self.told.update(map(self.witness.key_of, self.witness.one_by_one(row)))
        elif self.told[key := self.witness.key_of(row, undoing=True)] > 0:
            self.told[key] -= 1

    def against_rows(self) -> Iterator[str]:
        """Say which rows nobody decided, or decided otherwise, and which are gone."""
        width = len(self.witness._place())
        for pk, *values in self.witness.rows().values_list(*self.witness.paths()).iterator(2000):
            key = tuple(map(_plain, values))
            why = self._state(key, key[:width]) if self.witness.as_last_told else self._take(key, key[:width])
            if why:
                yield f"{self.witness.what} {pk} {why}"
        if not self.witness.others:
            yield from self._gone()

    def _take(self, key: Key, place: Key) -> str:
        if self.told[key] > 0:
            self.told[key] -= 1
        elif self.expunged[place] > 0:
            self.expunged[place] -= 1
        else:
            return "has no entry in the record"
        return ""

    def _state(self, key: Key, place: Key) -> str:
        blank = (*place, *[None] * (len(key) - len(place)))
        told = self.last.get(place, blank)
        return "" if told in (None, key) else "is not as the record last told"

    def _gone(self) -> Iterator[str]:
        for key, number in self.told.items():
            if number > 0:
                yield f"{self.witness.what} is gone, and the record tells of it: {self._named(key)}"

    def _named(self, key: Key) -> str:
        return ", ".join(f"{path} {value}" for path, value in zip(self.witness.paths()[1:], key, strict=True))


class Witnessed:
    """The evidence of every kind of row, gathered in one walk along the chain."""

    def __init__(self, witnesses: Iterable[Witness]) -> None:
        self.evidence = [Evidence(witness) for witness in witnesses]
        self.by_action: dict[str, list[Evidence]] = defaultdict(list)
        for evidence in self.evidence:
            for action in (*evidence.witness.actions, *evidence.witness.undone_by):
                self.by_action[action].append(evidence)

    def hear(self, row: Row) -> None:
        for evidence in self.by_action.get(row.action, ()):
            evidence.hear(row)

    def faults(self) -> Iterator[str]:
        for evidence in self.evidence:
            yield from evidence.against_rows()
