"""The table of moves beside a copy of its own, as people say it, by random moves without a database."""

import os
import random
from contextlib import nullcontext

from moderation.workflow import UNDER_WAY, State, may_become

ASKED = os.environ.get("MACHINE_MOVES")
MOVES = int(ASKED or "20000")
ENDS = {"released", "returned", "recalled", "lapsed", "cancelled"}
FROM_OPEN = {"cleared", "returned", "recalled", "lapsed"}
FROM_CLEARED = {"released", "cancelled", "lapsed"}
STATES = ["open", "cleared", *sorted(ENDS)]


def allowed(state, following):
    """Whether a submission may go from one state to another, by the issue and not by the code."""
    if state == "open":
        return following in FROM_OPEN
    return state == "cleared" and following in FROM_CLEARED


def test_random_moves_are_allowed_just_where_the_copy_says(capsys):
    chance = random.Random()  # of its own: another walk each time
    state, lives, signed = "open", 0, False
    for number in range(MOVES):
        following = chance.choice(STATES)
        accepted = may_become(state, State(following))
        assert accepted == allowed(state, following), f"move {number}: from {state} to {following}"
        if accepted:
            assert following != "released" or signed, "released without every signature"
            state, signed = following, signed or following == "cleared"
        if state in ENDS and chance.random() < 0.3:  # until then what has ended is pushed about in vain
            state, lives, signed = "open", lives + 1, False
    with capsys.disabled() if ASKED else nullcontext():
        print(f"\n{MOVES:,} random moves of the table, in the lives of {lives:,} submissions.")


def test_the_copy_knows_every_state():
    assert set(STATES) == set(State)
    assert set(STATES) - ENDS == set(UNDER_WAY)
