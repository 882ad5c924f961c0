from django.apps import AppConfig

from comments import guards, witnesses
from teams import guarding, witnessing


class CommentsConfig(AppConfig):
    """Comments: receiving, deciding and answering them."""

    name = "comments"

    def ready(self) -> None:
        guarding.register(*guards.GUARDS)
        witnessing.register(*witnesses.WITNESSES)
