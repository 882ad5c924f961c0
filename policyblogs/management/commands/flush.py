"""Django's `flush`, by the owner of the tables."""

from django.core.management.commands import flush

from policyblogs.management.owner import ByTheOwner


class Command(ByTheOwner, flush.Command):
    pass
