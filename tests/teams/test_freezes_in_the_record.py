"""Freezes: what is not in the tables as in the record is named by verification."""

from datetime import timedelta

import pytest
from django.utils import timezone

from moderation.exceptions import grant_exception
from moderation.models import FreezeException
from teams import freezing
from teams.expunging import ask_to_expunge, expunge
from teams.models import Entry, Freeze
from teams.roles import Role
from tests.attacks import by_update, forge, other, without_guards
from tests.conftest import make_person
from tests.covering import make_freeze
from tests.making import faults, record_roles

GONE = "is gone, and the record tells of it"


@pytest.fixture
def freeze(draft, cast):
    """A freeze in force; the roles of the cast are given by somebody."""
    record_roles()
    return make_freeze(cast, starts=-timedelta(hours=1))


@pytest.fixture
def unguarded(freeze):
    """The same, with every guard down, until the test ends."""
    with without_guards():
        yield freeze


def lift(freeze, cast):
    return freezing.lift(freeze, by=cast.press_officer, reason="It was called off.")


def named(what, row):
    """Whether a row is said to have no entry, and its entry to have no row."""
    found = faults()
    return f"{what} {row.pk} has no entry in the record" in found and any(
        line.startswith(f"{what} {GONE}") for line in found
    )


def test_freezes_that_were_declared_and_lifted_are_witnessed(freeze, draft, cast):
    grant_exception(freeze, draft, by=cast.administrator, reason="It cannot wait.")
    make_freeze(cast, everywhere=True, level=Freeze.Level.MOURNING)
    lift(freeze, cast)
    assert faults() == []


def test_a_freeze_that_nobody_lifted_is_named(unguarded):
    by_update(unguarded, lifted_at=timezone.now())
    assert faults() == [f"lifted freeze {unguarded.pk} has no entry in the record"]


def test_a_lifted_freeze_that_holds_again_is_named(unguarded, cast):
    lift(unguarded, cast)
    by_update(unguarded, lifted_at=None)
    (fault,) = faults()
    assert fault.startswith(f"lifted freeze {GONE}")


def test_a_freeze_that_was_lifted_at_another_time_is_named(unguarded, cast):
    lifted = lift(unguarded, cast)
    by_update(lifted, lifted_at=lifted.lifted_at + timedelta(microseconds=1))
    assert named("lifted freeze", lifted)


@pytest.mark.parametrize(
    "column", ["level", "department_id", "starts_at", "ends_at", "notice", "declared_by_id"]
)
def test_a_freeze_that_is_not_as_it_was_declared_is_named(column, unguarded, cast):
    value = other(getattr(unguarded, column))
    values = {
        "level": "mourning",
        "department_id": None,
        "starts_at": unguarded.starts_at - timedelta(days=1),
    }
    by_update(unguarded, **{column: values.get(column, value)})
    assert named("freeze", unguarded)


def test_a_freeze_that_nobody_declared_is_named(unguarded):
    forged = forge(unguarded)
    assert faults() == [f"freeze {forged.pk} has no entry in the record"]


def test_a_director_who_was_not_named_is_named(unguarded, cast):
    unguarded.directors.add(cast.editor)
    row = unguarded.directors.through.objects.get(user=cast.editor)
    assert faults() == [f"director named for a freeze {row.pk} has no entry in the record"]


def test_a_director_who_is_gone_is_named(unguarded, cast):
    unguarded.directors.remove(cast.administrator)
    (fault,) = faults()
    told = f"freeze_id {unguarded.pk}, user_id {cast.administrator.pk}"
    assert fault == f"director named for a freeze {GONE}: {told}"


def test_a_declaration_whose_words_are_expunged_is_witness_to_every_director(draft, cast):
    second = make_person("Tia Auditor", (Role.AUDITOR, cast.department))
    record_roles()
    make_freeze(cast)
    ask = ask_to_expunge(
        Entry.objects.get(action="freeze.declared"), by=cast.auditor, reason="It names a child."
    )
    expunge(ask, by=second)
    assert faults() == []


def test_an_exception_moved_to_another_freeze_is_named(unguarded, draft, cast):
    exception = grant_exception(unguarded, draft, by=cast.administrator, reason="It cannot wait.")
    FreezeException.objects.update(freeze=forge(unguarded))
    assert named("exception", exception)
