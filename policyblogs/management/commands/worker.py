"""`manage.py worker`: what the site does by itself. Any number of them may run."""

from typing import Any

from django.core.management.base import BaseCommand

from policyblogs.working import Worker


class Command(BaseCommand):
    help = "Does what is due at its time, and delivers queued mail, until it is stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        Worker().run()
