"""Makers of remarks and requests for advice, by the verbs that people use."""

from types import SimpleNamespace

from django_tasks_db.models import DBTaskResult

from moderation.advice_models import View
from moderation.advising import Adviser, advise, ask
from moderation.models import Group, RouteStep
from moderation.remarks import RemarkWords, remark
from teams.models import RoleHeld
from teams.roles import Role
from tests.attacks import fresh
from tests.conftest import submit_it
from tests.making import save

SENSORS = "We put out **forty sensors**."  # the first paragraph of the usual draft
BETTER = "We put out **forty sensors** on one river."
LAWYER = Adviser("Jo Law", "Law and Sons", "jo@law.example")


def make_remark(submission, by, text="Which river?", **words):
    return remark(submission, RemarkWords(text=text, **{"paragraph": 0, **words}), by=by)


def suggest(submission, by, suggestion=BETTER, **words):
    """A remark with wording for the first paragraph."""
    return make_remark(submission, by, suggestion=suggestion, **words)


def make_request(submission, by, adviser=LAWYER, question="Is this lawful?", **more):
    return ask(submission, adviser, question, by=by, **more)


def give(request, view=View.CONCERNS, text="Say less."):
    return advise(request, view, text)


def add_step(team, *people, name="Legal"):
    """A step before the press office, of a group of these people."""
    group = Group.objects.create(department=team.department, kind=Group.Kind.CLEARERS, name=name)
    group.members.set(people)
    for person in people:
        RoleHeld.objects.get_or_create(person=person, role=Role.CLEARER, department=team.department)
    RouteStep.objects.create(team=team, position=1, group=group)
    return group


def source_of(post):
    return fresh(post).draft.source


def queued(about):
    """The mail with these words in its subject, oldest first: address, subject, body."""
    tasks = DBTaskResult.objects.order_by("enqueued_at")
    mails = [SimpleNamespace(**task.args_kwargs["kwargs"]) for task in tasks]
    return [mail for mail in mails if about in mail.subject]


def submit_again(post, cast):
    """Another revision of the post."""
    save(post, cast.author, summary="In short.")
    return submit_it(post, cast.author)
