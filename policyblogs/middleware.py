"""What holds for every request: headers, the gate before each address, and refusals as pages."""

import codecs
import logging
from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest
from django.db import IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from policyblogs.addresses import ADDRESSES, PUBLIC
from policyblogs.pages import refused, unavailable
from teams import guarding
from teams.permissions import may_use
from teams.refusals import NotAllowed, NotNow
from teams.signing_in import step_before

Answer = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger(__name__)

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)


def security_headers(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), interest-cohort=()"
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return answer


def guarded_writes(get_response: Answer) -> Answer:
    """Take no write while the database lacks one of its guards."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE_METHODS:
            try:
                missing = guarding.missing()
            except OperationalError:
                logger.exception("The database is not answering")
                return unavailable(request)
            if missing:
                logger.error("Writes are refused: guards missing from the database: %s", ", ".join(missing))
                return unavailable(request)
        return get_response(request)

    return answer


class Gate:
    """Lets a request through to its address only if the table of addresses says so."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        refuse_unreadable(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        name = request.resolver_match.view_name  # type: ignore[union-attr]
        if name not in ADDRESSES:
            raise NotAllowed("This page is not open to anybody.")
        action = ADDRESSES[name]
        if action is PUBLIC:
            return None
        if not request.user.is_authenticated:
            return _sign_in_first(request)
        if step := step_before(request, name):
            return _second_factor_first(request, step)
        if not may_use(request.user, action):
            raise NotAllowed(f"You may not {action}. Ask your department administrator for the role.")
        return None


def refuse_unreadable(request: HttpRequest) -> None:
    """Refuse what no browser sends: another encoding than UTF-8, and a NUL, which PostgreSQL cannot store."""
    if request.encoding and codecs.lookup(request.encoding).name != "utf-8":
        raise BadRequest("Requests must be in UTF-8.")
    if any("\0" in value for values in request.GET.lists() for value in (values[0], *values[1])):
        raise BadRequest("There is a NUL in the query.")


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    if request.method in SAFE_METHODS:
        return redirect_to_login(request.get_full_path())
    return refused(
        request,
        status=403,
        title="You have been signed out",
        message="Nothing you sent was saved. Copy your words from this page, sign in, and send them again.",
        back=("/sign-in/", "Sign in"),
    )


def _second_factor_first(request: HttpRequest, step: str) -> HttpResponse:
    if request.method in SAFE_METHODS:
        return redirect_to_login(request.get_full_path(), reverse(step))
    return refused(
        request,
        status=403,
        title="Your second factor comes first",
        message="Nothing you sent was saved. Copy your words from this page, go on, and send them again.",
        back=(reverse(step), "Go on"),
    )


class Refusals:
    """Turns what a verb or the database refuses into a page that says why and keeps what was typed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            return _wrong_method(request, response["Allow"])
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotNow):
            return refused(
                request,
                status=409,
                title="That cannot be done now",
                message=str(error),
                back=_way_back(request),
            )
        if isinstance(error, IntegrityError):
            logger.exception("The database refused a change")
            return refused(
                request,
                status=409,
                title="That could not be saved",
                message="It would have broken a rule of the platform, or somebody else changed the same "
                "thing at that moment. Go back, look again, and try once more.",
            )
        if isinstance(error, OperationalError):
            logger.exception("The database is not answering")
            return unavailable(request)
        return None


def _way_back(request: HttpRequest) -> tuple[str, str]:
    if request.path.startswith(("/desk/", "/admin/")):
        return "/desk/", "Go to the desk"
    return request.path, "Open the page again"


def _wrong_method(request: HttpRequest, allow: str) -> HttpResponse:
    response = refused(
        request,
        status=405,
        title="That address works another way",
        message="Go back and use the form or link.",
    )
    response["Allow"] = allow
    return response
