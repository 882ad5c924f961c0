"""The comment form and the private status page. Neither needs a cookie, an account or JavaScript."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from comments.forms import CommentForm
from comments.models import Comment
from comments.receiving import receive, refuse_unless_open
from comments.tokens import FormExpired, form_token, read_form_token, read_status_token, status_token
from comments.workflow import HouseRule, State
from posts.models import Post
from posts.views.reading import find_released, read_day, withdrawn


@csrf_exempt  # nothing is done in anybody's name: there is no session here, and the form has its own token
@cache_control(private=True, no_cache=True)
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, team_slug: str, year: str, month: str, day: str, slug: str) -> HttpResponse:
    """Comment on a post, or answer one of its comments (`?to=<reference>`)."""
    post = find_released(team_slug, read_day(year, month, day), slug)
    if post.is_withdrawn and request.method != "POST":
        return withdrawn(request, post)
    parent = _answered(request, post)
    if request.method == "POST":
        return _receive(request, post, parent)
    return _show(request, post, parent, CommentForm(initial={"token": form_token(post.pk)}))


def _answered(request: HttpRequest, post: Post) -> Comment | None:
    """The published comment that this one answers, one level deep.

    Where it was taken down while its answer was being written, `receive` says so and the answer is kept.
    """
    reference = request.GET.get("to", "")
    if not reference:
        return None
    candidates = Comment.objects.filter(post=post)
    if request.method != "POST":
        candidates = candidates.published().filter(parent=None)
    return get_object_or_404(candidates, reference=reference[:12])


def _receive(request: HttpRequest, post: Post, parent: Comment | None) -> HttpResponse:
    form = CommentForm(request.POST)
    try:
        once = read_form_token(request.POST.get("token", ""), post.pk)
    except FormExpired:
        form.add_error(None, "This page was open for a long time. Check your comment, then send it again.")
        return _show(request, post, parent, form)
    if not form.is_valid():
        return _show(request, post, parent, form)
    comment = receive(post, form.words(), once=once, parent=parent, trap=form.cleaned_data["website"])
    address = reverse("comments:status", args=[status_token(comment.reference)])
    return HttpResponseRedirect(address, status=303)


def _show(request: HttpRequest, post: Post, parent: Comment | None, form: CommentForm) -> HttpResponse:
    refuse_unless_open(post, parent)
    if form.is_bound:  # a fresh token, so that sending again works
        form.data = {**request.POST.dict(), "token": form_token(post.pk)}
    context = {
        "post": post,
        "team": post.team,
        "title": post.live_text.title,
        "parent": parent,
        "form": form,
        "house_rules": HouseRule.labels,
    }
    return render(request, "comments/form.html", context, status=422 if form.is_bound else 200)


@cache_control(private=True, no_cache=True)
@require_safe
def status(request: HttpRequest, token: str) -> HttpResponse:
    """What became of one comment, for whoever holds its private link."""
    reference = read_status_token(token)
    if reference is None:
        raise Http404("There is no such comment.")
    comments = Comment.objects.select_related("post__team__department", "post__live_revision")
    comment = get_object_or_404(comments, reference=reference)
    context = {
        "comment": comment,
        "team": comment.post.team,
        "replies": comment.official_replies.all() if comment.state == State.PUBLISHED else [],
        "token": token,
    }
    response = render(request, "comments/status.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
