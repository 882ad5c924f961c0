"""`manage.py worker`, as a process: on time, whatever tasks and database do, and stopped in good order."""

import os
import signal
import sqlite3
from contextlib import closing, contextmanager
from itertools import pairwise

import psycopg2
import pytest
from django_tasks_db.models import DBTaskResult

from tests.attacks import on_postgresql
from tests.scratch import environment, manage, scratch_database, until

SETTINGS = "--settings=tests.clockwork.settings"
TASK = DBTaskResult._meta.db_table


class Home:
    """A migrated database, and workers on it one after another."""

    def __init__(self, data, database):
        self.data, self.database = data, database
        self.diary, self.log = data / "diary", data / "log"
        with self.log.open("w") as log:
            assert manage("migrate", "-v0", env=environment(data, database), log=log).wait(120) == 0

    @contextmanager
    def worker(self, seconds=0.1):
        """A worker that finds a task of so many seconds, from its first words in the diary."""
        self.diary.write_text("")
        self.run(f"DELETE FROM {TASK}")
        with self.another_worker(seconds) as process:
            yield process

    @contextmanager
    def another_worker(self, seconds=0.1):
        env = environment(self.data, self.database, CLOCKWORK=str(self.diary), CLOCKWORK_SECONDS=str(seconds))
        with self.log.open("w") as log:
            process = manage("worker", SETTINGS, env=env, log=log)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def noted(self, word):
        """When the diary says this word."""
        lines = [line.split() for line in self.diary.read_text().splitlines()]
        return [float(at) for said, at in lines if said == word]

    def run(self, sql):
        url = self.database["DATABASE_URL"]
        file = self.data / "policyblogs.sqlite3"
        with closing(psycopg2.connect(url) if url else sqlite3.connect(file, timeout=20)) as connection:
            cursor = connection.cursor()
            cursor.execute(sql)
            rows = cursor.fetchall() if cursor.description else []
            connection.commit()
            return rows

    def states(self):
        return [state for (state,) in self.run(f"SELECT status FROM {TASK}")]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with scratch_database("worker") as database:
        yield Home(tmp_path_factory.mktemp("worker"), database)


def test_a_long_task_holds_up_nothing_that_is_due(home):
    with home.worker(seconds=3):
        until(lambda: home.noted("ended"))
    (began,), (ended,) = home.noted("began"), home.noted("ended")
    beside = [at for at in home.noted("tick") if began < at < ended]
    assert len(beside) >= 3
    assert max(later - earlier for earlier, later in pairwise(beside)) < 1.5


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_asked_to_stop_finishes_its_task(home, number):
    with home.worker(seconds=1) as worker:
        until(lambda: home.noted("began"))
        worker.send_signal(number)
        assert worker.wait(10) == 0
    assert home.noted("ended")
    assert home.states() == ["SUCCESSFUL"]
    assert home.log.read_text() == ""


def test_an_idle_worker_stops_at_once(home):
    with home.worker() as worker:
        until(lambda: home.states() == ["SUCCESSFUL"])
        worker.terminate()
        assert worker.wait(4) == 0


def test_what_a_killed_worker_left_is_queued_again_by_the_next(home):
    with home.worker(seconds=30) as worker:
        until(lambda: home.noted("began"))
        worker.kill()
        worker.wait()
    assert home.states() == ["RUNNING"]
    home.run(f"UPDATE {TASK} SET started_at = '2026-01-01 09:00:00+00:00'")
    home.run("DELETE FROM teams_workerbeat")
    with home.another_worker():
        until(lambda: home.states() == ["READY"])
    assert "It is tried again in 0:01:00." in home.log.read_text()


@on_postgresql
def test_a_database_that_goes_away_is_waited_for(home):
    name = home.database["DATABASE_URL"].rpartition("/")[2]
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection, home.worker() as worker:
        connection.autocommit = True
        server = connection.cursor()
        until(lambda: home.states() == ["SUCCESSFUL"])
        server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        try:
            server.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
            until(lambda: "The worker waits" in home.log.read_text())
        finally:
            server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        until(lambda: "The worker goes on." in home.log.read_text())
        before = len(home.noted("tick"))
        until(lambda: len(home.noted("tick")) > before)
        assert worker.poll() is None
    assert home.log.read_text().count("\n") == 2
