"""A model of sign-off: names, texts and times in plain Python. It knows nothing of the code that it judges.

Each verb says whether it must be accepted and, where it must, changes the model. A text is six words: five of
whoever last wrote the whole of it, and one of whoever saved last.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

OURS, THEIRS, ALL = "ours", "theirs", "all"  # departments; `ALL` of a freeze only
AUTHOR, EDITOR, PRESS, CLEARER, ADMIN = (
    "author",
    "team_editor",
    "press_officer",
    "clearer",
    "department_admin",
)
OFFICE = "Press office"
PLANS = ("now", "at", "button")
FAR = timedelta(days=366)
NEEDED = {"election": 1, "mourning": 2}


@dataclass
class Sent:
    """A text on its way: what was sealed, who must sign it, and what became of it."""

    text: str
    version: int
    byline: list[str]
    plan: str
    at: datetime | None
    steps: list[list]  # [position, group, who signed, who claimed it]
    attested: set[str]
    state: str = "open"

    @property
    def under_way(self):
        return self.state in ("open", "cleared")

    @property
    def waiting(self):
        """The steps whose turn it is."""
        unsigned = [step for step in self.steps if step[2] is None]
        return [step for step in unsigned if step[0] == unsigned[0][0]]


@dataclass
class Written:
    """A post: its draft, everything that was ever sent of it, and what readers see."""

    text: str
    byline: list[str]
    main_writer: str
    wrote: set[str]
    version: int = 1
    sent: list[Sent] = field(default_factory=list)
    live: Sent | None = None

    @property
    def latest(self):
        return self.sent[-1] if self.sent else None

    @property
    def locked(self):
        return bool(self.sent) and self.sent[-1].under_way


@dataclass
class Cover:
    """A delegation, or a shift of duty where there is no giver."""

    giver: str | None
    receiver: str
    starts: datetime
    ends: datetime
    ended: bool = False


@dataclass
class Stop:
    """A freeze."""

    level: str
    whose: str
    starts: datetime
    ends: datetime
    directors: list[str]
    lifted: datetime | None = None
    agreed: dict[int, set[str]] = field(default_factory=dict)

    def holds(self, at):
        return self.starts <= at < self.ends and (self.lifted is None or self.lifted > at)

    def stops(self, number, at):
        too_few = len(self.agreed.get(number, ())) < NEEDED[self.level]
        return self.whose != THEIRS and self.holds(at) and too_few


class World:
    """Everything that sign-off depends on."""

    def __init__(self, now, roles, members):
        self.now = now
        self.roles = {name: set(held) for name, held in roles.items()}  # (role, department)
        self.members = members  # of each group of clearers
        self.route = []  # (position, group) in the order in which they were added
        self.posts, self.covers, self.stops = {}, [], []
        self.released, self.withdrawn = [], []  # (post, text, when), in order

    # Who may

    def has(self, name, *roles, where=OURS):
        return any((role, where) in self.roles[name] for role in roles)

    def writes(self, name):
        return self.has(name, AUTHOR, EDITOR)

    def decides_when(self, name):
        return self.writes(name) or self.has(name, PRESS)

    def manages(self, name):
        return name == "superuser" or self.has(name, ADMIN)

    def administers(self, name, other):
        """Whether somebody administers a department in which another person has a role."""
        return any(
            name == "superuser" or self.has(name, ADMIN, where=where) for _, where in self.roles[other]
        )

    def declares(self, name, whose):
        """Whether somebody may declare a freeze of a department, or of all, and lift it."""
        return name == "superuser" or (whose != ALL and self.has(name, PRESS, ADMIN, where=whose))

    def on_press_desk(self, name):
        return any(self.has(name, PRESS, CLEARER, where=where) for where in (OURS, THEIRS))

    def belongs(self, name, group):
        if group == OFFICE:
            return self.has(name, PRESS)
        return name in self.members[group] and self.has(name, PRESS, CLEARER)

    def signs_for_somebody(self, name):
        return any(self.belongs(name, group) for group in [OFFICE, *self.members]) or self.has(
            name, PRESS, where=THEIRS
        )

    def in_force(self, cover):
        return cover.starts <= self.now < cover.ends and not cover.ended

    def acts_for(self, name, group, wrote=()):
        """Whether somebody acts for a group, in their own right or by cover."""
        return self.belongs(name, group) or any(
            self.belongs(cover.giver, group) and cover.giver not in wrote if cover.giver else group == OFFICE
            for cover in self.covers
            if cover.receiver == name and self.in_force(cover) and self.on_press_desk(name)
        )

    def step_of(self, name, post):
        """The step that somebody acts on: of several the one they claimed, or else one that nobody did."""
        if not post.sent or post.latest.state != "open":
            return None
        mine = [step for step in post.latest.waiting if self.acts_for(name, step[1], post.wrote)]
        return min(mine, key=lambda step: 1 if step[3] is None else 2 * (step[3] != name), default=None)

    def may_sign(self, name, post):
        return (
            self.step_of(name, post) is not None
            and name not in post.wrote
            and set(post.latest.byline) == post.latest.attested
        )

    def stopped(self, number, *levels):
        return any(stop.stops(number, self.now) for stop in self.stops if not levels or stop.level in levels)

    # Writing and submitting

    def start(self, number, name, byline, text):
        self.posts[number] = Written(text, byline, name, {name})

    def save(self, number, name, text, byline, *, version, whole):
        post = self.posts[number]
        welcome = self.writes(name) and all(self.writes(author) for author in byline)
        if not welcome or post.locked or version != post.version:
            return False
        post.text, post.byline = text, byline
        post.version += 1
        post.wrote.add(name)
        post.main_writer = name if whole else post.main_writer
        return True

    def submit(self, number, name, *, version, plan, at):
        post = self.posts[number]
        is_new = post.live is None or post.live.version != post.version
        if not self.writes(name) or post.locked or version != post.version or not is_new:
            return False
        if not self._timely(plan, at) or post.main_writer not in post.byline:
            return False
        steps = [[position, group, None, None] for position, group in sorted(self.route, key=lambda s: s[0])]
        steps.append([max((step[0] for step in steps), default=0) + 1, OFFICE, None, None])
        attested = {name} & set(post.byline)
        post.sent.append(Sent(post.text, post.version, post.byline, plan, at, steps, attested))
        post.wrote |= set(post.byline)
        return True

    def _timely(self, plan, at):
        return plan in PLANS and (plan == "at") == (at is not None) and (at is None or at > self.now)

    def attest(self, number, name):
        sent = self.posts[number].latest
        if sent.state != "open" or name not in sent.byline or name in sent.attested:
            return False
        sent.attested.add(name)
        return True

    def recall(self, number, name):
        sent = self.posts[number].latest
        return self._end(sent, "recalled", self.writes(name) and sent.state == "open")

    def _end(self, sent, state, may):
        if may:
            self._move(sent, state)
        return may

    def _move(self, sent, state):
        sent.state = state
        for step in sent.steps:
            step[3] = None  # nobody is on it any more

    # Claims and verdicts

    def claim(self, number, name, seen):
        post = self.posts[number]
        step = self.step_of(name, post)
        if not self.may_sign(name, post) or step[3] not in (None, name, seen):
            return False
        step[3] = name
        return True

    def let_go(self, number, name):
        mine = [step for step in self.posts[number].latest.steps if step[3] == name]
        for step in mine:
            step[3] = None
        return bool(mine)

    def sign(self, number, name, *, outdated):
        post = self.posts[number]
        if outdated or not self.may_sign(name, post):
            return False
        self.step_of(name, post)[2:] = [name, None]
        if all(step[2] for step in post.latest.steps):
            self._move(post.latest, "cleared")
            self._go_live_if_due(number)
        return True

    def send_back(self, number, name):
        post = self.posts[number]
        return self._end(post.latest, "returned", self.step_of(name, post) is not None)

    # Release

    def plan(self, number, name, plan, at):
        sent = self.posts[number].latest
        if not self.decides_when(name) or not sent.under_way or not self._timely(plan, at):
            return False
        if sent.state == "cleared" and plan == "now":
            return self.press_button(number, name)
        sent.plan, sent.at = plan, at
        return True

    def press_button(self, number, name):
        sent = self.posts[number].latest
        if not self.decides_when(name) or sent.state != "cleared" or self.stopped(number):
            return False
        sent.plan, sent.at = "now", None
        self._release(number)
        return True

    def cancel(self, number, name):
        sent = self.posts[number].latest
        return self._end(sent, "cancelled", self.decides_when(name) and sent.state == "cleared")

    def release_due(self):
        """What the clock releases or holds, in order. Returns how many."""
        due = [
            (post.latest.at, number)
            for number, post in self.posts.items()
            if post.sent and (post.latest.state, post.latest.plan) == ("cleared", "at")
        ]
        due = sorted(pair for pair in due if pair[0] <= self.now)
        for _, number in due:
            self._go_live_if_due(number)
        return len(due)

    def _go_live_if_due(self, number):
        sent = self.posts[number].latest
        if sent.plan == "now" or (sent.plan == "at" and sent.at <= self.now):
            if self.stopped(number):
                sent.plan, sent.at = "held", None
            else:
                self._release(number)

    def _release(self, number):
        post = self.posts[number]
        assert not self.stopped(number)
        assert all(step[2] and step[2] not in post.wrote for step in post.latest.steps)
        post.live, post.latest.state = post.latest, "released"
        self.released.append((number, post.live.text, self.now))

    def withdraw(self, number, name):
        post = self.posts[number]
        may = self.has(name, EDITOR, PRESS) and post.live is not None
        if not may or self.stopped(number, "mourning"):
            return False
        self.withdrawn.append((number, post.live.text, self.now))
        post.live = None
        if post.locked:
            self._move(post.latest, "lapsed")
        return True

    # Freezes, cover, roles, routes

    def declare(self, name, stop):
        enough = len(stop.directors) >= NEEDED[stop.level]
        if not self.declares(name, stop.whose) or not enough or stop.ends <= self.now:
            return False
        self.stops.append(stop)
        return True

    def lift(self, stop, name):
        if not self.declares(name, stop.whose) or stop.lifted is not None or stop.ends <= self.now:
            return False
        stop.lifted = self.now
        return True

    def agree(self, stop, number, name):
        """Let a post through a freeze."""
        may = name in stop.directors and name not in self.posts[number].wrote
        agreed = stop.agreed.setdefault(number, set())
        if not may or stop.whose == THEIRS or not stop.holds(self.now) or name in agreed:
            return False
        agreed.add(name)
        return True

    def cover(self, cover, by):
        if cover.giver is None:
            may = self.manages(by)
        else:
            may = by == cover.giver or self.administers(by, cover.giver)
            may = may and self.signs_for_somebody(cover.giver) and cover.giver != cover.receiver
        if not may or not self.on_press_desk(cover.receiver) or cover.ends <= self.now:
            return False
        self.covers.append(cover)
        return True

    def end_cover(self, cover, by):
        if cover.giver is None:
            may = self.manages(by)
        else:
            may = by in (cover.giver, cover.receiver) or self.administers(by, cover.giver)
        if not may or cover.ended or cover.ends <= self.now:
            return False
        cover.ended = True
        return True

    def change_role(self, name, role, by):
        """Give a role in our department, or take it away."""
        if not self.manages(by) or by == name:
            return False
        self.roles[name] ^= {(role, OURS)}
        return True

    def change_route(self, group, position, by):
        """Put a group on the route, or take it off."""
        if not self.manages(by):
            return False
        there = [step for step in self.route if step[1] == group]
        if there:
            self.route.remove(there[0])
        elif not any(self.acts_for(name, group) for name in self.roles):
            return False  # nobody could sign
        else:
            self.route.append((position, group))
        return True
