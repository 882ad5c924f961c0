"""A task that says when it begins and ends, in the file that CLOCKWORK names."""

import os
import time
from pathlib import Path

from django_tasks import task

from teams.retrying import repeatable


def note(word):
    with Path(os.environ["CLOCKWORK"]).open("a") as file:
        file.write(f"{word} {time.time()}\n")


@repeatable
@task()
def take_time(seconds: float) -> None:
    note("began")
    time.sleep(seconds)
    note("ended")
