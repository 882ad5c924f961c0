"""Which rows of sign-off the record tells of."""

from moderation.workflow import State
from teams.witnessing import Witness

_FINGERPRINT = {"fingerprint": "revision__fingerprint"}
_TIMES = {"from": "starts_at", "to": "ends_at"}

WITNESSES = [
    Witness(
        "submission",
        "moderation.Submission",
        actions=("post.submitted",),
        about="post_id",
        by="submitted_by_id",
        becomes=_FINGERPRINT | {"revision": "revision__number"},
    ),
    Witness(
        "attestation",
        "moderation.Attestation",
        actions=("post.attested",),
        about="revision__post_id",
        by="person_id",
        becomes=_FINGERPRINT | {"new policy": "new_policy", "unreleased statistics": "unreleased_statistics"},
    ),
    Witness(
        "signature",
        "moderation.Signature",
        actions=("post.signed",),
        about="pk",
        post="submission__post_id",
        by="person_id",
        becomes={"fingerprint": "fingerprint"},
    ),
    Witness(
        "return",
        "moderation.Return",
        actions=("post.returned",),
        about="submission__post_id",
        by="person_id",
        becomes={"fingerprint": "submission__revision__fingerprint"},
    ),
    # How a submission ended. A cleared one was signed at every step, for the text that it is of.
    Witness(
        "cleared submission",
        "moderation.Submission",
        actions=("post.signed",),
        post="post_id",
        becomes=_FINGERPRINT,
        only={"cleared_at__isnull": False},
        others=True,
    ),
    Witness(
        "step of a cleared submission",
        "moderation.SubmissionStep",
        actions=("post.signed",),
        about="signature__pk",
        post="submission__post_id",
        becomes={"fingerprint": "submission__revision__fingerprint"},
        only={"submission__cleared_at__isnull": False},
        others=True,
    ),
    *(
        Witness(
            f"{state} submission",
            "moderation.Submission",
            actions=(f"post.{state}",),
            about="post_id",
            becomes={"state": "state"},
            only={"state": state},
        )
        for state in (State.RETURNED, State.RECALLED, State.LAPSED)
    ),
    Witness(
        "cancelled submission",
        "moderation.Submission",
        actions=("release.cancelled",),
        about="post_id",
        becomes={"state": "state"},
        only={"state": State.CANCELLED},
    ),
    Witness(
        "release",
        "posts.Release",
        actions=("post.released",),
        about="post_id",
        becomes={"live revision": "revision__number", "fingerprint": "revision__fingerprint"},
    ),
    Witness(
        "delegation",
        "moderation.Delegation",
        actions=("delegation.given",),
        about="pk",
        by="given_by_id",
        reason="reason",
        becomes={"person number": "receiver_id", "for person number": "giver_id"} | _TIMES,
    ),
    Witness(
        "shift of duty",
        "moderation.Duty",
        actions=("duty.listed",),
        about="pk",
        by="listed_by_id",
        becomes={"person number": "person_id", "department number": "department_id"} | _TIMES,
    ),
    *(
        Witness(
            f"{what} that was ended",
            model,
            actions=(action,),
            about="pk",
            only={"ended_at__isnull": False},
        )
        for what, model, action in [
            ("delegation", "moderation.Delegation", "delegation.ended"),
            ("shift of duty", "moderation.Duty", "duty.ended"),
        ]
    ),
    Witness(
        "exception",
        "moderation.FreezeException",
        actions=("freeze.exception",),
        about="post_id",
        by="person_id",
        becomes={"freeze number": "freeze_id"},
    ),
    Witness(
        "live text",
        "posts.Post",
        actions=("post.released", "post.withdrawn"),
        about="pk",
        becomes={"live revision": "live_revision__number", "fingerprint": "live_revision__fingerprint"},
        as_last_told=True,
    ),
    Witness(
        "withdrawal",
        "posts.Withdrawal",
        actions=("post.withdrawn",),
        about="post_id",
        by="withdrawn_by_id",
        was={"live revision": "revision__number"},
    ),
]
