"""The desk's pages of remarks: making one, those of a post, deciding and answering each; asking outside."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moderation import advising, remarks
from moderation.advice_models import AdviceRequest
from moderation.models import Submission
from moderation.remark_forms import AskForm, ReplyForm
from moderation.remark_models import Remark
from moderation.remarks_shown import around, making, others_in, shown
from moderation.signatories import is_on, people_on
from posts.access import may, refuse_unnamed
from posts.opening import require_opened
from teams.http import StaffRequest
from teams.models import User
from teams.permissions import Action, may_use

THERE_IS_NONE = "There is no such post on your desk."


def access_submission(pk: int, person: User) -> Submission:
    """Return a submission for those who may see its post, and for the signatories of its steps."""
    found = Submission.objects.select_related("revision", "post__team__department", "post__draft")
    submission: Submission | None = found.filter(pk=pk).first()
    if submission is None or not _may_see(submission, person):
        raise Http404(THERE_IS_NONE)
    refuse_unnamed(person, submission.post)
    require_opened(submission.post, person)
    return submission


def access_remark(pk: int, person: User) -> Remark:
    """Return a remark for those who may see its submission."""
    remark: Remark | None = Remark.objects.filter(pk=pk).first()
    if remark is None:
        raise Http404(THERE_IS_NONE)
    remark.submission = access_submission(remark.submission_id, person)
    return remark


def _may_see(submission: Submission, person: User) -> bool:
    return may(person, Action.SEE_POSTS, submission.post) or is_on(submission, person)


def _where(submission: Submission, person: User, remark: Remark | None = None) -> str:
    """Where this person goes on: the press office on its screen, everybody else on the page of remarks."""
    writes = may(person, Action.WRITE_POSTS, submission.post)
    if may_use(person, Action.USE_PRESS_DESK) and not writes:
        page = submission.get_absolute_url()
    else:
        page = reverse("moderation:remarks", args=[submission.post_id])
    return f"{page}#{f'remark-{remark.pk}' if remark else 'remarks'}"


@require_safe
def on_post(request: StaffRequest, pk: int) -> HttpResponse:
    """Every remark on a post; those that wait first, to be decided one by one."""
    latest = Submission.objects.filter(post=pk).order_by("-pk").values_list("pk", flat=True).first()
    submission = access_submission(latest or 0, request.user)
    everything = shown(around(submission.post, request.user))
    waiting = [item for item in everything if item.may_reply and item.remark.is_open]
    context = {
        "post": submission.post,
        "submission": submission,
        "waiting": waiting,
        "others": [item for item in everything if item not in waiting],
        "may_remark": is_on(submission, request.user) and not remarks.why_closed(submission),
    }
    return render(request, "moderation/remarks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: StaffRequest, pk: int) -> HttpResponse:
    """Remark on a submission. `?paragraph=` fills the form in with the words of one."""
    submission = access_submission(pk, request.user)
    chosen = request.GET.get("paragraph", "")
    paragraph = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < 9 else None
    context = making(
        submission, request.user, request.POST if request.method == "POST" else None, paragraph=paragraph
    )
    form = context["remark_form"]
    if request.method == "POST" and form.is_valid():
        made = remarks.remark(submission, form.words(), by=request.user)
        messages.success(request, f"Remark added: {made.place.lower()}.")
        return redirect(_where(submission, request.user, made))
    if request.method != "POST":
        remarks.refuse_unless_open(submission)
    context |= {"form": form, "submission": submission, "post": submission.post}
    return render(request, "moderation/remark.html", context, status=422 if form.errors else 200)


@require_POST
def accept(request: StaffRequest, pk: int) -> HttpResponse:
    """Accept a remark, and put its wording into the draft."""
    remark = remarks.accept(access_remark(pk, request.user), by=request.user)
    into = " Its wording is in the draft." if remark.suggestion else ""
    return _decided(request, remark, f"Accepted: {remark.place.lower()}.{into}")


@require_POST
def decline(request: StaffRequest, pk: int) -> HttpResponse:
    """Decline a remark."""
    remark = remarks.decline(access_remark(pk, request.user), by=request.user)
    return _decided(request, remark, f"Declined: {remark.place.lower()}.")


def _decided(request: StaffRequest, remark: Remark, said: str) -> HttpResponse:
    """On to the next remark that waits."""
    messages.success(request, said)
    waiting = Remark.objects.open().filter(submission=remark.submission_id)
    following = waiting.filter(pk__gt=remark.pk).first() or waiting.first()
    page = reverse("moderation:remarks", args=[remark.submission.post_id])
    return redirect(f"{page}#remark-{following.pk}" if following else page)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Reply to a remark; the people of the conversation are told unless their boxes are cleared."""
    remark = access_remark(pk, request.user)
    people = people_on(remark.submission).exclude(pk=request.user.pk)
    form = ReplyForm(
        request.POST if request.method == "POST" else None,
        people=people,
        initial={"tell": others_in(remark, request.user)},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        remarks.reply(remark, said["text"], by=request.user, tell=list(said["tell"]))
        messages.success(request, "Reply added.")
        return redirect(_where(remark.submission, request.user, remark))
    there = around(remark.submission.post, request.user)
    item = next(item for item in shown(there) if item.remark == remark)
    context = {"form": form, "item": item.to_read, "post": remark.submission.post}
    return render(request, "moderation/reply.html", context, status=422 if form.errors else 200)


@require_POST
def read(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that I have read a remark that I was told of."""
    remark = access_remark(pk, request.user)
    remarks.read(remark, by=request.user)
    return redirect(_where(remark.submission, request.user, remark))


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask somebody outside for a view of a submission."""
    submission = access_submission(pk, request.user)
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = advising.ask(submission, form.adviser(), said["question"], by=request.user, days=said["days"])
        messages.success(request, f"{made.name} has been sent the link.")
        return redirect(_where(submission, request.user))
    context = {
        "form": form,
        "submission": submission,
        "post": submission.post,
        "why_not": advising.why_not_ask(submission),
    }
    return render(request, "moderation/ask_advice.html", context, status=422 if form.errors else 200)


@require_POST
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End the link of a person outside."""
    found = AdviceRequest.objects.filter(pk=pk).first()
    if found is None:
        raise Http404(THERE_IS_NONE)
    found.submission = access_submission(found.submission_id, request.user)
    advising.withdraw_request(found, by=request.user)
    messages.success(request, f"The link of {found.name} has ended.")
    return redirect(_where(found.submission, request.user))
