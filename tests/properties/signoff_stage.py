"""Where the machine of sign-off plays: its people, its posts beside the model's, and how it takes a step."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from moderation.models import Submission
from posts.models import Post
from teams import clock
from teams.refusals import NotAllowed, NotNow
from tests.properties.signoff_model import (
    ADMIN,
    AUTHOR,
    CLEARER,
    EDITOR,
    OURS,
    PRESS,
    THEIRS,
    World,
)

REFUSALS = (NotAllowed, NotNow)
BEGINNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
ROLES = {
    "author": [(AUTHOR, OURS)],
    "co_author": [(AUTHOR, OURS)],
    "editor": [(EDITOR, OURS)],
    "press_officer": [(PRESS, OURS)],
    "second_press_officer": [(PRESS, OURS)],
    "writing_press_officer": [(PRESS, OURS), (AUTHOR, OURS)],
    "clearer": [(CLEARER, OURS)],
    "administrator": [(ADMIN, OURS)],
    "outside_officer": [(PRESS, THEIRS), (CLEARER, THEIRS), (ADMIN, THEIRS)],
    "outsider": [(AUTHOR, THEIRS), (EDITOR, THEIRS)],
    "nobody": [],
    "superuser": [],
}
MEMBERS = {
    "Legal": ["clearer", "second_press_officer"],
    "Analysts": ["press_officer", "writing_press_officer"],
}
WRITERS = ["author", "co_author", "editor", "writing_press_officer"]
OFFICERS = ["press_officer", "second_press_officer", "clearer", "writing_press_officer"]

ANYBODY = st.sampled_from(sorted(ROLES))
MOSTLY_WRITERS = st.sampled_from([*WRITERS * 6, *ROLES])
MOSTLY_OFFICERS = st.sampled_from([*OFFICERS * 6, *ROLES])
MOSTLY_ADMINISTRATOR = st.sampled_from([*["administrator"] * 10, "superuser", *ROLES])
NUMBER = st.integers(0, 10**6)  # picks among those to which the step could apply
NOW_AND_THEN = st.sampled_from([False] * 9 + [True])
MOSTLY = st.sampled_from([True] * 4 + [False])
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATER = st.sampled_from([HOUR, HOUR, DAY, -HOUR])
TIMINGS = st.sampled_from(["now"] * 3 + ["at"] * 3 + ["button"])
PASSES = st.sampled_from([timedelta(minutes=1), HOUR, HOUR, DAY, DAY, 10 * DAY, timedelta(minutes=-30)])


class Stage(RuleBasedStateMachine):
    """A transaction that is rolled back, a model of the world, and the steps taken so far in all runs."""

    cast = None  # set by the test
    steps, done = 0, Counter()  # in all runs: how many, and by what came of them

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.world = World(BEGINNING, ROLES, MEMBERS)
        self.keys, self.freezes, self.covers = {}, [], []
        self.words = 0

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    # What the steps are made of

    def person(self, name):
        person = getattr(self.cast, name)
        person.__dict__.pop("held", None)
        return person

    def post(self, number):
        return Post.objects.select_related("team__department", "draft").get(pk=self.keys[number])

    def latest(self, number):
        return Submission.objects.filter(post=self.keys[number]).order_by("-pk").first()

    def pick(self, number, *wishes):
        """One of the posts for which the first wish holds; where there is none, the second; else any."""
        for wish in (*wishes, lambda post: True):
            if found := [key for key, post in self.world.posts.items() if wish(post)]:
                return found[number % len(found)]
        raise AssertionError("there are always posts")

    def some(self, among):
        return any(among(post) for post in self.world.posts.values())

    def attempt(self, act, expected, what):
        """Do it; it must succeed exactly when the model says so, and else say why."""
        Stage.steps += 1
        Stage.done[f"{what}{'' if expected else ' (refused)'}"] += 1
        made, refusal = None, ""
        try:
            with clock.set_to(self.world.now), transaction.atomic():
                made = act()
        except REFUSALS as error:
            refusal = str(error) or "without a word"
        assert expected == (not refusal), f"accepted: {not refusal}; refused: {refusal}"
        assert refusal != "without a word"
        return made


def is_open(post):
    return bool(post.sent) and post.latest.state == "open"


def is_cleared(post):
    return bool(post.sent) and post.latest.state == "cleared"


def is_claimed(post):
    return bool(post.sent) and any(step[3] for step in post.latest.steps)


def lacking(post):
    """Who in the byline has not attested."""
    return sorted(set(post.latest.byline) - post.latest.attested) if post.sent else []
