"""When a post goes live: planning it, pressing the button, giving a release up."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from moderation.exceptions import frozen_for
from moderation.forms import CancelForm, TimingForm, timing_of
from moderation.models import Submission
from moderation.scheduling import (
    cancel_release,
    may_schedule,
    plan_release,
    planned_in_words,
    release_now,
)
from moderation.workflow import Plan, State
from posts.access import access_post
from teams.http import StaffRequest
from teams.permissions import Action
from teams.refusals import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def release(request: StaffRequest, pk: int) -> HttpResponse:
    """Decide when the text under submission goes live; once it is signed, press the button or give it up."""
    post = access_post(pk, request.user, Action.SEE_POSTS)
    if not may_schedule(request.user, post):
        raise NotAllowed("Only the writers of a post and its press office decide when it goes live.")
    submission = post.submissions.under_way().select_related("revision").first()
    if submission is None:
        raise Http404("Nothing of this post waits for its release.")
    submission.post = post
    act = request.POST.get("act")
    if act == "now":
        release_now(submission, by=request.user)
        messages.success(request, "Released: readers can see it.")
        return redirect("moderation:post", post.pk)
    form = TimingForm(request.POST if act == "plan" else None, initial=timing_of(submission))
    cancel_form = CancelForm(request.POST if act == "cancel" else None)
    if form.is_valid():
        return _plan(request, submission, form)
    if cancel_form.is_valid():
        cancel_release(submission, by=request.user, reason=cancel_form.cleaned_data["reason"])
        messages.success(request, "The release is cancelled. The draft can be changed again.")
        return redirect("moderation:post", post.pk)
    context = {
        "post": post,
        "submission": submission,
        "form": cancel_form if act == "cancel" else form,
        "timing_form": form,
        "cancel_form": cancel_form,
        "is_cleared": submission.state == State.CLEARED,
        "is_held": submission.plan == Plan.HELD,
        "freezes": frozen_for(post),
        "planned": planned_in_words(submission),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "moderation/release.html", context, status=status)


def _plan(request: StaffRequest, submission: Submission, form: TimingForm) -> HttpResponse:
    planned = plan_release(submission, form.timing(), by=request.user)
    if planned.plan == Plan.NOW and planned.state == State.CLEARED:
        messages.success(request, "Released: readers can see it.")
    else:
        messages.success(request, f"Saved. {planned_in_words(planned)}")
    return redirect("moderation:post", submission.post_id)
