"""The page of a guest author's link. Whoever holds the link is asked; no account, no session, no cookie."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from moderation.attesting import refuse_to_attest
from moderation.forms import AttestForm
from moderation.guest_links import Asked, find, token_for
from moderation.submitting import attest as attest_to
from posts import texts
from posts.access import refuse_unnamed
from posts.embargo import in_force
from posts.opening import opened_lately, record_opening
from posts.views.reading import picture

Further = ParamSpec("Further")
Answer = Callable[Concatenate[HttpRequest, Asked, Further], HttpResponse]
HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


def for_whom_it_was_sent(view: Answer[Further]) -> Callable[..., HttpResponse]:
    """Give the view who is asked by the link; keep its answer out of caches, search and other sites."""

    @wraps(view)
    def answer(
        request: HttpRequest, token: str, *args: Further.args, **kwargs: Further.kwargs
    ) -> HttpResponse:
        asked = find(token)
        if asked is None:
            raise Http404("There is no such link.")
        response = view(request, asked, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return answer


@csrf_exempt  # nothing is done by a session's right: whoever posts this must know the link
@require_http_methods(["GET", "HEAD", "POST"])
@for_whom_it_was_sent
def attest(request: HttpRequest, asked: Asked) -> HttpResponse:
    """A guest author reads the text and says that they wrote it, or that they did not."""
    revision = asked.submission.revision
    if asked.has_attested:
        return render(request, "moderation/guest_done.html", _shown(asked))
    if asked.is_over:
        return render(request, "moderation/guest_over.html", _shown(asked), status=410)
    if not opened_lately(asked.submission.post, asked.person):
        if request.method != "POST":
            return _ask_first(request, asked)
        _open(asked)
    if "open" in request.POST:
        return HttpResponseRedirect(request.path, status=303)
    if request.method == "POST" and "refuse" in request.POST:
        refuse_to_attest(revision, by=asked.person)
        return HttpResponseRedirect(request.path, status=303)
    form = AttestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        attest_to(revision, form.statement(), by=asked.person)
        return HttpResponseRedirect(request.path, status=303)
    context = {
        **_shown(asked),
        "text": texts.of_revision_unpublished(revision, f"{_address(asked)}images/"),
        "form": form,
        "refusal": revision.attestation_refusals.filter(person=asked.person).first(),
    }
    return render(request, "moderation/guest_attest.html", context, status=422 if form.errors else 200)


def _ask_first(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The question before a text under a statistics embargo."""
    context = {**_shown(asked), "embargo": in_force(asked.submission.post)}
    return render(request, "moderation/guest_open.html", context)


def _open(asked: Asked) -> None:
    refuse_unnamed(asked.person, asked.submission.post)
    record_opening(asked.submission.post, by=asked.person)


def _shown(asked: Asked) -> dict[str, object]:
    submission = asked.submission
    return {"asked": asked, "submission": submission, "post": submission.post, "team": submission.post.team}


def _address(asked: Asked) -> str:
    return reverse("moderation:guest-attest", args=[token_for(asked.submission.revision, asked.person)])


@require_safe
@for_whom_it_was_sent
def image(request: HttpRequest, asked: Asked, digest: str, width: int) -> HttpResponse:
    """A picture of the text that the link opens, as long as it opens it."""
    in_text = asked.submission.revision.pictures.filter(digest=digest)
    is_shown = in_text.exists() and opened_lately(asked.submission.post, asked.person)
    if asked.has_attested or asked.is_over or not is_shown:
        raise Http404("There is no such picture.")
    return picture(digest, width)
