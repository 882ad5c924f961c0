"""Cover: who signs for whom meanwhile, and the out-of-hours list."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from moderation import covering
from moderation.freeze_forms import DelegationForm, DutyForm, givers_for
from moderation.models import Delegation, Duty
from teams import clock
from teams.forms import Form
from teams.http import StaffRequest
from teams.models import Department, User
from teams.permissions import Action, departments_where
from teams.refusals import NotAllowed, NotNow


@require_http_methods(["GET", "HEAD", "POST"])
def cover(request: StaffRequest) -> HttpResponse:
    """What holds and what is to come; forms to lend one's signing and, for administrators, to list shifts."""
    managed = _managed(request.user)
    givers = givers_for(request.user, managed)
    act = request.POST.get("act")
    may_delegate = givers.exists()
    if act == "delegate" and not may_delegate:
        raise NotAllowed("You sign for no group, so there is nothing that you could delegate.")
    delegation_form = DelegationForm(
        request.POST if act == "delegate" else None,
        givers=givers,
        initial={"giver": request.user.pk},
    )
    duty_form = DutyForm(
        request.POST if act == "duty" else None, departments=managed, auto_id="id_duty_%s"
    )  # its fields have the names of the other form's
    form: Form = duty_form if act == "duty" else delegation_form
    if form.is_valid() and _save(form, request.user):
        messages.success(request, "Saved. It is on the record, and holds from its start.")
        return redirect("moderation:cover")
    listed = {held.in_department.pk for held in request.user.held} | {place.pk for place in managed}
    context = {
        "form": form,
        "delegation_form": delegation_form if may_delegate else None,
        "duty_form": duty_form if managed else None,
        "delegations": covering.delegations_of(request.user),
        "duties": covering.on_duty(listed),
        "managed": [department.pk for department in managed],
        "now": clock.now(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "moderation/cover.html", context, status=status)


def _managed(person: User) -> QuerySet[Department]:
    if person.is_superuser:
        return Department.objects.all()
    return Department.objects.filter(pk__in=departments_where(person, Action.MANAGE_PEOPLE))


def _save(form: Form, by: User) -> bool:
    """Save what was asked. What the verb refuses stands on the form, with everything that was typed."""
    data = form.cleaned_data
    times = data["starts_at"], data["ends_at"]
    try:
        if isinstance(form, DutyForm):
            covering.put_on_duty(data["department"], data["person"], *times, by=by)
        else:
            covering.delegate(data["giver"], data["receiver"], *times, reason=data["reason"], by=by)
    except (NotNow, NotAllowed) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@require_POST
def end_delegation(request: StaffRequest, pk: int) -> HttpResponse:
    """End a delegation now."""
    covering.end_delegation(get_object_or_404(Delegation, pk=pk), by=request.user)
    messages.success(request, "The delegation has ended.")
    return redirect("moderation:cover")


@require_POST
def end_duty(request: StaffRequest, pk: int) -> HttpResponse:
    """End a shift now."""
    covering.take_off_duty(get_object_or_404(Duty, pk=pk), by=request.user)
    messages.success(request, "The shift has ended.")
    return redirect("moderation:cover")
