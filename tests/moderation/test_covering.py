"""Cover: who may let somebody sign for them."""

import pytest

from teams.refusals import NotNow
from tests.conftest import submit_it
from tests.covering import make_delegation, make_step
from tests.making import sign_it


def test_a_press_officer_delegates_before_anything_of_their_department_was_submitted(cast):
    delegation = make_delegation(cast)
    assert (delegation.giver, delegation.receiver) == (cast.second_press_officer, cast.clearer)


def test_so_does_a_member_of_a_group_of_clearers(cast):
    make_step(cast, members=[cast.clearer])
    assert make_delegation(cast, giver=cast.clearer, receiver=cast.press_officer)


def test_somebody_who_signs_for_nobody_has_nothing_to_delegate(cast):
    with pytest.raises(NotNow, match="nothing to delegate"):
        make_delegation(cast, giver=cast.author, receiver=cast.clearer)


def test_what_was_delegated_so_early_lets_the_other_sign(cast, draft):
    delegation = make_delegation(cast)
    assert sign_it(submit_it(draft, cast.author), cast.clearer).delegation == delegation
