"""The checks of a sealed text, as its author saw them; and what its authors stated that wants a look."""

from moderation.models import Attestation
from posts.checking import Text
from posts.checking.looking import Looked, look
from posts.models import Revision


def checks(revision: Revision) -> Looked:
    """What there is to look at in a sealed text: the list that its author had on the page of submission."""
    return look(revision.post, Text(revision.title, revision.summary, revision.source))


def stated(attestations: list[Attestation]) -> list[str]:
    """What the authors stated that a signatory must look at."""
    said = []
    if any(attestation.new_policy for attestation in attestations):
        said.append(
            "An author says that this announces new policy. Check that Parliament has been told first."
        )
    if any(attestation.unreleased_statistics for attestation in attestations):
        said.append("An author says that this holds unreleased statistics. They must not be published early.")
    return said
