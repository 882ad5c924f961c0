"""The start page of the demonstration: the people, one press to be each of them, and the walk."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from policyblogs.demonstration.people import PASSWORD, PEOPLE
from policyblogs.demonstration.walk import TRY_TO_BREAK, steps, walkers
from teams.models import User


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Who the people are, what to do in ten steps, and what to try to break."""
    _only_here()
    context = {
        "walkers": walkers(),
        "others": [person for person in PEOPLE if not person.walk],
        "password": PASSWORD,
        "steps": steps(),
        "try_to_break": TRY_TO_BREAK,
    }
    return render(request, "start.html", context)


@require_POST
def become(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demonstration's people, and go where the step begins."""
    _only_here()
    emails = [person.email for person in PEOPLE]
    person = get_object_or_404(User.objects.filter(email__in=emails), email=request.POST.get("email", ""))
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    following = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(following, allowed_hosts=None)
    return redirect(following if ours else settings.LOGIN_REDIRECT_URL)


def _only_here() -> None:
    """Elsewhere than in the demonstration these addresses do not exist."""
    if not settings.DEMONSTRATION:
        raise Http404("There is no such page.")
