"""The lists of the press desk, for one person: each with its title and what it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from moderation.authority import rights
from moderation.exceptions import stopped_by
from moderation.models import Claim, Submission, SubmissionStep
from moderation.querysets import SubmissionQuerySet
from moderation.workflow import Plan, State
from posts.models import Contributor, Post
from teams import clock, freezing
from teams.models import User
from teams.permissions import Action

HELD_AT_MOST = 50  # shown on the desk's home


@dataclass(frozen=True)
class Desk:
    """A person and the groups that they sign for now: asked once, for all the lists."""

    person: User
    own: set[int]  # by their role, their group or a shift of duty
    lent: dict[int, set[int]]  # by delegation, under the key of who gave it

    @property
    def signed(self) -> SubmissionQuerySet:
        """Every submission with a step that this person signs, by any right."""
        return Submission.objects.with_a_step_of(self.own.union(*self.lent.values()))

    @property
    def submissions(self) -> SubmissionQuerySet:
        """The same, but for those of which they may only know that they wait."""
        return self.signed.not_closed_to(self.person)


def desk_of(person: User) -> Desk:
    own: set[int] = set()
    lent: dict[int, set[int]] = {}
    for group, found in rights(person).items():
        for right in found:
            (lent.setdefault(right.delegation.giver_id, set()) if right.delegation else own).add(group)
    return Desk(person, own, lent)


@dataclass(frozen=True)
class Queue:
    """One list of the press desk."""

    key: str
    title: str
    empty: str
    pick: Callable[[Desk], SubmissionQuerySet]
    ends: bool = False  # what it holds has ended


def signable_now(desk: Desk) -> SubmissionQuerySet:
    """Attested, with an unsigned step whose turn it is and which is theirs, and none of its words theirs."""
    return _with_step_now(desk)


def _with_step_now(desk: Desk, **step: object) -> SubmissionQuerySet:
    unsigned = SubmissionStep.objects.filter(submission=OuterRef("pk"), signature=None)
    earlier = SubmissionStep.objects.filter(
        submission=OuterRef("submission"), signature=None, position__lt=OuterRef("position")
    )
    theirs = unsigned.filter(_of_their_groups(desk), **step).exclude(Exists(earlier))
    own_words = Contributor.objects.filter(post=OuterRef("post"), person=desk.person)
    return _attested(desk).filter(Exists(theirs)).exclude(Exists(own_words))


def _of_their_groups(desk: Desk) -> Q:
    """Steps of the person's groups; by delegation only where its giver wrote none of the words either."""
    theirs = Q(group__in=desk.own)
    for giver, groups in desk.lent.items():
        wrote = Contributor.objects.filter(post=OuterRef("submission__post"), person=giver)
        theirs |= Q(~Exists(wrote), group__in=groups)
    return theirs


def _attested(desk: Desk) -> SubmissionQuerySet:
    return desk.submissions.open().with_attestation_missing().filter(attestation_missing=False)


def _to_claim(desk: Desk) -> SubmissionQuerySet:
    return _with_step_now(desk, claim=None).exclude(_held_by(desk.person))


def _claimed(desk: Desk) -> SubmissionQuerySet:
    return desk.submissions.open().filter(_held_by(desk.person))


def _held_by(person: User) -> Q:
    return Q(Exists(Claim.objects.filter(step__submission=OuterRef("pk"), person=person)))


def _with_others(desk: Desk) -> SubmissionQuerySet:
    """Open, and neither to claim nor claimed by this person: claimed by another, or at another's step."""
    return _attested(desk).exclude(pk__in=_to_claim(desk).values("pk")).exclude(_held_by(desk.person))


def _with_authors(desk: Desk) -> SubmissionQuerySet:
    """Waiting for an author's statement, or returned and not submitted again."""
    later = Submission.objects.filter(post=OuterRef("post"), pk__gt=OuterRef("pk"))
    returned = Q(state=State.RETURNED) & ~Q(Exists(later))
    marked = desk.submissions.with_attestation_missing()
    return marked.filter(Q(state=State.OPEN, attestation_missing=True) | returned)


def _scheduled(desk: Desk) -> SubmissionQuerySet:
    return desk.submissions.cleared().order_by(F("release_at").asc(nulls_first=True), "pk")


def _held(desk: Desk) -> SubmissionQuerySet:
    return desk.submissions.cleared().filter(plan=Plan.HELD)


def held_and_free(person: User) -> list[Submission]:
    """Releases that a freeze held and none stops now, which this person may decide on."""
    mine = Post.objects.open_to(person, Action.SUBMIT_POSTS) | Post.objects.open_to(person, Action.SIGN_POSTS)
    held = Submission.objects.of_posts(mine).cleared().filter(plan=Plan.HELD)
    for freeze in freezing.in_force():
        held = held.exclude(post__in=stopped_by(freeze).values("pk"))
    return list(held.select_related("revision", "post__team").order_by("cleared_at")[:HELD_AT_MOST])


def _released_today(desk: Desk) -> SubmissionQuerySet:
    released = desk.submissions.filter(state=State.RELEASED, ended_at__gte=start_of_today())
    return released.order_by("-ended_at")


def _ended(desk: Desk) -> SubmissionQuerySet:
    return desk.submissions.ended()


QUEUES = [
    Queue("waiting", "To claim", "Nothing waits for you to claim it", _to_claim),
    Queue("claimed", "Claimed by me", "You have claimed nothing", _claimed),
    Queue("others", "With others", "Nothing is with other signatories", _with_others),
    Queue("authors", "Waiting on the author", "Nothing waits for an author", _with_authors),
    Queue("scheduled", "To be released", "Nothing waits for its release", _scheduled),
    Queue("held", "Held by a freeze", "A freeze holds nothing back", _held),
    Queue("released", "Released today", "Nothing was released today", _released_today, ends=True),
    Queue("ended", "Ended", "Nothing has ended yet", _ended, ends=True),
]


def start_of_today() -> datetime:
    today = timezone.localdate(clock.now())
    return timezone.make_aware(datetime.combine(today, time.min))


# The calendar of releases

CLASH = timedelta(minutes=30)  # two releases of one department nearer than this take each other's attention


@dataclass(frozen=True)
class Planned:
    """One release on the calendar, and what it clashes with."""

    submission: Submission
    clashes: list[Submission]


def calendar(desk: Desk, first: datetime, last: datetime) -> list[Planned]:
    """What is planned from `first` to `last` on a desk, in order, each with what it clashes with.

    A clash is another release of the same department within half an hour, or of the same blog that day. What
    is just outside the time asked for counts as a clash too, and is not on the calendar itself.
    """
    near: QuerySet[Submission] = (
        desk.submissions.under_way()
        .filter(plan=Plan.AT, release_at__gt=first - CLASH, release_at__lt=last + CLASH)
        .select_related("revision", "post__team__department")
        .order_by("release_at", "pk")
    )
    found = list(near)
    in_time = [one for one in found if one.release_at and first <= one.release_at < last]
    return [Planned(one, [other for other in found if _clash(one, other)]) for one in in_time]


def _clash(one: Submission, other: Submission) -> bool:
    if one == other or not (one.release_at and other.release_at):
        return False
    near = abs(one.release_at - other.release_at) < CLASH
    same_day = timezone.localdate(one.release_at) == timezone.localdate(other.release_at)
    same_blog = one.post.team_id == other.post.team_id
    same_department = one.post.team.department_id == other.post.team.department_id
    return (near and same_department) or (same_day and same_blog)
