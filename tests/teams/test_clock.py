"""The time of a decision, and how it is set."""

import threading
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from teams import clock

SPRING = datetime(2026, 3, 2, 9, tzinfo=UTC)
AUTUMN = datetime(2026, 9, 2, 9, tzinfo=UTC)


def test_the_clock_tells_the_time():
    before = timezone.now()
    assert before <= clock.now() <= timezone.now()


def test_the_time_is_aware_of_its_zone():
    assert timezone.is_aware(clock.now())


def test_a_set_clock_stands_still():
    with clock.set_to(SPRING):
        assert clock.now() == clock.now() == SPRING


def test_the_clock_goes_on_afterwards():
    with clock.set_to(SPRING):
        pass
    assert clock.now() != SPRING


def test_the_clock_goes_on_after_an_error():
    with pytest.raises(ValueError, match="late"), clock.set_to(SPRING):
        raise ValueError("late")
    assert clock.now() != SPRING


def test_a_clock_set_within_another_returns_to_it():
    with clock.set_to(SPRING):
        with clock.set_to(AUTUMN):
            assert clock.now() == AUTUMN
        assert clock.now() == SPRING


def test_a_set_clock_is_not_that_of_other_threads():
    seen = []
    with clock.set_to(SPRING):
        thread = threading.Thread(target=lambda: seen.append(clock.now()))
        thread.start()
        thread.join()
    assert seen[0] != SPRING
