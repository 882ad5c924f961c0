"""By what right a person signs: their own, one lent to them, or a shift of duty; and when it serves not."""

from datetime import timedelta

import pytest

from moderation.authority import own_groups, right_for, rights, signatories, step_for, waiting_steps, wrote
from moderation.covering import end_delegation, take_off_duty
from moderation.routes import press_office
from posts.drafting import set_partners, start_post
from teams import clock
from teams.models import RoleHeld
from teams.refusals import NotAllowed
from teams.roles import Role
from tests.conftest import make_person, submit_it
from tests.covering import make_delegation, make_duty, make_step
from tests.making import SPRING, fresh, save, sign_it, wording

pytestmark = pytest.mark.usefixtures("in_spring")

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OFFICE, OTHER_OFFICE = "Press office, Department for Rivers", "Press office, Ministry of Roads"
LEGAL = "Legal advisers, Department for Rivers"


@pytest.fixture(autouse=True)
def office(in_spring, cast):
    """The press office of the first department; the other department has one too."""
    press_office(cast.other_department)
    return press_office(cast.department)


@pytest.fixture
def legal(cast):
    """A group whose one member is the clearer, before the press office on the route."""
    return make_step(cast).group


def groups_of(person, at=SPRING):
    return {str(right.group) for found in rights(fresh(person), at).values() for right in found}


def roles_of(person, group, at=SPRING):
    return [right.role for right in rights(fresh(person), at).get(group.pk, [])]


def can_sign(group, at=SPRING):
    return set(signatories(group, at=at))


def leave(person):
    person.is_active = False
    person.save(update_fields=["is_active"])


def end_role(person, role):
    RoleHeld.objects.filter(person=person, role=role).delete()


# One's own


@pytest.mark.parametrize("who", ["press_officer", "second_press_officer", "writing_press_officer"])
def test_every_press_officer_signs_for_their_press_office(office, cast, who):
    assert roles_of(getattr(cast, who), office) == ["Press officer, Department for Rivers"]


@pytest.mark.parametrize(
    "who", ["author", "editor", "clearer", "community_manager", "administrator", "auditor", "superuser"]
)
def test_nobody_else_of_the_department_does(office, cast, who):
    assert roles_of(getattr(cast, who), office) == []
    assert getattr(cast, who) not in can_sign(office)


def test_a_press_officer_signs_for_no_other_department(cast):
    assert groups_of(cast.press_officer) == {OFFICE}
    assert groups_of(cast.outside_officer) == {OTHER_OFFICE}


def test_a_member_signs_for_their_group_in_its_name(legal, cast):
    assert roles_of(cast.clearer, legal) == ["Legal advisers, Department for Rivers"]


def test_a_clearer_who_is_in_no_group_signs_for_none(cast):
    assert groups_of(cast.clearer) == set()


def test_a_press_officer_does_not_sign_for_a_group_that_they_are_not_in(legal, cast):
    assert groups_of(cast.press_officer) == {OFFICE}


def test_a_press_officer_in_a_group_signs_for_both(cast):
    make_step(cast, members=[cast.press_officer])
    assert groups_of(cast.press_officer) == {OFFICE, LEGAL}


def test_a_member_who_is_a_clearer_no_more_signs_for_nobody(legal, cast):
    end_role(cast.clearer, Role.CLEARER)
    assert groups_of(cast.clearer) == set()
    assert can_sign(legal) == set()


def test_a_member_who_is_a_clearer_elsewhere_only_signs_for_nobody(legal, cast):
    end_role(cast.clearer, Role.CLEARER)
    RoleHeld.objects.create(person=cast.clearer, role=Role.CLEARER, department=cast.other_department)
    assert groups_of(cast.clearer) == set()
    assert can_sign(legal) == set()


def test_who_is_a_press_officer_no_more_signs_no_more(office, cast):
    end_role(cast.press_officer, Role.PRESS_OFFICER)
    assert groups_of(cast.press_officer) == set()
    assert cast.press_officer not in can_sign(office)


def test_who_has_left_signs_no_more(office, cast):
    leave(cast.press_officer)
    assert not own_groups(fresh(cast.press_officer)).exists()
    assert groups_of(cast.press_officer) == set()
    assert cast.press_officer not in can_sign(office)


# Lent


def test_a_lent_right_is_used_as_such(office, cast):
    make_delegation(cast)
    assert roles_of(cast.clearer, office) == ["Press officer, Department for Rivers (by delegation)"]


def test_one_who_has_a_right_of_their_own_uses_that_first(office, cast):
    make_delegation(cast, receiver=cast.press_officer)
    assert roles_of(cast.press_officer, office) == [
        "Press officer, Department for Rivers",
        "Press officer, Department for Rivers (by delegation)",
    ]


def test_every_group_of_the_giver_is_lent(legal, cast):
    make_step(cast, name="Analysts", members=[cast.second_press_officer])
    make_delegation(cast)
    assert groups_of(cast.clearer) == {OFFICE, LEGAL, "Analysts, Department for Rivers"}


def test_a_right_is_lent_across_departments(office, cast):
    make_delegation(cast, receiver=cast.outside_officer)
    assert groups_of(cast.outside_officer) == {OFFICE, OTHER_OFFICE}
    assert cast.outside_officer in can_sign(office)


def test_what_is_lent_is_not_lent_on(office, cast):
    make_step(cast, members=[cast.clearer])
    make_delegation(cast)
    make_delegation(cast, giver=cast.clearer, receiver=cast.outside_officer)
    assert groups_of(cast.outside_officer) == {OTHER_OFFICE, LEGAL}
    assert cast.outside_officer not in can_sign(office)


def test_a_delegation_that_was_ended_lends_nothing(office, cast):
    end_delegation(make_delegation(cast), by=cast.clearer)
    assert roles_of(cast.clearer, office) == []
    assert cast.clearer not in can_sign(office)


def test_a_giver_who_has_left_lends_nothing(office, cast):
    make_delegation(cast)
    leave(cast.second_press_officer)
    assert roles_of(cast.clearer, office) == []
    assert cast.clearer not in can_sign(office)


def test_a_giver_who_is_a_press_officer_no_more_lends_nothing(office, cast):
    make_delegation(cast)
    end_role(cast.second_press_officer, Role.PRESS_OFFICER)
    assert roles_of(cast.clearer, office) == []
    assert cast.clearer not in can_sign(office)


def test_a_receiver_who_has_left_is_lent_nothing(office, cast):
    make_delegation(cast)
    leave(cast.clearer)
    assert roles_of(cast.clearer, office) == []
    assert cast.clearer not in can_sign(office)


def test_a_receiver_who_is_a_clearer_no_more_is_lent_nothing(office, cast):
    make_delegation(cast)
    end_role(cast.clearer, Role.CLEARER)
    assert roles_of(cast.clearer, office) == []
    assert cast.clearer not in can_sign(office)


# On duty


def test_the_right_of_a_shift_is_used_as_such(office, cast):
    make_duty(cast)
    assert roles_of(cast.clearer, office) == ["Press officer, Department for Rivers (on duty)"]


def test_duty_is_for_the_press_office_and_no_other_group(cast):
    make_step(cast, members=[cast.press_officer])
    make_duty(cast)
    assert groups_of(cast.clearer) == {OFFICE}


def test_duty_in_one_department_gives_no_right_in_another(cast):
    make_duty(cast)
    assert OTHER_OFFICE not in groups_of(cast.clearer)


def test_a_shift_that_was_ended_gives_nothing(office, cast):
    take_off_duty(make_duty(cast), by=cast.administrator)
    assert roles_of(cast.clearer, office) == []
    assert cast.clearer not in can_sign(office)


def test_a_shift_of_somebody_who_has_left_gives_nothing(office, cast):
    make_duty(cast)
    leave(cast.clearer)
    assert roles_of(cast.clearer, office) == []
    assert cast.clearer not in can_sign(office)


def test_a_shift_of_somebody_who_is_a_clearer_no_more_gives_nothing(office, cast):
    make_duty(cast)
    end_role(cast.clearer, Role.CLEARER)
    assert roles_of(cast.clearer, office) == []
    assert cast.clearer not in can_sign(office)


def test_the_right_of_a_shift_is_not_lent(cast):
    make_step(cast, members=[cast.clearer])
    make_duty(cast)
    make_delegation(cast, giver=cast.clearer, receiver=cast.outside_officer)
    assert OFFICE not in groups_of(cast.outside_officer)


# Cover has its times


@pytest.mark.parametrize("cover", [make_delegation, make_duty])
def test_cover_gives_its_right_from_its_start_until_its_end(office, cast, cover):
    cover(cast, starts=HOUR, lasts=2 * HOUR)
    given = [bool(roles_of(cast.clearer, office, SPRING + number * HOUR)) for number in range(4)]
    assert given == [False, True, True, False]


@pytest.mark.parametrize("cover", [make_delegation, make_duty])
def test_who_covers_is_counted_at_the_same_times(office, cast, cover):
    cover(cast, starts=HOUR, lasts=2 * HOUR)
    counted = [cast.clearer in can_sign(office, SPRING + number * HOUR) for number in range(4)]
    assert counted == [False, True, True, False]


# Words that bar


def test_whoever_saved_the_draft_wrote_in_it(draft, cast):
    save(draft, cast.editor, summary="In short.")
    assert wrote(draft, cast.author)
    assert wrote(draft, cast.editor)
    assert not wrote(draft, cast.co_author)


def test_a_right_lent_by_somebody_who_wrote_the_words_does_not_serve(office, cast):
    make_delegation(cast, giver=cast.writing_press_officer)
    theirs = start_post(cast.team, wording(), by=cast.writing_press_officer)
    other = start_post(cast.team, wording(), by=cast.author)
    lent = rights(fresh(cast.clearer))[office.pk]
    assert right_for(theirs, lent) is None
    assert right_for(other, lent).delegation.giver == cast.writing_press_officer


def test_another_right_serves_in_its_place(office, cast):
    make_delegation(cast, giver=cast.writing_press_officer)
    make_delegation(cast, giver=cast.second_press_officer)
    post = start_post(cast.team, wording(), by=cast.writing_press_officer)
    served = right_for(post, rights(fresh(cast.clearer))[office.pk])
    assert served.delegation.giver == cast.second_press_officer


def test_nobody_signs_with_a_right_lent_by_somebody_who_wrote_the_words(cast):
    make_delegation(cast, giver=cast.writing_press_officer)
    post = start_post(cast.team, wording(), by=cast.writing_press_officer)
    submission = submit_it(post, cast.writing_press_officer)
    assert step_for(submission, fresh(cast.clearer)) is None
    with pytest.raises(NotAllowed):
        sign_it(submission, fresh(cast.clearer))


def test_nobody_signs_their_own_words_with_a_right_lent_to_them(cast):
    make_delegation(cast, receiver=cast.writing_press_officer)
    post = start_post(cast.team, wording(), by=cast.writing_press_officer)
    submission = submit_it(post, cast.writing_press_officer)
    with pytest.raises(NotAllowed):
        sign_it(submission, fresh(cast.writing_press_officer))


def test_nobody_signs_their_own_words_on_duty(cast):
    by = make_person("Wil Writes", (Role.CLEARER, cast.department), (Role.AUTHOR, cast.team))
    make_duty(cast, person=by)
    submission = submit_it(start_post(cast.team, wording(), by=by), by)
    with pytest.raises(NotAllowed):
        sign_it(submission, fresh(by))


@pytest.mark.parametrize("cover", [make_delegation, make_duty])
def test_a_right_that_is_lent_or_of_a_shift_signs(submission, cast, cover):
    cover(cast)
    sign_it(submission, fresh(cast.clearer))
    assert fresh(submission.post).is_live


@pytest.mark.parametrize("cover", [make_delegation, make_duty])
def test_it_signs_before_its_start_as_little_as_after_its_end(submission, cast, cover):
    cover(cast, starts=HOUR, lasts=HOUR)
    for at in (SPRING, SPRING + 2 * HOUR):
        with clock.set_to(at), pytest.raises(NotAllowed):
            sign_it(submission, fresh(cast.clearer))
    assert not fresh(submission.post).is_live


# Whose turn it is


def test_the_first_unsigned_position_waits_with_all_its_steps(draft, cast):
    make_step(cast, name="Legal advisers", position=1)
    make_step(cast, name="Analysts", members=[cast.second_press_officer], position=1)
    submission = submit_it(draft, cast.author)
    assert {step.group.name for step in waiting_steps(submission)} == {"Legal advisers", "Analysts"}
    sign_it(submission, cast.clearer)
    assert {step.group.name for step in waiting_steps(submission)} == {"Analysts"}
    sign_it(submission, cast.second_press_officer)
    assert {step.group.name for step in waiting_steps(submission)} == {"Press office"}


def test_nothing_waits_once_every_step_has_signed(submission, cast):
    sign_it(submission, cast.press_officer)
    assert waiting_steps(submission) == []
    assert step_for(submission, cast.second_press_officer) is None


def test_a_person_acts_on_the_step_of_their_own_group(legal, draft, cast):
    submission = submit_it(draft, cast.author)
    step, right = step_for(submission, cast.clearer)
    assert (step.group, right.role) == (legal, "Legal advisers, Department for Rivers")
    assert step_for(submission, cast.press_officer) is None


def test_of_two_press_offices_each_acts_on_its_own_step(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    submission = submit_it(draft, cast.author)
    assert str(step_for(submission, cast.press_officer)[0].group) == OFFICE
    assert str(step_for(submission, cast.outside_officer)[0].group) == OTHER_OFFICE


# Everybody who could


def test_signatories_are_those_with_any_right_to_the_group(office, cast):
    make_delegation(cast)
    make_duty(cast, person=cast.outside_officer)
    officers = {cast.press_officer, cast.second_press_officer, cast.writing_press_officer}
    assert can_sign(office) == officers | {cast.clearer, cast.outside_officer}


def test_signatories_of_a_group_are_its_members_and_those_they_lend_to(legal, cast):
    make_delegation(cast, giver=cast.clearer, receiver=cast.press_officer)
    assert can_sign(legal) == {cast.clearer, cast.press_officer}


def test_each_is_counted_once_whatever_their_rights(office, cast):
    make_delegation(cast, receiver=cast.press_officer)
    make_duty(cast, person=cast.press_officer)
    assert list(signatories(office)).count(cast.press_officer) == 1


@pytest.mark.parametrize(
    "who",
    [
        "author",
        "press_officer",
        "second_press_officer",
        "writing_press_officer",
        "clearer",
        "outside_officer",
    ],
)
def test_whoever_is_counted_has_a_right_and_whoever_has_one_is_counted(legal, office, cast, who):
    make_delegation(cast)
    make_duty(cast, person=cast.outside_officer)
    person = fresh(getattr(cast, who))
    for group in (legal, office):
        assert (group.pk in rights(person)) == (person in can_sign(group))
