"""The community manager's queue, one comment to decide, and official replies."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comments import deciding
from comments.forms import DecisionForm, OfficialReplyForm
from comments.models import Comment
from comments.replying import reply_officially
from comments.workflow import MOVES, HouseRule, State
from teams.http import StaffRequest
from teams.models import User
from teams.permissions import Action, can, require

QUEUE_PAGE = 25
VIEWS = {
    "waiting": "Waiting",
    "published": "Published",
    "declined": "Not published",
    "spam": "Spam",
}
DECISIONS = {"publish": State.PUBLISHED, "decline": State.DECLINED, "spam": State.SPAM}


def access_comment(pk: int, person: User, action: Action) -> Comment:
    """Return the comment, or refuse. Whoever may not see it is told that there is none."""
    comments = Comment.objects.select_related(
        "post__team__department", "post__live_revision", "post__draft", "decided_by", "parent"
    )
    comment = comments.filter(pk=pk).first()
    if comment is None or not can(person, Action.SEE_COMMENTS, comment.post.team):
        raise Http404("There is no such comment in your queue.")
    require(person, action, comment.post.team)
    return comment


@require_safe
def queue(request: StaffRequest) -> HttpResponse:
    """Comments on the blogs of my teams: the undecided first, the oldest promise on top."""
    shown = request.GET.get("show", "waiting")
    if shown not in VIEWS:
        raise Http404("There is no such list.")
    mine = Comment.objects.open_to(request.user, Action.SEE_COMMENTS)
    comments = (
        mine.waiting() if shown == "waiting" else mine.filter(state=shown).order_by("-decided_at", "-pk")
    )
    with_context = comments.select_related("post__team", "post__live_revision", "post__draft", "parent")
    page = Paginator(with_context, QUEUE_PAGE).get_page(request.GET.get("page"))
    return render(request, "comments/queue.html", {"page": page, "shown": shown, "views": VIEWS.items()})


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """One comment in its context: publish it, decline it with a house rule, or mark it as spam."""
    comment = access_comment(pk, request.user, Action.SEE_COMMENTS)
    if request.method == "POST":
        require(request.user, Action.DECIDE_COMMENTS, comment.post.team)
        form = DecisionForm(request.POST)
        if form.is_valid():
            return _decide(request, comment, form)
    else:
        form = DecisionForm(initial={"seen": comment.state})
    return _show(request, comment, form, OfficialReplyForm())


def _decide(request: StaffRequest, comment: Comment, form: DecisionForm) -> HttpResponse:
    data, by = form.cleaned_data, request.user
    if data["decision"] == "publish":
        deciding.publish(comment, by=by, seen=data["seen"])
    elif data["decision"] == "spam":
        deciding.mark_spam(comment, by=by, seen=data["seen"])
    else:
        rule = HouseRule(data["rule"])
        deciding.decline(comment, by=by, seen=data["seen"], rule=rule, note=data["note"])
    said = {"publish": "published", "decline": "not published", "spam": "marked as spam"}[data["decision"]]
    messages.success(request, f"Comment {comment.reference} {said}.")
    return redirect("comments:queue")


@require_POST
def reply(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer a published comment for the team."""
    comment = access_comment(pk, request.user, Action.REPLY_OFFICIALLY)
    form = OfficialReplyForm(request.POST)
    if not form.is_valid():
        return _show(request, comment, DecisionForm(initial={"seen": comment.state}), form)
    reply_officially(comment, by=request.user, body=form.cleaned_data["body"])
    messages.success(request, "Your reply is published.")
    return redirect("comments:decide", comment.pk)


def _show(
    request: StaffRequest, comment: Comment, form: DecisionForm, reply_form: OfficialReplyForm
) -> HttpResponse:
    failed = form.errors or reply_form.errors
    form.offer({name for name, state in DECISIONS.items() if state in MOVES[State(comment.state)]})
    context = {
        "comment": comment,
        "form": form,
        "reply_form": reply_form,
        "house_rules": HouseRule.labels,
        "replies": comment.official_replies.all(),
        "may_decide": can(request.user, Action.DECIDE_COMMENTS, comment.post.team),
        "may_reply": reply_form.is_bound or (comment.state == State.PUBLISHED and comment.post.is_live),
    }
    return render(request, "comments/decide.html", context, status=422 if failed else 200)
