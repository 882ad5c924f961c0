"""The record: a chain of entries in which any alteration shows."""

from contextlib import contextmanager, suppress
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comments.workflow import State
from moderation.signing import ALL_MET, return_to_authors, sign
from teams import clock, guarding, record
from teams.models import Entry, EntryDetails
from teams.record import Subject
from tests.attacks import forge, on_sqlite, other, refused, run
from tests.conftest import submit_it
from tests.making import decide, make_comment, save

SUBJECT = Subject("post", 7, "What we learned")


def append(number=1, **values):
    """Write so many entries."""
    return [record.append(f"post.act{place}", SUBJECT, by=None, **values) for place in range(number)]


@contextmanager
def undone():
    """What is done inside, guards and foreign keys broken or not, has never been."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def drop_guards():
    connection.check_constraints()  # PostgreSQL drops no guard of a table that has foreign keys to check
    guarding.drop()


@pytest.fixture
def five(db):
    """A record of five entries, with its guards down."""
    with undone():
        entries = append(5, reason="Because.", changes={"state": ["open", "returned"]})
        drop_guards()
        yield entries


def broken():
    return record.verify().broken


# Writing


def test_the_first_entry_follows_nothing(db):
    (entry,) = append()
    assert (entry.number, entry.previous) == (1, "")


def test_each_entry_follows_the_one_before(db):
    first, second, third = append(3)
    assert [second.previous, third.previous] == [first.digest, second.digest]
    assert [first.number, second.number, third.number] == [1, 2, 3]


def test_an_entry_says_who_as_what_of_what_and_why(cast):
    subject = Subject("post", 7, "What we learned", cast.department)
    entry = record.append("post.acted", subject, by=cast.author, role="Author, Floods", reason="Because.")
    details = EntryDetails.objects.get(entry=entry)
    assert (details.actor_id, details.actor_label, details.actor_role) == (
        cast.author.pk,
        "Ada Author",
        "Author, Floods",
    )
    assert (details.subject_label, details.reason) == ("What we learned", "Because.")
    assert (entry.department_id, entry.subject_kind, entry.subject_id) == (cast.department.pk, "post", 7)


def test_an_entry_says_of_which_post_it_is_whatever_it_is_about(live, cast):
    comment = decide(make_comment(live), State.PUBLISHED, cast.community_manager)
    of_the_post = Entry.objects.filter(post_id=live.pk)
    assert set(of_the_post.values_list("subject_kind", flat=True)) == {"post", "signature", "comment"}
    assert of_the_post.count() == Entry.objects.count()
    assert of_the_post.get(subject_kind="comment").subject_id == comment.pk


def test_an_act_of_the_platform_has_no_person(db):
    (entry,) = append()
    assert (entry.details.actor_id, entry.details.actor_label) == (None, "Policy Blogs")


def test_an_entry_has_the_time_of_the_decision(db):
    with clock.set_to(datetime(2026, 3, 2, 9, tzinfo=UTC)):
        (entry,) = append()
    assert Entry.objects.get().at == entry.at == datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_equal_decisions_have_different_digests(db):
    """The salt: what was expunged cannot be guessed back from the digest left behind."""
    first, second = append(2)
    assert first.details_digest != second.details_digest


def test_an_entry_goes_with_its_decision(db):
    with suppress(ValueError), transaction.atomic():
        append()
        raise ValueError
    assert not Entry.objects.exists()


def test_changes_hold_from_and_to(submission, cast):
    fingerprint = submission.revision.fingerprint
    return_to_authors(submission, by=cast.press_officer, fingerprint=fingerprint, reasons="Say why.")
    details = Entry.objects.first().details
    assert details.changes == {"state": ["open", "returned"], "fingerprint": [None, fingerprint]}
    assert (details.reason, details.actor_role) == ("Say why.", "Press officer, Department for Rivers")


def test_a_release_holds_the_text_before_and_the_text_after(live, cast):
    first = live.live_revision
    save(live, cast.author)
    second = submit_it(live, cast.author)
    sign(second, by=cast.press_officer, fingerprint=second.revision.fingerprint, answers=ALL_MET)
    changes = Entry.objects.first().details.changes
    assert changes["live revision"] == [1, 2]
    assert changes["fingerprint"] == [first.fingerprint, second.revision.fingerprint]


def test_every_decision_on_the_way_to_a_live_post_is_there_in_order(live):
    actions = list(Entry.objects.order_by("number").values_list("action", flat=True))
    assert actions[-4:] == ["post.submitted", "post.attested", "post.signed", "post.released"]


# What the database refuses


@pytest.mark.parametrize(("number", "previous"), [(3, None), (1, None), (0, ""), (2, ""), (2, "0" * 64)])
def test_an_entry_that_does_not_follow_the_last_is_refused(number, previous, db):
    (entry,) = append()
    previous = entry.digest if previous is None else previous
    with refused("teams_entry_follows_the_last", "teams_entry_no_replace"):
        forge(entry, number=number, previous=previous, digest="1" * 64)


def test_an_entry_that_follows_the_last_is_taken(db):
    (entry,) = append()
    forge(entry, number=2, previous=entry.digest, digest="1" * 64)


# Verifying


def test_an_empty_record_is_intact(db):
    assert str(record.verify()) == "0 entries, intact"


def test_a_record_of_real_decisions_is_intact(live):
    assert str(record.verify()) == f"{Entry.objects.count()} entries, intact"


@pytest.mark.parametrize("column", [field.attname for field in Entry._meta.concrete_fields])
def test_a_changed_column_of_an_entry_is_found(column, five):
    changed = five[2]
    value = 99 if column == "number" else other(getattr(changed, column))
    Entry.objects.filter(pk=3).update(**{column: value})
    assert broken() == (4 if column == "number" else 3)


@pytest.mark.parametrize("column", [*record.DETAILS])
def test_a_changed_column_of_the_details_is_found(column, five):
    EntryDetails.objects.filter(pk=3).update(**{column: other(getattr(five[2].details, column))})
    assert broken() == 3


def test_a_removed_entry_is_found(five):
    EntryDetails.objects.filter(pk=3).delete()
    Entry.objects.filter(pk=3).delete()
    assert str(record.verify()) == "entry 4 is broken: entry 3 is missing (2 entries before it are intact)"


def test_a_removed_first_entry_is_found(five):
    EntryDetails.objects.filter(pk=1).delete()
    Entry.objects.filter(pk=1).delete()
    assert broken() == 2


def test_a_removed_middle_is_found_though_the_rest_was_renumbered(five):
    EntryDetails.objects.filter(pk__in=[2, 3, 4]).delete()
    Entry.objects.filter(pk__in=[2, 3, 4]).delete()
    move(5, 2)
    assert broken() == 2


def test_removed_details_are_found(five):
    EntryDetails.objects.filter(pk=3).delete()
    assert record.verify().why == "its details are missing"
    assert broken() == 3


def move(number, to):
    """Give an entry another number, with its details."""
    entry, details = Entry.objects.get(pk=number), EntryDetails.objects.get(pk=number)
    details.delete()
    Entry.objects.filter(pk=number).delete()
    entry.pk, details.entry_id = to, to
    entry.save(force_insert=True)
    details.save(force_insert=True)


def test_swapped_details_are_found(five):
    second, third = EntryDetails.objects.filter(pk__in=[2, 3]).order_by("pk")
    second.pk, third.pk = third.pk, second.pk
    second.save()
    third.save()
    assert broken() == 2


def test_two_swapped_entries_are_found(five):
    for number, to in [(2, 9), (3, 2), (9, 3)]:
        move(number, to)
    assert broken() == 2


def test_an_inserted_entry_is_found(five):
    for number in (5, 4):
        move(number, number + 1)
    forge(five[2], number=4, digest="1" * 64)
    EntryDetails.objects.create(
        entry_id=4, **{name: getattr(five[2].details, name) for name in record.DETAILS}
    )
    assert broken() == 4


def test_an_entry_forged_with_a_right_digest_of_its_own_is_found_by_the_next(five):
    entry = Entry.objects.get(pk=3)
    entry.action = "post.forged"
    entry.digest = record.digest_of(entry)
    entry.save()
    assert broken() == 4


def test_every_broken_entry_is_named_and_the_first_of_them_first(five):
    Entry.objects.filter(pk__in=[2, 4]).update(action="post.forged")
    finding = record.verify()
    assert [fault.number for fault in finding.faults] == [2, 4]
    assert str(finding).startswith("entry 2 is broken: it was changed after it was written")


@on_sqlite
def test_what_is_no_time_or_no_text_any_more_is_found(five):
    """SQLite keeps anything in any column."""
    run("UPDATE teams_entry SET action = X'706F7374' WHERE number = 2")
    run("UPDATE teams_entry SET at = 'never' WHERE number = 4")
    assert [fault.number for fault in record.verify().faults] == [2, 4]


# The command


def verify_record(capsys):
    call_command("verify_record")
    return capsys.readouterr().out.strip()


def test_the_command_says_how_many_entries_are_intact(five, capsys):
    assert verify_record(capsys) == "5 entries, intact"


def test_the_command_fails_and_names_every_broken_entry(five, capsys):
    Entry.objects.filter(pk__in=[3, 5]).update(action="post.forged")
    with pytest.raises(CommandError) as failure:
        verify_record(capsys)
    first, second = str(failure.value).splitlines()
    assert first.startswith("entry 3 is broken: it was changed after it was written (2 entries before")
    assert second == "entry 5 is broken: it was changed after it was written"


def test_the_command_names_a_hundred_faults_and_counts_the_rest(db, capsys):
    with undone():
        append(130)
        drop_guards()
        Entry.objects.update(action="post.forged")
        with pytest.raises(CommandError) as failure:
            verify_record(capsys)
    assert str(failure.value).splitlines()[-1] == "... and 30 more"


@on_sqlite
def test_the_command_says_so_where_the_record_cannot_even_be_read(five, capsys):
    run("UPDATE teams_entry SET at = '2026-13-45 99:00:00' WHERE number = 4")
    with pytest.raises(CommandError, match="the record is broken: it cannot be read"):
        verify_record(capsys)


def test_details_that_lost_their_entry_are_found(five, capsys):
    with connection.constraint_checks_disabled(), transaction.atomic():
        columns = ", ".join(record.DETAILS)
        run(f"INSERT INTO teams_entrydetails SELECT 99, {columns} FROM teams_entrydetails WHERE entry_id = 5")
        with pytest.raises(CommandError, match="there are details without an entry"):
            verify_record(capsys)
        run("DELETE FROM teams_entrydetails WHERE entry_id = 99")


# Properties

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
TIME = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
NUMBER = st.integers(0, 2**31 - 1)
VALUE = st.none() | st.booleans() | NUMBER | TEXT
CHANGES = st.dictionaries(TEXT, st.lists(VALUE, min_size=2, max_size=2), max_size=3)
DECISION = st.fixed_dictionaries(
    {"at": TIME, "label": TEXT, "reason": TEXT, "role": TEXT, "changes": CHANGES}
)
OF_KIND = {"DateTimeField": TIME, "TextField": TEXT, "CharField": TEXT, "JSONField": CHANGES}
AS_OFTEN = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def write(decisions):
    for told in decisions:
        with clock.set_to(told["at"]):
            subject = Subject("post", 7, told["label"])
            record.append(
                "post.acted", subject, by=None, **{k: told[k] for k in ("role", "reason", "changes")}
            )


@AS_OFTEN
@given(decisions=st.lists(DECISION, max_size=6))
def test_any_sequence_of_decisions_verifies(db, decisions):
    with undone():
        write(decisions)
        assert str(record.verify()) == f"{len(decisions)} entries, intact"


COLUMNS = [(Entry, field) for field in Entry._meta.concrete_fields]
COLUMNS += [(EntryDetails, field) for field in EntryDetails._meta.concrete_fields if not field.primary_key]


@AS_OFTEN
@given(data=st.data(), decisions=st.lists(DECISION, min_size=1, max_size=4), place=st.sampled_from(COLUMNS))
def test_any_single_change_of_a_value_is_found(db, data, decisions, place):
    model, field = place
    with undone():
        write(decisions)
        drop_guards()
        rows = model.objects.filter(pk=data.draw(st.integers(1, len(decisions))))
        now = rows.values_list(field.attname, flat=True).get()
        value = data.draw(OF_KIND.get(field.get_internal_type(), NUMBER).filter(lambda new: new != now))
        number = 100 + value if field.primary_key else value
        rows.update(**{field.attname: number})
        assert broken() is not None


@AS_OFTEN
@given(data=st.data(), decisions=st.lists(DECISION, min_size=2, max_size=5))
def test_any_single_removal_but_of_the_end_is_found(db, data, decisions):
    with undone():
        write(decisions)
        drop_guards()
        removed = data.draw(st.integers(1, len(decisions) - 1))
        EntryDetails.objects.filter(pk=removed).delete()
        Entry.objects.filter(pk=removed).delete()
        assert broken() == removed + 1
