"""Heads of the record: published once a day, signed, and what the record is later checked against."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from teams import clock, guarding, heads, record
from teams.heads import publish_head
from teams.models import Entry, EntryDetails, PublishedHead
from teams.record import Subject
from teams.verifying import verify_everything
from tests.attacks import refused

SUBJECT = Subject("post", 7, "What we learned")
ANOTHER_SECRET = "another secret of thirty-two characters or more"
NO_HEAD = r"not a head of the record|its time cannot be read"
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)


def decide(number=1):
    return [record.append("post.acted", SUBJECT, by=None) for _ in range(number)]


def publish(at=NOON):
    with clock.set_to(at):
        return publish_head()


@pytest.fixture
def three(db):
    return decide(3)


# Publishing


def test_a_head_is_the_last_entry_with_its_digest_and_the_time(three):
    head = publish()
    assert (head.number, head.digest, head.published_at) == (3, three[2].digest, NOON)
    assert head.day == NOON.date()


def test_an_empty_record_has_no_head(db):
    assert publish() is None
    assert not PublishedHead.objects.exists()


def test_a_head_is_published_once_a_day(three):
    first = publish()
    decide()
    assert publish(NOON + timedelta(hours=5)) == first
    assert PublishedHead.objects.count() == 1


def test_a_quiet_day_has_a_head_too(three):
    publish()
    assert publish(NOON + timedelta(days=1)).number == 3
    assert PublishedHead.objects.count() == 2


@pytest.mark.parametrize(
    ("at", "day"), [("2026-06-03T22:59:59", "2026-06-03"), ("2026-06-03T23:00:00", "2026-06-04")]
)
def test_a_day_begins_at_midnight_in_london(at, day, three):
    assert str(publish(datetime.fromisoformat(f"{at}+00:00")).day) == day


def test_a_clock_that_goes_back_publishes_nothing(three):
    head = publish()
    assert publish(NOON - timedelta(days=3)) == head


def test_publishing_again_asks_one_question_only(three, django_assert_num_queries):
    publish()
    with django_assert_num_queries(1):
        publish()


# Signing


def test_a_head_is_signed_with_the_key_of_the_site(three):
    assert heads.is_signed(publish(), heads.public_keys())


@pytest.mark.parametrize("column", ["number", "digest", "published_at", "signature"])
def test_a_head_that_was_changed_is_not_signed(column, three):
    head = publish()
    others = {
        "number": 2,
        "digest": "0" * 64,
        "published_at": NOON + timedelta(microseconds=1),
        "signature": "A" * 86 + "==",
    }
    setattr(head, column, others[column])
    assert not heads.is_signed(head, heads.public_keys())


@pytest.mark.parametrize("signature", ["", "not base64", "é", "AAAA", "A" * 88])
def test_what_is_no_signature_is_none(signature, three):
    head = publish()
    head.signature = signature
    assert not heads.is_signed(head, heads.public_keys())


def test_the_key_is_not_the_secret_and_another_secret_has_another(settings):
    pem = heads.pem()
    assert settings.SECRET_KEY not in pem
    settings.SECRET_KEY = ANOTHER_SECRET
    assert heads.pem() != pem


def test_after_a_change_of_the_secret_old_heads_count_while_the_old_one_is_named(three, settings):
    head, old = publish(), settings.SECRET_KEY
    settings.SECRET_KEY = ANOTHER_SECRET
    assert not heads.is_signed(head, heads.public_keys())
    settings.SECRET_KEY_FALLBACKS = [old]
    assert heads.is_signed(head, heads.public_keys())
    assert len(heads.read_keys(heads.pem())) == 2


def test_new_heads_are_signed_with_the_new_key(three, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = ANOTHER_SECRET
    assert heads.is_signed(publish(), heads.public_keys()[:1])


# The file


def kept(head, tmp_path, **changes):
    path = tmp_path / "head.json"
    path.write_text(json.dumps({**heads.as_file(head), **changes}))
    return str(path)


def test_a_file_says_all_that_its_signature_is_for(three):
    head = publish()
    told = json.loads(json.dumps(heads.as_file(head)))
    key = load_pem_public_key(heads.pem().encode())
    key.verify(base64.b64decode(told["signature"]), told["signed_text"].encode())
    assert told["signed_text"].splitlines()[1:] == [str(told["number"]), told["digest"], told["published_at"]]


def test_a_file_is_read_as_it_was_written(three):
    head = publish()
    again = heads.read_file(json.dumps(heads.as_file(head)))
    assert heads.signed_text(again) == heads.signed_text(head)
    assert heads.is_signed(again, heads.public_keys())


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "7", '{"number": "x"}', '{"number": 1, "published_at": "now"}', "\x00"]
)
def test_what_is_no_head_is_refused(text):
    with pytest.raises(ValueError, match=NO_HEAD):
        heads.read_file(text)


@pytest.mark.parametrize("at", ["2026-06-03", "2026-06-03T12:00:00", "2026-13-03T12:00:00+00:00"])
def test_a_head_without_a_proper_time_is_refused(at, three):
    with pytest.raises(ValueError, match=NO_HEAD):
        heads.read_file(json.dumps({**heads.as_file(publish()), "published_at": at}))


@pytest.mark.parametrize("text", ["", "no key", "-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----"])
def test_what_is_no_key_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  # the library's own words, or ours
        heads.read_keys(text)


# Verifying against heads


@pytest.fixture
def unguarded(db):
    """Five entries, of which a head was published after the third; then all guards go down."""
    with transaction.atomic():
        decide(3)
        publish()
        decide(2)
        connection.check_constraints()  # PostgreSQL drops no guard of a table that has foreign keys to check
        guarding.drop()
        yield
        transaction.set_rollback(True)


def cut_off(after):
    EntryDetails.objects.filter(pk__gt=after).delete()
    Entry.objects.filter(pk__gt=after).delete()


def make_anew():
    """What a forger does who knows the code: every entry written again, with another reason."""
    told = list(Entry.objects.order_by("number"))
    cut_off(0)
    for entry in told:
        with clock.set_to(entry.at):
            record.append(entry.action, SUBJECT, by=None, reason="Forged.")


def test_a_record_with_its_heads_is_whole(unguarded):
    assert verify_everything().lines == []


def test_a_tail_cut_off_behind_a_head_shows(unguarded):
    cut_off(2)
    assert record.verify().broken is None
    (line,) = verify_everything().lines
    assert line.startswith("entry 3 is broken: it is missing, and with it every entry to 3")


def test_a_tail_cut_off_after_the_last_head_does_not(unguarded):
    """Which is why heads are published every day."""
    cut_off(4)
    assert verify_everything().lines == []


def test_a_chain_made_anew_shows(unguarded):
    make_anew()
    assert record.verify().broken is None
    (line,) = verify_everything().lines
    assert line.startswith("entry 3 is broken: another digest was published for it")


def test_a_head_made_anew_with_the_chain_is_not_signed(unguarded):
    make_anew()
    PublishedHead.objects.update(digest=Entry.objects.get(pk=3).digest)
    assert verify_everything().lines == ["the head of entry 3 is not signed with a key of this site"]


def test_a_kept_file_shows_what_a_forger_with_the_secret_made_anew(unguarded, tmp_path):
    path = kept(PublishedHead.objects.get(), tmp_path)
    make_anew()
    PublishedHead.objects.all().delete()
    decide()
    publish(NOON + timedelta(days=1))
    call_command("verify_record")
    with pytest.raises(CommandError, match="entry 3 is broken: another digest was published for it"):
        call_command("verify_record", "--head", path)


# The command


def test_the_command_checks_a_kept_head(three, tmp_path, capsys):
    path = kept(publish(), tmp_path)
    decide(2)
    call_command("verify_record", "--head", path)
    said = "5 entries, intact\nthe head of entry 3 is signed, and the record still has it\n"
    assert capsys.readouterr().out == said


def test_the_command_refuses_a_head_that_somebody_else_signed(three, tmp_path, settings):
    head = publish()
    settings.SECRET_KEY, old = ANOTHER_SECRET, settings.SECRET_KEY
    path = kept(
        PublishedHead(
            number=3, digest=three[2].digest, published_at=NOON, signature=heads.signature_of(head)
        ),
        tmp_path,
    )
    settings.SECRET_KEY = old
    with pytest.raises(CommandError, match="the head of entry 3 is not signed with a key of this site"):
        call_command("verify_record", "--head", path)


def test_the_command_takes_a_kept_key_of_an_earlier_secret(three, tmp_path, settings, capsys):
    path, key = kept(publish(), tmp_path), tmp_path / "key.pem"
    key.write_text(heads.pem())
    settings.SECRET_KEY = ANOTHER_SECRET
    with pytest.raises(CommandError, match="not signed"):
        call_command("verify_record", "--head", path)
    call_command("verify_record", "--head", path, "--key", str(key))


@pytest.mark.parametrize("option", ["--head", "--key"])
def test_the_command_says_which_file_it_cannot_use(option, db, tmp_path):
    path = tmp_path / "other.txt"
    path.write_text("Something else.")
    for wrong in (path, tmp_path / "missing"):
        with pytest.raises(CommandError, match=f"{wrong} cannot be used"):
            call_command("verify_record", option, str(wrong))


# What the database refuses


def test_a_head_cannot_be_changed_removed_or_replaced(three):
    head = publish()
    with refused("teams_publishedhead_no_update"):
        PublishedHead.objects.filter(pk=head.pk).update(digest="0" * 64)
    with refused("teams_publishedhead_no_delete"):
        head.delete()


@pytest.mark.parametrize(
    "values",
    [
        {"number": 2},
        {"number": 9},
        {"digest": "0" * 64},
        {"day": NOON.date()},
        {"day": NOON.date() - timedelta(days=1)},
    ],
)
def test_a_head_is_of_an_entry_that_is_there_and_of_a_later_day(values, three):
    publish()
    right = {"day": NOON.date() + timedelta(days=1), "number": 3, "digest": three[2].digest}
    rest = {"published_at": timezone.now(), "signature": "x"}
    with refused("teams_publishedhead_is_of_the_record", "teams_publishedhead_no_replace"):
        PublishedHead.objects.create(**{**right, **rest, **values})
    PublishedHead.objects.create(**right, **rest)


def test_no_head_goes_back_in_the_chain(three):
    publish()
    values = {"day": NOON.date() + timedelta(days=1), "number": 1, "digest": three[0].digest}
    with refused("teams_publishedhead_is_of_the_record"):
        PublishedHead.objects.create(**values, published_at=timezone.now(), signature="x")
