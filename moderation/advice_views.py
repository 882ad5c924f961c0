"""What a person outside sees by their link: one revision, their remarks, their advice. No cookie."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from moderation.advice_models import AdviceRequest, View
from moderation.advising import advise, find_request, remark_as_adviser, why_link_ended
from moderation.remark_forms import AdviceForm, AdviserRemarkForm
from posts import texts
from posts.views.reading import picture
from teams.refusals import NotNow

Answer = Callable[..., HttpResponse]


def confidential(view: Answer) -> Answer:
    """An answer that nobody keeps, finds, or is told of by the address that was left."""

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return answer


@csrf_exempt  # nothing is done in anybody's name: there is no session here, and the link is the authority
@confidential
@require_http_methods(["GET", "HEAD", "POST"])
def advice(request: HttpRequest, token: str) -> HttpResponse:
    """One revision as readers will see it, with a form for remarks and one for the advice."""
    asked = find_request(token)
    if asked is None:
        return render(request, "moderation/advice_ended.html", status=404)
    ended = why_link_ended(asked)
    if ended and request.method == "POST":  # the refusal gives back what was typed
        raise NotNow(f"This link has ended. Ask {asked.asked_by.name} for a new one.")
    if ended:
        return render(request, "moderation/advice_ended.html", {"asked": asked, "why": ended}, status=410)
    return _act(request, asked, token) if request.method == "POST" else _show(request, asked, token)


def _act(request: HttpRequest, asked: AdviceRequest, token: str) -> HttpResponse:
    page = reverse("moderation:advice", args=[token])
    if request.POST.get("act") == "advise":
        advising = AdviceForm(request.POST)
        if not advising.is_valid():
            return _show(request, asked, token, advice_form=advising)
        advise(asked, View(advising.cleaned_data["view"]), advising.cleaned_data["advice"])
        return HttpResponseRedirect(page, status=303)
    remarking = AdviserRemarkForm(request.POST, submission=asked.submission)
    if not remarking.is_valid():
        return _show(request, asked, token, remark_form=remarking)
    said = remarking.cleaned_data
    made = remark_as_adviser(asked, said["text"], paragraph=said["paragraph"])
    return HttpResponseRedirect(f"{page}#remark-{made.pk}", status=303)


def _show(request: HttpRequest, asked: AdviceRequest, token: str, **forms: Any) -> HttpResponse:
    revision = asked.submission.revision
    context = {
        "asked": asked,
        "token": token,
        "given": asked.given,
        "revision": revision,
        "team": asked.submission.post.team,
        "text": texts.of_revision_unpublished(revision, f"/advice/{token}/images/"),
        "remarks": asked.remarks.all(),
        "remark_form": AdviserRemarkForm(submission=asked.submission),
        "advice_form": AdviceForm(),
        "form": next(iter(forms.values()), None),
        **forms,
    }
    return render(request, "moderation/advice.html", context, status=422 if forms else 200)


@confidential
@require_safe
def image(request: HttpRequest, token: str, digest: str, width: int) -> HttpResponse:
    """A picture of that revision, while the link works."""
    asked = find_request(token)
    is_there = asked and asked.submission.revision.pictures.filter(digest=digest).exists()
    if asked is None or not is_there or why_link_ended(asked):
        raise Http404("There is no such picture.")
    return picture(digest, width)
