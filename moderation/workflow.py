"""What may follow what, for a submission, and when it goes live. The guards are made from the same table."""

from django.db import models


class State(models.TextChoices):
    """Where a submission is. The first two are under way, with the draft locked; the others are ends."""

    OPEN = "open", "With its signatories"
    CLEARED = "cleared", "Signed, waiting for release"
    RELEASED = "released", "Released"
    RETURNED = "returned", "Returned"
    RECALLED = "recalled", "Recalled"
    LAPSED = "lapsed", "Lapsed"
    CANCELLED = "cancelled", "Release cancelled"


UNDER_WAY = (State.OPEN, State.CLEARED)

MOVES: dict[State, frozenset[State]] = {
    State.OPEN: frozenset({State.RETURNED, State.RECALLED, State.LAPSED, State.CLEARED}),
    State.CLEARED: frozenset({State.RELEASED, State.CANCELLED, State.LAPSED}),
    State.RELEASED: frozenset(),
    State.RETURNED: frozenset(),
    State.RECALLED: frozenset(),
    State.LAPSED: frozenset(),
    State.CANCELLED: frozenset(),
}


def may_become(state: str, following: State) -> bool:
    return following in MOVES[State(state)]


class Plan(models.TextChoices):
    """When a cleared submission goes live."""

    NOW = "now", "As soon as it is signed"
    AT = "at", "At a set time"
    BUTTON = "button", "When I press the button, for example after a statement to Parliament"
    HELD = "held", "Held: a freeze stopped it, and somebody must decide"


CHOSEN_PLANS = (Plan.NOW, Plan.AT, Plan.BUTTON)  # a freeze holds, people do not
