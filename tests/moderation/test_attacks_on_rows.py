"""Direct attacks on rows that are written once, or never go: each kind of row, by each kind of statement."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection

from comments.deciding import publish
from comments.models import Comment, OfficialReply
from comments.receiving import CommentWords, receive
from comments.replying import reply_officially
from moderation.attesting import refuse_to_attest
from moderation.exceptions import grant_exception
from moderation.models import (
    Attestation,
    AttestationRefusal,
    Delegation,
    Duty,
    FreezeException,
    Group,
    Return,
    Signature,
    Submission,
    SubmissionStep,
)
from moderation.releasing import withdraw
from moderation.signing import ALL_MET, return_to_authors, sign
from posts.drafting import DraftWords, add_image, save_draft, start_post
from posts.models import (
    Contributor,
    Draft,
    Image,
    Post,
    PostGuest,
    Release,
    Revision,
    RevisionAuthor,
    RevisionPartner,
    Withdrawal,
)
from posts.restrictions import Embargo, EmbargoAccess, PastGovernment
from teams import guarding
from teams.heads import publish_head
from teams.models import Entry, EntryDetails, Freeze, PublishedHead
from tests.attacks import by_update, fresh, on_postgresql, on_sqlite, other, refused, run
from tests.conftest import WORDS, submit_it
from tests.covering import make_delegation, make_duty, make_freeze
from tests.embargoes import embargoed
from tests.histories import make_history
from tests.making import make_guest
from tests.posts.test_pictures import make_picture

SEALED = {
    "a revision": Revision,
    "a byline": RevisionAuthor,
    "a partner team of a revision": RevisionPartner,
    "a picture of a revision": Image.revisions.through,
    "a contributor": Contributor,
    "a guest author of a post": PostGuest,
    "a release": Release,
    "a withdrawal": Withdrawal,
    "an attestation": Attestation,
    "a refusal to attest": AttestationRefusal,
    "a step": SubmissionStep,
    "a signature": Signature,
    "a return": Return,
    "a director of a freeze": Freeze.directors.through,
    "an exception": FreezeException,
    "an official reply": OfficialReply,
    "an entry": Entry,
    "the details of an entry": EntryDetails,
    "a published head": PublishedHead,
}
KEPT = SEALED | {
    "a post": Post,
    "a draft": Draft,
    "a picture": Image,
    "a submission": Submission,
    "a comment": Comment,
    "a group of signatories": Group,
    "a delegation": Delegation,
    "a shift of duty": Duty,
    "a freeze": Freeze,
    "an embargo": Embargo,
    "a name on an embargo": EmbargoAccess,
    "a past government": PastGovernment,
}
UNIQUE_ONLY_BY_KEY = {"an official reply", "the details of an entry"}
UNIQUE_ONLY_BY_KEY |= {"an embargo", "a name on an embargo", "a past government"}
UNIQUE_ONLY_BY_KEY |= {"a delegation", "a shift of duty", "a freeze"}
REPLACEABLE = {name: model for name, model in KEPT.items() if name not in UNIQUE_ONLY_BY_KEY}


@pytest.fixture
def everything(draft, cast):
    """At least one row of each kind."""
    upload = SimpleUploadedFile("river.png", make_picture(32, 32, "PNG"))
    picture = add_image(draft, upload, by=cast.author, alt="The river in flood")
    with_picture = f"{WORDS.source}\n\n{picture.markdown}"
    save_draft(draft, DraftWords(WORDS.title, WORDS.summary, with_picture), by=cast.author, version=1)
    make_guest(draft, cast.author)
    submission = submit_it(draft, cast.author)
    sign(submission, by=cast.press_officer, fingerprint=submission.revision.fingerprint, answers=ALL_MET)
    comment = receive(fresh(draft), CommentWords("Well done."), once="1")
    publish(comment, by=cast.editor, seen="waiting")
    reply_officially(comment, by=cast.editor, body="Thank you.")
    withdraw(draft, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="A wrong figure.")
    pair = DraftWords(WORDS.title, WORDS.summary, WORDS.source, authors=[cast.author, cast.co_author])
    refuse_to_attest(
        submit_it(start_post(cast.team, pair, by=cast.author), cast.author).revision, by=cast.co_author
    )
    returned = start_post(cast.team, WORDS, by=cast.author)
    returned.partnerships.create(team=cast.sister_team)
    returned = submit_it(returned, cast.author)
    fingerprint = returned.revision.fingerprint
    return_to_authors(returned, by=cast.press_officer, fingerprint=fingerprint, reasons="Say why.")
    embargoed(start_post(cast.team, WORDS, by=cast.author), cast.author)
    make_history(cast, date(2019, 7, 24), date(2024, 7, 4))
    make_delegation(cast)
    make_duty(cast)
    freeze = make_freeze(cast, starts=-timedelta(hours=1))
    grant_exception(freeze, returned.post, by=cast.administrator, reason="It cannot wait.")
    publish_head()
    connection.check_constraints()  # PostgreSQL empties no table that has foreign keys to check


def first(model):
    return model._base_manager.order_by("pk").first()


@pytest.fixture(params=SEALED.values(), ids=SEALED)
def sealed(request, everything):
    """The first row of each kind that is written once."""
    return first(request.param)


@pytest.fixture(params=KEPT.values(), ids=KEPT)
def kept(request, everything):
    """The first row of each kind that never goes."""
    return first(request.param)


@pytest.fixture
def no_recursive_triggers(everything):
    """As SQLite comes: then it asks no DELETE trigger of a row that REPLACE removes."""
    run("PRAGMA recursive_triggers = OFF")
    yield
    run("PRAGMA recursive_triggers = ON")


def insert_again(row, verb, *, key=None, ending=""):
    """Insert the row once more, under its own key or another."""
    meta = row._meta
    columns = [field.column for field in meta.concrete_fields]
    values = [key or column if column == meta.pk.column else column for column in columns]
    run(
        f"{verb} INTO {meta.db_table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {meta.db_table} "
        f"WHERE {meta.pk.column} = {row.pk} {ending}"
    )


def test_no_column_of_a_sealed_row_can_be_changed(sealed):
    for field in sealed._meta.concrete_fields:
        with refused(f"{sealed._meta.db_table}_no_update"):
            by_update(sealed, **{field.attname: other(getattr(sealed, field.attname))})


def test_no_column_of_a_sealed_row_can_be_written_again_by_sql(sealed):
    for field in sealed._meta.concrete_fields:
        with refused(f"{sealed._meta.db_table}_no_update"):
            run(f"UPDATE {sealed._meta.db_table} SET {field.column} = {field.column}")


def test_a_sealed_row_cannot_be_saved_again(sealed):
    names = [field.name for field in sealed._meta.concrete_fields if not field.primary_key]
    with refused(f"{sealed._meta.db_table}_no_update"):
        sealed.save(update_fields=names)


def test_a_sealed_row_cannot_be_saved_in_bulk(sealed):
    names = [field.name for field in sealed._meta.concrete_fields if not field.primary_key]
    with refused(f"{sealed._meta.db_table}_no_update"):
        type(sealed)._base_manager.bulk_update([sealed], names)


def test_a_kept_row_cannot_be_deleted_by_sql(kept):
    with refused(f"{kept._meta.db_table}_no_delete"):
        run(f"DELETE FROM {kept._meta.db_table} WHERE {kept._meta.pk.column} = {kept.pk}")


def test_a_kept_row_cannot_be_deleted_in_the_shell(kept):
    with pytest.raises(IntegrityError):
        kept.delete()


@on_postgresql
def test_a_kept_table_cannot_be_emptied(kept):
    with refused():
        run(f"TRUNCATE {kept._meta.db_table} CASCADE")


def test_a_sealed_row_cannot_be_inserted_over(sealed):
    key, column = sealed._meta.pk.column, sealed._meta.concrete_fields[-1].column
    with refused():
        insert_again(
            sealed, "INSERT", ending=f"ON CONFLICT ({key}) DO UPDATE SET {column} = EXCLUDED.{column}"
        )


@pytest.mark.parametrize("name", sorted(KEPT.keys() - SEALED.keys()))
def test_a_kept_row_keeps_its_number(name, everything):
    key, table = KEPT[name]._meta.pk.column, KEPT[name]._meta.db_table
    with refused(f"{table}_no_takeover"):
        run(f"UPDATE {table} SET {key} = {key} + 1000")


def leave_only(name):
    """Take every guard down but one, so that it is seen to suffice."""
    guarding.drop()
    for statement in guarding.statements(guarding.GUARDS[name], connection.vendor):
        run(statement)


@on_sqlite
def test_a_kept_row_cannot_be_replaced_under_its_own_key(kept, no_recursive_triggers):
    guard = f"{kept._meta.db_table}_no_replace"
    leave_only(guard)
    with refused(guard):
        insert_again(kept, "INSERT OR REPLACE")


@on_sqlite
@pytest.mark.parametrize("model", REPLACEABLE.values(), ids=REPLACEABLE)
def test_a_kept_row_cannot_be_replaced_under_another_key(model, no_recursive_triggers):
    row, guard = first(model), f"{model._meta.db_table}_no_replace"
    leave_only(guard)
    with refused(guard):
        insert_again(row, "INSERT OR REPLACE", key=f"{row.pk} + 1000")
