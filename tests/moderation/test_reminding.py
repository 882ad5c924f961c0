"""Reminders: before the time to decide is over and after it, once each, in working hours."""

from datetime import datetime

import pytest
from django.utils import timezone

from moderation.claiming import claim
from moderation.models import Submission
from moderation.reminding import remind
from teams import clock
from teams.models import RoleHeld
from tests.conftest import submit_it
from tests.covering import make_step
from tests.making import fresh, save, sign_it
from tests.moderation.test_submitting import told

OFFICERS = {"pat.press", "sol.second", "wyn.writer"}


def at(day, hour, minute=0):
    """A time of June 2027, in London. The 9th is a Wednesday."""
    return timezone.make_aware(datetime(2027, 6, day, hour, minute))


@pytest.fixture
def due(submission):
    """A submission that is due on the 9th at 3pm."""
    Submission.objects.filter(pk=submission.pk).update(due_at=at(9, 15))
    return fresh(submission)


def told_at(*moment):
    """To whom reminders go then, and what their subjects begin with."""
    before = len(told())
    with clock.set_to(at(*moment)):
        remind()
    new = told()[before:]
    assert len(new) == len(set(new))
    return {who for who, _ in new}, {subject.partition(" ")[0] for _, subject in new}


NOBODY = (set(), set())


@pytest.mark.parametrize("moment", [(8, 16, 59), (9, 10, 59), (9, 8, 59), (5, 12)])
def test_nothing_is_said_before_four_working_hours_are_left(due, moment):
    assert told_at(*moment) == NOBODY


def test_four_working_hours_before_every_signatory_is_reminded(due):
    assert told_at(9, 11)[0] == OFFICERS


def test_an_afternoon_counts_for_what_is_due_in_the_morning(due):
    Submission.objects.update(due_at=at(9, 10))
    assert told_at(8, 13, 59) == NOBODY
    assert told_at(8, 14)[0] == OFFICERS


def test_a_reminder_is_sent_once(due):
    assert told_at(9, 11)[0] == OFFICERS
    assert told_at(9, 12) == NOBODY


def test_of_what_is_late_the_administrators_hear_too_and_once(due):
    assert told_at(9, 15) == ({*OFFICERS, "dee.admin"}, {"Late"})
    assert told_at(9, 16) == NOBODY


@pytest.mark.parametrize("moment", [(9, 17), (9, 23, 59), (10, 8, 59), (12, 12)])
def test_nobody_is_told_out_of_working_hours(due, moment):
    assert told_at(*moment) == NOBODY


def test_what_became_late_at_night_is_said_in_the_morning(due):
    Submission.objects.update(due_at=at(9, 17))
    assert told_at(10, 9)[1] == {"Late"}


def test_who_claimed_it_is_reminded_alone(due, cast):
    claim(due, by=cast.press_officer)
    assert told_at(9, 11)[0] == {"pat.press"}


def test_a_claim_by_somebody_who_left_the_press_office_silences_nobody(due, cast):
    claim(due, by=cast.press_officer)
    RoleHeld.objects.get(person=cast.press_officer).delete()
    assert told_at(9, 11)[0] == OFFICERS - {"pat.press"}


def test_whoever_wrote_words_of_it_is_not_reminded_to_sign_it(draft, cast):
    save(draft, cast.author)
    save(draft, cast.writing_press_officer, source=f"{draft.draft.source} Truly.", authors=[cast.author])
    submit_it(draft, cast.author)
    Submission.objects.update(due_at=at(9, 15))
    assert told_at(9, 11)[0] == OFFICERS - {"wyn.writer"}


def test_those_whose_turn_has_not_come_are_not_reminded(draft, cast):
    make_step(cast)
    submission = submit_it(draft, cast.author)
    Submission.objects.update(due_at=at(9, 15))
    assert told_at(9, 11)[0] == {"cleo.clearer"}
    sign_it(submission, cast.clearer)
    assert told_at(9, 15)[0] == {*OFFICERS, "dee.admin"}


def test_what_waits_for_an_author_is_nobodys_to_sign(cast, draft):
    save(draft, cast.author, authors=[cast.author, cast.co_author])
    submit_it(draft, cast.author)
    Submission.objects.update(due_at=at(9, 15))
    assert told_at(9, 11) == NOBODY
    assert told_at(9, 16) == NOBODY
