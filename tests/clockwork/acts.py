"""An act that notes each second, and one that queues a long task, once."""

import os
from functools import partial

from django_tasks_db.models import DBTaskResult

from teams.ticking import register
from tests.clockwork.tasks import note, take_time


def queue_once():
    if not DBTaskResult.objects.exists():
        take_time.enqueue(float(os.environ["CLOCKWORK_SECONDS"]))


register("note the second", 1, partial(note, "tick"))
register("queue a long task", 1, queue_once)
