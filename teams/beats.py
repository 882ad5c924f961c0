"""Which workers are alive, by the rows in which each says so every few seconds."""

from datetime import timedelta

from django.db.models import Max

from teams import clock
from teams.models import WorkerBeat

EVERY = 5  # seconds between two signs of life
SILENT = timedelta(seconds=30)  # after this a worker counts as gone
FORGOTTEN = timedelta(hours=1)  # after this its row is removed by those who live


def beat(name: str) -> None:
    """Say that the worker of this name is alive now."""
    now = clock.now()
    WorkerBeat.objects.update_or_create(name=name, defaults={"at": now})
    WorkerBeat.objects.filter(at__lt=now - FORGOTTEN).delete()


def alive() -> set[str]:
    """The names of the workers that have said so lately."""
    return set(WorkerBeat.objects.filter(at__gt=clock.now() - SILENT).values_list("name", flat=True))


def complaint() -> str:
    """Say in a few words that no worker is there, or nothing while one is."""
    last = WorkerBeat.objects.aggregate(last=Max("at"))["last"]
    if last is None:
        return "never seen"
    silence = clock.now() - last
    return f"not seen for {silence.total_seconds():.0f} s" if silence > SILENT else ""
