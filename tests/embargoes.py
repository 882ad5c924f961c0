"""Embargoes for tests: always until the same day, which is still to come."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from posts.embargo import name_person, set_embargo
from posts.restrictions import Embargo
from tests.making import fresh

RELEASE_ON = date(2036, 3, 4)
RELEASED_AT = datetime(2036, 3, 4, 9, 30, tzinfo=UTC)  # 9:30am in London, which has winter time then
BEFORE = RELEASED_AT - timedelta(seconds=1)
UNTIL = "9:30am on Tuesday 4 March 2036"


def embargoed(post, by, *people):
    """The post under an embargo that `by` sets and that names these people too."""
    set_embargo(post, RELEASE_ON, by=by)
    for person in people:
        name_person(post, person, by=by)
    return fresh(post)


def embargo_of(post):
    return Embargo.objects.get(post=post)


def named_on(post):
    return {access.person for access in embargo_of(post).access.current()}


def opened(client, post):
    """The browser, after it has opened the draft."""
    assert client.post(f"/desk/posts/{post.pk}/open/").status_code == 302
    return client


def mail_to(person):
    """The messages queued to somebody, as (subject, body)."""
    mails = [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.order_by("enqueued_at")]
    return [(mail["subject"], mail["body"]) for mail in mails if mail["address"] == person.email]


def in_minutes(minutes):
    return timezone.now() + timedelta(minutes=minutes)
