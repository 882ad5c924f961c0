"""The page that says no: why, what to do, and everything that the person typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teams.cleaning import clean_text

# What people write in our forms, by field, with the label it is shown under.
WRITTEN = {
    "title": "Title",
    "summary": "Summary",
    "source": "Text",
    "tags": "Tags",
    "body": "Your words",
    "name": "Name",
    "job_title": "Role",
    "organisation": "Organisation",
    "email": "Email address",
    "reasons": "Reasons",
    "why": "Explanation",
    "note": "Note",
    "alt": "Description of the picture",
    "text": "Your words",
    "suggestion": "Suggested wording",
    "question": "Question",
    "advice": "Your advice",
}


def refused(
    request: HttpRequest, *, status: int, title: str, message: str, back: tuple[str, str] = ("", "")
) -> HttpResponse:
    context = {
        "title": title,
        "message": message,
        "back_url": back[0],
        "back_label": back[1],
        "kept": kept_words(request),
    }
    response = render(request, "refused.html", context, status=status)
    response["Cache-Control"] = "private, no-cache"
    return response


def kept_words(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was typed into the form that was sent, as (label, text)."""
    if request.method != "POST":
        return []
    typed = [(label, clean_text(request.POST.get(name, ""))) for name, label in WRITTEN.items()]
    return [(label, text) for label, text in typed if text]


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database does not answer, or lacks its guards: the person keeps what they wrote."""
    reading = request.method in ("GET", "HEAD")
    response = refused(
        request,
        status=503,
        title="This page is not available at the moment"
        if reading
        else "We cannot save anything at the moment",
        message="Try again in a few minutes."
        if reading
        else "Your words are on this page: copy them, or go back in a few minutes and send them again.",
    )
    response["Retry-After"] = "60"
    return response
