"""Direct attacks on freezes, on exceptions from them, and on cover. A guard refuses each."""

from datetime import timedelta

import pytest
from django.utils import timezone

from moderation.models import FreezeException
from moderation.workflow import State
from posts.drafting import start_post
from posts.models import Withdrawal
from teams import freezing
from teams.models import Freeze
from tests.attacks import WAYS, by_update, forge, fresh, other, refused
from tests.conftest import WORDS, submit_it
from tests.covering import make_delegation, make_duty, make_freeze
from tests.moderation.test_attacks_on_signing import forge_signature, put_in, put_live

HOUR = timedelta(hours=1)
STAYS = "teams_freeze_stays_itself"
NAMED = "moderation_exception_by_a_named_director"
STOPS = "moderation_exception_from_what_stops_it"


@pytest.fixture(params=WAYS)
def change(request):
    """Each way to change a row: `change(row, column=value)`."""
    return request.param


@pytest.fixture
def freeze(cast):
    """An election freeze of the first department, in force since an hour ago."""
    return make_freeze(cast, starts=-HOUR)


def mourning(cast):
    return make_freeze(cast, starts=-HOUR, level=Freeze.Level.MOURNING)


def all_but(row, *names):
    """The columns of a row, with a value that each could take instead."""
    columns = [field.attname for field in row._meta.concrete_fields if not field.primary_key]
    return {column: other(getattr(row, column)) for column in columns if column not in names}


# Freezes


def test_nothing_of_a_freeze_can_be_edited(change, freeze):
    values = all_but(freeze, "lifted_at", "begun", "over") | {"level": Freeze.Level.MOURNING}
    for column, value in values.items():
        with refused(STAYS):
            change(fresh(freeze), **{column: value})


@pytest.mark.parametrize("lifted_at", [None, timezone.now()], ids=["never", "later"])
def test_a_lifted_freeze_stays_lifted(change, freeze, lifted_at):
    change(freeze, lifted_at=freeze.starts_at)
    with refused(STAYS):
        change(fresh(freeze), lifted_at=lifted_at)


def test_nobody_is_named_as_a_director_after_the_declaration(freeze, cast):
    with refused("teams_freeze_directors_named_at_the_start"):
        freeze.directors.add(cast.editor)
    with refused("teams_freeze_directors_named_at_the_start"):
        forge(freeze.directors.through.objects.first(), user_id=cast.editor.pk)
    forge(freeze).directors.add(cast.editor)


# Exceptions


def grant(freeze, post, person, **values):
    """Insert an exception, as the verb does."""
    values = {"reason": "It cannot wait.", "granted_at": timezone.now(), **values}
    return FreezeException.objects.create(freeze=freeze, post=post, person=person, **values)


@pytest.mark.parametrize("name", ["press_officer", "editor", "superuser"])
def test_only_a_named_director_lets_a_post_through(name, freeze, draft, cast):
    with refused(NAMED):
        grant(freeze, draft, getattr(cast, name))
    grant(freeze, draft, cast.administrator)


def test_a_director_who_may_no_longer_sign_in_lets_nothing_through(freeze, draft, cast):
    by_update(cast.administrator, is_active=False)
    with refused(NAMED):
        grant(freeze, draft, cast.administrator)


def test_a_director_who_wrote_words_of_a_post_does_not_let_it_through(draft, cast):
    freeze = make_freeze(cast, starts=-HOUR, directors=[cast.author, cast.editor])
    with refused(NAMED):
        grant(freeze, draft, cast.author)
    grant(freeze, draft, cast.editor)


def test_no_exception_is_granted_before_a_freeze_or_after_it(freeze, draft, cast):
    for at in (freeze.starts_at - timedelta(microseconds=1), freeze.ends_at):
        with refused(STOPS):
            grant(freeze, draft, cast.administrator, granted_at=at)
    grant(freeze, draft, cast.administrator, granted_at=freeze.starts_at)


def test_no_exception_is_granted_from_a_lifted_freeze(freeze, draft, cast):
    freezing.lift(freeze, by=cast.press_officer, reason="It was called off.")
    for at in (timezone.now(), freeze.starts_at):
        with refused(STOPS):
            grant(freeze, draft, cast.administrator, granted_at=at)


def test_no_exception_is_granted_from_a_freeze_that_nobody_declared(freeze, draft, cast):
    forged = forge(freeze)
    forged.directors.add(cast.administrator)
    with refused(STOPS):
        grant(forged, draft, cast.administrator)


def test_no_exception_is_granted_from_a_freeze_of_another_department(draft, cast):
    freeze = make_freeze(cast, starts=-HOUR, department=cast.other_department, by=cast.outside_officer)
    with refused(STOPS):
        grant(freeze, draft, cast.administrator)
    draft.partnerships.create(team=cast.other_team)
    grant(freeze, draft, cast.administrator)


def test_an_exception_from_a_freeze_of_all_departments_is_for_any_post(draft, cast):
    freeze = make_freeze(cast, starts=-HOUR, everywhere=True)
    grant(freeze, draft, cast.administrator)


# What a freeze stops


@pytest.fixture
def cleared(submission, cast):
    """A signed submission that could be released now, were it not for a freeze."""
    forge_signature(submission, cast.press_officer)
    put_in(submission, State.CLEARED)
    return submission


def test_nothing_is_made_live_in_a_freeze_without_an_exception(cleared, freeze, cast):
    with refused("moderation_no_release_in_a_freeze"):
        put_live(cleared)
    grant(freeze, cleared.post, cast.administrator)
    put_live(cleared)


def test_nothing_is_made_live_in_mourning_without_two_exceptions(cleared, cast):
    freeze = mourning(cast)
    grant(freeze, cleared.post, cast.administrator)
    with refused("moderation_no_release_in_a_freeze"):
        put_live(cleared)
    grant(freeze, cleared.post, cast.second_press_officer)
    put_live(cleared)


def test_an_exception_is_for_one_post(cleared, freeze, cast):
    grant(freeze, start_post(cast.team, WORDS, by=cast.author), cast.administrator)
    with refused("moderation_no_release_in_a_freeze"):
        put_live(cleared)


def test_a_freeze_of_a_partners_department_stops_a_post_too(draft, cast):
    draft.partnerships.create(team=cast.other_team)
    submission = submit_it(draft, cast.author)
    officers = {cast.department: cast.press_officer, cast.other_department: cast.outside_officer}
    for step in submission.steps.all():
        forge_signature(submission, officers[step.group.department], step=step)
    put_in(submission, State.CLEARED)
    freeze = make_freeze(cast, starts=-HOUR, department=cast.other_department, by=cast.outside_officer)
    with refused("moderation_no_release_in_a_freeze"):
        put_live(submission)
    grant(freeze, draft, cast.administrator)
    put_live(submission)


def withdraw_by_hand(change, post, cast):
    Withdrawal.objects.create(
        post=post,
        revision=post.live_revision,
        reason=Withdrawal.Reason.ERROR,
        withdrawn_by=cast.editor,
        withdrawn_at=timezone.now(),
    )
    change(post, live_revision_id=None)


def test_nothing_is_taken_down_in_mourning_without_two_exceptions(change, live, cast):
    freeze = mourning(cast)
    grant(freeze, live, cast.administrator)
    with refused("moderation_no_withdrawal_in_mourning"):
        withdraw_by_hand(change, live, cast)
    grant(freeze, live, cast.second_press_officer)
    withdraw_by_hand(change, fresh(live), cast)


def test_an_election_stops_no_withdrawal(change, live, freeze, cast):
    withdraw_by_hand(change, live, cast)


# Cover


@pytest.fixture(params=[make_delegation, make_duty])
def cover(request, submission, cast):
    """A delegation or a shift, where there is a press office to sign for."""
    return request.param(cast)


def test_nothing_of_cover_can_be_edited(change, cover):
    for column, value in all_but(cover, "ended_at").items():
        with refused(f"{cover._meta.db_table}_is_only_ended"):
            change(fresh(cover), **{column: value})


def test_cover_is_ended_once(change, cover):
    change(cover, ended_at=cover.starts_at)
    for ended_at in (None, timezone.now()):
        with refused(f"{cover._meta.db_table}_is_only_ended"):
            change(fresh(cover), ended_at=ended_at)
