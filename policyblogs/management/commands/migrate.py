"""Django's `migrate`, by the owner of the tables, who then grants the application its privileges."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import DEFAULT_DB_ALIAS

from policyblogs.management.owner import ByTheOwner
from teams import granting


class Command(ByTheOwner, migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if settings.MIGRATE_DATABASE and not (options["plan"] or options["check_unapplied"]):
            self.grant(settings.DATABASES[DEFAULT_DB_ALIAS]["USER"])

    def grant(self, role: str) -> None:
        granting.grant(role)
        if excess := granting.excess(role):
            raise CommandError(
                f"The application's role, {role}, could get round the guards. It may {', '.join(excess)}. "
                "Take this from it as the database's administrator, then migrate again."
            )
