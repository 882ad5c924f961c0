"""The worker, a step at a time."""

import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, ProgrammingError, connection
from django_tasks_db.models import DBTaskResult

from policyblogs import working
from policyblogs.working import AWAY, BROKEN, IDLE, GuardsMissing, Worker
from teams import ticking
from teams.models import WorkerBeat
from tests.attacks import run


def step(name, *ends):
    """A step of that name that ends as it is told: with a pause, or with an error."""
    left = list(ends)

    def take():
        if isinstance(end := left.pop(0), Exception):
            raise end
        return end

    take.__name__ = name
    return take


def attempts(worker, *steps):
    """Attempt the steps one after another, in a thread like those of the worker: it has no connection yet."""
    with ThreadPoolExecutor(1) as thread:
        return [thread.submit(worker.attempt, one).result() for one in steps]


def said(caplog):
    return [record.message for record in caplog.records if record.name == working.__name__]


@pytest.fixture
def worker():
    return Worker()


@pytest.fixture
def one_guard_down(db):
    on = " ON posts_revision" if connection.vendor == "postgresql" else ""
    run(f"DROP TRIGGER posts_revision_no_update{on}")


# When the database is away


def test_a_database_that_is_away_is_told_of_once_and_once_when_it_is_back(worker, caplog):
    gone = OperationalError("no route to host\nis the server there?")
    assert attempts(worker, *[step("tick", gone, gone, 1, 1)] * 4) == [AWAY, AWAY, 1, 1]
    assert said(caplog) == ["The worker waits: no route to host", "The worker goes on."]


def test_both_threads_tell_of_one_outage_together(worker, caplog):
    gone = OperationalError("no route to host")
    ticks, tasks = step("tick", gone, 1), step("do_a_task", gone, 1)
    attempts(worker, ticks, tasks, ticks, tasks)
    assert said(caplog) == ["The worker waits: no route to host", "The worker goes on."]


def test_a_database_without_its_tables_is_waited_for(worker, caplog):
    assert attempts(worker, *[step("tick", ProgrammingError("no such table"), 1)] * 2) == [AWAY, 1]
    assert said(caplog)[0] == "The worker waits: no such table"


def test_a_fault_of_ours_is_told_of_and_does_not_end_the_worker(worker, caplog):
    assert attempts(worker, *[step("tick", KeyError("oh"), 1)] * 2) == [BROKEN, 1]
    assert said(caplog) == ["A fault in the worker; it goes on."]
    assert caplog.records[0].levelno == logging.ERROR


# A step in time


def test_each_worker_has_a_name_of_its_own():
    assert Worker().name != Worker().name
    assert len(Worker().name) <= 64


def test_a_worker_that_ticks_says_that_it_is_alive(worker, db):
    worker.tick()
    assert WorkerBeat.objects.get().name == worker.name


def test_nothing_is_done_while_a_guard_is_missing(worker, one_guard_down):
    with pytest.raises(
        GuardsMissing, match="1 guards are missing from the database, posts_revision_no_update"
    ):
        worker.tick()
    assert not WorkerBeat.objects.exists()


def test_the_guards_are_looked_at_only_when_something_is_due(worker, db, django_assert_num_queries):
    worker.tick()
    with django_assert_num_queries(0):
        assert worker.tick() == ticking.STEP


# A task of the queue


def test_an_empty_queue_is_only_read(worker, db, django_assert_num_queries):
    with django_assert_num_queries(1) as captured:
        assert worker.do_a_task() == IDLE
    assert captured[0]["sql"].startswith("SELECT")


def test_no_task_is_run_while_a_guard_is_missing(worker, one_guard_down):
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="no.such.task",
        backend_name="default",
        run_after="9999-01-01T00:00Z",
    )
    DBTaskResult.objects.update(run_after="2020-01-01T00:00Z")
    with pytest.raises(GuardsMissing):
        worker.do_a_task()
    assert DBTaskResult.objects.get().status == "READY"


def test_what_the_worker_may_have_left_is_failed_before_the_next_task(worker, db):
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="no.such.task",
        backend_name="default",
        run_after="2020-01-01T00:00Z",
        started_at="2020-01-01T00:00Z",
        status="RUNNING",
        worker_ids=[worker.name],
    )
    worker.do_a_task()
    assert DBTaskResult.objects.get().status == "RUNNING"
    worker.unsure = True
    worker.do_a_task()
    assert DBTaskResult.objects.get().status == "FAILED"
