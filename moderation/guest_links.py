"""The link by which a guest author, who has no account, reads one text and says that they wrote it.

It names a revision and a person and is signed. It opens nothing once they have said so, once the submission
has ended, or after 30 days.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from moderation.models import Submission
from moderation.workflow import State
from posts.models import Revision
from teams import clock
from teams.models import User

SALT = "moderation.attest"
LASTS = timedelta(days=30)


@dataclass(frozen=True)
class Asked:
    """Somebody in the byline who is asked whether they wrote it, and for which submission."""

    submission: Submission
    person: User

    @property
    def has_attested(self) -> bool:
        return self.submission.revision.attestations.filter(person=self.person).exists()

    @property
    def is_over(self) -> bool:
        late = clock.now() >= self.submission.submitted_at + LASTS
        return late or self.submission.state != State.OPEN


def token_for(revision: Revision, person: User) -> str:
    """Return the token of the link. Derived, so that it is stored nowhere and can be sent again."""
    return _signer().sign_object([revision.pk, person.pk])


def find(token: str) -> Asked | None:
    """Return who is asked by this link, or None when it was not made by us."""
    try:
        revision, person = _signer().unsign_object(token)
    except signing.BadSignature:
        return None
    submission = (
        Submission.objects.select_related("revision", "submitted_by", "post__team__department")
        .filter(revision=revision, revision__authors__person=person)
        .first()
    )
    return Asked(submission, User.objects.get(pk=person)) if submission else None


def _signer() -> signing.Signer:
    return signing.Signer(salt=SALT, sep=".")
