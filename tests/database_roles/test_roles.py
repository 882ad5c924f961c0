"""Two roles on PostgreSQL: the application's does its work, and may do no more."""

import os
from contextlib import closing

import psycopg2
import pytest
from django.db import connection

from comments.replying import reply_officially
from comments.workflow import State
from moderation.models import Signature
from policyblogs.environment import database
from posts.drafting import start_post
from teams import granting, guarding, record
from teams.models import RoleHeld
from teams.roles import Role
from tests.attacks import on_postgresql, run
from tests.conftest import submit_it
from tests.making import (
    decide,
    fresh,
    make_comment,
    release_again,
    save,
    sign_it,
    take_down,
    wording,
)

pytestmark = [on_postgresql, pytest.mark.concurrent]


# The ordinary journey


def test_the_application_finds_every_guard(as_application):
    assert guarding.missing() == []


def test_a_post_is_written_signed_and_live(written, as_application):
    signed = Signature.objects.get(submission__post=written.live)
    assert written.live.live_revision.fingerprint == signed.fingerprint


def test_a_live_post_is_written_again_and_withdrawn(written, as_application):
    cast = written.cast
    post = start_post(cast.team, wording(title="Twice"), by=cast.author)
    sign_it(submit_it(post, cast.author), cast.press_officer)
    again = release_again(fresh(post), cast, title="Three times")
    assert again.live_revision.number == 2
    take_down(again, cast)
    assert fresh(post).live_revision is None


def test_a_draft_is_saved_and_its_byline_set_again(written, as_application):
    post = start_post(written.cast.team, wording(title="A draft"), by=written.cast.author)
    save(post, written.cast.author, title="A better draft")
    assert fresh(post.draft).title == "A better draft"


def test_a_comment_is_received_published_and_answered(written, as_application):
    comment, manager = make_comment(written.live), written.cast.manager
    decide(comment, State.PUBLISHED, manager)
    assert reply_officially(fresh(comment), by=manager, body="Thank you.").comment == comment


def test_a_role_is_given_and_ended(written, as_application):
    held = RoleHeld.objects.create(person=written.cast.author, role=Role.TEAM_EDITOR, team=written.cast.team)
    held.delete()


def test_the_record_of_it_all_is_whole(written, as_application):
    assert record.verify().broken is None


# The owner


def current_user():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]


def test_the_owner_takes_the_place_of_the_application_for_a_while(roles, as_application, settings):
    settings.MIGRATE_DATABASE = database(roles.settings["MIGRATE_DATABASE_URL"])
    with granting.as_owner():
        assert current_user() == roles.owner
    assert current_user() == roles.application


def test_where_there_is_one_role_it_is_the_owner(roles, as_application, settings):
    with granting.as_owner():
        assert current_user() == roles.application


# Whose the tables are, and what is said of a role that may too much


def test_every_table_and_every_guard_belongs_to_the_owner(roles, as_application):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " UNION SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        )
        assert cursor.fetchall() == [(roles.owner,)]


def excess_after(roles, statement):
    run(statement.format(application=roles.application, owner=roles.owner))
    run(f"SET LOCAL ROLE {roles.owner}")
    return granting.excess(roles.application)


def test_a_role_that_was_just_granted_may_nothing_too_much(roles, as_administrator):
    assert excess_after(roles, "SELECT 1") == []


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ("ALTER ROLE {application} CREATEROLE", "give itself other roles"),
        ("GRANT {owner} TO {application}", "become the owner"),
        ("ALTER TABLE posts_revision OWNER TO {application}", "own tables"),
        ("ALTER FUNCTION posts_revision_no_update() OWNER TO {application}", "own functions"),
        ("GRANT pg_execute_server_program TO {application}", "run programs and write files on the server"),
        ("GRANT CREATE ON SCHEMA public TO PUBLIC", "make tables and functions"),
        ("GRANT TRUNCATE ON posts_revision TO PUBLIC", "TRUNCATE posts_revision"),
        ("GRANT UPDATE (title) ON posts_revision TO {application}", "UPDATE posts_revision"),
        ("GRANT DELETE ON posts_post TO {application}", "DELETE posts_post"),
        ("GRANT INSERT ON django_migrations TO {application}", "INSERT django_migrations"),
    ],
)
def test_a_role_that_may_too_much_is_named(roles, as_administrator, mistake, said):
    assert said in excess_after(roles, mistake)


def test_migrating_takes_back_what_was_given_by_mistake_and_says_what_it_cannot(roles):
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as administrator:
        administrator.autocommit = True
        administrator.cursor().execute(f"ALTER ROLE {roles.application} CREATEROLE")
        status, said = roles.migrate()
        administrator.cursor().execute(f"ALTER ROLE {roles.application} NOCREATEROLE")
    assert status == 1
    assert "could get round the guards. It may give itself other roles." in said
