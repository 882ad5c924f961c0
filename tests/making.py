"""Makers of what tests look at, by the verbs that people use. Each returns what it made."""

import secrets
from datetime import timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from comments import deciding
from comments.models import Comment
from comments.receiving import CommentWords, receive
from comments.tokens import form_token
from comments.workflow import HouseRule, State
from moderation.models import Attestation, Signature, Submission, SubmissionStep
from moderation.releasing import withdraw
from moderation.routes import press_office
from moderation.signing import ALL_MET, return_to_authors, sign
from moderation.submitting import submit
from moderation.workflow import Plan
from moderation.workflow import State as SubmissionState
from posts.drafting import DraftWords, add_image, save_draft, start_post
from posts.guests import GuestDetails, add_guest
from posts.models import Contributor, Draft, DraftAuthor, Post, Release, Revision, RevisionAuthor, Withdrawal
from posts.rendering import RULES
from teams import appointing, record
from teams.models import RoleHeld
from teams.verifying import verify_everything
from tests.conftest import STATEMENT, WORDS, submit_it
from tests.scenes import SPRING


def wording(**changes):
    """The usual draft, with changes."""
    return DraftWords(**{**vars(WORDS), **changes})


def save(post, by, *, words_by=None, **changes):
    """Save the draft over its newest version; of a live post with a note of what changed."""
    post.draft.refresh_from_db()
    if fresh(post).is_live:
        changes.setdefault("note", f"Changed: {secrets.token_hex(4)}.")
    return save_draft(post, wording(**changes), by=by, version=post.draft.version, words_by=words_by)


def sign_it(submission, by):
    return sign(submission, by=by, fingerprint=submission.revision.fingerprint, answers=ALL_MET)


def return_it(submission, by, reasons="Say where the figures are from."):
    return return_to_authors(submission, by=by, fingerprint=submission.revision.fingerprint, reasons=reasons)


def make_live(cast, **changes):
    """A live post of the first team."""
    return release_it(start_post(cast.team, wording(**changes), by=cast.author), cast)


def make_live_elsewhere(cast, **changes):
    """A live post of a team in the other department."""
    post = start_post(cast.other_team, wording(**changes), by=cast.outsider)
    sign_it(submit(post, STATEMENT, by=cast.outsider, version=1), cast.outside_officer)
    return fresh(post)


def release_it(post, cast):
    sign_it(submit_it(post, cast.author), cast.press_officer)
    return fresh(post)


def release_again(post, cast, **changes):
    """Another text of a live post, submitted, signed and released."""
    save(post, cast.author, **{"note": f"Changed: {secrets.token_hex(4)}.", **changes})
    return release_it(post, cast)


def take_down(post, cast, reason=Withdrawal.Reason.ERROR):
    return withdraw(post, by=cast.editor, reason=reason, why="Secret explanation.")


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def make_comment(post, body="We had the same trouble with brackets.", *, once="", parent=None, **said):
    """A comment as it is received."""
    return receive(post, CommentWords(body, **said), once=once or secrets.token_hex(8), parent=parent)


def decide(comment, to, by):
    """Move a comment to a state, as whoever is looking at it now."""
    seen = fresh(comment).state
    if to == State.PUBLISHED:
        return deciding.publish(comment, by=by, seen=seen)
    if to == State.SPAM:
        return deciding.mark_spam(comment, by=by, seen=seen)
    return deciding.decline(comment, by=by, seen=seen, rule=HouseRule.ON_TOPIC)


def make_comment_in(state, post, by, **said):
    """A comment in any state."""
    body = "http://a " * 9 if state == State.LIKELY_SPAM else "We had the same trouble."
    comment = make_comment(post, body, **said)
    return comment if comment.state == state else decide(comment, state, by)


def form_of(post, **typed):
    """What the browser sends from the comment form of a post."""
    return {"body": "A thoughtful comment.", "house_rules": "on", "token": form_token(post.pk), **typed}


def picture_file(width=64, height=48, kind="PNG", name="picture.png"):
    file = BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, kind)
    return SimpleUploadedFile(name, file.getvalue(), f"image/{kind.lower()}")


def make_picture(post, by, alt="A gauge on a bridge"):
    return add_image(post, picture_file(), by=by, alt=alt)


def make_guest(post, by, name="Gus Guest", job_title="Nurse, Derby", email="gus.guest@elsewhere.example"):
    """A guest author of the post, not in its byline yet."""
    return add_guest(post, GuestDetails(name, job_title, email), by=by).person


def guest_post(cast, **changes):
    """A draft of the first team that a guest author wrote and an author typed in."""
    post = start_post(cast.team, wording(title="Begun", summary="", source=""), by=cast.author)
    guest = make_guest(post, cast.author)
    save(post, cast.author, words_by=guest, **{"title": "From the ward", "authors": [guest], **changes})
    return post


def make_many_live(cast, number):
    """Many live posts of the first team a minute apart, in a few statements that every guard passes."""
    posts, revisions = _many_signed(cast, number)
    for place, (post, revision) in enumerate(zip(posts, revisions, strict=True)):
        at = SPRING + timedelta(minutes=place)
        post.live_revision, post.slug, post.released_on = revision, revision.slug, at.date()
        post.first_released_at = post.last_released_at = at
    released = ["live_revision", "slug", "released_on", "first_released_at", "last_released_at"]
    Post.objects.bulk_update(posts, released, batch_size=100)
    Release.objects.bulk_create(
        Release(post=post, revision=post.live_revision, released_at=post.last_released_at) for post in posts
    )
    Submission.objects.filter(revision__in=revisions).update(state=SubmissionState.RELEASED, ended_at=SPRING)
    return posts


def make_many_scheduled(cast, number, *, first, step):
    """Many signed posts of the first team that wait for their times: the first at `first`, each a step on."""
    posts, revisions = _many_signed(cast, number)
    Draft.objects.filter(post__in=posts).update(locked=True)
    waiting = list(Submission.objects.filter(revision__in=revisions).order_by("pk"))
    for place, submission in enumerate(waiting):
        submission.plan, submission.release_at = Plan.AT, first + place * step
    Submission.objects.bulk_update(waiting, ["plan", "release_at"], batch_size=100)
    return posts


def _many_signed(cast, number):
    posts, drafts = _many_drafts(cast, number)
    revisions = Revision.objects.bulk_create(_sealed(draft, cast.author) for draft in drafts)
    RevisionAuthor.objects.bulk_create(
        RevisionAuthor(revision=revision, person=cast.author, position=1) for revision in revisions
    )
    _sign_many(revisions, cast)
    return posts, revisions


def _many_drafts(cast, number):
    author = cast.author
    posts = Post.objects.bulk_create(
        Post(team=cast.team, started_by=author, started_at=SPRING) for _ in range(number)
    )
    Contributor.objects.bulk_create(Contributor(post=post, person=author, since=SPRING) for post in posts)
    text = {"summary": "In short.", "source": "At length.", "saved_by": author, "saved_at": SPRING}
    drafts = Draft.objects.bulk_create(
        Draft(post=post, title=f"Post {place}", slug=f"post-{post.pk}", **text)
        for place, post in enumerate(posts)
    )
    DraftAuthor.objects.bulk_create(DraftAuthor(draft=draft, person=author, position=1) for draft in drafts)
    return posts, drafts


def _sealed(draft, author):
    return Revision(
        post=draft.post,
        number=1,
        draft_version=1,
        title=draft.title,
        summary=draft.summary,
        slug=draft.slug,
        source=draft.source,
        tags=[],
        kind="update",
        byline=[{"name": author.name, "role": author.job_title}],
        blocks=["p: At length."],
        links=[],
        images=[],
        html="<p>At length.</p>",
        rules=RULES,
        words=2,
        contributors=[author.name],
        fingerprint=f"{draft.post_id:064x}",
        sealed_by=author,
        sealed_at=SPRING,
    )


def _sign_many(revisions, cast):
    times = {"submitted_at": SPRING, "due_at": SPRING}
    submissions = Submission.objects.bulk_create(
        Submission(post=revision.post, revision=revision, submitted_by=cast.author, **times)
        for revision in revisions
    )
    office = press_office(cast.department)
    steps = SubmissionStep.objects.bulk_create(
        SubmissionStep(submission=submission, position=1, group=office) for submission in submissions
    )
    stated = {"ai_use": "none", "new_policy": False, "unreleased_statistics": False, "attested_at": SPRING}
    Attestation.objects.bulk_create(
        Attestation(revision=revision, person=cast.author, **stated) for revision in revisions
    )
    signed = {**vars(ALL_MET), "person": cast.press_officer, "role": "Press officer", "signed_at": SPRING}
    Signature.objects.bulk_create(
        Signature(
            step=step, submission=step.submission, fingerprint=step.submission.revision.fingerprint, **signed
        )
        for step in steps
    )
    Submission.objects.filter(revision__in=revisions).update(state=SubmissionState.CLEARED, cleared_at=SPRING)


def faults_of(what):
    """What verification says of rows of one kind. The roles of the cast were decided by nobody."""
    return [line for line in faults() if line.startswith(f"{what} ")]


def faults():
    """What verification says of the rows, in a record that is whole."""
    verdict = verify_everything()
    assert not verdict.finding.faults
    return list(verdict.faults)


def record_roles():
    """Write the entries that the roles of the cast would have, had somebody given them."""
    for held in RoleHeld.objects.select_related("person", "team__department", "department"):
        changes = {name: [None, value] for name, value in appointing.told(held).items()}
        record.append("role.given", appointing.subject_of(held), by=None, changes=changes)


def make_many_comments(post, number, by):
    """Many published comments of a post, each third one an answer to the one before."""
    waiting = [make_comment(post, f"Comment {place}") for place in range(number)]
    for comment in waiting:
        decide(comment, State.PUBLISHED, by)
    return list(Comment.objects.filter(pk__in=[comment.pk for comment in waiting]))
