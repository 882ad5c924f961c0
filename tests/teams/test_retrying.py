"""Tasks that did not get done: tried again with growing pauses, or given up, and told of in a line."""

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from policyblogs.working import one_task_of_the_queue
from teams import beats, clock, retrying
from teams.mail import deliver

pytestmark = pytest.mark.django_db
LETTER = {"address": "ada@blogs.example", "subject": "A subject", "body": "A body"}


class Refusing(EmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, messages):
        raise SMTPRecipientsRefused({"ada@blogs.example": (450, b"later")})


@task()
def count_votes() -> None:
    raise ValueError("A task that nobody declared repeatable.")


@pytest.fixture
def mail_server_away(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"


def work(name="worker"):
    """Run the next task that is due, as a worker does, but on the connection of the test."""
    if (row := DBTaskResult.objects.ready().first()) is not None:
        row.claim(name)
        one_task_of_the_queue(name).run_task(row)


def the_task():
    return DBTaskResult.objects.get()


def make_due():
    DBTaskResult.objects.update(run_after=clock.now() - timedelta(seconds=1))


def leave_behind(task=deliver, attempts=1, ago=timedelta(minutes=2), **arguments):
    """A task that a worker had begun when it was killed."""
    task.enqueue(**(arguments or (LETTER if task is deliver else {})))
    names = [f"gone {attempt}" for attempt in range(attempts)]
    DBTaskResult.objects.update(status="RUNNING", worker_ids=names, started_at=clock.now() - ago)
    return names[-1]


# What fails


def test_mail_that_is_delivered_is_done():
    deliver.enqueue(**LETTER)
    work()
    assert the_task().status == "SUCCESSFUL"
    assert [letter.to for letter in mail.outbox] == [["ada@blogs.example"]]


def test_mail_that_fails_is_tried_again_after_growing_pauses(mail_server_away):
    deliver.enqueue(**LETTER)
    pauses = []
    for _ in retrying.PAUSES:
        work()
        retrying.put_back()
        assert the_task().status == "READY"
        pauses.append(the_task().run_after - the_task().finished_at)
        make_due()
    assert pauses == [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30)]


def test_mail_waits_for_its_pause(mail_server_away):
    deliver.enqueue(**LETTER)
    work()
    retrying.put_back()
    work()
    assert len(the_task().worker_ids) == 1


def test_mail_that_failed_once_is_delivered_when_the_server_is_back(mail_server_away, settings):
    deliver.enqueue(**LETTER)
    work()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    retrying.put_back()
    make_due()
    work()
    retrying.put_back()
    assert the_task().status == "SUCCESSFUL"
    assert len(mail.outbox) == 1


def test_mail_is_given_up_after_the_last_attempt(mail_server_away):
    deliver.enqueue(**LETTER)
    for _ in range(retrying.ATTEMPTS):
        make_due()
        work()
        retrying.put_back()
    assert the_task().status == "FAILED"
    assert len(the_task().worker_ids) == retrying.ATTEMPTS


def test_a_task_that_is_not_repeatable_is_not_repeated():
    count_votes.enqueue()
    work()
    retrying.put_back()
    assert the_task().status == "FAILED"


def test_a_failure_is_told_of_in_a_line_without_anybodys_address(mail_server_away, caplog):
    deliver.enqueue(**LETTER)
    work()
    (line,) = [record for record in caplog.records if record.name == "teams.retrying"]
    assert line.levelno == logging.WARNING
    assert line.message == (
        f"Task {the_task().pk} (teams.mail.deliver) failed: smtplib.SMTPRecipientsRefused. "
        "It is tried again in 0:01:00."
    )
    assert line.exc_info is None


def test_the_last_failure_is_an_error(caplog):
    count_votes.enqueue()
    work()
    (line,) = [record for record in caplog.records if record.name == "teams.retrying"]
    assert line.levelno == logging.ERROR
    assert line.message.endswith("failed: builtins.ValueError. Given up after 1 attempts.")


# What gone workers left behind


def test_a_task_of_a_worker_that_is_gone_is_run_again():
    leave_behind()
    retrying.put_back()
    make_due()
    work("another")
    assert the_task().status == "SUCCESSFUL"
    assert the_task().worker_ids == ["gone 0", "another"]


def test_a_task_that_a_living_worker_runs_is_left_alone():
    beats.beat(leave_behind())
    retrying.put_back()
    assert the_task().status == "RUNNING"


def test_a_task_that_has_just_begun_is_left_alone():
    leave_behind(ago=timedelta(seconds=10))
    retrying.put_back()
    assert the_task().status == "RUNNING"


def test_a_task_that_was_left_behind_too_often_is_given_up(caplog):
    leave_behind(attempts=retrying.ATTEMPTS)
    retrying.put_back()
    assert the_task().status == "FAILED"
    assert caplog.records[-1].message.endswith("its worker was stopped. Given up after 4 attempts.")


def test_a_task_left_behind_that_is_not_repeatable_is_given_up():
    leave_behind(count_votes)
    retrying.put_back()
    assert the_task().status == "FAILED"
    assert the_task().exception_class_path == "teams.retrying.LeftBehind"


def test_a_worker_puts_back_its_own_as_soon_as_it_has_its_database_again():
    name = leave_behind(ago=timedelta(0))
    beats.beat(name)
    retrying.fail_what_was_left_by("another")
    assert the_task().status == "RUNNING"
    retrying.fail_what_was_left_by(name)
    assert the_task().status == "FAILED"


# What ended long ago


def test_ended_tasks_are_removed_after_a_fortnight_with_their_addresses():
    deliver.enqueue(**LETTER)
    work()
    retrying.sweep()
    assert DBTaskResult.objects.exists()
    DBTaskResult.objects.update(finished_at=clock.now() - timedelta(days=15))
    retrying.sweep()
    assert not DBTaskResult.objects.exists()


def test_a_task_that_waits_is_not_removed():
    deliver.enqueue(**LETTER)
    DBTaskResult.objects.update(enqueued_at=clock.now() - timedelta(days=90))
    retrying.sweep()
    assert the_task().status == "READY"
