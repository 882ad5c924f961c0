"""The writing desk: a new post, its draft, its preview, its pictures."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from posts import presence, texts
from posts.access import access_post
from posts.block_forms import FORMS
from posts.copying import copy_post
from posts.drafting import DraftWords, add_image, set_partners, start_post
from posts.forms import (
    DraftForm,
    GuestForm,
    ImageForm,
    NewPostForm,
    PartnersForm,
    TypedForm,
    initial_of,
)
from posts.guests import AddressTaken, add_guest, guests_of
from posts.history import refuse_past
from posts.importing.bringing import start_from
from posts.importing.converting import DocumentRefused
from posts.models import Licence, Post
from posts.opening import is_opened
from posts.pictures import PictureRefused
from posts.reading_time import reading_time, words_in
from posts.saving import Clashing, asides_of, forget_aside, save_typed
from posts.shares import text_of
from posts.views.conflict import choices_in, show_both
from posts.views.importing import BESIDE, after, read
from posts.views.reading import picture
from teams.http import StaffRequest
from teams.models import Team
from teams.permissions import Action, teams_where

NEXT_PAGE = {
    "save": "posts:edit",
    "preview": "posts:preview",
    "submit": "moderation:submit",
    "guests": "posts:guests",
}
ADDED = "Added. Choose {0} in the byline, and as the writer of the words that you type in for them."


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Begin a post in one of my teams."""
    teams = Team.objects.filter(pk__in=teams_where(request.user, Action.WRITE_POSTS))
    form = NewPostForm(*((request.POST, request.FILES) if request.method == "POST" else ()), teams=teams)
    if request.method == "POST" and form.is_valid() and form.cleaned_data["document"]:
        try:
            imported = read(form.cleaned_data["document"])
        except DocumentRefused as refusal:
            form.add_error("document", str(refusal))
        else:
            team, title = form.cleaned_data["team"], form.cleaned_data["title"]
            post, left_out = start_from(team, imported, title=title, by=request.user)
            return after(request, post, left_out)
    elif request.method == "POST" and form.is_valid():
        words = DraftWords(form.cleaned_data["title"])
        post = start_post(form.cleaned_data["team"], words, by=request.user)
        return redirect("posts:edit", post.pk)
    return render(request, "posts/desk/new.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def copy(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin another post with this one's words."""
    made = copy_post(access_post(pk, request.user, Action.WRITE_POSTS), by=request.user)
    messages.success(request, "This is a copy. Whoever wrote its words is named beside them.")
    return redirect("posts:edit", made.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Write the draft. What others saved meanwhile is kept; where both changed the same, both are shown."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    refuse_past(post)
    if request.method == "POST":
        return _save(request, post)
    if post.draft.locked:
        return redirect("moderation:post", post.pk)
    form = DraftForm(post=post, initial=initial_of(post))
    return render(request, "posts/desk/edit.html", _writing(request, post, form))


def _writing(request: StaffRequest, post: Post, form: DraftForm) -> dict[str, Any]:
    count = words_in(text_of(post.draft))
    return {
        "post": post,
        "form": form,
        "asides": asides_of(post, request.user),
        "others": presence.others(post, request.user),
        "picture_form": ImageForm(auto_id="id_picture_%s"),
        "words": count,
        "reading": reading_time(count),
    }


def _save(request: StaffRequest, post: Post) -> HttpResponse:
    form = DraftForm(request.POST, post=post)
    if not form.is_valid():
        return render(request, "posts/desk/edit.html", _writing(request, post, form), status=422)
    version = form.cleaned_data["version"]
    try:
        draft = save_typed(
            post,
            form.words(),
            by=request.user,
            version=version,
            words_by=form.cleaned_data.get("words_by"),
            choices=choices_in(request.POST),
        )
    except Clashing as clash:
        return show_both(request, post, request.POST, clash.together)
    forget_aside(post, request.user, request.POST.get("aside", ""))
    wanted = request.POST.get("then", "")
    if wanted in FORMS:
        return redirect("posts:add-block", post.pk, wanted)
    next_page = NEXT_PAGE.get(wanted, "posts:edit")
    if next_page == "posts:edit":
        together = draft.version > version + 1
        messages.success(request, "Draft saved, with what others changed." if together else "Draft saved.")
    return redirect(next_page, post.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def partners(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose the teams that write the post together with its own."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    refuse_past(post)
    form = PartnersForm(request.POST if request.method == "POST" else None, post=post)
    if request.method == "POST" and form.is_valid():
        set_partners(post, list(form.cleaned_data["partners"]), by=request.user)
        messages.success(request, "Saved. The press office of each of these teams signs the post.")
        return redirect("posts:edit", post.pk)
    context = {"post": post, "form": form}
    return render(request, "posts/desk/partners.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """The draft as its page will be; of what is being typed, the parts that stand beside it in the editor."""
    if request.method == "POST":
        return _preview_typed(request, access_post(pk, request.user, Action.WRITE_POSTS))
    post = access_post(pk, request.user, Action.SEE_POSTS)
    text = texts.of_draft(post)
    context = {"post": post, "team": post.team, "text": text, "preview": True}
    response = render(request, "posts/detail.html", context, status=422 if text.refusal else 200)
    response["Cache-Control"] = "private, no-store"
    return response


def _preview_typed(request: StaffRequest, post: Post) -> HttpResponse:
    form = TypedForm(request.POST, post=post)
    if form.is_valid():
        text = texts.of_words(post, form.words())
    else:
        why = str(next(iter(form.errors.values()))[0])
        text = replace(texts.of_words(post, DraftWords("")), title=request.POST.get("title", ""), refusal=why)
    context = {"post": post, "team": post.team, "text": text}
    return render(request, "posts/desk/_preview.html", context, status=422 if text.refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def guests(request: StaffRequest, pk: int) -> HttpResponse:
    """Add somebody without an account, who can then be chosen in the byline of this post."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    form = GuestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            guest = add_guest(post, form.details(), by=request.user)
        except AddressTaken as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, ADDED.format(guest.person.name))
            return redirect("posts:edit", post.pk)
    context = {"post": post, "form": form, "guests": guests_of(post)}
    return render(request, "posts/desk/guests.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def images(request: StaffRequest, pk: int) -> HttpResponse:
    """Upload a picture for the post, and see what to write to place each one."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    refuse_past(post)
    form = ImageForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        licence = Licence(data["licence"] or Licence.UNKNOWN)
        try:
            image = add_image(
                post,
                data["picture"],
                by=request.user,
                alt=data["alt"],
                licence=licence,
                credit=data["credit"],
            )
        except PictureRefused as refusal:
            form.add_error("picture", str(refusal))
        else:
            if BESIDE in request.POST:
                return JsonResponse({"markdown": image.markdown})
            messages.success(request, "Picture added. Copy its line into your text to place it.")
            return redirect("posts:images", post.pk)
    if BESIDE in request.POST:
        return JsonResponse({"why": str(next(iter(form.errors.values()))[0])}, status=422)
    context = {"post": post, "form": form, "images": post.images.all()}
    return render(request, "posts/desk/images.html", context, status=422 if form.errors else 200)


@require_safe
def desk_image(request: StaffRequest, digest: str, width: int) -> HttpResponse:
    """A picture of a post, for those who may see the post unpublished."""
    posts = Post.objects.open_to(request.user, Action.SEE_POSTS).filter(images__digest=digest)
    if not any(map(is_opened, posts)):
        raise Http404("There is no such picture.")
    response = picture(digest, width)
    response["Cache-Control"] = "private, no-store"
    return response
