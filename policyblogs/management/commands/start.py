"""`manage.py start`: prepare the data, then serve."""

from typing import Any

from django.core.management.base import BaseCommand

from policyblogs import serving, starting


class Command(BaseCommand):
    help = "Prepares the data, then runs the web server and the worker until Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            starting.prepare()
        except KeyboardInterrupt:
            raise SystemExit(130) from None
        self.stdout.write(starting.greeting())
        self.stdout.flush()
        if trouble := serving.serve():
            raise SystemExit(trouble)
        self.stdout.write("\nStopped.")
