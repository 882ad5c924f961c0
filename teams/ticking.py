"""Acts that time makes due: each app registers its own in its module `acts`; every worker runs them all.

An act is called again and again, in as many workers as there are, so it must do no more than is due and lock
the rows that it changes. It should take well under a second, as the others wait for it: longer work belongs
in the queue of tasks.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError, connection

STEP = 0.25  # seconds that a worker pauses between two looks at what is due
SLOW = 1.0  # seconds
SAY_AGAIN_AFTER = 60  # seconds: an act that fails every second is told of once a minute

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Act:
    """Something to do at least every so many seconds."""

    name: str
    every: float
    do: Callable[[], object]


ACTS: dict[str, Act] = {}


def register(name: str, every: float, act: Callable[[], object]) -> None:
    """Have workers call `act` with no more than `every` seconds (1 or more) between two of its starts."""
    if every < 1:
        raise ValueError("An act runs every second at most.")
    ACTS[name] = Act(name, every, act)


class Ticker:
    """What one worker has run, and when, by a clock that never goes back."""

    def __init__(self, acts: Mapping[str, Act] = ACTS) -> None:
        self.acts = acts
        self.started_at: dict[str, float] = {}
        self.told_at: dict[str, float] = {}

    def due(self, now: float | None = None) -> list[Act]:
        """The acts that would be late if they waited for the next step."""
        soon = (time.monotonic() if now is None else now) + STEP
        never = float("-inf")
        return [act for act in self.acts.values() if self.started_at.get(act.name, never) + act.every <= soon]

    def tick(self, now: float | None = None) -> None:
        """Run what is due, each act apart from the others. Raises only when the database has gone away."""
        for act in self.due(now):
            self.started_at[act.name] = time.monotonic() if now is None else now
            self.run(act)

    def run(self, act: Act) -> None:
        began = time.monotonic()
        try:
            act.do()
        except (OperationalError, InterfaceError) as error:
            if not database_answers():
                raise
            self.tell(act, error)
        except Exception as error:
            self.tell(act, error)
        if (took := time.monotonic() - began) > SLOW:
            logger.warning("To %s took %.1f s, and all other acts waited.", act.name, took)

    def tell(self, act: Act, error: Exception) -> None:
        now, told_at = time.monotonic(), self.told_at.get(act.name)
        if told_at is None or now - told_at > SAY_AGAIN_AFTER:
            logger.error("Could not %s; it is tried again.", act.name, exc_info=error)
            self.told_at[act.name] = now


def database_answers() -> bool:
    """Whether a new connection can be made and used: a broken one says nothing about the database."""
    connection.close()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (OperationalError, InterfaceError):
        return False
    return True
