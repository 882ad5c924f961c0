"""Mail: written from templates now, delivered by the worker after the transaction that asked for it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django_tasks import task

from teams.retrying import repeatable


def send(name: str, to: Iterable[str], context: Mapping[str, Any]) -> None:
    """Queue the message `templates/emails/<name>_*.txt` to each address, one message a person.

    The queue is in the database, so a message asked for by a transaction that fails is never sent. One that
    cannot be delivered is tried again for half an hour, so it may in rare cases arrive twice.
    """
    words = {**context, "site_url": settings.SITE_URL}
    subject = " ".join(render_to_string(f"emails/{name}_subject.txt", words).split())
    body = render_to_string(f"emails/{name}_body.txt", words)
    for address in to:
        deliver.enqueue(address=address, subject=subject, body=body)


@repeatable
@task()
def deliver(address: str, subject: str, body: str) -> None:
    EmailMessage(subject, body, to=[address]).send()
