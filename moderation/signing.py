"""The two verdicts of a step. A signature is for one fingerprint, by somebody who wrote none of it."""

from dataclasses import dataclass

from django.db import transaction

from moderation.authority import Right, held_fast, step_for, waiting_steps, wrote
from moderation.models import Attestation, Claim, Return, Signature, Submission, SubmissionStep
from moderation.releasing import go_live_if_due
from moderation.submitting import locked, move, tell_signatories, waiting_authors, why_not_now
from moderation.workflow import Plan, State
from posts.access import refuse_unnamed
from posts.embargo import for_record, tell
from posts.models import Post, Revision
from teams import clock, record
from teams.models import User
from teams.record import Subject
from teams.refusals import NotAllowed, NotNow

OWN_WORDS = "You wrote words of this post, so somebody else must sign it."
PARLIAMENT_ASKED = "An author says that this announces new policy. Say whether Parliament comes first."
ATTESTATION_MISSING = "Not every author in the byline has attested to this revision yet."
NOT_YOUR_STEP = "You are not a signatory of the step that this post is waiting for."
TESTS = {
    "relevant": "relevant to the department's responsibilities",
    "objective": "objective and explanatory",
    "impartial": "not party-political, nor open to being taken as such",
    "economical": "an economical use of public money",
}
"""The four tests of government publicity (Government Communication Service propriety guidance)."""


@dataclass(frozen=True)
class Answers:
    """A signatory's answers: each of the four tests, and where new policy is announced, Parliament."""

    relevant: bool
    objective: bool
    impartial: bool
    economical: bool
    parliament: Signature.Parliament = Signature.Parliament.NOT_ASKED
    note: str = ""

    @property
    def failed(self) -> list[str]:
        return [words for name, words in TESTS.items() if not getattr(self, name)]


ALL_MET = Answers(relevant=True, objective=True, impartial=True, economical=True)


def why_not_sign(submission: Submission, person: User, step: SubmissionStep | None) -> str:
    """Say why this person cannot sign now, or nothing if they can. `step` is what `step_for` found."""
    if submission.state != State.OPEN:
        return why_not_now(submission)
    if wrote(submission.post, person):
        return OWN_WORDS
    if step is None:
        return NOT_YOUR_STEP
    waiting = waiting_authors(submission.revision)
    if waiting:
        return f"{waiting[0].name} is in the byline and has not yet attested to this revision."
    return ""


@transaction.atomic
def sign(submission: Submission, *, by: User, fingerprint: str, answers: Answers) -> Signature:
    """Sign the step that waits for this person; with the last signature the revision is cleared.

    `fingerprint` is that of the text the signatory read. Raises NotAllowed for people who may never
    sign this text, NotNow where it has changed, a test is not met, or its turn has not come.
    """
    post, submission = locked(submission)
    refuse_unnamed(by, post)
    step, right = _step_to_act_on(submission, by, fingerprint)
    if wrote(submission.post, by):
        raise NotAllowed(OWN_WORDS)
    if waiting_authors(submission.revision):
        raise NotNow(ATTESTATION_MISSING)
    _refuse_answers(submission, answers)
    signature = Signature.objects.create(
        step=step,
        submission=submission,
        person=by,
        role=right.role,
        delegation=right.delegation,
        duty=right.duty,
        fingerprint=fingerprint,
        signed_at=clock.now(),
        **vars(answers),
    )
    Claim.objects.filter(step=step).delete()
    _record_signature(signature, by)
    if answers.parliament == Signature.Parliament.AFTER and submission.plan == Plan.NOW:
        submission.plan = Plan.BUTTON
        submission.save(update_fields=["plan"])
    if submission.steps.filter(signature=None).exists():
        _tell_next(submission, step)
        return signature
    move(submission, State.CLEARED)
    go_live_if_due(submission, by=by, role="Last signatory")
    return signature


def _refuse_answers(submission: Submission, answers: Answers) -> None:
    if answers.failed:
        raise NotNow(f"You answered that this post is not {answers.failed[0]}. Return it, with the reason.")
    if announces_policy(submission.revision) and not answers.parliament:
        raise NotNow(PARLIAMENT_ASKED)
    if answers.parliament == Signature.Parliament.NOT_NEEDED and not answers.note.strip():
        raise NotNow("Say in the note why this need not go to Parliament first.")


def announces_policy(revision: Revision) -> bool:
    return bool(Attestation.objects.filter(revision=revision, new_policy=True).exists())


def _tell_next(submission: Submission, signed: SubmissionStep) -> None:
    """Tell the next signatories when the last of the steps side by side has been signed."""
    if waiting_steps(submission)[0].position > signed.position:
        tell_signatories(submission)


def _record_signature(signature: Signature, by: User) -> None:
    post = signature.submission.post
    subject = Subject("signature", signature.pk, post.subject.label, post.team.department, post.pk)
    changes = {"fingerprint": [None, signature.fingerprint], "post": [None, post.pk]}
    if signature.delegation:
        changes["for"] = [None, signature.delegation.giver.name]
    if signature.parliament:
        changes["Parliament"] = [None, signature.get_parliament_display()]
    note = for_record(post, signature.note)
    record.append("post.signed", subject, by=by, role=signature.role, reason=note, changes=changes)


@transaction.atomic
def return_to_authors(submission: Submission, *, by: User, fingerprint: str, reasons: str) -> Return:
    """Send the submission back with reasons. The authors are told by mail."""
    post, submission = locked(submission)
    refuse_unnamed(by, post)
    step, right = _step_to_act_on(submission, by, fingerprint)
    if not reasons.strip():
        raise NotNow("Say why you are returning the post, so that its authors know what to change.")
    verdict = Return.objects.create(
        submission=submission,
        step=step,
        person=by,
        role=right.role,
        delegation=right.delegation,
        duty=right.duty,
        reasons=reasons,
        returned_at=clock.now(),
    )
    move(submission, State.RETURNED)
    changes = {"state": [State.OPEN, State.RETURNED], "fingerprint": [None, fingerprint]}
    kept = for_record(post, reasons)
    record.append("post.returned", post.subject, by=by, role=verdict.role, reason=kept, changes=changes)
    told = {"verdict": verdict, "remarks": submission.remarks.open().count()}
    tell_authors(submission, "post_returned", told)
    return verdict


def tell_authors(submission: Submission, message: str, context: dict[str, object]) -> None:
    """Mail whoever submitted the revision and everybody in its byline."""
    people = {submission.submitted_by, *(author.person for author in submission.revision.authors.all())}
    answering = [person for person in people if not person.is_guest]  # a guest has no desk to answer at
    tell(submission.post, message, answering, context)


def _step_to_act_on(submission: Submission, by: User, fingerprint: str) -> tuple[SubmissionStep, Right]:
    """The step this person acts on now, with their right to, or the refusal that says why there is none."""
    if submission.state != State.OPEN:
        raise NotNow(why_not_now(submission))
    if submission.revision.fingerprint != fingerprint:
        raise NotNow("The page you acted on showed another text than the one submitted now. Read it again.")
    found = step_for(submission, held_fast(by))
    if found is None:
        raise NotAllowed(NOT_YOUR_STEP)
    return found


def last_signed(post: Post, before: int) -> Revision | None:
    """Return the last revision of the post that every step signed before submission `before`, if any."""
    signed = post.submissions.filter(cleared_at__isnull=False, pk__lt=before)
    latest = signed.select_related("revision").order_by("-pk").first()
    return latest.revision if latest else None
