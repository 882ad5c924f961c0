from django.apps import AppConfig

from posts import guards, restriction_guards
from teams import guarding


class PostsConfig(AppConfig):
    """Posts: draft, revision, live text; the writing desk; public pages and feeds."""

    name = "posts"

    def ready(self) -> None:
        guarding.register(*guards.GUARDS, *restriction_guards.GUARDS)
