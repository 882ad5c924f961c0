"""History mode in the administration: set and ended by the administrators of the department."""

import pytest

from posts.history import end_history
from posts.restrictions import PastGovernment
from tests.histories import FIRST, LAST, NAME, make_history
from tests.making import fresh
from tests.pages import words

LIST = "/admin/posts/pastgovernment/"
SENT = {"name": f"  {NAME}\u202e ", "starts_on": "24/07/2019", "ends_on": "04/07/2024"}


@pytest.fixture
def admin(sign_in, cast):
    """The browser of the department's administrator."""
    return sign_in(cast.administrator)


def test_it_is_set_in_the_administration(admin, cast):
    assert admin.get(f"{LIST}add/").status_code == 200
    admin.post(f"{LIST}add/", {**SENT, "department": cast.department.pk})
    past = PastGovernment.objects.get()
    assert (past.name, past.starts_on, past.ends_on) == (NAME, FIRST, LAST)
    assert past.set_by == cast.administrator


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"ends_on": "04/07/2036"}, "The last day must be past"),
        ({"ends_on": "04/07/2018"}, "The last day must not be before the first."),
        ({"name": ""}, "This field is required."),
        ({"department": "9"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_set_is_said_in_the_form(changed, message, admin, cast):
    page = admin.post(f"{LIST}add/", {**SENT, "department": cast.department.pk, **changed})
    assert page.status_code == 200
    assert message in words(page)
    assert not PastGovernment.objects.exists()


def test_another_departments_posts_are_not_to_be_chosen(admin, cast):
    admin.post(f"{LIST}add/", {**SENT, "department": cast.other_department.pk})
    assert not PastGovernment.objects.exists()


def test_it_is_ended_in_the_administration_with_a_reason(admin, cast):
    past = make_history(cast)
    address = f"{LIST}{past.pk}/change/"
    assert admin.post(address, {"why": "Wrong."}).status_code == 200
    assert fresh(past).ended_at is None
    admin.post(address, {"why": "The days were wrong.", "end": "on", "name": "Mine"})
    assert fresh(past).ended_by == cast.administrator
    assert fresh(past).name == NAME


def test_what_has_ended_can_only_be_looked_at(admin, cast):
    past = end_history(make_history(cast), by=cast.administrator, why="Wrong.")
    address = f"{LIST}{past.pk}/change/"
    assert NAME in words(admin.get(address))
    assert admin.post(address, {"why": "Again.", "end": "on"}).status_code == 403


def test_an_administrator_sees_their_own_department_only(sign_in, cast):
    past = make_history(cast)
    desk = sign_in(cast.outside_officer)
    assert NAME not in words(desk.get(LIST))
    assert desk.get(f"{LIST}{past.pk}/change/").status_code == 302
