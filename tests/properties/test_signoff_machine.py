"""Sign-off driven at random by several people, beside a model that knows nothing of the code.

After every step: what readers see is a text that every needed person signed, nobody signed their own, no text
is lost, and nothing goes live in a freeze that was not let through. The ordinary suite takes some
2,000 steps; `make machine` sets MACHINE_STEPS to 20,000, and `make soak` goes on for MACHINE_MINUTES instead.
"""

import os
import time
from contextlib import nullcontext

from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from moderation import routes
from moderation.models import Group
from posts.rendering import Article
from tests.making import record_roles
from tests.properties.signoff_machine import SignOff
from tests.properties.signoff_stage import MEMBERS

ASKED = os.environ.get("MACHINE_STEPS")
STEPS = int(ASKED or "2000")
MINUTES = float(os.environ.get("MACHINE_MINUTES", "0"))
SOME_RUNS = settings(
    max_examples=10,
    stateful_step_count=50,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def article(text):
    """A rendering without the child process: the machine tests sign-off, not Markdown."""
    return Article(html=f"<p>{text}</p>", blocks=[f"p: {text}"], links=[], images=[], words=len(text.split()))


def test_no_unsigned_word_is_ever_public(cast, monkeypatch, capsys):
    monkeypatch.setattr("posts.sealing.lay_out", lambda post, source: article(source))
    record_roles()
    for name, members in MEMBERS.items():
        group = routes.open_group(
            Group(department=cast.department, name=name), by=cast.administrator, reason="Wanted."
        )
        routes.set_members(
            group, [getattr(cast, member) for member in members], by=cast.administrator, reason="Wanted."
        )
    SignOff.cast = cast
    ends = time.monotonic() + MINUTES * 60
    while time.monotonic() < ends or (not MINUTES and SignOff.steps < STEPS):
        run_state_machine_as_test(SignOff, settings=SOME_RUNS)
    with capsys.disabled() if ASKED or MINUTES else nullcontext():
        print(f"\n{SignOff.steps:,} steps of sign-off on {connection.vendor}: {told(SignOff.done)}.")


def told(done):
    return ", ".join(f"{times:,} {what}" for what, times in sorted(done.items()))
