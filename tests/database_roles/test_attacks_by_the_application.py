"""Every attack that somebody may try who has the application's role on PostgreSQL, case by case."""

from contextlib import closing

import psycopg2
import pytest
from django.apps import apps
from psycopg2.errors import InsufficientPrivilege

from moderation.models import Signature
from teams import granting
from teams.guarding import GUARDS
from tests.attacks import on_postgresql, refused, run

pytestmark = [on_postgresql, pytest.mark.concurrent]

GUARDED = sorted({guard.table for guard in GUARDS.values()})
SEALED = [table for table in GUARDED if "UPDATE" not in granting.privileges_on(table)]
KEYS = {model._meta.db_table: model._meta.pk.column for model in apps.get_models(include_auto_created=True)}
KEPT = [table for table in GUARDED if "DELETE" not in granting.privileges_on(table)]


@pytest.fixture(scope="module")
def attack(roles):
    """Try a statement over a connection of the application's role, and take it back."""
    with closing(psycopg2.connect(roles.settings["DATABASE_URL"])) as attacker:

        def _attack(sql):
            try:
                attacker.cursor().execute(sql.format(application=roles.application, owner=roles.owner))
            finally:
                attacker.rollback()

        yield _attack


def denied():
    return pytest.raises(InsufficientPrivilege)


# What the application may not do to tables


@pytest.mark.parametrize("table", SEALED)
def test_a_sealed_row_is_not_changed(attack, table):
    with denied():
        attack(f"UPDATE {table} SET {KEYS[table]} = {KEYS[table]}")


@pytest.mark.parametrize("table", KEPT)
def test_a_kept_row_is_not_removed(attack, table):
    with denied():
        attack(f"DELETE FROM {table}")


ON_A_TABLE = [
    "TRUNCATE {} CASCADE",
    "DROP TABLE {} CASCADE",
    "ALTER TABLE {} DISABLE TRIGGER ALL",
    "ALTER TABLE {} DISABLE TRIGGER USER",
    "ALTER TABLE {} OWNER TO CURRENT_USER",
    "ALTER TABLE {} ADD COLUMN mine text",
    "CREATE TRIGGER mine BEFORE INSERT ON {} EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "CREATE RULE mine AS ON INSERT TO {} DO INSTEAD NOTHING",
]


@pytest.mark.parametrize("table", GUARDED)
def test_a_guarded_table_stays_as_it_is(attack, table):
    for statement in ON_A_TABLE:
        with denied():
            attack(statement.format(table))


ON_A_GUARD = [
    "DROP TRIGGER {name} ON {table}",
    "ALTER TABLE {table} DISABLE TRIGGER {name}",
    "ALTER TABLE {table} ENABLE REPLICA TRIGGER {name}",
    "ALTER TRIGGER {name} ON {table} RENAME TO other",
    "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "ALTER FUNCTION {name}() RESET search_path",
    "DROP FUNCTION {name}() CASCADE",
]


@pytest.mark.parametrize("name", [guard.name for guard in GUARDS.values() if guard.only_on != "sqlite"])
def test_a_guard_stays_as_it_is(attack, name):
    for statement in ON_A_GUARD:
        with denied():
            attack(statement.format(name=name, table=GUARDS[name].table))


@pytest.mark.parametrize(
    "statement",
    [
        # round all triggers
        "SET session_replication_role = replica",
        "SELECT set_config('session_replication_role', 'replica', false)",
        "ALTER ROLE {application} SET session_replication_role = replica",
        "UPDATE pg_trigger SET tgenabled = 'D'",
        "DELETE FROM pg_trigger",
        "UPDATE pg_class SET relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)",
        "UPDATE pg_proc SET prosrc = 'BEGIN RETURN NEW; END'",
        # as somebody else
        "SET ROLE {owner}",
        "SET SESSION AUTHORIZATION {owner}",
        "GRANT {owner} TO {application}",
        "ALTER ROLE {application} SUPERUSER",
        "ALTER ROLE {owner} PASSWORD 'known'",
        "CREATE ROLE mine SUPERUSER",
        "REASSIGN OWNED BY {owner} TO {application}",
        # tables and functions in the place of ours
        "CREATE TEMPORARY TABLE posts_contributor (post_id bigint, person_id bigint)",
        "CREATE TABLE pg_temp.teams_roleheld (person_id bigint, role text, department_id bigint)",
        "CREATE SCHEMA mine",
        "CREATE TABLE mine (id int)",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "CREATE EXTENSION pgcrypto",
        "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION posts_revision_no_update()",
        # the server's files and programs
        "COPY posts_revision FROM PROGRAM 'true'",
        "COPY posts_revision FROM '/dev/null'",
        "COPY posts_revision TO '/tmp/posts_revision'",
        # what migrations say, and the numbers of rows
        "INSERT INTO django_migrations (app, name, applied) VALUES ('posts', '0001_initial', now())",
        "UPDATE django_migrations SET name = 'none'",
        "DELETE FROM django_migrations",
        "SELECT setval('posts_revision_id_seq', 1)",
        "ALTER SEQUENCE posts_revision_id_seq RESTART",
    ],
)
def test_there_is_no_way_round(attack, statement):
    with denied():
        attack(statement)


def test_the_application_gives_itself_nothing(attack):
    with denied():
        attack("GRANT ALL ON posts_revision TO {application}; DELETE FROM posts_revision")


# What the guards refuse the application, though it may write to the table


@pytest.fixture
def attacked(written, as_application):
    return written


def test_an_unsigned_text_is_not_made_live(attacked):
    with refused("moderation_live_text_is_signed"):
        run(
            "UPDATE posts_post SET live_revision_id = %s, slug = 'not-signed' WHERE id = %s",
            attacked.submission.revision_id,
            attacked.waiting.pk,
        )


def test_the_text_of_another_post_is_not_made_live(attacked):
    with refused("moderation_live_text_is_signed", "posts_post_no_takeover"):
        run(
            "UPDATE posts_post SET live_revision_id = %s WHERE id = %s",
            attacked.submission.revision_id,
            attacked.live.pk,
        )


def test_a_live_text_is_not_taken_down_without_a_withdrawal(attacked):
    with refused("moderation_live_text_goes_by_withdrawal"):
        run("UPDATE posts_post SET live_revision_id = NULL WHERE id = %s", attacked.live.pk)


def sign_by_force(attacked, person, fingerprint=""):
    Signature.objects.create(
        submission=attacked.submission,
        step=attacked.submission.steps.get(),
        person=person,
        role="Press officer",
        fingerprint=fingerprint or attacked.submission.revision.fingerprint,
        signed_at=attacked.submission.submitted_at,
    )


def test_nobody_signs_their_own_words(attacked):
    with refused("moderation_signature_not_own_words"):
        sign_by_force(attacked, attacked.cast.writer)


def test_nobody_signs_without_the_role(attacked):
    with refused("moderation_signature_is_valid"):
        sign_by_force(attacked, attacked.cast.manager)


def test_nobody_signs_another_text(attacked):
    with refused("moderation_signature_is_valid"):
        sign_by_force(attacked, attacked.cast.press_officer, fingerprint="0" * 64)


def test_a_submission_is_not_cleared_without_its_signatures(attacked):
    with refused("moderation_submission_cleared_by_signatures"):
        run("UPDATE moderation_submission SET state = 'cleared' WHERE id = %s", attacked.submission.pk)


def test_a_submitted_draft_is_not_unlocked(attacked):
    with refused("moderation_draft_locked_while_submitted"):
        run("UPDATE posts_draft SET locked = false WHERE post_id = %s", attacked.waiting.pk)


def test_an_entry_is_not_put_into_the_record_where_it_does_not_follow(attacked):
    with refused("teams_entry_follows_the_last"):
        run(
            "INSERT INTO teams_entry (number, at, action, subject_kind, subject_id, department_id, previous,"
            " details_digest, digest) SELECT number + 7, at, action, subject_kind, subject_id, department_id,"
            " previous, details_digest, 'forged' FROM teams_entry ORDER BY number DESC LIMIT 1"
        )
