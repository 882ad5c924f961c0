from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from teams import guarding, guards, witnesses, witnessing


class TeamsConfig(AppConfig):
    """Departments, teams, people, roles and sign-in; the record."""

    name = "teams"

    def ready(self) -> None:
        guarding.register(*guards.GUARDS)
        witnessing.register(*witnesses.WITNESSES)
        # Each signal is sent for every app; once is enough.
        pre_migrate.connect(guarding.before_migrate, sender=self, dispatch_uid="drop guards")
        post_migrate.connect(guarding.after_migrate, sender=self, dispatch_uid="install guards")
