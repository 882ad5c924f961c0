"""What the press desk's lists show beside their rows: filters, the other lists with counts, the calendar."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils import timezone

from moderation.covering import on_duty
from moderation.models import Submission
from moderation.querysets import SubmissionQuerySet
from moderation.queues import QUEUES, Desk, Planned, Queue, calendar
from moderation.withheld import withheld_from
from moderation.workflow import State
from posts.models import Kind
from teams import clock
from teams.http import StaffRequest
from teams.models import Team
from teams.permissions import Action, departments_where

FIRST_YEAR, LAST_YEAR = 2000, 2100


def filtered(rows: SubmissionQuerySet, asked: Mapping[str, str]) -> SubmissionQuerySet:
    """Narrow a list by blog, kind of post, or to what is late. What is unknown narrows nothing."""
    if asked.get("blog"):
        rows = rows.filter(post__team__slug=asked["blog"])
    if asked.get("kind") in Kind.values:
        rows = rows.filter(revision__kind=asked["kind"])
    if asked.get("late"):
        rows = rows.filter(state=State.OPEN, due_at__lt=clock.now())
    return rows


def options(request: StaffRequest, shown: str, desk: Desk) -> dict[str, Any]:
    """The lists with how many each holds, the choices of the filters, and who is on duty."""
    posts = desk.submissions.order_by().values("post__team")
    blogs = Team.objects.filter(pk__in=posts).order_by("name")
    return {
        "shown": shown,
        "lists": [(queue.key, queue.title, None if queue.ends else _count(queue, desk)) for queue in QUEUES],
        "blogs": blogs,
        "kinds": [(kind.value, kind.label.partition(":")[0]) for kind in Kind],
        "asked": request.GET,
        "now": clock.now(),
        "withheld": withheld_from(request.user),
        "on_duty": on_duty(departments_where(request.user, Action.SIGN_POSTS))[:3],
    }


def beside(page: Page[Submission], asked: QueryDict) -> dict[str, str]:
    """The addresses of the pages before and after this one, with everything else that was asked."""

    def at(number: int) -> str:
        query = asked.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return {
        "newer": at(page.number - 1) if page.has_previous() else "",
        "older": at(page.number + 1) if page.has_next() else "",
    }


def _count(queue: Queue, desk: Desk) -> int:
    rows: QuerySet[Submission] = queue.pick(desk)
    return rows.order_by().count()


def calendar_page(request: StaffRequest, desk: Desk) -> dict[str, Any]:
    """One month of releases by day, those that clash marked, with the months beside it."""
    first = _month(request.GET.get("month", ""))
    after = first + timedelta(days=monthrange(first.year, first.month)[1])
    planned = calendar(desk, _midnight(first), _midnight(after))
    return {
        **options(request, "calendar", desk),
        "month": first,
        "days": [(day, list(rows)) for day, rows in groupby(planned, _day_of)],
        "earlier": _offered(first - timedelta(days=1)),
        "later": _offered(after),
    }


def _offered(day: date) -> date | None:
    """The day, if the calendar has its month."""
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _month(text: str) -> date:
    """Read `2026-03`; the month of today when nothing is asked."""
    if not text:
        return timezone.localdate(clock.now()).replace(day=1)
    try:
        first = datetime.strptime(text, "%Y-%m").date()
    except ValueError as error:
        raise Http404("There is no such month.") from error
    if not _offered(first):
        raise Http404("There is no such month.")
    return first


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _day_of(planned: Planned) -> date:
    return timezone.localdate(planned.submission.release_at)
