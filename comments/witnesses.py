"""Which rows of this app the record tells of: decisions and official replies. Arrivals are not decisions."""

from comments.workflow import RECEIVED_AS, State
from teams.witnessing import Witness

DECIDED = [state for state in State if state not in RECEIVED_AS]

WITNESSES = [
    Witness(
        "decided comment",
        "comments.Comment",
        actions=tuple(f"comment.{state}" for state in DECIDED),
        about="pk",
        by="decided_by_id",
        becomes={"state": "state", "house rule": "house_rule"},
        only={"state__in": DECIDED},
        as_last_told=True,
    ),
    Witness(
        "official reply",
        "comments.OfficialReply",
        actions=("comment.answered",),
        about="comment_id",
        by="person_id",
        becomes={"reply": "body"},
    ),
]
