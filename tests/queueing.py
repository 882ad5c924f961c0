"""What waits on the press desk, for tests of its lists: makers of submissions, and looks at the lists."""

from datetime import timedelta

from moderation.queues import QUEUES, desk_of
from moderation.submitting import AT_ONCE, Timing
from moderation.workflow import Plan
from posts.drafting import start_post
from teams import clock
from tests.conftest import submit_it
from tests.making import SPRING, fresh, sign_it, wording

BUTTON = Timing(Plan.BUTTON)
LATER = Timing(Plan.AT, SPRING + timedelta(hours=2))


def listed(person, key, at=SPRING):
    queue = next(queue for queue in QUEUES if queue.key == key)
    with clock.set_to(at):
        return list(queue.pick(desk_of(fresh(person))))


def lists_with(person, submission, at=SPRING):
    """The keys of the lists of this person that the submission is on."""
    return [queue.key for queue in QUEUES if submission in listed(person, queue.key, at)]


def submitted(cast, *, by=None, team=None, timing=AT_ONCE, **changes):
    by = by or cast.author
    return submit_it(start_post(team or cast.team, wording(**changes), by=by), by, timing=timing)


def cleared(cast, timing=BUTTON, **changes):
    submission = submitted(cast, timing=timing, **changes)
    sign_it(submission, cast.press_officer)
    return fresh(submission)
