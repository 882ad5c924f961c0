"""Signs of life of the workers, and what the readiness page says of them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from teams import beats, clock
from teams.models import WorkerBeat
from tests.making import SPRING

pytestmark = pytest.mark.django_db


def beat_at(name, seconds):
    with clock.set_to(SPRING + timedelta(seconds=seconds)):
        beats.beat(name)


def complaint_at(seconds):
    with clock.set_to(SPRING + timedelta(seconds=seconds)):
        return beats.complaint()


def readiness(client):
    with clock.set_to(SPRING + timedelta(seconds=100)):
        answer = client.get(reverse("readyz"))
    return answer.status_code, answer.content.decode()


def test_a_worker_has_one_row(client):
    beat_at("one", 0)
    beat_at("one", 5)
    assert WorkerBeat.objects.get().at == SPRING + timedelta(seconds=5)


def test_a_worker_is_alive_for_half_a_minute_after_a_sign_of_life():
    beat_at("one", 0)
    beat_at("two", 20)
    with clock.set_to(SPRING + timedelta(seconds=35)):
        assert beats.alive() == {"two"}


def test_old_rows_are_removed_by_those_who_live():
    beat_at("one", 0)
    beat_at("two", 60 * 60 + 1)
    assert WorkerBeat.objects.get().name == "two"


def test_the_last_row_stays_and_says_since_when_nobody_is_there():
    beat_at("one", 0)
    assert complaint_at(60 * 60 * 24) == "not seen for 86400 s"


def test_there_is_no_complaint_while_any_worker_lives():
    beat_at("one", 0)
    beat_at("two", 90)
    assert complaint_at(100) == ""


def test_readiness_is_one_word_while_a_worker_lives(client):
    beat_at("one", 90)
    assert readiness(client) == (200, "ready\n")


def test_readiness_says_how_long_no_worker_was_seen_and_stays_ready(client):
    beat_at("one", 0)
    assert readiness(client) == (200, "ready\nworker: not seen for 100 s\n")


def test_readiness_says_that_a_worker_was_never_seen(client):
    assert readiness(client) == (200, "ready\nworker: never seen\n")
