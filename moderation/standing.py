"""Where a post stands and whose turn it is, in words for the desk."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from moderation.models import Submission
from moderation.workflow import Plan, State
from posts.models import Post
from teams.saying import said_time

NEEDED_BY_STANDING = (
    "submissions__revision__authors__person",
    "submissions__revision__attestations",
    "submissions__steps__group",
    "submissions__steps__signature",
)
YOURS = "Yours"  # begins what is said of a turn that is the writers'


@dataclass(frozen=True)
class Standing:
    """A status with its colour, whose turn it is, and since when."""

    label: str
    colour: str
    turn: str
    since: datetime
    submission: Submission | None = None

    @property
    def is_writers_turn(self) -> bool:
        return self.turn.startswith(YOURS)


def standing(post: Post) -> Standing:
    """Say where the post stands. Lists prefetch what it reads: `NEEDED_BY_STANDING`."""
    latest = max(post.submissions.all(), key=attrgetter("pk"), default=None)
    if latest and latest.state == State.OPEN:
        return _open(latest)
    if latest and latest.state == State.CLEARED:
        return _cleared(latest)
    if latest and latest.state == State.RETURNED and latest.revision.draft_version == post.draft.version:
        return Standing(
            "Returned",
            "orange",
            f"{YOURS}: answer the reasons",
            latest.ended_at or post.draft.saved_at,
            latest,
        )
    return _written(post, latest)


def _open(submission: Submission) -> Standing:
    since, revision = submission.submitted_at, submission.revision
    attested = {attestation.person_id for attestation in revision.attestations.all()}
    waiting = [line.person.name for line in revision.authors.all() if line.person_id not in attested]
    if waiting:
        turn = f"{', '.join(waiting)}: say who wrote it"
        return Standing("Waiting for an author", "yellow", turn, since, submission)
    unsigned = [step for step in submission.steps.all() if not hasattr(step, "signature")]
    groups = [step.group for step in unsigned if step.position == unsigned[0].position]
    label = (
        "With the press office" if all(group.is_press_office for group in groups) else "With its signatories"
    )
    names = " and ".join(dict.fromkeys(group.name for group in groups))
    return Standing(label, "blue", f"{names}: sign or return", since, submission)


def _cleared(submission: Submission) -> Standing:
    since = submission.cleared_at or submission.submitted_at
    if submission.plan == Plan.AT:
        turn = f"Nobody: it goes live {said_time(submission.release_at)}"
        return Standing("Scheduled", "purple", turn, since, submission)
    if submission.plan == Plan.HELD:
        return Standing("Held by a freeze", "red", f"{YOURS}: decide what becomes of it", since, submission)
    return Standing("Signed", "turquoise", f"{YOURS}: press the button to release it", since, submission)


def _written(post: Post, latest: Submission | None) -> Standing:
    saved = post.draft.saved_at
    if post.is_live and post.live_text.draft_version == post.draft.version:
        return Standing("Live", "green", "Nobody: readers can see it", post.last_released_at or saved, latest)
    if post.is_live:
        return Standing("Live, new draft", "turquoise", f"{YOURS}: finish and submit", saved, latest)
    if post.is_withdrawn:
        return Standing("Withdrawn", "red", "Nobody", saved, latest)
    if latest and latest.state == State.RETURNED:
        return Standing(
            "Returned, being changed", "orange", f"{YOURS}: finish and submit again", saved, latest
        )
    return Standing("Draft", "grey", f"{YOURS}: finish and submit", saved, latest)
