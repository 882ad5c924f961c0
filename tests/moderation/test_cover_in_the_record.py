"""Delegations and duty: what is not in the tables as in the record is named by verification."""

import pytest
from django.utils import timezone

from moderation.covering import end_delegation, take_off_duty
from moderation.models import Delegation
from tests.attacks import by_update, forge, other, without_guards
from tests.covering import make_delegation, make_duty
from tests.making import faults, record_roles

GONE = "is gone, and the record tells of it"


@pytest.fixture(params=[make_delegation, make_duty])
def cover(request, submission, cast):
    """A delegation or a shift, where there is a press office to sign for."""
    record_roles()
    return request.param(cast)


@pytest.fixture
def unguarded(cover):
    """The same, with every guard down, until the test ends."""
    with without_guards():
        yield cover


def what(cover):
    return "delegation" if isinstance(cover, Delegation) else "shift of duty"


def end(cover, cast):
    ending = end_delegation if isinstance(cover, Delegation) else take_off_duty
    return ending(cover, by=cast.administrator)


def test_cover_is_witnessed(cover, cast):
    assert faults() == []
    end(cover, cast)
    assert faults() == []


def test_cover_that_nobody_gave_is_named(unguarded):
    forged = forge(unguarded)
    assert faults() == [f"{what(unguarded)} {forged.pk} has no entry in the record"]


def test_cover_that_is_not_as_it_was_given_is_named(unguarded):
    untold = {"id", "given_at", "listed_at", "ended_at"}
    columns = [field.attname for field in unguarded._meta.concrete_fields if field.name not in untold]
    for column in columns:
        before = getattr(unguarded, column)
        value = unguarded.starts_at.replace(year=2020) if column == "starts_at" else other(before)
        by_update(unguarded, **{column: value})
        no_entry, gone = sorted(faults(), key=lambda fault: GONE in fault)
        assert no_entry == f"{what(unguarded)} {unguarded.pk} has no entry in the record"
        assert gone.startswith(f"{what(unguarded)} {GONE}")
        by_update(unguarded, **{column: before})


def test_cover_that_nobody_ended_is_named(unguarded):
    by_update(unguarded, ended_at=timezone.now())
    assert faults() == [f"{what(unguarded)} that was ended {unguarded.pk} has no entry in the record"]


def test_ended_cover_that_holds_again_is_named(unguarded, cast):
    end(unguarded, cast)
    by_update(unguarded, ended_at=None)
    (fault,) = faults()
    assert fault.startswith(f"{what(unguarded)} that was ended {GONE}")
