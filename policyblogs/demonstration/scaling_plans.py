"""What the scaled demonstration is made from, and when each thing happens."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from random import Random

from django.utils import timezone
from django.utils.text import slugify
from taggit.models import Tag

from comments.models import Comment
from comments.privacy import encrypt, keyed_hash
from comments.receiving import to_html
from comments.workflow import State as CommentState
from moderation.authority import signatories
from moderation.models import Group, Submission
from moderation.routes import steps_of
from policyblogs.demonstration import shapes
from policyblogs.demonstration.comments import COMMENTS
from policyblogs.demonstration.posts import POSTS
from posts.models import SLUG_LIMIT, Draft, Post, Revision
from posts.rendering import Article, render
from teams.models import Team, User
from teams.permissions import Action, can
from teams.refusals import NotNow

POSTS_AT_ONCE, COMMENTS_AT_ONCE = 500, 2_000
FEWEST_POSTS = 3
SPAN = timedelta(days=3_652)  # the oldest post is ten years old
BUSY = (20, 200)  # comments of the two newest posts of one blog, all of them published
FATES = {"publish": 90, "waiting": 3, "decline": 4, "spam": 2, "likely_spam": 1}  # of a hundred comments
DECIDED = {"publish": CommentState.PUBLISHED, "decline": CommentState.DECLINED, "spam": CommentState.SPAM}
TWO_AUTHORS, ANSWERS, OFFICIAL_ANSWERS = 0.25, 0.05, 0.02  # of posts, of comments, of published comments
COMMENTED_FOR, DECIDED_IN, ANSWERED_IN, UNDECIDED_FOR = (timedelta(days=days) for days in (60, 2, 4, 3))
REFERENCE_LENGTH = 9  # received comments have 10, so the two never meet


# What posts and comments are made from


@dataclass(frozen=True)
class Text:
    """A text of the demonstration, laid out once however often it is used."""

    title: str
    summary: str
    tags: list[str]
    source: str
    article: Article


@dataclass(frozen=True)
class Said:
    """A comment of the demonstration with the values of its columns, and how the team answers it."""

    columns: Mapping[str, str]
    house_rule: str
    answer: str


@dataclass(frozen=True)
class Crew:
    """A team, and who writes, signs and decides there. `route` is (position, group, its signatories)."""

    team: Team
    writers: list[User]
    moderators: list[User]
    route: list[tuple[int, Group, list[User]]]


@dataclass(frozen=True)
class Stock:
    """Everything there is to draw from, and where the numbers of posts and comments go on."""

    now: datetime
    random: Random
    crews: list[Crew]
    texts: list[Text]
    tags: Mapping[str, Tag]
    said: Mapping[str, list[Said]]
    posts: int
    comments: int


@dataclass
class Plan:
    """A post as it will be, then its rows."""

    crew: Crew
    text: Text
    title: str
    slug: str
    byline: list[User]
    signatories: list[User]
    started_at: datetime
    submitted_at: datetime
    released_at: datetime
    is_newest: bool
    post: Post = field(init=False)
    draft: Draft = field(init=False)
    revision: Revision = field(init=False)
    submission: Submission = field(init=False)


@dataclass(frozen=True)
class Decision:
    """Who decided a comment and when, and when the team answered it, if it did."""

    by: User
    at: datetime
    answered_at: datetime | None


@dataclass
class Heard:
    """A comment as it will be, then its row."""

    plan: Plan
    fate: str
    said: Said
    number: int
    received_at: datetime
    decision: Decision | None
    answers: "Heard | None"
    comment: Comment = field(init=False)


def take_stock() -> Stock:
    crews = [
        crew for team in Team.objects.select_related("department").order_by("pk") if (crew := crew_of(team))
    ]
    if not crews:
        raise NotNow("No blog here has a writer, a signatory for each step and somebody to decide comments.")
    texts = [text for told in POSTS for text in lay_out(told)]
    posts, comments = Post.objects.count(), Comment.objects.count()
    return Stock(
        now=timezone.now().replace(microsecond=0),
        random=Random(posts),  # noqa: S311  # the same every time is what is wanted
        crews=crews,
        texts=texts,
        tags=tags_named({name for text in texts for name in text.tags}),
        said={fate: [as_stored(told) for told in COMMENTS if told.fate == fate] for fate in FATES},
        posts=posts,
        comments=comments,
    )


def crew_of(team: Team) -> Crew | None:
    """Return the people of a team, or None where a post of theirs could not be signed or answered."""
    staff = list(User.objects.filter(is_active=True).order_by("pk"))
    writers = [person for person in staff if can(person, Action.WRITE_POSTS, team)]
    moderators = [person for person in staff if can(person, Action.DECIDE_COMMENTS, team)]
    route = [
        (position, group, [p for p in signatories(group).order_by("pk") if p not in writers])
        for position, group in steps_of(team)
    ]
    if writers and moderators and all(people for _, _, people in route):
        return Crew(team, writers, moderators, route)
    return None


def lay_out(told: shapes.Post) -> Iterator[Text]:
    """Each text of a post, without the lines of its pictures."""
    for body in filter(None, [told.body, told.body_second]):
        source = "\n".join(line for line in body.splitlines() if "(image:" not in line)
        yield Text(told.title, told.summary, list(told.tags), source, render(source, {}))


def as_stored(told: shapes.Comment) -> Said:
    columns = {
        "name": told.name,
        "email_encrypted": encrypt(told.email),
        "email_hash": keyed_hash(told.email),
        "body": told.body,
        "html": to_html(told.body),
        "perspective": told.perspective,
        "organisation": told.organisation,
    }
    return Said(columns, told.house_rule, told.official_reply)


def tags_named(names: set[str]) -> dict[str, Tag]:
    """The tag of each name, by the rule of `posts.tagging`: names with one slug are one tag."""
    slugs = {name: slug for name in sorted(names) if (slug := slugify(name))}
    return {
        name: Tag.objects.get_or_create(slug=slug, defaults={"name": name})[0] for name, slug in slugs.items()
    }


# When, and how many


def release_times(posts: int, stock: Stock) -> list[datetime]:
    """Times of release, oldest first, evenly over ten years in working hours; the last two are of today."""
    spread = posts - len(BUSY)
    days = (SPAN * (spread - place) / spread for place in range(spread))
    earlier = sorted(office_hour(stock.now - max(ago, timedelta(days=1)), stock.random) for ago in days)
    return [*earlier, *(stock.now - timedelta(hours=hours) for hours in range(len(BUSY), 0, -1))]


def office_hour(day: datetime, random: Random) -> datetime:
    """Some minute from 9 to 5 of that day in London."""
    minutes = random.randrange(9 * 60, 17 * 60)
    return timezone.localtime(day).replace(hour=minutes // 60, minute=minutes % 60, second=0)


def share_out(comments: int, posts: int, random: Random) -> list[int]:
    """How many comments each post has: a few have many, most have few, and the two newest those of `BUSY`.

    Where there are too few comments for that, the two newest have none.
    """
    busy = list(BUSY) if comments >= sum(BUSY) else [0] * len(BUSY)
    left, others = comments - sum(busy), posts - len(busy)
    weights = list(accumulate((rank + 10) ** -0.7 for rank in range(others)))
    until = [0, *(round(left * weight / weights[-1]) for weight in weights)]
    shares = [after - before for before, after in pairwise(until)]
    random.shuffle(shares)
    return shares + busy


# Posts


def plan_post(stock: Stock, place: int, released_at: datetime, *, newest: bool) -> Plan:
    random, number = stock.random, stock.posts + place + 1
    text, crew = random.choice(stock.texts), stock.crews[0] if newest else random.choice(stock.crews)
    authors = min(len(crew.writers), 1 + (random.random() < TWO_AUTHORS))
    tail = f"-note-{number}"
    submitted_at = released_at - timedelta(minutes=random.randrange(90, 48 * 60))
    return Plan(
        crew=crew,
        text=text,
        title=f"{text.title}, note {number}",
        slug=slugify(text.title)[: SLUG_LIMIT - len(tail)].rstrip("-") + tail,
        byline=random.sample(crew.writers, authors),
        signatories=[random.choice(signatories) for _, _, signatories in crew.route],
        started_at=submitted_at - timedelta(days=random.randrange(1, 30)),
        submitted_at=submitted_at,
        released_at=released_at,
        is_newest=newest,
    )


def plan_comments(stock: Stock, shares: Sequence[tuple[Plan, int]], done: int) -> Iterator[list[Heard]]:
    """The comments of posts, so many to each, in batches; `done` were planned before."""
    batch: list[Heard] = []
    for plan, share in shares:
        seen: list[Heard] = []  # what readers can answer: published, of this post, and in this batch
        for _ in range(share):
            done += 1
            heard = plan_comment(stock, plan, stock.comments + done, seen)
            batch.append(heard)
            if heard.fate == "publish" and heard.answers is None:
                seen.append(heard)
            if len(batch) == COMMENTS_AT_ONCE:
                yield batch
                batch, seen = [], []
    if batch:
        yield batch


def plan_comment(stock: Stock, plan: Plan, number: int, seen: Sequence[Heard]) -> Heard:
    """One comment. Most come soon after what they speak of; those still undecided came in the last days."""
    random, now = stock.random, stock.now
    fate = "publish" if plan.is_newest else random.choices(list(FATES), list(FATES.values()))[0]
    said = random.choice(stock.said[fate])
    answers = random.choice(seen) if seen and random.random() < ANSWERS else None
    since = answers.decision.at if answers and answers.decision else plan.released_at
    if fate not in DECIDED:
        since = max(since, now - UNDECIDED_FOR)
    received_at = between(since, min(now, since + COMMENTED_FOR), random.random() ** 3)
    decision = plan_decision(stock, plan, said, received_at) if fate in DECIDED else None
    return Heard(plan, fate, said, number, received_at, decision, answers)


def plan_decision(stock: Stock, plan: Plan, said: Said, received_at: datetime) -> Decision:
    random, now = stock.random, stock.now
    at = between(received_at, min(now, received_at + DECIDED_IN), random.random())
    is_answered = bool(said.answer) and random.random() < OFFICIAL_ANSWERS
    answered_at = between(at, min(now, at + ANSWERED_IN), random.random()) if is_answered else None
    return Decision(random.choice(plan.crew.moderators), at, answered_at)


def between(start: datetime, end: datetime, part: float) -> datetime:
    """The moment after `part` of the way, from 0 to 1, to the second."""
    return start + timedelta(seconds=int((end - start).total_seconds() * part))
