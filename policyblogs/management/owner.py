"""Commands of Django's that change or empty whole tables: by the owner of the tables, where there is one."""

from typing import Any

from django.core.management.base import BaseCommand

from teams.granting import as_owner


class ByTheOwner(BaseCommand):
    """Runs as the owner."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        with as_owner():
            return super().execute(*args, **options)
