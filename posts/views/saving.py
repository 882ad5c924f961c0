"""Saving while somebody types: the page sends what it holds, and hears what is saved and who is there."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_http_methods, require_POST

from posts import presence
from posts.access import access_post
from posts.drafting import words_of
from posts.forms import PageForm, TypedForm, values_of
from posts.history import refuse_past
from posts.merging import splices
from posts.models import Draft, Post
from posts.reading_time import reading_time, words_in
from posts.saving import Clashing, no_longer_aside, save_typed, set_aside
from posts.shares import text_of
from teams.http import StaffRequest
from teams.permissions import Action
from teams.refusals import NotNow
from teams.saying import said_hour


@require_POST
def autosave(request: StaffRequest, pk: int) -> HttpResponse:
    """Save what the page holds, together with what others saved; or keep it aside and say why.

    Answers what has to change on the page: `changes` of the text as [from, to, words], in units of UTF-16
    from its start, and other `fields` by name. 409 where others changed the same or the draft is closed, 422
    where a field is too long.
    """
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    page = PageForm(request.POST)
    if not page.is_valid():
        return JsonResponse(
            {"why": "This page does not say which draft it holds. Open it again."}, status=422
        )
    tab, version = page.cleaned_data["tab"], page.cleaned_data["version"]
    presence.here(post, request.user, tab)
    form = TypedForm(request.POST, post=post)
    try:
        if not form.is_valid():
            why = str(next(iter(form.errors.values()))[0])
            return _aside(request, post, tab, version, why, status=422)
        refuse_past(post)
        words_by = form.cleaned_data.get("words_by")
        draft = save_typed(post, form.words(), by=request.user, version=version, words_by=words_by)
    except Clashing as clash:
        why = f"{clash.theirs.saved_by.name} changed the same words as you."
        return _aside(request, post, tab, version, why, clash=True)
    except NotNow as refusal:
        return _aside(request, post, tab, version, str(refusal))
    no_longer_aside(post, request.user, tab)
    raw = request.POST.get("source", "").replace("\r\n", "\n")
    ending = raw[len(raw.rstrip()) :]  # the space that somebody is about to type on from stays
    saved = words_of(draft)
    changes = [] if raw.strip() == saved.source else splices(raw, saved.source + ending)
    mine = values_of(form.words())
    fields = {name: value for name, value in values_of(saved).items() if value != mine[name]}
    return JsonResponse({**_standing(request, post, draft, tab), "changes": changes, "fields": fields})


def _aside(
    request: StaffRequest,
    post: Post,
    tab: str,
    version: int,
    why: str,
    *,
    status: int = 409,
    clash: bool = False,
) -> HttpResponse:
    set_aside(post, typed_in(request), by=request.user, tab=tab, version=version, why=why)
    there = presence.others(post, request.user, tab)
    return JsonResponse({"why": why, "clash": clash, "others": there}, status=status)


def typed_in(request: HttpRequest) -> dict[str, list[str]]:
    """What stood in the fields of the draft's form, `{name: values}`."""
    return {name: request.POST.getlist(name) for name in TypedForm.base_fields if name in request.POST}


@require_http_methods(["GET", "HEAD", "POST"])
def here(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that the page is open, or with `gone` that it is closing; hear who else is there and what is new.

    A GET only answers the token with which a page can be saved again after its writer has signed in anew.
    """
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    if request.method != "POST":
        return JsonResponse({"token": get_token(request)})
    page = PageForm(request.POST)
    if not page.is_valid():
        return JsonResponse(
            {"why": "This page does not say which draft it holds. Open it again."}, status=422
        )
    tab, version = page.cleaned_data["tab"], page.cleaned_data["version"]
    if page.cleaned_data["gone"]:
        presence.gone(post, request.user, tab)
        return JsonResponse({})
    presence.here(post, request.user, tab)
    draft = post.draft
    answer = _standing(request, post, draft, tab)
    if draft.version != version:
        answer |= {"fields": {**values_of(words_of(draft)), "source": draft.source}}
    return JsonResponse(answer)


def _standing(request: StaffRequest, post: Post, draft: Draft, tab: str) -> dict[str, Any]:
    count = words_in(text_of(draft))
    return {
        "version": draft.version,
        "by": "you" if draft.saved_by_id == request.user.pk else draft.saved_by.name,
        "saved": said_hour(draft.saved_at),
        "words": count,
        "reading": reading_time(count),
        "others": presence.others(post, request.user, tab),
        "locked": draft.locked,
    }
