"""Guards: made, found missing in whatever way they are missing, and there after every migration."""

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection
from django.urls import reverse

from posts.models import Post
from teams import guarding
from teams.guarding import GUARDS, Guard
from tests.attacks import on_postgresql, on_sqlite, refused, run

NAME = "posts_revision_no_update"
STRAY = Guard("teams_department_of_an_earlier_version", "teams_department", "UPDATE", "No department changes")


def drop_one(name=NAME, table="posts_revision"):
    run(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def make(guard):
    for statement in guarding.statements(guard, connection.vendor):
        run(statement)


def make_trigger(when):
    run(f"CREATE TRIGGER {NAME} BEFORE {when} EXECUTE FUNCTION {NAME}()")


# Made and missed


def test_every_guard_is_there(db):
    assert guarding.missing() == []


@pytest.mark.parametrize("guard", GUARDS.values(), ids=GUARDS)
def test_the_name_and_the_message_of_a_guard_fit_both_databases(guard):
    assert len(f"{guard.name}_all") <= 63
    assert not set("'%") & set(guard.message)


def test_dropped_guards_are_all_missing(db):
    guarding.drop()
    applicable = {guard.name for guard in GUARDS.values() if guard.only_on in ("", connection.vendor)}
    assert {name.removesuffix("_all") for name in guarding.missing()} == applicable


def test_without_guards_the_database_takes_anything(live):
    guarding.drop()
    run("UPDATE posts_revision SET title = 'Forged'")


def test_dropped_guards_can_be_made_again(live):
    guarding.drop()
    guarding.install()
    assert guarding.missing() == []
    with refused(NAME):
        run("UPDATE posts_revision SET title = 'Forged'")


def test_making_guards_twice_does_no_harm(db):
    guarding.install()
    guarding.install()
    assert guarding.missing() == []


def test_one_dropped_guard_is_named(db):
    drop_one()
    assert guarding.missing() == [NAME]


def test_a_guard_of_an_earlier_version_is_removed(cast):
    make(STRAY)
    guarding.install()
    cast.department.save()


@on_sqlite
def test_a_guard_without_its_condition_is_missing_on_sqlite(db):
    drop_one()
    run(
        f"CREATE TRIGGER {NAME} BEFORE UPDATE ON posts_revision FOR EACH ROW WHEN 1 = 0 "
        "BEGIN SELECT RAISE(ABORT, 'A sealed revision cannot be changed'); END"
    )
    assert guarding.missing() == [NAME]


@on_postgresql
def test_a_guard_without_its_condition_is_missing_on_postgresql(db):
    run(f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
    assert guarding.missing() == [NAME]


@on_postgresql
@pytest.mark.parametrize(
    "when",
    [
        "UPDATE ON posts_revision FOR EACH ROW WHEN (false)",
        "UPDATE OF rules ON posts_revision FOR EACH ROW",
        "INSERT ON posts_revision FOR EACH ROW",
        "UPDATE ON posts_revision FOR EACH STATEMENT",
        "UPDATE ON teams_department FOR EACH ROW",
    ],
)
def test_a_guard_that_watches_something_else_is_missing(when, db):
    drop_one()
    make_trigger(when)
    assert guarding.missing() == [NAME]


@on_postgresql
@pytest.mark.parametrize("switch", ["DISABLE TRIGGER", "ENABLE REPLICA TRIGGER"])
def test_a_guard_that_is_switched_off_is_missing(switch, db):
    run(f"ALTER TABLE posts_revision {switch} {NAME}")
    assert guarding.missing() == [NAME]


@on_postgresql
def test_a_guard_against_emptying_a_table_can_be_missing_alone(db):
    drop_one("posts_revision_no_delete_all")
    assert guarding.missing() == ["posts_revision_no_delete_all"]


@on_postgresql
def test_a_guard_that_can_be_led_astray_by_a_temporary_table_is_missing(db):
    run(f"ALTER FUNCTION {NAME}() RESET search_path")
    assert guarding.missing() == [NAME]


# Migrations


@pytest.fixture
def migrating(transactional_db):
    """Tables are emptied afterwards, which the guards would refuse."""
    yield
    guarding.drop()


def test_guards_are_there_after_an_app_is_removed_and_made_again(migrating):
    call_command("migrate", "comments", "zero", verbosity=0)
    assert all("comments_" in name for name in guarding.missing())
    call_command("migrate", "comments", verbosity=0)
    assert guarding.missing() == []


def alter_slug(before, after):
    """Change the column of a guarded table that other guards name, as `migrate` would."""
    emit_pre_migrate_signal(0, False, connection.alias)
    with connection.schema_editor() as editor:
        editor.alter_field(Post, before, after)
    emit_post_migrate_signal(0, False, connection.alias)


def test_guards_are_there_after_a_guarded_table_is_remade(migrating):
    slug = Post._meta.get_field("slug")
    longer = slug.clone()
    longer.max_length = 100
    longer.set_attributes_from_name("slug")
    alter_slug(slug, longer)
    assert guarding.missing() == []
    alter_slug(longer, slug)


def test_guards_stay_in_place_while_there_is_nothing_to_migrate(db):
    emit_pre_migrate_signal(0, False, connection.alias, plan=[])
    assert guarding.missing() == []


# The web process


@pytest.fixture
def unguarded(draft, cast, sign_in):
    """An author at the desk, while a guard is missing."""
    drop_one()
    return sign_in(cast.author)


def save(client, post):
    words = {"title": "A new title", "source": "All my words.", "authors": post.started_by_id, "version": 1}
    return client.post(reverse("posts:edit", args=[post.pk]), words)


def test_nothing_is_saved_while_a_guard_is_missing(unguarded, draft):
    response = save(unguarded, draft)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    draft.draft.refresh_from_db()
    assert draft.draft.version == 1


def test_the_page_that_refuses_keeps_what_was_typed(unguarded, draft):
    page = save(unguarded, draft).content.decode()
    assert "A new title" in page
    assert "All my words." in page


def test_a_draft_is_saved_once_the_guard_is_back(unguarded, draft):
    guarding.install()
    save(unguarded, draft)
    draft.draft.refresh_from_db()
    assert draft.draft.version == 2


def test_a_comment_is_refused_with_its_words_while_a_guard_is_missing(client, live):
    drop_one()
    response = client.post(f"{live.get_absolute_url()}comment/", {"body": "Well done."})
    assert response.status_code == 503
    assert b"Well done." in response.content


@pytest.mark.parametrize("address", ["/", "/floods/", "/feed/", "/sign-in/"])
def test_readers_read_on_while_a_guard_is_missing(address, client, live):
    drop_one()
    assert client.get(address).status_code == 200


def test_the_desk_can_be_read_while_a_guard_is_missing(unguarded, draft):
    assert unguarded.get(reverse("moderation:post", args=[draft.pk])).status_code == 200


def test_readiness_says_that_guards_are_missing(client, db):
    assert client.get("/readyz").status_code == 200
    drop_one()
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"guards: missing\n")
