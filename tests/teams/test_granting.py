"""What the application may do to each table, read off the guards, and a warning where it owns them all."""

import pytest
from django.core.checks import run_checks

from policyblogs.environment import database
from teams.granting import privileges_on

READ_AND_ADD = ["SELECT", "INSERT"]


@pytest.mark.parametrize(
    "table",
    ["teams_entry", "posts_revision", "posts_contributor", "moderation_signature"],
)
def test_sealed_tables_are_read_and_added_to(table):
    assert privileges_on(table) == READ_AND_ADD


@pytest.mark.parametrize(
    "table",
    ["posts_post", "posts_draft", "comments_comment", "moderation_submission", "teams_entrydetails"],
)
def test_rows_that_are_kept_may_change_too(table):
    assert privileges_on(table) == [*READ_AND_ADD, "UPDATE"]


def test_a_role_is_given_and_ended_and_never_edited():
    assert privileges_on("teams_roleheld") == [*READ_AND_ADD, "DELETE"]


def test_tables_without_guards_are_free():
    assert privileges_on("django_session") == [*READ_AND_ADD, "UPDATE", "DELETE"]


def test_migrations_are_only_read():
    assert privileges_on("django_migrations") == ["SELECT"]


def warnings(deployed=True):
    return [found.id for found in run_checks(include_deployment_checks=deployed) if "W001" in found.id]


@pytest.fixture
def on_a_server(settings):
    settings.DATABASES = {"default": database("postgres://blogs@server/name")}


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_one_role_for_everything_is_warned_of_where_it_is_deployed(on_a_server):
    assert warnings() == ["policyblogs.W001"]
    assert warnings(deployed=False) == []


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_two_roles_are_as_they_should_be(on_a_server, settings):
    settings.MIGRATE_DATABASE = database("postgres://owner@server/name")
    assert warnings() == []


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_sqlite_has_no_roles(settings):
    settings.DATABASES = {"default": database("sqlite:////srv/blogs.sqlite3")}
    assert warnings() == []
