"""Freezes: who declares and lifts them, when one holds and for whom, and how readers' pages learn of it."""

from datetime import timedelta

import pytest

from teams import clock, freezing
from teams.chain import moment
from teams.freezing import Declaration, frozen, in_force, may_declare, refuse_in_mourning, turn_pages
from teams.models import Entry, Freeze, Team
from teams.refusals import NotAllowed, NotNow
from teams.roles import Role
from tests.conftest import make_person
from tests.covering import make_freeze
from tests.making import SPRING, fresh

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
START, END = SPRING + HOUR, SPRING + 3 * HOUR
MAY_NOT_DECLARE = ["author", "editor", "community_manager", "clearer", "auditor", "nobody", "outsider"]


def election(cast, **changes):
    return make_freeze(cast, **{"starts": HOUR, "lasts": 2 * HOUR, **changes})


def mourning(cast, **changes):
    return election(cast, level=Freeze.Level.MOURNING, **changes)


def elsewhere(cast, **changes):
    by = cast.outside_officer
    return election(cast, department=cast.other_department, by=by, directors=[by], **changes)


def declaration(cast, **changes):
    usual = {
        "level": Freeze.Level.ELECTION,
        "department": cast.department,
        "starts_at": START,
        "ends_at": END,
        "notice": "An election has been called.",
        "directors": [cast.administrator],
    }
    return Declaration(**{**usual, **changes})


def holds(cast, at, department=None):
    return frozen([(department or cast.department).pk], at)


def last_entry(action):
    return Entry.objects.filter(action=action).latest("number")


def lift(freeze, by, at=START, reason="It was called off."):
    with clock.set_to(at):
        return freezing.lift(freeze, by=by, reason=reason)


# When one holds


@pytest.mark.parametrize("at", [START, START + HOUR, END - SECOND])
def test_a_freeze_holds_from_its_start_until_its_end(cast, at):
    freeze = election(cast)
    assert holds(cast, at) == [freeze]


@pytest.mark.parametrize("at", [START - SECOND, END, END + HOUR])
def test_a_freeze_does_not_hold_before_its_start_or_from_its_end(cast, at):
    election(cast)
    assert holds(cast, at) == []


def test_a_freeze_that_was_lifted_holds_no_more(cast):
    lift(election(cast), cast.press_officer)
    assert holds(cast, START) == []


def test_a_freeze_that_was_lifted_did_hold_before(cast):
    freeze = election(cast)
    lift(freeze, cast.press_officer, at=START + HOUR)
    assert holds(cast, START + HOUR - SECOND) == [freeze]


def test_a_freeze_that_is_lifted_before_it_begins_never_holds(cast):
    lift(election(cast), cast.press_officer, at=SPRING)
    assert holds(cast, START) == []


def test_a_freeze_that_is_declared_after_its_start_holds_at_once(cast):
    freeze = election(cast, starts=-HOUR)
    assert holds(cast, SPRING) == [freeze]


# For whom


def test_a_freeze_of_one_department_holds_for_no_other(cast):
    election(cast)
    assert holds(cast, START, cast.other_department) == []


def test_a_freeze_of_all_departments_holds_for_each(cast):
    freeze = election(cast, everywhere=True)
    assert holds(cast, START) == [freeze]
    assert holds(cast, START, cast.other_department) == [freeze]


def test_several_departments_are_asked_about_at_once(cast):
    ours, theirs = election(cast), elsewhere(cast)
    assert set(frozen([cast.department.pk, cast.other_department.pk], START)) == {ours, theirs}


def test_of_two_freezes_the_stricter_comes_first(cast):
    election(cast)
    strict = mourning(cast, everywhere=True)
    assert holds(cast, START)[0] == strict


def test_what_holds_anywhere_is_listed_whole(cast):
    freezes = {election(cast), elsewhere(cast), election(cast, everywhere=True)}
    assert set(in_force(START)) == freezes


def test_in_mourning_nothing_may_change(cast):
    mourning(cast)
    with clock.set_to(START), pytest.raises(NotNow, match="until this ends: An election has been called"):
        refuse_in_mourning(cast.department.pk)


def test_in_an_election_small_things_may_change(cast):
    election(cast)
    with clock.set_to(START):
        refuse_in_mourning(cast.department.pk)


def test_mourning_of_one_department_stops_no_other(cast):
    mourning(cast)
    with clock.set_to(START):
        refuse_in_mourning(cast.other_department.pk)


def test_mourning_everywhere_stops_every_department(cast):
    mourning(cast, everywhere=True)
    with clock.set_to(START), pytest.raises(NotNow):
        refuse_in_mourning(cast.other_department.pk)


# Declaring


@pytest.mark.parametrize("who", ["press_officer", "administrator", "superuser"])
def test_the_press_office_and_administrators_declare_for_their_department(cast, who):
    freeze = freezing.declare(declaration(cast), by=getattr(cast, who))
    assert (freeze.department, freeze.declared_by) == (cast.department, getattr(cast, who))


@pytest.mark.parametrize("who", [*MAY_NOT_DECLARE, "outside_officer"])
def test_nobody_else_declares_for_it(cast, who):
    with pytest.raises(NotAllowed):
        freezing.declare(declaration(cast), by=getattr(cast, who))
    assert not Freeze.objects.exists()


def test_the_platform_administrator_declares_for_all(cast):
    assert election(cast, everywhere=True).department is None


@pytest.mark.parametrize("who", [*MAY_NOT_DECLARE, "press_officer", "administrator", "outside_officer"])
def test_nobody_else_declares_for_all(cast, who):
    with pytest.raises(NotAllowed, match="for all departments, the platform administrator"):
        freezing.declare(declaration(cast, department=None), by=getattr(cast, who))
    assert not Freeze.objects.exists()


@pytest.mark.parametrize("who", ["press_officer", "superuser"])
def test_who_has_left_declares_nothing(cast, who):
    person = getattr(cast, who)
    person.is_active = False
    assert not may_declare(person, cast.department)


@pytest.mark.parametrize("ends", [START, START - SECOND])
def test_a_freeze_ends_after_it_starts(cast, ends):
    with pytest.raises(NotNow, match="end after it starts"):
        freezing.declare(declaration(cast, ends_at=ends), by=cast.press_officer)


@pytest.mark.parametrize("ends", [SPRING, SPRING - SECOND])
def test_a_freeze_does_not_end_in_the_past(cast, ends):
    with pytest.raises(NotNow, match="not in the past"):
        freezing.declare(declaration(cast, starts_at=SPRING - HOUR, ends_at=ends), by=cast.press_officer)


@pytest.mark.parametrize("notice", ["", "  \n"])
def test_a_freeze_has_a_notice_for_readers(cast, notice):
    with pytest.raises(NotNow, match="notice"):
        freezing.declare(declaration(cast, notice=notice), by=cast.press_officer)


def test_an_election_needs_one_director(cast):
    freeze = freezing.declare(declaration(cast, directors=[cast.editor]), by=cast.press_officer)
    assert list(freeze.directors.all()) == [cast.editor]


def test_an_election_without_a_director_is_refused(cast):
    with pytest.raises(NotNow, match="at least 1 "):
        freezing.declare(declaration(cast, directors=[]), by=cast.press_officer)
    assert not Freeze.objects.exists()


def test_mourning_needs_two_directors(cast):
    two = [cast.editor, cast.administrator]
    strict = declaration(cast, level=Freeze.Level.MOURNING, directors=two)
    assert freezing.declare(strict, by=cast.press_officer).directors.count() == 2


def test_mourning_with_the_same_director_twice_is_refused(cast):
    twice = [cast.editor, cast.editor]
    strict = declaration(cast, level=Freeze.Level.MOURNING, directors=twice)
    with pytest.raises(NotNow, match="at least 2 people"):
        freezing.declare(strict, by=cast.press_officer)
    assert not Freeze.objects.exists()


def test_a_declaration_is_recorded_whole(cast):
    freeze = mourning(cast)
    entry = last_entry("freeze.declared")
    assert (entry.subject_kind, entry.subject_id) == ("freeze", freeze.pk)
    assert entry.department_id == cast.department.pk
    assert entry.details.actor_id == cast.press_officer.pk
    assert entry.details.actor_role == "Press officer, Department for Rivers"
    assert entry.details.reason == "An election has been called."
    assert entry.details.changes == {
        "level": [None, "mourning"],
        "department number": [None, cast.department.pk],
        "from": [None, moment(START)],
        "to": [None, moment(END)],
        "who may let a post through": [None, "Sol Second, Dee Admin"],
        "person number": [None, sorted([cast.second_press_officer.pk, cast.administrator.pk])],
    }


def test_a_declaration_for_all_is_the_platform_administrators(cast):
    election(cast, everywhere=True)
    entry = last_entry("freeze.declared")
    assert (entry.department_id, entry.details.actor_role) == (None, "Platform administrator")


@pytest.mark.parametrize("other", [Role.AUDITOR, Role.CLEARER])
def test_it_is_recorded_under_the_role_that_declares(cast, other):
    person = make_person("Bo Both", (Role.PRESS_OFFICER, cast.department), (other, cast.department))
    freezing.declare(declaration(cast), by=person)
    assert last_entry("freeze.declared").details.actor_role == "Press officer, Department for Rivers"


def test_it_is_recorded_under_the_role_in_the_department_that_is_frozen(cast):
    places = (Role.DEPARTMENT_ADMIN, cast.other_department), (Role.PRESS_OFFICER, cast.department)
    freezing.declare(declaration(cast), by=make_person("Bo Both", *places))
    assert last_entry("freeze.declared").details.actor_role == "Press officer, Department for Rivers"


# Lifting


@pytest.mark.parametrize("who", ["press_officer", "second_press_officer", "administrator", "superuser"])
def test_whoever_may_declare_a_freeze_may_lift_it(cast, who):
    freeze = lift(election(cast), getattr(cast, who))
    assert freeze.lifted_at == START


@pytest.mark.parametrize("who", [*MAY_NOT_DECLARE, "outside_officer"])
def test_nobody_else_lifts_it(cast, who):
    freeze = election(cast)
    with pytest.raises(NotAllowed):
        lift(freeze, getattr(cast, who))
    assert holds(cast, START) == [freeze]


@pytest.mark.parametrize("who", ["press_officer", "administrator", "outside_officer"])
def test_a_department_does_not_lift_what_holds_for_all(cast, who):
    freeze = election(cast, everywhere=True)
    with pytest.raises(NotAllowed):
        lift(freeze, getattr(cast, who))
    assert holds(cast, START) == [freeze]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_lifting_needs_a_reason(cast, reason):
    freeze = election(cast)
    with pytest.raises(NotNow, match="Say why"):
        lift(freeze, cast.press_officer, reason=reason)
    assert holds(cast, START) == [freeze]


def test_a_freeze_is_lifted_once(cast):
    freeze = election(cast)
    lift(freeze, cast.press_officer)
    with pytest.raises(NotNow, match="ended already"):
        lift(freeze, cast.administrator, at=START + HOUR)
    assert fresh(freeze).lifted_at == START


def test_a_freeze_that_is_over_is_not_lifted(cast):
    freeze = election(cast)
    with pytest.raises(NotNow, match="ended already"):
        lift(freeze, cast.press_officer, at=END)
    assert fresh(freeze).lifted_at is None


def test_a_lifting_is_recorded_with_both_ends_and_the_reason(cast):
    freeze = lift(election(cast), cast.administrator)
    entry = last_entry("freeze.lifted")
    assert (entry.subject_kind, entry.subject_id) == ("freeze", freeze.pk)
    assert entry.details.actor_role == "Department administrator, Department for Rivers"
    assert entry.details.reason == "It was called off."
    assert entry.details.changes == {"to": [moment(END), moment(START)]}


# Readers' pages


def versions():
    return dict(Team.objects.values_list("slug", "page_version"))


def turned(at):
    """The blogs whose pages are others once a worker has looked at this time."""
    before = versions()
    with clock.set_to(at):
        turn_pages()
    return {slug for slug, version in versions().items() if version != before[slug]}


OURS, ALL = {"floods", "water"}, {"floods", "water", "streets"}


def test_the_pages_of_the_department_turn_when_it_begins(cast):
    election(cast)
    assert turned(START - SECOND) == set()
    assert turned(START) == OURS


def test_they_turn_again_when_it_ends(cast):
    election(cast)
    turned(START)
    assert turned(END - SECOND) == set()
    assert turned(END) == OURS


def test_the_pages_of_all_departments_turn_with_a_freeze_of_all(cast):
    election(cast, everywhere=True)
    assert turned(START) == ALL
    assert turned(END) == ALL


def test_they_turn_once_however_many_workers_look(cast):
    election(cast)
    turned(START)
    assert turned(START) == set()
    turned(END)
    assert turned(END) == set()


def test_a_worker_that_was_away_all_through_it_turns_the_pages_after_it(cast):
    election(cast)
    assert turned(END + HOUR) == OURS
    assert turned(END + HOUR) == set()


def test_a_freeze_that_holds_at_once_turns_the_pages_with_its_declaration(cast):
    before = versions()
    election(cast, starts=-HOUR)
    assert {slug for slug, version in versions().items() if version != before[slug]} == OURS


def test_lifting_turns_the_pages_at_once(cast):
    freeze = election(cast)
    turned(START)
    before = versions()
    lift(freeze, cast.press_officer, at=START + HOUR)
    assert {slug for slug, version in versions().items() if version != before[slug]} == OURS
    assert turned(END) == set()


def test_with_nothing_to_tell_a_look_is_one_question(cast, django_assert_num_queries):
    election(cast)
    with django_assert_num_queries(3):  # one, and the ends of its transaction in a test
        turn_pages()
