"""The page that shows every component in every state."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.pages import errors, heading, tree

COMPONENTS = Path(settings.BASE_DIR, "templates", "components").glob("*.html")
COLOURS = {"grey", "green", "teal", "purple", "magenta", "red", "orange", "yellow"}


@pytest.mark.django_db
@pytest.mark.parametrize("template", sorted(f"components/{path.name}" for path in COMPONENTS))
def test_every_component_is_shown(client, template):
    assert template in {used.name for used in client.get("/components/").templates}


def test_the_page_is_there_in_the_demonstration(client):
    page = client.get("/components/")
    assert (page.status_code, heading(page)) == (200, "Components")
    assert not page.cookies


def test_the_page_is_nowhere_else(client, settings, db):
    settings.DEMONSTRATION = False
    assert client.get("/components/").status_code == 404


def test_search_engines_are_sent_away(client):
    assert tree(client.get("/components/")).find(".//meta[@name='robots']").get("content") == "noindex"


def test_every_kind_of_field_is_shown_with_an_error(client):
    assert len(errors(client.get("/components/"))) == 10


def test_every_colour_of_tag_is_shown(client):
    page = client.get("/components/").content.decode()
    assert not [colour for colour in COLOURS if f"govuk-tag--{colour}" not in page]
