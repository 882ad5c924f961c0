"""Acts that time makes due: each in its turn, and none in the way of another."""

import logging
from itertools import pairwise

import pytest
from django.db import OperationalError

from teams import guarding, ticking
from teams.ticking import STEP, Act, Ticker


class Diary(list):
    """What was done, in order; `act` gives something to do."""

    def act(self, name, every=1, fails=None):
        def do():
            self.append(name)
            if fails:
                raise fails

        return Act(name, every, do)


def ticker(*acts):
    return Ticker({act.name: act for act in acts})


@pytest.fixture
def diary():
    return Diary()


@pytest.fixture
def closing_connections(transactional_db):
    """Tables are emptied afterwards, which the guards would refuse."""
    yield
    guarding.drop()


def test_everything_is_due_at_the_start(diary):
    ticker(diary.act("release"), diary.act("remind", 60)).tick(now=5)
    assert diary == ["release", "remind"]


def test_an_act_waits_for_its_time(diary):
    one = ticker(diary.act("remind", 60))
    one.tick(now=0)
    one.tick(now=59)
    assert diary == ["remind"]


def test_an_act_is_never_late_by_a_step(diary):
    one = ticker(diary.act("remind", 60))
    one.tick(now=0)
    one.tick(now=60 - STEP)
    assert diary == ["remind", "remind"]


def test_between_two_runs_there_is_never_more_than_the_act_asked_for(diary):
    one, runs = ticker(diary.act("release", 1)), []
    for step in range(100):
        now = step * (STEP + 0.01)
        one.tick(now)
        runs += [now] * (len(diary) - len(runs))
    assert max(later - earlier for earlier, later in pairwise(runs)) <= 1


def test_an_act_that_fails_stops_no_other(diary, caplog):
    ticker(diary.act("release", fails=ValueError("broken")), diary.act("remind")).tick(now=0)
    assert diary == ["release", "remind"]
    assert [record.message for record in caplog.records] == ["Could not release; it is tried again."]
    assert caplog.records[0].exc_info[1].args == ("broken",)


def test_an_act_that_fails_is_run_again(diary):
    one = ticker(diary.act("release", fails=ValueError()))
    one.tick(now=0)
    one.tick(now=1)
    assert diary == ["release", "release"]


def test_an_act_that_fails_every_second_is_told_of_once_a_minute(diary, caplog):
    one = ticker(diary.act("release", fails=ValueError()))
    for now in range(10):
        one.tick(now)
    assert len(caplog.records) == 1
    one.told_at["release"] -= ticking.SAY_AGAIN_AFTER
    one.tick(now=11)
    assert len(caplog.records) == 2


def test_an_act_that_the_database_refuses_is_told_of_while_the_database_answers(
    diary, caplog, closing_connections
):
    ticker(diary.act("release", fails=OperationalError("deadlock")), diary.act("remind")).tick(now=0)
    assert diary == ["release", "remind"]
    assert len(caplog.records) == 1


def test_a_slow_act_is_named(caplog, monkeypatch, diary):
    monkeypatch.setattr(ticking, "SLOW", -1)
    ticker(diary.act("release")).tick(now=0)
    assert "To release took 0.0 s" in caplog.text
    assert caplog.records[0].levelno == logging.WARNING


def test_nothing_is_asked_for_more_often_than_every_second():
    with pytest.raises(ValueError, match="every second at most"):
        ticking.register("hurry", 0.5, list)


def test_each_app_registers_its_own():
    assert "put back tasks that did not get done" in ticking.ACTS
