from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from teams import second_factor
from teams.models import User
from teams.refusals import NotNow


class Command(BaseCommand):
    """For whoever runs the installation, when the phone lost is that of the last administrator."""

    help = "Reset the second factor of a person who has lost it. The record keeps the reason."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address that the person signs in with")
        parser.add_argument("--reason", required=True, help="how you made sure who asked")

    def handle(self, *args: Any, email: str, reason: str, **options: Any) -> None:
        person = User.objects.filter(email=email.strip().lower()).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {email}.")
        try:
            second_factor.reset(person, by=None, reason=reason)
        except NotNow as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"The second factor of {person.name} is reset. They are told by email.")
