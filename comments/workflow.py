"""What may follow what, for a comment. The database guards are made from the same table."""

from django.db import models


class State(models.TextChoices):
    """Where a comment is. *Received* is a count, not a state: every comment that was acknowledged."""

    WAITING = "waiting", "Waiting"
    LIKELY_SPAM = "likely_spam", "Likely spam"
    PUBLISHED = "published", "Published"
    DECLINED = "declined", "Not published"
    SPAM = "spam", "Spam"


RECEIVED_AS = frozenset({State.WAITING, State.LIKELY_SPAM})

MOVES: dict[State, frozenset[State]] = {
    State.WAITING: frozenset({State.PUBLISHED, State.DECLINED, State.SPAM}),
    State.LIKELY_SPAM: frozenset({State.PUBLISHED, State.DECLINED, State.SPAM}),
    State.PUBLISHED: frozenset({State.DECLINED}),
    State.DECLINED: frozenset({State.PUBLISHED}),
    State.SPAM: frozenset({State.PUBLISHED, State.DECLINED}),
}


class HouseRule(models.TextChoices):
    """The rules that a declined comment can have broken: one of them is always named."""

    RESPECTFUL = "respectful", "Be respectful of others"
    ON_TOPIC = "on_topic", "Stay on topic"
    CONCISE = "concise", "Be concise"
    OFFENSIVE = "offensive", "Do not use offensive language"
    UNLAWFUL = "unlawful", "Do not post anything unlawful, such as libel or contempt of court"
    PARTY_POLITICS = "party_politics", "Do not make party-political points"
    PERSONAL_DATA = "personal_data", "Do not give personal details, yours or anyone else's"
    IMPERSONATION = "impersonation", "Do not pretend to be somebody else"
    PROMOTION = "promotion", "Do not advertise products or services"
    AGE = "age", "Ask a parent or guardian first if you are 16 or under"


def may_become(state: str, following: State) -> bool:
    return following in MOVES[State(state)]
