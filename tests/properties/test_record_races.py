"""The record under several hands at once, with real transactions, on PostgreSQL."""

from datetime import timedelta

from django.utils import timezone

from teams import clock, record
from teams.expunging import ask_to_expunge, expunge
from teams.heads import publish_head
from teams.models import Entry, PublishedHead, Role
from teams.record import Subject
from teams.verifying import verify_everything
from tests.conftest import make_person
from tests.properties.test_races import _guards_down_before_the_tables_are_emptied as guards_down
from tests.properties.test_races import at_once, pytestmark

__all__ = ["guards_down", "pytestmark"]


def decide(department=None, number=1):
    for _ in range(number):
        entry = record.append("post.acted", Subject("post", 7, "A post", department), by=None, reason="Why.")
    return entry


def publish(at):
    with clock.set_to(at):
        publish_head()


def test_any_number_of_workers_publish_one_head_a_day(db):
    decide()
    for day in range(4):
        at = timezone.now() + timedelta(days=day)
        assert at_once(*[lambda at=at: publish(at)] * 6) == [None] * 6
    assert PublishedHead.objects.count() == 4


def test_a_head_published_among_decisions_is_of_one_of_them(db):
    decide()
    at_once(*[lambda: decide(number=5)] * 4, publish_head)
    assert record.verify().entries == 21
    assert verify_everything().lines == []


def test_verifying_among_decisions_finds_nothing_wrong(live, cast):
    lines = []
    at_once(*[lambda: decide(number=20)] * 3, lambda: lines.extend(verify_everything().lines))
    assert not [line for line in lines if not line.startswith("role ")]  # those of the cast


def test_of_several_who_agree_one_expunges(cast):
    entry = decide(cast.department)
    ask = ask_to_expunge(entry, by=cast.auditor, reason="It names somebody.")
    others = [make_person(f"Auditor {n}", (Role.AUDITOR, cast.department)) for n in range(4)]
    outcomes = at_once(*[lambda by=by: expunge(ask, by=by) for by in others])
    assert sum(outcome is None for outcome in outcomes) == 1
    assert Entry.objects.filter(action="record.expunged").count() == 1
    assert record.verify().expunged == 1


def test_of_several_who_ask_one_has_asked(cast):
    entry = decide(cast.department)
    others = [make_person(f"Auditor {n}", (Role.AUDITOR, cast.department)) for n in range(4)]
    outcomes = at_once(*[lambda by=by: ask_to_expunge(entry, by=by, reason="Why.") for by in others])
    assert sum(outcome is None for outcome in outcomes) == 1
