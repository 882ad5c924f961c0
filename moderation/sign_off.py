"""The public sign-off record of a live post: who wrote, who signed, how much changed. For a page and JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import takewhile
from typing import Any

from django.utils import timezone

from moderation.changing import Changed, changed_between
from moderation.models import Attestation, Signature, Submission, SubmissionStep
from moderation.workflow import State
from posts.fingerprint import canonical
from posts.models import Post, Revision
from teams.models import Entry

WENT_LIVE = State.RELEASED  # how a submission ends whose text was released
VERSION = 1
"""Version of the JSON's shape, which docs/sign-off-record.md describes. New names may come; none goes."""


@dataclass(frozen=True)
class SignOff:
    """What led to the live text. `rounds` are its submissions since the last text that was signed."""

    revision: Revision
    submission: Submission
    authors: list[tuple[str, Attestation]]
    signatures: list[tuple[str, Signature]]  # the name is empty where the department gives none
    rounds: int
    first_submitted_at: datetime
    changed: Changed
    canonical: str

    @property
    def format(self) -> int:
        """The version of the canonical form, as the text itself says."""
        number: int = json.loads(self.canonical)["format"]
        return number


def departments_naming(post: Post) -> frozenset[int]:
    """The departments whose signatories of the live text are named: the post's says so, and their own."""
    if not post.team.department.names_signatories:
        return frozenset()
    steps = SubmissionStep.objects.filter(submission__revision=post.live_revision_id)
    named = steps.filter(group__department__names_signatories=True)
    return frozenset(named.values_list("group__department", flat=True))


def sign_off_of(post: Post, naming: frozenset[int]) -> SignOff:
    """The sign-off of the live text. A constant number of queries."""
    submission = Submission.objects.select_related("revision").get(revision=post.live_revision_id)
    revision = submission.revision
    rounds = _rounds(submission)
    first_revision, first_submitted_at = rounds[-1]
    first = revision if len(rounds) == 1 else Revision.objects.get(pk=first_revision)
    return SignOff(
        revision=revision,
        submission=submission,
        authors=attested_names(revision),
        signatures=_signatures(submission, naming),
        rounds=len(rounds),
        first_submitted_at=first_submitted_at,
        changed=changed_between(first, revision),
        canonical=canonical(revision.as_words()),
    )


def _rounds(signed: Submission) -> list[tuple[int, datetime]]:
    """Revision and time of each submission that led to the signed one, from that one back to the first."""
    submissions = Submission.objects.filter(post=signed.post_id, pk__lt=signed.pk).order_by("-pk")
    earlier = submissions.values_list("state", "revision", "submitted_at")
    led_to_it = takewhile(lambda row: row[0] != WENT_LIVE, earlier)
    return [(signed.revision_id, signed.submitted_at), *((revision, at) for _, revision, at in led_to_it)]


def attested_names(revision: Revision) -> list[tuple[str, Attestation]]:
    """Each attestation with its author's name as it was sealed: what is public does not change by itself."""
    sealed = zip(revision.authors.all(), revision.byline, strict=True)
    names = {author.person_id: line["name"] for author, line in sealed}
    return [(names[attestation.person_id], attestation) for attestation in revision.attestations.all()]


def _signatures(submission: Submission, naming: frozenset[int]) -> list[tuple[str, Signature]]:
    signatures = list(submission.signatures.select_related("step__group"))
    names = _recorded_names(signature for signature in signatures if _department(signature) in naming)
    return [(names.get(signature.pk, ""), signature) for signature in signatures]


def _department(signature: Signature) -> int:
    return signature.step.group.department_id


def _recorded_names(signatures: Iterable[Signature]) -> dict[int, str]:
    """Names as the record has them: whoever changes theirs later signed under the one that they had."""
    keys = [signature.pk for signature in signatures]
    if not keys:
        return {}
    entries = Entry.objects.filter(action="post.signed", subject_kind="signature", subject_id__in=keys)
    return dict(entries.values_list("subject_id", "details__actor_label"))


def as_json(sign_off: SignOff, *, post: Post, address: str) -> str:
    """The sign-off in the shape that docs/sign-off-record.md promises; `address` is the post's, whole."""
    facts = {
        "version": VERSION,
        "post": address,
        "blog": post.team.name,
        "department": post.team.department.name,
        "released_at": _iso(post.last_released_at),
        "revision": sign_off.revision.number,
        "rounds": sign_off.rounds,
        "first_submitted_at": _iso(sign_off.first_submitted_at),
        "changed": {
            "words_added": sign_off.changed.added,
            "words_removed": sign_off.changed.removed,
            "per_cent": sign_off.changed.per_cent,
            "fields": [change.label for change in sign_off.changed.changes],
        },
        "authors": [_author(name, attestation) for name, attestation in sign_off.authors],
        "signatures": [
            {"role": signature.role, "name": name or None, "signed_at": _iso(signature.signed_at)}
            for name, signature in sign_off.signatures
        ],
        "differences": _differences(sign_off) if post.team.department.publishes_differences else None,
        "fingerprint": sign_off.revision.fingerprint,
        "format": sign_off.format,
        "canonical": sign_off.canonical,
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _author(name: str, attestation: Attestation) -> dict[str, str]:
    said = attestation.get_ai_use_display()
    return {"name": name, "attested_at": _iso(attestation.attested_at), "ai_use": said}


def _differences(sign_off: SignOff) -> list[dict[str, Any]]:
    return [
        {"field": change.label, "lines": [[asdict(piece) for piece in line] for line in change.lines]}
        for change in sign_off.changed.changes
    ]


def _iso(at: datetime | None) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")
