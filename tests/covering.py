"""Makers of freezes, cover and routes, by the verbs that people use."""

from datetime import timedelta

from moderation import routes
from moderation.covering import delegate, put_on_duty
from moderation.models import Group, RouteStep
from teams import clock, freezing
from teams.models import Freeze

DAY = timedelta(days=1)


def make_freeze(
    cast,
    *,
    level=Freeze.Level.ELECTION,
    starts=DAY,
    lasts=DAY,
    directors=None,
    department=None,
    everywhere=False,
    by=None,
):
    """A freeze of the first department, from tomorrow for a day unless something else is asked."""
    begins = clock.now() + starts
    declaration = freezing.Declaration(
        level=level,
        department=None if everywhere else department or cast.department,
        starts_at=begins,
        ends_at=begins + lasts,
        notice="An election has been called.",
        directors=directors or [cast.second_press_officer, cast.administrator],
    )
    declarer = cast.superuser if everywhere else cast.press_officer
    return freezing.declare(declaration, by=by or declarer)


def make_delegation(cast, *, giver=None, receiver=None, starts=-DAY, lasts=7 * DAY):
    """The second press officer lets the clearer sign for them, from yesterday for a week."""
    giver, begins = giver or cast.second_press_officer, clock.now() + starts
    receiver = receiver or cast.clearer
    return delegate(giver, receiver, begins, begins + lasts, reason="leave", by=giver)


def make_duty(cast, *, person=None, starts=-DAY, lasts=2 * DAY):
    """The clearer is on duty for the press office, since yesterday."""
    begins = clock.now() + starts
    by = cast.administrator
    return put_on_duty(cast.department, person or cast.clearer, begins, begins + lasts, by=by)


def make_step(cast, *, name="Legal advisers", members=None, position=1):
    """A step on the first team's route."""
    by, group = cast.administrator, Group(department=cast.department, name=name)
    routes.open_group(group, by=by, reason="Wanted.")
    routes.set_members(group, members or [cast.clearer], by=by, reason="Wanted.")
    step = RouteStep(team=cast.team, position=position, group=group)
    return routes.add_step(step, by=by, reason="Wanted.")
