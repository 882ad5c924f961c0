"""`manage.py start`: the real server and the worker, started, looked at and stopped."""

import os
import re
import signal
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from policyblogs.demonstration.people import PASSWORD, PEOPLE
from tests.attacks import on_postgresql
from tests.scratch import environment, manage, scratch_database, until


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def processes(*columns):
    listing = ["ps", "-A", *(part for column in columns for part in ("-o", f"{column}="))]
    done = subprocess.run(listing, capture_output=True, text=True, check=True)
    return [line.split(None, len(columns) - 1) for line in done.stdout.splitlines()]


class Site:
    """A running `manage.py start`."""

    def __init__(self, data, database, port=None):
        self.port = port or free_port()
        self.log = data / f"log-{self.port}-{time.monotonic_ns()}"
        self.environment = environment(data, database, PORT=str(self.port))

    def __enter__(self):
        with self.log.open("w") as log:
            self.process = manage("start", env=self.environment, log=log, start_new_session=True)
        return self

    def __exit__(self, *exception):
        self.process.terminate()
        self.process.wait(20)

    def get(self, path, method="GET", **headers):
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return response.status, response.read()

    def answers(self):
        """Whether it is this site that answers: before its greeting, the port may be somebody else's."""
        assert self.process.poll() is None, self.log.read_text()
        if "Policy Blogs is at" not in self.log.read_text():
            return False
        try:
            return self.get("/healthz")[0] == 200
        except OSError:
            return False

    def descendants(self, name=""):
        """The processes under this one, by number; those with `name` in their command when it is given."""
        rows = processes("pid", "ppid", "args")
        family = {str(self.process.pid)}
        for _ in range(4):
            family |= {pid for pid, parent, *_ in rows if parent in family}
        return {int(row[0]) for row in rows if row[0] in family - {str(self.process.pid)} and name in row[-1]}


def alive(pids):
    return {int(pid) for pid, state in processes("pid", "stat") if not state.startswith("Z")} & pids


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A data folder with a loaded demonstration, and its database."""
    data = tmp_path_factory.mktemp("data")
    with scratch_database("start") as database:
        with Site(data, database) as site:
            until(site.answers, 120)
        yield data, database


@pytest.fixture(scope="module")
def site(home):
    with Site(*home) as site:
        until(site.answers)
        yield site


@contextmanager
def another(home):
    with Site(*home) as site:
        until(site.answers)
        yield site, site.descendants()


def test_the_site_answers_with_the_production_settings(site):
    status, page = site.get("/")
    assert status == 200
    assert re.search(rb'"/assets/styles\.[0-9a-f]{12}\.css"', page)


def test_another_host_is_refused(site):
    assert site.get("/", Host="blogs.example")[0] == 400


def test_a_head_request_leaves_no_complaint_in_the_log(site):
    assert site.get("/", method="HEAD") == (200, b"")
    assert "no-body" not in site.log.read_text()


def test_the_start_says_where_the_site_is_and_who_may_sign_in(site):
    said = site.log.read_text()
    assert f"http://127.0.0.1:{site.port}/" in said
    assert PASSWORD in said
    assert all(person.email in said and person.roles_said in said for person in PEOPLE)


def test_a_later_start_has_nothing_to_prepare(site):
    assert "Preparing" not in site.log.read_text()
    assert "Loading" not in site.log.read_text()
    assert "Collecting" not in site.log.read_text()


def test_a_port_in_use_is_refused_in_one_line(home, site):
    with Site(*home, port=site.port) as second:
        assert second.process.wait(30) == 1
    assert second.log.read_text() == (
        f"PORT: {site.port} is in use; choose another, for example PORT=9000 make run\n"
    )


def test_a_worker_that_dies_is_started_again(site):
    (worker,) = until(lambda: site.descendants("manage worker"))
    os.kill(worker, signal.SIGKILL)
    assert until(lambda: site.descendants("manage worker") - {worker})
    assert "The worker stopped" in site.log.read_text()


@on_postgresql
def test_what_answers_the_public_is_not_told_who_owns_the_tables(site):
    assert "MIGRATE_DATABASE_URL" in site.environment
    until(lambda: site.descendants("manage worker"))
    told = {pid: Path(f"/proc/{pid}/environ").read_text() for pid in site.descendants()}
    assert len(told) >= 3
    assert not [pid for pid, variables in told.items() if "MIGRATE_DATABASE_URL" in variables]


@pytest.fixture
def _hanging_up_is_heard():
    """As from a terminal, even where the tests themselves run under nohup, which children inherit."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("_hanging_up_is_heard")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_without_complaint(home, number):
    with another(home) as (site, family):
        os.kill(site.process.pid, number)
        assert site.process.wait(40) == 0
    assert alive(family) == set()
    assert "Traceback" not in site.log.read_text()
    assert site.log.read_text().endswith("\nStopped.\n")


def test_a_signal_to_the_whole_terminal_stops_everything_once(home):
    with another(home) as (site, family):
        os.killpg(site.process.pid, signal.SIGINT)
        os.killpg(site.process.pid, signal.SIGINT)
        assert site.process.wait(40) == 0
    assert alive(family) == set()


def test_nothing_outlives_a_start_that_is_killed(home):
    with another(home) as (site, family):
        site.process.kill()
        until(lambda: not alive(family), 15)


def test_everything_stops_when_the_web_server_dies(home):
    with another(home) as (site, family):
        (server,) = {pid for pid in site.descendants("gunicorn") if os.getpgid(pid) == pid}
        os.kill(server, signal.SIGKILL)
        assert site.process.wait(40) == 1
    assert alive(family) == set()
    assert site.log.read_text().endswith(
        "The web server stopped (exit status -9), so everything has stopped.\n"
    )


def test_a_database_that_does_not_answer_is_named_in_one_line(tmp_path):
    with Site(tmp_path, {"DATABASE_URL": f"postgres://nobody@127.0.0.1:{free_port()}/none"}) as site:
        assert site.process.wait(30) == 1
    assert site.log.read_text().startswith("DATABASE_URL: the database does not answer: ")
    assert site.log.read_text().count("\n") == 1
