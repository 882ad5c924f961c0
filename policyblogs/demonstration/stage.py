"""Who and what there is while the demonstration is built."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zlib import crc32

from django.utils import timezone

from comments.models import Comment
from posts.models import Post
from teams.models import Team, User

Moment = tuple[datetime, Callable[[], object]]


@dataclass
class Stage:
    """Who and what is there so far, by the names that the stories use."""

    now: datetime
    people: dict[str, User] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)

    def ago(self, days: int | None, key: str) -> datetime:
        """Some minute of a working day's hours, so many days ago: the same for the same key."""
        if days is None:
            raise ValueError(f"the story of {key} lacks a day")
        day = timezone.localtime(self.now) - timedelta(days=days)
        return day.replace(
            hour=9 + crc32(key.encode()) % 3, minute=crc32(key.encode()) % 60, second=0, microsecond=0
        )
