"""The desk's home, one post on the desk, submission and withdrawal. Readers' pages are in `reading`."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comments.models import Comment
from moderation.authority import step_for, steps_without_signatories
from moderation.forms import AttestForm, SubmitForm, SubmitterForm, WithdrawForm, last_answers
from moderation.models import Submission
from moderation.releasing import withdraw as withdraw_post
from moderation.remarks_shown import on_post
from moderation.scheduling import may_schedule
from moderation.standing import NEEDED_BY_STANDING, standing
from moderation.submitting import attest as attest_to
from moderation.submitting import recall as recall_submission
from moderation.submitting import submit as submit_post
from moderation.submitting import waiting_authors
from moderation.timeline import timeline
from moderation.turns import tasks
from moderation.workflow import Plan, State
from posts import texts
from posts.access import access_post, may
from posts.checking.looking import look, of_draft
from posts.embargo import EmbargoNeeded, TooEarly
from posts.history import past_government, refuse_past
from posts.models import Post, Withdrawal
from posts.sealing import lacking
from posts.shares import shares_of, written_outside
from teams.http import StaffRequest
from teams.permissions import Action, can, can_anywhere
from teams.refusals import NotNow

TOLD_SIGNATORIES = "Its signatories have been told."
TOLD_AUTHORS = "Its signatories are told when everybody in the byline has said that they wrote it."
STATISTICS, NEEDS_EMBARGO = "unreleased_statistics", "needs_embargo"
DESK_SIZE = 100  # posts shown on the desk's home: the newest saved


@require_safe
def home(request: StaffRequest) -> HttpResponse:
    """What waits for me, then my teams' posts with whose turn each is."""
    posts = (
        Post.objects.open_to(request.user, Action.WRITE_POSTS)
        .select_related("team", "draft__saved_by", "live_revision")
        .prefetch_related(*NEEDED_BY_STANDING, "draft__byline")
        .order_by("-draft__saved_at")[:DESK_SIZE]
    )
    rows = [(post, standing(post)) for post in posts]
    context = {
        "rows": rows,
        "tasks": tasks(request.user, rows),
        "may_write": can_anywhere(request.user, Action.WRITE_POSTS),
    }
    return render(request, "moderation/home.html", context)


@require_safe
def post(request: StaffRequest, pk: int) -> HttpResponse:
    """One post: where it stands, what can be done now, and everything that happened to it."""
    post = access_post(pk, request.user, Action.SEE_POSTS)
    now = standing(post)
    opened = _open_submission(post)
    waiting = waiting_authors(opened.revision) if opened else []
    government = past_government(post)
    is_cleared = bool(now.submission and now.submission.state == State.CLEARED)
    context = {
        "government": government,
        "post": post,
        "standing": now,
        "events": timeline(post),
        "comments_waiting": Comment.objects.filter(post=post).waiting().count(),
        "may_see_comments": can(request.user, Action.SEE_COMMENTS, post.team),
        "submission": now.submission,
        "shares": shares_of(post.draft),
        "may_write": not government and may(request.user, Action.WRITE_POSTS, post),
        "may_recall": bool(opened) and may(request.user, Action.SUBMIT_POSTS, post),
        "may_attest": request.user in waiting,
        "may_withdraw": post.is_live and can(request.user, Action.WITHDRAW_POSTS, post.team),
        "may_sign": opened is not None and step_for(opened, request.user) is not None,
        "may_time": bool(opened or is_cleared) and may_schedule(request.user, post),
        "is_cleared": is_cleared,
        "empty_steps": steps_without_signatories(opened) if opened else [],
        **on_post(post, request.user),
    }
    return render(request, "moderation/post.html", context)


def _open_submission(post: Post) -> Submission | None:
    return post.submissions.open().select_related("revision").first()


@contextmanager
def asking_for_embargo(form: BaseForm) -> Iterator[None]:
    """Where a statement needs an embargo first, or a time is before its end, let the form say so there."""
    try:
        yield
    except EmbargoNeeded as refusal:
        form.add_error(STATISTICS, ValidationError(str(refusal), code=NEEDS_EMBARGO))
    except TooEarly as refusal:
        form.add_error("day", str(refusal))


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """The author attests and sends the draft to the press office."""
    post = access_post(pk, request.user, Action.SUBMIT_POSTS)
    refuse_past(post)
    is_author = post.draft.byline.filter(person=request.user).exists()
    form_class = SubmitForm if is_author else SubmitterForm
    if request.method == "POST":
        form = form_class(request.POST)
        if form.is_valid():
            statement = form.statement() if isinstance(form, SubmitForm) else None
            version, timing = form.cleaned_data["version"], form.timing()
            with asking_for_embargo(form):
                submission = submit_post(post, statement, by=request.user, version=version, timing=timing)
                waiting = waiting_authors(submission.revision)
                messages.success(request, f"Submitted. {TOLD_AUTHORS if waiting else TOLD_SIGNATORIES}")
                return redirect("moderation:post", post.pk)
    else:
        start = {"version": post.draft.version, "plan": Plan.NOW, **last_answers(post, request.user)}
        form = form_class(initial=start)
    byline = post.draft.byline.select_related("person")
    text = texts.of_draft(post)
    context = {
        "post": post,
        "form": form,
        "others": [line.person for line in byline if line.person != request.user],
        "shares": shares_of(post.draft),
        "looked": look(post, of_draft(post)),
        "not_yet": lacking(post.draft) or written_outside(post) or text.refusal,
        "needs_embargo": form.has_error(STATISTICS, NEEDS_EMBARGO),
    }
    return render(request, "moderation/submit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def attest(request: StaffRequest, pk: int) -> HttpResponse:
    """Another author in the byline attests to the revision under submission."""
    post = access_post(pk, request.user, Action.SUBMIT_POSTS)
    submission = _open_submission(post)
    if submission is None:
        raise Http404("Nothing of this post is waiting for a statement.")
    if request.method != "POST" and request.user not in waiting_authors(submission.revision):
        return redirect("moderation:post", post.pk)
    form = AttestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if request.POST.get("fingerprint") != submission.revision.fingerprint:
            raise NotNow("Another text was submitted after you opened this page. Read it before you say so.")
        with asking_for_embargo(form):
            attest_to(submission.revision, form.statement(), by=request.user)
            messages.success(request, "Thank you. Your statement is kept with the post.")
            return redirect("moderation:post", post.pk)
    text = texts.of_revision_unpublished(submission.revision)
    needs_embargo = form.has_error(STATISTICS, NEEDS_EMBARGO)
    context = {
        "post": post,
        "form": form,
        "text": text,
        "submission": submission,
        "needs_embargo": needs_embargo,
    }
    return render(request, "moderation/attest.html", context, status=422 if form.errors else 200)


@require_POST
def recall(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the submission back, to change the draft."""
    post = access_post(pk, request.user, Action.SUBMIT_POSTS)
    latest = post.submissions.order_by("-pk").first()
    if latest is None:
        raise Http404("This post was never submitted.")
    recall_submission(latest, by=request.user)
    messages.success(request, "Recalled. You can change the draft again.")
    return redirect("posts:edit", post.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a live post down, with the reason readers will see."""
    post = access_post(pk, request.user, Action.WITHDRAW_POSTS)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = Withdrawal.Reason(form.cleaned_data["reason"])
        withdraw_post(post, by=request.user, reason=reason, why=form.cleaned_data["why"])
        messages.success(request, "Withdrawn. Its address now shows the reason.")
        return redirect("moderation:post", post.pk)
    return render(
        request, "moderation/withdraw.html", {"post": post, "form": form}, status=422 if form.errors else 200
    )
