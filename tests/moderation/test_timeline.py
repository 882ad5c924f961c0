"""The timeline of a post: everything that happened to it, newest first."""

from datetime import timedelta

from moderation.submitting import recall
from moderation.timeline import ENDS, timeline
from moderation.workflow import State
from posts.drafting import start_post
from teams import clock
from tests.conftest import submit_it
from tests.making import SPRING, fresh, return_it, save, sign_it, take_down, wording


def titles(post):
    return [event.title for event in timeline(fresh(post))]


def test_a_draft_has_started(draft):
    (event,) = timeline(draft)
    assert (event.title, event.by, event.at) == ("Started", "Ada Author", draft.started_at)


def test_a_whole_life_is_told_newest_first(cast):
    days = iter(range(100))

    def on_the_next_day(verb, *args, **kwargs):
        with clock.set_to(SPRING + timedelta(days=next(days))):
            return verb(*args, **kwargs)

    post = on_the_next_day(start_post, cast.team, wording(), by=cast.author)
    on_the_next_day(return_it, on_the_next_day(submit_it, post, cast.author), cast.press_officer)
    on_the_next_day(recall, on_the_next_day(submit_it, post, cast.author), by=cast.author)
    on_the_next_day(sign_it, on_the_next_day(submit_it, post, cast.author), cast.press_officer)
    save(post, cast.author, title="Newer")
    on_the_next_day(submit_it, post, cast.author)
    on_the_next_day(take_down, post, cast)
    told = titles(post)
    order = [
        "Started",
        "Revision 1 submitted",
        "Revision 1 returned",
        "Revision 2 submitted",
        ENDS[State.RECALLED],
        "Revision 3 submitted",
        "Revision 3 signed",
        "Revision 4 submitted",
        "Withdrawn: published in error",
    ]
    assert [title for title in reversed(told) if title in order] == order
    assert {ENDS[State.RELEASED], ENDS[State.LAPSED]} <= set(told)


def test_a_return_tells_who_and_why(submission, cast):
    return_it(submission, cast.press_officer, reasons="Whose figures?")
    (event,) = [event for event in timeline(submission.post) if event.title == "Revision 1 returned"]
    assert (event.by, event.text) == ("Pat Press", "Whose figures?")


def test_a_signature_tells_who_and_as_what(live):
    (event,) = [event for event in timeline(live) if event.title == "Revision 1 signed"]
    assert event.by == "Pat Press, Press officer, Department for Rivers"


def test_attestations_are_told(submission):
    attestation = submission.revision.attestations.get()
    assert (attestation.attested_at, "Ada Author") in [(e.at, e.by) for e in timeline(submission.post)]


def test_times_go_backwards(live, cast):
    take_down(live, cast)
    times = [event.at for event in timeline(live)]
    assert times == sorted(times, reverse=True)


def test_a_long_life_takes_the_same_queries(submission, cast, django_assert_max_num_queries):
    for _ in range(6):
        return_it(submission, cast.press_officer)
        submission = submit_it(submission.post, cast.author)
    with django_assert_max_num_queries(8):
        timeline(submission.post)
