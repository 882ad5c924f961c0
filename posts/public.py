"""Answers to readers: the same for everybody, kept by nobody without asking, and not made again unchanged."""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

CACHE_CONTROL = "public, max-age=0, must-revalidate"


def answer(request: HttpRequest, version: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return 304 if the reader has this version of the page already, otherwise the page.

    `version` must change whenever anything on the page does; the release of the templates is added here.
    """
    known = f"{settings.RELEASE}:{request.get_full_path()}:{version}"
    etag = f'"{hashlib.sha256(known.encode()).hexdigest()[:20]}"'
    response: HttpResponse = get_conditional_response(request, etag=etag) or make()
    if response.status_code == 412:  # nobody may keep it: it answers a condition of this reader's own
        return response
    response["ETag"] = etag
    response["Cache-Control"] = CACHE_CONTROL
    return response
