"""What there is to look at in a draft: beside the text as it is typed, and on a page of its own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from posts.access import access_post
from posts.checking import Text
from posts.checking.dismissing import dismiss, fix, take_back
from posts.checking.looking import look, of_draft
from posts.dismissal_models import REASON_LIMIT
from posts.drafting import SaveConflict
from posts.forms import OntoForm
from posts.models import Post
from posts.rendering import MAX_LENGTH
from teams.cleaning import clean_line
from teams.http import StaffRequest
from teams.permissions import Action

BESIDE = "beside"  # sent by the script, which wants the list alone


@require_http_methods(["GET", "HEAD", "POST"])
def checks(request: StaffRequest, pk: int) -> HttpResponse:
    """Of the saved draft, a page; of what is being typed, the list that stands beside it."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    if request.method == "POST":
        return _beside(request, post)
    looked = look(post, of_draft(post))
    context = {"post": post, "looked": looked, "shown_of_each": ":", "reason_limit": REASON_LIMIT}
    return render(request, "posts/desk/checks.html", context)


def _typed(request: StaffRequest) -> Text:
    """What is being typed, its line breaks as the browser counts them."""
    title, summary, source = (
        request.POST.get(name, "").replace("\r\n", "\n")[:MAX_LENGTH]
        for name in ("title", "summary", "source")
    )
    return Text(title, summary, source)


def _beside(request: StaffRequest, post: Post) -> HttpResponse:
    context = {
        "post": post,
        "looked": look(post, _typed(request)),
        "beside": True,
        "shown_of_each": ":10",  # a list that is made anew at each pause must stay short
        "reason_limit": REASON_LIMIT,
    }
    return render(request, "posts/desk/_checks_list.html", context)


@require_POST
def dismiss_finding(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep that a finding is none. The script sends the text as it is typed, and hears the new list."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    beside = BESIDE in request.POST
    text = _typed(request) if beside else of_draft(post)
    reason = clean_line(request.POST.get("reason", ""))[:REASON_LIMIT]
    dismiss(post, look(post, text), request.POST.get("digest", ""), reason, by=request.user)
    return _beside(request, post) if beside else redirect("posts:checks", post.pk)


@require_POST
def take_dismissal_back(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Show a dismissed finding again."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    take_back(post, key, by=request.user)
    return _beside(request, post) if BESIDE in request.POST else redirect("posts:checks", post.pk)


@require_POST
def fix_finding(request: StaffRequest, pk: int) -> HttpResponse:
    """Put what a check suggests into the saved draft."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    form = OntoForm(request.POST)
    onto = form.cleaned_data["onto"] if form.is_valid() else 0
    try:
        fix(post, request.POST.get("digest", ""), by=request.user, version=onto)
    except SaveConflict as conflict:
        messages.error(request, f"{conflict} Look at the list again.")
    else:
        messages.success(request, "Changed in the draft.")
    return redirect("posts:checks", post.pk)
