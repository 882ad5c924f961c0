"""Scenes of sign-off that the posts' own stories do not have: routes, plans, partners, cover, an embargo.

They happen in the last days before the demonstration is made, through the verbs, like everything else.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from django.utils import timezone

from moderation import routes
from moderation.advice_models import View
from moderation.advising import Adviser, advise, ask
from moderation.claiming import claim
from moderation.covering import delegate, put_on_duty
from moderation.models import Attestation, Group, RouteStep, Signature, Submission
from moderation.remarks import RemarkWords, remark
from moderation.signing import ALL_MET, Answers, sign
from moderation.submitting import AT_ONCE, Statement, Timing, submit
from moderation.workflow import Plan
from policyblogs.demonstration import scene_texts as texts
from policyblogs.demonstration.stage import Moment, Stage
from posts.drafting import DraftWords, save_draft, set_partners, start_post
from posts.embargo import name_person, set_embargo
from posts.guests import GuestDetails, add_guest
from posts.models import Post
from teams.models import User

NOTHING_NEW = Statement(ai_use=Attestation.AIUse.NONE, new_policy=False, unreleased_statistics=False)
NEW_POLICY = Statement(ai_use=Attestation.AIUse.HELP, new_policy=True, unreleased_statistics=False)
AFTER_STATEMENT = Answers(**{**vars(ALL_MET), "parliament": Signature.Parliament.AFTER})
LAWYER = Adviser("Morwenna Achterberg", "Office of the Parliamentary Lawyers", "m.achterberg@lawyers.example")
TEACHER = GuestDetails("Delphine Okonjo", "Teacher, Meadow Lane Primary School", "d.okonjo@school.example")


def scenes(stage: Stage) -> Iterator[Moment]:
    """Everything that happens in the scenes, each with its time."""
    yield stage.ago(6, "questions-first") + timedelta(hours=3), lambda: _remark(stage)
    yield _ago(stage, days=4), lambda: _ask_a_question(stage)
    yield _ago(stage, days=3), lambda: _announce(stage)
    yield _ago(stage, days=2), lambda: _ask_a_lawyer(stage)
    yield _ago(stage, hours=30), lambda: _schedule(stage)
    yield _ago(stage, hours=28), lambda: _open_a_route(stage)
    yield _ago(stage, hours=26), lambda: _walk_the_route(stage)
    yield _ago(stage, hours=24), lambda: _write_together(stage)
    yield _ago(stage, hours=22), lambda: _embargo(stage)
    yield _ago(stage, hours=20), lambda: _invite_a_guest(stage)
    yield _ago(stage, hours=3), lambda: _cover(stage)


def _ago(stage: Stage, **time: int) -> datetime:
    return stage.now - timedelta(**time)


def _at_half_past_nine(stage: Stage, days: int) -> datetime:
    day = timezone.localdate(stage.now) + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(9, 30)))


def _submitted(
    stage: Stage,
    team: str,
    author: str,
    words: DraftWords,
    *,
    prepare: Callable[[Post, User], object] | None = None,
    statement: Statement = NOTHING_NEW,
    timing: Timing = AT_ONCE,
) -> Submission:
    """Start a post and submit it, as its author."""
    by = stage.people[author]
    post = start_post(stage.teams[team], words, by=by)
    if prepare:
        prepare(post, by)
    post = Post.objects.get(pk=post.pk)
    return submit(post, statement, by=by, version=post.draft.version, timing=timing)


def _sign(stage: Stage, submission: Submission, officer: str, answers: Answers = ALL_MET) -> None:
    fingerprint = submission.revision.fingerprint
    sign(submission, by=stage.people[officer], fingerprint=fingerprint, answers=answers)


def _open(stage: Stage, key: str) -> Submission:
    found: Submission = Submission.objects.open().select_related("revision").get(post=stage.posts[key])
    return found


def _remark(stage: Stage) -> None:
    """The press officer suggests wording, three hours after the post was submitted; it is returned later."""
    submission = _open(stage, "questions-first")
    last = len([part for part in submission.revision.source.split("\n\n") if part.strip()]) - 1
    words = RemarkWords("Readers will hold us to this, so give the time.", last, texts.WORDING)
    remark(submission, words, by=stage.people["kwame.lindqvist@transport.example"])


def _ask_a_question(stage: Stage) -> None:
    question = _submitted(stage, "coastal-change", "rohan.castellane@rivers.example", texts.WHICH_PATH)
    _sign(stage, question, "priya.ellerby@rivers.example")


def _announce(stage: Stage) -> None:
    """New policy: signed, and waiting for the statement to Parliament."""
    announced = _submitted(
        stage,
        "public-libraries",
        "gareth.pomfret-singh@places.example",
        texts.LONGER_HOURS,
        statement=NEW_POLICY,
        timing=Timing(Plan.BUTTON),
    )
    _sign(stage, announced, "ngozi.ferncliffe@places.example", AFTER_STATEMENT)


def _ask_a_lawyer(stage: Stage) -> None:
    officer = stage.people["ngozi.ferncliffe@places.example"]
    submission = _open(stage, "after-school")
    claim(submission, by=officer)
    question = "Can we name the 14 libraries, as some of the groups who used them were small?"
    asked = ask(submission, LAWYER, question, by=officer)
    advise(
        asked,
        View.NO_CONCERNS,
        "Yes: the figures are for each library as a whole, and nobody can be known by them.",
    )


def _schedule(stage: Stage) -> None:
    plan = Timing(Plan.AT, _at_half_past_nine(stage, 3))
    planned = _submitted(
        stage, "flood-resilience", "tomos.gwilt@rivers.example", texts.LAST_WINTER, timing=plan
    )
    _sign(stage, planned, "priya.ellerby@rivers.example")


def _open_a_route(stage: Stage) -> None:
    """Two groups side by side, before the press office, on the route of one team."""
    by, team = stage.people["sunniva.blake@rivers.example"], stage.teams["inland-waterways"]
    for name, email in [
        ("Analysts", "ailsa.renwick@rivers.example"),
        ("Legal advisers", "hollis.draycott@rivers.example"),
    ]:
        why = "Canal figures are quoted in court; both look before the press office does."
        group = routes.open_group(Group(department=team.department, name=name), by=by, reason=why)
        routes.set_members(group, [stage.people[email]], by=by, reason=why)
        routes.add_step(RouteStep(team=team, position=1, group=group), by=by, reason=why)


def _walk_the_route(stage: Stage) -> None:
    submission = _submitted(stage, "inland-waterways", "oisin.tarrant@rivers.example", texts.LOCK_KEEPER)
    _sign(stage, submission, "hollis.draycott@rivers.example")


def _write_together(stage: Stage) -> None:
    """Two departments: one press office has signed, the other has not."""
    partners = [stage.teams["flood-resilience"]]
    shared = _submitted(
        stage,
        "local-buses",
        "leila.montrose@transport.example",
        texts.BUS_AND_FLOOD,
        prepare=lambda post, by: set_partners(post, partners, by=by),
    )
    _sign(stage, shared, "kwame.lindqvist@transport.example")


def _embargo(stage: Stage) -> None:
    by = stage.people["zofia.marchbank@transport.example"]
    post = start_post(stage.teams["kerbside"], texts.PARKING_FIGURES, by=by)
    set_embargo(post, timezone.localdate(stage.now) + timedelta(days=6), by=by)
    name_person(post, stage.people["kwame.lindqvist@transport.example"], by=by)


def _invite_a_guest(stage: Stage) -> None:
    """A teacher's post: her words, waiting for her to say so by the link in her mail."""

    def named(post: Post, by: User) -> None:
        guest = add_guest(post, TEACHER, by=by).person
        words = DraftWords(**{**vars(texts.ALLOTMENT), "authors": [guest]})
        save_draft(post, words, by=by, version=1, words_by=guest)

    empty = DraftWords(texts.ALLOTMENT.title)
    _submitted(stage, "parks-and-allotments", "adaeze.thornby@places.example", empty, prepare=named)


def _cover(stage: Stage) -> None:
    priya, kwame = (
        stage.people[f"{name}.example"] for name in ("priya.ellerby@rivers", "kwame.lindqvist@transport")
    )
    away, back = _at_half_past_nine(stage, 9), _at_half_past_nine(stage, 16)
    delegate(priya, kwame, away, back, reason="annual leave", by=priya)
    rivers = stage.teams["flood-resilience"].department
    ends = _at_half_past_nine(stage, 1)
    put_on_duty(
        rivers, kwame, stage.now - timedelta(hours=3), ends, by=stage.people["sunniva.blake@rivers.example"]
    )
