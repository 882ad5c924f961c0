from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandError

from moderation.live_texts import altered
from teams import heads
from teams.verifying import verify_everything

T = TypeVar("T")
AT_MOST = 100  # faults told one by one; a record that was made anew has as many as entries


class Command(BaseCommand):
    """Says "N entries, intact", or names what is not as it was decided, each in a line."""

    help = (
        "Verify the record: every digest and every link of the chain, every head that was published, an "
        "entry for whatever was decided, and that live texts are what was signed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--head", action="append", default=[], metavar="FILE", help="a kept copy of /record/head.json"
        )
        parser.add_argument(
            "--key",
            action="append",
            default=[],
            metavar="FILE",
            help="a kept copy of /record/key.pem, for heads signed before the site changed its secret",
        )

    def handle(self, *args: Any, head: list[str], key: list[str], **options: Any) -> None:
        kept = [_read(path, heads.read_file) for path in head]
        keys = [one for path in key for one in _read(path, heads.read_keys)]
        try:
            verdict = verify_everything(kept, keys)
            lines = [*verdict.lines, *altered()]
        except ValueError as error:  # a time or JSON that no longer is one
            raise CommandError(f"the record is broken: it cannot be read ({error})") from error
        if lines:
            more = [f"... and {len(lines) - AT_MOST} more"] if len(lines) > AT_MOST else []
            raise CommandError("\n".join([*lines[:AT_MOST], *more]))
        self.stdout.write(str(verdict.finding))
        for one in kept:
            self.stdout.write(f"the head of entry {one.number} is signed, and the record still has it")


def _read(path: str, parse: Callable[[str], T]) -> T:
    try:
        return parse(Path(path).read_text())
    except (OSError, ValueError) as error:
        raise CommandError(f"{path} cannot be used: {error}") from error
