from django.apps import AppConfig

from posts import guards, restriction_guards, witnesses
from teams import guarding, witnessing


class PostsConfig(AppConfig):
    """Posts: draft, revision, live text; the writing desk; public pages and feeds."""

    name = "posts"

    def ready(self) -> None:
        guarding.register(*guards.GUARDS, *restriction_guards.GUARDS)
        witnessing.register(*witnesses.WITNESSES)
