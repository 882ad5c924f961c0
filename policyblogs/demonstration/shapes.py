"""The shapes of a demonstration post and comment. Times are told from the day the demonstration is made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Post:
    """A post and its story; the builder takes it through the verbs, one by one, at the times given."""

    key: str
    team: str
    authors: tuple[str, ...]  # email addresses; the first submits
    title: str
    summary: str
    tags: tuple[str, ...]
    body: str
    story: str
    started_days_ago: int
    submitted_days_ago: int | None = None  # the first submission
    back_days_ago: int | None = None  # when it was returned, recalled or withdrawn
    released_days_ago: int | None = None  # the first release
    body_second: str = ""  # the second revision, or the new draft of a live post
    note_second: str = ""  # what changed, for the readers of a live post
    second_days_ago: int | None = None  # when that was released, resubmitted or, for a draft, saved
    return_reasons: str = ""
    back_second_days_ago: int | None = None  # when the second submission was returned too
    return_reasons_second: str = ""
    withdrawal_reason: str = ""
    withdrawal_note: str = ""
    image_alt: str = ""  # stands in the body too, in the line that ends (image:CHART)
    chart: tuple[tuple[str, int], ...] = ()  # the labels and values of that picture


@dataclass(frozen=True)
class Comment:
    """A comment on a live post, and what became of it."""

    key: str
    post: str
    name: str
    perspective: str
    body: str
    hours_after: int  # after the post's first release
    fate: str
    email: str = ""
    organisation: str = ""
    house_rule: str = ""  # named when the fate is "decline"
    reply_to: str = ""  # the key of a comment that is not itself a reply
    official_reply: str = ""
    official_reply_by: str = ""  # e-mail address of a person of the post's team
