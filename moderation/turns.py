"""What waits for one person, for the top of the desk's home."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment
from moderation.exceptions import posts_to_decide
from moderation.models import Mention, Submission
from moderation.queues import desk_of, held_and_free, signable_now
from moderation.remark_models import Outcome
from moderation.standing import Standing
from moderation.withheld import withheld_from
from posts.models import Post
from posts.restrictions import Embargo
from teams.models import User
from teams.permissions import Action

Row = tuple[Post, Standing]


@dataclass(frozen=True)
class Task:
    """One thing to do: where, what, what more there is to say, and how it stands."""

    url: str
    title: str
    label: str
    colour: str = ""
    hint: str = ""
    since: datetime | None = None
    due: datetime | None = None


def tasks(person: User, rows: Iterable[Row]) -> list[Task]:
    """What waits for this person, the most pressing first; `rows` are the posts that they may write."""
    own = [*_to_attest(person), *sorted(_to_write(person, rows), key=lambda task: task.label != "Returned")]
    signing = [*_to_sign(person), *_withheld(person), *_held(person), *_to_let_through(person)]
    return [*signing, *_to_decide(person), *_to_read(person), *own]


def _to_sign(person: User) -> Iterator[Task]:
    return _queue(
        signable_now(desk_of(person)),
        ("1 post waits for you to sign or return it", "{} posts wait for you to sign or return them"),
        reverse("admin:moderation_submission_changelist"),
    )


def _withheld(person: User) -> Iterator[Task]:
    """What waits under an embargo that does not name this person: whom to ask, and no words of it."""
    for waiting in withheld_from(person):
        title = f"A post of {waiting.team.name} under a statistics embargo waits"
        url = reverse("admin:moderation_submission_changelist")
        yield Task(url, title, "Embargo", "purple", waiting.whom_to_ask)


def _to_decide(person: User) -> Iterator[Task]:
    return _queue(
        Comment.objects.open_to(person, Action.DECIDE_COMMENTS).waiting(),
        ("1 comment waits for a decision", "{} comments wait for a decision"),
        reverse("comments:queue"),
    )


def _held(person: User) -> Iterator[Task]:
    """Posts that a freeze held and that no freeze stops any more: somebody must decide on each."""
    for submission in held_and_free(person):
        url = reverse("moderation:release", args=[submission.post_id])
        hint = f"{submission.post.team.name}: a freeze held it, and is over. Decide what becomes of it"
        yield Task(url, submission.revision.title, "Held", "red", hint, since=submission.cleared_at)


def _to_let_through(person: User) -> Iterator[Task]:
    for freeze, post in posts_to_decide(person):
        url = reverse("moderation:let-through", args=[freeze.pk, post.pk])
        yield Task(url, f"Let it through, or leave it: {post.title}", "Named director", "purple", str(freeze))


def _queue(waiting: QuerySet[Any], titles: tuple[str, str], url: str) -> Iterator[Task]:
    """One task for a queue, counted by the database: none when it is empty."""
    is_late = Q(due_at__lt=timezone.now())
    found = waiting.order_by().aggregate(
        number=Count("pk"), late=Count("pk", filter=is_late), first=Min("due_at")
    )
    if not found["number"]:
        return
    title = titles[found["number"] > 1].format(found["number"])
    label, colour = (f"{found['late']} late", "red") if found["late"] else ("Waiting", "blue")
    yield Task(url, title, label, colour, due=found["first"])


def _to_attest(person: User) -> Iterator[Task]:
    asked = Submission.objects.open().not_closed_to(person).filter(revision__authors__person=person)
    for submission in asked.exclude(revision__attestations__person=person).select_related(
        "revision", "post__team"
    ):
        yield Task(
            reverse("moderation:attest", args=[submission.post_id]),
            f"Say that you wrote: {submission.revision.title}",
            "Waiting for you",
            "yellow",
            submission.post.team.name,
            since=submission.submitted_at,
        )


def _to_read(person: User) -> Iterator[Task]:
    """Posts with remarks that this person was told of and has not read, one task a post."""
    told = Mention.objects.filter(person=person, read_at=None).exclude(remark__outcome=Outcome.RESOLVED)
    told = told.exclude(remark__submission__post__in=Embargo.objects.closed_to(person).values("post"))
    posts: dict[int, Mention] = {}
    for mention in told.select_related("told_by", "remark__submission__revision", "remark__submission__post"):
        posts.setdefault(mention.remark.submission.post_id, mention)
    for post, mention in posts.items():
        yield Task(
            f"{reverse('moderation:remarks', args=[post])}#remark-{mention.remark_id}",
            f"{mention.told_by.name} mentioned you: {mention.remark.submission.revision.title}",
            "Waiting for you",
            "yellow",
            f"Remark on {mention.remark.place.lower()}",
            since=mention.told_at,
        )


def _to_write(person: User, rows: Iterable[Row]) -> Iterator[Task]:
    """Posts that their writers must go on with, where this person is one of them."""
    for post, now in rows:
        writers = {line.person_id for line in post.draft.byline.all()} | {post.draft.saved_by_id}
        if now.is_writers_turn and person.pk in writers:
            url = reverse("moderation:post", args=[post.pk])
            yield Task(url, post.title, now.label, now.colour, post.team.name, since=now.since)
