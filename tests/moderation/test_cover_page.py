"""The page of cover: who sees which delegations and shifts, who may change them, and what bad input gives."""

import pytest

from moderation.models import Delegation, Duty
from moderation.routes import press_office
from tests.conftest import make_person
from tests.covering import make_delegation, make_duty
from tests.making import fresh
from tests.pages import errors, typed, words
from tests.policyblogs.test_html import wrong_with

COVER = "/desk/cover/"
TIMES = {
    "starts_at_day": "2999-01-01",
    "starts_at_time": "09:00",
    "ends_at_day": "2999-01-03",
    "ends_at_time": "17:30",
}


@pytest.fixture(autouse=True)
def _offices(in_spring, cast):
    """Both press offices, as the first submissions make them."""
    for department in (cast.department, cast.other_department):
        press_office(department)


def delegation_sent(cast, **changes):
    people = {"giver": cast.press_officer.pk, "receiver": cast.clearer.pk}
    return {"act": "delegate", **people, **TIMES, "reason": "Leave", **changes}


def duty_sent(cast, **changes):
    return {"act": "duty", "department": cast.department.pk, "person": cast.clearer.pk, **TIMES, **changes}


@pytest.mark.parametrize("who", ["second_press_officer", "clearer", "administrator", "superuser"])
def test_a_delegation_is_seen_by_its_people_and_those_who_administer_its_giver(sign_in, cast, who):
    make_delegation(cast)
    page = sign_in(getattr(cast, who)).get(COVER)
    assert "Cleo Clearer for Sol Second" in words(page)
    assert wrong_with(page, private=True) == []


@pytest.mark.parametrize("who", ["press_officer", "outside_officer", "author"])
def test_nobody_else_sees_a_delegation(sign_in, cast, who):
    make_delegation(cast)
    assert "Cleo Clearer for Sol Second" not in words(sign_in(getattr(cast, who)).get(COVER))


@pytest.mark.parametrize("who", ["second_press_officer", "clearer", "administrator", "superuser"])
def test_whoever_sees_a_delegation_can_end_it(sign_in, cast, who):
    delegation = make_delegation(cast)
    page = sign_in(getattr(cast, who)).post(f"{COVER}delegations/{delegation.pk}/end/", follow=True)
    assert "The delegation has ended." in page.content.decode()
    assert fresh(delegation).ended_at


@pytest.mark.parametrize("who", ["press_officer", "outside_officer", "author"])
def test_nobody_else_can_end_a_delegation(sign_in, cast, who):
    delegation = make_delegation(cast)
    response = sign_in(getattr(cast, who)).post(f"{COVER}delegations/{delegation.pk}/end/")
    assert (response.status_code, fresh(delegation).ended_at) == (403, None)


def test_the_platform_administrator_sees_every_shift(sign_in, cast):
    make_duty(cast)
    assert "Cleo Clearer for Department for Rivers" in words(sign_in(cast.superuser).get(COVER))


def test_an_administrator_of_another_department_sees_no_shift(sign_in, cast):
    make_duty(cast)
    assert "Cleo Clearer for" not in words(sign_in(cast.outside_officer).get(COVER))


@pytest.mark.parametrize("who", ["press_officer", "clearer", "outside_officer"])
def test_only_administrators_end_a_shift(sign_in, cast, who):
    duty = make_duty(cast)
    response = sign_in(getattr(cast, who)).post(f"{COVER}duties/{duty.pk}/end/")
    assert (response.status_code, fresh(duty).ended_at) == (403, None)


def test_a_delegation_is_given(sign_in, cast):
    response = sign_in(cast.press_officer).post(COVER, delegation_sent(cast), follow=True)
    assert "Saved. It is on the record" in response.content.decode()
    assert Delegation.objects.get().receiver == cast.clearer


def test_a_shift_is_listed(sign_in, cast):
    assert sign_in(cast.administrator).post(COVER, duty_sent(cast)).status_code == 302
    assert Duty.objects.get().person == cast.clearer


def test_the_two_forms_share_no_ids(sign_in, cast):
    assert wrong_with(sign_in(cast.administrator).get(COVER), private=True) == []


def test_whoever_has_nothing_to_delegate_is_not_asked_and_refused(sign_in, cast):
    browser = sign_in(cast.author)
    assert "Let somebody sign meanwhile" not in words(browser.get(COVER))
    assert browser.post(COVER, delegation_sent(cast)).status_code == 403


def test_another_person_cannot_be_chosen_as_giver(sign_in, cast):
    sent = delegation_sent(cast, giver=cast.second_press_officer.pk, receiver=cast.press_officer.pk)
    assert sign_in(cast.press_officer).post(COVER, sent).status_code == 422
    assert not Delegation.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"receiver": ""},
        {"receiver": "9" * 30},
        {"receiver": "9" * 5000},
        {"receiver": "1\0"},
        {"starts_at_day": "x"},
        {"ends_at_day": "2998-01-01"},
        {"ends_at_day": "2999-12-31"},
        {"starts_at_time": ""},
        {"reason": ""},
        {"reason": "x" * 301},
        {"reason": "\0"},
    ],
    ids=lambda wrong: str(wrong)[:40],
)
def test_what_cannot_be_is_said_and_the_rest_kept(sign_in, cast, wrong):
    response = sign_in(cast.press_officer).post(COVER, delegation_sent(cast, **wrong))
    assert response.status_code == 422
    assert errors(response)
    assert wrong_with(response, private=True) == []
    sent = {"giver": str(cast.press_officer.pk), **TIMES, "reason": "Leave"}
    kept = typed(response)
    assert {name: kept[name] for name in sent if name not in wrong} == {
        name: value for name, value in sent.items() if name not in wrong
    }
    assert not Delegation.objects.exists()


@pytest.mark.parametrize("wrong", [{"person": "9" * 30}, {"department": "9" * 30}, {"ends_at_day": ""}])
def test_a_shift_that_cannot_be_is_not_listed(sign_in, cast, wrong):
    response = sign_in(cast.administrator).post(COVER, duty_sent(cast, **wrong))
    assert (response.status_code, wrong_with(response, private=True)) == (422, [])
    assert not Duty.objects.exists()


def test_an_administrator_of_elsewhere_lists_nobody_here(sign_in, cast):
    assert sign_in(cast.outside_officer).post(COVER, duty_sent(cast)).status_code == 422
    assert not Duty.objects.exists()


@pytest.mark.parametrize("key", [0, 10**30])
def test_what_is_not_there_is_not_found(sign_in, cast, key):
    for kind in ("delegations", "duties"):
        assert sign_in(cast.administrator).post(f"{COVER}{kind}/{key}/end/").status_code == 404


def test_a_person_without_a_role_may_not_open_it(sign_in, cast):
    assert sign_in(make_person("No Role")).get(COVER).status_code == 403
