"""Freezes: what holds now, declaring and lifting one, and letting a post through."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from moderation.exceptions import grant_exception, posts_to_decide
from moderation.freeze_forms import FreezeForm, LiftForm
from posts.access import refuse_unnamed
from posts.models import Post
from posts.opening import require_opened
from teams import clock, freezing
from teams.http import StaffRequest
from teams.models import Freeze
from teams.permissions import Action, departments_where, may_use
from teams.refusals import NotNow

PAST_AT_MOST = 20


@require_safe
def freezes(request: StaffRequest) -> HttpResponse:
    """The freezes now, to come and over; and what a named director could let through."""
    now = clock.now()
    everything = Freeze.objects.select_related("department").prefetch_related("directors")
    current = everything.filter(ends_at__gt=now, lifted_at=None)
    context = {
        "current": [(freeze, freezing.may_declare(request.user, freeze.department)) for freeze in current],
        "past": everything.exclude(pk__in=current.values("pk"))[:PAST_AT_MOST],
        "to_decide": posts_to_decide(request.user),
        "may_declare": may_use(request.user, Action.DECLARE_FREEZES),
        "now": now,
    }
    return render(request, "moderation/freezes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def declare(request: StaffRequest) -> HttpResponse:
    """Declare a freeze for a department or, as the platform administrator, for all."""
    mine = departments_where(request.user, Action.DECLARE_FREEZES)
    form = FreezeForm(
        request.POST if request.method == "POST" else None, mine=mine, may_all=request.user.is_superuser
    )
    if request.method == "POST" and form.is_valid():
        try:
            freezing.declare(form.declaration(), by=request.user)
        except NotNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The freeze is declared.")
            return redirect("moderation:freezes")
    status = 422 if form.errors else 200
    return render(request, "moderation/freeze_declare.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def lift(request: StaffRequest, pk: int) -> HttpResponse:
    """End a freeze before its time, with the reason."""
    freeze = get_object_or_404(Freeze.objects.select_related("department"), pk=pk)
    freezing.require_declarer(request.user, freeze.department)
    form = LiftForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        freezing.lift(freeze, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "The freeze has ended. Decide what becomes of the posts that it held.")
        return redirect("moderation:freezes")
    context = {"freeze": freeze, "form": form}
    return render(request, "moderation/freeze_lift.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def let_through(request: StaffRequest, pk: int, post_pk: int) -> HttpResponse:
    """A named director lets one post through, with the reason."""
    freeze = get_object_or_404(Freeze.objects.select_related("department"), pk=pk, directors=request.user)
    post = get_object_or_404(Post.objects.select_related("team__department", "draft"), pk=post_pk)
    refuse_unnamed(request.user, post)
    require_opened(post, request.user)
    form = LiftForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        grant_exception(freeze, post, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "Your agreement is on the record.")
        return redirect("moderation:freezes")
    context = {"freeze": freeze, "post": post, "form": form}
    return render(request, "moderation/freeze_exception.html", context, status=422 if form.errors else 200)
