"""The pages of the second factor: set it up, show a code, see recovery codes, remove it, reset another's."""

from collections.abc import Callable
from typing import Any, TypeVar

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from qrcode import make as make_qr
from qrcode.image.svg import SvgPathFillImage

from teams import second_factor
from teams.code_forms import ResetForm, SetUpForm
from teams.http import StaffRequest
from teams.models import User
from teams.signing_in import is_shown, note_shown

UNREADABLE = 422
View = TypeVar("View", bound=Callable[..., HttpResponse])
typed_a_moment_ago: Callable[[View], View] = reauthentication_required(app="allauth.mfa")


class CodeView(AuthenticateView):  # type: ignore[misc]  # allauth has no types
    """The second step of signing in. Until it is passed, nobody is signed in."""

    template_name = "mfa/code.html"

    def _build_forms(self) -> Any:
        """allauth takes what holds no code for the answer of a security key, which we do not use."""
        data = self.request.POST if self.request.method == "POST" else None
        self.auth_form = self.get_form_class()(user=self.stage.login.user, data=data)
        self.webauthn_form = None
        return self.auth_form

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        response.status_code = UNREADABLE
        return response


class CodeAgainView(ReauthenticateView):  # type: ignore[misc]
    """A code from somebody who has signed in: to confirm, or because this session has shown none yet."""

    template_name = "mfa/code_again.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        response.status_code = UNREADABLE
        return response

    def get_reauthentication_alternatives(self) -> list[Any]:
        """The password is no alternative while the session has shown no second factor."""
        app = second_factor.app_of(self.request.user)
        return super().get_reauthentication_alternatives() if app and is_shown(self.request, app) else []


@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """How this person signs in, and what they can change about it."""
    context = {
        "app": second_factor.app_of(request.user),
        "codes_left": len(second_factor.codes_left(request.user)),
        "is_needed": second_factor.is_needed(request.user),
    }
    return render(request, "mfa/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@typed_a_moment_ago
def set_up(request: StaffRequest) -> HttpResponse:
    """Set up an authenticator app. Where there is one already, the new one takes its place."""
    form = SetUpForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        second_factor.set_up(request.user, secret=form.secret, code=form.cleaned_data["code"])
        del request.session[SECRET_SESSION_KEY]
        note_shown(request, request.user)
        messages.success(request, "Your authenticator app is set up.")
        return redirect("recovery_codes")
    context = {
        "form": form,
        "secret": [form.secret[place : place + 4] for place in range(0, len(form.secret), 4)],
        "app_url": get_adapter().build_totp_url(request.user, form.secret),
        "replaces": second_factor.app_of(request.user),
        "is_needed": second_factor.is_needed(request.user),
    }
    return render(request, "mfa/set_up.html", context, status=UNREADABLE if form.errors else 200)


@require_safe
@typed_a_moment_ago
def picture(request: StaffRequest) -> HttpResponse:
    """The secret of the app that is being set up, as a picture for its camera."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404("No authenticator app is being set up.")
    drawn = make_qr(get_adapter().build_totp_url(request.user, secret), image_factory=SvgPathFillImage)
    return HttpResponse(
        drawn.to_string(), content_type="image/svg+xml", headers={"Cache-Control": "private, no-store"}
    )


@require_safe
@typed_a_moment_ago
def recovery_codes(request: StaffRequest) -> HttpResponse:
    """The recovery codes that were not used yet."""
    if second_factor.app_of(request.user) is None:
        return redirect("second_factor")
    response = render(request, "mfa/recovery_codes.html", {"codes": second_factor.codes_left(request.user)})
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@typed_a_moment_ago
def renew_recovery_codes(request: StaffRequest) -> HttpResponse:
    """Ask, and make new recovery codes."""
    if request.method == "POST":
        second_factor.renew_codes(request.user)
        messages.success(request, "These are your new recovery codes. The old ones no longer work.")
        return redirect("recovery_codes")
    return render(request, "mfa/renew_recovery_codes.html")


@require_http_methods(["GET", "HEAD", "POST"])
@typed_a_moment_ago
def remove(request: StaffRequest) -> HttpResponse:
    """Ask, and remove one's own second factor, for those who do not need one."""
    if request.method == "POST":
        second_factor.remove(request.user)
        messages.success(request, "Your second factor is removed. You sign in with your password only.")
        return redirect("second_factor")
    return render(request, "mfa/remove.html", {"is_needed": second_factor.is_needed(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
def reset(request: StaffRequest, pk: int) -> HttpResponse:
    """An administrator resets the second factor of somebody who has lost it."""
    return _reset(request, _person_managed_by(request.user, pk))


@typed_a_moment_ago
def _reset(request: StaffRequest, person: User) -> HttpResponse:
    form = ResetForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        second_factor.reset(person, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, f"The second factor of {person.name} is reset. They are told by email.")
        return redirect("admin:teams_user_change", person.pk)
    context = {"person": person, "form": form, "app": second_factor.app_of(person)}
    return render(request, "mfa/reset.html", context, status=UNREADABLE if form.errors else 200)


def _person_managed_by(by: User, pk: int) -> User:
    """The person, or 404: an administrator learns nothing of people elsewhere."""
    person = get_object_or_404(User, pk=pk)
    if not second_factor.manages_all_of(by, person):
        raise Http404("There is no such person among those whom you manage.")
    second_factor.require_manager_of(person, by)
    return person
