"""Pages of the platform itself: health, robots, and errors."""

import sys
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import DatabaseError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from policyblogs.demonstration.specimens import specimens
from policyblogs.pages import refused, unavailable
from teams import beats, guarding


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process runs."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether the database answers and has all its guards. Pages need no worker: it is only a remark."""
    try:
        missing = guarding.missing()
        complaint = beats.complaint() if not missing else ""
    except DatabaseError:
        return HttpResponse("database: away\n", content_type="text/plain", status=503)
    if missing:
        return HttpResponse("guards: missing\n", content_type="text/plain", status=503)
    worker = f"worker: {complaint}\n" if complaint else ""
    return HttpResponse(f"ready\n{worker}", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        "Disallow: /admin/",
        "Disallow: /attest/",
        "Disallow: /comments/",
        "Disallow: /advice/",
        "Disallow: /sign-in/",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state, in the demonstration only. Made without the request: no cookie."""
    if not settings.DEMONSTRATION:
        raise Http404("There is no such page.")
    return HttpResponse(render_to_string("components_page.html", specimens()))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    too_long = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    return render(request, "400.html", {"too_long": too_long}, status=400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    message = str(exception) or "You may not open this page."
    return refused(
        request, status=403, title="You may not do that", message=message, back=("/desk/", "Go to the desk")
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours, or a database that went away before any view was reached."""
    if isinstance(sys.exception(), OperationalError):
        return unavailable(request)
    return render(request, "500.html", status=500)


def form_expired(request: HttpRequest, reason: str = "", **kwargs: Any) -> HttpResponse:
    """The answer to a form whose protection token is missing or old: usually a new sign-in elsewhere."""
    return refused(
        request,
        status=403,
        title="This form has expired",
        message="Nothing was saved. Your words are on this page: copy them, open the form again and send it.",
    )
