"""The start page of the demonstration."""

import pytest
from django.urls import reverse

from policyblogs.demonstration.building import build
from policyblogs.demonstration.people import PEOPLE
from policyblogs.demonstration.walk import steps, walkers
from teams.models import User


@pytest.fixture
def invited(db):
    """The people alone, which is quicker than the whole demonstration."""
    User.objects.bulk_create(User(email=person.email, name=person.name) for person in PEOPLE)


def test_it_names_every_person_and_ten_steps(client, invited):
    page = client.get("/start/").content.decode()
    assert all(person.name in page for person in PEOPLE)
    assert len(steps()) == 10


def test_every_link_of_the_walk_answers_its_person(client, db):
    build()
    for step in steps():
        if step.person:
            client.post("/start/become/", {"email": step.person.email})
        assert client.get(step.url).status_code == 200, step.title


@pytest.mark.parametrize("person", walkers(), ids=lambda person: person.name)
def test_one_press_signs_in_as(person, client, invited):
    answer = client.post("/start/become/", {"email": person.email, "next": "/desk/"})
    assert answer["Location"] == "/desk/"
    assert client.session["_auth_user_id"] == str(User.objects.get(email=person.email).pk)


def test_it_leads_nowhere_else(client, invited):
    answer = client.post("/start/become/", {"email": PEOPLE[0].email, "next": "https://evil.example/"})
    assert answer["Location"] == reverse("moderation:home")


def test_nobody_else_can_be_become(client, invited):
    assert client.post("/start/become/", {"email": "stranger@blogs.example"}).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_it_is_not_there_outside_the_demonstration(method, client, settings, db):
    settings.DEMONSTRATION = False
    address = "/start/" if method == "get" else "/start/become/"
    assert getattr(client, method)(address).status_code == 404
