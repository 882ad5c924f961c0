"""The page of a post's statistics embargoes, what can be done there, and the question before its draft opens.

None of these pages shows a word of the draft, so that auditors may read who had access.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from posts.access import find_post, may, named, refuse_unnamed, require_on
from posts.embargo import in_force, lift_embargo, name_person, remove_person, set_embargo
from posts.embargo_forms import DayForm, LiftForm, NameForm, RemoveForm
from posts.models import Post
from posts.opening import OPENED, open_draft
from teams.http import StaffRequest
from teams.models import Entry, User
from teams.permissions import Action, can
from teams.refusals import NotNow

PAGE = "posts:embargo"
PEOPLE = ("access__person", "access__named_by", "access__removed_by")


def access_embargoes(request: StaffRequest, pk: int) -> Post:
    """Return the post for those who may read its access list: auditors, and whoever may open its draft."""
    post = Post.objects.select_related("team__department", "draft", "live_revision").filter(pk=pk).first()
    if post is None or not may(request.user, Action.SEE_EMBARGOES, post):
        raise Http404("There is no such post on your desk.")
    if not can(request.user, Action.READ_RECORD, post.team):
        refuse_unnamed(request.user, post)
    return post


@require_http_methods(["GET", "HEAD", "POST"])
def embargo(request: StaffRequest, pk: int) -> HttpResponse:
    """The embargoes of a post with their lists; set one, or move the one in force."""
    post = access_embargoes(request, pk)
    if request.method != "POST":
        return _show(request, post)
    require_on(request.user, Action.WRITE_POSTS, post)
    form = DayForm(request.POST)
    if not form.is_valid():
        return _show(request, post, day_form=form)
    found = set_embargo(post, form.cleaned_data["release_on"], by=request.user)
    messages.success(request, f"Under a statistics embargo until {found.until}.")
    return redirect(PAGE, post.pk)


@require_POST
def name(request: StaffRequest, pk: int) -> HttpResponse:
    """Let somebody open the draft."""
    post = find_post(pk, request.user, Action.WRITE_POSTS)
    form = NameForm(request.POST, post=post)
    if not form.is_valid():
        return _show(request, post, name_form=form)
    access = name_person(post, form.cleaned_data["person"], by=request.user)
    messages.success(request, f"{access.person.name} may open it now, and has been told by email.")
    return redirect(PAGE, post.pk)


@require_POST
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take somebody off the list."""
    post = find_post(pk, request.user, Action.WRITE_POSTS)
    form = RemoveForm(request.POST, post=post)
    if not form.is_valid():
        raise NotNow("Choose somebody who is on the list.")
    person = form.cleaned_data["person"]
    remove_person(post, person, by=request.user)
    messages.success(request, f"{person.name} may no longer open it.")
    return redirect(PAGE, post.pk)


@require_POST
def lift(request: StaffRequest, pk: int) -> HttpResponse:
    """End the embargo before its release."""
    post = find_post(pk, request.user, Action.WRITE_POSTS)
    form = LiftForm(request.POST)
    if not form.is_valid():
        return _show(request, post, lift_form=form)
    lift_embargo(post, by=request.user, why=form.cleaned_data["why"])
    messages.success(request, "The embargo is lifted. The list of who had access is kept.")
    return redirect(PAGE, post.pk)


def _show(request: StaffRequest, post: Post, **forms: Any) -> HttpResponse:
    current = in_force(post)
    about = Entry.objects.filter(action=OPENED, subject_kind="post", subject_id=post.pk)
    day = {"release_on": current.release_on} if current else {}
    may_open = current is None or request.user in named(current)
    context = {
        "post": post,
        "current": current,
        "embargoes": post.embargoes.select_related("set_by", "lifted_by").prefetch_related(*PEOPLE),
        "openings": about.select_related("details"),
        "may_see": may_open and may(request.user, Action.SEE_POSTS, post),
        "may_change": may_open and may(request.user, Action.WRITE_POSTS, post),
        "day_form": DayForm(initial=day),
        "name_form": NameForm(post=post),
        "lift_form": LiftForm(),
        **forms,
    }
    return render(request, "posts/desk/embargo.html", context, status=422 if forms else 200)


def _find_named(request: StaffRequest, pk: int) -> Post:
    """Return the post for anybody named, such as a clearer, who sees it on the press desk only."""
    post = Post.objects.select_related("team__department", "live_revision").filter(pk=pk).first()
    if post is None or not _has_a_part(request.user, post):
        raise Http404("There is no such post on your desk.")
    refuse_unnamed(request.user, post)
    return post


def _has_a_part(person: User, post: Post) -> bool:
    """Whether this person is named, or has some role in one of the post's teams."""
    current = in_force(post)
    is_named = current is not None and person in named(current)
    return is_named or any(can(person, Action.USE_DESK, team) for team in post.teams)


@require_http_methods(["GET", "HEAD", "POST"])
def open_first(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask before an embargoed draft is opened; then record it, and go on to the page that was asked for."""
    post = _find_named(request, pk)
    asked_for = request.POST.get("next", request.GET.get("next", ""))
    safe = asked_for.startswith("/") and url_has_allowed_host_and_scheme(asked_for, None)
    if request.method == "POST":
        open_draft(post, by=request.user)
    current = in_force(post)
    if request.method == "POST" or current is None:
        return redirect(asked_for if safe else "moderation:post", *([] if safe else [post.pk]))
    context = {"post": post, "embargo": current, "next": asked_for if safe else ""}
    return render(request, "posts/desk/open.html", context)
