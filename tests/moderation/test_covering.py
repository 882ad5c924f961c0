"""Cover: who may lend their signing to whom and for how long, the out-of-hours list, and ending both."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from moderation.covering import (
    delegate,
    delegations_of,
    end_delegation,
    on_duty,
    put_on_duty,
    take_off_duty,
)
from moderation.models import Delegation, Duty
from moderation.routes import press_office
from teams import clock
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.conftest import make_person
from tests.covering import make_delegation, make_duty, make_step
from tests.making import SPRING, fresh

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _offices(in_spring, cast):
    """Both press offices, as they are once a post has been submitted."""
    press_office(cast.department)
    press_office(cast.other_department)


def lend(cast, **changes):
    """The second press officer lends their signing to the clearer, from now for a day."""
    usual = {
        "giver": cast.second_press_officer,
        "receiver": cast.clearer,
        "starts_at": SPRING,
        "ends_at": SPRING + DAY,
        "reason": "leave",
    }
    given = {**usual, **changes}
    return delegate(**given, by=given["giver"]) if "by" not in given else delegate(**given)


def list_on_duty(cast, **changes):
    """The clearer is on duty for the press office, from now for a day."""
    usual = {
        "department": cast.department,
        "person": cast.clearer,
        "starts_at": SPRING,
        "ends_at": SPRING + DAY,
        "by": cast.administrator,
    }
    return put_on_duty(**{**usual, **changes})


def last_entry(action):
    return Entry.objects.filter(action=action).latest("number")


def told(person):
    mails = [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.all()]
    return [mail["subject"] for mail in mails if mail["address"] == person.email]


# Lending


@pytest.mark.parametrize("who", ["second_press_officer", "administrator", "superuser"])
def test_signing_is_lent_by_the_giver_or_by_who_administers_them(cast, who):
    delegation = lend(cast, by=getattr(cast, who))
    assert (delegation.giver, delegation.receiver) == (cast.second_press_officer, cast.clearer)
    assert (delegation.given_by, delegation.given_at) == (getattr(cast, who), SPRING)


@pytest.mark.parametrize(
    "who", ["clearer", "press_officer", "author", "editor", "auditor", "nobody", "outside_officer"]
)
def test_nobody_else_lends_it(cast, who):
    with pytest.raises(NotAllowed, match="your own signing"):
        lend(cast, by=getattr(cast, who))
    assert not Delegation.objects.exists()


def test_a_member_of_a_group_lends_their_signing(cast):
    make_step(cast, members=[cast.clearer])
    assert lend(cast, giver=cast.clearer, receiver=cast.press_officer).giver == cast.clearer


@pytest.mark.parametrize("who", ["author", "administrator", "auditor", "clearer"])
def test_who_signs_for_no_group_has_nothing_to_lend(cast, who):
    with pytest.raises(NotNow, match="nothing to delegate"):
        lend(cast, giver=getattr(cast, who), receiver=cast.press_officer)
    assert not Delegation.objects.exists()


@pytest.mark.parametrize("who", ["press_officer", "clearer", "outside_officer"])
def test_press_officers_and_clearers_sign_for_somebody(cast, who):
    assert lend(cast, receiver=getattr(cast, who)).receiver == getattr(cast, who)


@pytest.mark.parametrize("who", ["author", "editor", "administrator", "auditor", "nobody", "superuser"])
def test_nobody_else_does(cast, who):
    with pytest.raises(NotNow, match="must be a press officer or a clearer"):
        lend(cast, receiver=getattr(cast, who))
    assert not Delegation.objects.exists()


def test_who_has_left_signs_for_nobody(cast):
    cast.clearer.is_active = False
    cast.clearer.save()
    with pytest.raises(NotNow):
        lend(cast, receiver=fresh(cast.clearer))


def test_who_has_left_lends_nothing(cast):
    cast.second_press_officer.is_active = False
    cast.second_press_officer.save()
    with pytest.raises((NotAllowed, NotNow)):
        lend(cast, giver=fresh(cast.second_press_officer))
    assert not Delegation.objects.exists()


def test_nobody_signs_for_themselves(cast):
    with pytest.raises(NotNow, match="somebody else"):
        lend(cast, receiver=cast.second_press_officer)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_lending_needs_a_reason(cast, reason):
    with pytest.raises(NotNow, match="what the delegation is for"):
        lend(cast, reason=reason)
    assert not Delegation.objects.exists()


def test_signing_is_lent_for_three_months_at_most(cast):
    assert lend(cast, ends_at=SPRING + 92 * DAY).pk
    with pytest.raises(NotNow, match="92 days at most"):
        lend(cast, ends_at=SPRING + 92 * DAY + SECOND)


@pytest.mark.parametrize("lend_it", [lend, list_on_duty])
@pytest.mark.parametrize("lasts", [timedelta(0), -HOUR], ids=["nothing", "less than nothing"])
def test_cover_ends_after_it_starts(cast, lend_it, lasts):
    with pytest.raises(NotNow, match="after the start"):
        lend_it(cast, starts_at=SPRING + DAY, ends_at=SPRING + DAY + lasts)


@pytest.mark.parametrize("lend_it", [lend, list_on_duty])
def test_cover_does_not_end_in_the_past(cast, lend_it):
    with pytest.raises(NotNow, match="The end has passed"):
        lend_it(cast, starts_at=SPRING - HOUR, ends_at=SPRING)


@pytest.mark.parametrize("lend_it", [lend, list_on_duty])
def test_cover_can_be_arranged_for_later(cast, lend_it):
    assert lend_it(cast, starts_at=SPRING + 20 * DAY, ends_at=SPRING + 21 * DAY).pk


def test_who_is_lent_a_right_is_told(cast):
    lend(cast)
    assert len(told(cast.clearer)) == 1
    assert told(cast.second_press_officer) == []


def test_a_lent_right_is_recorded_with_both_people_and_times(cast):
    delegation = lend(cast)
    entry = last_entry("delegation.given")
    assert (entry.subject_kind, entry.subject_id) == ("delegation", delegation.pk)
    assert entry.department_id == cast.department.pk
    assert entry.details.subject_label == "Sol Second"
    assert (entry.details.actor_id, entry.details.actor_role) == (cast.second_press_officer.pk, "Signatory")
    assert entry.details.reason == "leave"
    assert entry.details.changes["signs for them"] == [None, "Cleo Clearer"]
    assert entry.details.changes["person number"] == [None, cast.clearer.pk]
    assert [*entry.details.changes["from"], *entry.details.changes["to"]] == [
        None,
        "2026-03-02T09:00:00.000000+00:00",
        None,
        "2026-03-03T09:00:00.000000+00:00",
    ]


def test_a_right_lent_for_somebody_is_recorded_as_their_administrators(cast):
    lend(cast, by=cast.administrator)
    role = last_entry("delegation.given").details.actor_role
    assert role == "Department administrator, Department for Rivers"


# Ending what is lent


@pytest.mark.parametrize("who", ["second_press_officer", "clearer", "administrator", "superuser"])
def test_the_two_people_and_who_administers_them_end_it(cast, who):
    delegation = end_delegation(make_delegation(cast), by=getattr(cast, who))
    assert delegation.ended_at == SPRING


@pytest.mark.parametrize("who", ["press_officer", "author", "auditor", "nobody", "outside_officer"])
def test_nobody_else_ends_it(cast, who):
    delegation = make_delegation(cast)
    with pytest.raises(NotAllowed):
        end_delegation(delegation, by=getattr(cast, who))
    assert fresh(delegation).ended_at is None


def test_it_is_ended_once(cast):
    delegation = end_delegation(make_delegation(cast), by=cast.clearer)
    with pytest.raises(NotNow, match="ended already"):
        end_delegation(delegation, by=cast.administrator)


def test_what_is_over_is_not_ended(cast):
    delegation = make_delegation(cast, lasts=2 * DAY)
    with clock.set_to(SPRING + DAY), pytest.raises(NotNow, match="ended already"):
        end_delegation(delegation, by=cast.clearer)


def test_what_is_to_come_is_ended_before_it_begins(cast):
    delegation = make_delegation(cast, starts=DAY)
    assert end_delegation(delegation, by=cast.clearer).ended_at == SPRING


def test_its_end_is_recorded(cast):
    end_delegation(make_delegation(cast), by=cast.second_press_officer)
    entry = last_entry("delegation.ended")
    assert entry.details.actor_role == "Signatory"
    assert entry.details.changes == {"signs for them": ["Cleo Clearer", None]}


# The out-of-hours list


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_administrators_set_the_out_of_hours_list(cast, who):
    duty = list_on_duty(cast, by=getattr(cast, who))
    assert (duty.person, duty.department, duty.listed_by) == (
        cast.clearer,
        cast.department,
        getattr(cast, who),
    )


@pytest.mark.parametrize(
    "who", ["press_officer", "clearer", "author", "editor", "auditor", "nobody", "outside_officer"]
)
def test_nobody_else_sets_it(cast, who):
    with pytest.raises(NotAllowed):
        list_on_duty(cast, by=getattr(cast, who))
    assert not Duty.objects.exists()


@pytest.mark.parametrize("who", ["press_officer", "clearer", "outside_officer"])
def test_press_officers_and_clearers_are_on_duty(cast, who):
    assert list_on_duty(cast, person=getattr(cast, who)).person == getattr(cast, who)


@pytest.mark.parametrize("who", ["author", "editor", "administrator", "auditor", "nobody", "superuser"])
def test_nobody_else_is_on_duty(cast, who):
    with pytest.raises(NotNow, match="must be a press officer or a clearer"):
        list_on_duty(cast, person=getattr(cast, who))
    assert not Duty.objects.exists()


def test_a_shift_lasts_a_week_at_most(cast):
    assert list_on_duty(cast, ends_at=SPRING + 7 * DAY).pk
    with pytest.raises(NotNow, match="7 days at most"):
        list_on_duty(cast, ends_at=SPRING + 7 * DAY + SECOND)


def test_a_shift_is_recorded_with_its_person_and_times(cast):
    duty = list_on_duty(cast)
    entry = last_entry("duty.listed")
    assert (entry.subject_kind, entry.subject_id) == ("duty", duty.pk)
    assert entry.department_id == cast.department.pk
    assert entry.details.actor_role == "Department administrator, Department for Rivers"
    assert entry.details.changes == {
        "on duty": [None, "Cleo Clearer"],
        "person number": [None, cast.clearer.pk],
        "department number": [None, cast.department.pk],
        "from": [None, "2026-03-02T09:00:00.000000+00:00"],
        "to": [None, "2026-03-03T09:00:00.000000+00:00"],
    }


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_administrators_end_a_shift(cast, who):
    assert take_off_duty(make_duty(cast), by=getattr(cast, who)).ended_at == SPRING


@pytest.mark.parametrize("who", ["clearer", "press_officer", "author", "auditor", "outside_officer"])
def test_nobody_else_ends_a_shift(cast, who):
    duty = make_duty(cast)
    with pytest.raises(NotAllowed):
        take_off_duty(duty, by=getattr(cast, who))
    assert fresh(duty).ended_at is None


def test_a_shift_is_ended_once(cast):
    duty = take_off_duty(make_duty(cast), by=cast.administrator)
    with pytest.raises(NotNow, match="ended already"):
        take_off_duty(duty, by=cast.administrator)


def test_the_end_of_a_shift_is_recorded(cast):
    take_off_duty(make_duty(cast), by=cast.administrator)
    assert last_entry("duty.ended").details.changes == {"on duty": ["Cleo Clearer", None]}


# What is shown of cover


def test_the_list_has_shifts_that_hold_and_shifts_to_come_the_next_first(cast):
    later, now = make_duty(cast, starts=3 * DAY), make_duty(cast)
    assert list(on_duty({cast.department.pk})) == [now, later]


def test_the_list_has_nothing_that_is_over_or_was_ended(cast):
    with clock.set_to(SPRING - 5 * DAY):
        make_duty(cast)
    take_off_duty(make_duty(cast), by=cast.administrator)
    assert list(on_duty({cast.department.pk})) == []


def test_the_list_has_nothing_of_another_department(cast):
    make_duty(cast)
    assert list(on_duty({cast.other_department.pk})) == []


@pytest.mark.parametrize("who", ["second_press_officer", "clearer"])
def test_each_of_the_two_sees_what_is_lent(cast, who):
    delegations = [make_delegation(cast), make_delegation(cast, starts=DAY)]
    assert list(delegations_of(getattr(cast, who))) == delegations


def test_nobody_else_sees_it(cast):
    make_delegation(cast)
    assert list(delegations_of(cast.press_officer)) == []


def test_they_see_nothing_that_is_over_or_was_ended(cast):
    with clock.set_to(SPRING - 10 * DAY):
        make_delegation(cast)
    end_delegation(make_delegation(cast), by=cast.clearer)
    assert list(delegations_of(cast.clearer)) == []


def test_lending_is_recorded_in_the_department_for_which_its_giver_signs(cast):
    giver = make_person("Bo Both", ("author", cast.other_team), ("press_officer", cast.department))
    delegate(giver, cast.clearer, SPRING, SPRING + DAY, reason="leave", by=giver)
    assert last_entry("delegation.given").department_id == cast.department.pk


def test_an_administrator_of_two_departments_acts_as_that_of_the_right_one(cast):
    roles = [("department_admin", place) for place in (cast.other_department, cast.department)]
    list_on_duty(cast, by=make_person("Bo Both", *roles))
    assert last_entry("duty.listed").details.actor_role == "Department administrator, Department for Rivers"
