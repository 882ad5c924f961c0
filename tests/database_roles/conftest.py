"""A database on PostgreSQL with two roles, migrated by its owner, and what the application wrote in it."""

import os
from contextlib import contextmanager
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.db import connections, transaction
from django.db.utils import load_backend

from policyblogs import environment as parsers
from posts.drafting import start_post
from teams.models import Department, Team
from teams.roles import Role
from tests.conftest import WORDS, make_person, submit_it
from tests.making import fresh, sign_it, wording
from tests.scratch import environment, manage, scratch_database


class Roles(SimpleNamespace):
    """The settings of the scratch database, with the names of its two roles."""

    @property
    def application(self):
        return urlsplit(self.settings["DATABASE_URL"]).username

    @property
    def owner(self):
        return urlsplit(self.settings["MIGRATE_DATABASE_URL"]).username

    def migrate(self):
        log = self.data / "log"
        with log.open("w") as said:
            status = manage("migrate", "-v0", env=environment(self.data, self.settings), log=said).wait(120)
        return status, log.read_text()

    @contextmanager
    def connected(self, url):
        """Within, the tests' own code uses this connection, each statement or block a real transaction."""
        usual, settings = connections["default"], parsers.database(url)
        wrapper = load_backend(settings["ENGINE"]).DatabaseWrapper
        connections["default"] = wrapper({**usual.settings_dict, **settings}, "default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = usual


@pytest.fixture(scope="session")
def roles(tmp_path_factory):
    with scratch_database("roles") as settings:
        roles = Roles(settings=settings, data=tmp_path_factory.mktemp("roles"))
        assert roles.migrate() == (0, "")
        yield roles


@pytest.fixture
def as_application(roles, django_db_blocker):
    """The application's role in the place of the suite's."""
    with django_db_blocker.unblock(), roles.connected(roles.settings["DATABASE_URL"]):
        yield


@pytest.fixture
def as_administrator(roles, django_db_blocker):
    """The server's administrator, in the scratch database, in a transaction that is taken back."""
    here = urlsplit(roles.settings["DATABASE_URL"]).path
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=here).geturl()
    with django_db_blocker.unblock(), roles.connected(url), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def written(roles, django_db_blocker):
    """A small cast, a live post, and one that was submitted and not signed: written by the application."""
    with django_db_blocker.unblock(), roles.connected(roles.settings["DATABASE_URL"]):
        rivers = Department.objects.create(name="Department for Rivers", slug="rivers")
        team = Team.objects.create(department=rivers, name="Floods", slug="floods", purpose="On floods.")
        cast = SimpleNamespace(
            team=team,
            author=make_person("Ada Author", (Role.AUTHOR, team)),
            editor=make_person("Ed Editor", (Role.TEAM_EDITOR, team)),
            press_officer=make_person("Pat Press", (Role.PRESS_OFFICER, rivers)),
            writer=make_person("Wyn Writer", (Role.PRESS_OFFICER, rivers), (Role.AUTHOR, team)),
            manager=make_person("Mo Manager", (Role.COMMUNITY_MANAGER, team)),
        )
        live = start_post(team, WORDS, by=cast.author)
        sign_it(submit_it(live, cast.author), cast.press_officer)
        waiting = start_post(team, wording(title="Not signed"), by=cast.writer)
        submission = submit_it(waiting, cast.writer)
        return SimpleNamespace(cast=cast, live=fresh(live), waiting=fresh(waiting), submission=submission)
