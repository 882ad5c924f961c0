"""What an office does around its posts: freezes and exceptions, cover, roles and routes."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from moderation import covering, routes
from moderation.exceptions import grant_exception
from moderation.models import Group, RouteStep
from teams import appointing, freezing
from teams.models import Freeze, RoleHeld
from tests.properties.signoff_model import ALL, AUTHOR, CLEARER, OURS, PRESS, THEIRS, Cover, Stop
from tests.properties.signoff_stage import (
    ANYBODY,
    DAY,
    HOUR,
    MEMBERS,
    MOSTLY,
    MOSTLY_ADMINISTRATOR,
    MOSTLY_OFFICERS,
    NUMBER,
    OFFICERS,
    ROLES,
    Stage,
)


class InTheOffice(Stage):
    """Every verb that changes who may do what, and when."""

    # Freezes

    @precondition(lambda self: sum(stop.ends > self.world.now for stop in self.world.stops) < 2)
    @rule(
        level=st.sampled_from(["election", "mourning"]),
        whose=st.sampled_from([OURS, OURS, OURS, ALL, THEIRS]),
        starts=st.sampled_from([-HOUR, timedelta(0), HOUR]),
        lasts=st.sampled_from([2 * HOUR, DAY]),
        directors=st.sampled_from([1, 2, 3]),
        name=st.sampled_from(["press_officer", "administrator", "superuser", *ROLES]),
    )
    def declare(self, level, whose, starts, lasts, directors, name):
        begins = self.world.now + starts
        named = ["second_press_officer", "administrator", "writing_press_officer"][-directors:]
        stop = Stop(level, whose, begins, begins + lasts, named)
        department = {OURS: self.cast.department, THEIRS: self.cast.other_department, ALL: None}[whose]
        people = [self.person(director) for director in named]
        declaration = freezing.Declaration(
            Freeze.Level(level), department, begins, stop.ends, "A notice.", people
        )
        made = self.attempt(
            lambda: freezing.declare(declaration, by=self.person(name)),
            self.world.declare(name, stop),
            "freeze",
        )
        self.freezes += [(stop, made)] if made else []

    @precondition(lambda self: self.freezes)
    @rule(number=NUMBER, name=st.sampled_from(["press_officer", "superuser", *ROLES]))
    def lift(self, number, name):
        stop, freeze = self.freezes[-1 - number % min(2, len(self.freezes))]
        self.attempt(
            lambda: freezing.lift(freeze, by=self.person(name), reason="It is over."),
            self.world.lift(stop, name),
            "lift",
        )

    @precondition(lambda self: self.freezes)
    @rule(number=NUMBER, place=NUMBER, named=MOSTLY, name=ANYBODY)
    def let_through(self, number, place, named, name):
        number = self.pick(number, lambda post: post.locked or post.live)
        stop, freeze = self.freezes[-1 - place % min(2, len(self.freezes))]
        name = stop.directors[place % len(stop.directors)] if named else name
        post = self.post(number)
        self.attempt(
            lambda: grant_exception(freeze, post, by=self.person(name), reason="It cannot wait."),
            self.world.agree(stop, number, name),
            "let through",
        )

    # Cover, roles, routes

    @precondition(lambda self: sum(self.world.in_force(cover) for cover in self.world.covers) < 3)
    @rule(
        duty=st.booleans(),
        giver=MOSTLY_OFFICERS,
        receiver=MOSTLY_OFFICERS,
        starts=st.sampled_from([-HOUR, HOUR]),
        lasts=st.sampled_from([2 * HOUR, 2 * DAY]),
        by=ANYBODY,
        mine=MOSTLY,
    )
    def cover(self, duty, giver, receiver, starts, lasts, by, mine):
        begins = self.world.now + starts
        cover = Cover(None if duty else giver, receiver, begins, begins + lasts)
        by = ("administrator" if duty else giver) if mine else by
        people = [self.person(name) for name in (giver, receiver, by)]
        department = self.cast.department

        def act():
            if duty:
                return covering.put_on_duty(department, people[1], begins, cover.ends, by=people[2])
            return covering.delegate(*people[:2], begins, cover.ends, reason="Leave.", by=people[2])

        made = self.attempt(act, self.world.cover(cover, by), "duty" if duty else "delegate")
        self.covers += [(cover, made)] if made else []

    @precondition(lambda self: self.covers)
    @rule(number=NUMBER, by=MOSTLY_ADMINISTRATOR)
    def end_cover(self, number, by):
        cover, row = self.covers[number % len(self.covers)]
        end = covering.end_delegation if cover.giver else covering.take_off_duty
        self.attempt(lambda: end(row, by=self.person(by)), self.world.end_cover(cover, by), "end of cover")

    @rule(
        role=st.sampled_from([AUTHOR, PRESS, CLEARER, None]),
        name=st.sampled_from(["co_author", "editor", *OFFICERS, "nobody"]),
        group=st.sampled_from(sorted(MEMBERS)),
        position=st.integers(1, 2),
        by=MOSTLY_ADMINISTRATOR,
    )
    def administer(self, role, name, group, position, by):
        """A role is given or ends, or a group is put on the team's route or taken off it."""
        if role:
            self.change_role(name, role, by)
        else:
            self.change_route(group, position, by)

    def change_role(self, name, role, by):
        place = {"team": self.cast.team} if role == AUTHOR else {"department": self.cast.department}
        wanted = RoleHeld(person=self.person(name), role=role, **place)
        held = RoleHeld.objects.filter(person=wanted.person, role=role, **place).first()

        def act():
            if held:
                appointing.end_role(held, by=self.person(by))
            else:
                appointing.appoint(wanted, by=self.person(by))

        self.attempt(act, self.world.change_role(name, role, by), "change of role")

    def change_route(self, group, position, by):
        step = RouteStep.objects.filter(team=self.cast.team, group__name=group).first()
        wanted = RouteStep(team=self.cast.team, group=Group.objects.get(name=group), position=position)

        def act():
            if step:
                routes.remove_step(step, by=self.person(by), reason="Wanted.")
            else:
                routes.add_step(wanted, by=self.person(by), reason="Wanted.")

        self.attempt(act, self.world.change_route(group, position, by), "change of route")
