"""What time makes due in posts."""

from posts import (
    presence,
    states,
    turning,  # noqa: F401  # listens for freezes that begin and end
)
from teams.ticking import register

register("forget who has left a draft", 60, presence.forget_who_left)
register("forget states of drafts older than 90 days", 60, states.forget_old_states)
