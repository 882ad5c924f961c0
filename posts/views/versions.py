"""Saved states of a draft: listed, compared, brought back; and words that could not be saved."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from posts import states
from posts.access import access_post
from posts.differences import compare_fields
from posts.drafting import SaveConflict, words_of
from posts.forms import DraftForm, OntoForm
from posts.models import Post
from posts.saved_models import Aside
from posts.saving import FIELDS, asides_of, bring_back, bring_together, said
from posts.views.conflict import show_both
from teams.http import StaffRequest
from teams.models import User
from teams.permissions import Action

Words = dict[str, Any]
LABELS = {**FIELDS, "kind": "Kind", "tags": "Tags", "authors": "Byline", "source": "Text"}


@require_safe
def versions(request: StaffRequest, pk: int) -> HttpResponse:
    """What was saved in the last 90 days, by sitting; with `?sitting=`, each save of that one."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    asked = request.GET.get("sitting", "")
    rows = states.of_sitting(post, int(asked)) if asked.isdecimal() and len(asked) < 10 else []
    context = {
        "post": post,
        "sittings": states.sittings(post),
        "rows": rows,
        "asides": asides_of(post, request.user),
    }
    return render(request, "posts/desk/versions.html", context)


@require_safe
def version(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """One saved state beside the draft as it stands: what differs, and the button that brings it back."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    state, words = states.state(post, number), states.words_at(post, number)
    if state is None or words is None:
        raise Http404("That version is not kept. Versions of a draft are kept for 90 days.")
    now = words_of(post.draft)
    fields = {name: getattr(now, name) for name in LABELS}
    context = {
        "post": post,
        "state": state,
        "words": words,
        "earlier": states.state(post, number - 1),
        "later": states.state(post, number + 1),
        "comparison": {
            "title": "What has changed since",
            "changes": compare_fields(_said(words), _said(fields)),
        },
    }
    return render(request, "posts/desk/version.html", context)


def _said(words: Words) -> dict[str, str]:
    """The words by their labels, people by name."""
    authors = words["authors"]
    if authors and not isinstance(authors[0], User):
        people = User.objects.in_bulk(authors)
        authors = [people[key] for key in authors if key in people]
    return {label: said(name, {**words, "authors": authors}[name]) for name, label in LABELS.items()}


@require_safe
def version_json(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """A saved state for the page that undoes: the text fields by name."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    words = states.words_at(post, number)
    if words is None:
        return JsonResponse({"why": "That version is not kept."}, status=404)
    return JsonResponse({"version": number, "source": words["source"]})


@require_POST
def bring_version_back(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """Make a saved state the draft again. What stands now is kept as a state too."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    form = OntoForm(request.POST)
    onto = form.cleaned_data["onto"] if form.is_valid() else 0
    try:
        bring_back(post, number, by=request.user, onto=onto)
    except SaveConflict as conflict:
        messages.error(request, f"{conflict} Look at what changed, then bring it back again.")
        return redirect("posts:version", post.pk, number)
    messages.success(request, "Brought back. The draft as it stood before is kept too, under “Versions”.")
    return redirect("posts:edit", post.pk)


@require_safe
def aside(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Words of mine that could not be saved, beside the draft as it stands."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    kept = _mine(post, request.user, key)
    data = QueryDict(mutable=True)
    for name, values in kept.typed.items():
        data.setlist(name, values)
    data["version"] = str(kept.version)
    form = DraftForm(data, post=post)
    if post.draft.locked or not form.is_valid():
        context = {"post": post, "aside": kept, "form": form, "typed": data}
        return render(request, "posts/desk/aside.html", context)
    return show_both(request, post, data, bring_together(post, form.words(), kept.version), aside=kept)


@require_POST
def drop_aside(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Throw words away that could not be saved."""
    post = access_post(pk, request.user, Action.WRITE_POSTS)
    _mine(post, request.user, key).delete()
    messages.success(request, "Thrown away.")
    return redirect("posts:versions", post.pk)


def _mine(post: Post, person: User, key: int) -> Aside:
    return get_object_or_404(Aside, post=post, person=person, pk=key)
