"""Documents put into a draft, text pasted from elsewhere, and descriptions for pictures that came along."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.text import get_text_list
from django.views.decorators.http import require_http_methods, require_POST

from posts.access import access_post
from posts.forms import DescriptionsForm, DocumentForm
from posts.history import refuse_past
from posts.importing.bringing import bring_in, describe, undescribed, with_pictures
from posts.importing.clipboard import MAX_LENGTH
from posts.importing.converting import MAX_BYTES, DocumentRefused, Imported, from_clipboard, from_document
from posts.models import Post
from teams.http import StaffRequest
from teams.permissions import Action

BESIDE = "beside"  # sent by the script, which puts the words in itself


def read(upload: "UploadedFile[Any]") -> Imported:
    """Read an uploaded document. Raises DocumentRefused."""
    return from_document(upload.read(MAX_BYTES + 1))


def said_left_out(left_out: Sequence[str]) -> str:
    return f"Left out: {get_text_list(list(left_out), 'and')}." if left_out else ""


def after(request: StaffRequest, post: Post, left_out: Sequence[str]) -> HttpResponse:
    """Where a writer goes with a document in their draft: to its pictures without a description, if any."""
    messages.success(request, f"Your document is in the draft. {said_left_out(left_out)}".strip())
    return redirect("posts:describe" if undescribed(post) else "posts:edit", post.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def document(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a document at the end of the draft. The script that has `beside` puts its words in at the caret."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    refuse_past(post)
    form = DocumentForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            imported = read(form.cleaned_data["document"])
            if BESIDE in request.POST:
                brought = with_pictures(post, imported, by=request.user)
                told = {"source": brought.source, "said": said_left_out(brought.left_out)}
                return JsonResponse({**told, "undescribed": len(undescribed(post))})
            _, left_out = bring_in(post, imported, by=request.user)
            return after(request, post, left_out)
        except DocumentRefused as refusal:
            form.add_error("document", str(refusal))
    if BESIDE in request.POST:
        return JsonResponse({"why": str(next(iter(form.errors.values()))[0])}, status=422)
    context = {"post": post, "form": form}
    return render(request, "posts/desk/document.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def describe_pictures(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what the pictures show that came without a description."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    pictures = undescribed(post)
    form = DescriptionsForm(request.POST if request.method == "POST" else None, pictures=pictures)
    if not pictures:
        return redirect("posts:edit", post.pk)
    if request.method == "POST" and form.is_valid():
        describe(post, form.descriptions(), by=request.user)
        messages.success(request, "Described.")
        return redirect("posts:edit", post.pk)
    fields = [(picture, form[f"alt-{picture.pk}"]) for picture in pictures]
    context = {"post": post, "form": form, "fields": fields}
    return render(request, "posts/desk/describe.html", context, status=422 if form.errors else 200)


@require_POST
def paste(request: StaffRequest) -> HttpResponse:
    """What was copied elsewhere, sent as a file `html`, as Markdown."""
    upload = request.FILES.get("html")
    if not isinstance(upload, UploadedFile):
        return JsonResponse({"why": "Nothing was sent."}, status=422)
    html = upload.read(MAX_LENGTH + 1)
    if len(html) > MAX_LENGTH:
        return JsonResponse({"why": "That is too much to paste at once."}, status=422)
    try:
        pasted = from_clipboard(html.decode("utf-8", "replace"))
    except DocumentRefused as refusal:
        return JsonResponse({"why": str(refusal)}, status=422)
    return JsonResponse({"source": pasted.source, "said": said_left_out(pasted.left_out)})
