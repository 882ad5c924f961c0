"""Preview links at the desk, and the page that one opens: no account, no cookie, no trace in a cache."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from posts import texts
from posts.access import access_post
from posts.forms import PreviewLinkForm
from posts.preview_models import PreviewLink
from posts.previewing import LASTS, end_link, make_link, open_links, post_of, token_of
from posts.views.reading import picture
from teams.http import StaffRequest
from teams.permissions import Action

HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


@require_http_methods(["GET", "HEAD", "POST"])
def previews(request: StaffRequest, pk: int) -> HttpResponse:
    """Make a link for a colleague without an account, and see those that open the draft."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    form = PreviewLinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        make_link(post, form.cleaned_data["for_whom"], by=request.user)
        messages.success(request, "Made. Copy the link and send it to them yourself.")
        return redirect("posts:previews", post.pk)
    links = [
        (
            link,
            request.build_absolute_uri(reverse("posts:previewed", args=[token_of(link)])),
            link.made_at + LASTS,
        )
        for link in open_links(post)
    ]
    context = {"post": post, "form": form, "links": links}
    return render(request, "posts/desk/previews.html", context, status=422 if form.errors else 200)


def _address(request: HttpRequest, link: PreviewLink) -> str:
    return request.build_absolute_uri(reverse("posts:previewed", args=[token_of(link)]))


@require_POST
def end_preview(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """End a link."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    end_link(get_object_or_404(PreviewLink, post=post, pk=key), by=request.user)
    messages.success(request, "Ended. The link opens nothing any more.")
    return redirect("posts:previews", post.pk)


@require_safe
def previewed(request: HttpRequest, token: str) -> HttpResponse:
    """The draft as its page will be, for whoever holds the link."""
    post, is_ours = post_of(token)
    if not is_ours:
        raise Http404("There is no such link.")
    if post is None:
        return _private(render(request, "posts/preview_over.html", status=410))
    text = texts.of_draft(post, f"{request.path}images/")
    context = {"post": post, "team": post.team, "text": text, "by_link": True, "preview": True}
    return _private(render(request, "posts/previewed.html", context, status=422 if text.refusal else 200))


@require_safe
def previewed_image(request: HttpRequest, token: str, digest: str, width: int) -> HttpResponse:
    """A picture of that draft."""
    post, _ = post_of(token)
    if post is None or not post.images.filter(digest=digest).exists():
        raise Http404("There is no such picture.")
    return _private(picture(digest, width))


def _private(response: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        response[name] = value
    return response
