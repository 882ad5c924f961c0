"""Tasks that did not get done: queued again where that is safe, and given up in the end.

Django's tasks run once. A worker that is killed leaves its task running for ever, and a task that fails
stays failed. Only a task declared `repeatable` is queued again, so it happens at least once, perhaps twice.
"""

import logging
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.dispatch import receiver
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.base import Task
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

from teams import beats, clock

PAUSES = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30)]
ATTEMPTS = len(PAUSES) + 1
KEPT = timedelta(days=14)  # after its end; mail holds addresses and private links, so not for ever

Row = DBTaskResult[Any, Any]
logger = logging.getLogger(__name__)
_repeatable: set[str] = set()


class LeftBehind(Exception):
    """The worker was stopped, or lost its database, before it wrote down how the task ended."""


def repeatable(task: Task[..., None]) -> Task[..., None]:
    """Declare that it does no harm to run the task twice."""
    _repeatable.add(task.module_path)
    return task


@transaction.atomic
def put_back() -> None:
    """Fail what workers that are gone were running, and queue again what failed and may be tried again."""
    living = beats.alive()
    for task in _running().filter(started_at__lt=clock.now() - beats.SILENT):
        if task.worker_ids[-1] not in living:
            _fail(task)
    for task in _failed():
        pause = PAUSES[len(task.worker_ids) - 1]
        again = {"status": TaskResultStatus.READY, "run_after": F("finished_at") + pause}
        DBTaskResult.objects.filter(pk=task.pk).update(**again)


@transaction.atomic
def fail_what_was_left_by(worker: str) -> None:
    """Fail what this worker was running when its database went away: it runs nothing now."""
    for task in _running():
        if task.worker_ids[-1] == worker:
            _fail(task)


def sweep() -> None:
    """Remove tasks that ended long ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=clock.now() - KEPT).delete()


@receiver(task_finished)
def tell(task_result: TaskResult[Any], **signal: Any) -> None:
    """Log a failure in a line. The words of an error may hold somebody's address, so they are left out."""
    if task_result.status == TaskResultStatus.FAILED:
        why = task_result.errors[-1].exception_class_path
        _tell(task_result.id, task_result.task.module_path, len(task_result.worker_ids), why)


def _running() -> QuerySet[Row]:
    return DBTaskResult.objects.running().select_for_update(skip_locked=True)


def _failed() -> QuerySet[Row]:
    """What failed, is repeatable, and was tried once or more, but not the last time."""
    failed = DBTaskResult.objects.failed().filter(task_path__in=_repeatable)
    tried = {"worker_ids__0__isnull": False, f"worker_ids__{ATTEMPTS - 1}__isnull": True}
    return failed.filter(**tried).select_for_update(skip_locked=True)


def _fail(task: Row) -> None:
    task.set_failed(LeftBehind(f"left by the worker {task.worker_ids[-1]}"))
    _tell(str(task.id), task.task_path, len(task.worker_ids), "its worker was stopped")


def _tell(number: str, path: str, attempts: int, why: str) -> None:
    if path in _repeatable and attempts < ATTEMPTS:
        pause = PAUSES[attempts - 1]
        logger.warning("Task %s (%s) failed: %s. It is tried again in %s.", number, path, why, pause)
    else:
        logger.error("Task %s (%s) failed: %s. Given up after %d attempts.", number, path, why, attempts)
