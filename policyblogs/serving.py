"""Runs the web server and the worker side by side until a signal comes, and stops both."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
WEB_SERVER = ("gunicorn", "-c", "python:policyblogs.gunicorn", "policyblogs.wsgi")
WORKER = ("manage", "worker")
FOR_MIGRATING_ONLY = "MIGRATE_DATABASE_URL"  # the owner's password is kept from what answers the public

PATIENCE = 10  # seconds that a process has to stop in before it is killed
QUICK = 10  # seconds: a worker that lived less than this has not died by chance
QUICK_DEATHS = 5  # in a row, before everything stops

Process = subprocess.Popen[bytes]


def serve() -> str | None:
    """Run both until SIGINT, SIGTERM or SIGHUP. Return what went wrong in a line, or nothing."""
    asked_to_stop = catch_signals()
    web, worker = spawn(*WEB_SERVER), Worker()
    try:
        while not asked_to_stop:
            if web.poll() is not None:
                return f"The web server stopped (exit status {web.returncode}), so everything has stopped."
            if not worker.tend():
                return f"The worker stopped {QUICK_DEATHS} times in a row, so everything has stopped."
            time.sleep(0.2)
        return None
    finally:
        stop(web, worker.process)


def catch_signals() -> list[int]:
    """Return a list that grows with each signal that asks to stop. One that is ignored (nohup) stays so."""
    caught: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda number, _: caught.append(number))
    return caught


def spawn(*command: str) -> Process:
    """Start a child in a session of its own, out of reach of Ctrl-C, on the pipe that it ends with."""
    arguments = [sys.executable, "-m", "policyblogs.child", *command]
    environment = {name: value for name, value in os.environ.items() if name != FOR_MIGRATING_ONLY}
    return subprocess.Popen(  # noqa: S603
        arguments, cwd=TREE, env=environment, stdin=subprocess.PIPE, start_new_session=True
    )


def stop(*processes: Process) -> None:
    """Ask all to stop, wait, and kill what is left, with any processes of their own."""
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0, deadline - time.monotonic()))
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Worker:
    """The worker's process: started again when it dies, after a longer pause each time it died quickly."""

    def __init__(self) -> None:
        self.quick_deaths = 0
        self.start()

    def start(self) -> None:
        self.process = spawn(*WORKER)
        self.started_at = time.monotonic()
        self.resume_at: float | None = None

    def tend(self) -> bool:
        """Start the process again if it died and its pause is over. False: it died too often."""
        if self.process.poll() is None:
            return True
        if self.resume_at is None:
            self.note_death()
        elif time.monotonic() >= self.resume_at:
            self.start()
        return self.quick_deaths < QUICK_DEATHS

    def note_death(self) -> None:
        quick = time.monotonic() - self.started_at < QUICK
        self.quick_deaths = self.quick_deaths + 1 if quick else 0
        pause = 2**self.quick_deaths
        self.resume_at = time.monotonic() + pause
        if self.quick_deaths < QUICK_DEATHS:
            status = self.process.returncode
            print(f"The worker stopped (exit status {status}); another starts in {pause} s.", file=sys.stderr)
