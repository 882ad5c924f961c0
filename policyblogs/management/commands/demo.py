from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from policyblogs.demonstration import scaling
from policyblogs.demonstration.building import build
from policyblogs.demonstration.scaling_plans import FEWEST_POSTS
from policyblogs.environment import whole_number
from posts.models import Post
from teams.models import Department
from teams.refusals import NotNow


class Command(BaseCommand):
    """Loads the demonstration into an empty database, or many more posts and comments on top of it."""

    help = "Load the demonstration: invented departments, teams, people, posts and comments."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--posts", metavar="N", help="for measuring: add so many live posts")
        parser.add_argument("--comments", metavar="M", help="and so many comments on those posts")

    def handle(self, *args: Any, **options: Any) -> None:
        posts, comments = (self.number(name, options[name]) for name in ("posts", "comments"))
        if posts is None and comments is not None:
            raise CommandError(
                "--comments needs --posts: the comments are spread over the posts made with them."
            )
        if posts is not None and posts < FEWEST_POSTS:
            raise CommandError(f"--posts must be {FEWEST_POSTS} or more, not {posts}.")
        if not Department.objects.exists():
            self.load()
        elif posts is None:
            raise CommandError("There are departments already; the demonstration needs an empty database.")
        if posts is not None:
            self.fill(posts, comments or 0)

    def number(self, name: str, typed: str | int | None) -> int | None:
        if typed is None:
            return None
        try:
            return whole_number(str(typed))
        except ValueError as error:
            raise CommandError(f"--{name} {error}.") from error

    def load(self) -> None:
        stage = build()
        self.stdout.write(
            f"{len(stage.teams)} blogs, {Post.objects.count()} posts, {len(stage.comments)} comments."
        )

    def fill(self, posts: int, comments: int) -> None:
        started = monotonic()
        try:
            newest = scaling.fill(posts, comments, say=self.stdout.write)
        except NotNow as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Filled in {monotonic() - started:.0f} seconds. The two newest posts of one blog:")
        for post in newest:
            public = post.comments.public().count()
            self.stdout.write(f"{settings.SITE_URL}{post.get_absolute_url()} ({public} public comments)")
