"""The press desk: lists of submissions, and one screen that decides. Nobody can edit the text here."""

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from moderation.claiming import claim, let_go
from moderation.desk_lists import beside, calendar_page, filtered, options
from moderation.forms import ReturnForm, SignForm
from moderation.models import Submission
from moderation.queues import QUEUES, desk_of
from moderation.screen import has_picture, screen
from moderation.signing import TESTS, announces_policy, return_to_authors, sign
from posts import converters
from posts.access import refuse_unnamed
from posts.opening import require_opened
from posts.views.reading import picture
from teams.permissions import Action, may_use
from teams.refusals import NotNow
from teams.signing_in import kept_answers, require_confirmation

__all__ = ["converters"]  # the converter of digests, used in an address below
PAGE_SIZE = 50
KEPT = [*TESTS, "parliament", "note"]  # what is not typed again after confirming
LISTS = {queue.key: queue for queue in QUEUES}


@admin.register(Submission)
class PressDeskAdmin(admin.ModelAdmin):
    """Submissions with a step that the person signed in may act on."""

    actions = None

    def get_queryset(self, request):
        return desk_of(request.user).submissions

    def has_view_permission(self, request, obj=None):
        return may_use(request.user, Action.USE_PRESS_DESK)

    has_module_permission = has_view_permission

    def has_add_permission(self, request):
        return False

    has_change_permission = has_delete_permission = lambda self, request, obj=None: False

    def get_urls(self):
        images = "<int:pk>/images/<sha256:digest>-<int:width>.webp"
        view = self.admin_site.admin_view(self.image_view)
        return [path(images, view, name="moderation_submission_image"), *super().get_urls()]

    @method_decorator(require_safe)
    def changelist_view(self, request, extra_context=None):
        """One list of the desk, or the calendar of what is to be released."""
        shown = request.GET.get("show", "waiting")
        if shown == "calendar":
            context = calendar_page(request, desk_of(request.user))
            return TemplateResponse(request, "moderation/calendar.html", context)
        if shown not in LISTS:
            raise Http404("There is no such list.")
        desk = desk_of(request.user)
        rows = LISTS[shown].pick(desk).with_what_the_queue_shows().with_attestation_missing()
        page = Paginator(filtered(rows, request.GET), PAGE_SIZE).get_page(request.GET.get("page"))
        context = {"page": page, "list": LISTS[shown], **options(request, shown, desk)}
        context |= beside(page, request.GET)
        return TemplateResponse(request, "moderation/press_desk.html", context)

    def image_view(self, request, pk, digest, width):
        """A picture of a revision, for those who sign it."""
        if not has_picture(self.find(request, str(pk)), digest):
            raise Http404("There is no such picture.")
        response = picture(digest, width)
        response["Cache-Control"] = "private, no-store"
        return response

    def find(self, request, object_id):
        """The submission, or nothing at all for whoever has no step in it."""
        found = desk_of(request.user).signed.select_related(
            "revision", "post__team__department", "submitted_by"
        )
        is_key = object_id.isascii() and object_id.isdecimal() and len(object_id) < 19
        submission = found.filter(pk=object_id).first() if is_key else None
        if submission is None:
            raise Http404("There is no such submission on your desk.")
        refuse_unnamed(request.user, submission.post)
        require_opened(submission.post, request.user)
        return submission

    def get_object(self, request, object_id, from_field=None):
        """For the pages that are Django's own: an embargoed draft must be opened first there too."""
        submission = super().get_object(request, object_id, from_field)
        if submission:
            require_opened(submission.post, request.user)
        return submission

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def change_view(self, request, object_id, form_url="", extra_context=None):
        """One screen: what changed, the post as readers will see it, what its authors stated, the verdict."""
        submission = self.find(request, object_id)
        verdict = request.POST.get("verdict")
        if verdict in ("claim", "let_go"):
            return self.claim(request, submission, verdict)
        asks = announces_policy(submission.revision)
        sent = request.POST if verdict == "sign" else None
        sign_form = SignForm(sent, asks_parliament=asks, initial=kept_answers(request))
        return_form = ReturnForm(request.POST if verdict == "return" else None)
        form = sign_form if verdict == "sign" else return_form
        if form.is_valid():
            return self.act(request, submission, form)
        context = {**screen(submission, request.user), "form": form}
        context |= {"sign_form": sign_form, "return_form": return_form}
        if request.method == "POST" and context["why_not"]:  # no form stands on that screen to keep the words
            raise NotNow(context["why_not"])
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, "moderation/sign.html", context, status=status)

    def act(self, request, submission, form):
        fingerprint = request.POST.get("fingerprint", "")
        if isinstance(form, SignForm):
            if confirm := require_confirmation(request, keep=KEPT):
                return confirm
            sign(submission, by=request.user, fingerprint=fingerprint, answers=form.answers())
            messages.success(request, f"Signed: {submission.revision.title}")
        else:
            reasons = form.cleaned_data["reasons"]
            return_to_authors(submission, by=request.user, fingerprint=fingerprint, reasons=reasons)
            messages.success(request, f"Returned to its authors: {submission.revision.title}")
        return redirect("admin:moderation_submission_changelist")

    def claim(self, request, submission, verdict):
        if verdict == "claim":
            seen = request.POST.get("claimed_by", "")
            claim(
                submission, by=request.user, seen=int(seen) if seen.isdecimal() and len(seen) < 19 else None
            )
        else:
            let_go(submission, by=request.user)
        if request.POST.get("back") == "list":
            return redirect("admin:moderation_submission_changelist")
        return redirect(submission.get_absolute_url())
