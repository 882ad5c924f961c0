"""What readers see against what was signed: a forger who owns the database is found out."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from moderation.live_texts import altered
from posts.models import Revision
from teams import guarding
from tests.making import make_picture, record_roles, release_it, save


@pytest.fixture
def unguarded(live):
    """A live post, with every guard down until the test ends."""
    with transaction.atomic():
        connection.check_constraints()
        guarding.drop()
        yield live
        transaction.set_rollback(True)


def change(post, **values):
    Revision.objects.filter(pk=post.live_revision_id).update(**values)


def test_a_live_text_is_as_it_was_signed(live):
    assert list(altered()) == []


def test_a_live_text_with_pictures_is_as_it_was_signed(draft, cast):
    picture = make_picture(draft, cast.author)
    save(draft, cast.author, source=f"Words.\n\n{picture.markdown}\n\n1. one\n2. two")
    release_it(draft, cast)
    assert list(altered()) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("title", "Forged"),
        ("summary", "Forged"),
        ("tags", []),
        ("byline", []),
        ("source", "Forged"),
        ("links", []),
    ],
)
def test_words_that_were_not_signed_are_named(column, value, unguarded):
    change(unguarded, **{column: value})
    named = list(altered())
    assert named == [f"post {unguarded.pk}: the words of its live text are not those that were signed"]


@pytest.mark.parametrize(
    ("old", "new"), [("forty", "fourteen"), ("example.org", "evil.example"), ("</p>", " Forged.</p>")]
)
def test_a_page_that_shows_what_was_not_signed_is_named(old, new, unguarded):
    change(unguarded, html=unguarded.live_revision.html.replace(old, new))
    named = list(altered())
    assert named == [f"post {unguarded.pk}: the page of its live text shows other words than were signed"]


def test_the_command_names_it(unguarded):
    record_roles()
    change(unguarded, title="Forged")
    with pytest.raises(CommandError, match=f"post {unguarded.pk}: the words of its live text are not those"):
        call_command("verify_record")
