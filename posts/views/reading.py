"""Public pages: directory, blog, month, tag, post, picture. No cookie, no session, constant queries."""

from datetime import UTC, date, datetime

from django.core.files.storage import default_storage
from django.db.models import Count, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from posts import texts
from posts.drafting import image_path
from posts.models import Image, Post, Release
from posts.public import answer
from posts.querysets import PostQuerySet
from posts.rendering import STORED_WIDTHS
from teams.models import Department, Team

PAGE_SIZE = 10
LAST_NUMBERED_PAGE = 100  # beyond, `?before=` reads on from the last post without counting


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Departments and their blogs."""

    def make() -> HttpResponse:
        departments = Department.objects.prefetch_related("teams")
        newest = Post.objects.live().with_live_text()[:5]
        return render(request, "posts/directory.html", {"departments": departments, "newest": newest})

    state = Team.objects.aggregate(versions=Sum("page_version"), teams=Count("pk"))
    names = "/".join(Department.objects.values_list("name", flat=True))
    return answer(request, f"{state['teams']}.{state['versions']}.{names}", make)


@require_safe
def blog(request: HttpRequest, team_slug: str) -> HttpResponse:
    """A blog: its newest posts, ten to a page."""
    team = find_blog(team_slug)
    return _listing(request, team, Post.objects.live().in_blog(team), {})


@require_safe
def month(request: HttpRequest, team_slug: str, year: str, month: str) -> HttpResponse:
    """The posts of one month of a blog."""
    team = find_blog(team_slug)
    first_day = read_day(year, month, "01")
    return _listing(
        request, team, Post.objects.live().in_blog(team).in_month(first_day), {"month": first_day}
    )


@require_safe
def tag(request: HttpRequest, team_slug: str, tag: str) -> HttpResponse:
    """The posts of a blog with one tag."""
    team = find_blog(team_slug)
    posts = Post.objects.live().in_blog(team).filter(tags__slug=tag)
    return _listing(request, team, posts, {"tag": tag})


def _listing(
    request: HttpRequest, team: Team, posts: PostQuerySet, context: dict[str, object]
) -> HttpResponse:
    def make() -> HttpResponse:
        page = _page_of(request, posts)
        return render(request, "posts/blog.html", {"team": team, **page, **context})

    return answer(request, f"{team.pk}.{team.page_version}", make)


def _page_of(request: HttpRequest, posts: PostQuerySet) -> dict[str, object]:
    """One page of posts, with the addresses of the newer and older ones. Absurd pages are not found."""
    before, number = request.GET.get("before", ""), request.GET.get("page", "1")
    if before:
        at, pk = _cursor(before)
        found, number = posts.before(at, pk), "1"
    else:
        found = posts
    page = int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else 0
    if not 1 <= page <= LAST_NUMBERED_PAGE:
        raise Http404("There is no such page.")
    start = (page - 1) * PAGE_SIZE
    shown = list(found.with_live_text()[start : start + PAGE_SIZE + 1])
    if not shown and (page > 1 or before):
        raise Http404("There is no such page.")
    more, shown = len(shown) > PAGE_SIZE, shown[:PAGE_SIZE]
    return {"posts": shown, "newer": _newer(page), "older": _older(page, shown, bool(before)) if more else ""}


def _newer(page: int) -> str:
    return f"?page={page - 1}" if page > 1 else ""


def _older(page: int, shown: list[Post], by_cursor: bool) -> str:
    if not by_cursor and page < LAST_NUMBERED_PAGE:
        return f"?page={page + 1}"
    last = shown[-1]
    return f"?before={last.first_released_at:%Y%m%d%H%M%S%f}-{last.pk}"


def _cursor(text: str) -> tuple[datetime, int]:
    """Read `?before=`: the moment of the last post shown, to the microsecond in UTC, and its key."""
    moment, _, pk = text.partition("-")
    try:
        if len(pk) > 18:
            raise ValueError
        return datetime.strptime(moment, "%Y%m%d%H%M%S%f").replace(tzinfo=UTC), int(pk)
    except ValueError as error:
        raise Http404("There is no such page.") from error


@require_safe
def detail(request: HttpRequest, team_slug: str, year: str, month: str, day: str, slug: str) -> HttpResponse:
    """A post, or the notice that it was withdrawn."""
    post = find_released(team_slug, read_day(year, month, day), slug)
    if post.is_withdrawn:
        return withdrawn(request, post)

    def make() -> HttpResponse:
        text = texts.of_revision(post.live_text)
        address = request.build_absolute_uri(request.path)
        context = {
            "post": post,
            "team": post.team,
            "text": text,
            "revision": post.live_revision,
            "address": address,
            "notes": notes_of(post),
        }
        return render(request, "posts/detail.html", context)

    return answer(request, f"{post.pk}.{post.page_version}.{post.team.page_version}", make)


def notes_of(post: Post) -> list[Release]:
    """Each release that told readers what had changed, the newest first."""
    if post.last_released_at == post.first_released_at:
        return []
    told = post.releases.exclude(revision__note="").order_by("-pk").select_related("revision")
    return list(told.only("released_at", "post", "revision__note"))


def withdrawn(request: HttpRequest, post: Post) -> HttpResponse:
    """410: the address keeps answering, with the reason, for ever."""
    withdrawal = post.withdrawals.select_related("revision").latest("pk")
    context = {"post": post, "team": post.team, "withdrawal": withdrawal}
    response = render(request, "posts/withdrawn.html", context, status=410)
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    return response


@require_safe
def image(request: HttpRequest, digest: str, width: int) -> HttpResponse:
    """A picture of a live post. Pictures of drafts have no public address."""
    if not Image.objects.filter(digest=digest, revisions__live_post__isnull=False).exists():
        raise Http404("There is no such picture.")
    return answer(request, digest, lambda: picture(digest, width))


def picture(digest: str, width: int) -> HttpResponse:
    """The file of a picture, if one was stored in this width."""
    if width > STORED_WIDTHS[-1]:  # some would make a name too long to look for
        raise Http404("There is no such picture.")
    try:
        with default_storage.open(image_path(digest, width)) as file:
            return HttpResponse(file.read(), content_type="image/webp")
    except FileNotFoundError as error:
        raise Http404("There is no such picture.") from error


def find_blog(team_slug: str) -> Team:
    return get_object_or_404(Team.objects.select_related("department"), slug=team_slug)


def find_released(team_slug: str, day: date, slug: str) -> Post:
    """Return the post at this address, live or withdrawn; anything else is not found."""
    posts = Post.objects.select_related("team__department", "live_revision").with_past_government()
    return get_object_or_404(posts, team__slug=team_slug, released_on=day, slug=slug)


def read_day(year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise Http404("There is no such day.") from error
