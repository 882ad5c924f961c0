"""Django's `dumpdata`, by the owner of the tables."""

from django.core.management.commands import dumpdata

from policyblogs.management.owner import ByTheOwner


class Command(ByTheOwner, dumpdata.Command):
    pass
