"""The heads of the record, for everybody to keep: a page, a daily feed, a signed file, a key."""

import hashlib
import json
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.views.decorators.http import require_safe

from posts.public import answer
from teams import heads
from teams.models import PublishedHead

SHOWN = 60  # days, on the page and in the feed
TITLE = "Heads of the record"
SUBTITLE = "The digest of the last decision in the record, once a day"


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What a head is, how to keep one and check against it, and the newest."""
    return answer(request, _version(), lambda: render(request, "record/heads.html", {"heads": _newest()}))


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """One entry a day. Feed readers all over keep what was published, whatever becomes of it here."""
    return answer(request, _version(), lambda: _write(request))


@require_safe
def file(request: HttpRequest) -> HttpResponse:
    """The newest head, signed: a copy of this file proves later what was in the record."""
    head = PublishedHead.objects.first()
    if head is None:
        raise Http404("No head of the record has been published yet.")
    text = json.dumps(heads.as_file(head), indent=2) + "\n"
    return answer(request, _version(), lambda: HttpResponse(text, content_type="application/json"))


@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """The public keys that heads are signed with, the one in use first."""
    pem = heads.pem()
    version = hashlib.sha256(pem.encode()).hexdigest()
    return answer(request, version, lambda: HttpResponse(pem, content_type="application/x-pem-file"))


def _newest() -> list[PublishedHead]:
    return list(PublishedHead.objects.all()[:SHOWN])


def _version() -> str:
    return str(PublishedHead.objects.values_list("pk", flat=True).first())


def _write(request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri(reverse("record"))
    feed = Atom1Feed(
        title=TITLE,
        subtitle=SUBTITLE,
        description=SUBTITLE,
        link=address,
        feed_url=request.build_absolute_uri(request.path),
        language="en-gb",
        author_name="Policy Blogs",
    )
    for head in _newest():
        feed.add_item(
            title=f"Entry {head.number}: {head.digest}",
            link=f"{address}#{head.day}",
            description=linebreaks(f"{heads.signed_text(head)}Signature: {head.signature}", autoescape=True),
            unique_id=f"tag:{urlsplit(settings.SITE_URL).hostname},{head.day}:record-head",
            pubdate=head.published_at,
            updateddate=head.published_at,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
