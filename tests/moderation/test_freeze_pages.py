"""The desk's pages of freezes: what they show to whom, and what their forms do and refuse."""

from datetime import timedelta

import pytest

from moderation.models import FreezeException
from moderation.submitting import Timing
from moderation.workflow import Plan
from teams import freezing
from teams.models import Freeze
from tests.conftest import submit_it
from tests.covering import make_freeze
from tests.embargoes import embargoed, opened
from tests.making import SPRING, fresh, sign_it
from tests.pages import errors, kept, links, tags, words

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR = timedelta(hours=1)
NEW = "/desk/freezes/new/"
WHO_DECLARES = ["press_officer", "second_press_officer", "administrator", "superuser"]


@pytest.fixture
def signed(draft, cast):
    """A submission that every step has signed and that waits for its button."""
    submission = submit_it(draft, cast.author, timing=Timing(Plan.BUTTON))
    sign_it(submission, cast.press_officer)
    return fresh(submission)


def freeze_now(cast, **changes):
    return make_freeze(cast, **{"starts": -HOUR, "lasts": 3 * HOUR, **changes})


def typed_in(cast, **changes):
    usual = {
        "department": cast.department.pk,
        "level": "election",
        "starts_at_day": "2026-03-25",
        "starts_at_time": "00:01",
        "ends_at_day": "2026-05-07",
        "ends_at_time": "22:00",
        "notice": "An election has been called.",
        "directors": [cast.second_press_officer.pk, cast.administrator.pk],
    }
    return {**usual, **changes}


def through(freeze, post):
    return f"/desk/freezes/{freeze.pk}/posts/{post.pk}/"


# What there is


@pytest.mark.parametrize("who", WHO_DECLARES)
def test_who_declares_freezes_sees_them(sign_in, cast, who):
    make_freeze(cast)
    page = sign_in(getattr(cast, who)).get("/desk/freezes/")
    assert "Election freeze, Department for Rivers" in words(page)
    assert NEW in links(page)


def test_a_freeze_that_holds_is_told_from_one_to_come_and_one_that_is_over(sign_in, cast):
    freeze_now(cast)
    make_freeze(cast)
    freezing.lift(freeze_now(cast), by=cast.press_officer, reason="It was called off.")
    page = sign_in(cast.press_officer).get("/desk/freezes/")
    assert [tag for tag in tags(page) if tag in ("Holds now", "To come")] == ["To come", "Holds now"]
    assert "Over" in words(page)


def test_without_a_freeze_the_page_says_so(sign_in, cast):
    assert "No freeze holds or is to come" in words(sign_in(cast.press_officer).get("/desk/freezes/"))


def test_only_what_one_may_lift_can_be_lifted(sign_in, cast):
    ours, everywhere = freeze_now(cast), freeze_now(cast, everywhere=True)
    page = links(sign_in(cast.press_officer).get("/desk/freezes/"))
    assert f"/desk/freezes/{ours.pk}/lift/" in page
    assert f"/desk/freezes/{everywhere.pk}/lift/" not in page


@pytest.mark.parametrize("address", ["/desk/freezes/", NEW])
def test_a_stranger_is_sent_to_sign_in(client, db, address):
    assert client.get(address).status_code == 302


# Declaring


@pytest.mark.parametrize("who", WHO_DECLARES)
def test_the_form_declares_a_freeze_in_the_time_of_london(sign_in, cast, who):
    answer = sign_in(getattr(cast, who)).post(NEW, typed_in(cast))
    freeze = Freeze.objects.get()
    assert (answer.status_code, freeze.declared_by) == (302, getattr(cast, who))
    assert freeze.starts_at.isoformat() == "2026-03-25T00:01:00+00:00"
    assert freeze.ends_at.isoformat() == "2026-05-07T21:00:00+00:00"
    assert set(freeze.directors.all()) == {cast.second_press_officer, cast.administrator}


@pytest.mark.parametrize("who", ["author", "editor", "clearer", "community_manager", "auditor", "nobody"])
def test_nobody_else_declares_one(sign_in, cast, who):
    answer = sign_in(getattr(cast, who)).post(NEW, typed_in(cast))
    assert (answer.status_code, Freeze.objects.count()) == (403, 0)


def test_the_platform_administrator_declares_one_for_all(sign_in, cast):
    sign_in(cast.superuser).post(NEW, typed_in(cast, department=""))
    assert Freeze.objects.get().department is None


def test_a_department_is_not_left_out_by_anybody_else(sign_in, cast):
    page = sign_in(cast.press_officer).post(NEW, typed_in(cast, department=""))
    assert (page.status_code, Freeze.objects.count()) == (422, 0)


def test_another_department_cannot_be_chosen(sign_in, cast):
    page = sign_in(cast.press_officer).post(NEW, typed_in(cast, department=cast.other_department.pk))
    assert (page.status_code, Freeze.objects.count()) == (422, 0)


def test_people_of_another_department_are_not_offered_as_directors(sign_in, cast):
    page = sign_in(cast.press_officer).post(NEW, typed_in(cast, directors=[cast.outside_officer.pk]))
    assert (page.status_code, Freeze.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"level": ""}, "Choose how strict the freeze is."),
        ({"directors": []}, "Name the people who may let a post through."),
        ({"starts_at_day": ""}, "Enter the day and time for “From”."),
        ({"ends_at_day": "2026-03-01"}, "The freeze must end after it starts, and not in the past."),
        ({"notice": " "}, None),
    ],
    ids=["level", "directors", "start", "end", "notice"],
)
def test_a_faulty_declaration_is_refused_and_its_notice_kept(sign_in, cast, changed, message):
    page = sign_in(cast.press_officer).post(NEW, typed_in(cast, **changed))
    assert (page.status_code, Freeze.objects.count()) == (422, 0)
    assert message in errors(page) if message else errors(page)
    assert kept(page)["Notice for readers"] == typed_in(cast, **changed)["notice"].strip()


def test_mourning_with_one_director_is_refused_in_words(sign_in, cast):
    one = typed_in(cast, level="mourning", directors=[cast.administrator.pk])
    page = sign_in(cast.press_officer).post(NEW, one)
    assert errors(page) == ["Name at least 2 people who can let a post through this freeze."]
    assert not Freeze.objects.exists()


# Lifting


def test_the_form_lifts_a_freeze_with_its_reason(sign_in, cast):
    freeze = freeze_now(cast)
    sign_in(cast.administrator).post(f"/desk/freezes/{freeze.pk}/lift/", {"reason": "It was called off."})
    assert fresh(freeze).lifted_at == SPRING


def test_without_a_reason_it_stays(sign_in, cast):
    freeze = freeze_now(cast)
    page = sign_in(cast.administrator).post(f"/desk/freezes/{freeze.pk}/lift/", {"reason": " "})
    assert (page.status_code, errors(page)) == (422, ["Say why. It stays in the record."])
    assert fresh(freeze).lifted_at is None


def test_looking_at_the_form_lifts_nothing(sign_in, cast):
    freeze = freeze_now(cast)
    assert sign_in(cast.administrator).get(f"/desk/freezes/{freeze.pk}/lift/").status_code == 200
    assert fresh(freeze).lifted_at is None


@pytest.mark.parametrize("who", ["outside_officer", "author", "auditor"])
def test_nobody_else_lifts_it(sign_in, cast, who):
    freeze = freeze_now(cast)
    answer = sign_in(getattr(cast, who)).post(f"/desk/freezes/{freeze.pk}/lift/", {"reason": "Wanted."})
    assert (answer.status_code, fresh(freeze).lifted_at) == (403, None)


def test_what_was_lifted_meanwhile_is_not_lifted_again(sign_in, cast):
    freeze = freezing.lift(freeze_now(cast), by=cast.press_officer, reason="It was called off.")
    page = sign_in(cast.administrator).post(f"/desk/freezes/{freeze.pk}/lift/", {"reason": "Wanted."})
    assert page.status_code == 409
    assert "This freeze has ended already." in words(page)


# Letting a post through


def test_a_director_is_led_to_what_they_could_let_through(sign_in, signed, cast):
    freeze = freeze_now(cast)
    assert through(freeze, signed.post) in links(sign_in(cast.administrator).get("/desk/freezes/"))
    assert through(freeze, signed.post) in links(sign_in(cast.administrator).get("/desk/"))


def test_a_director_of_any_role_is_led_there_from_the_desk(sign_in, signed, cast):
    freeze = freeze_now(cast, directors=[cast.editor])
    assert through(freeze, signed.post) in links(sign_in(cast.editor).get("/desk/"))
    assert sign_in(cast.editor).get(through(freeze, signed.post)).status_code == 200


def test_who_is_not_named_is_not_led_there(sign_in, signed, cast):
    freeze = freeze_now(cast)
    assert through(freeze, signed.post) not in links(sign_in(cast.press_officer).get("/desk/freezes/"))


def test_the_form_lets_a_post_through_with_its_reason(sign_in, signed, cast):
    freeze = freeze_now(cast)
    sign_in(cast.administrator).post(through(freeze, signed.post), {"reason": "Floods do not wait."})
    exception = FreezeException.objects.get()
    assert (exception.person, exception.reason) == (cast.administrator, "Floods do not wait.")


def test_without_a_reason_nothing_is_let_through(sign_in, signed, cast):
    freeze = freeze_now(cast)
    page = sign_in(cast.administrator).post(through(freeze, signed.post), {"reason": ""})
    assert (page.status_code, FreezeException.objects.count()) == (422, 0)


@pytest.mark.parametrize("who", ["press_officer", "author", "superuser"])
def test_there_is_no_such_page_for_who_is_not_named(sign_in, signed, cast, who):
    freeze = freeze_now(cast)
    answer = sign_in(getattr(cast, who)).post(through(freeze, signed.post), {"reason": "Wanted."})
    assert (answer.status_code, FreezeException.objects.count()) == (404, 0)


def test_a_director_whom_an_embargo_does_not_name_sees_no_words_of_the_post(sign_in, draft, cast):
    post = embargoed(draft, cast.author, cast.press_officer)
    freeze = freeze_now(cast)
    page = sign_in(cast.administrator).get(through(freeze, post))
    assert page.status_code == 403
    assert draft.draft.title not in page.content.decode()


def test_a_director_whom_it_names_opens_the_draft_first(sign_in, draft, cast):
    post = embargoed(draft, cast.author, cast.second_press_officer)
    freeze = freeze_now(cast)
    browser = sign_in(cast.second_press_officer)
    assert draft.draft.title not in browser.get(through(freeze, post)).content.decode()
    assert draft.draft.title in words(opened(browser, post).get(through(freeze, post)))
