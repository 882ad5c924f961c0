"""The tags and filters of every template."""

import datetime as dt

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.utils import timezone

from policyblogs.templatetags.govuk import CHARACTERS, character, said_date, said_time, said_when


def utc(*parts):
    return dt.datetime(*parts, tzinfo=dt.UTC)


def said(template, **context):
    return engines["django"].from_string(template).render(context)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (utc(2026, 6, 3, 8, 30), "3 June 2026 at 9:30am"),
        (utc(2026, 1, 3, 9, 0), "3 January 2026 at 9am"),
        (utc(2026, 6, 3, 11, 0), "3 June 2026 at midday"),
        (utc(2026, 6, 3, 23, 0), "4 June 2026 at midnight"),
        (utc(2026, 1, 3, 0, 5), "3 January 2026 at 12:05am"),
        (utc(2026, 1, 3, 15, 45), "3 January 2026 at 3:45pm"),
        (None, ""),
    ],
)
def test_a_moment_is_said_as_london_says_it(when, words):
    assert said_time(when) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (utc(2026, 6, 3, 8, 30), "today at 9:30am"),
        (utc(2026, 6, 1, 23, 0), "yesterday at midnight"),
        (utc(2026, 6, 3, 23, 0), "tomorrow at midnight"),
        (utc(2026, 6, 1, 14, 0), "1 June 2026 at 3pm"),
        (None, ""),
    ],
)
def test_a_moment_near_now_is_said_by_the_name_of_its_day(when, words, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: utc(2026, 6, 3, 10, 0))
    assert said_when(when) == words


def test_blogs_side_by_side_look_different():
    assert len({character(key) for key in range(1, len(CHARACTERS) + 1)}) == len(CHARACTERS)


@pytest.mark.parametrize("when", [dt.date(2026, 6, 3), utc(2026, 6, 2, 23, 0)])
def test_a_day_is_the_day_in_london(when):
    assert said_date(when) == "3 June 2026"


def test_breadcrumbs_may_end_with_the_page_itself():
    html = said("{% breadcrumbs 'All blogs' '/' 'Rivers' %}")
    assert 'href="/">All blogs</a>' in html
    assert 'aria-current="page">Rivers</li>' in html


def test_details_hold_markup_and_escape_what_is_in_it():
    html = said("{% details 'More' %}<p>{{ words }}</p>{% enddetails %}", words="<b>")
    assert "<p>&lt;b&gt;</p>" in html


def test_a_tag_is_blue_unless_a_colour_is_given():
    assert said("{% status_tag 'Draft' %}").strip() == '<strong class="govuk-tag">Draft</strong>'
    assert "govuk-tag--grey" in said("{% status_tag 'Draft' 'grey' %}")


@pytest.mark.parametrize("page", ["400.html", "403.html", "404.html", "500.html"])
def test_an_error_page_needs_nothing_from_the_view(page):
    html = render_to_string(page)
    assert html.count("<h1") == 1
    assert "csrf" not in html


def test_a_refusal_gives_back_what_was_typed():
    html = render_to_string(
        "refused.html", {"title": "Not now", "message": "Wait.", "kept": [("Note", "My <words>")]}
    )
    assert "My &lt;words&gt;</textarea>" in html
    assert '<label class="govuk-label govuk-label--s" for="kept-1">Note</label>' in html
