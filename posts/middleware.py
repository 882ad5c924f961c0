"""What happens where a page asks for an embargoed draft: the question before it, or whom to ask."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from posts.access import Closed
from posts.opening import OpenFirst, during
from teams.permissions import Action, can


class Embargoes:
    """Lends its session to the pages of a request, and answers for those that an embargo closes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with during(request):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Whoever sent words to a draft that is closed to them gets them back, as after every refusal."""
        if isinstance(error, OpenFirst):
            address = reverse("posts:open", args=[error.post.pk])
            return redirect(f"{address}?{urlencode({'next': request.get_full_path()})}")
        if isinstance(error, Closed) and request.method in ("GET", "HEAD"):
            return _closed(request, error)
        return None


def _closed(request: HttpRequest, error: Closed) -> HttpResponse:
    """Whom to ask; and the way to withdraw the live text, which no embargo closes."""
    post, person = error.post, request.user
    may_withdraw = post.is_live and person.is_authenticated and can(person, Action.WITHDRAW_POSTS, post.team)
    context = {"post": post, "message": str(error), "may_withdraw": may_withdraw}
    return render(request, "posts/desk/closed.html", context, status=403)
