"""Routes: the steps that a post goes through, who sets them, and what a change of them leaves alone."""

import pytest

from moderation import routes
from moderation.models import Group, RouteStep
from moderation.routes import LAST_POSITION, press_office, steps_of
from posts.drafting import set_partners
from posts.models import Kind
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.covering import make_step
from tests.making import fresh, save, sign_it

LEGAL, OFFICE = "Legal advisers, Department for Rivers", "Press office, Department for Rivers"
OTHER_OFFICE = "Press office, Ministry of Roads"
MAY_NOT_SET_ROUTES = ["author", "editor", "press_officer", "clearer", "auditor", "nobody", "outside_officer"]


def names(steps):
    return [str(group) for _, group in steps]


def positions(steps):
    return [position for position, _ in steps]


def route_under_way(submission):
    return [(step.position, str(step.group)) for step in submission.steps.select_related("group__department")]


def shorten_questions(department):
    department.short_questions = True
    department.save(update_fields=["short_questions"])


def make_group(cast, *, department=None, name="Analysts", by=None):
    group = Group(department=department or cast.department, name=name)
    return routes.open_group(group, by=by or cast.administrator, reason="Figures are checked.")


def make_full_group(cast, **given):
    group = make_group(cast, **given)
    routes.set_members(group, [cast.clearer], by=cast.administrator, reason="They know the figures.")
    return group


def last_entry(action):
    return Entry.objects.filter(action=action).latest("number")


# The press office


def test_a_team_without_steps_of_its_own_goes_to_the_press_office(cast):
    assert names(steps_of(cast.team)) == [OFFICE]


def test_the_press_office_comes_after_every_step_of_the_team(cast):
    make_step(cast, position=LAST_POSITION)
    assert names(steps_of(cast.team)) == [LEGAL, OFFICE]
    assert positions(steps_of(cast.team)) == [LAST_POSITION, LAST_POSITION + 1]


def test_the_press_office_is_there_after_every_step_is_taken_off(cast):
    step = make_step(cast)
    routes.remove_step(step, by=cast.administrator, reason="No longer wanted.")
    assert names(steps_of(cast.team)) == [OFFICE]


def test_a_department_has_one_press_office(cast):
    assert press_office(cast.department) == press_office(cast.department)
    assert press_office(cast.department) != press_office(cast.other_department)


def test_the_press_office_cannot_be_put_anywhere_else(cast):
    step = RouteStep(team=cast.team, position=1, group=press_office(cast.department))
    with pytest.raises(NotNow, match="on every route already"):
        routes.add_step(step, by=cast.administrator, reason="To have it first.")
    assert not cast.team.route.exists()


def test_the_members_of_the_press_office_are_not_listed(cast):
    office = press_office(cast.department)
    with pytest.raises(NotNow, match="whoever has the role of press officer"):
        routes.set_members(office, [cast.clearer], by=cast.administrator, reason="To help out.")
    assert not office.members.exists()


# The order


def test_steps_follow_their_positions_and_not_the_order_in_which_they_were_added(cast):
    make_step(cast, name="Analysts", position=7)
    make_step(cast, name="Legal advisers", position=3)
    assert positions(steps_of(cast.team)) == [3, 7, 8]


def test_steps_at_one_position_are_side_by_side_before_the_press_office(draft, cast):
    make_step(cast, name="Legal advisers")
    make_step(cast, name="Analysts", members=[cast.second_press_officer])
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.second_press_officer)
    sign_it(submission, cast.clearer)
    assert not fresh(draft).is_live
    sign_it(submission, cast.press_officer)
    assert fresh(draft).is_live


def test_the_press_office_waits_for_the_steps_before_it(draft, cast):
    make_step(cast)
    submission = submit_it(draft, cast.author)
    with pytest.raises((NotAllowed, NotNow)):
        sign_it(submission, cast.press_officer)
    sign_it(submission, cast.clearer)
    sign_it(submission, cast.press_officer)
    assert fresh(draft).is_live


@pytest.mark.parametrize("position", [1, LAST_POSITION])
def test_a_step_stands_at_a_position_in_range(cast, position):
    step = RouteStep(team=cast.team, position=position, group=make_full_group(cast))
    routes.add_step(step, by=cast.administrator, reason="Figures are checked.")
    assert positions(steps_of(cast.team)) == [position, position + 1]


@pytest.mark.parametrize("position", [0, LAST_POSITION + 1])
def test_a_position_out_of_range_is_refused(cast, position):
    step = RouteStep(team=cast.team, position=position, group=make_full_group(cast))
    with pytest.raises(NotNow, match="from 1 to 99"):
        routes.add_step(step, by=cast.administrator, reason="Figures are checked.")
    assert not cast.team.route.exists()


def test_a_step_of_one_team_is_on_no_other_route(cast):
    make_step(cast)
    assert names(steps_of(cast.sister_team)) == [OFFICE]


# Questions


def test_a_question_skips_the_steps_of_the_team_where_its_department_says_so(draft, cast):
    make_step(cast)
    shorten_questions(cast.department)
    save(draft, cast.author, kind=Kind.QUESTION)
    assert route_under_way(submit_it(draft, cast.author)) == [(1, OFFICE)]


def test_a_question_goes_the_whole_way_where_its_department_says_nothing(draft, cast):
    make_step(cast)
    save(draft, cast.author, kind=Kind.QUESTION)
    assert route_under_way(submit_it(draft, cast.author)) == [(1, LEGAL), (2, OFFICE)]


def test_an_update_goes_the_whole_way_where_questions_are_short(draft, cast):
    make_step(cast)
    shorten_questions(cast.department)
    assert route_under_way(submit_it(draft, cast.author)) == [(1, LEGAL), (2, OFFICE)]


def test_the_setting_of_another_department_shortens_nothing(draft, cast):
    make_step(cast)
    shorten_questions(cast.other_department)
    save(draft, cast.author, kind=Kind.QUESTION)
    assert route_under_way(submit_it(draft, cast.author)) == [(1, LEGAL), (2, OFFICE)]


def test_a_short_question_is_not_released_without_the_press_office(draft, cast):
    make_step(cast)
    shorten_questions(cast.department)
    save(draft, cast.author, kind=Kind.QUESTION)
    submission = submit_it(draft, cast.author)
    with pytest.raises(NotAllowed):
        sign_it(submission, cast.clearer)
    sign_it(submission, cast.press_officer)
    assert fresh(draft).is_live


def test_a_short_question_of_two_departments_still_needs_both_press_offices(draft, cast):
    make_step(cast)
    shorten_questions(cast.department)
    save(draft, cast.author, kind=Kind.QUESTION)
    set_partners(draft, [cast.other_team], by=cast.author)
    assert route_under_way(submit_it(draft, cast.author)) == [(1, OFFICE), (1, OTHER_OFFICE)]


# Posts of several teams


def test_a_post_of_two_departments_needs_both_press_offices_side_by_side(draft, cast):
    make_step(cast)
    set_partners(draft, [cast.other_team], by=cast.author)
    expected = [(1, LEGAL), (2, OFFICE), (2, OTHER_OFFICE)]
    assert route_under_way(submit_it(draft, cast.author)) == expected


@pytest.mark.parametrize(
    ("first", "second"), [("press_officer", "outside_officer"), ("outside_officer", "press_officer")]
)
def test_a_post_of_two_departments_is_released_by_whichever_office_signs_second(draft, cast, first, second):
    set_partners(draft, [cast.other_team], by=cast.author)
    submission = submit_it(draft, cast.author)
    sign_it(submission, getattr(cast, first))
    assert not fresh(draft).is_live
    sign_it(submission, getattr(cast, second))
    assert fresh(draft).is_live


def test_one_press_office_does_not_sign_for_the_other(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.press_officer)
    with pytest.raises(NotAllowed):
        sign_it(submission, cast.second_press_officer)
    assert not fresh(draft).is_live


def test_a_partner_of_the_same_department_adds_no_step(draft, cast):
    set_partners(draft, [cast.sister_team], by=cast.author)
    assert route_under_way(submit_it(draft, cast.author)) == [(1, OFFICE)]


def test_the_own_steps_of_a_partner_are_not_on_the_route(draft, cast):
    by = cast.outside_officer
    group = routes.open_group(
        Group(department=cast.other_department, name="Analysts"), by=by, reason="Wanted."
    )
    routes.set_members(group, [by], by=by, reason="Wanted.")
    routes.add_step(RouteStep(team=cast.other_team, position=1, group=group), by=by, reason="Wanted.")
    set_partners(draft, [cast.other_team], by=cast.author)
    assert route_under_way(submit_it(draft, cast.author)) == [(1, OFFICE), (1, OTHER_OFFICE)]


# What is under way keeps its route


def test_a_step_added_later_is_not_asked_of_what_is_under_way(submission, cast):
    make_step(cast)
    assert route_under_way(submission) == [(1, OFFICE)]
    sign_it(submission, cast.press_officer)
    assert fresh(submission.post).is_live


def test_a_step_taken_off_later_is_still_asked_of_what_is_under_way(draft, cast):
    step = make_step(cast)
    submission = submit_it(draft, cast.author)
    routes.remove_step(step, by=cast.administrator, reason="No longer wanted.")
    assert route_under_way(submission) == [(1, LEGAL), (2, OFFICE)]
    with pytest.raises((NotAllowed, NotNow)):
        sign_it(submission, cast.press_officer)


def test_the_next_submission_of_a_post_goes_the_new_way(submission, cast):
    sign_it(submission, cast.press_officer)
    make_step(cast)
    save(submission.post, cast.author, source="And then it rained.")
    assert route_under_way(submit_it(submission.post, cast.author)) == [(1, LEGAL), (2, OFFICE)]


def test_short_questions_change_nothing_under_way(draft, cast):
    make_step(cast)
    save(draft, cast.author, kind=Kind.QUESTION)
    submission = submit_it(draft, cast.author)
    shorten_questions(cast.department)
    assert route_under_way(submission) == [(1, LEGAL), (2, OFFICE)]


# Who sets routes and groups


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_administrators_set_routes_and_groups(cast, who):
    by = getattr(cast, who)
    group = routes.open_group(Group(department=cast.department, name="Analysts"), by=by, reason="Figures.")
    routes.set_members(group, [cast.clearer], by=by, reason="They know the figures.")
    step = routes.add_step(RouteStep(team=cast.team, position=1, group=group), by=by, reason="Figures.")
    assert len(steps_of(cast.team)) == 2
    routes.remove_step(step, by=by, reason="No figures any more.")
    assert len(steps_of(cast.team)) == 1


@pytest.mark.parametrize("who", MAY_NOT_SET_ROUTES)
def test_nobody_else_adds_a_step(cast, who):
    step = RouteStep(team=cast.team, position=1, group=make_full_group(cast))
    with pytest.raises(NotAllowed):
        routes.add_step(step, by=getattr(cast, who), reason="Figures.")
    assert not cast.team.route.exists()


@pytest.mark.parametrize("who", MAY_NOT_SET_ROUTES)
def test_nobody_else_takes_a_step_off(cast, who):
    step = make_step(cast)
    with pytest.raises(NotAllowed):
        routes.remove_step(step, by=getattr(cast, who), reason="To be quicker.")
    assert cast.team.route.exists()


@pytest.mark.parametrize("who", MAY_NOT_SET_ROUTES)
def test_nobody_else_opens_a_group(cast, who):
    with pytest.raises(NotAllowed):
        make_group(cast, by=getattr(cast, who))
    assert not Group.objects.filter(name="Analysts").exists()


@pytest.mark.parametrize("who", MAY_NOT_SET_ROUTES)
def test_nobody_else_says_who_is_in_a_group(cast, who):
    group = make_full_group(cast)
    with pytest.raises(NotAllowed):
        routes.set_members(group, [cast.press_officer], by=getattr(cast, who), reason="To be quicker.")
    assert list(group.members.all()) == [cast.clearer]


def test_a_route_goes_through_groups_of_its_own_department(cast):
    by = cast.outside_officer
    group = routes.open_group(
        Group(department=cast.other_department, name="Analysts"), by=by, reason="Wanted."
    )
    routes.set_members(group, [by], by=by, reason="Wanted.")
    with pytest.raises(NotNow, match="its own department"):
        routes.add_step(
            RouteStep(team=cast.team, position=1, group=group), by=cast.superuser, reason="Wanted."
        )
    assert not cast.team.route.exists()


@pytest.mark.parametrize("who", ["clearer", "press_officer"])
def test_clearers_and_press_officers_can_be_in_a_group(cast, who):
    group = make_group(cast)
    routes.set_members(group, [getattr(cast, who)], by=cast.administrator, reason="They know the figures.")
    assert list(group.members.all()) == [getattr(cast, who)]


@pytest.mark.parametrize("who", ["author", "editor", "administrator", "auditor", "nobody", "outside_officer"])
def test_nobody_else_can_be_in_a_group(cast, who):
    group = make_group(cast)
    with pytest.raises(NotNow, match="the role of clearer in Department for Rivers first"):
        routes.set_members(group, [getattr(cast, who)], by=cast.administrator, reason="To help out.")
    assert not group.members.exists()


def test_a_refused_member_keeps_the_whole_group_as_it_was(cast):
    group = make_full_group(cast)
    with pytest.raises(NotNow):
        routes.set_members(
            group, [cast.press_officer, cast.author], by=cast.administrator, reason="To help out."
        )
    assert list(group.members.all()) == [cast.clearer]


def test_a_new_group_is_one_of_clearers_whatever_was_asked(cast):
    group = Group(department=cast.department, name="Second office", kind=Group.Kind.PRESS_OFFICE)
    assert not routes.open_group(group, by=cast.administrator, reason="Wanted.").is_press_office


# The record


def test_an_added_step_is_recorded_with_who_and_why(cast):
    step = RouteStep(team=cast.team, position=2, group=make_full_group(cast))
    routes.add_step(step, by=cast.administrator, reason="Figures are checked.")
    entry = last_entry("route.changed")
    assert (entry.subject_kind, entry.subject_id) == ("team", cast.team.pk)
    assert entry.department_id == cast.department.pk
    assert entry.details.actor_id == cast.administrator.pk
    assert entry.details.actor_role == "Department administrator"
    assert entry.details.reason == "Figures are checked."
    assert entry.details.changes == {"step": [None, "2. Analysts"]}


def test_a_step_taken_off_is_recorded_with_who_and_why(cast):
    routes.remove_step(make_step(cast), by=cast.superuser, reason="The law is plain now.")
    entry = last_entry("route.changed")
    assert entry.details.actor_role == "Platform administrator"
    assert entry.details.reason == "The law is plain now."
    assert entry.details.changes == {"step": ["1. Legal advisers", None]}


def test_a_new_group_is_recorded_with_its_name(cast):
    group = make_group(cast)
    entry = last_entry("group.opened")
    assert (entry.subject_kind, entry.subject_id) == ("group", group.pk)
    assert entry.details.reason == "Figures are checked."
    assert entry.details.changes == {"name": [None, "Analysts"]}


def test_new_members_are_recorded_with_those_before(cast):
    group = make_full_group(cast)
    routes.set_members(
        group, [cast.second_press_officer, cast.press_officer], by=cast.administrator, reason="Leave."
    )
    entry = last_entry("group.changed")
    assert (entry.subject_kind, entry.subject_id) == ("group", group.pk)
    assert entry.details.reason == "Leave."
    assert entry.details.changes == {"members": ["Cleo Clearer", "Pat Press, Sol Second"]}


def test_a_refusal_leaves_no_entry(cast):
    before = Entry.objects.count()
    with pytest.raises(NotAllowed):
        make_group(cast, by=cast.press_officer)
    assert Entry.objects.count() == before


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_change_of_a_route_or_a_group_needs_a_reason(cast, reason):
    step = make_step(cast)
    by, new = cast.administrator, Group(department=cast.department, name="Lawyers")
    for change in (
        lambda: routes.open_group(new, by=by, reason=reason),
        lambda: routes.set_members(step.group, [cast.press_officer], by=by, reason=reason),
        lambda: routes.remove_step(step, by=by, reason=reason),
    ):
        with pytest.raises(NotNow, match="Say why"):
            change()
    assert [step.group.name for step in cast.team.route.all()] == [step.group.name]
    assert list(step.group.members.all()) == [cast.clearer]
