"""What somebody in the byline may answer but "I wrote this": that they did not."""

from django.db import transaction

from moderation.models import AttestationRefusal
from moderation.submitting import is_author, locked, named_as
from moderation.workflow import State
from posts.embargo import tell
from posts.models import Revision
from teams import clock, record
from teams.models import User
from teams.refusals import NotAllowed, NotNow


@transaction.atomic
def refuse_to_attest(revision: Revision, *, by: User) -> AttestationRefusal:
    """Keep that somebody in the byline says that they did not write this, and tell the submitter.

    The submission stays open, for its authors to recall; nobody can sign it. Saying it again changes nothing.
    """
    post, submission = locked(revision.submission)
    if not is_author(revision, by):
        raise NotAllowed("Only people named in the byline can say that they did not write this post.")
    if submission.state != State.OPEN:
        raise NotNow("This revision is no longer waiting for signatures.")
    if revision.attestations.filter(person=by).exists():
        raise NotNow("You have already said that you wrote this post.")
    refusal, is_new = AttestationRefusal.objects.get_or_create(
        revision=revision, person=by, defaults={"refused_at": clock.now()}
    )
    if is_new:
        changes = {"fingerprint": [None, revision.fingerprint]}
        record.append("post.attestation_refused", post.subject, by=by, role=named_as(by), changes=changes)
        told = {"submission": submission, "person": by}
        tell(post, "attestation_refused", [submission.submitted_by], told)
    return refusal
