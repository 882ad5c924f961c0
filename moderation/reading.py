"""Readers' pages of sign-off: the record of one post, as a page and as JSON, and a department's figures."""

from collections.abc import Callable

from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from moderation import chart
from moderation.sign_off import SignOff, as_json, departments_naming, sign_off_of
from moderation.turnaround import turnaround
from posts.models import Post
from posts.public import answer
from posts.views.reading import find_released, read_day, withdrawn
from teams import clock
from teams.models import Department


@require_safe
def sign_off(
    request: HttpRequest, team_slug: str, year: str, month: str, day: str, slug: str
) -> HttpResponse:
    """The public record of who signed the live text: roles, times, rounds, fingerprint."""
    post = find_released(team_slug, read_day(year, month, day), slug)

    def make(found: SignOff) -> HttpResponse:
        differences = {"title": "What sign-off changed", "changes": found.changed.changes}
        context = {"post": post, "team": post.team, "sign_off": found, "differences": differences}
        return render(request, "moderation/sign_off.html", context)

    return _answer(request, post, make)


@require_safe
def sign_off_json(
    request: HttpRequest, team_slug: str, year: str, month: str, day: str, slug: str
) -> HttpResponse:
    """The same for machines, with the canonical text, from which anybody can make the fingerprint again."""
    post = find_released(team_slug, read_day(year, month, day), slug)

    def make(found: SignOff) -> HttpResponse:
        address = request.build_absolute_uri(post.get_absolute_url())
        return HttpResponse(as_json(found, post=post, address=address), content_type="application/json")

    return _answer(request, post, make)


def _answer(request: HttpRequest, post: Post, make: Callable[[SignOff], HttpResponse]) -> HttpResponse:
    if post.is_withdrawn:
        return withdrawn(request, post)
    naming = departments_naming(post)
    shows = f"{sorted(naming)}.{post.team.department.publishes_differences}"
    version = f"{post.pk}.{post.page_version}.{post.team.page_version}.{shows}"
    return answer(request, version, lambda: make(sign_off_of(post, naming)))


@require_safe
def department(request: HttpRequest, slug: str) -> HttpResponse:
    """A department: its blogs, and how long sign-off takes there."""
    found, now = get_object_or_404(Department, slug=slug), clock.now()

    def make() -> HttpResponse:
        months = turnaround(found, now=now)
        context = {
            "department": found,
            "teams": found.teams.all(),
            "months": [month for month in months if month.verdicts],
            "chart": chart.draw(months, target=found.target_hours),
        }
        return render(request, "moderation/department.html", context)

    blogs = found.teams.aggregate(number=Count("pk"), versions=Sum("page_version"))
    state = f"{found.name}.{found.target_hours}.{blogs['number']}.{blogs['versions']}"
    return answer(request, f"{state}.{timezone.localdate(now):%Y-%m}", make)
