"""The people around a submission: who may speak about it, and whether others are left to sign."""

from collections.abc import Container

from django.db.models import QuerySet

from moderation.authority import rights, signatories
from moderation.models import Submission
from posts import access
from posts.embargo import in_force
from posts.forms import writers
from teams.models import User
from teams.permissions import Action
from teams.refusals import NotAllowed


def role_on(submission: Submission, person: User) -> str:
    """Return as what this person speaks about a submission: a signatory of a step, or a writer of the post.

    Raises NotAllowed for everybody else.
    """
    access.refuse_unnamed(person, submission.post)
    mine = rights(person)
    for group in submission.steps.values_list("group", flat=True):
        if group in mine:
            return mine[group][0].role
    if access.may(person, Action.WRITE_POSTS, submission.post):
        return access.role_on(person, Action.WRITE_POSTS, submission.post)
    raise NotAllowed("Only the writers and the signatories of this post may speak about it.")


def is_on(submission: Submission, person: User) -> bool:
    """Whether this person may speak about a submission."""
    try:
        return bool(role_on(submission, person))
    except NotAllowed:
        return False


def people_on(submission: Submission) -> QuerySet[User]:
    """Everybody who may speak about a submission, by name."""
    keys = set(writers(submission.post.teams).values_list("pk", flat=True))
    for step in submission.steps.select_related("group"):
        keys |= set(signatories(step.group).values_list("pk", flat=True))
    if embargo := in_force(submission.post):
        keys &= {person.pk for person in access.named(embargo)}
    people: QuerySet[User] = User.objects.filter(pk__in=keys)
    return people


def only_they_could_sign(submission: Submission, person: User, *, also_out: Container[int] = ()) -> str:
    """Name the group for which nobody but this person could sign the post, or nothing.

    Whoever wrote words of it cannot; nor will those in `also_out`.
    """
    for step in submission.steps.select_related("group__department"):
        able = set(signatories(step.group, submission.post).values_list("pk", flat=True))
        if person.pk in able and all(key in also_out for key in able - {person.pk}):
            return str(step.group)
    return ""
