"""What a signatory learns of a submission under an embargo that does not name them: that it waits."""

from dataclasses import dataclass
from datetime import datetime

from moderation.queues import desk_of
from posts.access import whom_to_ask
from posts.restrictions import Embargo
from teams.models import Team, User


@dataclass(frozen=True)
class Withheld:
    """Whose post waits, until when, and whom to ask. Nothing of its words."""

    team: Team
    due_at: datetime
    whom_to_ask: str


def withheld_from(person: User) -> list[Withheld]:
    """Return what waits for a step of this person's and is closed to them, the oldest due first."""
    waiting = desk_of(person).signed.open().closed_to(person)
    due = dict(waiting.values_list("post", "due_at"))
    embargoes = Embargo.objects.closed_to(person).filter(post__in=due).select_related("post__team")
    found = [Withheld(item.post.team, due[item.post_id], whom_to_ask(item)) for item in embargoes]
    return sorted(found, key=lambda item: item.due_at)
