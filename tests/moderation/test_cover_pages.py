"""The desk's page of cover: what it shows to whom, and what its forms do and refuse."""

from datetime import timedelta

import pytest

from moderation.models import Delegation, Duty
from moderation.routes import press_office
from tests.covering import make_delegation, make_duty
from tests.making import fresh
from tests.pages import typed, words

DAY = timedelta(days=1)
COVER = "/desk/cover/"
TIMES = {
    "starts_at_day": "2026-03-09",
    "starts_at_time": "09:00",
    "ends_at_day": "2026-03-13",
    "ends_at_time": "18:00",
}


@pytest.fixture(autouse=True)
def _office(in_spring, cast):
    press_office(cast.department)


def lending(cast, **changes):
    """What the browser sends from the form of a delegation: the second press officer's, to the clearer."""
    people = {"giver": cast.second_press_officer.pk, "receiver": cast.clearer.pk}
    return {"act": "delegate", **people, **TIMES, "reason": "leave", **changes}


def shift(cast, **changes):
    """What it sends from the form of a shift: the clearer's."""
    who = {"department": cast.department.pk, "person": cast.clearer.pk}
    return {"act": "duty", **who, **TIMES, **changes}


# What it shows


@pytest.mark.parametrize("who", ["press_officer", "author", "administrator"])
def test_people_of_the_department_read_who_is_on_duty(sign_in, cast, who):
    make_duty(cast)
    assert "Cleo Clearer for Department for Rivers" in words(sign_in(getattr(cast, who)).get(COVER))


def test_only_administrators_have_the_form_of_a_shift(sign_in, cast):
    assert "Put somebody on duty" in words(sign_in(cast.administrator).get(COVER))
    assert "Put somebody on duty" not in words(sign_in(cast.press_officer).get(COVER))


def test_the_form_begins_with_the_person_who_looks(sign_in, cast):
    assert typed(sign_in(cast.press_officer).get(COVER))["giver"] == str(cast.press_officer.pk)


def test_a_stranger_is_sent_to_sign_in(client, db):
    assert client.get(COVER).status_code == 302


# Lending


@pytest.mark.parametrize("who", ["second_press_officer", "administrator", "superuser"])
def test_the_form_lends_signing_in_the_time_of_london(sign_in, cast, who):
    answer = sign_in(getattr(cast, who)).post(COVER, lending(cast))
    delegation = Delegation.objects.get()
    assert (answer.status_code, delegation.given_by) == (302, getattr(cast, who))
    assert delegation.starts_at.isoformat() == "2026-03-09T09:00:00+00:00"
    assert delegation.ends_at.isoformat() == "2026-03-13T18:00:00+00:00"


@pytest.mark.parametrize("who", ["author", "administrator", "nobody"])
def test_who_cannot_sign_is_not_offered_as_receiver(sign_in, cast, who):
    page = sign_in(cast.second_press_officer).post(COVER, lending(cast, receiver=getattr(cast, who).pk))
    assert (page.status_code, Delegation.objects.count()) == (422, 0)


def test_looking_ends_nothing(sign_in, cast):
    delegation, duty = make_delegation(cast), make_duty(cast)
    browser = sign_in(cast.administrator)
    assert browser.get(f"/desk/cover/delegations/{delegation.pk}/end/").status_code == 405
    assert browser.get(f"/desk/cover/duties/{duty.pk}/end/").status_code == 405
    assert (fresh(delegation).ended_at, fresh(duty).ended_at) == (None, None)


# The out-of-hours list


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_the_form_puts_somebody_on_duty(sign_in, cast, who):
    answer = sign_in(getattr(cast, who)).post(COVER, shift(cast))
    duty = Duty.objects.get()
    assert (answer.status_code, duty.person, duty.listed_by) == (302, cast.clearer, getattr(cast, who))


@pytest.mark.parametrize("who", ["press_officer", "clearer", "author", "outside_officer"])
def test_nobody_else_puts_anybody_on_duty(sign_in, cast, who):
    answer = sign_in(getattr(cast, who)).post(COVER, shift(cast))
    assert (answer.status_code, Duty.objects.count()) == (422, 0)


def test_what_was_ended_meanwhile_is_not_ended_again(sign_in, cast):
    duty = make_duty(cast)
    browser = sign_in(cast.administrator)
    browser.post(f"/desk/cover/duties/{duty.pk}/end/")
    page = browser.post(f"/desk/cover/duties/{duty.pk}/end/")
    assert page.status_code == 409
    assert "That has ended already." in words(page)
