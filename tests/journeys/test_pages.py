"""Every page of the demonstration, as everybody, at three widths in two colour schemes: `make pages`.

A long run with a table at its end, so it is not part of the ordinary suite. PAGES_OF_A_KIND limits it.
"""

import os
from collections import Counter, deque
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from tinyhtml5.parser import HTMLParser

from policyblogs.demonstration.people import PEOPLE
from tests.journeys.conftest import axe_findings
from tests.journeys.test_every_page import NOT_PAGES, links

pytestmark = [pytest.mark.journey, pytest.mark.pages]

WIDTHS, SCHEMES = (320, 375, 1280), ("light", "dark")
OF_A_KIND = int(os.environ.get("PAGES_OF_A_KIND", "1000000"))
WALKERS = {person.roles_said.split(";")[0]: person for person in PEOPLE if person.walk}
NOT_FOLLOWED = ("/sign-in/out/", "/start/become/", "/assets/")


def kind(path):
    return resolve(urlsplit(path).path).view_name


def is_to_open(path, opened):
    return (
        not path.startswith(NOT_FOLLOWED) and kind(path) not in NOT_PAGES and opened[kind(path)] < OF_A_KIND
    )


def pages(visitor, start):
    """Open every page that can be reached, one after the other, and yield its path and its HTML."""
    opened, known, waiting = Counter(), {start}, deque([start])
    while waiting:
        path = waiting.popleft()
        if not is_to_open(path, opened):
            continue
        opened[kind(path)] += 1
        visitor.page.set_viewport_size({"width": 1280, "height": 900})
        response = visitor.page.goto(visitor.address + path)
        new = [link for link in links(visitor) if link not in known]
        known.update(new)
        waiting.extend(new)
        yield path, response


def looks(page, width, scheme):
    """What is wrong with the page as it is shown in this width and scheme."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    wide = page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
    return axe_findings(page) + (["wider than the window"] if wide else [])


def parse_errors(response):
    parser = HTMLParser()
    parser.parse(response.body())
    return [f"HTML: {error[1]}" for error in parser.errors]


@pytest.mark.parametrize("role", ["reader", *WALKERS])
def test_every_page_in_every_width_and_scheme(role, visit, capsys):
    person = WALKERS.get(role)
    visitor = visit(signed_in=person.email) if person else visit()
    columns = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]
    lines, found = [], []
    for path, response in pages(visitor, "/desk/" if person else "/"):
        faults = {column: looks(visitor.page, *column) for column in columns}
        page_faults = parse_errors(response) + (
            [f"status {response.status}"] if response.status >= 400 else []
        )
        lines.append(
            [path, *("ok" if not faults[column] else str(len(faults[column])) for column in columns)]
        )
        found += [f"{path} at {column}: {fault}" for column in columns for fault in faults[column]]
        found += [f"{path}: {fault}" for fault in page_faults]
    found += visitor.faults
    with capsys.disabled():
        print(f"\n{role}: {len(lines)} pages")
        for path, *results in [["page", *(f"{width} {scheme}" for width, scheme in columns)], *lines]:
            print(f"{path[:70]:<72}", *(f"{result:<11}" for result in results))
    assert not found, "\n".join(found[:60])
