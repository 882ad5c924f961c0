"""How long sign-off takes in a department: working hours to the verdict, month by month.

The clock starts when the text can be signed: at its submission, or at its last attestation if that is later.
It stops at the verdict: the last signature, or the return. A verdict counts once its post has been released
after it, and not before, so that no draft has a trace in these figures.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from moderation.models import Submission, SubmissionStep
from teams.models import Department
from teams.working_time import working_hours_between

MONTHS = 12  # with the month that it is


@dataclass(frozen=True)
class Month:
    """The working hours that each verdict of a month took, shortest first."""

    first_day: date
    hours: tuple[float, ...]

    @property
    def verdicts(self) -> int:
        return len(self.hours)

    @property
    def median(self) -> float:
        return percentile(self.hours, 50)

    @property
    def ninetieth(self) -> float:
        return percentile(self.hours, 90)


def percentile(ordered: tuple[float, ...], per_cent: int) -> float:
    """The smallest value that so many per cent of the values do not exceed: the nearest rank.

    So every figure is a time that a post did take, also where a month has few. Definition 1 of Hyndman and
    Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361-365.
    """
    rank = -(-len(ordered) * per_cent // 100)  # rounded up
    return ordered[rank - 1]


def turnaround(department: Department, *, now: datetime) -> list[Month]:
    """The last twelve months, the oldest first, each with the hours of its verdicts. One query."""
    hours: dict[date, list[float]] = {month: [] for month in last_months(timezone.localdate(now))}
    for submitted_at, attested_at, signed_at, returned_at, released_at in _decided(department, min(hours)):
        verdict_at = returned_at or signed_at
        month = timezone.localdate(verdict_at).replace(day=1)
        if month in hours and verdict_at <= released_at:
            begins = max(submitted_at, attested_at or submitted_at)
            hours[month].append(working_hours_between(begins, verdict_at))
    return [Month(month, tuple(sorted(took))) for month, took in hours.items()]


def last_months(today: date) -> list[date]:
    """The first days of the last twelve months, in order."""
    latest = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(latest - MONTHS + 1, latest + 1)]


def _decided(department: Department, since: date) -> list[tuple[datetime, Any, Any, Any, datetime]]:
    """When each was submitted, last attested to, last signed, returned, and its post last released.

    Of posts that were released, and submissions that were returned or that every step has signed.
    """
    unsigned = SubmissionStep.objects.filter(submission=OuterRef("pk"), signature=None)
    submissions = Submission.objects.filter(
        Q(returned__isnull=False) | ~Exists(unsigned),
        post__team__department=department,
        post__first_released_at__isnull=False,
        ended_at__gte=datetime.combine(since, time(), timezone.get_current_timezone()),
    )
    marked = submissions.annotate(
        attested_at=Max("revision__attestations__attested_at"), signed_at=Max("signatures__signed_at")
    )
    times = "submitted_at", "attested_at", "signed_at", "returned__returned_at", "post__last_released_at"
    return list(marked.order_by().values_list(*times))
