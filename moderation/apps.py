from django.apps import AppConfig

from moderation import freeze_guards, guards, remark_guards, restriction_guards, witnesses
from teams import guarding, witnessing


class ModerationConfig(AppConfig):
    """Routes, submissions, signatures and release; the press desk."""

    name = "moderation"
    verbose_name = "sign-off"

    def ready(self) -> None:
        guarding.register(*guards.GUARDS, *freeze_guards.GUARDS)
        guarding.register(*remark_guards.GUARDS, *restriction_guards.GUARDS)
        witnessing.register(*witnesses.WITNESSES)
