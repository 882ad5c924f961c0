"""Releases, freezes, cover and roles that meet, on PostgreSQL: one outcome, and whoever lost is told why."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from moderation.claiming import claim
from moderation.covering import end_delegation
from moderation.exceptions import grant_exception
from moderation.models import Delegation, FreezeException, Signature, Submission
from moderation.scheduling import cancel_release, plan_release, release_due, release_now
from moderation.submitting import Timing
from moderation.workflow import Plan, State
from posts.models import Post, Release
from teams import appointing, clock, freezing, guarding, record
from teams.models import Entry, Freeze, RoleHeld
from teams.refusals import NotAllowed, NotNow
from teams.roles import Role
from tests.conftest import submit_it
from tests.covering import make_delegation, make_freeze
from tests.making import fresh, make_many_scheduled, save, sign_it
from tests.properties.test_races import ROUNDS, at_once, signs

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
BUTTON = Timing(Plan.BUTTON)

pytestmark = [
    pytest.mark.concurrent,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="not run: SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture(autouse=True)
def _guards_down_before_the_tables_are_emptied(transactional_db):
    yield
    guarding.drop()


def sent_again(post, cast, number, timing):
    """One more text of the post, submitted with a plan."""
    save(post, cast.author, source=f"Text of round {number}.")
    return submit_it(post, cast.author, timing=timing)


def planned(draft, cast, number):
    """A signed submission of the post whose time comes in an hour; a worker that looks then is `late()`."""
    opened = sent_again(draft, cast, number, Timing(Plan.AT, timezone.now() + HOUR))
    sign_it(opened, cast.press_officer)
    return fresh(opened)


def in_two_hours(act):
    """Do it as if two hours had passed, in whichever thread it runs."""

    def later():
        with clock.set_to(timezone.now() + 2 * HOUR):
            act()

    return later


def releases_of(submission):
    return Release.objects.filter(revision=submission.revision_id).count()


def one_of(outcomes):
    """Which of two happened; the other was refused, in words."""
    assert sum(outcome is None for outcome in outcomes) == 1, outcomes
    lost = next(outcome for outcome in outcomes if outcome is not None)
    assert isinstance(lost, NotNow | NotAllowed)
    assert str(lost)
    return outcomes.index(None)


def test_workers_that_look_at_once_release_each_post_once(cast):
    make_many_scheduled(cast, 20, first=timezone.now() + MINUTE, step=timedelta(seconds=1))
    assert at_once(*[in_two_hours(release_due)] * 4) == [None] * 4
    assert Release.objects.count() == 20
    assert Entry.objects.filter(action="post.released").count() == 20
    assert not Submission.objects.under_way().exists()


def test_a_worker_and_whoever_cancels_have_one_outcome(draft, cast):
    for number in range(ROUNDS):
        waiting = planned(draft, cast, number)
        outcomes = at_once(
            in_two_hours(release_due),
            lambda w=waiting: cancel_release(w, by=cast.author, reason="Overtaken by events."),
        )
        assert outcomes[0] is None  # a worker that comes too late has nothing to do
        state = fresh(waiting).state
        assert state == (State.CANCELLED if outcomes[1] is None else State.RELEASED)
        assert releases_of(waiting) == (state == State.RELEASED)
        assert outcomes[1] is None or "has ended: released" in str(outcomes[1])


def test_a_worker_and_whoever_presses_the_button_release_once(draft, cast):
    for number in range(ROUNDS):
        waiting = planned(draft, cast, number)
        outcomes = at_once(in_two_hours(release_due), lambda w=waiting: release_now(w, by=cast.press_officer))
        assert outcomes[1] is None or "has ended: released" in str(outcomes[1])
        assert (fresh(waiting).state, releases_of(waiting)) == (State.RELEASED, 1)


def test_of_whoever_presses_the_button_and_whoever_cancels_one_decides(draft, cast):
    for number in range(ROUNDS):
        waiting = sent_again(draft, cast, number, BUTTON)
        sign_it(waiting, cast.press_officer)
        waiting.refresh_from_db()
        outcomes = at_once(
            lambda w=waiting: release_now(w, by=cast.press_officer),
            lambda w=waiting: cancel_release(w, by=cast.author, reason="Overtaken by events."),
        )
        assert fresh(waiting).state == (State.CANCELLED if one_of(outcomes) else State.RELEASED)


def test_of_two_who_press_the_button_one_releases(draft, cast):
    for number in range(ROUNDS):
        waiting = sent_again(draft, cast, number, BUTTON)
        sign_it(waiting, cast.press_officer)
        waiting.refresh_from_db()
        one_of(at_once(*[lambda w=waiting: release_now(w, by=cast.press_officer)] * 2))
        assert releases_of(waiting) == 1


def test_a_new_plan_and_a_worker_never_leave_a_live_text_waiting(draft, cast):
    for number in range(ROUNDS):
        waiting = planned(draft, cast, number)
        outcomes = at_once(
            in_two_hours(release_due), lambda w=waiting: plan_release(w, BUTTON, by=cast.author)
        )
        state = fresh(waiting).state
        assert state == (State.CLEARED if outcomes[1] is None else State.RELEASED)
        assert releases_of(waiting) == (state == State.RELEASED)
        if outcomes[1] is None:
            cancel_release(fresh(waiting), by=cast.author, reason="For the next round.")


# Freezes


def stopped_by(freeze):
    """Releases while the freeze held: after it was declared, whatever it says of when it began."""
    declared = Entry.objects.get(action="freeze.declared", subject_id=freeze.pk).number
    lifted = Entry.objects.filter(action="freeze.lifted", subject_id=freeze.pk).first()
    after = Entry.objects.filter(action="post.released", number__gt=declared)
    return after.filter(number__lt=lifted.number) if lifted else after


def declares(cast, made):
    return lambda: made.append(make_freeze(cast, starts=-HOUR, lasts=5 * HOUR))


def test_a_release_ends_before_a_freeze_is_declared_or_is_held_by_it(draft, cast):
    for number in range(ROUNDS):
        waiting, made = planned(draft, cast, number), []
        outcomes = at_once(in_two_hours(release_due), declares(cast, made))
        assert outcomes == [None, None]
        now = fresh(waiting)
        assert (now.state, now.plan) in [(State.RELEASED, Plan.AT), (State.CLEARED, Plan.HELD)]
        assert not stopped_by(made[0]).exists()
        freezing.lift(made[0], by=cast.press_officer, reason="For the next round.")
        if now.is_under_way:
            cancel_release(now, by=cast.author, reason="For the next round.")


def test_a_last_signature_releases_before_a_freeze_or_waits_for_a_decision(draft, cast):
    for number in range(ROUNDS):
        opened, made = sent_again(draft, cast, number, Timing()), []
        outcomes = at_once(signs(opened, cast.press_officer), declares(cast, made))
        assert outcomes == [None, None]  # a signature in a freeze is kept
        now = fresh(opened)
        assert (now.state, now.plan) in [(State.RELEASED, Plan.NOW), (State.CLEARED, Plan.HELD)]
        assert not stopped_by(made[0]).exists()
        freezing.lift(made[0], by=cast.press_officer, reason="For the next round.")
        if now.is_under_way:
            release_now(now, by=cast.press_officer)


def test_directors_who_let_a_post_through_at_once_are_both_counted(draft, cast):
    for number in range(ROUNDS):
        waiting, freeze = (
            planned(draft, cast, number),
            make_freeze(cast, level=Freeze.Level.MOURNING, starts=-HOUR, lasts=5 * HOUR),
        )
        outcomes = at_once(
            *[
                lambda d=director, f=freeze: grant_exception(f, draft, by=d, reason="Flood warnings.")
                for director in (cast.second_press_officer, cast.administrator)
            ]
        )
        assert outcomes == [None, None]
        told = [e.details.changes["directors who agree"] for e in exceptions_told()][-2:]
        assert told == [[0, "1 of 2"], [1, "2 of 2"]]
        release_now(waiting, by=cast.press_officer)
        assert fresh(waiting).state == State.RELEASED
        freezing.lift(freeze, by=cast.press_officer, reason="For the next round.")


def exceptions_told():
    entries = Entry.objects.filter(action="freeze.exception").order_by("number")
    return list(entries.select_related("details"))


def test_one_director_who_presses_twice_is_counted_once(draft, cast):
    waiting = planned(draft, cast, 0)
    freeze = make_freeze(cast, level=Freeze.Level.MOURNING, starts=-HOUR, lasts=5 * HOUR)
    one_of(at_once(*[lambda: grant_exception(freeze, draft, by=cast.administrator, reason="Floods.")] * 2))
    assert FreezeException.objects.count() == 1
    with pytest.raises(NotNow):
        release_now(waiting, by=cast.press_officer)


# Who may sign, while they sign


def test_a_delegation_that_ends_while_its_receiver_signs_has_one_outcome(draft, cast):
    for number in range(ROUNDS):
        opened, lent = sent_again(draft, cast, number, BUTTON), make_delegation(cast)
        outcomes = at_once(
            signs(opened, cast.clearer),
            lambda d=lent: end_delegation(d, by=cast.second_press_officer),
        )
        assert outcomes[1] is None
        signature = Signature.objects.filter(submission=opened).first()
        assert (signature is not None) == (outcomes[0] is None)
        assert not signature or signature.signed_at < Delegation.objects.get(pk=lent.pk).ended_at
        assert signature or "not a signatory" in str(outcomes[0])
        end(opened, cast)


def end(opened, cast):
    """Bring a submission to its end, whether it was signed or not, for the next round."""
    if fresh(opened).state == State.OPEN:
        sign_it(opened, cast.press_officer)
    cancel_release(fresh(opened), by=cast.author, reason="For the next round.")


def test_a_role_that_ends_while_its_holder_signs_has_one_outcome(draft, cast):
    held = {"person": cast.second_press_officer, "role": Role.PRESS_OFFICER, "department": cast.department}
    for number in range(ROUNDS):
        opened = sent_again(draft, cast, number, BUTTON)
        role = RoleHeld.objects.get(**held)
        person = type(cast.second_press_officer).objects.get(pk=cast.second_press_officer.pk)
        outcomes = at_once(
            signs(opened, person), lambda r=role: appointing.end_role(r, by=cast.administrator)
        )
        assert outcomes[1] is None
        signed = Signature.objects.filter(submission=opened).exists()
        assert signed == (outcomes[0] is None)
        assert signed or "not a signatory" in str(outcomes[0])
        told = list(Entry.objects.order_by("-number").values_list("action", flat=True)[:2])
        assert not signed or told == ["role.ended", "post.signed"]
        end(opened, cast)
        RoleHeld.objects.create(**held)


def test_of_two_who_claim_one_has_it_and_the_other_is_told_who(draft, cast):
    for number in range(ROUNDS):
        opened = sent_again(draft, cast, number, BUTTON)
        officers = [cast.press_officer, cast.second_press_officer]
        outcomes = at_once(*[lambda o=opened, p=person: claim(o, by=p) for person in officers])
        won = officers[one_of(outcomes)]
        assert f"{won.name} has claimed this post" in str(next(filter(None, outcomes)))
        end(opened, cast)
    assert record.verify().broken is None


def test_nothing_of_all_this_leaves_a_text_live_that_was_not_signed(draft, cast):
    waiting = planned(draft, cast, 0)
    at_once(
        in_two_hours(release_due),
        lambda: release_now(waiting, by=cast.press_officer),
        lambda: cancel_release(waiting, by=cast.author, reason="Overtaken by events."),
        declares(cast, []),
    )
    live = Post.objects.get(pk=draft.pk).live_revision
    assert live is None or fresh(live.submission).state == State.RELEASED
    assert record.verify().broken is None
