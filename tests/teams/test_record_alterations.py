"""The record altered in many ways, each drawn from a seed: verification finds every one.

The ordinary suite takes a few hundred; `make audit` sets ALTERATIONS to 10,000, on either database.
"""

import os
from random import Random

import pytest
from django.db import connection, transaction

from teams import guarding, record
from teams.chain import DETAILS, check
from teams.models import Entry, EntryDetails
from tests import altering

ALTERATIONS = int(os.environ.get("ALTERATIONS", "300"))
IN_THE_DATABASE = int(os.environ.get("ALTERATIONS", "120"))
SEED = 2013


def altered(rows, number, seed=SEED):
    """So many altered records, each with its name: every alteration as often as every other."""
    random = Random(seed)
    for place in range(number):
        alteration = altering.ALTERATIONS[place % len(altering.ALTERATIONS)]
        others = alteration(rows, random)
        assert others != rows, f"{alteration.__name__} {place} alters nothing"
        yield f"{alteration.__name__} {place}", others


def not_found(alterations, find):
    """The alterations that verification took for the true record."""
    return [name for name, rows in alterations if find(rows).broken is None]


def test_the_record_before_it_is_altered_is_whole():
    rows = altering.a_record(40, Random(SEED))
    finding = check(rows, altering.heads_of(rows))
    assert str(finding) == "40 entries, intact, 1 expunged"


def test_every_alteration_is_found():
    rows = altering.a_record(40, Random(SEED))
    heads = altering.heads_of(rows)
    assert not_found(altered(rows, ALTERATIONS), lambda others: check(others, heads)) == []


@pytest.mark.parametrize("alteration", altering.SEEN_BY_THE_CHAIN)
def test_the_chain_alone_shows(alteration):
    rows, random = altering.a_record(20, Random(SEED)), Random(SEED)
    changed = ((str(place), alteration(rows, random)) for place in range(60))
    assert not_found(changed, check) == []


def test_only_a_published_head_shows_a_tail_cut_off():
    rows = altering.a_record(20, Random(SEED))
    assert check(rows[:19]).broken is None
    finding = check(rows[:19], altering.heads_of(rows))
    assert (finding.broken, finding.intact) == (20, 19)
    assert finding.why == "it is missing, and with it every entry to 20, whose digest was published"


def test_only_a_published_head_shows_a_chain_made_anew():
    rows = altering.a_record(20, Random(SEED))
    forged = altering.rechained([rows[0], rows[1]._replace(reason="Forged."), *rows[2:]])
    assert check(forged).broken is None
    finding = check(forged, altering.heads_of(rows))
    assert (finding.broken, finding.why) == (5, "another digest was published for it")


# In the database


def store(rows):
    """Let the tables hold these rows and nothing else."""
    EntryDetails.objects.all().delete()
    Entry.objects.all().delete()
    Entry.objects.bulk_create(Entry(**{name: getattr(row, name) for name in altering.ENTRY}) for row in rows)
    EntryDetails.objects.bulk_create(
        EntryDetails(entry_id=row.number, **{name: getattr(row, name) for name in DETAILS})
        for row in rows
        if row.salt is not None
    )


@pytest.fixture
def unguarded(db):
    """The tables with their guards down, for this test only."""
    with transaction.atomic():
        connection.check_constraints()  # PostgreSQL drops no guard of a table that has foreign keys to check
        guarding.drop()
        yield
        transaction.set_rollback(True)


def verified(rows, heads):
    """What verification finds of these rows, in the tables."""
    with transaction.atomic():
        store(rows)
        finding = record.verify(heads)
        transaction.set_rollback(True)
    return finding


def test_every_alteration_is_found_in_the_database(unguarded):
    rows = altering.a_record(12, Random(SEED))
    heads = altering.heads_of(rows)
    assert verified(rows, heads).broken is None
    alterations = altered(rows, IN_THE_DATABASE, seed=SEED + 1)
    assert not_found(alterations, lambda others: verified(others, heads)) == []
