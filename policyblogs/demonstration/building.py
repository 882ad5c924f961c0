"""Builds the demonstration through the same verbs that people use, in the order in which it happened.

Each story becomes moments: a time in the past and what was done then. All moments of all stories run in
the order of their times, so that the record reads as it would have been written.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from comments import deciding
from comments.models import Comment
from comments.receiving import CommentWords, receive
from comments.replying import reply_officially
from comments.workflow import HouseRule
from moderation.models import Attestation, Submission
from moderation.releasing import withdraw
from moderation.signing import ALL_MET, return_to_authors, sign
from moderation.submitting import Statement, attest, recall, submit, waiting_authors
from policyblogs.demonstration import chart, people, shapes
from policyblogs.demonstration.comments import COMMENTS
from policyblogs.demonstration.posts import POSTS
from policyblogs.demonstration.scenes import scenes
from policyblogs.demonstration.stage import Moment, Stage
from posts.drafting import DraftWords, add_image, save_draft, start_post
from posts.models import Post, Withdrawal
from teams import clock
from teams.appointing import appoint
from teams.models import Department, RoleHeld, Team, User
from teams.permissions import Action, can
from teams.roles import TEAM_ROLES

STATEMENT = Statement(ai_use=Attestation.AIUse.NONE, new_policy=False, unreleased_statistics=False)
PRESS_OFFICE_TAKES, MODERATOR_TAKES, ANSWER_TAKES = timedelta(hours=5), timedelta(hours=2), timedelta(hours=5)


@transaction.atomic
def build() -> Stage:
    """Make departments, teams, people, posts and comments, all or none."""
    stage = Stage(now=clock.now())
    with clock.set_to(stage.now - timedelta(days=365)):
        _open_teams(stage)
        _appoint_people(stage)
    moments = [moment for post in POSTS for moment in _story(stage, post)]
    moments += [moment for comment in COMMENTS for moment in _life(stage, comment)]
    moments += scenes(stage)
    for at, act in sorted(moments, key=lambda moment: moment[0]):
        with clock.set_to(min(at, stage.now)):
            act()
    return stage


def _open_teams(stage: Stage) -> None:
    departments = {
        told.slug: Department.objects.create(
            slug=told.slug, name=told.name, **dict.fromkeys(told.settings, True)
        )
        for told in people.DEPARTMENTS
    }
    for team in people.TEAMS:
        stage.teams[team.slug] = Team.objects.create(
            department=departments[team.department],
            slug=team.slug,
            name=team.name,
            purpose=team.purpose,
            about=team.about,
        )


def _appoint_people(stage: Stage) -> None:
    password = make_password(people.PASSWORD)  # once: hashing is slow on purpose
    for person in people.PEOPLE:
        user = User.objects.create(
            email=person.email,
            name=person.name,
            job_title=person.job_title,
            is_superuser=person.superuser,
            password=password,
        )
        stage.people[person.email] = user
        for role, place in person.roles:
            appoint(_role(stage, user, role, place), by=None)


def _role(stage: Stage, user: User, role: str, place: str) -> RoleHeld:
    if role in TEAM_ROLES:
        return RoleHeld(person=user, role=role, team=stage.teams[place])
    return RoleHeld(person=user, role=role, department=Department.objects.get(slug=place))


def _story(stage: Stage, told: shapes.Post) -> Iterator[Moment]:
    """The moments of one post."""
    key, author = told.key, stage.people[told.authors[0]]

    def at(days: int | None) -> datetime:
        return stage.ago(days, key)

    yield at(told.started_days_ago), lambda: _start(stage, told)
    if told.story != "draft":
        yield at(told.submitted_days_ago), lambda: _submit(stage, told)
    if told.story in ("returned", "returned_and_resubmitted", "returned_twice"):
        yield at(told.back_days_ago) + PRESS_OFFICE_TAKES, lambda: _return(stage, told, told.return_reasons)
    if told.story == "recalled":
        yield at(told.back_days_ago) + PRESS_OFFICE_TAKES, lambda: recall(_open(stage, key), by=author)
    if told.released_days_ago is not None:
        yield at(told.released_days_ago) + PRESS_OFFICE_TAKES, lambda: _sign(stage, key)
    if told.story == "withdrawn":
        yield at(told.back_days_ago), lambda: _withdraw(stage, told)
    if told.body_second:
        yield at(told.second_days_ago), lambda: _save_second(stage, told)
    if told.story in ("live_twice", "returned_and_resubmitted", "returned_twice"):
        yield at(told.second_days_ago) + timedelta(hours=1), lambda: _submit(stage, told)
    if told.story == "live_twice":
        yield at(told.second_days_ago) + PRESS_OFFICE_TAKES, lambda: _sign(stage, key)
    if told.story == "returned_twice":
        again = at(told.back_second_days_ago) + PRESS_OFFICE_TAKES
        yield again, lambda: _return(stage, told, told.return_reasons_second)


def _words(stage: Stage, told: shapes.Post, body: str, note: str = "") -> DraftWords:
    authors = [stage.people[email] for email in told.authors]
    return DraftWords(told.title, told.summary, body, told.tags, authors, note=note)


def _start(stage: Stage, told: shapes.Post) -> None:
    author = stage.people[told.authors[0]]
    post = start_post(stage.teams[told.team], _words(stage, told, told.body), by=author)
    stage.posts[told.key] = post
    if told.image_alt:
        image = add_image(post, chart.upload(told.chart or chart.SENSORS), by=author, alt=told.image_alt)
        words = _words(stage, told, told.body.replace("image:CHART", f"image:{image.key}"))
        save_draft(post, words, by=author, version=1)


def _save_second(stage: Stage, told: shapes.Post) -> None:
    post = _fresh(stage, told.key)
    pictures = list(post.images.all())
    body = (
        told.body_second.replace("image:CHART", f"image:{pictures[0].key}") if pictures else told.body_second
    )
    author = stage.people[told.authors[0]]
    save_draft(post, _words(stage, told, body, told.note_second), by=author, version=post.draft.version)


def _submit(stage: Stage, told: shapes.Post) -> None:
    post = _fresh(stage, told.key)
    submission = submit(post, STATEMENT, by=stage.people[told.authors[0]], version=post.draft.version)
    if told.story != "waiting_for_coauthor":
        for person in waiting_authors(submission.revision):
            attest(submission.revision, STATEMENT, by=person)


def _sign(stage: Stage, key: str) -> None:
    submission = _open(stage, key)
    by, fingerprint = _press_officer(submission), submission.revision.fingerprint
    sign(submission, by=by, fingerprint=fingerprint, answers=ALL_MET)


def _return(stage: Stage, told: shapes.Post, reasons: str) -> None:
    submission = _open(stage, told.key)
    return_to_authors(
        submission,
        by=_press_officer(submission),
        fingerprint=submission.revision.fingerprint,
        reasons=reasons,
    )


def _press_officer(submission: Submission) -> User:
    """A press officer of the department who wrote none of the words."""
    wrote = submission.post.contributors.values("person")
    officer: User = next(
        person
        for person in User.objects.exclude(pk__in=wrote).order_by("-pk")
        if can(person, Action.SIGN_POSTS, submission.post.team)
    )
    return officer


def _withdraw(stage: Stage, told: shapes.Post) -> None:
    post = _fresh(stage, told.key)
    reason = Withdrawal.Reason(told.withdrawal_reason)
    withdraw(post, by=stage.people[told.authors[0]], reason=reason, why=told.withdrawal_note)


def _fresh(stage: Stage, key: str) -> Post:
    return Post.objects.select_related("draft", "team__department").get(pk=stage.posts[key].pk)


def _open(stage: Stage, key: str) -> Submission:
    post = stage.posts[key]
    submission: Submission = Submission.objects.open().select_related("revision", "post__team").get(post=post)
    return submission


def _life(stage: Stage, told: shapes.Comment) -> Iterator[Moment]:
    """The moments of one comment. Its times hang on the first release of its post."""
    post = next(post for post in POSTS if post.key == told.post)
    released = stage.ago(post.released_days_ago, post.key) + PRESS_OFFICE_TAKES
    received = released + timedelta(hours=told.hours_after)
    yield received, lambda: _receive(stage, told)
    if told.fate in ("publish", "decline", "spam"):
        yield received + MODERATOR_TAKES, lambda: _decide(stage, told)
    if told.official_reply:
        yield received + ANSWER_TAKES, lambda: _answer(stage, told)


def _receive(stage: Stage, told: shapes.Comment) -> None:
    parent = Comment.objects.get(pk=stage.comments[told.reply_to].pk) if told.reply_to else None
    words = CommentWords(
        body=told.body,
        name=told.name,
        email=told.email,
        perspective=told.perspective,
        organisation=told.organisation,
    )
    trap = "filled in by a machine" if told.fate in ("spam", "likely_spam") else ""
    stage.comments[told.key] = receive(
        _fresh(stage, told.post), words, once=told.key, parent=parent, trap=trap
    )


def _decide(stage: Stage, told: shapes.Comment) -> None:
    comment = stage.comments[told.key]
    by = _moderator(stage, comment)
    if told.fate == "publish":
        deciding.publish(comment, by=by, seen=comment.state)
    elif told.fate == "spam":
        deciding.mark_spam(comment, by=by, seen=comment.state)
    else:
        deciding.decline(comment, by=by, seen=comment.state, rule=HouseRule(told.house_rule))


def _moderator(stage: Stage, comment: Comment) -> User:
    team = comment.post.team
    return next(person for person in stage.people.values() if _is_moderator(person, team))


def _is_moderator(person: User, team: Team) -> bool:
    return any(held.role == "community_manager" and held.team_id == team.pk for held in person.held)


def _answer(stage: Stage, told: shapes.Comment) -> None:
    by = stage.people[told.official_reply_by]
    reply_officially(stage.comments[told.key], by=by, body=told.official_reply)
