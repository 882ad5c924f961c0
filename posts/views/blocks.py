"""Blocks written without markup: a page for each, which with JavaScript opens beside the text."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from posts.access import access_post
from posts.adding import NoSuchPlace, Piece, append
from posts.block_forms import FORMS, BlockForm, GridForm
from posts.drafting import SaveConflict
from posts.grids import GridRefused
from posts.history import refuse_past
from posts.models import Post
from posts.rendering import MAX_LENGTH, RenderingRefused
from posts.sealing import lay_out
from posts.texts import private_pictures
from teams.cleaning import clean_text
from teams.http import StaffRequest
from teams.permissions import Action
from teams.refusals import NotNow

OF_CELLS = ("row", "column", "fill")
SAVED_SINCE = "{} Your block is still here. Look at the draft, then put it in."


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest, pk: int, block: str) -> HttpResponse:
    """Write a block in a form. It goes to the end of the saved draft or, with JavaScript, to the caret."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    refuse_past(post)
    if block not in FORMS:
        raise Http404("There is no such block.")
    if request.method == "POST":
        return _answer(request, post, block)
    if post.draft.locked:
        return redirect("moderation:post", post.pk)
    return _show(request, post, block, _form(request, post, block))


def _form(request: StaffRequest, post: Post, block: str, **more: Any) -> BlockForm:
    return FORMS[block](post=post, in_dialog=_in_dialog(request), **more)


def _in_dialog(request: StaffRequest) -> bool:
    return (request.POST if request.method == "POST" else request.GET).get("in") == "dialog"


def _show(request: StaffRequest, post: Post, block: str, form: BlockForm, **more: Any) -> HttpResponse:
    page = "posts/desk/_block_form.html" if _in_dialog(request) else "posts/desk/block.html"
    more = {"status": 422 if form.errors else 200, **more}
    context = {
        "post": post,
        "form": form,
        "kind": block,
        "in_dialog": _in_dialog(request),
        "paste": request.POST.get("paste", "") if form.errors else "",
        "preview": more.pop("preview", ""),
    }
    return render(request, page, context, **more)


def _answer(request: StaffRequest, post: Post, block: str) -> HttpResponse:
    form, wanted = _form(request, post, block, data=request.POST), request.POST.get("do", "")
    if wanted == "change" and isinstance(form, GridForm):
        return _change(request, post, block, form)
    if wanted in OF_CELLS and isinstance(form, GridForm):
        return _change_cells(request, post, block, form, how=wanted)
    if not form.is_valid():
        return _show(request, post, block, form)
    source = clean_text(request.POST.get("whole", "")[: 2 * MAX_LENGTH]) or post.draft.source
    piece = form.piece(source)
    try:
        html = lay_out(post, f"{piece.mark}\n\n{piece.text}" if piece.mark else piece.text).html
    except RenderingRefused as refusal:
        form.add_error(None, str(refusal))
        return _show(request, post, block, form)
    if wanted == "preview":
        return _show(request, post, block, form, preview=private_pictures(html))
    if _in_dialog(request):
        return JsonResponse({"text": piece.text, "mark": piece.mark})
    return _put_in(request, post, block, form, piece)


def _change(request: StaffRequest, post: Post, block: str, form: GridForm) -> HttpResponse:
    """The form with the block that is written where the caret stands."""
    try:
        initial = form.read(clean_text(request.POST.get("written", "")[:MAX_LENGTH]))
    except (GridRefused, RenderingRefused) as refusal:
        return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
    return _show(request, post, block, _form(request, post, block, initial=initial))


def _change_cells(request: StaffRequest, post: Post, block: str, form: GridForm, *, how: str) -> HttpResponse:
    try:
        initial = form.changed(how)
    except GridRefused as refusal:
        form.is_valid()
        form.errors.clear()
        form.add_error("cells", str(refusal))
        return _show(request, post, block, form)
    return _show(request, post, block, _form(request, post, block, initial=initial))


def _put_in(request: StaffRequest, post: Post, block: str, form: BlockForm, piece: Piece) -> HttpResponse:
    """Save it at the end of the draft. Whatever stops that, the form is shown again as it was typed."""
    version = form.cleaned_data["version"]
    try:
        append(post, piece, by=request.user, version=post.draft.version if version is None else version)
    except NoSuchPlace as refusal:
        form.add_error("after", str(refusal))
        return _show(request, post, block, form)
    except SaveConflict as conflict:
        newer = _form(request, post, block, data={**request.POST.dict(), "version": conflict.theirs.version})
        newer.add_error(None, SAVED_SINCE.format(conflict))
        return _show(request, post, block, newer, status=409)
    except NotNow as refusal:
        form.add_error(None, str(refusal))
        return _show(request, post, block, form, status=409)
    messages.success(request, f"{form.name} added at the end of your text.")
    return redirect("posts:edit", post.pk)
