"""Scenes: what most tests begin with, played once in a run and gone back to, not made again for each test.

Each scene stands in a transaction upon the scene before it; `tests.staging` lets tests begin there.
"""

from contextlib import ExitStack, contextmanager, nullcontext
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from teams import clock

SPRING = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday at nine, in a week without holidays

PLAYED = {}  # what plays a scene on the objects of those before it, by its name, in their order


def scene(play):
    """Make a fixture of `play`, which takes the objects made so far by name and makes that of its own."""
    name = play.__name__
    PLAYED[name] = play
    return pytest.fixture(name=name)(lambda ask_for: ask_for(name))


class Stage:
    """The scenes that stand now, and what the clock was set to when they were played."""

    def __init__(self):
        self.at, self.objects, self.transactions = None, {}, ExitStack()

    def play(self, names, at):
        stands = at == self.at and [*self.objects] == names[: len(self.objects)]
        if not stands or connection.closed_in_transaction:
            self.clear()
        self.at = at
        for name in names[len(self.objects) :]:
            self.transactions.enter_context(rolled_back())
            with clock.set_to(at) if at else nullcontext():
                try:
                    self.objects[name] = PLAYED[name](**self.objects)
                except BaseException:
                    self.clear()
                    raise

    def clear(self):
        self.objects = {}
        self.transactions.close()

    def copy(self):
        return deepcopy(self.objects)


@contextmanager
def rolled_back():
    outer = transaction.atomic()
    outer._from_testcase = True  # as Django's own: what insists on being outermost may run in it
    with outer:
        yield
        transaction.set_rollback(True)
