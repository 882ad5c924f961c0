"""Embargoes and history mode: what is not in the tables as in the record is named by verification."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from posts.drafting import start_post
from posts.embargo import lift_embargo, name_person, remove_person, set_embargo
from posts.history import end_history
from posts.restrictions import EmbargoAccess, PastGovernment
from tests.attacks import by_update, forge, fresh, without_guards
from tests.conftest import WORDS
from tests.embargoes import RELEASE_ON, embargo_of, embargoed
from tests.histories import make_history
from tests.making import faults, record_roles

GONE = "is gone, and the record tells of it"
NO_ENTRY = "has no entry in the record"
NAMED = "person named on an embargo"
REMOVED = "person removed from an embargo"
PAST = "past government"
DAY = timedelta(days=1)


@pytest.fixture
def embargo(draft, cast):
    """An embargo that was moved, with two people on it and one who was removed."""
    record_roles()
    embargoed(draft, cast.author, cast.press_officer, cast.editor)
    set_embargo(draft, RELEASE_ON + DAY, by=cast.author)
    remove_person(draft, cast.editor, by=cast.author)
    return embargo_of(draft)


@pytest.fixture
def unguarded(embargo):
    """The same, with every guard down, until the test ends."""
    with without_guards():
        yield embargo


@pytest.fixture
def past(cast):
    """A past government, with every guard down, until the test ends."""
    record_roles()
    past = make_history(cast)
    with without_guards():
        yield past


def line_of(embargo, person):
    return EmbargoAccess.objects.get(embargo=embargo, person=person)


def is_told_otherwise(what, row):
    """Whether a row is said to have no entry, and its entry to have no row."""
    no_entry, gone = sorted(faults(), key=lambda fault: GONE in fault)
    return no_entry == f"{what} {row.pk} {NO_ENTRY}" and gone.startswith(f"{what} {GONE}")


# By the verbs


def test_embargoes_are_witnessed(embargo, cast):
    name_person(embargo.post, cast.editor, by=cast.author)
    lift_embargo(embargo.post, by=cast.author, why="Early.")
    set_embargo(embargo.post, RELEASE_ON + 7 * DAY, by=cast.editor)
    embargoed(start_post(cast.team, WORDS, by=cast.co_author), cast.co_author)
    assert faults() == []


def test_history_mode_is_witnessed(cast):
    record_roles()
    end_history(make_history(cast), by=cast.administrator, why="Wrong days.")
    make_history(cast)
    make_history(cast, date(2015, 5, 8), date(2016, 7, 13), name="2015 government")
    assert faults() == []


# Embargoes


def test_an_embargo_that_nobody_set_is_named(unguarded):
    forged = forge(unguarded)
    assert faults() == [
        f"embargo {forged.pk} {NO_ENTRY}",
        f"end of an embargo {forged.pk} is not as the record last told",
    ]


@pytest.mark.parametrize("column", ["release_on", "not_before"])
def test_an_embargo_that_nobody_moved_is_named(column, unguarded):
    by_update(unguarded, **{column: getattr(unguarded, column) - DAY})
    assert faults() == [f"end of an embargo {unguarded.pk} is not as the record last told"]


def test_an_embargo_set_by_somebody_else_is_named(unguarded, cast):
    by_update(unguarded, set_by_id=cast.editor.pk)
    assert is_told_otherwise("embargo", unguarded)


def test_an_embargo_given_to_another_post_is_named(unguarded, cast):
    by_update(unguarded, post_id=start_post(cast.team, WORDS, by=cast.author).pk)
    assert f"embargo {unguarded.pk} {NO_ENTRY}" in faults()


def test_an_embargo_that_is_gone_is_named(unguarded):
    EmbargoAccess.objects.all().delete()
    unguarded.delete()
    assert any(fault.startswith(f"embargo {GONE}") for fault in faults())


def test_an_embargo_that_nobody_lifted_is_named(unguarded, cast):
    by_update(unguarded, lifted_at=timezone.now(), lifted_by_id=cast.author.pk)
    assert faults() == [f"lifted embargo {unguarded.pk} {NO_ENTRY}"]


def test_an_embargo_lifted_by_somebody_else_is_named(unguarded, cast):
    lift_embargo(unguarded.post, by=cast.author, why="Early.")
    by_update(fresh(unguarded), lifted_by_id=cast.editor.pk)
    assert is_told_otherwise("lifted embargo", unguarded)


def test_a_lifted_embargo_that_holds_again_is_named(unguarded, cast):
    lift_embargo(unguarded.post, by=cast.author, why="Early.")
    by_update(unguarded, lifted_at=None, lifted_by_id=None)
    (fault,) = faults()
    assert fault.startswith(f"lifted embargo {GONE}")


# People on them


def test_a_person_whom_nobody_named_is_named(unguarded, cast):
    forged = forge(line_of(unguarded, cast.author), person_id=cast.clearer.pk)
    assert faults() == [f"{NAMED} {forged.pk} {NO_ENTRY}"]


@pytest.mark.parametrize("who", ["author", "press_officer"])
def test_a_person_in_the_place_of_another_is_named(who, unguarded, cast):
    line = line_of(unguarded, getattr(cast, who))
    by_update(line, person_id=cast.clearer.pk)
    assert is_told_otherwise(NAMED, line)


@pytest.mark.parametrize("who", ["author", "press_officer"])
def test_a_person_named_by_somebody_else_is_named(who, unguarded, cast):
    line = line_of(unguarded, getattr(cast, who))
    by_update(line, named_by_id=cast.editor.pk)
    assert is_told_otherwise(NAMED, line)


@pytest.mark.parametrize("who", ["author", "press_officer"])
def test_a_person_who_is_gone_from_an_embargo_is_named(who, unguarded, cast):
    line_of(unguarded, getattr(cast, who)).delete()
    (fault,) = faults()
    assert fault.startswith(f"{NAMED} {GONE}")


def test_a_person_whom_nobody_removed_is_named(unguarded, cast):
    line = line_of(unguarded, cast.press_officer)
    by_update(line, removed_at=timezone.now(), removed_by_id=cast.author.pk)
    assert faults() == [f"{REMOVED} {line.pk} {NO_ENTRY}"]


def test_a_removed_person_who_may_open_the_draft_again_is_named(unguarded, cast):
    by_update(line_of(unguarded, cast.editor), removed_at=None, removed_by_id=None)
    (fault,) = faults()
    assert fault.startswith(f"{REMOVED} {GONE}")


# History mode


def test_a_past_government_that_nobody_set_is_named(past):
    forged = forge(past, name="Another")
    assert faults() == [f"{PAST} {forged.pk} {NO_ENTRY}"]


def test_a_past_government_that_is_not_as_it_was_set_is_named(past, cast):
    department, person = cast.other_department.pk, cast.editor.pk
    days = {"starts_on": past.starts_on + DAY, "ends_on": past.ends_on - DAY}
    values = {**days, "name": "Mine", "department_id": department, "set_by_id": person}
    for column, value in values.items():
        before = getattr(past, column)
        by_update(past, **{column: value})
        assert is_told_otherwise(PAST, past)
        by_update(past, **{column: before})


def test_a_past_government_that_is_gone_is_named(past):
    PastGovernment.objects.all().delete()
    (fault,) = faults()
    assert fault.startswith(f"{PAST} {GONE}")


def test_history_mode_that_nobody_ended_is_named(past, cast):
    by_update(past, ended_at=timezone.now(), ended_by_id=cast.administrator.pk)
    assert faults() == [f"{PAST} that was ended {past.pk} {NO_ENTRY}"]


def test_history_mode_that_holds_again_is_named(past, cast):
    end_history(past, by=cast.administrator, why="Wrong days.")
    by_update(past, ended_at=None, ended_by_id=None)
    (fault,) = faults()
    assert fault.startswith(f"{PAST} that was ended {GONE}")
