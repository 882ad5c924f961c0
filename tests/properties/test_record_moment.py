"""Verification reads as of one moment, in a transaction of its own, and leaves none behind."""

import pytest
from django.db import connection, transaction

from teams import guarding, record
from teams.record import Subject
from teams.verifying import as_of_one_moment, verify_everything

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _guards_down_before_the_tables_are_emptied(transactional_db):
    yield
    guarding.drop()


def decide():
    return record.append("post.acted", Subject("post", 7, "A post"), by=None)


def test_verifying_leaves_no_transaction_open():
    decide()
    assert verify_everything().lines == []
    assert connection.get_autocommit()
    assert decide().number == 2


def test_verifying_that_fails_leaves_no_transaction_open():
    with pytest.raises(KeyError), as_of_one_moment():
        raise KeyError
    assert decide().number == 1


def test_inside_another_transaction_it_is_that_ones_moment():
    with transaction.atomic():
        decide()
        assert verify_everything().finding.entries == 1
