"""Ways to alter the record behind its back, drawn at random from a seed. Each leaves rows that differ."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from teams import record
from teams.chain import ASKED_IN, BLANK, DETAILS, EXPUNGE_ASKED, EXPUNGED, Row, digest_of, digest_of_details
from teams.record import Subject

MORNING = datetime(2026, 3, 2, 9, 0, 0, 250_000, tzinfo=UTC)
ENTRY = [name for name in Row._fields if name not in DETAILS]
ACTS = ("post.submitted", "post.signed", "post.returned", "post.released", "role.given", "comment.published")
NO_DETAILS = dict.fromkeys(DETAILS)


def a_record(length, random):
    """So many rows as the platform writes them, one of them expunged by two people."""
    entries, last = [], None
    for number in range(1, length + 1):
        entry = _entry(number, length, random)
        record.link(entry, last)
        entries.append(entry)
        last = entry
    rows = [row_of(entry) for entry in entries]
    rows[2] = rows[2]._replace(**BLANK)
    return rows


def row_of(entry):
    """An entry that is in no database, as verification reads it from one."""
    return Row(*(getattr(entry.details if name in DETAILS else entry, name) for name in Row._fields))


def _entry(number, length, random):
    at = MORNING + timedelta(minutes=17 * number, microseconds=random.randrange(1_000_000))
    person = SimpleNamespace(pk=number % 4 + 1, name=f"Person {number % 4}")
    if number in (length - 3, length - 1):  # entry 3 is expunged
        action = EXPUNGE_ASKED if number == length - 3 else EXPUNGED
        changes = {} if action == EXPUNGE_ASKED else {ASKED_IN: [None, length - 3]}
        return record.compose(
            action, Subject("entry", 3, "3. post.signed"), at=at, by=person, changes=changes
        )
    kind = random.choice(("post", "signature", "comment"))
    subject = Subject(kind, random.randrange(1, 99), f"What we learned {number}", None, number % 5 or None)
    changes = {
        "state": ["open", "returned"],
        "words": [None, random.randrange(999)],
        "new policy": [None, False],
    }
    words = {"reason": random.choice(("", "Say why.", "É – “why”?")), "role": "Press officer"}
    return record.compose(random.choice(ACTS), subject, at=at, by=person, changes=changes, **words)


def heads_of(rows):
    """What a daily publication would have made known, the end included."""
    return {row.number: {row.digest} for row in (*rows[4::7], rows[-1])}


# Each alteration takes the rows and a source of chance, and returns other rows.


def edit_entry(rows, random):
    return _edit(rows, random, random.choice(ENTRY))


def edit_details(rows, random):
    return _edit(rows, random, random.choice(DETAILS))


def delete(rows, random):
    place = random.randrange(len(rows))
    return [*rows[:place], *rows[place + 1 :]]


def delete_and_renumber(rows, random):
    place = random.randrange(len(rows) - 1)
    return _renumbered([*rows[:place], *rows[place + 1 :]])


def delete_details(rows, random):
    place = random.randrange(len(rows))
    return _with(rows, place, rows[place]._replace(**NO_DETAILS))


def insert(rows, random):
    """A forged entry with right digests of its own, and all that follows one place further."""
    place = random.randrange(len(rows))
    return _renumbered([*rows[:place], _forged(rows, place, random), *rows[place:]])


def swap(rows, random):
    """Two entries, with their details, in each other's place."""
    one, two = random.sample(range(len(rows)), 2)
    return _renumbered(_with(_with(rows, one, rows[two]), two, rows[one]))


def swap_details(rows, random):
    one, two = random.sample([place for place, row in enumerate(rows) if not row.is_blank], 2)
    told = [{name: getattr(rows[place], name) for name in DETAILS} for place in (one, two)]
    return _with(_with(rows, one, rows[one]._replace(**told[1])), two, rows[two]._replace(**told[0]))


def blank(rows, random):
    """As if expunged, but nobody agreed to that."""
    place = random.choice([place for place, row in enumerate(rows) if not row.is_blank])
    return _with(rows, place, rows[place]._replace(**BLANK))


def truncate(rows, random):
    return rows[: random.randrange(len(rows))]


def make_anew(rows, random):
    """Something altered, and every digest from the first on computed again, as only the platform should."""
    altered = random.choice((edit_details, delete_and_renumber, insert, swap, swap_details))(rows, random)
    return rechained(altered)


def make_the_tail_anew(rows, random):
    """A tail cut off, and another written in its place that is as long or longer."""
    place = random.randrange(len(rows))
    others = [
        _forged(rows, other % len(rows), random) for other in range(place, len(rows) + random.randrange(3))
    ]
    return rechained([*rows[:place], *others])


SEEN_BY_THE_CHAIN = (edit_entry, edit_details, delete_and_renumber, delete_details, insert, swap)
SEEN_BY_THE_CHAIN += (swap_details, blank)
SEEN_BY_A_HEAD = (delete, truncate, make_anew, make_the_tail_anew)
ALTERATIONS = SEEN_BY_THE_CHAIN + SEEN_BY_A_HEAD


def rechained(rows):
    """The rows with numbers, links and digests as if they had been written so."""
    made, previous = [], ""
    for number, row in enumerate(rows, 1):
        told = row.details_digest if row.is_blank else digest_of_details(row)
        linked = row._replace(number=number, previous=previous, details_digest=told)
        made.append(linked._replace(digest=digest_of(linked)))
        previous = made[-1].digest
    return made


def _with(rows, place, row):
    return [*rows[:place], row, *rows[place + 1 :]]


def _renumbered(rows):
    return [row._replace(number=number) for number, row in enumerate(rows, 1)]


def _forged(rows, place, random):
    model = random.choice([row for row in rows if not row.is_blank])
    row = model._replace(reason="Forged.", salt=f"{random.getrandbits(128):032x}", number=place + 1)
    row = row._replace(details_digest=digest_of_details(row))
    row = row._replace(previous=rows[place - 1].digest if place else "")
    return row._replace(digest=digest_of(row))


def _edit(rows, random, column):
    place = random.randrange(len(rows))
    value = _other(getattr(rows[place], column), column, random)
    edited = _with(rows, place, rows[place]._replace(**{column: value}))
    return sorted(edited, key=lambda row: row.number)


def _other(value, column, random):
    """Another value that the column can hold, often very like the one before."""
    if column == "number":
        return random.randrange(1_000, 9_000)
    if column in ("digest", "previous", "details_digest", "salt"):
        return f"{random.getrandbits(256):064x}"[: 32 if column == "salt" else 64]
    if isinstance(value, datetime):
        return value + random.choice((1, -1)) * timedelta(microseconds=10 ** random.randrange(12))
    if isinstance(value, dict):
        return _other_changes(value, random)
    if isinstance(value, str):
        return random.choice((f"{value} ", f"{value[1:]}~", value.swapcase() + "\u200b", "Forged"))[:40]
    numbers = {0, 77, (value or 0) + 1} | (set() if column == "subject_id" else {None})
    return random.choice(sorted(numbers - {value}, key=str))


def _other_changes(changes, random):
    ways = [{**changes, "forged": [None, True]}]
    for name, (before, after) in changes.items():
        ways.append({**changes, name: [after, before]} if before != after else {})
        ways.append({**changes, name: [before, f"{after}"]})
        ways.append({key: value for key, value in changes.items() if key != name})
    return random.choice([way for way in ways if way != changes])
