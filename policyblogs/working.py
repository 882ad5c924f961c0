"""The worker: one process that does what time makes due and, beside it, one queued task after another.

Each of the two has a thread of its own, so that a long task delays nothing, and the main thread waits for
signals, so that even a database that hangs cannot keep the process from stopping.
"""

import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable
from functools import partial

from django.db import Error, close_old_connections, connections
from django_tasks_db.management.commands.db_worker import Worker as QueueWorker
from django_tasks_db.models import DBTaskResult

from policyblogs.serving import catch_signals
from teams import beats, guarding, retrying, ticking

BACKEND = "default"  # of django-tasks
PATIENCE = 8  # seconds for the present task, within the 10 that `manage.py start` waits before it kills
IDLE = 0.5  # seconds between two looks at an empty queue
AWAY = 1.0  # seconds between two tries of a database that is away
BROKEN = 5.0  # seconds after a fault of ours

logger = logging.getLogger(__name__)


class GuardsMissing(Exception):
    """The database lacks guards, so nothing may be written: before or during a migration, for example."""


class Trouble:
    """What keeps the threads waiting: said once when it begins, and once when the last of them goes on."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.waiting: set[str] = set()

    def begins(self, thread: str, error: Exception) -> None:
        with self.lock:
            if not self.waiting:
                logger.warning("The worker waits: %s", str(error).strip().partition("\n")[0])
            self.waiting.add(thread)

    def ends(self, thread: str) -> None:
        with self.lock:
            if thread in self.waiting:
                self.waiting.remove(thread)
                if not self.waiting:
                    logger.warning("The worker goes on.")


class Worker:
    """A worker with a name that no other has, running until it is told to stop."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"
        self.stopping = threading.Event()
        self.trouble = Trouble()
        alive = ticking.Act("say that the worker is alive", beats.EVERY, partial(beats.beat, self.name))
        self.ticker = ticking.Ticker({alive.name: alive, **ticking.ACTS})
        self.unsure = False  # whether a task of ours may have been left without its end written down

    def run(self) -> None:
        """Work until a signal asks to stop; then wait a little for what is under way."""
        asked_to_stop = catch_signals()
        steps: list[Callable[[], float]] = [self.tick, self.do_a_task]
        threads = [threading.Thread(target=self.repeat, args=[step], daemon=True) for step in steps]
        for thread in threads:
            thread.start()
        while not asked_to_stop:
            time.sleep(0.1)
        self.stopping.set()
        deadline = time.monotonic() + PATIENCE
        for thread in threads:
            thread.join(max(0, deadline - time.monotonic()))

    def repeat(self, step: Callable[[], float]) -> None:
        """Take the step again and again, after as many seconds as it returns. Nothing that fails ends it."""
        while not self.stopping.is_set():
            self.stopping.wait(self.attempt(step))
        connections.close_all()

    def attempt(self, step: Callable[[], float]) -> float:
        try:
            close_old_connections()
            pause = step()
        except (Error, GuardsMissing) as error:
            self.trouble.begins(step.__name__, error)
            connections.close_all()
            return AWAY
        except Exception:
            logger.exception("A fault in the worker; it goes on.")
            return BROKEN
        self.trouble.ends(step.__name__)
        return pause

    def tick(self) -> float:
        if self.ticker.due():
            refuse_unguarded()
            self.ticker.tick()
        return ticking.STEP

    def do_a_task(self) -> float:
        """Run the next task of the queue, if there is one. The look before keeps SQLite's one writer free."""
        if self.unsure:
            retrying.fail_what_was_left_by(self.name)
            self.unsure = False
        if not DBTaskResult.objects.ready().filter(backend_name=BACKEND).exists():
            return IDLE
        refuse_unguarded()
        self.unsure = True
        one_task_of_the_queue(self.name).run()
        self.unsure = False
        return 0


def refuse_unguarded() -> None:
    if missing := guarding.missing():
        raise GuardsMissing(f"{len(missing)} guards are missing from the database, {missing[0]} first")


def one_task_of_the_queue(worker: str) -> QueueWorker:
    """A worker of the queue that runs the next task and returns, or returns at once when there is none."""
    return QueueWorker(
        queue_names=["*"],
        excluded_queue_names=[],
        backend_name=BACKEND,
        worker_id=worker,
        batch=True,
        max_tasks=1,
        interval=0,
        startup_delay=False,
    )
